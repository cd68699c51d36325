"""What the guard recognises, in Japanese and English; matched against text in one spelling (NFKC, lower case)."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    # ASCII: a word boundary also stands between Latin and Japanese letters, as in "SOC2認証".
    return re.compile("|".join(patterns), re.ASCII)


# A promise is the company's to make: each family must stand, unnegated, in what it approved.
PROMISES: dict[str, re.Pattern[str]] = {
    "discount": _any(
        "割り?引|値引|値下げ|半額|半値|半分(?:で|の(?:価格|値段|料金))|ディスカウント",
        r"\b(?:a|one) (?:third|quarter|half) off|price[- ]match|price (?:will be|is) matched",
        r"discount|half[- ]price|half off|price (?:cut|reduction)|rebate",
    ),
    "free": _any(
        r"無料|無償|タダ(?:で|に)|(?<!い)ただで(?!さえ)|サービス(?:いた)?します|(?:料金?|費)は(?:頂|いただ)きません|(?<![\d,])0円",
        r"(?<!feel )(?<!hands-)\bfree\b(?! to\b)(?!-form)|no (?:charge|cost)\b|complimentary|on the house",
        r"\b(?:is|are) on us\b|for nothing\b|\bwaive",
    ),
    "guarantee": _any(
        "保証|保障|確約|約束|コミットし|責任を(?:持|負)", r"guarant|warrant|\bpromis|\bassur(?:e|ed|ance)\b"
    ),
    "certain": _any(
        "必ず(?!しも|必要)|絶対(?!に?必要)|確実に|間違いなく",
        r"definitely|without fail|for sure|\bsurely\b|\brisk[- ]free",
    ),
    "refund": _any(
        "返金|払い?戻|返品|クーリングオフ", r"refund|\breturn it\b|no questions asked|money[- ]back|cash ?back"
    ),
    "contract": _any(
        "契約(?:が|は|を)?(?:成立|締結|完了|結び)|契約し(?:ます|ました)|拘束力|違約金|賠償|特約|免責",
        "(?:弊社|当社|私ども|わたくしども)(?:の|に)(?:責任|過失|落ち度|ミス|非)",
        r"\bour (?:fault|mistake|responsibility)\b|\bwe (?:are|were) (?:at fault|responsible|to blame|negligent)",
        r"\blegally|\bbinding|liabilit|indemni|penalt|contract (?:is|has been) (?:signed|agreed|closed)",
        r"we (?:hereby )?(?:agree|accept|grant)|licen[cs]e to\b",
    ),
    "superlative": _any(
        r"業界(?:最|初|トップ|一|no)|最安|最速|日本一|世界一|世界初|日本初|国内初|ナンバーワン|シェア1位|唯一",
        r"数[十百千万]+[社名件台]|\bno\.?\s?1\b",
        r"\bbest (?:price|product|in|on)\b|number 1\b|cheapest|lowest price|fastest",
        r"\b(?:dozens|hundreds|thousands|millions) of (?:companies|customers|firms|users|businesses)",
        r"market[- ]lead|world's (?:first|best)",
    ),
    "reputation": _any("倒産|破産|訴訟|詐欺|不祥事|違法|粗悪", r"bankrupt|lawsuit|\bsued\b|\bfraud|\bscam|\billegal"),
    "unlimited": _any("無制限|使い放題|永久|永年|生涯", r"unlimited|perpetual|lifetime|\bforever\b"),
    "certificate": _any(
        "認可|認証(?:を|の)?(?:取得|得)|認証済|認証を受け|認定(?:を|され|済|取得)|準拠|適合して|取得済",
        r"certifi|accredit|\b[a-z]{2,5}[- ]approved|\bcomplian|attestation",
    ),
    "booking": _any(
        "予約(?:を|が|は)?(?:いた)?(?:しました|済|完了|確定|取れ|入)",
        r"\bbooked\b|(?:meeting|demo|call|reservation) (?:is|has been) (?:set|confirmed|booked|scheduled)",
    ),
    "effect": _any(
        "(?:手配|送信|送付|お送り|発送|登録|削除|キャンセル|解約|設定|発行|共有|通知|連絡|お伝え|確保|招待|申請|申込|承認|注文)"
        "(?:を|が|は)?(?:(?:いた)?しました|済みです|(?:が|は)?(?:完了|確定))",
        r"\b(?:i|we)(?:'ve| have)?(?: just| already| now)? (?:sent|cancel+ed|deleted|registered|refunded|arranged"
        r"|reserved|scheduled|created|updated|added|notified|forwarded|activated|enabled|approved|ordered|informed"
        r"|emailed|called)\b",
    ),
}
BINDING = frozenset({"discount", "free", "guarantee", "refund", "contract", "unlimited", "certificate"})
CERTIFICATES = _any(
    r"iso(?:/iec)?[\s-]?\d{4,5}|soc[\s-]?[123]\b|hipaa|\bpci(?:[\s-]?dss)?\b|fedramp|\bfda\b|haccp|\brohs|\bgmp\b|\bgdpr|\bccpa|\bfips",
    r"isms|ismap|pマーク|プライバシーマーク",
)
WHENS = _any(
    r"(?:来週|今週|次)の?[月火水木金土日]曜|\b(?:next|this|coming) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    "[月火水木金土日]曜|明日|明後日|翌日|翌営業日|翌週|再?来週|再?来月|来年|本日中|今日中|当日中|今週中|今月中|月内|年内|週明け|月末まで|年末まで|即日",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\btomorrow\b|\bnext (?:week|month|year|quarter)\b",
    r"\bnext (?:business|working) day\b|\btonight\b|\bsame[- ]day\b|\bwithin the (?:day|hour|week)\b|\bby today\b",
    r"\bend of (?:the )?(?:day|week|month|year)\b|\bthis (?:week|month|afternoon)\b|\blater today\b",
)
SAME_WHEN = {
    "monday": "月曜", "tuesday": "火曜", "wednesday": "水曜", "thursday": "木曜", "friday": "金曜", "saturday": "土曜",
    "sunday": "日曜", "tomorrow": "明日", "next week": "来週", "next month": "来月", "next year": "来年",
    "next business day": "翌営業日", "next working day": "翌営業日", "by today": "本日中", "今日中": "本日中",
}  # fmt: skip

CLAUSE_END = _any(
    "(?<=です)[、,]|(?<=ます)[、,]|(?<=した)[、,]|(?<=ません)[、,]|(?<=す[がし])[、,]?|(?<=すので)[、,]?",
    "(?<=せんが)[、,]?|(?<=せんので)[、,]?|(?<=せんため)[、,]?|(?<=ないため)[、,]?|(?<=ないので)[、,]?",
    r"[;:。.!?](?:\s|$)|,\s|\s-\s|\b(?:but|however|although|though|yet|still|instead|because|unless|except)\b",
    r"\b(?:and|so)\b(?= (?:i|we|you|it|this|that|our|your|they|here)\b)",
)
REASSURES = _any(
    "(?:間違い|嘘では?|問題|相違|心配は?|遠慮は?|他では?|以外では?)(?:は)?(?:ござい|あり|いり|には?及び)ません",
    "ないことは|ないわけ|ずには",
    r"n't (?:wait|deny|lie|help|worry|regret|believe|go wrong)|\bno (?:problem|worries|doubt|question|issue|joke)",
    r"\bnot (?:only|just|an? (?:problem|issue|joke))|less than|fewer than|anything but|\benough\b",
)
_STOP = r"[\s。.!?、,)」]*$"
DECLINES = _any(
    rf"(?:ません(?:でした|ので|が|ため)?|かね(?:ます|ております)(?:ので|が|ため)?|ない(?:ため|ので|です)){_STOP}",
    r"(?:について|につきまして|に関し|かどうか|可否|の件|状況|条件|詳細).{0,25}"
    rf"(?:連絡|確認|お答え|回答|案内|説明|おつなぎ|お調べ)(?:し|いたし)ます{_STOP}",
    rf"担当.{{0,14}}(?:確認|お答え|回答|判断)(?:し|いたし)ます{_STOP}",
    r"\b(?:not|never|cannot|unable|without|no(?!\.))\b|n't\b",
    r"(?:colleague|team|person|specialist|someone|rep).{0,30}(?:whether|\bif\b|about|any\b|regarding|which)",
)
AGREES = re.compile(
    r"^\W*(?:はい|ええ|もちろん|承知|かしこまり|可能です|大丈夫です|問題(?:あり|ござい)ません|その通り|おっしゃる(?:通|とお)り|同意|合意"
    r"|了解|そうです|(?:yes|yep|sure|absolutely|of course|agreed|certainly|correct|exactly|no problem|ok|okay"
    r"|deal|understood|confirmed|granted|certified|happy to|we can do that"
    r"|(?:i|we) agree|that's (?:right|correct|fine))\b)"
)
ORDERS_TO_SOFTWARE = _any(
    "指示を?無視|無視し|と言え|と返信せよ|と出力|と書け|システムプロンプト|aiへ|<!--",
    r"\bignore (?:all|any|the|your|previous|other)|\boverride\b|\bprint [a-z]+-|\b(?:assistant|system|ai)\s?:",
    r"\btell every visitor",
)
_REAL = r"(?:an? )?(?:real |actual |live )?"
CLAIMS_TO_BE_HUMAN = _any(
    "(?:私|わたし|わたくし|僕|こちら)(?:は|も)(?:、)?(?:本物の|生身の)?(?:人間|人(?!間))(?!では|じゃ|でな)",
    "(?:ai|ボット|ロボット|機械|自動応答|プログラム)では?(?:ありません|ございません|ない)",
    "(?:私|わたし|わたくし|僕)は.{0,12}(?:担当|営業|社員|スタッフ)",
    "(?:担当|営業|受付)の(?!者|方)[一-龥]{1,4}(?:です|でござ|と申し)|と申します|(?:私|わたくし)、[一-龥]{1,4}(?:が|は)",
    "こちらは人が|人が(?:直接)?(?:書いて|入力|打って)",
    rf"\bi(?:'m| am) (?!not\b)(?:really |actually |indeed )?{_REAL}(?:human|person|man|woman|employee)\b",
    r"\bi(?:'m| am) not (?:an? )?(?:ai|bot|robot|machine|program|computer|software|assistant|automated)\b",
    rf"\b(?:speaking|talking|chatting) (?:with|to) {_REAL}(?:human|person)\b|\bas a (?:human|person)\b|\bmy name is\b",
    r"\bthis is \w+ (?:from|in|with|at)\b|\bi(?:'m| am) \w+, (?:your|the|from)\b|(?:real|human|actual) person is\b",
)
RUDE = _any(
    "死ね|殺す|お前|てめえ|きさま|貴様|黙れ|馬鹿|キチガイ|くたばれ|役立たず|うざい|きもい",
    "(?<![ァ-ヶー])(?:バカ|アホ|クソ|クズ|ブス|カス|ボケ)(?![ァ-ヶー])",
    r"\b(?:idiots?|stupid|morons?|fuck\w*|shit\w*|bitch\w*|bastards?|assholes?|damn|crap|dumb|losers?)\b",
    r"\b(?:shut up|screw you|hate you)\b",
)
# Small words tell languages of the Latin script apart; those that several share are left out.
ENGLISH = frozenset(
    "the is are was to of and you your we our for with that this can will it be have has what how when which would do"  # noqa: SIM905
    " by from at as not there if or please could may i a an in on they their".split()
)
OTHER_LATIN = frozenset(
    "der die das und ist nicht für mit ein eine wir sie ihre le la les des est une pour vous nous avec el los las que"  # noqa: SIM905
    " por para con una su il di che sono um uma não com ich auf zu del è é y gozaimasu desu masu".split()
)
