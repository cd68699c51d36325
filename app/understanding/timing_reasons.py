"""A time and why it is that one: the works stand still then, nothing can be done before, it would be best."""

import re
from datetime import date, timedelta

from app.understanding import timing_words as words
from app.understanding.normal import any_of, sentences
from app.understanding.periods import Window

# "August, when the plant shuts for two weeks": the time is told, and why.
_TOLD_EN = re.compile(
    r"(?:^|[.!?\n])(?:\W|\b(?:hi|hello|well|so|oh|probably|maybe|ideally|hopefully|sometime|say|we|i|you|it|would|will"
    r"|could|can|want|like|love|aim|aiming|go|going|be|is|best|right|only|ok|in|by|for|at|around|about|during|the|to|d"
    r"|ll|m|re|s)\b){0,12}$",
    re.I,
)
_WHY_EN = re.compile(
    r"^,? ?(?:-+ ?)?(?:that's |that is |which is )?(?:when|while|as|since|because|during)\b"
    r"(?![^.!?\n]{0,60}\b(?:was|were|had|did|went|broke|lost|failed|happened)\b)"
    r"(?![^.!?\n]{0,60}(?<!is )(?<!are )(?<!'s )(?<!'re )\b(?:closed|stopped)\b)"
    r"[^.!?\n]{0,60}\b(?:clos(?:e[sd]?|ing|ure)|shut(?:s|ting)?|shut-?downs?|turnaround|outage|overhaul\w*"
    r"|maintenance|down|off|stops?|stopped|quiet\w*|slack|holidays?)\b",
    re.I,
)
_TOLD_JA = re.compile(r"(?:^|[。!?\n])[^。、!?\n]{0,6}$")
_WHY_JA = re.compile(
    r"^(?:頃|ごろ|あたり)?(?:です(?:ね|かね)?|かな|ですかね|の|、)*、?[^。、!?\nはも]{0,16}?"
    r"(?:休業|休み|休止|停止|定修|止め|止ま|閉め|閉ま)[^。、!?\nはがも]{0,6}?"
    r"(?:とき|時|際|週|間|中|ので|から|期間|タイミング)(?:に|で|を(?:使|利用)[^。、]{0,6})?"
    r"(?:です(?:ね)?|お願い(?:し|いたし)ます|(?:が|だと)(?:理想|いい|良い|助か)[^。、]{0,8})?[。!\s]*$"
)
# "nothing can move before the money is released in April": a time from which on it may be, and no condition.
_HELD_EN = re.compile(
    r"\b(?:(?:can|won|don|couldn|wouldn|isn)'t|can ?not|not|nothing|no (?:chance|way)|unable to|never)\b"
    r"(?![^.!?;\n]{0,30}\b(?:wait|pay|paid|reach|reply|available)\w*)[^.,!?;\n]{0,40}?\b(?:until|till?|before)"
    r" (?!(?:we|i|they|it) (?:lose|run|are shut|stop))[^.,!?;\n]{3,50} (?:in|on|from|this|next|around|at the start of)"
    r" (?:the )?$",
    re.I,
)
_HELD_JA = re.compile(
    r"^(?:頃|ごろ|中|末)?(?:に|で|から)?[^。、\d]{2,20}?まで(?:は|には(?=何も))?、?[^。、\d待持]{0,10}?"
    r"(?:(?:始め|着手|動け|動か|導入|進め|付け|取り?付け|手を付け|発注|契約|決め)[^。、\d]{0,6}(?:ません(?!か)|ない(?![とか]))"
    r"|何もできま?せ?ん?|無理|難し)"
)
# "ASAP. Over the shutdown would be ideal": the hurry is what counts, the day what would be best.
_IDEAL = re.compile(
    r"理想|ベスト|嬉し|うれし|ありがた|有り難|有難|助か|最高|\b(?:ideal(?:ly)?|perfect|(?:be )?(?:best|great|brilliant"
    r"|lovely)|dream)\b",
    re.I,
)
_SOON = timedelta(45)


def with_reason(text: str, start: int, end: int) -> bool:
    """Is it told as when they want it, beside why: the works are shut then?"""
    told_en = _TOLD_EN.search(text[max(0, start - 60) : start]) and _WHY_EN.search(text[end : end + 160])
    return bool(told_en or (_TOLD_JA.search(text[:start]) and _WHY_JA.search(text[end : end + 80])))


def held_until(before: str, after: str) -> bool:
    """Can nothing be done before something that happens at this time?"""
    told = _HELD_EN.search(before[-140:]) or _HELD_JA.search(after[:60])
    ends = any_of(*words.CUES_EN[words.EXPIRY], *words.CUES_JA[words.EXPIRY])
    return told is not None and ends.search(told.group()) is None


def is_only_ideal(text: str, start: int, window: Window, *, today: date) -> bool:
    """Would a time soon be the best, and no more: 「正月休みに付けられると理想です」?"""
    if window.latest is None or window.latest > today + _SOON:
        return False
    sentence = next((text[s:e] for s, e in sentences(text) if s <= start < e), text)
    return any_of(_IDEAL.pattern).search(sentence) is not None
