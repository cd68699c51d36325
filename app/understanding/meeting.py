"""When the prospect would like to meet: 「デモは来週の火曜か水曜の午後で」, "a demo on Thursday at 10?"."""

import re
from datetime import date

from app.understanding.callback import parted
from app.understanding.days import days
from app.understanding.facts import MeetingWish
from app.understanding.hours import hours
from app.understanding.normal import sentences
from app.understanding.zones import zone_in

_MEETING = re.compile(
    r"デモ|打ち?合わせ|うちあわせ|面談|商談|ミーティング|MTG|訪問|来社|説明会|お会い|日程|候補|話を(?:聞|伺|うかが)"
    r"|お話|話をしたい|話したい|オンライン"
    r"|\b(?:demos?|meet(?:ing|up)?s?|walk ?through|walk (?:me|us)|talk|chat|session|appointment|visit|slots?)\b",
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


def read_meeting(text: str, *, today: date, asked: bool) -> MeetingWish | None:
    """Return the days and hours wished, None if none were; what is taken out ("not Friday") is none of them.

    `asked`: a meeting is being arranged, so that the day alone is about it.
    """
    if not asked and not _MEETING.search(text):
        return None
    own = [text[start:end] for start, end in sentences(text)]
    own = [one for one in own if not _OTHER.search(_MEETING.sub("", one))]
    wanted, _ = parted(" ".join(own), today=today)
    found = tuple(
        dict.fromkeys(
            named.day
            for named in days(wanted, today=today)
            if not _WHOLE_WEEK.fullmatch(wanted[named.start : named.end])
        )
    )
    start, end = hours(wanted)
    if not found and start is None and end is None:
        return None
    return MeetingWish(found, start, end, zone_in(text) if start or end else None)
