"""What binds or boasts, part by part of a sentence, and whether that part declines it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.conversation import guard_words as words
from app.conversation.guard_figures import SMALL_COUNTS, Figure, amounts, same, spelled
from app.conversation.guard_orders import orders_software
from app.conversation.guard_text import has_hidden_characters
from app.conversation.guard_units import units
from app.conversation.phrases import mirrors

_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute"})
_CODES = re.compile(r"\b[a-z]{2,}+(?:-[a-z]++){0,5}-\d{2,}\b|\b[a-z]{2,}\d{3,}\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything in a text that somebody could hold the company to."""

    figures: frozenset[Figure]
    promises: frozenset[str]
    named: frozenset[str]  # certificates and points in time
    codes: frozenset[str]  # model numbers, and what an injection wants to hear


def read_claims(text: str) -> Claims:
    """Read one clause, or a whole text, already in one spelling (`spelled`)."""
    named = {_one_name(m[0]) for p in (words.CERTIFICATES, words.WHENS) for m in p.finditer(text)}
    return Claims(
        figures=amounts(words.CERTIFICATES.sub(" ", text)),
        promises=frozenset(family for family, pattern in words.PROMISES.items() if pattern.search(text)),
        named=frozenset(named),
        codes=frozenset(_CODES.findall(words.CERTIFICATES.sub(" ", text))),
    )


def clauses(sentence: str) -> list[str]:
    """Return the parts that each say something of their own, in one spelling."""
    return [part for part in words.CLAUSE_END.split(spelled(sentence)) if part.strip()]


def declines(clause: str) -> bool:
    """Say whether the clause denies or hands over what it names; "間違いありません" and "no problem" do not."""
    return bool(words.DECLINES.search(words.REASSURES.sub(" ", clause)))


def approved_claims(texts: tuple[str, ...]) -> Claims:
    """Read what the company approved, text by text."""
    read = [_approved(text) for text in texts]
    return Claims(
        figures=frozenset[Figure]().union(*(one.figures for one in read)),
        promises=frozenset[str]().union(*(one.promises for one in read)),
        named=frozenset[str]().union(*(one.named for one in read)),
        codes=frozenset[str]().union(*(one.codes for one in read)),
    )


@lru_cache(maxsize=512)
def _approved(text: str) -> Claims:
    """Read one approved text.

    Negated promises ("返金はいたしません") support none, and a sentence that orders software about supports nothing:
    an approved document may carry an injection.
    """
    parts = [part for part in units(text) if not _orders(part)]
    whole = read_claims(spelled("\n".join(parts)))
    kept = [clause for part in parts for clause in clauses(part) if not declines(clause)]
    return Claims(whole.figures, read_claims("\n".join(kept)).promises, whole.named, whole.codes)


def unsupported(clause: str, approved: Claims, *, visitor: Claims, per: frozenset[str] = frozenset()) -> str | None:
    """Return what in `clause` is neither approved nor plainly declined, or None.

    The visitor's own figure or certificate may only be named to decline it; a plain count ("50名") may be repeated.
    """
    said, declined = read_claims(clause), declines(clause)
    values = {figure.value for figure in approved.figures}
    for figure in said.figures:
        if any(same(figure, one, per=per) for one in approved.figures):
            continue
        repeated = declined or figure.kind == "count" or (figure.kind in _TIMES and mirrors(clause))
        if not (repeated and any(same(figure, one) for one in visitor.figures)) and not (
            figure.kind == "count" and (figure.value in SMALL_COUNTS or figure.value in values)
        ):
            return " ".join(filter(None, figure))
    if not declined and (promises := said.promises - approved.promises):
        return min(promises)
    allowed = approved.named | (visitor.named if declined else frozenset())
    told_back = {one for one in visitor.named if words.SEASONS.fullmatch(one)} if mirrors(clause) else set()
    return min(said.named - allowed - told_back, default=None) or min(said.codes - approved.codes, default=None)


def asks_for_more(visitor: Claims, approved: Claims) -> bool:
    """Say whether the visitor wants consent to something the company has not approved."""
    percent = any(one.kind == "percent" for one in visitor.figures - approved.figures)
    return percent or bool((visitor.promises & words.BINDING) - approved.promises)


def consents(sentence: str) -> bool:
    """Say whether the sentence begins with a yes and declines nothing."""
    return bool(words.AGREES.search(spelled(sentence).strip())) and not any(map(declines, clauses(sentence)))


def _orders(sentence: str) -> bool:
    visible = re.sub("[\u00ad\ufeff]", "", sentence)
    return has_hidden_characters(visible) or orders_software(visible)


def _one_name(word: str) -> str:
    """Return one spelling for what two languages or writers spell differently."""
    return words.SAME_WHEN.get(word.removesuffix("s"), re.sub(r"[\s/-]|iec", "", word))
