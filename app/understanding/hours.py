"""Times of day named in a message: 「15時以降」, "between 9 and 11", "in half an hour"."""

import re

from app.understanding.normal import any_of

_HOUR = r"(?<![\d:])(?P<h{0}>\d{{1,2}})(?:時(?!間)(?:(?P<half{0}>半)|(?P<m{0}>\d{{2}})分)?|:(?P<c{0}>\d{{2}}))"
_MORNING = r"午前|朝|早朝|未明|深夜|夜中"
# Their day begins then: the same hour told beside it is the morning's.
_BEGINS_JA = re.compile(
    r"(?:出勤|出社|始業|早番|早出|起床|起きるの|朝礼)[^。、\d]{0,6}(?P<h>[4-6])時(?!間)半?"
    r"|(?P<h2>[4-6])時半?(?:に|から|の)*(?:出勤|出社|始業|早番|早出|起床|起き|朝礼)"
)
_JA = (
    (
        rf"(?P<pm>午後|夕方|夜)?(?:(?P<am>{_MORNING})は?)?{_HOUR.format(1)}(?:頃)?(?:から|~|-|以降(?:から)?)?"
        rf"(?:(?<=から)|(?<=~)|(?<=-))(?:午後)?{_HOUR.format(2)}"
    ),
    (
        rf"(?P<pm>午後|夕方|夜)?(?:(?P<am>{_MORNING})は?)?{_HOUR.format(1)}(?:頃|ごろ|くらい|ぐらい)?"
        rf"(?P<edge>以降|から|過ぎ|すぎ|より後|まで|迄|以前|より前|前)?"
    ),
)
_PARTS_JA = (
    ("(?<![一-鿿])お?昼(?:頃|ごろ)?まで", None, "12:00"),
    ("(?<![一-鿿])お?昼過ぎ(?:頃|ごろ)?まで", None, "13:00"),
    ("夕方(?:頃|ごろ)?まで", None, "17:00"),
    ("夕方(?:以降|過ぎ)", "16:00", None),
    ("(?<![一-鿿])お?昼(?:休み)?(?:以降|過ぎ|明け)", "13:00", None),
    ("午前(?:中)?", "09:00", "12:00"),
    ("(?<![一-鿿])お?昼(?:休み|頃|間|ごろ)?(?!(?!以外)[一-鿿])", "12:00", "13:00"),
    ("夕方", "16:00", "18:00"),
    ("午後(?:イチ|一番?|1)?", "13:00", "18:00"),
    ("(?<![今毎昨翌])朝(?:イチ|一番?)?(?![一-鿿])", "09:00", "10:00"),
    ("(?<![今毎昨深])夜(?!分|間|勤|中)", "18:00", "20:00"),
)
# "ten", "10"
_COUNT = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = r"(?P<h{0}>\d{{1,2}})(?::(?P<c{0}>\d{{2}}))?\s?(?P<ap{0}>am|pm|a\.m\.|p\.m\.)?"
# "around 20 sensors", "10 to 20 reps" are no times of day.
_NO_COUNT = (
    r"(?![\d/%:-])(?!\s*(?:people|percent|k)\b)"
    r"(?!\s*(?:(?!on|in|or|and|if|is|for|at|to|that|the|my|your|[ap]m\b)[a-z]+ ){0,2}"
    r"(?!works|suits|is|was|as|this|thanks|sounds|perhaps|yours|(?:\w+day|weekend|morning|afternoon)s)[a-z]{2,}s\b)"
    r"(?!\s*(?:or|to|and|-)\s*(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[a-z]+ )?"
    r"(?!works|suits|is|was|perhaps|\w+days?\b|this|thanks|mornings|afternoons)[a-z]{3,}s\b)"
)
# What we may be called about is a time only where nothing counted can follow: "about 3", "about two tomorrow".
_ABOUT = (
    r"about(?=\s+\d{1,2}(?::\d{2})?(?: (?:or|to) \w+)?\s*(?:$|[.,;!?)]|(?:[ap]\.?m|o'? ?clock|tomorrow|today|tonight"
    r"|on|in|please|if|would|is|works|this|my|your)\b))"
)
_EN = (
    rf"\b(?:between|from)\s+{_CLOCK.format(1)}\s?(?:-|to|and|until|till)\s?{_CLOCK.format(2)}(?![\d/])",
    rf"(?<![\d:.$/+\-])\b{_CLOCK.format(1)}\s?(?:-|to|and|until|till)\s?{_CLOCK.format(2)}{_NO_COUNT}",
    rf"\b(?P<edge>after|from|before|until|by|at|around|{_ABOUT}|past)\s+{_CLOCK.format(1)}{_NO_COUNT}",
    r"(?<![\d/:.$])(?P<h1>\d{1,2})(?::(?P<c1>\d{2}))?\s?(?P<ap1>am|pm|a\.m\.|p\.m\.)(?![a-z])",
)
_PARTS_EN = (
    (r"\bafter lunch(?:time)?\b", "13:00", None),
    (r"\bbefore (?:lunch(?:time)?|noon|midday)\b", None, "12:00"),
    (r"\bmornings?\b", "09:00", "12:00"),
    (r"\bafternoons?\b", "13:00", "17:00"),
    (r"\blunch(?:time)?\b", "12:00", "13:00"),
    (r"\bevenings?\b", "17:00", "20:00"),
)
# What happens then or every day, 「朝の便」 or "the morning shift", is no time of day that is wished for.
_OF_THEIR_DAY = (
    r"(?:朝|昼|夕方|夜|午前|午後)の(?:[一-鿿ァ-ヶー]{1,6}便|便|部(?!分)|シフト|出荷|作業|点検|生産|立ち?上げ|当番|会議|稼働|運転|配送|納品|勤務|交代)",
    r"\b(?:every|each|all|last) (?:mornings?|afternoons?|evenings?|nights?)\b"
    r"|\b(?:mornings?|afternoons?|evenings?) (?:shifts?|runs?|batch\w*|crews?|rounds?|deliver\w+|trucks?|wave|checks?"
    r"|production|line)\b",
)


def hours(text: str) -> tuple[str | None, str | None]:
    """Return beginning and end as "HH:MM" of the first time of day; what was not said is None."""
    text = _in_figures(text)
    for pattern in (*_JA, *_EN):
        for match in any_of(pattern).finditer(text):
            groups = match.groupdict()
            if (
                "h2" not in groups
                and not groups.get("edge")
                and not groups.get("ap1")
                and not re.search("[時:]", match.group())
            ):
                continue
            first = _time(groups, "1")
            second = _time(groups, "2") if "h2" in groups else None
            if first is None:
                continue
            if second is not None:
                if first > second and first >= "12" and int(groups["h1"] or 0) < 12 and not _afternoon(groups):
                    first = f"{int(groups['h1'] or 0):02}{first[2:]}"  # 「6時から14時」 begins in the morning
                return first, second
            return (
                (None, first)
                if (groups.get("edge") or "").lower() in ("まで", "迄", "以前", "より前", "前", "before", "until", "by")
                else (first, None)
            )
    rest = any_of(*_OF_THEIR_DAY).sub(" ", text)
    for word, start, end in (*_PARTS_JA, *_PARTS_EN):
        if any_of(word).search(rest):
            return start, end
    return None, None


# "half past two", "after three", "four o'clock", 「三時」
_SAID = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "十一": 11, "十二": 12,
}  # fmt: skip
_EDGE = r"(?:after|from|before|until|till|by|at|around|about|past|between|and|to)"
# "at ten to three", but "from ten to three", "at 10 to 12"
_TO = re.compile(
    r"\b(?P<edge>at|around|about|by|before|after) (?P<m>five|ten|twenty|5|10|20) (?:minutes )?(?P<way>to|past)"
    rf" {_COUNT}(?=\W*$|[.,;!?)]| (?!\w+s\b))",
    re.I,
)
_PAST = re.compile(
    rf"(?P<edge>\b{_EDGE} )?\b(?P<part>half past|quarter past|quarter to|half) {_COUNT}\b(?! (?:hours?|days?))", re.I
)
_AFTER_EDGE = re.compile(
    rf"(?P<edge>\b{_EDGE} ){_COUNT}(?P<clock> ?o'? ?clock)?"
    r"(?=\W*$|[.,;!?)]| (?:o'? ?clock|and|to|till|until|on|in|tomorrow|today|please|if|would|is|or|works|my"
    r"|your|[ap]m|this|thirty)\b)"
    r"(?P<thirty> thirty)?",
    re.I,
)
_CLOCK_JA = re.compile(r"(?<![一-鿿])(?P<n>十[一二]?|[一二三四五六七八九])(?=時(?!間|代|期|点|給|速))")


def _in_figures(text: str) -> str:
    """Return the text with figures for hours told in words."""
    text = _CLOCK_JA.sub(lambda match: str(_SAID[match["n"]]), text)
    if begins := _BEGINS_JA.search(text):
        hour = begins["h"] or begins["h2"]
        text = re.sub(rf"(?<![\d:方後夜朝]){hour}時(?!間)", f"朝{hour}時", _BEGINS_JA.sub(" ", text))
    return _AFTER_EDGE.sub(_figure, _PAST.sub(_past, _TO.sub(_minutes_to, text)))


def _minutes_to(match: re.Match[str]) -> str:
    minutes, hour = _number(match["m"]), _number(match["n"])
    if hour > minutes and match["way"].lower() == "to" and match["m"].isdigit():  # "at 10 to 12" is a span
        return match.group()
    told = hour * 60 + (minutes if match["way"].lower() == "past" else -minutes)
    return f"{match['edge']} {told // 60}:{told % 60:02}"


def _past(match: re.Match[str]) -> str:
    minutes = {"h": 30, "p": 15, "t": -15}["h" if match["part"][0] in "hH" else match["part"].lower().split()[1][0]]
    told = _number(match["n"]) * 60 + minutes
    return f"{match['edge'] or 'at '}{told // 60}:{told % 60:02}"


def _figure(match: re.Match[str]) -> str:
    return f"{match['edge']}{_number(match['n'])}" + (":30" if match["thirty"] else "")


_AHEAD = (
    r"(?:(?P<h>\d{1,2}|[一二三])時間(?P<half>半)?|(?P<m>\d{1,3})分)(?:ほど|くらい|ぐらい|程)?(?:後|したら|で戻)",
    (
        r"\bin (?:about |around |roughly |another )?(?:(?P<m2>\d{1,3}|five|ten"
        r"|fifteen|twenty|thirty|forty"
        r"|an? few) ?min(?:ute)?s?"
        r"|(?P<half2>half an hour)|(?P<h2>an?|one|two|three|a couple of|\d{1,2}) ?(?:hours?"
        r"|hrs?)(?P<half3> and a half)?)\b"
    ),
)
_NUMBERS = {
    "a": 1, "an": 1, "a couple of": 2, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "a few": 5,
}  # fmt: skip


def minutes_ahead(text: str) -> int | None:
    """Return how many minutes from now they name: 「30分後」, "in half an hour"."""
    match = any_of(*_AHEAD).search(text)
    if match is None:
        return None
    hours_told, minutes_told = match["h"] or match["h2"], match["m"] or match["m2"]
    half = 30 if match["half"] or match["half2"] or match["half3"] else 0
    return _number(hours_told) * 60 + _number(minutes_told) + half


def _number(told: str | None) -> int:
    word = (told or "").lower()
    return int(word) if word.isdigit() else _NUMBERS.get(word) or _SAID.get(word, 0)


def _afternoon(groups: dict[str, str | None]) -> bool:
    return bool(groups.get("pm")) or (groups.get("ap1") or "").lower().startswith("p")


def _time(groups: dict[str, str | None], which: str) -> str | None:
    hour = int(groups.get(f"h{which}") or 99)
    minute = 30 if groups.get(f"half{which}") else int(groups.get(f"m{which}") or groups.get(f"c{which}") or 0)
    suffix = (groups.get(f"ap{which}") or groups.get("ap2") or "").lower()
    english = f"ap{which}" in groups
    if (suffix.startswith("p") or groups.get("pm")) and hour < 12:
        hour += 12
    elif not suffix and not groups.get("am") and hour < (8 if english else 7):
        hour += 12  # "after 3" is the afternoon, and so is 「3時ごろ」
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
