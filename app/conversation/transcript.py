"""What a model may see of a conversation: the last messages, with the contact's own data as placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.conversation.store import Turn
from app.core.security import Vault

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d.])\+?\d[\d\-() ‐－]{8,16}\d(?![\d.])")
SPEAKER = {"contact": "visitor", "assistant": "assistant", "rep": "colleague", "system": "system"}


@dataclass(frozen=True, slots=True)
class Transcript:
    """`tokens` are the placeholders that stand in `text`."""

    text: str
    tokens: frozenset[str]


def transcript(turn: Turn, vault: Vault) -> Transcript:
    """Return the history with name, addresses and numbers taken out: the model never needs them."""
    name = vault.open_or_none(turn.contact.name_enc)
    lines = [f"{SPEAKER[message.author]}: {private(message.text, name=name)}" for message in turn.history]
    text = "\n".join(lines)
    return Transcript(text, frozenset(token for token in ("[[name]]", "[[email]]", "[[phone]]") if token in text))


def private(text: str, *, name: str | None) -> str:
    """Replace addresses, telephone numbers and the contact's name by their placeholders."""
    text = PHONE.sub("[[phone]]", EMAIL.sub("[[email]]", text))
    return text.replace(name, "[[name]]") if name and len(name) > 1 else text
