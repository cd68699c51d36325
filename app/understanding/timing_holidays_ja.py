"""Japanese holidays and the days they mean, as a time, as its end (お盆明け) and as a limit (お盆までに); years."""

import re
from datetime import date, timedelta

from app.understanding.found import Rule, Scene
from app.understanding.periods import Window

YEAR = (
    r"(?P<year>20\d\d(?:年|[/.\-](?=\d))|(?:令和|R)\s?(?:\d{1,2}|元)(?:年|[/.](?=\d))"
    r"|(?<!\d)'?\d\d年(?=の?\d{1,2}月)|(?<!\d)'?[23]\d年(?=の?(?:[春夏秋冬]|初め|末))"
    r"|一昨年|おととし|去年|昨年|再来年|さ来年|さらいねん|来年|らいねん|翌年|明年|今年|ことし|本年)の?"
)


def year_number(text: str, today: date) -> int:
    """Return the western year of 「2027年」「令和9年」「R9.」「来年」."""
    relative = {
        "来年": 1,
        "らいねん": 1,
        "翌年": 1,
        "明年": 1,
        "去年": -1,
        "昨年": -1,
        "一昨年": -2,
        "おととし": -2,
        "再来年": 2,
        "さらいねん": 2,
        "さ来年": 2,
        "今年": 0,
        "ことし": 0,
        "本年": 0,
    }
    if text in relative:
        return today.year + relative[text]
    if text.startswith(("令和", "R", "r")):
        return 2018 + (1 if "元" in text else int(re.sub(r"\D", "", text)))
    digits = int(re.sub(r"\D", "", text))
    return digits + 2000 if digits < 100 else digits


def _days(month: int, first: int, last: int) -> tuple[int, int, int]:
    return month, first, last


_HOLIDAYS = (
    (r"(?:GW|ゴールデンウ[ィイ]ーク|5月の?連休|大型連休)(?:休み)?\s?(?:明け|後|が明け|が終わ|開け)", _days(5, 6, 31)),
    (r"(?:GW|ゴールデンウ[ィイ]ーク)", _days(4, 29, 30)),
    (
        r"(?:お盆|おぼん|盆)(?:休み|やすみ)?\s?(?:明け|あけ|後|が明け|が終わ|過ぎ|開け)|夏季?休(?:み|暇)\s?(?:明け|後)",
        _days(8, 17, 31),
    ),
    (r"(?:お盆|おぼん|盆休み|夏休み|なつやすみ|夏季休暇)", _days(8, 10, 20)),
    (r"(?:正月|年末年始|冬休み|松の内)(?:休み)?\s?(?:明け|後|が明け|が終わ|を?過ぎ)", _days(1, 1, 31)),
    (r"シルバーウ[ィイ]ーク\s?(?:明け|後)", _days(9, 24, 30)),
    (r"クリスマス", _days(12, 25, 25)),
)

# Each holiday people work towards, and the day it begins on.
_BEGINS = (
    (r"GW|ゴールデンウ[ィイ]ーク|大型連休", 4, 29),
    (r"お盆|おぼん", 8, 13),
    (r"夏(?:季)?休(?:み|暇)|なつやすみ", 8, 10),
    (r"年末年始|年末|ねんまつ|正月休み|正月|しょうがつ", 12, 29),
    (r"クリスマス", 12, 25),
)
_SUMMER = r"GW|ゴールデンウ[ィイ]ーク|大型連休|お盆|おぼん|夏(?:季)?休(?:み|暇)|なつやすみ"
# 「お盆の繁忙期」「年末の大掃除」: what falls on the holiday.
_WITH = r"(?:の?(?:休み|やすみ|商戦|セール)|の[^、。\d\sはがをにで]{1,8}?)?"


def _begins(match: re.Match[str], scene: Scene) -> date:
    """Return the day on which the next holiday of this name begins."""
    month, day = next((month, day) for words, month, day in _BEGINS if re.match(words, match["holiday"], re.I))
    first = year_number(match["year"], scene.today) if match["year"] else scene.today.year
    start = date(first, month, day)
    return start if start > scene.today else start.replace(year=first + 1)


def _before(match: re.Match[str], scene: Scene) -> Window:
    """「GW前までに」: from today to the last day before it."""
    return Window(scene.today, _begins(match, scene) - timedelta(1))


def _until(match: re.Match[str], scene: Scene) -> Window:
    """「お盆までに」: it begins in working order, it does not end so."""
    return Window(scene.today, _begins(match, scene))


def _holiday(month: int, first: int, last: int) -> Rule:
    def build(match: re.Match[str], scene: Scene) -> Window:
        named = year_number(match["year"], scene.today) if match["year"] else None
        for year in (named,) if named else (scene.today.year, scene.today.year + 1):
            window = Window(date(year, month, first), date(year, month, last))
            if window.latest is not None and window.latest >= scene.today:
                return window
        later = named or scene.today.year + 1
        return Window(date(later, month, first), date(later, month, last))

    words = next(p for p, days in _HOLIDAYS if days == (month, first, last))
    return Rule(rf"(?:{YEAR})?(?:{words})", build)


BEFORE = (
    Rule(
        (
            rf"(?:{YEAR})?(?P<holiday>{'|'.join(words for words, _, _ in _BEGINS)}){_WITH}"
            r"(?:になる|に入る|が(?:来る|くる|始まる|はじまる))?の?(?:前(?!後|[年月期回])|まえ)(?:まで)?(?:には|に)?"
        ),
        _before,
        settled=True,
    ),
    Rule(
        rf"(?:{YEAR})?(?P<holiday>{_SUMMER}){_WITH}(?:になる|に入る|が(?:来る|くる|始まる))?まで(?=に|で|か|が|と|[、。!]|$)",
        _until,
        settled=True,
    ),
)
RULES = tuple(_holiday(*days) for _, days in _HOLIDAYS)
