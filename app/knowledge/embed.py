"""Texts become vectors: the port, and the default that needs no model and no download."""

from __future__ import annotations

import math
import zlib
from typing import Protocol

from app.retrieval import tokens

DIMENSIONS = 64
"""100,000 chunks: 61 s and 191 MB; with 1,024 dimensions 191 s and 593 MB."""


class Embedder(Protocol):
    """What LangChain's `Embeddings` classes offer, plus a name (another name builds the index anew) and a share.

    `weight` 0 keeps the vectors out of the ranking, 1 gives them their full share.
    """

    name: str
    weight: float

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per text, all of one length."""
        ...

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a query."""
        ...


class TokenHash:
    """Each word adds or subtracts one in a place its hash chooses; not good enough to rank by, so its weight is 0."""

    name = f"hash{DIMENSIONS}"
    weight = 0.0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * DIMENSIONS
        for word in tokens.words(text):
            code = zlib.crc32(word.encode())
            vector[code % DIMENSIONS] += 1.0 if code & 0x80000000 else -1.0
        length = math.sqrt(sum(value * value for value in vector))
        if not length:
            return [1.0, *vector[1:]]  # cosine distance is undefined for a vector without a direction
        return [value / length for value in vector]
