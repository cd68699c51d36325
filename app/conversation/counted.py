"""How many of something a price is asked for: 「45台だと」, "for 12 machines", and a number alone after it. Pure."""

from __future__ import annotations

import re

from app.conversation.terms import PLAIN_QUESTION

_COUNTERS = r"(?:台|個|本|基|機|枚|人|名|拠点|[かヶカケ箇]所|工場|ライン|セット|センサー)"
_NO_THINGS = (
    r"(?:(?:month|week|year|day|hour|minute|second|time|degree)s?|[ap]\.?m|noon|o'clock|percent|rpm|[kmg]?hz|kw|volts?"
    r"|v|[ckm]?m|kg|bar|db|[gm]b|[cf]|yen|dollars|euros|additional|extra|more|other|further|in|for|at|or|per|on|to)\b"
)
_NUMBER = (
    r"(?:(?<![\w+/:.,-])\d[\d,]{0,6}(?![\d/:.%-])"
    r"|\b(?:ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|(?:a |one )?(?:hundred|dozen))\b)"
)
_NAME = r"(?<![ァ-ヶー一-鿿A-Za-z])[ァ-ヶー一-鿿A-Za-z]{1,20}[をがはの]?"
_COUNT = (
    rf"(?:(?<![\d,])\d[\d,]{{0,9}}|[一二三四五六七八九十百]{{1,6}})\s?{_COUNTERS}",
    rf"{_NUMBER}(?: (?!{_NO_THINGS})[a-z]{{1,20}}(?: (?:sensors|machines|units|devices|pumps|motors|seats|users"
    r"|sites))?)",
)
COUNTED = re.compile("|".join(_COUNT), re.I)
_WITH_THINGS = re.compile(
    rf"(?:{_NAME})?{_COUNT[0]}(?:の(?:[ァ-ヶー]+|設備|機械|機器|装置))?|{_COUNT[1]}", re.I
)  # 「センサー15台」「15台のセンサー」
_OF_THEIR_OWN = re.compile(
    rf"(?:{_NAME})?{_COUNT[0]}(?=分|だ|な|の?場合|で|あ)"
    rf"|\b(?:it|this|that|you|your|we|us)\b.{{0,60}}?\b(?:for|with|have|got|run|about) {_COUNT[1]}",
    re.I,
)  # what the price depends on, and not what is bought
_MORE = re.compile(r"追加|増設|増や|足[しす]|\b(?:additional|extra|more|further|other)\b", re.I)
# What is said around a number: nothing that says what is meant by it.
_AROUND = re.compile(
    r"すみません|ごめん(?:なさい)?|間違え(?:まし)?た|ちが(?:う|います|った)|違(?:う|います|った)|正確に|とりあえず|まず|やっぱり?|やはり"
    r"|それでは|それなら|例えば|たとえば|だいたい|仮に|もし|あと|いや|じゃあ?|くらい|ぐらい|ほど|程度|だった|ですと|場合|とか"
    r"|あります|予定|考えて|います|いくら|どの|どれ|どう|でしょう|なり|なる|なら|です|ます|だと|費用|料金|値段|金額"
    r"|お願いし|約|分|全部|合計|時|お|[あえでともにはかねよのをがしら]"
    r"|\b(?:and|so|ok(?:ay)?|then|what|how|about|if|for|with|say|let's|make|it|it's|that|we|i|have|has|take|took|had"
    r"|need|would|be|is|are|there|only|just|around|roughly|maybe|approximately|no|sorry|actually|rather|instead|oops"
    r"|wait|in|total|all|together|altogether|per|a|month|monthly|year|please|of|them|us|though|much|many|at|least|or)\b",
    re.I,
)
_LEADS_TO_A_NUMBER = re.compile(r"\b(?:and|about|for|say|make it|actually)\b|じゃ|では|なら|だと", re.I)
_ALONE = re.compile(_NUMBER)
LONGEST = 80


def is_counted(question: str) -> bool:
    """Say whether a price is asked for so many of something, and not for one more of it."""
    return _MORE.search(question) is None and (COUNTED.search(question) is not None or is_only_a_number(question))


def is_only_a_number(text: str) -> bool:
    """Say whether a text is no more than so many of something: 「あ、ちがう、12台」 "What about 120 sensors?"."""
    if len(text) > LONGEST:
        return False
    if len(COUNTED.findall(text)) == 1:
        left = COUNTED.sub("", text)
    elif len(_ALONE.findall(text)) == 1 and (PLAIN_QUESTION.search(text) or _LEADS_TO_A_NUMBER.search(text)):
        left = _ALONE.sub("", text)
    else:
        return False
    return re.search(r"\w", _AROUND.sub("", left)) is None


def without_counts(question: str) -> str:
    """Return a question without the number and what is counted."""
    return question if _MORE.search(question) else _WITH_THINGS.sub("", question)


def without_their_own(question: str) -> str:
    """Return a question without the things of theirs that a price is asked for, which our documents need not know."""
    return _OF_THEIR_OWN.sub("", question)
