"""Words of a document or a visitor that may stand in our own line: no order, no foreign address, no mark-up. Pure."""

from __future__ import annotations

import re

from app.conversation.guard_addresses import MAIL, foreign_address, is_allowed
from app.conversation.guard_figures import spelled
from app.conversation.guard_leak import OPAQUE, folded
from app.conversation.guard_orders import orders_software
from app.conversation.guard_text import MARKUP, Sentences, has_hidden_characters, is_rude
from app.conversation.guard_words import CLAIMS_TO_BE_HUMAN

_SOFT = re.compile("[\u00ad\ufeff]")
_MARKER = re.compile(r"\[\[|\]\]|<<|>>|\b[A-Z]{2,}[-_ ][A-Z]{3,}[-_ ]\d{2,}\b", re.ASCII)
"""A placeholder, or a password as an injection wants to hear it; a model number has one word and a figure."""


def harmless(text: str, *, hosts: frozenset[str]) -> str | None:
    """Return `text` without the sentences that must not be repeated, or None if nothing else is left.

    Left out are orders to software with the rest of their paragraph (it belongs to the order), addresses and links
    outside `hosts`, mark-up, placeholders, hidden characters, opaque codes, insults, and "I am human".
    """
    paragraphs = [_kept(paragraph, hosts=hosts) for paragraph in re.split(r"\n\s*\n", _SOFT.sub("", text))]
    told = "\n\n".join(filter(None, paragraphs))
    return told if folded(told) else None


def _kept(paragraph: str, *, hosts: frozenset[str]) -> str:
    splitter, kept = Sentences(), []
    for sentence in [*splitter.feed(paragraph), *splitter.flush()]:
        if orders_software(sentence):
            break
        if not _is_foreign(sentence, hosts=hosts):
            kept.append(sentence)
    whole = "".join(kept).strip()
    return "" if orders_software(whole) else whole


def _is_foreign(sentence: str, *, hosts: frozenset[str]) -> bool:
    ours = " ".join(m[0].casefold() for m in MAIL.finditer(sentence) if is_allowed(m[0].rsplit("@")[-1], hosts))
    if has_hidden_characters(sentence) or foreign_address(sentence, hosts=hosts, approved=ours):
        return True
    if MARKUP.search(sentence) or OPAQUE.search(sentence) or _MARKER.search(sentence):
        return True
    plain = spelled(sentence)
    return is_rude(plain) or CLAIMS_TO_BE_HUMAN.search(plain) is not None
