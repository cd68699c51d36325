"""Numbers with their units in the other language: 30日 is "30 days", ¥98,000 is 98,000円."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from app.retrieval import tokens
from app.retrieval.passages import Lang

_UNITS = (
    (r"時間", "時間", r"hours?|hrs?", "hour"),
    (r"分間?", "分", r"minutes?|mins?", "minute"),
    (r"秒間?", "秒", r"seconds?|secs?", "second"),
    (r"[ヶヵケカか箇]月間?", "か月", r"months?", "month"),
    (r"週間?", "週間", r"weeks?", "week"),
    (r"営業日", "営業日", r"(?:business|working) days?", "business day"),
    (r"日間?", "日", r"days?", "day"),
    (r"年間?", "年", r"years?|yrs?", "year"),
    (r"[人名]", "名", r"people|persons?|users?|employees?|staff|seats?", "people"),
    (r"台", "台", r"units?|devices?|machines?|sensors?|vehicles?", "unit"),
    (r"%|パーセント|割", "%", r"%|percent", "percent"),
    (r"度|℃", "度", r"degrees?|°c|celsius", "degree"),
    (r"円", "円", r"yen|jpy", "jpy"),
    (r"[回件社本枚点個]", "", r"times?", ""),
)
_NUMBER_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_NUMBER_WORDS |= {"six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}
_WORDS = {digits: word for word, digits in _NUMBER_WORDS.items()}
_MULTIPLES = {"万": 10_000, "億": 100_000_000, "千": 1_000}

_JA_NUMBER = r"(?<![\d.])(?P<number>\d+(?:\.\d+)?+(?:[千万億]{1,3}(?:\d+(?:\.\d+)?)?)*+)"
_EN_NUMBER = rf"(?<![\d.])(?P<number>\d+(?:\.\d+)?|{'|'.join(_NUMBER_WORDS)})"
_JA = [(re.compile(rf"{_JA_NUMBER}\s*(?:{ja})"), unit) for ja, _, _, unit in _UNITS]
_EN = [(re.compile(rf"\b{_EN_NUMBER}[\s-]*(?:{en})(?!\w)"), unit) for _, unit, en, _ in _UNITS]


def figures(query: str, lang: Lang) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Give the place of each number with a unit in `plain(query)`, and what it may be in the other language."""
    plain = tokens.plain(query)
    for pattern, unit in _JA if lang == "ja" else _EN:
        for match in pattern.finditer(plain):
            number = _digits(match)
            if match.group().endswith("割"):  # tenths
                number = f"{float(number) * 10:g}"
            written = [number] if lang == "en" or number not in _WORDS else [number, _WORDS[number]]
            if len(number) > 3:  # a price says enough without its currency
                yield *match.span(), (number,)
            else:
                yield *match.span(), tuple(f"{n} {unit}" if lang == "ja" else f"{n}{unit}" for n in written)


def _digits(match: re.Match[str]) -> str:
    """Return 98000 for 9万8千, 3 for "three"."""
    number = _NUMBER_WORDS.get(match["number"], match["number"])
    if not any(multiple in number for multiple in _MULTIPLES):
        return number
    parts = re.findall(r"([\d.]+)([千万億]*)", number)
    return f"{sum(float(n) * math.prod(_MULTIPLES[m] for m in multiples) for n, multiples in parts):.0f}"
