"""The month in which their fiscal year closes, where they name it (12月決算, 1月始まり, "our year ends in June")."""

import re

from app.understanding.days import MONTHS_EN
from app.understanding.normal import any_of
from app.understanding.periods import MARCH
from app.understanding.timing_ja import month_number

_JA = (
    (
        r"(?P<before>(?<!\d)(?:1[0-2]|[1-9])|十[一二]?|[一二三四五六七八九])月(?:末)?(?:が|の|に)?"
        r"(?:決算|期末|締めの会社|本決算)(?!まで|前|(?:なの|です)?(?:で|から|ので)、?(?:それ|その)(?:まで|前|に間))"
    ),
    r"決算(?:月|期)?(?:は|が|:|、)\s?(?P<after>(?<!\d)(?:1[0-2]|[1-9]))月(?:末)?",
    r"(?:期末|年度末|会計年度)(?:は|が)\s?(?P<after2>(?<!\d)(?:1[0-2]|[1-9]))月(?!\d|から|~|始|はじ|スタート|開始)(?:末|まで)?",
    # 「来期（当社は1月始まり）」「会計年度は7月から」「1月から12月が会計年度」
    r"(?:期|年度)(?:[はが、]|\([^。\d)]{0,8})?(?P<first>(?<!\d)(?:1[0-2]|[1-9]))月(?:始まり|はじまり|始期|スタート|開始)",
    r"(?:会計|事業)年度(?:は|が)(?P<first2>(?<!\d)(?:1[0-2]|[1-9]))月(?:から|~)",
    r"(?P<first3>(?<!\d)(?:1[0-2]|[1-9]))月(?:から|~)\d{1,2}月末?(?:まで)?(?:が|の)(?:会計|事業)?年度",
    r"(?P<first4>(?<!\d)(?:1[0-2]|[1-9]))月(?:始まり|はじまり|スタート)の(?:会計|事業)?(?:年度|会社)",
)
# 「決算が6月なので、それまでに」 "our year ends in March and I have to spend it by then": the closing is the limit.
_IS_LIMIT = r"それまで|その前|\b(?:by|before) (?:then|that)\b"
_EN = (
    r"(?:fiscal|financial) year (?:ends?|ending|closes) (?:in |on )?(?:the end of )?(?P<month>[a-z]+)",
    r"(?:fiscal|financial) year[- ]?end\s?(?:is |[(:]\s?|in )(?P<month3>[a-z]+)\)?",
    r"\bFY (?:ends|closes) (?:in )?(?P<month2>[a-z]+)",
    r"(?:fiscal|financial) year (?:starts|begins|runs from) (?:in |on )?(?P<first>[a-z]+)",
)

# "when our fiscal year starts in July" is the date itself, not an aside about the fiscal year.
_WHEN_IT_BEGINS = r"\b(?:when|once|as soon as|after)\s+(?:our |the |a |new |next )*$"


def without_closing(text: str) -> tuple[str, int]:
    """Return the text without the month named, so that it is not read as a date, and the closing month, 1-12."""
    for match in any_of(*_JA).finditer(text):
        if re.search(_IS_LIMIT, text[match.end() :], re.IGNORECASE):
            continue
        name = next(name for name, group in match.groupdict().items() if group)
        month = month_number(match[name])
        if name.startswith("first"):  # 「来期（1月始まり）」: the year itself stays
            return _blank(text, match.start(name), match.end()), _month_before(month)
        return _blank(text, match.start(), match.end()), month
    for match in any_of(*_EN).finditer(text):
        if re.search(_WHEN_IT_BEGINS, text[: match.start()], re.IGNORECASE):
            continue
        if re.search(_IS_LIMIT, text[match.end() :], re.IGNORECASE):
            continue
        name = next(g for g in match.groups() if g).lower()[:3]
        if name in MONTHS_EN:
            month = MONTHS_EN.index(name) + 1
            return _blank(text, match.start(), match.end()), _month_before(month) if match["first"] else month
    return text, MARCH


def _month_before(month: int) -> int:
    return (month - 2) % 12 + 1


def _blank(text: str, start: int, end: int) -> str:
    mark = "," if text[start:end].isascii() else "、"
    return text[:start] + mark * (end - start) + text[end:]
