"""The time zone a time of day is named in: "3pm ET", 「日本時間の16時」."""

import re
from functools import cache

_LETTERS = {
    "America/New_York": "ET EST EDT",
    "America/Chicago": "CT CST CDT",
    "America/Denver": "MT MST MDT",
    "America/Los_Angeles": "PT PST PDT",
    "UTC": "UTC GMT",
    "Europe/London": "BST",
    "Europe/Berlin": "CET CEST",
    "Europe/Helsinki": "EET EEST",
    "Asia/Kolkata": "IST",
    "Asia/Bangkok": "ICT",
    "Asia/Singapore": "SGT",
    "Asia/Hong_Kong": "HKT",
    "Asia/Seoul": "KST",
    "Asia/Tokyo": "JST",
    "Australia/Sydney": "AEST AEDT",
}
_PLACES = {
    "America/New_York": "eastern|east coast|new york|boston|toronto|東部|東海岸|ニューヨーク",
    "America/Chicago": "central|chicago|中部|シカゴ",
    "America/Denver": "mountain|denver",
    "America/Los_Angeles": (
        "pacific|west coast|california|la|los angeles|san francisco|seattle|西海岸|太平洋|ロサンゼルス"
    ),
    "Europe/London": "uk|british|london|英国|イギリス|ロンドン",
    "Europe/Berlin": (
        "central european|german|french|berlin|paris|madrid|rome|amsterdam|ドイツ|フランス|パリ|中央ヨーロッパ"
    ),
    "Asia/Kolkata": "indian?|mumbai|インド",
    "Asia/Bangkok": "bangkok|thai|タイ|バンコク",
    "Asia/Singapore": "singapore|シンガポール",
    "Asia/Hong_Kong": "hong kong|香港",
    "Asia/Taipei": "taipei|taiwan|台湾|台北",
    "Asia/Seoul": "korean?|seoul|韓国|ソウル",
    "Asia/Tokyo": "japan(?:ese)?|tokyo|日本|東京",
    "Australia/Sydney": "sydney|シドニー",
}


def zone_in(text: str) -> str | None:
    """Return the IANA name of the zone beside a time of day; short letters only right behind the time."""
    letters, places = _patterns()
    if match := places.search(text):
        return next(
            zone for zone, words in _PLACES.items() if re.fullmatch(words, match["place"] or match["near"], re.I)
        )
    if match := letters.search(text):
        named = (match["behind"] or match["capitals"]).upper()
        return next(zone for zone, words in _LETTERS.items() if named in words.split())
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    letters = "|".join(word for words in _LETTERS.values() for word in words.split())
    capitals = "|".join(word for words in _LETTERS.values() for word in words.split() if len(word) > 2)
    places = "|".join(_PLACES.values())
    return (
        re.compile(rf"(?:\d|[ap]\.?m\.?)\s?\(?(?P<behind>(?i:{letters}))\b|\b(?P<capitals>{capitals})\b", re.ASCII),
        re.compile(
            r"(?:(?<=[ap]m )|(?<=\d ))(?P<near>eastern|central|mountain|pacific)\b"
            rf"|(?<![a-z])(?P<place>{places})(?:(?:[ -]standard)? time\b|(?:標準)?時間)",
            re.IGNORECASE,
        ),
    )
