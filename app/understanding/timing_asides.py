"""Dates that say nothing about the use: a wish that came to nothing, an applicant's start, a busy season, a visit."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from app.understanding import timing_words as words
from app.understanding.found import Found
from app.understanding.normal import any_of, sentences
from app.understanding.periods import Window
from app.understanding.timing_supposed import is_supposed

_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
# 「本当は3月に入れたかった」 "I'd hoped for September": with another time behind it, it is over.
_WISHED_JA = re.compile(r"(?:たかった|欲しかった|ほしかった|(?:つもり|予定|はず|計画)(?:だった|でした|でして))")
_WISHED_EN = re.compile(
    r"\b(?:(?:i|we)(?:'d| had)? (?:\w+ )?(?:wanted|hoped|planned|meant(?= (?:to|for)\b)|aimed|intended|wished)\b"
    r"|(?:was|were) (?:\w+ )?(?:supposed|meant|hoping|planning|aiming|going) (?:to|for)\b"
    r"|should(?: have|'ve) (?:had|been|done|bought)|original(?:ly)?\b|would(?: have|'ve) (?:liked|loved|preferred))",
    re.I,
)
# Without one, these alone say that it did not come about.
_IN_VAIN = re.compile(
    r"(?:本当|ほんま|本来|もともと|元々|当初|前)は?[^。]*(?:たかった|欲しかった|ほしかった)(?:[。!]|$|です|んだ|んです|のに)"
    r"|\bshould(?: have|'ve) had\b|\bwould(?: have|'ve) (?:liked|loved|preferred)\b",
    re.I,
)
_APPLICANT_JA = re.compile(
    r"働け(?:ます|る(?:んです|と思))|働(?:き|かせて(?:いただき|もらい|頂き))たい(?:です|んです|と|の|[。!]|$)"
    r"|(?:入社|勤務|出社|就業|着任)(?:は|日は|でき|可能|が可能|希望)|卒論|修論|卒業論文|修士論文|(?:大?学生|院生|高専生)です"
    r"|卒業(?:予定|見込)|インターン(?!生(?:が|に|を))[^。]{0,12}?(?:始め|参加|応募|でき|希望|たい)"
)
_APPLICANT_EN = re.compile(
    r"\bi(?:'m| am|'d| would| could| can| will|'ll)?\b[^.?!]{0,30}\b(?:start|begin|starting|beginning)"
    r"(?: (?:to )?work(?:ing)?| (?:a|the|my|this) (?:job|role|position|internship)| as an?)\b"
    r"|\bi(?:'m| am|'d| would| could| can| will|'ll)?\b[^.?!]{0,24}\b(?:join (?:you|your|the (?:team|company))"
    r"|work for (?:you|your)|relocate)\b"
    r"|\b(?:opening|vacancy|position|role|job|internship)s? (?:for me|i could|i can)\b"
    r"|\bi(?:'ll| will|'m)? (?:be )?(?:graduat\w+|finish(?:ing)? (?:my|school|university|college))\b"
    r"|\bmy (?:thesis|dissertation|term paper|coursework|degree|internship|notice period)\b",
    re.I,
)
# Whatever else they start, they want it in use.
_WANTS_JA = re.compile(r"導入|入れたい|自動化|稼働")
_WANTS_EN = re.compile(
    r"\b(?:need|want|install\w*|buy\w*|deploy\w*)\b[^.?!]{0,30}\b(?:system|sensors?|it|this|solution|them)\b|\binstalling\b",
    re.I,
)
_PEAK = (
    r"(?:(?:いちばん|一番|最も|超|大)?(?:の)?(?:(?:大)?繁忙期?|ピーク|最盛期|書き入れ時|かき入れ時|忙しく?|多忙|山場)"
    r"(?:です|なの|なん|で|に|な|だ|の(?:月|時期)|い|[、。!]|$))"
)
# 「3月が繁忙期で」 "our busy season is December": when it is busy, not when it is wanted.
_BUSY_BEHIND = re.compile(
    rf"^(?:頃|ごろ|前後|中|あたり|末)*(?:が|は|に)(?:うちの|弊社の|当社の|毎年|特に|とくに|本当に)*{_PEAK}"
    r"|^ (?:is|are) (?:always |usually )?(?:our|the|my) (?:\w+ ){0,2}(?:peak|rush|crunch|season|busiest|busy)\b",
    re.I,
)
_BUSY_BEFORE = re.compile(
    r"(?:繁忙期|ピーク|最盛期|書き入れ時)は(?:毎年|だいたい|主に)?、?$"
    r"|\b(?:busy season|busiest \w+|peak(?: season)?|high season|harvest|rush|crunch)"
    r" (?:is|are|falls|runs|starts|begins|comes|hits)(?: usually| always)?(?: in| from| around)?(?: the)? $",
    re.I,
)

# "about once a month": how often, and not when.
_OFTEN = re.compile(
    r"\b(?:once|twice|thrice|every|each|times|per)(?: about)? ?$"
    r"|\b(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|last|next) time(?: already)?(?: in)? ?$"
    r"|\b(?:\d+|one|two|three|four|five|six|several|many|few|\w+teen) times?(?: \w+)?(?: in| over| during| within)? ?$",
    re.I,
)
# "a batch a day": of each, not the time until then.
_EACH_UNIT = re.compile(r"\b(?:an?|one|two|three|four|five|\d[\d,.]*|several|many|some)(?: [a-z]+){1,2} $", re.I)
_UNIT = re.compile(r"an? (?:day|week|month|year|shift)\b", re.I)
_HAPPENS = re.compile(
    r"\b(?:fly(?:ing)?|flew|arriv\w+|land(?:ed|ing)?|travel\w*|in town|came|coming (?:to|over|back)|caught fire"
    r"|burn(?:ed|t)"
    r"|shut(?:s|ting)?(?: down)?|clos(?:e[sd]?|ing)|closure|(?:fire|flood|accident|outage|power cut|earthquake|funeral)"
    r"(?: \w+){0,4})(?: \w+){0,2} (?:on |by |from |until )?(?:next |this |last )?$",
    re.I,
)
# 「今月これで3回目」
_OFTEN_BEHIND = re.compile(
    r"^(?:に入って|になって|で|は|だけで)?(?:もう|これで|すでに|既に)?[\d一二三四五六七八九十]+[回度]目?"
)

# The limit is an event; "not before" and a limit right before the length are read elsewhere.
_LIMIT = re.compile(
    r"(?<!not )(?<!n't )\b(?:before|ahead of|prior to|in time for) [a-z][^.]{2,}$"
    r"|(?:(?<!以)(?<!午)前|まえ|まで)(?:に|が|には|で)[^。]*$",
    re.I,
)


def planned(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the times without those of wishes that came to nothing, of what an applicant can start, of how often, and
    of what is only supposed or told.
    """
    once = [
        one
        for one in found
        if not (
            _OFTEN.search(text, 0, one.start)
            or _OFTEN_BEHIND.search(text[one.end :])
            or _of_each(text, one)
            or is_supposed(text, one)
        )
        and not _happens(text, one)
    ]
    return [one for one in once if not _wished_in_vain(text, one, found) and not _of_applicant(text, one)]


def overtaken(text: str, found: Sequence[Found]) -> bool:
    """Was it wanted in use at a time that is over? Then the next time named is when it is wanted now."""
    for one in found:
        if _wished_in_vain(text, one, found):
            sentence = next((text[s:e] for s, e in sentences(text) if s <= one.start < e), text)
            if any_of(words.IN_USE_EN, *words.CUES_JA[words.GO_LIVE]).search(sentence):
                return True
    return False


def _of_each(text: str, one: Found) -> bool:
    """Is it a rate: "two stops a week"?"""
    start = one.end - len(text[one.start : one.end].lstrip())
    return _UNIT.match(text, start) is not None and _EACH_UNIT.search(text, 0, start) is not None


def _happens(text: str, one: Found) -> bool:
    """Is a day that of a journey, an accident or a closure: "I'm flying in on Thursday"?"""
    if one.window.latest is None or one.window.latest - one.window.earliest > timedelta(6):
        return False
    start, end = next(((s, e) for s, e in sentences(text) if s <= one.start < e), (0, len(text)))
    told = _HAPPENS.search(text, start, one.start) is not None
    return told and any_of(words.IN_USE_EN).search(text[start : one.start] + text[one.end : end]) is None


def _wished_in_vain(text: str, one: Found, found: Sequence[Found]) -> bool:
    later = [f.start for f in found if f.start >= one.end]
    earlier = [f.end for f in found if f.end <= one.start]
    start = max([*earlier, *(e for s, e in sentences(text) if e <= one.start)], default=0)
    sentence_end = next((e for s, e in sentences(text) if s <= one.start < e), len(text))
    end = min([*later, sentence_end])
    if _IN_VAIN.search(text[start:end]):
        return True
    if not later:
        return False
    return bool(_WISHED_JA.search(text, one.end, end) or _WISHED_EN.search(text, start, one.start))


def _of_applicant(text: str, one: Found) -> bool:
    sentence = next((text[s:e] for s, e in sentences(text) if s <= one.start < e), text)
    japanese = _JAPANESE.search(sentence) is not None
    if (_WANTS_JA if japanese else _WANTS_EN).search(sentence):
        return False
    return (_APPLICANT_JA if japanese else _APPLICANT_EN).search(sentence) is not None


def busy_then(before: str, after: str) -> bool:
    """Is the date only when they are busiest (「3月が繁忙期で」)?"""
    return bool(_BUSY_BEHIND.match(after) or _BUSY_BEFORE.search(before))


def beside_limit(before: str, window: Window, today: date) -> Window:
    """Return a length of time as the rest until a limit named before it ("before the shutdown, so like 3 weeks")."""
    start = max((e for s, e in sentences(before) if before[e - 1] in ".。!?\n"), default=0)
    if window.latest is None or window.earliest <= today or not _LIMIT.search(before, start):
        return window
    return Window(today, window.earliest + (window.latest - window.earliest) // 2)


def is_demand(text: str, start: int, end: int, window: Window, today: date) -> bool:
    """Is a day as near as tomorrow named in English beside nothing that is taken into use?"""
    near = window.latest is not None and window.latest <= today + timedelta(1) and window.earliest >= today
    if not near or _JAPANESE.search(text):
        return False
    sentence = next((text[a:b] for a, b in sentences(text) if a <= start < b), text)
    rest = sentence.replace(text[start:end], " ")
    if re.search(r"\bsign\W*$|\bto (?:tell|show|give|send|present|bring|report|take)\b", rest, re.I):
        return True
    wished = re.search(r"\b(?:want|need|demand|expect|sign|insist|require)\b", rest, re.I)
    return wished is not None and any_of(words.IN_USE_EN).search(rest) is None


def at_an_hour(text: str, start: int, end: int) -> bool:
    """Does a time of day stand beside the date (「明日の14時に」 "tomorrow at 10am")? Then it is an appointment."""
    return re.match(words.HOUR_BEHIND, text[end:], re.I) is not None or (
        re.search(words.HOUR_BEFORE, text[:start], re.I) is not None
    )
