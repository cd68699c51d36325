"""Hide addresses and numbers in what the prospect wrote. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.briefing.facts import Facts, Heard
from app.conversation import private


def without_numbers(facts: Facts, *, mark: str) -> Facts:
    """Return the facts with `mark` for every telephone number in the prospect's words."""
    return _masked(facts, lambda text: private.without_numbers(text, mark=mark))


def without_addresses(facts: Facts, *, mark: str) -> Facts:
    """Return the facts with `mark` for every number and e-mail address in the prospect's words."""
    return _masked(facts, lambda text: private.without_numbers(private.without_mails(text, mark=mark), mark=mark))


def _masked(facts: Facts, hide: Callable[[str], str]) -> Facts:
    def heard(one: Heard) -> Heard:
        return replace(one, text=hide(one.text))

    def words(text: str | None) -> str | None:
        return hide(text) if text else text

    return replace(
        facts,
        cells={
            slot: replace(cell, value=words(cell.value), quote=words(cell.quote)) for slot, cell in facts.cells.items()
        },
        heard=tuple(heard(one) for one in facts.heard),
        told=tuple(replace(one, question=words(one.question)) for one in facts.told),
        answered={reply: heard(one) for reply, one in facts.answered.items()},
    )
