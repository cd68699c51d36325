"""For how many a quote is wished, and for how many instead where the number is changed."""

import re

from app.understanding.normal import Normal, any_of, sentences

_UNIT_JA = (
    r"(?:台|セット|ライセンス|ユーザー|名(?:分|様)?|人(?:分)?|席|アカウント|拠点|店舗|個|本"
    r"|枚|箱|式|基|[ヶケ](?![月所国年条])|[ヶかカケ]所|シート|ID|工場|ライン|倉庫)(?!目|前|以内に|様)"
)
_NUMBER_JA = (
    r"(?:(?:約|およそ)?\d{1,3}(?:,\d{3})+|(?:約|およそ)?\d{1,5}"
    r"|[一二三四五六七八九十百]{1,4})(?:\s?(?:~|-|から)\s?\d{1,5})?"
)
_UNIT_EN = (
    r"(?:[a-z]+ )?(?:units?|sensors?|robots?|users?|seats?|licen[sc]es|reps|sites|gateways?"
    r"|people|pcs|pieces|sets?|machines|locations|devices|kits|accounts|warehouses|carts?"
    r"|vehicles)\b"
)
_NUMBER_EN = (
    r"(?:(?:about |around |roughly |approx\.? )?(?:\d{1,3}(?:,\d{3})+|\d{1,5}|a dozen"
    r"|two|three|four|five|six|seven|eight|nine|ten|twenty))(?:\s?(?:-|to)\s?\d{1,5})?"
)
_QUANTITY = (
    # 「センサー24点」, but not 「下記2点」
    r"(?<=[ァ-ヶー器機計品])\s?\d{1,5}\s?点(?!目|教|質|確|訂|お|ご)|\d{1,5}\s?点(?:分)?の(?=(?:お|御)?見積)",
    rf"(?<!第){_NUMBER_JA}\s?{_UNIT_JA}",
    rf"\b{_NUMBER_EN}\s?{_UNIT_EN}",
)
_POINT = r"|\d{1,5}\s?点(?!目|教|質|確|訂)"
_HOW_MANY_JA = rf"(?P<q>(?<!第){_NUMBER_JA}\s?{_UNIT_JA}{_POINT})"
# A number alone is the whole of what is changed: "make it 45 please", not "actually, 3 lines run at night".
_BARE_EN = (
    r"(?!20[2-4]\d\b)\d{1,5}(?=[\s!)\"']*$|[.,;!)](?!\d)"
    r"| (?:please|pls|instead|then|now|not|rather|in total|altogether|thanks|thank|sorry|(?:for|on|in) the quot\w+)\b)"
)
# "5 sensors failed" tells of them; "15 sensors will do" is how many.
_TELLS_EN = (
    r"(?! (?:(?:will|would|are|is|can|should)(?! (?:be )?(?:do|fine|enough|ok(?:ay)?|better|sufficient|plenty|needed"
    r"|required|suffice)\b)|were|was|runs?|ran|stop\w*|fail\w*|have|has|had|do|did|break\w*|broke|join\w*|attend\w*"
    r"|went|goes?|come|work\w*|that|which)\b)"
)
_HOW_MANY_EN = rf"(?P<q>{_NUMBER_EN}\s?{_UNIT_EN}{_TELLS_EN}|{_BARE_EN})"
_CHANGED = (
    rf"{_HOW_MANY_JA}(?:に|へ|と)、?(?:(?:変更|訂正|修正)(?!でき|可能|は)|変えて|減らして|増やして|減らし(?:たい|ます)|増やし(?:たい|ます)"
    r"|して(?:くだ|もら|いただ|ほし|下さ)|なりました)",
    rf"(?:ではなく|じゃなく|でなく)て?、?(?:正しくは、?)?{_HOW_MANY_JA}",
    rf"(?:やっぱり?|やはり|訂正|正しくは|間違え(?:ました|て)|いや)[^。!?\d]{{0,12}}{_HOW_MANY_JA}"
    r"(?:で(?!す?か)|に|です(?!か)|分|$|。)",
    rf"\b(?:make (?:it|that)|change (?:it |that |this |the quantity |the number )?(?:from \S+ )?(?:\w+ )?to"
    r"|i meant|i mean|actually,?|should (?:be|read)|correction:?|scratch that,?|(?:sorry,? )(?:it's|that's)) "
    rf"(?:just |only )?{_HOW_MANY_EN}",
    rf"\bnot \d[\d,]*(?: \w+)?,? but {_HOW_MANY_EN}",
    rf"{_HOW_MANY_EN},? (?:instead of|rather than|not) \d[\d,]*"
    r"(?= ?(?:$|[.,;!)](?!\d)|please|sensors|units|pcs|pieces))",
    # nothing but how many are wished
    rf"^\W*(?:(?:あ|では|それでは|じゃあ?|すみません(?:が)?|えっと|台数は|数量は)[、\s]*)*{_HOW_MANY_JA}(?:で|に)(?:お願い|おねがい)",
    rf"^\W*(?:(?:sorry|oops|please|quote(?: us)?|for|ok(?:ay)?|(?:i|we) need|just)[,.]? )*{_HOW_MANY_EN},?"
    r"(?: please| then| instead)+\W*$",
)
_MISTAKEN = re.compile(r"間違(?:え|い|って)|誤り|訂正|\b(?:mistake|wrong|mistyped|typo|correction|misread)\b", re.I)
_AFTER_A_MISTAKE = (
    rf"^\W*(?:正しくは、?)?{_HOW_MANY_JA}です(?!か)",
    rf"^\W*(?:it is |it should be |it's )?{_HOW_MANY_EN}\W*$",
)
_LATER = (
    r"将来|いずれ|ゆくゆく|今後|後から|後で|あとで|途中で|段階的|予定(?!を変更)|可能性|かもしれ|場合",
    r"\b(?:later|eventually|in future|in the future|next year|over time|one day|might|if we|possible"
    r"|can (?:we|i)|could (?:we|i)|per|each|within|every)\b",
)
# How many people will take part in a demo is for how many of nothing.
_TAKE_PART = re.compile(
    r"参加|出席|同席|立ち会|(?:デモ|打ち?合わ?せ|面談|会議|訪問|見学)[^。、]{0,4}(?:は|には|に)"
    r"|\b(?:join|attend|participa\w+|attend(?:ees?|ance)|come along|sit in|(?:be|are) (?:there|present))\b",
    re.I,
)
_PEOPLE = re.compile(r"\d\s?$|[名人席]|people|users?|reps|seats?", re.I)
_DIGITS = re.compile(r"\d[\d,]*")
_UNIT = re.compile(r"([a-z]+?|[^\W\d_a-z一二三四五六七八九十百]+?)(?:s|分|様)?$", re.I)
# A number of any of these may stand instead of any other one: "12 units" of "40 sensors".
_OF_ANYTHING = frozenset(
    {"unit", "sensor", "pc", "piece", "set", "kit", "device", "台", "個", "本", "基", "式", "点", "セット"}
)


def quantity(message: Normal) -> str | None:
    """Return for how many a quote is wished, as written: the number it is changed to, otherwise the first."""
    first = None
    for start, end in sentences(message.text):
        found = any_of(*_QUANTITY).finditer(message.text, start, end)
        attended = _TAKE_PART.search(message.text, start, end) is not None
        if match := next((one for one in found if not (attended and _PEOPLE.search(one.group()))), None):
            first = message.verbatim(match.start(), match.end()).removesuffix("の")
            break
    changed = changed_quantity(message, told=first)
    return instead_of(first, changed) if changed else first


def instead_of(told: str | None, changed: str) -> str:
    """Return the changed number; a bare one keeps the unit of what was told before."""
    return _DIGITS.sub(changed, told, count=1) if told and changed.isdigit() else changed


def changed_quantity(message: Normal, *, told: str | None) -> str | None:
    """Return the number that stands instead of another one ("make it 45", 「30台を24台に減らして」), as written.

    `told`: for how many it was before. Another unit than that one counts something else, but for the usual ones.
    """
    patterns = (*_CHANGED, *(_AFTER_A_MISTAKE if _MISTAKEN.search(message.text) else ()))
    for start, end in sentences(message.text):
        sentence = message.text[start:end]
        if any_of(*_LATER).search(sentence):
            continue
        attended = _TAKE_PART.search(sentence) is not None
        for pattern in patterns:
            match = re.search(pattern, sentence, re.IGNORECASE)
            counts = match and _counts_the_same(told, match["q"])
            if match and counts and not (attended and _PEOPLE.search(match["q"])):
                return message.verbatim(start + match.start("q"), start + match.end("q"))
    return None


def _counts_the_same(told: str | None, changed: str) -> bool:
    units = [match[1].lower() if (match := _UNIT.search(one)) else "" for one in (told or "", changed)]
    return not all(units) or units[0] == units[1] or units[1] in _OF_ANYTHING
