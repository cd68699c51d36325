"""Which variant of a text is said: one not said before in the conversation. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from app.core.templating import Texts
from app.understanding.facts import Lang


def pick(count: int, *, said: Sequence[str], text_id: str, seed: str) -> str:
    """Return the id of one of `count` variants (`text_id`, `text_id.2`, ...) that is not among `said`, oldest first.

    If all of them have been said, the one that was said longest ago. The same seed gives the same choice; without a
    seed the variants are taken in order.
    """
    names = [text_id, *(f"{text_id}.{n}" for n in range(2, count + 1))]
    first = blake2b(f"{seed} {text_id}".encode(), digest_size=4).digest()[0] % len(names) if seed else 0
    last_said = {name: at for at, name in enumerate(said)}
    return min([*names[first:], *names[:first]], key=lambda name: last_said.get(name, -1))


class Voice:
    """The texts of a conversation in one language, none said twice while there is another."""

    def __init__(self, texts: Texts, lang: Lang, *, seed: str = "", said: Sequence[str] = ()) -> None:
        self.texts = texts
        self.lang: Lang = lang
        self._seed = seed
        self.before = tuple(said)
        self._now: list[str] = []

    @property
    def said(self) -> tuple[str, ...]:
        """Return the ids of what this voice has said, oldest first, without what was said before it."""
        return tuple(self._now)

    def say(self, text_id: str, **values: object) -> str:
        """Return a variant of the text with its places filled; `KeyError` if the id is unknown.

        What ends with a full stop of its own ("3:00 p.m.", "Inc.") gets no second one.
        """
        count = self.texts.variants(self.lang, text_id)
        name = pick(count, said=(*self.before, *self._now), text_id=text_id, seed=self._seed)
        self._now.append(name)
        text = self.texts(self.lang, name, **values)
        for value in (str(each) for each in values.values()):
            if value.endswith("."):
                text = text.replace(f"{value}.", value)
        return text
