"""The prospect's own contact data in a message or its signature."""

import re
from dataclasses import replace

from app.understanding import contact_points, names_en, names_ja, names_latin
from app.understanding import people_words as words
from app.understanding.echoes import without_echo
from app.understanding.facts import ContactData, Lang
from app.understanding.normal import Normal
from app.understanding.team_size import read_team_size


def read_contact(message: Normal, *, lang: Lang, asked: bool, asked_team_size: bool) -> ContactData:
    """Return what the writer says about themselves; names of others, order numbers and bare wishes are none.

    `asked`: we asked for contact data, so a lone word may be a name. Also reads a stripped mail signature.
    """
    text = without_echo(message.text)
    email = contact_points.email(text)
    phone = contact_points.phone(text)
    bare = asked or email is not None or phone is not None
    person = names_ja.read_person(text, bare=bare) if lang == "ja" else names_en.read_person(text, bare=bare)
    if lang == "ja" and bare and (latin := names_latin.beside(text, email=email)):
        whole = person.name is None or latin.startswith(person.name)
        person = replace(person, name=latin) if whole else person
    return ContactData(
        name=person.name,
        reading=person.reading,
        company=person.company,
        email=email,
        phone=phone,
        role=person.role,
        team_size=read_team_size(text, asked=asked_team_size),
    )


def without_names(text: str, contact: ContactData) -> str:
    """Return the text without who they are: a name or an address may hold the word for a day or a time."""
    for name in filter(None, (contact.name, contact.company, contact.email)):
        text = text.replace(name, " ")
    return text


def is_company(words_of: str) -> bool:
    """Say whether a legal form or a trade stands in the name, so that it is a company's and not a person's."""
    japanese = rf"{words.COMPANY_FORM_JA}|{words.COMPANY_TAIL_JA}$"
    return re.search(rf"{japanese}|\b{words.COMPANY_FORM_EN}\b\.?$", words_of) is not None
