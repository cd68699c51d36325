"""Finds every figure in a sentence: money, percentages, dates, times, durations, phone numbers, counts.

The same reading is applied to what the company approved and to what the model wrote, so "9万8千円" and "98,000円",
"3 p.m." and 15:00, "fifty percent" and 50% are one figure each; 98,000円 a month and 98,000 dollars or 98,000円 a year
are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple


class Figure(NamedTuple):
    """`unit` is the currency of money and what a count counts; `per` the period that money is for ("month")."""

    kind: str
    value: str
    unit: str = ""
    per: str = ""


SMALL_COUNTS = frozenset({"0", "1", "2", "3"})
_KANJI = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_SCALES |= {"thousand": 1000, "million": 10**6, "billion": 10**9, "k": 1000, "m": 10**6, "bn": 10**9}
_ONES = "one two three four five six seven eight nine"
_SMALL = {w: n for n, w in enumerate(f"zero {_ONES} ten eleven twelve thirteen fourteen fifteen".split())}
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD_NUMBER = re.compile(rf"\b(?:({_TENS})(?:[- ]({_ONES.replace(' ', '|')}))?|({'|'.join(_SMALL)}))\b", re.ASCII)
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # noqa: SIM905
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)

_D = r"\d[\d,]*(?:\.\d+)?"
_K = "〇一二三四五六七八九十百千万億兆"
_N = rf"(?<![\d.,{_K}])([\d{_K}][\d,.{_K}]*(?:\s?(?:thousand|million|billion)\b|(?:k|m|bn)(?![a-z]))?)"
_RANGE = rf"(?:(?!(?:19|20)\d\d (?:and|or)\b)(?<!for )(?<!at ){_N}\s*(?:[~-]|から|to|or|and)\s*)?{_N}\s*-?\s*"
_DURATIONS = {
    "second": r"秒間?|sec(?:ond)?s?\b",
    "minute": r"分間|分(?![のけ割析類野岐散])|min(?:ute)?s?\b",
    "hour": r"時間|h(?:ou)?rs?\b",
    "working day": r"営業日|(?:business|working)[ -]days?\b",
    "day": r"日間?|days?\b",
    "week": r"週間?|weeks?\b",
    "month": r"[かカヵケヶ箇ヵ]月間?|months?\b",
    "year": r"年間?|years?\b",
}
_CURRENCIES = {
    "jpy": r"円|日[元圓圆]|엔|yen\b|jpy\b|¥",
    "usd": r"ドル|dollars?\b|bucks\b|usd\b|\$",
    "eur": r"ユーロ|euros?\b|eur\b|€",
    "gbp": r"ポンド|pounds?\b|gbp\b|£",
    "cny": r"(?<!日)元|yuan\b",
    "krw": r"ウォン|won\b",
    "cent": r"セント|cents?\b",
}
_CURRENCY = "|".join(re.sub(r"\|\\?[¥$€£]$", "", pattern) for pattern in _CURRENCIES.values())
_PERIODS = {
    "month": r"[かカヵケヶ箇]?月|months?\b|mo\b|monthly",
    "year": r"年|years?\b|yr\b|annum|annual(?:ly)?|yearly",
    "day": r"日|days?\b|daily",
    "week": r"週|weeks?\b|weekly",
    "hour": r"時間|hours?\b|hourly",
}
_SAID_ONCE = {"month": re.compile("月額|月々|毎月|monthly"), "year": re.compile("年額|年間|annual|yearly")}
_MEASURED = {
    "kg": r"kgs?\b|キロ(?:グラム)?|kilo(?:gram(?:me)?)?s?\b",
    "g": r"g\b|グラム|gram(?:me)?s?\b",
    "t": r"t\b|トン|tons?\b|tonnes?\b",
    "km": r"km\b|kilomet(?:er|re)s?\b",
    "mm": r"mm\b|ミリ|millimet(?:er|re)s?\b",
    "cm": r"cm\b|センチ|centimet(?:er|re)s?\b",
    "m": r"m\b|メートル|met(?:er|re)s?\b",
    "kw": r"kw\b|キロワット",
    "w": r"w\b|ワット|watts?\b",
    "v": r"v\b|ボルト|volts?\b",
    "hz": r"hz\b|ヘルツ",
    "degrees": r"°c?|℃|degrees?\b",
    "gb": r"gb\b",
    "tb": r"tb\b",
}
_COUNTED = {"people": "[名人]", "firms": "社", "pieces": "[台件本]", "sites": "拠点|店舗|施設|箇所"}
_PER_AFTER = re.compile(
    r"\s*+(?:\([^)]{0,12}\)|,? ?(?:plus|excluding|before|including) tax,?|税[別込抜])?\s*+(?:(?:/|an? |per |each "
    r"|every |毎)\s*"
    r"(?P<named>[かカヵケヶ箇]?月|年|日|週|時間|months?\b|mo\b|years?\b|yr\b|annum|days?\b|weeks?\b|hours?\b)"
    r"|(?P<adverb>monthly|annually|yearly|daily|weekly|hourly)\b)"
)
_PER_BEFORE = re.compile(
    r"(?P<named>月額|月々|毎月|年額|年間|毎年|日額|毎日|毎週|(?<!\d)1(?:[かカヵケヶ箇]月|年|日|週間|時間)(?:あたり|当たり|につき)?"
    r"|\b(?:monthly|annual|yearly|daily|weekly|hourly)\b)(?:[^\d。.,、;\n]|1(?=[基台名件個枚人社本室席])){0,30}$|(?<![\d来今翌毎])(?P<bare>[月年日週])$"
)


def _amount(written: str) -> str:
    """Return the value of "9万8千", "1億2,000万", "3.5 million", "二十" as plain digits."""
    total, section, current = Decimal(0), Decimal(0), None
    for part in re.findall(rf"{_D}|thousand|million|billion|bn|[km]|[{_K}]", written):
        if part[0].isdigit():
            current = Decimal(part.replace(",", ""))
        elif part in _KANJI:
            current = (current or 0) * 10 + Decimal(_KANJI[part])
        elif _SCALES[part] < 10**4:
            section, current = section + (1 if current is None else current) * _SCALES[part], None
        else:
            total, section, current = total + ((section + (current or 0)) or 1) * _SCALES[part], Decimal(0), None
    value = total + section + (current or 0)
    return f"{value.normalize():f}" if value else "0"


def _plain(kind: str) -> Callable[[re.Match[str]], Iterator[Figure]]:
    return lambda m: (Figure(kind, _amount(g)) for g in m.groups() if g)


def _money(m: re.Match[str]) -> Iterator[Figure]:
    """Read an amount with its currency and, from the words around it, the period it is for."""
    unit = _which(_CURRENCIES, m[0])
    before = _PER_BEFORE.search(m.string[max(0, m.start() - 44) : m.start()])
    after = _PER_AFTER.match(m.string, m.end())
    named = (after["named"] or after["adverb"]) if after else (before["named"] or before["bare"]) if before else ""
    per = _which(_PERIODS, named)
    return (Figure("money", _amount(g), unit, per) for g in m.groups() if g)


def _counted(m: re.Match[str]) -> Iterator[Figure]:
    yield Figure("count", _amount(m[1]), _which(_COUNTED, m[0]))


def _measured(m: re.Match[str]) -> Iterator[Figure]:
    unit = _which(_MEASURED, m[0][m.end(m.lastindex or 0) - m.start() :])
    return (Figure("measure", _amount(g), unit) for g in m.groups() if g)


def _which(patterns: dict[str, str], words: str) -> str:
    return next((name for name, pattern in patterns.items() if re.search(pattern, words, re.ASCII)), "")


def _tenths(m: re.Match[str]) -> Iterator[Figure]:
    return (Figure("percent", _amount(str(Decimal(_amount(g)) * 10))) for g in m.groups() if g)


def _date(year: str | None, month: int, day: str | None) -> Iterator[Figure]:
    yield Figure("month", str(month))
    if day:
        yield Figure("date", f"{month}-{int(day)}")
        yield Figure("day", str(int(day)))
    if year:
        yield Figure("year", year)
        yield Figure("date", f"{year}-{month}" + (f"-{int(day)}" if day else ""))


def _clock(m: re.Match[str]) -> Iterator[Figure]:
    early_late, hour, minute, after = m.groups()
    value = int(hour)
    if value < 12 and ((early_late == "午後") or (after or "").startswith("p")):
        value += 12
    yield Figure("clock", f"{value}:{30 if minute == '半' else int(minute or 0):02d}")


def _phone(m: re.Match[str]) -> Iterator[Figure]:
    yield Figure("phone", re.sub(r"\D", "", m[0]))


def _ascii(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)  # a word boundary also stands between Latin and Japanese letters


# Order matters: what one line has read is blanked out for the next.
_READERS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Figure]]]] = [
    (_ascii(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?"), lambda m: _date(m[1], int(m[2]), m[3])),
    (_ascii(r"(\d{4})年\s*(\d{1,2})月(?![額間])"), lambda m: _date(m[1], int(m[2]), None)),
    (_ascii(r"(\d{1,2})月\s*(\d{1,2})日"), lambda m: _date(None, int(m[1]), m[2])),
    (_ascii(r"(?<![\d.])(\d{1,2})月(?![額間])"), lambda m: _date(None, int(m[1]), None)),
    (
        _ascii(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s*(\d{{4}}))?"),
        lambda m: _date(m[3], _MONTHS[m[1][:3]], m[2]),
    ),
    (
        _ascii(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s*(\d{{4}}))?"),
        lambda m: _date(m[3], _MONTHS[m[2][:3]], m[1]),
    ),
    (
        _ascii(rf"\b{_MONTH},?\s+(\d{{4}})\b"),
        lambda m: _date(m[2], _MONTHS[m[1][:3]], None),
    ),
    (
        _ascii(rf"\b(?:in|by|for|until|since|from|early|late|mid|this|next|end of)[ -]{_MONTH}(?:\s*(\d{{4}}))?"),
        lambda m: _date(m[2], _MONTHS[m[1][:3]], None),
    ),
    (_ascii(r"()\b(\d{1,2})(?::(\d{2}))?\s*([ap]\.?m\b)"), _clock),
    (_ascii(r"(午前|午後)?(?<!\d)(\d{1,2})(?::(?=\d\d(?!\d))|時(?!間)\s*)(\d{1,2}|半)?分?()"), _clock),
    (_ascii(rf"[¥$€£]\s*{_RANGE}"), _money),
    (_ascii(rf"\b(?:jpy|usd|eur|gbp)\s*{_RANGE}"), _money),
    (_ascii(rf"{_RANGE}(?:{_CURRENCY})"), _money),
    (_ascii(rf"{_RANGE}(?:%|パーセント|percent\b|per cent\b)"), _plain("percent")),
    (_ascii(rf"{_RANGE}割(?![りのを]*当|り振)"), _tenths),
    (_ascii(rf"{_RANGE}(?:倍|times\b|x\b|-?fold\b)"), _plain("multiple")),
    *((_ascii(rf"(?<![a-z]){_RANGE}(?:{unit})"), _plain(kind)) for kind, unit in _DURATIONS.items()),
    (_ascii(rf"(?<![a-z]){_RANGE}(?:{'|'.join(_MEASURED.values())})"), _measured),
    (_ascii(r"(?<![\w])(?:\+\d[\d\-() ]{7,}\d|0\d[\d\-() ]{6,}\d)"), _phone),
    (_ascii(r"\b(?:the|by|until) (\d{1,2})(?:st|nd|rd|th)\b"), _plain("day")),
    (_ascii(r"\bto (?:none|nil|0)\b(?![.,]\d| \w)"), lambda m: iter([Figure("none", "0")])),
    (_ascii(r"\b(?:in|by) half\b(?! an?\b)"), lambda m: iter([Figure("percent", "50")])),
    (_ascii(r"半年()"), lambda m: iter([Figure("month", "6")])),
    (_ascii(rf"{_N}\s?(?:[名人社台件本]|拠点|店舗|施設|箇所)"), _counted),
    (_ascii(r"(?<![a-z])(?<![a-z]-)(?<![\d.,])(\d[\d,]*(?:\.\d+)?)"), _plain("count")),
]
_ANY = re.compile(rf"[\d半{_K}]|\bto (?:none|nil)\b|\b(?:in|by) half\b")
_IDIOMS = re.compile(
    r"一日も早|一日でも早|一年を通|一分一秒|十分(?!以内|間)|千葉|万が一|万一|一時(?!間)|一人ひとり|一人一人|何[日時分月年週]"
)
_FROM_TO = re.compile(
    r"\b(from \d[\d,.]* )([a-z]+)((?: an? [a-z]+)? to \d+(?:[.,]\d+)*)(?![.,]?\d)(?=\s*(?:$|[.,;)]|and\b))",
    re.ASCII | re.MULTILINE,
)
"""In "from 80 hours a month to 12" both are hours."""
_OR_ELSE = re.compile(
    r"(\b\d[\d,.]* )((?:(?:working|business) )?(?:days?|weeks?|months?|hours?|minutes?))"
    r"(\b[^.;\d]{0,40}\b(?:or|and) \d+)"
    r"(?= (?:with|without|for|if|when)\b)",
    re.ASCII,
)
"""In "7 days without print, or 15 with print" both are days."""
_BLANKS = re.compile(r"\s{2,}")
_FOREIGN_DIGITS = re.compile(r"[^\D0-9]")
_DASHES = re.compile(r"[~〜∼‐‑–—−―]")
_NOT_FIGURES = re.compile(r"\[\d{1,2}\]|^\s*\d{1,2}[.)]\s")


@lru_cache(maxsize=4096)
def spelled(text: str) -> str:
    """Return `text` in one spelling: NFKC, lower case, one dash and blank, ASCII digits, also for number words."""
    folded = _BLANKS.sub(_blank, unicodedata.normalize("NFKC", text).casefold())
    folded = _DASHES.sub("-", _FOREIGN_DIGITS.sub(_decimal, folded))
    return _WORD_NUMBER.sub(_digits, folded)


def _blank(m: re.Match[str]) -> str:
    return "\n" if "\n" in m[0] else " "


def _decimal(m: re.Match[str]) -> str:
    return str(unicodedata.decimal(m[0]))


def _digits(m: re.Match[str]) -> str:
    if m[3]:
        return str(_SMALL[m[3]])
    return str((_TENS.split("|").index(m[1]) + 2) * 10 + (_SMALL[m[2]] if m[2] else 0))


def said_out(plain: str) -> str:
    """Return a text in one spelling with the units that it says once for two figures."""
    return _OR_ELSE.sub(r"\1\2\3 \2", _FROM_TO.sub(r"\1\2\3 \2", plain))


@lru_cache(maxsize=4096)
def amounts(text: str) -> frozenset[Figure]:
    """Return all figures that stand in `text`, with what they are of and for."""
    rest = _IDIOMS.sub(" ", _NOT_FIGURES.sub(" ", spelled(text)))
    rest = said_out(rest)
    found: set[Figure] = set()
    for pattern, read in _READERS:
        if not _ANY.search(rest):
            break
        blanked = rest
        for match in pattern.finditer(rest):
            found.update(read(match))
            blanked = blanked[: match.start()] + " " * len(match[0]) + blanked[match.end() :]
        rest = blanked
    return frozenset(found)


def binding(found: frozenset[Figure]) -> frozenset[Figure]:
    """Leave out counts as small as in "both" and "one of them"."""
    return frozenset(one for one in found if one.kind != "count" or one.unit or one.value not in SMALL_COUNTS)


def figures(text: str) -> frozenset[tuple[str, str]]:
    """Return the kind and value of each figure, for comparisons in which unit and period do not matter."""
    return frozenset((one.kind, one.value) for one in amounts(text))


def _days(figure: Figure) -> Decimal:
    return Decimal(figure.value) * (7 if figure.kind == "week" else 1)


def periods(text: str) -> frozenset[str]:
    """Return what the amounts of `text` are for: one may stand for all ("a month" said once in a list of prices)."""
    named = (name for name, pattern in _SAID_ONCE.items() if pattern.search(spelled(text)))
    return frozenset(one.per for one in amounts(text) if one.per).union(named)


def same(said: Figure, approved: Figure, *, per: frozenset[str] = frozenset()) -> bool:
    """Say whether both are one figure; a count without its unit fits any ("20" of "20台"), two weeks are 14 days.

    `per` are the periods said elsewhere in the sentence, for an amount without its own.
    """
    if said.kind == "money" and not said.per and approved.per in per:
        return said[:3] == approved[:3]
    if said.kind == "count" and not (said.unit and approved.unit):
        return said[:2] == approved[:2]
    if said.kind != approved.kind and {said.kind, approved.kind} == {"week", "day"}:
        return _days(said) == _days(approved)
    return said == approved
