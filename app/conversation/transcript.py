"""What a model may see of a conversation: the last messages, with the contact's own data as placeholders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation.private import private
from app.conversation.salutation import TITLE_JA, Addressee, salutation
from app.conversation.store import Turn
from app.core.security import Vault
from app.understanding.facts import ContactData, Lang
from app.understanding.normal import normalise

SPEAKER = {"contact": "visitor", "assistant": "assistant", "rep": "colleague", "system": "system"}
UNSPACED = re.compile(r"[一-鿿々]{3,5}")  # a family name of two or three letters and a given name
VOCATIVE = re.compile(r"^\s*(?:(?:dear|hi|hello)\s+)?\[\[name\]\]\s?(?:様|さま|さん)?\s*[、,，]\s*", re.IGNORECASE)
LONGEST, LONGEST_MESSAGE = 6000, 3000  # characters of a history, and of one message in it
CUT = " […] "
NOBODY = frozenset({"ご担当者様", "Hello,"})  # how a letter begins to somebody without a name


@dataclass(frozen=True, slots=True)
class Masked:
    """`history` is who said what, oldest first; `names` are taken out of it wherever they stand.

    `address` is what a reply may begin with for the prospect's own name, "" if it may not name anybody.
    """

    history: Sequence[tuple[str, str]]
    names: Sequence[str]
    address: str = ""

    @property
    def text(self) -> str:
        """Return the newest messages, oldest first, as far back as a prompt has room for."""
        shown: list[str] = []
        for speaker, words in reversed(self.history):
            line = f"{speaker}: {_cut(self.clean(words))}"
            if sum(map(len, shown)) + len(shown) + len(line) > LONGEST:
                break
            shown.append(line)
        return "\n".join(reversed(shown))

    def clean(self, text: str) -> str:
        """Return `text` with the same placeholders."""
        return private(text, names=self.names)

    def addressed(self, sentence: str) -> tuple[str, str]:
        """Return whom a sentence addresses, by name, and the rest of it: the only place a name is put back in."""
        found = VOCATIVE.match(sentence)
        if found is None:
            return "", sentence
        rest = sentence[found.end() :]
        return self.address, rest if self.address else rest[:1].upper() + rest[1:]

    def hides(self, text: str) -> bool:
        """Say whether `text` holds something a model does not get."""
        return self.clean(text) != normalise(text).text


def transcript(turn: Turn, vault: Vault, *, told: ContactData) -> Masked:
    """Return the history without names, addresses and numbers: the model never needs them.

    `told` is what this very turn says about the contact, which is not stored with them yet.
    """
    stored = vault.open_or_none(turn.contact.name_enc)
    names = _parts([name for name in (stored, told.name, told.reading) if name])
    history = [(SPEAKER[message.author], message.text) for message in turn.history]
    may_name = turn.verified and turn.channel == "chat"  # a mail has its salutation
    lang: Lang = "en" if turn.conversation.lang == "en" else "ja"
    return Masked(history, names, address(told.name or stored, lang=lang) if may_name else "")


def address(name: str | None, *, lang: Lang) -> str:
    """Return how a sentence begins that is addressed to somebody: "佐々木様、", "Kate Miller, "; "" without a name."""
    line = salutation(Addressee(name=name), lang=lang)[-1]
    if line in NOBODY or TITLE_JA.search(name or ""):  # 佐藤部長: a letter would write 部長 佐藤様
        return ""
    return line.removeprefix("Dear ") + " " if lang == "en" else f"{line}、"


def _cut(words: str) -> str:
    """Return a message, the middle left out where it is long."""
    half = (LONGEST_MESSAGE - len(CUT)) // 2
    return words if len(words) <= LONGEST_MESSAGE else words[:half] + CUT + words[-half:]


def _parts(names: Sequence[str]) -> list[str]:
    """Return the full names and their parts, the longest first; of 佐々木健 written in one its family name may come."""
    plain = [normalise(name).text.strip() for name in names]
    parts = {part for name in plain for part in (name, *name.split(), *_family_names(name)) if part}
    return sorted(parts, key=lambda part: (-len(part), part))


def _family_names(name: str) -> tuple[str, ...]:
    return (name[:2], name[:3]) if UNSPACED.fullmatch(name) else ()
