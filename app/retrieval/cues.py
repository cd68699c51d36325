"""What kind of answer a question wants, and how a sentence shows that it has one."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.retrieval import measured, tokens

Cue = Callable[[str], bool]

_NUMBER = r"\d|[一二三四五六七八九十百千万億]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|dozen)\b"
_MONTH = r"january|february|march|april|may|june|july|august|september|october|november|december"
_PAIRS = (
    (
        r"いつ|何[年月日]|年代|\bwhen\b|(?:what|which) (?:year|date|day|month)",
        rf"\d+\s*[年月日世時]|\b(?:1\d{{3}}|20\d\d)\b|\b(?:{_MONTH})\b|century",
    ),
    (
        r"何[人台個本回歳名時分円社件%枚点か]|いくつ|いくら|幾つ|ど[のれ]くらい|料金|費用|価格"
        r"|how (?:many|much|long|old|far|often)|what percent|price|cost",
        _NUMBER,
    ),
    (
        r"いくら|料金|費用|価格|値段|price|cost|fee|how much (?:is|are|does|do|would|will)",
        r"\d\s*(?:万|億)?円|[¥￥$€£]\s*\d|\b(?:JPY|USD|EUR|GBP)\s*\d"
        r"|\d\s*(?:yen|dollars|euros?)|無料|無償|free of charge",
    ),
    (
        r"ど[のれ](?:くらい|ぐらい)(?:で|かか|待|の期間|もち|持)|何[年日週]間?|何[かヶカケ]月|いつまで|納期|期間"
        r"|how (?:long|soon|fast|quickly|many (?:years|months|weeks|days|hours|minutes))",
        r"\d\s*(?:年|[かヶカケ]月|週間|営業日|日|時間|分)|\b(?:\d+|one|two|three|four|five|six|ten)[ -]"
        r"(?:business )?(?:year|month|week|day|hour|minute)",
    ),
    (
        r"頻度|何[年日週][間]?に[1一]|how (?:often|frequent)",
        r"に\s*[\d一]+\s*[回度]|毎[年月週日]|ごと|おき"
        r"|\b(?:every|once|twice|times an?|daily|weekly|monthly|yearly|annual)",
    ),
    (r"重さ|重量|どれ?くらい重|how heavy|weigh", r"\d\s*(?:kg|g\b|t\b|トン|キロ)"),
    (r"騒音|うるさ|音の大きさ|how (?:loud|noisy)|noise", r"\d\s*(?:dB|デシベル)"),
    (
        r"なぜ|どうして|理由|原因|\bwhy\b",
        r"ため|から|ので|よって|理由|原因|because|due to|since|so that|in order|reason",
    ),
)
_COMPILED = tuple((re.compile(asked, re.I), re.compile(shown, re.I)) for asked, shown in _PAIRS)


_WHO = re.compile(r"誰|だれ|どなた|人物|氏名|\bwho(?:se|m)?\b", re.I)
_WHERE = re.compile(
    r"どこ|何処|場所|どの[国県市町都]|\bwhere\b|(?:what|which) (?:country|city|state|place|location)", re.I
)
_COUNTED = re.compile(r"何([年月日人台個本回歳名時分円社件点枚度通校倍冊階位種世代番])")
_KIND = re.compile(r"何([色語])")
_FIGURE = re.compile(r"(?<![\w.,])(\d[\d.,]*)\s*([a-z%℃°円名人台]+)", re.I)
"""A size with its unit: of the rows of a table, only that one is meant. A year is no size."""
_COUNT = r"(?:\d[\d.,]*|[一二三四五六七八九十百千万億数]+)\s*[万億千百]?"
_WORD_BEFORE = r"[一-龥ァ-ヶー]"


def cues(query: str) -> list[Cue]:
    """Return tests for the kinds of answer `query` asks for: a time, a number, a price, how long, a reason."""
    return [_shows(shown) for asked, shown in _COMPILED if asked.search(query)]


def exact_cues(query: str) -> list[Cue]:
    """Return tests that few sentences pass: somebody else's name, another place, so many of what was asked for."""
    found = []
    if _WHO.search(query):
        found.append(_names_other(tokens.people, query))
    if _WHERE.search(query):
        found.append(_names_other(tokens.places, query))
    found += [_shows(_same_figure(number, unit)) for number, unit in _FIGURE.findall(query)]
    if kinds := measured.asked(query):
        found.append(lambda text: bool(kinds & measured.bounds(text)))
        found.append(lambda text: measured.settles(query, text))
    if counted := _COUNTED.search(query):
        found.append(_shows(re.compile(_COUNT + counted[1])))
    if kind := _KIND.search(query):
        found.append(_shows(re.compile(_WORD_BEFORE + kind[1])))
    return found


def _same_figure(number: str, unit: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,]){re.escape(number)}[\s-]*{re.escape(unit)}", re.I)


def _names_other(names: Callable[[str], frozenset[str]], query: str) -> Cue:
    known = names(query)
    return lambda text: bool(names(text) - known)


def _shows(pattern: re.Pattern[str]) -> Cue:
    return lambda text: pattern.search(text) is not None
