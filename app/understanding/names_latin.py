"""A Latin name inside a Japanese message, beside an address or a number."""

import re

from app.understanding import people_words as words
from app.understanding.contact_points import NUMBER

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:['\-][A-ZÀ-Þ]?[a-zà-ÿ]+)*"
_POINTS = re.compile(rf"[A-Za-z0-9_.+\-]+@[A-Za-z0-9.\-]+|https?://\S+|{NUMBER}")
_ALONE = re.compile(
    rf"(?:^|(?<=[、。,:は/|(\n ]))\s*(?P<name>{_WORD}(?: (?:[A-Z]\.|van|de|von|da|{_WORD})){{1,2}})\s?"
    r"(?P<end>です|と申|といい|と言い|まで|宛|あて|(?=$|[、。,/|)\n]))"
)
# Capital letters that are no person: products, plans, places, phrases.
_THINGS_TOLD = """
plan server workspace cloud teams windows edition service services sensor sensors gateway system systems software
meeting monitor manager standard starter enterprise basic premium pro trial demo free office google microsoft
amazon web new york san los hong kong price list quote request order company limited group holdings japan asia tokyo
osaka united states kingdom south north east west data center drive chat room zoom one power apps motor pump bearing
sales machine machinery learning solutions technologies industries electric robotics security report sheet case study
"""
_THINGS = frozenset(_THINGS_TOLD.split())


def beside(text: str, *, email: str | None) -> str | None:
    """Return the name of 「Lena Hoffmann、lena@…」: the address holds it, or です stands behind it and no address."""
    for match in _ALONE.finditer(_POINTS.sub("、", text)):
        parts = match["name"].lower().split()
        if _THINGS.intersection(parts) or any(part in words.NOT_NAMES_EN for part in parts):
            continue
        if re.search(rf"\b(?:{words.COMPANY_FORM_EN}|{words.TOOLS})$", match["name"]):
            continue
        if _in_address(parts, email) if email else match["end"]:
            return match["name"]
    return None


def _in_address(parts: list[str], email: str | None) -> bool:
    local = (email or "").lower().partition("@")[0]
    return any(len(part) >= 3 and part in local for part in parts)
