"""How a reply is read when it is judged: one spelling, the prospect's own words apart, in sentences. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from app.lab.persona import Lang

QUOTED = re.compile(r"「([^」]*)」|“([^”]*)”|\"([^\"]*)\"")
LINK = re.compile(r"https?://\S+|\S+@\S+")
SENTENCE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?\n]|\.(?=\s|$)|$)")
LETTERS_THAT_COUNT = 12  # a shorter sentence is a courtesy, and may come twice
FOREIGN_SHARE = 0.05  # product names and titles of sources may stay in their language


def plain(text: str) -> str:
    """Return the text without width or presentation forms (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def holds(text: str, pattern: str) -> bool:
    """Say whether a pattern is found in a text, without width or case; a letter's line breaks are no part of it."""
    told = plain(text)
    return any(re.search(pattern, told.replace("\n", between), re.IGNORECASE) for between in ("\n", " ", ""))


def our_words(reply: str, told: Iterable[str]) -> str:
    """Return the reply without the quotations of what the prospect has written."""
    written = [_bare(one) for one in told]

    def keep(found: re.Match[str]) -> str:
        quoted = _bare("".join(part or "" for part in found.groups()))
        return "" if quoted and any(quoted in one for one in written) else found[0]

    return QUOTED.sub(keep, plain(reply))


def speaks(reply: str, lang: Lang) -> bool:
    """Say whether the reply is in a language, quotations and links aside."""
    words = LINK.sub("", QUOTED.sub("", plain(reply)))
    japanese = len(re.findall(r"[ぁ-ヿ一-鿿]", words))
    latin = len(re.findall(r"[A-Za-z]", words))
    return japanese > latin / 2 if lang == "ja" else japanese <= FOREIGN_SHARE * latin


def repeated(replies: Iterable[str]) -> list[tuple[int, str]]:
    """Return the sentences that came before, each with the number (from 1) of the reply it came again in."""
    before: set[str] = set()
    again: list[tuple[int, str]] = []
    for number, reply in enumerate(replies, start=1):
        said = [one.strip() for one in SENTENCE.findall(reply)]
        long = [one for one in dict.fromkeys(said) if sum(c.isalnum() for c in one) >= LETTERS_THAT_COUNT]
        again += [(number, one) for one in long if one in before]
        before.update(long)
    return again


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", plain(text)).casefold()
