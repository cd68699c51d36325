"""Who writes, out of the lines under a letter: Japanese."""

import re

from app.understanding import people_words as words
from app.understanding.companies_ja import is_thing
from app.understanding.nouns_ja import is_noun
from app.understanding.roles_ja import is_work
from app.understanding.shapes_ja import (
    COMPANY_CHAR,
    KANJI,
    ROLE,
    Person,
    clear_role,
    is_name,
    may_be_name,
    starts_with_surname,
)

_GIVEN = rf"(?P<given>[{KANJI}]{{1,3}}|[ぁ-ん]{{2,4}}|[ァ-ヶー]{{2,6}})"
_READING = r"(?:\s?[((/]\s?(?P<reading>[ぁ-ん]{2,7}[ ・]?[ぁ-ん]{0,7}|[ァ-ヶー]{2,7}[ ・]?[ァ-ヶー]{0,7})\s?[))]?)?"
_DEPARTMENT = rf"[{KANJI}ァ-ヶーA-Za-z]{{1,10}}(?:部門|本部|部|課|係|室|グループ|チーム|センター|工場)"
# 「つばめ金型 管理課 折尾」: company, department and name in the last line.
_CARD = re.compile(
    rf"(?P<company>{COMPANY_CHAR}{{2,20}}) (?P<department>{_DEPARTMENT})(?: (?P<role>{ROLE}))?"
    rf" (?P<name>[{KANJI}]{{1,4}}(?: [{KANJI}ぁ-ん]{{1,4}})?)"
)
_ADDRESSED = re.compile(r"[様殿宛]$|御中|[はがをで]")
_NO_GIVEN = re.compile(rf"^(?:様|殿|宛|氏|御中)|{words.ROLES_JA}$|^(?:です|より|から|さん|さま)$")
_LAST_LINES = 6


def signature(text: str) -> Person:
    """Return whom a line of company, department and name under a message names; an empty person if there is none."""
    lines = [line.strip(" 。") for line in text.split("\n") if line.strip()]
    for line in lines[1:][-_LAST_LINES:]:
        card = _CARD.fullmatch(line)
        if card is None or _ADDRESSED.search(line) or not is_work(card["department"]):
            continue
        name = card["name"]
        likely = starts_with_surname(name) or may_be_name(name) or (len(name) == 1 and not is_noun(name))
        if likely and is_name(name) and not is_work(name):
            company = None if card["company"] in words.NOT_NAMES_JA or is_thing(card["company"]) else card["company"]
            return Person(name, None, company, clear_role(card["role"]) or card["department"])
    return Person()


def in_full(text: str, name: str) -> tuple[str, str | None]:
    """Return the name as a line under the message gives it in full, with its reading: 「折尾 凛（おりお りん）」."""
    if " " in name or re.fullmatch(rf"[{KANJI}]{{1,4}}", name) is None:
        return name, None
    before = rf"(?:^|(?<=\s))(?:(?:{ROLE}|{_DEPARTMENT})\s)?"
    for found in re.finditer(
        rf"{before}(?P<family>{re.escape(name)})(?P<gap> ?){_GIVEN}{_READING}[ \t]*。?$", text, re.M
    ):
        given = found["given"]
        glued = not found["gap"]
        if (
            is_name(given)
            and not is_noun(given)
            and _NO_GIVEN.search(given) is None
            and not (glued and (re.search("[ぁ-んァ-ヶー]", given) or not found["reading"]))
        ):
            return found["family"] + found["gap"] + given, found["reading"]
    return name, None
