"""What a model may see of a conversation: the last messages, with the contact's own data as placeholders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation.salutation import TITLE_JA, Addressee, salutation
from app.conversation.store import Turn
from app.core.security import Vault
from app.understanding.facts import ContactData, Lang
from app.understanding.normal import normalise

LOCAL = r"(?<![0-9A-Za-zÀ-ɏ._%+-])[0-9A-Za-zÀ-ɏ._%+-]*+"  # runs are read once: unspaced text must not cost its square
EMAIL = re.compile(LOCAL + r"\s?@\s?[\w-]++(?:\.[\w-]++)++")
PHONE = re.compile(r"(?<![\d.])\+?\d[\d\-() ‐－]{8,16}\d(?!\d|\.\d)")
SPELLED_EMAIL = re.compile(
    LOCAL + r"\s?(?:[\[(<]\s?(?:at|@|アット(?:マーク)?)\s?[\])>]|アットマーク|アット|\sat\s)\s?[\w-]{1,63}"
    r"(?:\s?(?:\.|[\[(<]\s?(?:dot|ドット)\s?[\])>]|ドット|\sdot\s)\s?[\w-]{1,63})+",
    re.IGNORECASE,
)
SPEAKER = {"contact": "visitor", "assistant": "assistant", "rep": "colleague", "system": "system"}
UNSPACED = re.compile(r"[一-鿿々]{3,5}")  # a family name of two or three letters and a given name
VOCATIVE = re.compile(r"^\s*(?:(?:dear|hi|hello)\s+)?\[\[name\]\]\s?(?:様|さま|さん)?\s*[、,，]\s*", re.IGNORECASE)
NOBODY = frozenset({"ご担当者様", "Hello,"})  # how a letter begins to somebody without a name
AFTER_A_NAME = r"(?=\s?(?:です|でござ|と申|と言|といい|様|さん|さま|氏|より|、|。|$))"


@dataclass(frozen=True, slots=True)
class Masked:
    """`text` is the history; `names` are taken out of it wherever they stand.

    `address` is what a reply may begin with for the prospect's own name, "" if it may not name anybody.
    """

    text: str
    names: Sequence[str]
    address: str = ""

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
    lines = [f"{SPEAKER[message.author]}: {private(message.text, names=names)}" for message in turn.history]
    may_name = turn.verified and turn.channel == "chat"  # a mail has its salutation
    lang: Lang = "en" if turn.conversation.lang == "en" else "ja"
    return Masked("\n".join(lines), names, address(told.name or stored, lang=lang) if may_name else "")


def address(name: str | None, *, lang: Lang) -> str:
    """Return how a sentence begins that is addressed to somebody: "佐々木様、", "Kate Miller, "; "" without a name."""
    line = salutation(Addressee(name=name), lang=lang)[-1]
    if line in NOBODY or TITLE_JA.search(name or ""):  # 佐藤部長: a letter would write 部長 佐藤様
        return ""
    return line.removeprefix("Dear ") + " " if lang == "en" else f"{line}、"


def private(text: str, *, names: Sequence[str]) -> str:
    """Replace addresses, telephone numbers and the contact's names by placeholders, in one spelling (NFKC)."""
    text = normalise(text).text
    for pattern, token in ((EMAIL, "[[email]]"), (SPELLED_EMAIL, "[[email]]"), (PHONE, "[[phone]]")):
        text = pattern.sub(token, text)
    for name in names:
        text = re.sub(_whole(name), "[[name]]", text, flags=re.IGNORECASE)
    return text


def _parts(names: Sequence[str]) -> list[str]:
    """Return the full names and their parts, the longest first; of 佐々木健 written in one its family name may come."""
    plain = [normalise(name).text.strip() for name in names]
    parts = {part for name in plain for part in (name, *name.split(), *_family_names(name)) if part}
    return sorted(parts, key=lambda part: (-len(part), part))


def _family_names(name: str) -> tuple[str, ...]:
    return (name[:2], name[:3]) if UNSPACED.fullmatch(name) else ()


def _whole(name: str) -> str:
    if name.isascii():
        return rf"\b{re.escape(name)}\b" if len(name) > 1 else r"(?!)"
    return re.escape(name) + (AFTER_A_NAME if len(name) == 1 else "")
