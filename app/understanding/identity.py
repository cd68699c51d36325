"""Does the prospect want to know whether software or a person answers?"""

import re
from functools import lru_cache

from app.understanding import identity_words as words
from app.understanding.classifier import belongs
from app.understanding.normal import any_of, sentences

# They say who they are, or ask somebody to come: neither asks who writes here.
_OF_THEMSELVES = re.compile(
    r"^\W*(?:[Hh](?:i|ello)[,.! ]+)?(?:[Hh]ere is|[Hh]ere's|[Ii]t is|[Tt]his is) [A-Z][a-z]+\b(?! ?\?)"
    r"|\b(?:come|visit|travel|drive) (?:here|to us|over|by|out|to our)\b"
)
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]|^\W*AI\W*$")


@lru_cache(maxsize=8)  # read with the intents, and alone
def asks_who(text: str) -> bool:
    """Say whether one of the sentences of a normalised message asks who or what is writing here."""
    parts = [text[start:end].strip() for start, end in sentences(text)]
    if any(any_of(*words.FOR_WHOM).search(part) for part in parts):
        return False
    if any(any_of(*words.WHO_MADE).search(part) for part in parts):
        return True
    by_words = any(_asks(part) for part in parts)
    if not by_words and _OF_THEMSELVES.search(text):
        return False
    return belongs(text, "asks_who", by_words=by_words)


def _asks(sentence: str) -> bool:
    if any_of(*words.ASKS_WHO_JA).search(sentence) or any_of(*words.ASKS_WHO_EN).search(sentence):
        return True
    return _speaks_of_it_ja(sentence) or _speaks_of_it_en(sentence)


def _speaks_of_it_ja(sentence: str) -> bool:
    return (
        len(sentence) <= words.LONGEST_JA
        and _JAPANESE.search(sentence) is not None
        and _asks_of_this_talk_ja(sentence)
        and any_of(*words.OF_THE_PRODUCT_JA).search(sentence) is None
    )


def _asks_of_this_talk_ja(sentence: str) -> bool:
    speaks = any_of(*words.SPEAKS_OF_IT_JA).search(sentence)
    both = any_of(words.WHO_JA).search(sentence) and any_of(words.THIS_TALK_JA).search(sentence)
    asks = any_of(words.ASKS_JA).search(sentence)
    return bool((speaks or both) and asks) or bool(both and any_of(words.SUSPECTS_JA).search(sentence))


def _speaks_of_it_en(sentence: str) -> bool:
    return (
        len(sentence) <= words.LONGEST_EN
        and any_of(*words.SPEAKS_OF_IT_EN).search(sentence) is not None
        and any_of(words.ASKS_EN).search(sentence) is not None
        and any_of(words.THIS_TALK_EN).search(sentence) is not None
        and any_of(*words.OF_THE_PRODUCT_EN).search(sentence) is None
    )
