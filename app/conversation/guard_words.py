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
        "(?:特別|優待|限定|特典)(?:価格|料金|条件|プラン|割)|特価|お安く|安く(?:し|でき|ご?提供|なり)|(?:値段|価格|料金|金額).{0,12}下げ|おまけ|勉強さ?せ",
        r"\b(?:special|better|lower|reduced|exclusive|preferential) (?:rate|price|deal|offer|terms|pricing)"
        r"|knock .{0,20}\boff\b",
        r"\bcheaper for you|\bcut you a|\bbeat (?:any|their|every)|\bmatch (?:any|their|every)|sweeten"
        r"|bring the price down",
        r"remise|rabais|rabatt|nachlass|descuento|sconto|折扣|优惠|折優|할인|giảm giá",
    ),
    "free": _any(
        r"無料|無償|タダ(?:で|に)|(?<!い)ただで(?!さえ)|サービス(?:いた)?し(?:ます|て)|(?:料金?|費)は(?:頂|いただ)きません|(?<![\d,])0円",
        r"(?<!feel )(?<!hands-)\bfree\b(?! to\b)(?!-form)|no (?:charge|cost)\b|complimentary|on the house",
        r"\b(?:is|are|be) on us\b|for nothing\b|\bwaive|\b(?:no|zero|without)(?: \w+){0,2} (?:fees?|charges?|costs?)\b",
        r"(?:費用?|料金?|代金?|お金)は?(?:一切)?(?:掛か|かか|頂き|いただき|発生し|請求し)(?:り)?ません|実質(?:ゼロ|0)|ゼロ円|(?:弊社|当社|こちら)(?:で"
        r"|が)?(?:全額)?(?:ご)?負担",
        r"(?:won't|not|never|nothing) (?:be )?(?:charged?|billed?|cost|invoiced?)\b|\bwe(?:'ll"
        r"| will)? (?:cover|absorb|pick up)\b",
        r"gratuit|kostenlos|gratis\b|免费|免費|무료|miễn phí",
    ),
    "guarantee": _any(
        "保証|保障|確約|約束|コミットし|責任を?(?:持|も|負|と)|請け合|太鼓判|折り紙付|お墨付|安心(?:ください|して|いただけ)|お任せ|任せてください",
        r"guarant|warrant|\bpromis|\bassur(?:e|ed|ance)\b|\bmy word\b|\bcount on\b|\brely on (?:us|me|that)"
        r"|\btake (?:full |all )?responsib",
        r"\bmake sure\b|\bsee to it\b|\b(?:i|we)(?:'ll| will) (?:personally|take care|handle|sort|ensure)"
        r"|\bleave it to (?:us|me)\b|\bensures?\b",
        r"garanti|保证|保證|보장",
    ),
    "certain": _any(
        "必ず(?!しも|必要)|絶対(?!に?必要)|確実に|間違いなく",
        r"definitely|without fail|for sure|\bsurely\b|\brisk[- ]free|\bcertain(?:ly)? (?:to|will|get|see)"
        r"|\bbound to\b|\bfoolproof\b",
        "失敗(?:は|も)?(?:あり|し|ござい)(?:ません|ない)|失敗しない|絶対|100%",
        r"\b(?:never|cannot|can't|won't|doesn't) (?:ever )?(?:fail|break|stop|crash|go (?:down|wrong)|lose|disappoint)",
    ),
    "refund": _any(
        "返金|払い?戻|返品|クーリングオフ", r"refund|\breturn it\b|no questions asked|money[- ]back|cash ?back"
    ),
    "contract": _any(
        "契約(?:が|は|を)?(?:成立|締結|完了|結び)|契約し(?:ます|ました)|拘束力|違約金|賠償|特約|免責",
        "(?:弊社|当社|私ども|わたくしども)(?:の|に)(?:責任|過失|落ち度|ミス|非)",
        r"\bour (?:fault|mistake|responsibility)\b|\bwe (?:are|were) (?:at fault|responsible|to blame|negligent)",
        "(?:契約|合意|約束|申し?出|取り?決め)(?:は|が|も).{0,12}(?:有効|効力|成立|確定|締結)|口頭(?:で|の)|法的(?!要件|な問)|裁判|慰謝料|補償",
        r"\bcontracts? (?:is|are|has|will|starts?|can be|takes?)\b|\b(?:deal|agreement|order|offer) (?:is"
        r"|has been|stands)\b|\bin force\b",
        r"\btakes? effect\b|\b(?:oral|verbal)(?:ly)?\b|\bcompensat|\breimburse|\bour (?:error|negligence"
        r"|doing)\b|\bwe owe\b",
        r"\blegally|\bbinding|liabilit|indemni|penalt|contract (?:is|has been) (?:signed|agreed|closed)",
        r"we (?:hereby )?(?:agree|accept|grant)|licen[cs]e to\b",
    ),
    "superlative": _any(
        r"業界(?:最|初|トップ|一|no)|最安|最速|日本一|世界一|世界初|日本初|国内初|ナンバーワン|シェア1位|唯一",
        r"数[十百千万]+[社名件台]|\bno\.\s?1\b|no1\b|ナンバー1",
        "(?:他社|競合|ライバル|同業|従来品|どこ)(?:製品|さん|各社)?(?:に|より|と比べ|とは違|にも|では)|より(?:も)?(?:安|優れ|高性能|お得|速く|低価格)|引けを取|負けません"
        "|圧倒的|抜群|随一|トップクラス|最高の|最も(?:安|優|速|信頼)",
        r"\b(?:cheaper|better|faster|safer|smarter|more reliable|more accurate|more affordable"
        r"|superior) (?:than|to)\b|\bcheaper\b|\boutperform",
        r"\bcompetitors?\b|\bcompetition\b|\brivals?\b|\bunlike (?:other|most|our)|\bthan (?:the )?(?:others?"
        r"|anyone|any other|most)\b|\bunbeat|\bunmatched",
        r"\bthe (?:best|leading|finest|most \w+|top (?:robot|choice|product|supplier|brand|pick|name|one))\b"
        r"|\bsecond to none\b|\bworld[- ]class\b|\bstate of the art\b|\brevolutionary\b|\bbeats?\b",
        r"\bbest (?:price|product|in|on)\b|number 1\b|cheapest|lowest price|fastest",
        r"\b(?:dozens|hundreds|thousands|millions) of (?:companies|customers|firms|users|businesses)",
        r"market[- ]lead|world's (?:first|best)",
    ),
    "reputation": _any("倒産|破産|訴訟|詐欺|不祥事|違法|粗悪", r"bankrupt|lawsuit|\bsued\b|\bfraud|\bscam|\billegal"),
    "outcome": _any(
        "半減|倍増|激減|激増|元が取れ|元を取|(?:投資|費用)(?:は|を|が)?.{0,10}回収|(?<!という)(?:成果|効果|結果)が(?:出|現れ|あり|表れ|見え|得られ)|儲か|売上が?(?:上が|伸び|増え)|黒字",
        r"\b(?:in|takes?) (?:you )?no time\b",
        r"\bpays? (?:for )?itself|\bsaves? (?:you |your |them |the |every|money|time|thousand)"
        r"|\bsee (?:the )?(?:results|improvement|savings|returns?)\b",
        r"\breturn on investment\b|\broi\b|\bdoubles?\b|\bhalves?\b|\bboosts?\b|\bskyrocket|\bprofit"
        r"|\bbreak even\b|\bwill (?:improve|increase|reduce|cut|solve|fix|end)\b",
        r"\byour? [^.;]{0,40}\b(?:will|would|can|could|should|(?:can )?expect)\b[^.;]{0,12}"
        r"\b(?:fall|drop|rise|grow|go (?:down|up)|decreas"
        r"|shrink|be (?:cut|reduced|lower|shorter|higher|faster))",
        "(?:御社|貴社|お客様|そちら)(?:の|で|も|に)[^。]{0,30}(?:減り|増え|下が|上が|短く|短縮|改善)",
        "解決(?:でき|いたし|し)ます|解消(?:でき|いたし|し)ます|なくなります|ゼロになり|無くなり",
    ),
    "customers": _any(
        "(?:大手|有名|上場|名だたる|主要|一流|多く|多数|あらゆる|すべて|全て|全国)の?(?:企業|会社|メーカー|銀行|官公庁|自治体|工場|お客様|ユーザー)(?:様|さま)?(?:が|に|で|から|も)",
        r"\b(?:all|most|many|major|leading|large|famous|top|every|global) (?:the )?(?:\w+ )?(?:banks?"
        r"|companies|manufacturers?|firms|brands|hospitals|governments?|ministries|customers?|users?)\b",
        r"\bfortune \d+|\btrust(?:s|ed)? (?:us|by)\b|\bhousehold names?\b|\bindustry (?:leaders?|giants?)",
    ),
    "unlimited": _any(
        "無制限|無期限|上限(?:は|が|も)?(?:なし|ない|の?ない|ありません|ございません)|使い放題|永久|永年|生涯|いくらでも|好きなだけ|何(?:台|回|人|名|度)でも",
        r"unlimited|\bwithout (?:a |any )?limits?\b|\bfor good(?! \w)|\bindefinitely\b"
        r"|as (?:much|many|often) as you (?:like|want|need)|\bno limits?\b|perpetual|lifetime|\bforever\b",
    ),
    "certificate": _any(
        r"認可|認証(?:を|の)?(?:取得|得)|認証済|認証を受け|(?:iso|soc|isms|マーク|\d{4,5})[^。]{0,20}取得(?:済|(?:いた)?し(?:ました|て(?:い|おり)ます)(?!か))|認定(?:を|され|済|取得)|準拠|適合して|取得済",
        r"certifi|accredit|\b[a-z]{2,5}[- ]approved|\bcomplian|attestation",
    ),
    "booking": _any(
        "予約(?:を|が|は)?(?:いた)?(?:しました|済|完了|確定|取れ|入)",
        "押さえ(?:て|まし|ました|済)|仮押さえ|枠を(?:取|確保|ご用意)|日程(?:は|が|を)(?:確定|決ま|確保)|(?:面談|商談|デモ|訪問|お電話|打ち?合わせ)(?:は|が"
        "|を)(?:確定|決ま|設定|セット)",
        r"\bput (?:a hold|you (?:down|in))|\bpencil+ed|\bslot is yours|\bcalendar invit"
        r"|\byou're (?:all )?(?:set|booked|in|confirmed)\b|\bsee you (?:on|at|then|there)\b",
        r"\bbooked\b|(?:meeting|demo|call|reservation) (?:is|has been) (?:set|confirmed|booked|scheduled)",
    ),
    "effect": _any(
        "(?:て|で)おき(?:ました|ます)|(?:て|で)あり(?:ます|ました)(?!が)|(?:手配|準備|設定|登録|送付|送信|連絡|共有|手続き|変更|停止|解除|返金|(?<![にも])対応)済み?(?:です|でござ)?",
        "(?:ました|しております)(?:ので|から)?[、,]?.{0,12}(?:ご確認|お確かめ)(?!いただけ)|(?:届いて|お手元に).{0,8}(?:いる|います|おります|はず)|(?:完了|処理)(?:いた)?しました",
        r"\b(?:has|have) (?:now |already |just )?been (?:sent|cancel\w+|deleted|registered|refunded|arranged"
        r"|reserved|scheduled|created|updated|upgraded|added|activated"
        r"|enabled|approved|ordered|informed|notified|forwarded|processed|extended|removed|changed|granted"
        r"|unlocked|reset|shipped)",
        r"\b(?:is|are) (?:now|already|hereby) (?:active|live|confirmed|approved|set|ready|open|on its way"
        r"|upgraded|extended|yours)\b|(?:\bis|\bare|'s|'re) on (?:its|the|their) way\b|\bin your inbox\b",
        r"\b(?:i|we)(?:'ve| have)(?: just| already| now)? (?:put|set|made|taken|let|given|told|got|passed"
        r"|asked|spoken|contacted|prepared|placed|signed|changed|moved|logged|opened|extended|removed|granted)\b",
        "(?:手配|送信|送付|お送り|発送|登録|削除|キャンセル|解約|設定|発行|共有|通知|連絡|お伝え|確保|招待|申請|申込|承認|注文)"
        "(?:を|が|は)?(?:(?:いた)?しました|済みです|(?:が|は)?(?:完了|確定))",
        r"\b(?:i|we)(?:'ve| have)?(?: just| already| now)? (?:sent|cancel+ed|deleted|registered|refunded|arranged"
        r"|reserved|scheduled|created|updated|added|notified|forwarded|activated|enabled|approved|ordered|informed"
        r"|emailed|called)\b",
    ),
}
BINDING = frozenset({"discount", "free", "guarantee", "refund", "contract", "unlimited", "certificate"})
CERTIFICATES = _any(
    r"iso(?:/iec)?[\s-]?\d{4,5}|soc[\s-]?[123]\b|hipaa|\bpci(?:[\s-]?dss)?\b|fedramp|\bfda\b|haccp|\brohs"
    r"|\bgmp\b|\bgdpr|\bccpa|\bfips",
    r"isms|ismap|pマーク|プライバシーマーク",
)
WHENS = _any(
    r"(?:来週|今週|次)の?[月火水木金土日]曜|\b(?:next|this|coming) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    "[月火水木金土日]曜|明日|明後日|翌日|翌営業日|翌週|再?来週|再?来月|来年|本日中|今日中|当日中|今週中|今月中|月内|年内|週明け|月末まで|年末まで|即日",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\btomorrow\b|\bnext (?:week|month|year|quarter)\b",
    r"\bthe (?:very )?next day\b|\bday after\b",
    r"\bnext (?:business|working) day\b|\btonight\b|\bsame[- ]day\b|\bwithin the (?:day|hour|week)\b|\bby today\b",
    r"\bend of (?:the )?(?:day|week|month|year)\b|\bthis (?:week|month|afternoon)\b|\blater today\b",
    r"\bthis year\b|\b(?:this|by|before) (?:spring|summer|autumn|winter|year[- ]end)\b",
)
SEASONS = _any("(?:this|by|before)(?:year|spring|summer|autumn|winter|yearend)")
"""Those of them that may be told back to whoever named them, written as one word."""
SAME_WHEN = {
    "monday": "月曜", "tuesday": "火曜", "wednesday": "水曜", "thursday": "木曜", "friday": "金曜", "saturday": "土曜",
    "sunday": "日曜", "tomorrow": "明日", "next week": "来週", "next month": "来月", "next year": "来年",
    "next business day": "翌営業日", "next working day": "翌営業日", "by today": "本日中", "今日中": "本日中",
}  # fmt: skip

CLAUSE_END = _any(
    "(?<=です)[、,]|(?<=ます)[、,]|(?<=した)[、,]|(?<=ません)[、,]|(?<=す[がし])[、,]?|(?<=すので)[、,]?",
    "(?<=せんが)[、,]?|(?<=せんので)[、,]?|(?<=せんため)[、,]?|(?<=ないため)[、,]?|(?<=ないので)[、,]?",
    r"[;:。.!?](?:\s|$)|,\s|\s-\s|\b(?:but|however|although|though|yet|still|instead|because|unless|except)\b",
    r"\b(?:and|so)\b(?= (?:i|we|you|it|this|that|our|your|they|here|does|do)\b)",
)
REASSURES = _any(
    "(?:間違い|嘘では?|問題|相違|心配は?|遠慮は?|他では?|以外では?)(?:は)?(?:ござい|あり|いり|には?及び)ません",
    "ないことは|ないわけ|ずには",
    r"n't (?:wait|deny|lie|help|worry|regret|believe|go wrong)|\bno (?:problem|worries|doubt|question|issue|joke)",
    r"\bno time\b|\bnot (?:only|just|an? (?:problem|issue|joke))|less than|fewer than|anything but|\benough\b",
    r"\b(?:no|without|not|never|won't|nothing)(?: \w+){0,2} (?:fees?|charges?|costs?|charged?|billed?"
    r"|invoiced?|limits?|cost)\b",
    r"\b(?:never|cannot|can't|won't|doesn't) (?:ever )?(?:fail|break|stop|crash|go (?:down|wrong)|lose"
    r"|disappoint)\w*|\bsecond to none\b",
    "(?:失敗|リスク|費用|料金|負け|引けを取り?|手数料|追加費用)(?:は|も|を)?(?:一切)?(?:掛か|かか|頂き|いただき|発生し|請求し|あり|ござい|し|取り)?り?ません",
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
_REAL = r"(?:an? )?(?:real |actual |live )?"
CLAIMS_TO_BE_HUMAN = _any(
    "(?:私|わたし|わたくし|僕|こちら)(?:は|も)(?:、)?(?:本物の|生身の)?(?:人間|人(?!間))(?!では|じゃ|でな)",
    "(?:ai|ボット|ロボット|機械|自動応答|プログラム)では?(?:ありません|ございません|ない)",
    "(?:私|わたし|わたくし|僕)は.{0,12}(?:担当|営業|社員|スタッフ)",
    "(?:担当|営業|受付)の(?!者|方)[一-龥]{1,4}(?:です|でござ|と申し)|と申します|(?:私|わたくし)、[一-龥]{1,4}(?:が|は)",
    "こちらは人が|人が(?:直接)?(?:書いて|入力|打って)|(?:スタッフ|社員|担当|人間|営業|オペレーター|係|者)の?[一-龥ァ-ヶ]{0,6}(?:本人)?が(?:直接|一つ一つ"
    "|手で)?.{0,6}(?:書い|打っ|入力し|お?答え|回答し|対応し|返信し)",
    "(?:自分|私|手)(?:の手|の指)?で(?:書|打|入力)|(?:私|わたくし|僕)(?:、|が|は)?.{0,10}(?:年目|入社|出社|出張|家族|昼食|休憩|眠|疲れ)|生身|肉声",
    rf"\bi(?:'m| am) (?!not\b)(?:really |actually |indeed )?{_REAL}(?:human|person|man|woman|employee)\b",
    r"\bi(?:'m| am) not (?:an? )?(?:ai|bot|robot|machine|program|computer|software|assistant|automated)\b",
    rf"\b(?:speaking|talking|chatting) (?:with|to) {_REAL}(?:human|person)\b|\bas a (?:human|person)\b|\bmy name is\b",
    r"\bi (?:typed|type|wrote|write|work|sit|live|joined|drive|feel)\b|\bi(?:'ve| have) (?:worked|been with)\b"
    r"|\b(?:human|person|someone|staff) (?:wrote|typed|is typing|is writing|is answering|here)\b",
    r"\bmy (?:desk|team|colleagues and i|boss|lunch|shift|office)\b|\bi(?:'m| am) (?!sorry|afraid|happy|glad"
    r"|sure|here|just|only|able|unable|an?\b|not\b|the\b|software|told)\w+(?:,? (?:and i|from|with|at|in|of"
    r"|your)\b|\.?$)",
    r"\b(?:your|the|a) (?:account|sales|customer) (?:manager|rep|representative|executive)(?:,| here| writing)"
    r"|\byours truly\b|\bno (?:bot|ai|robot|machine)s?\b.{0,12}\b(?:here|involved)\b",
    r"\bthis is \w+ (?:from|in|with|at|speaking|here)\b|\bi(?:'m| am) \w+, (?:your|the|from)\b|(?:real|human"
    r"|actual) person is\b",
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
