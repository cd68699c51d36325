"""Whatever an embedding class or endpoint does, the rest of the program sees good vectors in time, or `Unavailable`."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from app.core.errors import Unavailable
from app.knowledge.embed import Embedder

T = TypeVar("T")
CODE = "embeddings_unavailable"
QUERY_S = 1.0
"""What a question may wait for its vector: half of what a turn gives the whole search."""

REST_S = 15.0
"""After a question that waited in vain, the next ones ask words alone for so long; then one tries again."""


class Guard:
    """An embedder behind checks, and for questions behind a deadline and a breaker. Safe to call from any thread."""

    def __init__(
        self, embedder: Embedder, *, query_s: float = QUERY_S, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = embedder.name
        self.weight = embedder.weight
        self._embedder = embedder
        self._query_s = query_s
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._rests_until = -math.inf
        self._dimensions: int | None = None

    def load(self) -> None:
        """Import and make what is needed, so that no question waits for it; a failure shows when it is asked."""
        with suppress(Unavailable):
            _said(getattr(self._embedder, "load", lambda: None))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per text; all of one length, finite, none of them zero."""
        return self._checked(_said(lambda: self._embedder.embed_documents(texts)), count=len(texts))

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question within the deadline."""
        with self._lock:
            if self._monotonic() < self._rests_until:
                raise Unavailable(CODE, "resting after a failure")
        try:
            (vector,) = self._checked([self._in_time(text)], count=1)
        except Unavailable:
            with self._lock:
                self._rests_until = self._monotonic() + REST_S
            raise
        return vector

    def _in_time(self, text: str) -> Sequence[float]:
        """Wait in a thread of its own: a server that sends a byte a second keeps any other timeout from ending.

        A class that is still being loaded counts as late too. A good answer that comes too late shows that the endpoint
        lives: it ends the rest.
        """
        done: list[Sequence[float] | Unavailable] = []
        finished = threading.Event()

        def ask() -> None:
            try:
                done.append(_said(lambda: self._embedder.embed_query(text)))
                self._rests_until = -math.inf
            except Unavailable as error:
                done.append(error)
            finished.set()

        threading.Thread(target=ask, name="embed", daemon=True).start()
        if not finished.wait(self._query_s):
            raise Unavailable(CODE, "no answer in time")
        if isinstance(done[0], Unavailable):
            raise done[0]
        return done[0]

    def _checked(self, vectors: Sequence[Sequence[float]], *, count: int) -> list[list[float]]:
        try:
            found = [[float(value) for value in vector] for vector in vectors]
        except (TypeError, ValueError):
            raise Unavailable(CODE, "what came is no list of vectors") from None
        if len(found) != count:
            raise Unavailable(CODE, f"{len(found)} vectors for {count} texts")
        for vector in found:
            length = math.sqrt(sum(value * value for value in vector))
            if not vector or not math.isfinite(length) or not length:
                raise Unavailable(CODE, "a vector is empty, zero or not finite")
            if len(vector) != (self._dimensions or len(vector)):
                raise Unavailable(CODE, f"{len(vector)} dimensions where there were {self._dimensions}")
            self._dimensions = len(vector)
        return found


def _said(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except Unavailable:
        raise
    except Exception as error:  # a class of somebody else's may raise anything
        raise Unavailable(CODE, f"{type(error).__name__}: {error}"[:200]) from error
