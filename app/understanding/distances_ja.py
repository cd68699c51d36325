"""Japanese distances in time: 「3ヶ月以内」「半年後」「2〜3年」."""

import re
from datetime import timedelta

from app.understanding import periods
from app.understanding.found import Rule, Scene
from app.understanding.periods import Window

_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九十")}
_KANA = ("いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く", "じゅう", "じゅういち", "じゅうに")
NUMBER = r"(?:\d{1,2}(?:\.5)?|[一二三四五六七八九十]|数|いち|に|さん|ろく)"
UNIT = r"(?:[ヶヵケかカ箇個]月|かげつ|カゲツ)"
LENGTH = (
    rf"(?<![\d.])(?:(?P<n>{NUMBER})\s?(?:(?:~|-|、|,|・|から|か"
    rf"|or)\s?(?P<m>{NUMBER}))?\s?(?P<unit>{UNIT}|年|ねん|週間|しゅうかん|週|日)(?P<half>半)?"
    r"|(?P<halfyear>半年|はんとし|(?<![上下四])半期))"
)
ABOUT = r"(?:間)?(?:くらい|ぐらい|ほど|程度|前後|ちょっと|弱|強|位)?"


def number(text: str) -> float:
    """Return a written number; 数 counts as 3."""
    if text == "数":
        return 3
    if text in _KANJI:
        return _KANJI[text]
    if text in _KANA:
        return _KANA.index(text) + 1
    return float(text)


def _length(match: re.Match[str]) -> tuple[float, float] | None:
    """Return low and high in months, or None for a length in days and weeks."""
    if match["halfyear"]:
        return 6, 6
    low = number(match["n"])
    high = number(match["m"]) if match["m"] else low
    if match["unit"] in ("年", "ねん"):
        return low * 12 + (6 if match["half"] else 0), high * 12 + (6 if match["half"] else 0)
    if re.fullmatch(UNIT, match["unit"]):
        extra = 0.5 if match["half"] else 0
        return low + extra, high + extra
    return None


def _length_days(match: re.Match[str]) -> tuple[int, int]:
    unit = 1 if match["unit"] == "日" else 7
    low = number(match["n"])
    return int(low * unit), int((number(match["m"]) if match["m"] else low) * unit)


def _within(match: re.Match[str], scene: Scene) -> Window | None:
    months = _length(match)
    if months is None:
        if match["unit"] == "日" and match.group().endswith("までに"):
            return None  # 「15日までに」 is a day of the month
        return Window(scene.today, scene.today + timedelta(_length_days(match)[1]))
    high = 4 if match["n"] == "数" else months[1]
    return Window(scene.today, periods.months_ahead(scene.today, 0, high).latest)


def _later(match: re.Match[str], scene: Scene) -> Window | None:
    months = _length(match)
    if months is None:
        low, high = _length_days(match)
        if low == high:
            return periods.days_around(scene.today, low)
        return Window(scene.today + timedelta(low), scene.today + timedelta(high))
    if match["n"] == "数":
        scale = 12 if match["unit"] == "年" else 1
        return periods.months_ahead(scene.today, 2 * scale, 5 * scale)
    if months[0] == months[1]:
        return periods.around(scene.today, months[0])
    return periods.months_ahead(scene.today, *months)


def _beyond(match: re.Match[str], scene: Scene) -> Window | None:
    window = _later(match, scene)
    months = _length(match)
    if window is None or months is None:
        return None
    return Window(periods.months_ahead(scene.today, months[0], months[0]).earliest, None)


_ONE = rf"(?:半年|{NUMBER}\s?(?:{UNIT}|年)半?)"
_BETWEEN = rf"(?<![\d.])(?P<low>{_ONE})\s?(?:から|~|-|、|か)\s?(?P<high>{_ONE})(?!間|前)"


def _months(length: str) -> float:
    if length == "半年":
        return 6
    half = length.endswith("半")
    amount = number(re.match(NUMBER, length).group())  # type: ignore[union-attr]
    return amount * 12 + 6 * half if "年" in length else amount + 0.5 * half


def _between(match: re.Match[str], scene: Scene) -> Window:
    return periods.months_ahead(scene.today, _months(match["low"]), _months(match["high"]))


RULES = (
    Rule(_BETWEEN + ABOUT + r"(?:以内|後|先)?", _between),
    Rule(LENGTH + ABOUT + r"の?(?:以内|いない|うち|内|までに|中に)", _within, settled=True),
    Rule(
        r"(?:あと|向こう|今後|ここ|この先|これから)" + LENGTH + ABOUT + r"(?:の?(?:間|うち|で|以内))?",
        _within,
        settled=True,
    ),
    Rule(LENGTH + ABOUT + r"(?:は|くらいは|以上は)(?:先|かかり?そう|かかる)", _later, settled=True),
    Rule(LENGTH + ABOUT + r"の?(?:以降|より先|以上先|経って|たって)", _beyond, settled=True),
    Rule(
        LENGTH + ABOUT + r"の?(?:後|あと|先|のち|ご(?=くらい|ぐらい|に|$))(?!半|ろ)(?:くらい|ぐらい|ほど|頃|ごろ)?",
        _later,
        settled=True,
    ),
    Rule(
        LENGTH
        + (
            r"(?!間|でも|無料|前|目|分|ごと|おき|毎|に[0-9一]|で\d|契約|使|続|更新)"
            r"(?:くらい|ぐらい|ほど|程度|前後)?(?=$|[。、!?ー~笑です]|かな|をめど|を目[処途安]|スパン"
            r"|か[とな。]|見て|みて|かけて|は見|を(?:見込|想定|予定))"
        ),
        _later,
        bare=True,
    ),
)
