"""When and how the prospect wants to be reached: 「15時以降にお電話ください」, "no calls please"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from app.understanding.contact_points import phone
from app.understanding.days import days
from app.understanding.facts import Callback, CallbackMethod
from app.understanding.hours import hours, minutes_ahead
from app.understanding.lasting import without_since
from app.understanding.normal import any_of, normalise, sentences
from app.understanding.zones import zone_in

_NO_CALL = (
    (
        r"(?:お?電話|架電|TEL)(?:での?(?:ご?連絡|対応)?|連絡)?(?:は|も|を)?(?:一切|特に|まだ)?"
        r"(?:不要|いりません|要りません|結構|控え|遠慮(?!な)|ご遠慮(?!な)|困り|お断り|NG|無し|なし(?:で|希望)|やめ"
        r"|しない"
        r"|いらない|嫌|苦手|必要(?:ありま|な[いし])|(?:出ら?れ|受けられ)(?=な|ませ)|難し|不可|(?:す|する)(?:んな|な"
        r"(?![らのど])))"
        r"|(?:お?電話|架電)(?:での?(?:ご?連絡|対応)?|連絡)?[はをも]?(?:やっぱり|やはり|もう|今回は)"
        r"(?:不要|いりません|要りません|結構です|いらない|なし(?:で|に)|やめ(?:て|に|と))"
    ),
    (
        r"電話(?:は|も|を)?(?:し|かけ|掛け)(?:て(?:こ)?|)ない(?:で|ように)|電話(?:は|も|を)?(?:かけて|掛けて"
        r"|して)くんな"
        r"|でんわ(?:は|も|を)?(?:ふよう|いりません|いらない|けっこう|ごえんりょ|やめて|しないで|にがて)"
    ),
    (
        r"\b(?:no|don't|do not|please don't|without|not by|never) (?:any )?(?:phone )?calls?(?: me)?\b"
        r"|\b(?:hate|dislike|avoid) (?:phone )?calls\b"
        r"|no phone\b(?! (?:signal|reception|coverage|network|line|service|mast|connection|app))"
        r"|\bno need (?:to (?:call|phone|ring)(?: (?:me|us)| back|(?=\W*$|[.,;!]))|for (?:a|any|you to) (?:call"
        r"|phone))\b"
        r"|not (?:by|over the) phone"
        r"|(?:(?:\b(?:not|never)|n't) (?:\w+ )?(?:want|wish|like|need|care) to|\brather not|\bprefer not to) be"
        r" (?:phoned|called|telephoned|rung(?: up)?)\b(?! (?:by (?!phone)|an?|the|to|in|before|until|till|yet)\b)"
        r"|(?<!they )(?<!people )(?<!we )(?<!i )\b(?:do not|don't|not to|never) (?:telephone|phone|ring)\b"
        r"(?! (?:the|an?)\b)"
    ),
)
# 「夕方なら電話出られます」: they can be reached.
_ANSWERS = re.compile(r"(?:出(?:ら)?れ|受け(?:ら)?れ)(?=ます(?!か)|る(?!か)|そう|やす)")
_MAIL = (
    (
        r"メールで(?:の)?(?:お願い|ご?連絡|ご?返信|ご?回答|ください|下さい|結構|希望|いただ|頂|送|やり|十分"
        r"|いい|良い|だけ|のみ|大丈夫)"
    ),
    r"メール(?:希望|のみ|が(?:いい|良い|助か|ありがた)|の(?:方|ほう)が|に(?:して|変え|変更|切り?替え))",
    (
        r"\b(?:by|via|over|through) e-?mail\b"
        r"|\be-?mail (?:only|is (?:fine|best|better|easiest)|me instead|works|preferred)|prefer e-?mail"
        r"|just e-?mail|\b(?<!i )(?<!they )(?<!you )e-?mail me\b"
    ),
)
_PHONE = (
    (
        r"(?:お)?電話(?:を|で|が)?(?:ください|下さい|お願い|もら|いただ|頂|希望|ほし|欲し"
        r"|(?:が|の(?:方|ほう)が)(?:早|いい|良い|よか|ええ|楽|助か)|して|かけ|でお|で話|OK|可能|大丈夫)"
    ),
    # 「電話に出られる人いますか」
    r"電話(?:に|で|が|を)?(?:でき|出(?:ら)?れ|話せ|大丈夫な|可能な|もらえ|くれ|いただけ)(?:る|ます)?[^。、?]{0,6}(?:方|人|担当|者)[^。?、]{0,6}(?:い(?:ます|る|らっしゃいます|ません|ないです)|おられます)の?(?:か|\?)|"
    r"(?:折り?返し|かけ直)|でんわ(?:を|が|で)?\s?(?:くだ|ほし|おねが|はな[しせ]|して(?!い)|いい)",
    # 「すぐかけて」
    r"(?:すぐに?|至急|早急に|なるはやで|[日時分間週]中?(?:以内)?に|こちらに|こっちに|番号に)[^。、]{0,4}かけて(?:くだ|下さ|こい|くれ|ほし|欲し|もら"
    r"|ちょうだい|いただ|頂|[。!]|$)",
    (
        r"\b(?:call|phone|ring) me\b|give me a (?:call|ring|buzz)|\b(?:a|your) call\b|call back|callback"
        r"|by phone|reach me at(?! *(?:[.,;!]|and|or|$))"
        r"|(?:^\W*|[.!,;]\s)(?:please |just )?(?:call|ring|phone) (?:at |on )?\+?\(?\d[\d() -]{6}"
        r"|(?:can|could) (?:you|someone) call|have someone call"
    ),
)
# 「資料はメールでお送りください」 wants a paper, not another way of talking.
_PAPER = re.compile(
    (
        r"資料|カタログ|パンフ|見積|書類|シート|ひな形|\b(?:quot\w+|brochure|catalog\w*|materials?|specs?|data ?sheet"
        r"|deck|documents?|details"
        r"|info\w*|cop(?:y"
        r"|ies)|proposal|pdf)\b"
    ),
    re.I,
)
_INSTEAD = re.compile(
    r"やっぱり|やはり|代わり|電話(?:じゃ|では|より)|instead|rather than|actually|not (?:by )?(?:phone|call)|no calls?"
    r"|(?:can't|cannot) take (?:\w+ )?calls?",
    re.I,
)
# A call that was made or missed is no wish for one, nor are the calls of their own customers.
_TOLD = (
    (
        r"折り?返し(?:の)?(?:ご?連絡|お?電話)?(?:が|も|は|を)(?:まだ|一度も|一向に)?(?:な(?:い|く)|あり?ま"
        r"|来(?:な|ま|て(?:い)?な)"
        r"|こな|もらえて|いただけて)|お?電話(?:を)?(?:\d+回)?(?:し|かけ|掛け)(?:た|まし|ても(?!ら|い))"
        r"|何度(?:も)?お?電話|(?:客様?|顧客|取引先|ユーザー|患者|会員|先)(?:さん|様)?(?:から)?の?お?電話"
        r"|(?:電話|連絡)(?:[をはに]|で)(?:(?!希望|待|断|遠慮|控え|避け|メール|願)[^。、?]){0,14}"
        r"(?:し|され|受け|回っ)て(?:い(?!た[だい])|お[らり](?=[れまずね、。]|$)|き(?=[たま]))"
        r"|お?電話(?:対応|応対|番|受付|営業)|(?:テレビ|ビデオ|ウェブ|Web)(?:電話|通話)"
    ),
    # a meeting
    r"\b(?:video|zoom|teams|online|web|conference|google meet)[- ](?:call|chat)s?\b",
    (
        r"\b(?:i|we)(?:'ve| have)? (?:already |just )?(?:called|phoned|rang|rung|tried calling)\b[^.!?]{0,30}"
        r"|\b(?:never|nobody|no one|didn't|hasn't|haven't) (?:\w+ )?(?:called|call|phoned|rang)\b[^.!?]{0,12}"
        r"|\b(?:phone|telephone) (?:support|lines?|system|team|desk)\b|\b(?:customers?|clients?|patients?|leads"
        r"|prospects) (?:\w+ )?(?:call|phone|ring)\w*\b"
        r"|\b(?:inbound|incoming|customer|sales|cold|our) calls?\b|\bmissed (?:a |your |my )?calls?\b"
        r"|\bpromised\b[^.!?]{0,12}\bcall\w*"
        r"|\b(?:got|gets|received|receives) (?:an?|the|another) (?:phone )?call\b"
        r"|(?<!can )(?<!could )(?<!may )(?<!if )(?<!sure )(?<!sure that )(?<!hope )(?<!hope that )(?<!hoping )"
        r"(?<!until )(?<!should )\b(?:i|we) (?:\w+ )?(?:get|keep getting) (?:an?|the) (?:phone )?calls?\b"
        r"(?![^.!?]{0,24}\b(?:today|tomorrow|tonight|asap|soon|back|from (?:you|some\w+|your \w+)|(?:on|this|next) "
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|next) (?:week|morning|afternoon|evening))\b)"
    ),
)
# Who belongs to a product and calls is a person: "your service team call", "your app engineer contact".
_PERSON_EN = (
    r"(?:some(?:one|body)|any(?:one|body)|you|specialist|engineer|expert|team|people|person|rep|representative|manager"
    r"|technician|guy|staff|colleague|consultant|adviser|advisor|desk|department|sales)s?"
    r" (?:(?:to|then|also|please|kindly) )?(?:call|ring|phone|contact|reach|text)\b"
)
# What calls is the product, or what it reports is to reach somebody.
_OF_THE_PRODUCT = (
    (
        r"(?:夜間|早朝|休日|土日|祝日|深夜|24時間)[^。?]{0,8}(?:連絡|電話)(?:に|も)+、?対応[^。?]{0,8}か(?:$|[。?])|"
        r"(?:(?:通知|アラート|アラーム|警報)(?:が|は|も|って)"
        r"|(?:異常|故障|停止|止ま|通知|アラート|警報|センサー|システム|担当者?に|現場に|当直に|保全)[^。?]{0,16}"
        r"(?:連絡|電話|メール)(?:が|は|も|にも|でも))"
        r"[^。?]{0,14}(?:行[くき]|来(?:る|ます)|きます|届[くき]|飛[ぶび]|入[るり]|鳴[るり]|かか[るり]"
        r"|対応)[^。?]{0,12}か(?:$|[。?])"
    ),
    (
        r"\b(?:can|does|do|will|would|could|is|are) (?:it(?= (?:also |then |even |automatically |still )?"
        r"(?:call|ring|phone|text|contact|reach|notify|alert)\b)"
        r"|(?:your|the|this|these) (?:\w+ )?(?:systems?|sensors?|software|products?|tools?|platform|service|app|alarms?"
        r"|alerts?|devices?|gateways?)(?= ))"
        rf"(?:(?!\b{_PERSON_EN})[^.?!]){{0,40}}(?<!a )(?<!the )(?<!phone )\b(?:call|ring|phone|contact|reach|text"
        rf"|notify|alert)\b"
        r"|\bwho (?:do|can|should|would) (?:i|we|they) (?:call|contact|ring|phone|reach)\b"
    ),
)
_ABOUT = r"連絡|電話|でんわ|話せ|話でき|かけ|折り?返|(?<![a-z])TEL(?![a-z])|架電"
_ABOUT_EN = r"\bcall\b|\b(?:by|the|my|please) phone\b|\breach\b|\bring\b|\bcontact\b|best time|\btalk\b"
# These are of reaching somebody only beside a time: 「御社のセンサーで対応できますか」 is of the product.
_REACHABLE = (
    r"(?:^|(?<!は)[、,\s]|。|(?:時間|連絡|希望|電話|[週日月曜]|こちら|私|当方|で)(?:帯)?は[、,\s]*)(?:午前中?|午後|お?昼(?:休み|過ぎ)?|夕方|朝)(?:以降)?(?:が|だと|なら|の?方が)(?:一番|いちばん)?"
    r"(?:助か|有り?難い|ありがた|ベスト|(?:いい|良い)です|嬉し|うれし)"
    r"|(?:以降|以後)(?:で(?:した|あ)?(?:ら|れば)|なら|は|に)?、?(?:いつでも|何時でも|大丈夫|空い|OK|可能)"
    r"|つなが(?!ら)|繋が(?!ら)|出られ|対応でき(?!ず|ませ|な|る人|(?:ます|るの?)?(?:でしょう)?か(?:$|[。?]))|空いて|都合",
    (
        r"(?:(?:^|[.,;!])\W*(?:\w+ )?|\b(?:i|we|me|us|i'm|we're|he's|she's|am|be|(?:are|is) (?:you|some\w+|any\w+)"
        r"|(?:he|she|they|my \w+|both) (?:is|are)) (?:\w+ ){0,2})"
        r"(?:available\b|free\b(?! (?:trial|plan|tier|version|demo|of)\b))"
    ),
    (
        r"(?:^|[.,;!]|\band) ?(?:mornings|afternoons|evenings|lunchtimes|(?:late |early )?(?:morning|afternoon|evening)"
        r"|(?:before|after|around) (?:\d{1,2}(?: ?[ap]m)?|lunch|noon)) (?:(?:are|is|would be) (?:usually |always )?"
        r"(?:best|better|good|fine|ideal|easiest|preferred)|works? (?:best|better))(?: for (?:me|us))?"
        r"(?=\W*$|[.,;!]| (?:thanks|please|if)\b| to (?:call|reach|ring))"
    ),
)
# Whom they want to talk to is one of us: that is a call and no meeting.
_TALK_TO_US = (
    r"(?:担当(?:者|の(?:方|人))?|営業(?:の(?:方|人)|さん|担当)?|スタッフ|責任者|(?:詳しい|専門の)(?:方|人)|人間"
    r"|どなたか|誰か)"
    r"(?:の方|さん)?(?:と|に)(?P<gap>[^。、?]{0,14}?)お?(?:話し?(?:した|がした|せ[まる]|でき)|話したい|相談した)"
    r"|\b(?:talk|speak|chat) (?:to|with) (?:them|some(?:one|body)|any(?:one|body)|sales|your \w+"
    r"|an? (?:real |actual |live )?(?:person|human|rep|salesperson|engineer|expert|specialist|colleague))\b"
)
_FACE_TO_FACE = r"Zoom|Teams|オンライン|訪問|伺|来社|\b(?:meetings?|demos?|visits?|video)\b"
# What is to happen at the time that stands beside a number: no call.
_HAPPENS = (
    r"デモ|打ち?合わ?せ|面談|商談|訪問|来社|見学|会議|(?:工事|設置|搬入|配達|配送|施工|据え?付け|取り?付け)(?:作業|日)?(?:は|の件|について|なら)|使い(?:たい|始)|使う|利用|納品|出荷|止ま|動か"
    r"|\b(?:demos?|meet\w*|visit\w*|start\w*|run\w*|open\w*|clos\w+|ship\w*|stop\w*|fail\w*|live)\b"
)
GO_LIVE = r"導入|稼働|使い始め|開始|go[- ]?live|launch|install|in place|running"
# What is taken out: Japanese says so behind the time, English before it or behind it.
_EXCEPT_JA = re.compile(
    r"以外|[をは]除[いきく]|[をは]避け|[はにも](?:お?電話|架電|ご?連絡)[をは]?(?:(?:し|かけ|掛け)(?:て(?:いただか"
    r"|こ))?な|ご?遠慮"
    r"|控え|お?やめ|避け|困)"
    r"|(?:は|が|も)?(?:だめ|ダメ|駄目|無理|NG|不可|不在|外出|お?(?<!昼)(?<!昼お)休[みん業]|定休|出張|埋ま|都合が(?:悪|つか|合わ)|難し"
    r"|厳し)"
    r"|[はが][^、。]{0,10}入って|塞が|ふさが|(?:用事|予定)が(?:あ|入)|(?:じゃ|では|で)なく|会議(?:です|なの|中|が)"
    r"|お?電話(?:に|は)?出(?:られ|れ)(?:な|ませ)|(?:は|も)出(?:られ|れ)(?:な|ませ)|(?:つな"
    r"|繋)がら|(?:つな|繋)がりませ"
)
_EXCEPT_EN = re.compile(
    r"\b(?:except(?:ing)?|other than|apart from|instead of|excluding|outside|any ?(?:day|time) but|every day but"
    r"|(?<!why )not"
    r"|(?:don't|do not|never|no) (?:calls?|phone|ring)|unavailable|away|out|(?:can't|cannot) (?:talk|do|take calls?"
    r"|make)|(?:can't|cannot|won't) be (?:called|phoned|rung|reached)\b(?! (?:to|by)\b)|busy|off|avoid"
    r"|in (?:a )?meetings?)\b",
    re.I,
)
_BAD_EN = re.compile(
    (
        r"\b(?:is|are|'s) (?:\w+ )?(?:bad|no good|out|off|gone|taken|impossible|difficult|booked|full)\b"
        r"|\b(?:doesn't|don't|does not|won't) (?:work|suit)\b|\b(?:doesn't|does not|won't)\W*$"
    ),
    re.I,
)
_PART = re.compile(r"[、。!?;\n]|(?<=す)が|けれ?ど|,(?=\s)|\.(?=\s|$)|\b(?:but|otherwise|any other)\b", re.I)
_ANY_TIME = re.compile(r"いつでも|何時でも|他の?(?:日|時間)|それ以外|\bany ?(?:time|day|other)\b|\bwhenever\b", re.I)
# 「夜中に止まると朝の便に響くので、」: a time beside it is that of the trouble.
_TROUBLE = (
    r"毎[朝晩夜]|止ま|停止|落ちて|落ちる|壊れ|故障|不具合|トラブル|異音|異常|間に合わ|響[くい]",
    r"\bwe (?:run|operate|produce) |\bevery (?:morning|evening|night)\b|\b(?:goes|went|is|was|be) down\b"
    r"|\b(?:stop(?:s|ped|ping)?|br(?:eak(?:s|ing)?|oken?)|fail(?:s|ed|ing)?|trips?|tripped)\b",
)
# Said to us, where it stands in the words of a problem.
_WISHED = (
    (
        r"(?:連絡|電話|コール|架電|TEL)(?:[^。、]{0,12}(?:くだ|下さ|お願い|おねが|いただ|頂|もら(?!って)|ほし|欲し"
        r"|希望|お待ち|可能|大丈夫|できます"
        r"|たい)|(?:を|で)?[。!]?$)|話し?(?:たい|せ[まる])|相談した|聞きた|伺いた"
    ),
    (
        r"\b(?:call|contact|reach|ring|phone) (?:me|us|at|on|tomorrow|today|back)\b|\bplease\b|\blet'?s\b|\btalk\b"
        r"|\bi(?:'d like| would like| want| need)\b|\b(?:can|could|would) (?:you|someone|somebody|i|we)\b"
    ),
)
_CLAUSE = re.compile(
    r"ので|(?<=[すただいるな])から|ため|(?<=[すただ])が|(?<=[すただいる])し|けど|、|[,;](?=\s)|\s(?=(?:so|and|but"
    r"|because)\s)",
    re.I,
)
_WEEKDAYS = re.compile(r"(?<![一-鿿])(?P<days>[月火水木金土日]{2,4})(?=[はをもがの]|以外|に)")
_WEEKEND = re.compile(r"土日|週末|\bweekends?\b", re.I)


# The day it may begin on.
_EARLY_NEXT_WEEK = (
    r"来週の?(?:前半|頭|あたま|アタマ|初め|はじめ|早々)|\b(?:early|first thing|start of|beginning of) next week\b"
)


def read_callback(text: str, *, asked: bool, today: date, problems: Sequence[str] = ()) -> Callback | None:
    """Return day, time and way; method "none" when calls are refused; None when nothing was said.

    `asked`: our last question was when to call. `problems` are what hurts, in the words of the message: a time in such
    a sentence is that of the trouble, unless it says that we are to call.
    """
    ours = any_of(*_TOLD).sub(" ", text if asked else _without_the_products(text))
    about = (
        asked or without_talk(ours) != ours or any_of(_ABOUT, _ABOUT_EN, *_PHONE, *_NO_CALL).search(ours) is not None
    )
    told = without_trouble(ours, problems=() if asked else problems)
    if not about and (beside := _reachable_then(told, today=today)):
        told, about = beside, True
    wanted, excluded = parted(told, today=today) if about else (told, "")
    method = _method(wanted, text)
    start = end = day = minutes = None
    if method == "phone" or about:
        minutes = minutes_ahead(wanted)
        start, end = hours(wanted)
        day = _day(wanted, today=today, asked=asked)
    not_days = _days(excluded, today=today)
    not_from, not_to = hours(excluded)
    if not_from is None or not_to is None:  # 「17時以降は出られません」: what is left is a wish
        start, end = start or not_to, end or not_from
        not_from = not_to = None
    if method is None and (
        start or end or day or minutes or ((asked or not_days or not_from) and _ANY_TIME.search(text))
    ):
        method = "phone"
    if method is None and not not_days and not_from is None:
        return None
    zone = zone_in(text) if start or end or not_from else None
    return Callback(start, end, method, day, zone, minutes, not_days, not_from, not_to)


def _without_the_products(text: str) -> str:
    """Return the text without the sentences that ask whom the product calls."""
    parts = (text[start:end] for start, end in sentences(text))
    return "".join(" " if any_of(*_OF_THE_PRODUCT).search(part) else part for part in parts)


def without_talk(text: str) -> str:
    """Return the text without the wish to talk to one of us: that is a call, unless it says where they would meet."""
    if any_of(_FACE_TO_FACE).search(text):
        return text
    return any_of(_TALK_TO_US).sub(r" \g<gap> ", text)


def _reachable_then(text: str, *, today: date) -> str:
    """Return the sentences with a time at which they can be reached, or beside a number of theirs, if nothing happens
    then.
    """
    parts = (text[start:end] for start, end in sentences(text))
    return "".join(
        part
        for part in parts
        if (_is_reachable(part, today=today) or (phone(part) and hours(part) != (None, None)))
        and not any_of(GO_LIVE, _HAPPENS).search(part)
    )


def _is_reachable(sentence: str, *, today: date) -> bool:
    when = hours(sentence) != (None, None) or next(iter(days(sentence, today=today)), None) is not None
    return when and any_of(*_REACHABLE).search(sentence) is not None


def _method(wanted: str, text: str) -> CallbackMethod | None:
    if any_of(*_NO_CALL).search(_ANSWERS.sub(" ", wanted)):
        return "none"
    if any_of(*_MAIL).search(wanted) and (_INSTEAD.search(text) or not _PAPER.search(text)):
        return "email"
    return "phone" if any_of(*_PHONE).search(wanted) else None


def without_trouble(text: str, *, problems: Sequence[str] = ()) -> str:
    """Return the text without the clauses that tell of a breakdown or a habit and of no call, and since when.

    `problems` are what hurts, in the words of the message: what stands in these is of a call only if it is a wish.
    """
    text = without_since(text)
    hurting = [(at, at + len(one)) for one in map(_spelled, problems) if (at := text.find(one)) >= 0]
    left = []
    last = 0
    for cut in sorted(
        {*(one.end() for one in _CLAUSE.finditer(text)), *(end for _, end in sentences(text)), len(text)}
    ):
        clause, start, last = text[last:cut], last, cut
        tells = any_of(*_TROUBLE).search(clause) and not any_of(_ABOUT, _ABOUT_EN, *_REACHABLE, *_PHONE).search(clause)
        hurts = any(start < end and begin < cut for begin, end in hurting)
        hurts = hurts and not (any_of(*_PHONE, *_REACHABLE, *_WISHED).search(clause) or phone(clause))
        left.append(" " if tells or hurts else clause)
    return "".join(left)


def _spelled(problem: str) -> str:
    return normalise(problem).text


def ruled_out(clause: str) -> bool:
    """Say whether a clause takes the time it names out."""
    return (
        _EXCEPT_JA.search(clause) is not None or any_of(_EXCEPT_EN.pattern, _BAD_EN.pattern).search(clause) is not None
    )


def parted(text: str, *, today: date) -> tuple[str, str]:
    """Return what is left and what is taken out: 「金曜以外」, "not on Mondays"; a general refusal stays."""
    left, out = [], []
    last = 0
    for cut in [*(mark.end() for mark in _PART.finditer(text)), len(text)]:
        part, last = text[last:cut], cut
        behind, ahead = _EXCEPT_JA.search(part), _EXCEPT_EN.search(part)
        if behind:
            taken, rest = part[: behind.end()], part[behind.end() :]
        elif _BAD_EN.search(part):
            taken, rest = part, ""
        elif ahead:
            taken, rest = part[ahead.start() :], part[: ahead.start()]
        else:
            taken, rest = "", part
        if not taken or (hours(taken) == (None, None) and not _days(taken, today=today)):
            taken, rest = "", part
        left.append(rest)
        out.append(taken)
    return " ".join(left), " ".join(out)


def _days(text: str, *, today: date) -> tuple[date, ...]:
    """Return all days named, the next Saturday and Sunday for a weekend."""
    found = {named.day for named in days(text, today=today)}
    if several := _WEEKDAYS.search(text):  # 「木金」
        found |= {named.day for one in several["days"] for named in days(f"{one}曜", today=today)}
    if _WEEKEND.search(text):
        saturday = today + timedelta((5 - today.weekday()) % 7)
        found |= {saturday, saturday + timedelta(1)}
    return tuple(sorted(found))


def _day(text: str, *, today: date, asked: bool) -> date | None:
    """Return the day that stands in the sentence about reaching them, or beside the time of day."""
    about = any_of(_ABOUT, _ABOUT_EN, *_REACHABLE, *_PHONE)
    for start, end in sentences(text):
        sentence = text[start:end]
        if asked or about.search(sentence) or hours(sentence) != (None, None):
            found = [
                one
                for one in days(sentence, today=today)
                if not re.search(GO_LIVE, _clause_at(sentence, one.start), re.I)
            ]
            if found:
                return found[0].day
            if any_of(_EARLY_NEXT_WEEK).search(sentence):
                return today - timedelta(today.weekday()) + timedelta(7)
    return None


def _clause_at(sentence: str, position: int) -> str:
    start = max(sentence.rfind(mark, 0, position) for mark in "、,。") + 1
    cut = re.search("[、,。]", sentence[position:])
    return sentence[start : position + cut.start() if cut else len(sentence)]
