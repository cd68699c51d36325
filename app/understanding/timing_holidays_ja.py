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


_BREAK = r"(?:休み|やすみ|休暇|休業|期間)?"
# A holiday, its first day and its last (month, day).
_HOLIDAYS = (
    (
        r"(?:GW|ゴールデンウ[ィイ]ーク|5月の?連休|大型連休)(?:休み)?\s?(?:明け|後|が明け|が終わ|開け)",
        (5, 6),
        (5, 31),
    ),
    (rf"(?:GW|ゴールデンウ[ィイ]ーク|5月の?(?:大型)?連休|大型連休){_BREAK}", (4, 29), (5, 5)),
    (
        r"(?:お盆|おぼん|盆)(?:休み|やすみ)?\s?(?:明け|あけ|後|が明け|が終わ|過ぎ|開け)|夏季?休(?:み|暇)\s?(?:明け|後)",
        (8, 17),
        (8, 31),
    ),
    (rf"(?:お盆|おぼん){_BREAK}|盆休み|夏季休[暇業]", (8, 10), (8, 20)),
    # A school's, too: the whole of it.
    (r"夏休み|なつやすみ", (7, 20), (8, 31)),
    (r"(?:正月|年末年始|冬休み|松の内)(?:休み)?\s?(?:明け|後|が明け|が終わ|を?過ぎ)", (1, 1), (1, 31)),
    (r"お?正月(?:休み|やすみ|休暇)|年末年始の?(?:休み|休暇|休業|連休)|冬休み", (12, 29), (1, 4)),
    (r"シルバーウ[ィイ]ーク\s?(?:明け|後)", (9, 24), (9, 30)),
    (r"クリスマス", (12, 25), (12, 25)),
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


def _holiday(words: str, first: tuple[int, int], last: tuple[int, int]) -> Rule:
    def of(year: int) -> Window:
        return Window(date(year, *first), date(year + (last < first), *last))

    def build(match: re.Match[str], scene: Scene) -> Window:
        if match["year"]:
            return of(year_number(match["year"], scene.today))
        this, following = of(scene.today.year), of(scene.today.year + 1)
        return this if this.latest is not None and this.latest >= scene.today else following

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
RULES = tuple(_holiday(*row) for row in _HOLIDAYS)
