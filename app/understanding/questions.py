"""The single questions of a message."""

import re

from app.understanding.facts import Lang
from app.understanding.normal import any_of, sentences
from app.understanding.question_lists import MARK, in_lines, listed

MOST = 6
_BLANKS = re.compile(r"[^\S\n]{2,}")
_SHORT = r"(?:(?<=\bnos)|(?<=\bpcs)|(?<=\bqty)|(?<=\bapprox)|(?<=\bincl)|(?<=\be\.g)|(?<=\bi\.e))\."  # ends no sentence
_SENTENCE = re.compile(rf"(?:[^。?？！!\n.]|\.(?=\S)|{_SHORT})+[。?？！!.]*", re.IGNORECASE)
_HEARD = re.compile(
    r"^\W*(?:あ|え|ああ|へえ?|ほう)?、?(?:そう(?:なん)?|なるほど|本当|ほんと|マジ|まじ)(?:です|ですの|だったんです)?か(?:ね|あ)?\W*$"
)
_ASKS_JA = (
    r"[?？]\s*$|って(?:こと|わけ)(?:です|だ)?(?:よね|ね)[。\s]*$"
    r"|(?:ます|です|でしょう|ません|ました|んです|なの|る|い|の)か(?:ね|な|しら)?[。!！]?\s*$",
    (
        r"(?:教えて|お知らせ|お聞かせ|聞かせて|ご教示|ご案内|伺い(?:たい|ます)|うかがいたい"
        r"|お伺いしたい|聞きたい|お聞きしたい|知りたい|確認(?:したい|させて)|気になり|気になって"
        r"|見たい|分かりますか"
        r"|知らせて|おしえて)"
    ),
    r"(?:いくら|なんぼ|どのくらい|どれくらい|何日|何年|何か月|何円|何台|何人|いつ|どこ|どう)(?:です|で)?[。!！]?\s*$",
)
_ASKS_EN = (
    r"\?\s*$",
    (
        r"^\W*(?:[^.?!]{1,30}: |and |also |so |but |hi,? |hello,? |ok,? |just |about |roughly |then )*(?:can|could"
        r"|does|do|did|is"
        r"|are|was|will"
        r"|would|should|has|have you|how|what|what's|where|when|which|who|why)\b"
    ),
    (
        r"\b(?:tell (?:me|us)|let (?:me|us) know|wondering|want to know|like to know|curious (?:about|if"
        r"|whether|how)|need to know|could you explain|interested in knowing)\b"
    ),
)
_PROOF = (
    r"(?:(?<![A-Za-z])(?:SOC ?[123]|ISO[ /]?(?:IEC )?\d{4,5}|pen(?:etration)?[- ]?tests?|GDPR|DPA|ISMS|HIPAA|TISAX"
    r"|ATEX|IECEx)(?![A-Za-z])|Pマーク|プライバシーマーク|脆弱性診断|防爆認証)"
)
_DEMANDS_EN = rf"\b(?:wants?|needs?|requires?|insists? on|expects?|asks? for|asking for|looking for)\b.{{0,24}}{_PROOF}"
_DEMANDS_JA = rf"{_PROOF}[^。]{{0,12}}(?:必須|必要|条件|求め)"
# One thing and no more: 「雷は?」「盗難って?」.
ONE_THING = re.compile(
    r"^\W*(?!(?:それ|これ|あれ|どれ|そちら|こちら|あなた|今日|で)(?:は|も|って))[^\W\d_]{1,12}(?:は|って|とか)\?$"
)
# Where one sentence asks twice.
_JOINT_JA = re.compile(
    r"(?<=か)(?:、(?!それとも)(?:また|それと|あと|それから|そして)?、?)(?=\S{3})"
    r"|(?:(?<=いくら)|(?<=どのくらい)|(?<=どれくらい)|(?<=どこ)|(?<=いつ)|(?<=何年)|(?<=何日)|(?<=何か月)|(?<=何円)"
    r"|(?<=何台))で、"
    r"|(?<=[すかのい])、(?:また|それと(?!も)|あと|それから|ちなみに)、?"
)
_JOINT_EN = re.compile(
    r"(?:,|;)?\s+(?:and|plus|also)\s+(?=(?:also |then )?(?:can|could|does|do|did|is|are"
    r"|will|would|should|has|how|what|what's|where|when|which|who|why)\b\s)"
    r"|,\s+(?=(?:can|could|does|do|is|are|will|how|what(?:'s)?|where|when|which|who)\b\s)",
    re.IGNORECASE,
)
# 「料金、設置方法とAPIについて教えてください」
_TOPICS_JA = re.compile(
    r"^(?P<topics>[^。]{2,60}?)(?P<tail>(?:について|に関して|を|は|が"
    r"|も)(?:それぞれ)?(?:、)?(?:教えて|お知らせ|お聞かせ|聞かせて|ご教示|ご案内|伺い"
    r"|聞きたい|お聞きしたい|知りたい|確認)[^。]*[。?？!！]*|は[?？]+)$"
)
_BETWEEN_JA = re.compile(r"(?:、|・|,|と(?![いっのは言思])|や(?!り|す)|および|及び|ならびに|それと|あと|、それから)+")
_TOPICS_EN = re.compile(
    (
        r"^(?P<head>.*?\b(?:tell (?:me|us) about|know about|info(?:rmation)? (?:on|about)|details (?:on"
        r"|about)|questions? (?:about|on)|ask about|what about|how about|curious about|understand"
        r"|explain|know)\s+)(?P<topics>[^.?!]{3,90}?)(?P<tail>[.?!]*)$"
    ),
    re.IGNORECASE,
)
_BETWEEN_EN = re.compile(
    r"\s*(?:,\s*(?:and\s+|as well as\s+)?|\s+and\s+|\s*&\s*|\s+as well as\s+|\s+plus\s+)\s*", re.IGNORECASE
)
# A question by its form, with or without its mark: "how early typically", "do we need experts", 「いけるってことね」.
_FORM_EN = (
    r"(?:^|[.!?;,]\s+|\s-+\s)(?:(?:and|but|so|also|ok(?:ay)?|well|then|now|um|uh|hi|hello|hey)[, ]+)*"
    r"(?:(?:can|could|does|did|do|is|are|was|were|will|would|should|must|may|has)(?:n't)? "
    r"(?:it|this|that|these|those|they|we|i|you|your|our|there|any\w*|one|some\w*|all|each)\b"
    r"|(?:does|is|are|will|would|can|could|should|did|was|has) (?:the|a|an|\d)[\w,.]*\b"
    r"|(?:how|what|which|where|who) (?!(?:a|an|ever|nice|to|knows|cares)\b)\w+(?! (?:going|up)\b)|why\b(?! not\b))"
)
_FORM_JA = (
    r"[?？]\s*$|(?:ます|です|でしょう|ません|ました)か[。\s]*$"
    r"|って(?:こと|わけ|いう(?:こと|わけ))(?:です|だ|なん(?:です)?)?(?:か|よね|ね|な)[。\s]*$"
)
# What hangs on a fact told before it: "we run at 100 rpm, does that work".
_OF_WHAT_WAS_TOLD = re.compile(
    r"^\W*(?:(?:and|so|but|then) )*(?:(?:can|could|does|do|is|are|will|would|should)(?:n't)? "
    r"(?:it|that|this|they|those|these|one|you)|any|what|is there)"
    r"(?: (?:still|also|even|really|be|do|an?|any|too|about|then|it|that|ok with))*"
    r" (?:works?|ok(?:ay)?|fine|all right|alright|possible|allowed|problems?|issues?|enough|matters?|count|cope|fit"
    r"|hold|survive|run|slow|fast|hot|cold|wet|much|many|little|high|low|big|small|that|then)(?: then| too| with that"
    r"| there| for (?:you|it|us))?\W*$"
    r"|^\W*(?:(?:それ|これ|そこ|この場合|その場合|そう(?:いう|いった)(?:場所|ところ|環境))"
    r"(?:でも|には|にも|では|で|は|って|も|に)?、?)?"
    r"(?:使え|いけ|行け|でき|出来|付け?|つけ?|取り付け|大丈夫|平気|問題な|可能|対応|足り|持|もち|動)"
    r"[ぁ-ん]{0,10}(?:か|[?？])[。?？\s]*$",
    re.IGNORECASE,
)
LONGEST_FACT = 120
_CONDITION = re.compile(r"^\W*(?:and |so |but )?(?:if|once|after|when|suppose|supposing|assuming|as soon as)\b", re.I)
_LEAD_IN = re.compile(
    (
        r"^(?:では|じゃあ?|それでは|それじゃ|ところで|また|それと|あと|それから|ちなみに|そして|加えて"
        r"|さらに|最後に|もう(?:ひと|一)つ|つきましては|さて|そこで"
        rf"|{MARK})+[、,\s]*|^(?:and|also|plus|finally|lastly)[, ]+"
    ),
    re.IGNORECASE,
)
_NOT_YET = (
    r"(?:たい|ます|ました|です|ので|から|けど|が|ため(?:に|で)?|ように|にあたり|にあたって|に際して?"
    r"|うえで|上で|場合(?:に|は)?"
    r"|として|について(?:は)?|とき(?:に)?|時に|まえに|前に|あとで|後に)、"
)


def questions(text: str, *, lang: Lang) -> tuple[str, ...]:
    """Return the single questions of a message in order, at most six; empty if it asks nothing.

    The points of a list that is asked about are questions in few words: "battery life".
    """
    found: list[str] = []
    fact = ""
    written = in_lines(_BLANKS.sub(" ", text))
    points, passed = listed(written, asks=lambda line: _asks(line, lang))
    for match in _SENTENCE.finditer(written):
        sentence = match.group().strip()
        if match.start() in points:
            found.append(points[match.start()])
        if any(start <= match.start() < end for start, end in passed):
            continue
        for part in _clauses(sentence, lang):
            part = _LEAD_IN.sub("", part).strip(" 、,")
            if len(part) > 1 and _asks(part, lang):
                found += _topics(_with(fact, part, sentence), lang)
                fact = ""
            elif len(part) > 1:
                fact = part
    return tuple(dict.fromkeys(found))[:MOST]


def asks_in_form(text: str) -> bool:
    """Say whether a sentence of a normalised message is built as a question, with or without its mark."""
    return any(_in_form(text[start:end].strip()) for start, end in sentences(text))


def _in_form(sentence: str) -> bool:
    return any_of(_FORM_JA, _FORM_EN).search(sentence) is not None and _HEARD.match(sentence) is None


def _with(fact: str, part: str, sentence: str) -> str:
    """Return a question with the fact told right before it, where it asks nothing without."""
    if not 0 < len(fact) <= LONGEST_FACT or not _OF_WHAT_WAS_TOLD.search(part):
        return part
    joint = ", " if fact in sentence and fact[-1].isalnum() else " "
    return f"{fact}{joint}{part}" if fact.isascii() else f"{fact}{part}"


def _clauses(sentence: str, lang: Lang) -> list[str]:
    parts = (_JOINT_JA if lang == "ja" else _JOINT_EN).split(sentence)
    if len(parts) == 2 and _CONDITION.match(parts[0]) and not _asks(parts[0], lang):
        return [sentence]
    return parts


def _asks(part: str, lang: Lang) -> bool:
    if _HEARD.match(part):  # 「そうですか」
        return False
    patterns = (*_ASKS_JA, _DEMANDS_JA) if lang == "ja" else (*_ASKS_EN, _DEMANDS_EN)
    return any_of(*patterns).search(part) is not None


def _topics(part: str, lang: Lang) -> list[str]:
    """Make a question of each thing that is asked about in one breath."""
    match = (_TOPICS_JA if lang == "ja" else _TOPICS_EN).match(part)
    if match is None:
        return [part]
    told, between = match["topics"], _BETWEEN_JA if lang == "ja" else _BETWEEN_EN
    if lang == "ja" and (before := list(re.finditer(_NOT_YET, told))):
        told = told[before[-1].end() :]
    names = [name.strip() for name in between.split(told) if name.strip()]
    if len(names) < 2 or any(not 1 < len(name) <= 24 for name in names):
        return [part]
    if lang == "ja":
        return [f"{name}{match['tail']}" for name in names]
    return [f"{match['head']}{name}{match['tail']}" for name in names]
