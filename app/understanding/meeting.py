"""When the prospect would like to meet: 「デモは来週の火曜か水曜の午後で」, "a demo on Thursday at 10?"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from app.understanding.callback import parted, ruled_out, without_talk, without_trouble
from app.understanding.day_spans import Span, day_spans, without_spans
from app.understanding.days import Named, days
from app.understanding.facts import MeetingWish
from app.understanding.hours import hours
from app.understanding.normal import any_of, sentences
from app.understanding.not_meant import OWN_MEETING
from app.understanding.zones import zone_in

_MEETING = re.compile(
    r"デモ|打ち?合わせ|うちあわせ|面談|商談|ミーティング|MTG|訪問|来社|説明会|お会い|日程|候補|話を(?:聞|伺|うかが)"
    r"|お話|話をしたい|話したい|オンライン"
    r"|(?:テレビ|ビデオ|ウェブ|Web)(?:電話|通話|会議)"
    r"|\b(?:video|zoom|teams|online|web|conference|google meet)[- ]calls?\b"
    r"|\b(?:demos?|demonstrations?|meet(?:ing|up)?s?|walk ?through|walk (?:me|us)|talk|chat|session|appointment"
    r"|visit|slots?)\b",
    re.I,
)
# A sentence that is only a time ("Thursday afternoon works") belongs to the wish beside it.
_OTHER = re.compile(
    r"導入|稼働|使い始め|利用開始|納期|電話|見積|資料|シート|期限|昨日|先日|先週|ました"
    r"|\b(?:go[- ]?live|launch\w*|install\w*|live|call me|phone|quot\w+|brochure|questionnaire|deadline|last|watched"
    r"|saw|attended|joined|liked|was|were"
    r"|had)\b",
    re.I,
)

_WHOLE_WEEK = re.compile(r"[今来]週(?:中|末|いっぱい)?|.*week|eow|.*month|.*月(?:末|中|内)", re.I)
_BARE_WEEKDAY = re.compile(
    r"[月火水木金土日]曜日?|(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)(?:days?)?", re.I
)
# Names a week of its own, so that the one spoken of before says nothing.
_WEEKS = re.compile(
    r"(?P<two>再来週|さ来週|\bweek after next\b)|(?P<then>翌週|その次の週|\b(?:the )?(?:week after|following week)\b)"
    r"|(?P<one>来週|\bnext week\b)",
    re.I,
)
_WISHED = re.compile(
    r"^(?:の(?:どこか|前半|後半))?(?:あたり|以降|中)?(?:で|なら|に(?:して|変|お願い|ずら)|が(?:いい|良い|助か|希望)"
    r"|を?希望"
    r"|は(?:どう|いかが|空い)|[。?!\s]*$)"
    r"|^,? (?:please|instead|works?|would|then|suits|if possible|is (?:fine|better|good|ok))\b|^[\s.?!]*$",
    re.I,
)
_CLAUSE = re.compile(r"[。、!?;\n]|,(?=\s)|\.(?=\s|$)")
_NEAR = re.compile(r"[今来翌]週|今度|次の|明日|\b(?:this|next|coming)\b|\bweek after\b", re.I)


def read_meeting(text: str, *, today: date, asked: bool, week: date | None = None) -> MeetingWish | None:
    """Return the days and hours wished, None if none were; what is taken out ("not Friday") is none of them.

    `asked`: a meeting is being arranged, so that the day alone is about it. `week`: a day in the week spoken of before,
    in which a weekday alone ("Wednesday at 4?") stands.
    """
    if not asked and not _MEETING.search(any_of(OWN_MEETING).sub(" ", without_talk(text))):
        return None
    own = [text[start:end] for start, end in sentences(text)]
    own = [one for one in own if not _OTHER.search(_MEETING.sub("", one))]
    wanted, _ = parted(without_trouble(" ".join(own)), today=today)
    spoken_of = None if _NEAR.search(text) else week
    found = tuple(dict.fromkeys(_days(wanted, spoken_of, today=today)))
    if not found and asked:
        found = _whole_week(text, week, today=today)
    start, end = hours(without_spans(wanted, today=today))
    if not found and start is None and end is None:
        return None
    return MeetingWish(found, start, end, zone_in(text) if start or end else None)


def _days(text: str, week: date | None, *, today: date) -> Iterator[date]:
    """Yield the days wished, in the order named: of a span those that belong to it."""
    spans = day_spans(text, today=today)
    single = [one for one in days(text, today=today) if all(one.start < s.start or one.start >= s.end for s in spans)]
    both: list[Span | Named] = [*spans, *single]
    for one in sorted(both, key=lambda each: each.start):
        if isinstance(one, Span):
            yield from one.days
        elif not _WHOLE_WEEK.fullmatch(text[one.start : one.end]):
            yield _in_week(text, one, week, today=today)


def _in_week(text: str, named: Named, week: date | None, *, today: date) -> date:
    """Return the day named, in the week spoken of before if it is a weekday without one of its own."""
    if week is None or not _BARE_WEEKDAY.fullmatch(text[named.start : named.end].strip()):
        return named.day
    day = week + timedelta(named.day.weekday() - week.weekday())
    return day if day > today else named.day


def takes_out(text: str, *, today: date) -> bool:
    """Say whether it names a day or a week that does not suit: "next week is off"."""
    return any(
        ruled_out(clause) and (_WEEKS.search(clause) or days(clause, today=today)) for clause in _CLAUSE.split(text)
    )


def _whole_week(text: str, week: date | None, *, today: date) -> tuple[date, ...]:
    """Return the working days of a week wished as a whole: 「来週はだめになりました。再来週で」."""
    monday = today - timedelta(today.weekday())
    base = week - timedelta(week.weekday()) if week else monday
    wished: date | None = None
    for clause in _CLAUSE.split(text):
        if named := _WEEKS.search(clause):
            after = {"two": monday + timedelta(14), "one": monday + timedelta(7), "then": base + timedelta(7)}
            base = after[named.lastgroup or "one"]
            if not ruled_out(clause):
                wished = base if _WISHED.search(clause[named.end() :]) else None
    return tuple(wished + timedelta(ahead) for ahead in range(5)) if wished else ()
