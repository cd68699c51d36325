"""Which of the dates in a message tells when they want it in use."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from app.understanding import timing_words as words
from app.understanding.days import MONTH_EN
from app.understanding.normal import any_of, sentences
from app.understanding.periods import Window, add_months

_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
# 「予算が通るのが6月なので、早くて7月から」: the second date follows from the first.
_FOLLOWS = re.compile(
    (
        r"(?:なので|ですので|だから|のため|なんで|ので)、?(?:早くて(?:も)?|実際(?:に)?は?|おそらく"
        r"|たぶん|使うのは|導入は)?\s*$"
        r"|\b(?:sensors?|gauges?|units|devices|hardware|equipment|monitoring|the system|install\w*)\b[^.;?!]{0,30}$"
        r"|(?:センサー|機器|本体|システム|現物|監視)[^。、\d]{0,8}$"
        r"|\b(?:so|then|hence|meaning|which means)\b(?!,? (?:call|send|email))[^.;?!]{0,36}$"
    ),
    re.I,
)
# 「年明けの繁忙が終わってから、2月」: the first date is when something else ends.
_WHEN_OVER = re.compile(
    r"^の?[^、。\d]{0,10}?[がを]?(?:終わ|おわ|落ち着|一段落|明け|過ぎ|済)[^、。\d]{0,3}?(?:てから|でから|たら|た(?:後|あと)|次第|り次第)"
    r"|^[\w' ]{0,24}\b(?:rush|peak|crunch|busy (?:season|period)|is over|are over|is done|ends|settles)\b",
    re.I,
)
# 「夏休みの前、7月中旬までに」 "ready for spring, so March": the date tells when that is.
_OCCASION = re.compile(
    r"spring|summer|autumn|\bfall\b|winter|holiday|christmas|xmas|golden week|obon|new year"
    r"|[春夏秋冬盆]|GW|ゴールデン|連休|年末|年始|正月|休み|休暇|クリスマス|暑く|寒く|暖かく",
    re.I,
)
_DATED = re.compile(rf"\d|月|\b{MONTH_EN}\b", re.I)
_OCCASION_TO_DATE = re.compile(
    r"(?:\W|\b(?:break|holidays?|shut-?downs?|season|rush|peak|stop|so|meaning|by|in|on|the|of|at|before|latest|say"
    r"|probably|ideally|maybe|around|about|ahead|ready|for|our|next|is|that)\b"
    r"|[のにはがで]|前|まえ|まで|頃|繁忙期?|操業|商戦|シーズン|工事|ピーク|つまり|できれば|なの|です|だから|遅くとも|遅くても|[来く]る|始まる|はじまる|なる|入る|うち){0,30}",
    re.I,
)
_OPENS = re.compile(r"(?:から|以降|まで(?:に)?|スタート)\W*$|^\W*(?:from|starting|by) ", re.I)


_BESIDE = 32  # characters between an occasion and its date


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression with what it belongs to and its final window."""

    start: int
    end: int
    window: Window
    role: int
    bare: bool


def best(text: str, candidates: list[Candidate], today: date, *, asked: bool) -> Candidate | None:
    """Return the date of the use, else the next best that stands for it; None if no date does.

    `asked`: our last question was about the timing, so a date without a word about its purpose counts.
    """
    candidates = _told_closer(text, candidates)
    usable = [c for c in candidates if _usable(_without_others(text, c, candidates), c, asked=asked)]
    follow = [c for c in candidates if c not in usable and _follows_on(text, c, usable)]
    usable = sorted([*usable, *follow], key=lambda c: c.start)
    usable = [c for c in usable if c is usable[-1] or not _WHEN_OVER.match(text[c.end :])]
    if not usable:
        return None
    ahead = [c for c in usable if c.window.latest is None or c.window.latest >= today]
    usable = ahead or usable
    chosen = max(usable, key=lambda c: c.role)
    for later in usable[usable.index(chosen) + 1 :]:
        follows = chosen.role <= words.DECIDE and _FOLLOWS.search(text[chosen.end : later.start])
        if follows or any_of(words.CORRECTION).search(text[chosen.end : later.end + 12]):
            chosen = _behind(later, chosen) if follows else later
    inside = [c for c in usable if _narrower(c.window, chosen.window) and _as_good(text, c, chosen)]
    return inside[0] if inside else chosen


def _told_closer(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Return them with the date of a season or holiday in its place, where one stands right beside it."""
    kept = list(candidates)
    for one, other in permutations(candidates, 2):
        named, date_named = text[one.start : one.end], text[other.start : other.end]
        if not _OCCASION.search(named) or _DATED.search(named) or not _DATED.search(date_named):
            continue
        between = text[min(one.end, other.end) : max(one.start, other.start)]
        near = between != "の" and len(between) <= _BESIDE and _OCCASION_TO_DATE.fullmatch(between)
        if near and one in kept and other in kept and other.role != words.ELSEWHERE:
            kept[kept.index(other)] = replace(other, role=max(one.role, other.role))
            kept.remove(one)
    return kept


def _behind(later: Candidate, first: Candidate) -> Candidate:
    """Return what follows from a date behind it: "contract in Q3, sensors in Q1" is the Q1 of the next year."""
    latest = later.window.latest
    if latest is None or latest >= first.window.earliest or first.role >= words.GO_LIVE:
        return later
    return replace(later, window=Window(add_months(later.window.earliest, 12), add_months(latest, 12)))


def _follows_on(text: str, candidate: Candidate, usable: list[Candidate]) -> bool:
    """Is it what follows from a date of the budget or the decision: "decided in February, so from April"?"""
    return candidate.role == words.UNKNOWN and any(
        words.EVALUATE <= one.role <= words.DECIDE
        and one.end <= candidate.start
        and _FOLLOWS.search(text[one.end : candidate.start])
        for one in usable
    )


def _as_good(text: str, candidate: Candidate, chosen: Candidate) -> bool:
    """Does it stand for the same as the other, or alone behind it: 「夏までに入れたい。6月頃かな」?"""
    alone = candidate.role == words.UNKNOWN and candidate.start > chosen.end and _ends_a_wish(text, candidate)
    return candidate.role == chosen.role or alone


def _narrower(window: Window, wide: Window) -> bool:
    """Does it tell a part of the other more closely: the spring of 「再来年度ですね。2028年の春くらい」?"""
    if window.latest is None or wide.latest is None:
        return False
    overlap = window.earliest <= wide.latest and wide.earliest <= window.latest
    return overlap and (window.latest - window.earliest) * 2 < wide.latest - wide.earliest


def _without_others(text: str, candidate: Candidate, candidates: list[Candidate]) -> str:
    """Return the text with blanks for the other times it names ("after Golden Week, definitely in May")."""
    for other in candidates:
        if other is not candidate and other.role != words.ELSEWHERE:
            text = text[: other.start] + " " * (other.end - other.start) + text[other.end :]
    return text


def _usable(text: str, candidate: Candidate, *, asked: bool) -> bool:
    if candidate.role == words.ELSEWHERE:
        return False
    if asked:
        return True
    if candidate.bare and candidate.role <= words.EVALUATE:
        return _stands_alone(text, candidate)
    return candidate.role != words.UNKNOWN or _stands_alone(text, candidate) or _ends_a_wish(text, candidate)


def _ends_a_wish(text: str, candidate: Candidate) -> bool:
    """Is the date a sentence of its own after one that says what it is for (「5人で使いたいです。夏までに」)?"""
    start = max((s for s, _ in sentences(text) if s <= candidate.start), default=0)
    own = Candidate(candidate.start - start, candidate.end - start, candidate.window, candidate.role, candidate.bare)
    sentence = text[start : next((e for s, e in sentences(text) if s == start), len(text))]
    cues = words.CUES_JA if _JAPANESE.search(text) else words.CUES_EN
    before = text[:start]
    return (
        bool(before.strip())
        and _stands_alone(sentence, own)
        and (any_of(*cues[words.GO_LIVE]).search(before) or _OPENS.search(sentence)) is not None
        and any_of(*cues[words.ELSEWHERE]).search(before) is None
    )


def _stands_alone(text: str, candidate: Candidate) -> bool:
    """Is the message little more than this date (「半年後くらいですかね」 "Q2 probably")?"""
    rest = re.sub(
        (
            r"[\W_]|くらい|ぐらい|頃|ごろ|です|かな|かね|まで|から|には|ですね|あたり|以降|\b(?:by|in"
            r"|the|around|within|during|about|probably|maybe|i|think|definitely|certainly|sometime|ideally|for|us|our|side|hopefully|sometime|before"
            r"|after|end|of|early|late|start|beginning|new|first|thing|nothing|not|no|any|sooner|earlier|that|then|only)\b"
            r"|(?:それ|これ)より(?:早く|前)に?は(?:ない|ありません|なりません|無理|できません)"
        ),
        "",
        text[: candidate.start] + " " + text[candidate.end :],
        flags=re.I,
    )
    return len(rest) <= 4
