"""A "Yes." or "No." belongs to the question it stands under: said to another one, it may say the opposite."""

from __future__ import annotations

import re

from app.retrieval import tokens
from app.retrieval.everyday import notions
from app.retrieval.passages import Lang

SAME_FROM = 0.5
"""Share of what a heading asks about that a question has to name to be the same one."""

_SAYS_SO = re.compile(
    r"(?:(?:yes|no)\b(?! [a-z])|(?:はい|いいえ)(?=[、。,.])|(?:可能です|できます|できません)(?=。))[、。,.!\s—–-]*",
    re.I,
)
_NOT = re.compile(
    r"\b(?:without|not|cannot|\w+n't|no longer|unable|impossible)\b"
    r"|な[しくい]|無[しくい]|ません(?!か)|不要|不可|だめ|無理",
    re.I,
)


def without_stray_yes(text: str, *, under: str, query: str, lang: Lang) -> str:
    """Return an answer without the "Yes," or "No." in front, unless `query` asks what it stands `under`.

    A text of nothing else is kept: there is nothing to say instead.
    """
    said = _SAYS_SO.match(text)
    if said is None or _asks_the_same(query, under, lang=lang):
        return text
    rest = text[said.end() :].strip()
    return rest[:1].upper() + rest[1:] if rest else text


def _asks_the_same(query: str, under: str, *, lang: Lang) -> bool:
    """Return whether both ask about the same thing and the same way round: "without a network?" asks the opposite."""
    asked, here = _things(query), _things(under)
    if bool(_NOT.search(query)) != bool(_NOT.search(under)):
        return False
    heard = [notion for notion in notions(query, lang) if notion.is_in(frozenset(tokens.words(under)))]
    alike = {notion.asked for notion in notions(query, lang)} & {notion.asked for notion in notions(under, lang)}
    return bool(heard or alike) or len(asked & here) >= SAME_FROM * max(len(here), 1)


def _things(text: str) -> frozenset[str]:
    return frozenset(tokens.words(text)) - tokens.light()
