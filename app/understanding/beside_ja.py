"""Who writes, out of the words right before their address: 「東和ミルズ設備課の丹羽 niwa@…」."""

import re

from app.understanding import people_words as words
from app.understanding.companies_ja import is_thing
from app.understanding.nouns_ja import is_noun
from app.understanding.roles_ja import WORK
from app.understanding.shapes_ja import (
    KANJI,
    ROLE,
    SORT_OF_COMPANY,
    Person,
    clear_role,
    is_kind,
    is_name,
    starts_with_surname,
)

_ADDRESS = re.compile(r"[\s(<:,、。]*[A-Za-z0-9_.+\-]+@[A-Za-z0-9]")
_NAME = rf"(?P<name>[{KANJI}]{{1,4}}(?: [{KANJI}]{{1,3}})?|[ァ-ヶー]{{2,8}})"
_OF = rf"(?P<of>[{KANJI}ァ-ヶーA-Za-z0-9&・() ]{{2,30}})"
_DEPARTMENT = rf"(?:{WORK}|[{KANJI}]{{2,6}}(?:部門|本部|部|課|係|室|グループ|チーム|センター))"
_SHAPES = (
    re.compile(rf"{_OF}の、?(?:(?P<role>{ROLE})、? ?)?{_NAME}"),
    re.compile(rf"{_OF} (?:(?P<role>{ROLE}) )?{_NAME}"),
    re.compile(rf"(?P<of>[{KANJI}ァ-ヶーA-Za-z0-9&・() の]{{2,20}}{_DEPARTMENT})、{_NAME}(?P<role>(?!))?"),
    re.compile(rf"{_NAME}(?:です|と申します)[、 ]{_OF}の(?P<role>(?!))?"),
)
_WORK_BEHIND = re.compile(rf"(?P<company>.*?)[ の]*(?P<work>{_DEPARTMENT})")
_FORM = re.compile(words.COMPANY_FORM_JA)


def beside_address(text: str) -> Person:
    """Return name, company and work told in the words right before an address; an empty person if none stand there."""
    address = _ADDRESS.search(text)
    if address is None:
        return Person()
    said = re.split(r"[。!?\n]", text[max(0, address.start() - 60) : address.start()].rstrip(" 。"))[-1].strip(" 、,:(")
    chunks = (said, *(said[cut.end() :] for cut in re.finditer("、", said)))
    for chunk in chunks:
        for shape in _SHAPES:
            match = shape.fullmatch(chunk)
            if match and _is_person(match["name"]):
                found = _of(match["of"].strip(), name=match["name"], role=match["role"])
                return found if found.company or _is_known(found, said) else Person()
    return Person()


def _is_person(name: str) -> bool:
    kanji = re.match(f"[{KANJI}]", name) is not None
    return starts_with_surname(name) or (
        is_name(name) and not is_thing(name) and not (kanji and is_noun(name)) and re.search(WORK, name) is None
    )


def _is_known(found: Person, said: str) -> bool:
    """Without a company of their own words: a family name, or a work told behind a legal form."""
    named = found.name is not None and starts_with_surname(found.name)
    return named or (found.role is not None and _FORM.search(said) is not None)


def _of(told: str, *, name: str, role: str | None) -> Person:
    """Split 「東和ミルズ設備課」 into company and work."""
    work = _WORK_BEHIND.fullmatch(told)
    company = (work["company"] if work else told).strip(" の")
    sort = company in words.NOT_NAMES_JA or SORT_OF_COMPANY.search(company) or is_kind(company) or is_thing(company)
    named = len(company) >= 3 and not sort and (_FORM.search(company) or not re.search(rf"{ROLE}$", company))
    return Person(name, None, company if named else None, clear_role(role) or (work["work"] if work else None))
