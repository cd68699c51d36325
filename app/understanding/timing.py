"""When the prospect wants it in use, out of all the dates in a message."""

import re
from dataclasses import replace
from datetime import date, timedelta

from app.understanding import timing_en, timing_ja
from app.understanding import timing_words as words
from app.understanding.closing_month import without_closing
from app.understanding.facts import Lang, Timing
from app.understanding.found import Found, Scene, scan
from app.understanding.lasting import without_since
from app.understanding.normal import Normal, any_of, sentences
from app.understanding.papers import for_paper
from app.understanding.periods import Window, add_months, hull
from app.understanding.timing_asides import at_an_hour, beside_limit, busy_then, is_demand, overtaken, planned
from app.understanding.timing_best import Candidate, best
from app.understanding.timing_hurry import ASAP, HURRY_TO_TALK
from app.understanding.timing_moved import is_due, moves_away, said_anew
from app.understanding.timing_reasons import held_until, is_only_ideal, with_reason
from app.understanding.timing_supposed import asks_how_soon

MOST_TIMES = 24  # of one message: each is weighed against all others
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
_CLAUSE = re.compile(r"[。、,.;:!?\n()]|\b(?:and|but|so|then|because)\b")
_EVENT_IS_LIMIT = re.compile(
    r"\b(?:before|by|ahead of|in time for)\s+(?:our|the|my|a)\s+(?:\w+ ){1,3}(?:in|on)\s+(?:the\s+)?$", re.I
)
# 「4月に異動があり、それに合わせて」: what happens then is why they want it then.
_TOGETHER = re.compile(
    r"合わせ(?:て|た)|あわせて|のタイミング|を機に|に向け(?:て|た)|と同時|までに(?:は)?(?:整|間に合|導入|使)"
)
# Work that they want to do better, not an appointment.
_WORK = re.compile(
    r"(?:電話|メール|返信|返事|連絡|回答|問い?合わせ|反響|採用|売上|予約)(?:対応|業務|受付"
    r"|システム|体制|処理|管理|の|を(?:自動|早|改善))"
)
_MONTH = 31
_CONTENT = re.compile(r"\b(?!from|until|till|around|about|early|late|ideally|maybe|probably|hopefully)[a-z]{4,}", re.I)
# "not buying anything right now" is no hurry.
_NOT_NOW = re.compile(
    r"(?:\b(?:not|nothing|no|none|nobody)\b|n't\b)(?! only\b)[^.]{0,40}\b(?:right (?:now|away)|straight away"
    r"|immediately|now)$",
    re.I,
)
# 「見積は今月中に、導入は来期」: what comes after belongs to the next date.
_NEXT = re.compile(r"、|ので|けど|(?:です|ます)が")
_ERA = re.compile(r"(?<![A-Za-z])R\s?\d{1,2}\s?[./年]\s?\d")


def read_timing(
    message: Normal, *, today: date, lang: Lang, asked: bool, paper_wanted_by: date | None = None
) -> Timing:
    """Return when they want it in use; dates of calls, documents, events and the past are none.

    `asked`: our last question was about the timing, so a date without a word about its purpose counts.
    `paper_wanted_by` is the day a paper (a quote, a questionnaire) is wanted by, which says nothing about the use.
    """
    text, closing = without_closing(without_since(message.text))
    found = _expressions(text, Scene(today, lang, closing))
    found = [
        one
        for one in found
        if (paper_wanted_by is None or one.window.latest != paper_wanted_by) and not for_paper(text, one.end)
    ]
    candidates, refused = _candidates(text, planned(text, found), today)
    chosen = best(text, candidates, today, asked=asked or refused or overtaken(text, found))
    condition = _quoted(message, words.CONDITIONS)
    if chosen is not None and condition and chosen.role in (words.BUDGET, words.EVALUATE):
        chosen = None  # 「予算申請が1月なので、その結果次第」
    if chosen is not None and (chosen.window.latest is None or chosen.window.latest >= today):
        window = chosen.window
        hurry = _asap(message, found, asked=asked)
        if hurry and is_only_ideal(text, chosen.start, window, today=today):
            return Timing("asap", quote=hurry)
        return Timing("range", max(window.earliest, today), window.latest, _sentence(message, chosen.start), condition)
    if condition:
        return Timing("undecided", quote=condition, condition=condition)
    if quote := _asap(message, found, asked=asked):
        return Timing("asap", quote=quote)
    if quote := _undecided(message, asked=asked, refused=refused):
        return Timing("undecided", quote=quote)
    return _past(message, candidates, today, asked=asked)


def _expressions(text: str, scene: Scene) -> list[Found]:
    rules = [timing_ja.RULES, timing_en.RULES] if scene.lang == "ja" else [timing_en.RULES, timing_ja.RULES]
    found = scan(text, scene, rules=rules[0])
    if not found and (scene.lang == "ja" or _JAPANESE.search(text) or _ERA.search(text)):
        found = scan(text, scene, rules=rules[1])
    return found[:MOST_TIMES]


def _candidates(text: str, found: list[Found], today: date) -> tuple[list[Candidate], bool]:
    """Return the wanted expressions, and whether any was refused (「3月は無理」)."""
    wanted: list[Candidate] = []
    refused = False
    for start, end, group in _joined(text, found):
        before, after = text[_clause_start(text, start) : start], text[end : end + 40]
        if _refused(before, after):
            refused = True
            continue
        window = group.window
        held = held_until(text[:start], text[end:])
        open_from = held or any_of(words.NOT_BEFORE_THEN).search(text, end) is not None
        limit = not open_from and any_of(words.UNTIL_THEN).search(text[end:]) is not None
        told = held or with_reason(text, start, end) or said_anew(text, start, end, window)
        role = words.GO_LIVE if told else _role(text, start, end, found)
        if role == words.ELSEWHERE and (limit or _EVENT_IS_LIMIT.search(before)):
            role = words.EVALUATE  # 「展示会が5月にあるのでその前に」 "before our trade show in May"
        if role == words.ELSEWHERE and _TOGETHER.search(text[end : end + 50]):
            role = words.GO_LIVE
        if role != words.ELSEWHERE and (open_from or any_of(words.FROM_THEN).search(text, end)):
            group = replace(group, window=Window(group.window.earliest, None), settled=True)
            window = group.window
        elif role == words.UNKNOWN and not limit and busy_then(before, after):
            role = words.ELSEWHERE
        if is_demand(text, start, end, window, today) or (
            (role <= words.EVALUATE or is_due(text, start, end, window)) and at_an_hour(text, start, end)
        ):
            role = words.ELSEWHERE
        if not group.settled or re.search(words.NOT_BEFORE_EN, before, re.I):
            window = _modified(window, before, after, today)
        if window is group.window:
            window = _left(
                text, start, group, today=today, limit=limit or role == words.EXPIRY or is_due(text, start, end, window)
            )
        wanted.append(Candidate(start, end, window, role, group.bare))
    return wanted, refused


def _joined(text: str, found: list[Found]) -> list[tuple[int, int, Found]]:
    """Merge neighbours such as 「4月から6月」「春か夏」 "between April and June" into one window."""
    merged: list[tuple[int, int, Found]] = []
    for item in found:
        if merged:
            start, end, last = merged[-1]
            between = text[end : item.start]
            denied = re.search(words.NEGATED_EN, text[:start], re.IGNORECASE)
            if denied:
                merged.append((item.start, item.end, item))
                continue
            if moves_away(text, start, end, item.end):
                merged[-1] = (start, item.end, item)
                continue
            if last.settled and between.strip() in "、,":  # 「年末の休みの前、11月まで」
                merged[-1] = (start, item.end, item)
                continue
            if re.fullmatch(words.JOIN_JA, between) or re.fullmatch(words.JOIN_EN, between, re.IGNORECASE):
                both = Found(start, item.end, hull(last.window, item.window), settled=last.settled or item.settled)
                merged[-1] = (start, item.end, both)
                continue
        merged.append((item.start, item.end, item))
    return merged


def _refused(before: str, after: str) -> bool:
    if re.match(words.NEGATED_JA, after) or re.match(words.NEGATED_AFTER_EN, after, re.IGNORECASE):
        return True
    return bool(re.search(words.NEGATED_EN, before, re.IGNORECASE))


def _left(text: str, start: int, group: Found, *, today: date, limit: bool) -> Window:
    """Return the time that is left where something in the sentence is a limit: from today on."""
    window = group.window
    if limit and window.latest is not None and not group.settled:
        return Window(min(today, window.earliest), window.latest)
    length = group.bare or text[start:].lower().startswith("in ")
    return beside_limit(text[:start], window, today) if length else window


def _modified(window: Window, before: str, after: str, today: date) -> Window:
    if (
        re.match(words.OPEN_JA, after)
        or re.search(words.OPEN_EN, before, re.I)
        or re.search(words.NOT_BEFORE_EN, before, re.I)
        or re.match(words.OPEN_AFTER_EN, after, re.I)
    ):
        return Window(window.earliest, None)
    if window.earliest == window.latest and re.match(r"~(?!\s?\d)", after):  # 「8/23~」
        return Window(window.earliest, None)
    by = re.match(words.BY_JA, after)
    if by and re.search(words.EVE_JA, by.group()):
        if window.earliest <= today and not _is_season(window):  # 「今月の棚卸の前」
            return Window(min(today, window.latest or today), window.latest)
        return _until(window, today)
    if (
        by
        or re.search(words.BY_BEFORE_JA, before)
        or re.search(words.BY_EN, before, re.I)
        or re.match(words.BY_AFTER_EN, after, re.I)
    ):
        if _is_season(window) and re.search(r"\bbefore (?:the |next |this )?$", before, re.I):
            return _until(window, today)  # "before summer" ends when summer begins
        return Window(min(today, window.latest or today), window.latest)
    return window


def _is_season(window: Window) -> bool:
    return window.latest is not None and (window.latest - window.earliest).days > _MONTH


def _until(window: Window, today: date) -> Window:
    """Return the time until a season or a month begins; one that has begun comes again in a year."""
    begins = window.earliest if window.earliest > today else add_months(window.earliest, 12)
    return Window(today, begins - timedelta(1))


def _role(text: str, start: int, end: int, found: list[Found]) -> int:
    """Return what the date belongs to: a topic before it (導入は), the words after it, the words before it."""
    sentence = next((s for s in sentences(text) if s[0] <= start < s[1]), (0, len(text)))
    left = max([f.end for f in found if f.end <= start and f.end > sentence[0]], default=sentence[0])
    right = min([f.start for f in found if f.start >= end and f.start < sentence[1]], default=sentence[1])
    before, after = text[left:start], text[end:right]
    if right != sentence[1] and (cuts := list(_NEXT.finditer(after))):
        after = after[: cuts[-1].start()]
    if _JAPANESE.search(text):
        topic = re.search(
            (
                r"[^、。]*(?<!です)(?<!ます)(?<!した)(?<!ません)[はがもを:]、?\s*(?:早くても?|遅くとも|遅くても"
                r"|だいたい|一応|おそらく|たぶん)?$"
            ),
            before,
        )
        areas = ([topic.group()] if topic else []) + [after, before]
        for area in areas:
            role = _first_cue(area, words.CUES_JA)
            if role == words.ELSEWHERE and area is not after and _WORK.search(area):
                role = _first_cue(after, words.CUES_JA)  # 「電話対応の仕組みを4月に入れたい」
            reach = after if role == words.DECIDE else after[:8] if role == words.GO_LIVE else ""
            if any_of(*words.CUES_JA[words.EXPIRY]).search(reach):
                return words.EXPIRY
            if role is not None:
                return role
        return words.UNKNOWN
    clause_before, clause_after = before[_clause_start(before, len(before)) :], after[: _clause_end(after)]
    role = _nearest_cue(clause_before, clause_after)
    if role is None:
        own = right != sentence[1] and _CONTENT.search(clause_before)  # "Survey in January, running by March"
        role = _nearest_cue(before, clause_after if own else after)
        return words.UNKNOWN if role in (None, words.ELSEWHERE) else role
    return role


def _first_cue(area: str, cues: dict[int, tuple[str, ...]]) -> int | None:
    hits = [(m.start(), -role) for role, terms in cues.items() if (m := any_of(*terms).search(area))]
    return -min(hits)[1] if hits else None


def _nearest_cue(before: str, after: str) -> int | None:
    hits = []
    for role, terms in words.CUES_EN.items():
        pattern = any_of(*terms)
        hits += [(len(before) - m.end(), -role) for m in pattern.finditer(before)]
        hits += [(m.start(), -role) for m in pattern.finditer(after)]
    expiry = any_of(*words.CUES_EN[words.EXPIRY]).search(before + " # " + after)
    if expiry:
        return words.EXPIRY
    return -min(hits)[1] if hits else None


def _asap(message: Normal, found: list[Found], *, asked: bool) -> str | None:
    for match in any_of(*ASAP).finditer(message.text):
        start, end = match.span()
        if not asked and asks_how_soon(message.text[start:]):
            continue
        begins = _clause_start(message.text, start)
        if _NOT_NOW.search(message.text[begins:end]):
            continue
        clause = message.text[begins : end + _clause_end(message.text[end:])]
        elsewhere = any_of(*words.CUES_JA[words.ELSEWHERE], *words.CUES_EN[words.ELSEWHERE]).search(clause)
        role = words.UNKNOWN if asked and not elsewhere else _role(message.text, start, end, found)
        if role == words.ELSEWHERE or (role == words.UNKNOWN and any_of(HURRY_TO_TALK).search(clause)):
            continue
        if asked or role != words.UNKNOWN or _is_told_alone(message.text, start, end):
            return _sentence(message, match.start())
    return None


def _is_told_alone(text: str, start: int, end: int) -> bool:
    """Is hurry all a sentence says, or what it begins with: "soonest please, it stops every night"?"""
    begins, ends = next(((s, e) for s, e in sentences(text) if s <= start < e), (0, len(text)))
    clause = text[begins : end + _clause_end(text[end:ends])]
    elsewhere = any_of(*words.CUES_JA[words.ELSEWHERE], *words.CUES_EN[words.ELSEWHERE], r"\?|か[。、]?$")
    opens = len(clause) - (end - start) <= 10 and len(clause) < ends - begins
    return (opens and not elsewhere.search(text, begins, ends)) or ends - begins - (end - start) <= 14


def _undecided(message: Normal, *, asked: bool, refused: bool) -> str | None:
    terms = words.UNDECIDED + words.UNDECIDED_ASKED if asked else words.UNDECIDED
    for match in any_of(*terms).finditer(message.text):
        clause = message.text[_clause_start(message.text, match.start()) : match.end()]
        if asked or not re.search(r"担当|ルール|誰|基準|役割|who|which|rule|owner", clause, re.I):
            return _sentence(message, match.start())
    return _sentence(message, 0) if refused and asked else None


def _past(message: Normal, candidates: list[Candidate], today: date, *, asked: bool) -> Timing:
    """A tool they once took into use is `past`; any other past event is none."""
    text = message.text
    if asked and any_of(*words.IN_USE_NOW).search(text):
        return Timing("past", quote=_sentence(message, 0))
    gone = [c for c in candidates if c.window.latest is not None and c.window.latest < today]
    if not any_of(*words.PAST_USE).search(text) or not (gone or any_of(*words.PAST_DATE).search(text)):
        return Timing()
    if not gone:
        return Timing("past", quote=_sentence(message, 0))
    return Timing("past", gone[0].window.earliest, gone[0].window.latest, _sentence(message, gone[0].start))


def _quoted(message: Normal, terms: tuple[str, ...]) -> str | None:
    match = any_of(*terms).search(message.text)
    return message.verbatim(match.start(), match.end()) if match else None


def _sentence(message: Normal, position: int) -> str:
    for start, end in sentences(message.text):
        if start <= position < end:
            return message.verbatim(start, end)
    return message.written.strip()


def _clause_start(text: str, position: int) -> int:
    return max((m.end() for m in _CLAUSE.finditer(text, 0, position)), default=0)


def _clause_end(text: str) -> int:
    match = _CLAUSE.search(text)
    return match.start() if match else len(text)
