"""Festivals whose days move each year by the moon: 「春節明け」, "after Diwali", "before Ramadan"."""

import re
from datetime import date, timedelta

from app.understanding.found import Rule, Scene
from app.understanding.periods import Window

# A festival, the days it lasts, and its (first) day in 2026, 2027, ... as published in almanacs; a day off either way
# between countries. In years without an entry its name is no date.
_FIRST_YEAR = 2026
_FESTIVALS = (
    (r"diwali|deepavali|divali|ディワリ|ディーワーリー", 1, ((11, 8), (10, 29), (10, 17), (11, 5), (10, 26))),
    (r"dussehra|vijayadashami|ダシェラ", 1, ((10, 20), (10, 9), (9, 27), (10, 16), (10, 6))),
    (r"holi|ホーリー", 1, ((3, 4), (3, 22), (3, 11), (3, 1), (3, 20))),
    (
        r"(?:(?:chinese|lunar) new year(?:'?s)?|cny|spring festival|旧正月|春節|旧暦の正月)",
        7,
        ((2, 17), (2, 6), (1, 26), (2, 13), (2, 3)),
    ),
    (r"tet|テト", 7, ((2, 17), (2, 6), (1, 26), (2, 13), (2, 3))),
    (r"ramadan|ramadhan|ramazan|ラマダーン|ラマダン", 30, ((2, 18), (2, 8), (1, 28), (1, 16), (1, 6))),
    (r"eid(?: al[- ]fitr)?|hari raya|lebaran", 2, ((3, 20), (3, 10), (2, 27), (2, 15), (2, 5))),
    (r"eid al[- ]adha|bakrid", 3, ((5, 27), (5, 17), (5, 5), (4, 24), (4, 13))),
)
_BREAK = r"(?:の?(?:休み|休暇|連休)| (?:holidays?|break|festival|festivities|season))?"
_AFTER_JA = r"(?:明け|あけ|の?後|が明け|が終わ|を?過ぎ|以降)"
_BEFORE_JA = r"(?:の?前(?!後|年)(?:まで)?(?:には|に)?|まで(?:には|に))"


def _festival(words: str, length: int, days: tuple[tuple[int, int], ...]) -> Rule:
    first_days = [date(_FIRST_YEAR + index, *day) for index, day in enumerate(days)]

    def build(match: re.Match[str], scene: Scene) -> Window | None:
        ahead = [day for day in first_days if day + timedelta(length - 1) >= scene.today]
        if scene.today.year < _FIRST_YEAR or not ahead:
            return None
        first, last = ahead[0], ahead[0] + timedelta(length - 1)
        if match["after"] or match["after_ja"]:
            return Window(last + timedelta(1), None)
        if (match["before"] or match["before_ja"]) and first > scene.today:
            return Window(scene.today, first - timedelta(1))
        return Window(first, last)

    return Rule(
        r"(?:\b(?:(?P<after>after|post|past|once|following|when)|(?P<before>before|by|ahead of|prior to|in time for))"
        rf"[ -](?:the )?)?(?<![a-z])(?:{words})(?![a-z]){_BREAK}"
        r"(?:(?: (?:is|are))? (?:over|done|past|ends?|finish\w*))?"
        rf"(?:\s?(?:(?P<after_ja>{_AFTER_JA})|(?P<before_ja>{_BEFORE_JA})))?",
        build,
        settled=True,
    )


RULES = tuple(_festival(*row) for row in _FESTIVALS)
