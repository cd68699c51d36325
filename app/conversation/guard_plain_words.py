"""The closed lists of words that carry no fact of their own: a model may join what it was given with these, no more.

The lists hold words as `app.retrieval.tokens` gives them: Japanese in Sudachi's normal form, English unstemmed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from app.retrieval import tokens


@lru_cache(maxsize=1)
def joining() -> frozenset[str]:
    """Return the words from which a sentence without a source may be built beside the plan's own."""
    return _listed("guard_joining.txt")


@lru_cache(maxsize=1)
def retelling() -> frozenset[str]:
    """Return the words with which a passage may be told in other words."""
    return joining() | _listed("guard_retelling.txt")


@lru_cache(maxsize=1)
def ours_to_grant() -> frozenset[str]:
    """Return words that a mirror must not take from the visitor: telling them back reads as consent."""
    return _listed("guard_grants.txt")


def _listed(name: str) -> frozenset[str]:
    listed = Path(__file__).with_name(name).read_text("utf-8").split()
    english = tokens.words(" ".join(word for word in listed if word.isascii()))
    return frozenset(word for word in listed if not word.isascii()).union(english)
