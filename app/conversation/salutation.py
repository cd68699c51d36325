"""Whom a letter is addressed to, as a Japanese or English business letter writes it. Pure.

Only what the contact typed is used: no reading becomes kanji, no part of an address becomes a name, nobody gets a Mr or
Ms. A Japanese letter names a person (様) or a company (御中), never both.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.conversation.guard_text import has_hidden_characters
from app.understanding.facts import Lang

LONGEST, LONGEST_NAME = 60, 40
MOST_DIGITS = 4  # 3M, 第2製造部; more is a telephone number
LEGAL_FORMS = (
    (re.compile(r"㈱|[（(]\s?株\s?[）)]"), "株式会社"),
    (re.compile(r"㈲|[（(]\s?有\s?[）)]"), "有限会社"),
    (re.compile(r"㈾|[（(]\s?資\s?[）)]"), "合資会社"),
    (re.compile(r"㈴|[（(]\s?名\s?[）)]"), "合名会社"),
    (re.compile(r"[（(]\s?同\s?[）)]"), "合同会社"),
)
FORM_JA = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社")
FORM_EN = re.compile(
    r",?\s(?:Co\.,?\s?Ltd|Company Limited|Inc|Ltd|LLC|L\.L\.C|Corp|Corporation|GmbH|PLC|K\.K)\.?$", re.I
)
HONORIFIC = re.compile(r"\s*(?:様|さま|さん|殿|どの|氏|御中)$")
TITLE_EN = re.compile(r"^(?:Mrs?|Ms|Miss|Mx|Sir|Madam)\b\.?\s+", re.I)
TITLE_JA = re.compile(
    r"(?<=[一-鿿々ァ-ヶー])\s*(?P<title>(?:代表取締役)?(?:社長|会長|専務|常務)|代表取締役|取締役|執行役員"
    r"|(?:副|本)?(?:本部長|部長|課長|係長|室長|所長|工場長|支店長|店長|次長)|部門長|主任|主査|参事|マネー?ジャー|リーダー)$"
)
UNITS = ("部", "課", "室", "係", "局", "グループ", "チーム")  # where somebody works, not what they are
# in NFKC, which has one full stop for most of its look-alikes; mail programs make links of more than of http://
LINK = re.compile(
    r"://|www\.|@|[<>\[\]{}]|[.。](?:com|net|org|jp|io|co)\b"
    r"|[^\W\d_][.。](?!(?:ltd|inc|llc|corp)\b(?![.。]\w))[^\W\d_]{2,}",
    re.I,
)
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Addressee:
    """What a verified contact said of themselves, as typed; every part may be missing."""

    name: str | None = None
    company: str | None = None
    department: str | None = None
    role: str | None = None


def salutation(addressee: Addressee | None, *, lang: Lang) -> tuple[str, ...]:
    """Return the lines above the first sentence; None (an unverified address) gets nobody's words back."""
    known = _cleaned(addressee or Addressee())
    return _english(known) if lang == "en" else _japanese(known)


def called(name: str, *, lang: Lang) -> str:
    """Return a name as a chat says it (高木様, Dana); "" for one that is unfit for that."""
    known = _cleaned(Addressee(name=name)).name
    if known is None or (lang == "en" and TITLE_EN.match(name)):
        return ""
    return known.split()[0] if lang == "en" else f"{known}{' ' if ' ' in known else ''}様"


def company_in_full(name: str) -> str:
    """Return a company name with its abbreviated legal form written out, before or behind as typed."""
    for abbreviated, full in LEGAL_FORMS:
        name = abbreviated.sub(full, name)
    return re.sub(rf"\s*({FORM_JA.pattern})\s*", r"\1", name).strip()


def short_company(name: str) -> str:
    """Return a company name without its legal form, for a subject line."""
    return FORM_EN.sub("", FORM_JA.sub("", company_in_full(name))).strip() or name


def _japanese(known: Addressee) -> tuple[str, ...]:
    place = tuple(line for line in (known.company,) if line)
    if known.name is None:
        if not place:
            return ("ご担当者様",)
        return (*place, f"{known.department} 御中") if known.department else (f"{place[0]} 御中",)
    person = f"{known.name}{' ' if ' ' in known.name else ''}様"
    position = " ".join(part for part in (known.department, known.role) if part)
    if not position:
        return (*place, person)
    apart = " " in position or position.endswith(UNITS)
    return (*place, position, person) if apart else (*place, f"{position} {person}")


def _english(known: Addressee) -> tuple[str, ...]:
    if known.name:
        return (f"Dear {known.name},",)
    return (f"Dear {known.company} team,",) if known.company else ("Hello,",)


def _cleaned(addressee: Addressee) -> Addressee:
    """Return the parts fit for a letter; a title typed behind a family name becomes the role it is."""
    company = _part(addressee.company)
    name, role = _part(addressee.name), _part(addressee.role)
    if name and (len(name) > LONGEST_NAME or DIGIT.search(name)):
        name = None
    if name:
        name = TITLE_EN.sub("", HONORIFIC.sub("", name))
        if titled := TITLE_JA.search(name):
            name, role = name[: titled.start()], role or titled["title"]
    company = company and company_in_full(HONORIFIC.sub("", company))
    return Addressee(name or None, company, _part(addressee.department), role)


def _part(typed: str | None) -> str | None:
    """Return one typed part as a single line; None if it is empty or over-long, or could carry a link or a number."""
    if typed is None or "\n" in typed or has_hidden_characters(typed):
        return None
    line = " ".join(typed.split())
    plain = unicodedata.normalize("NFKC", line)
    carries = LINK.search(plain) or len(DIGIT.findall(plain)) > MOST_DIGITS
    return line if line and max(len(line), len(plain)) <= LONGEST and not carries else None
