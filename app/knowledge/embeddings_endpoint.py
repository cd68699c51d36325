"""Vectors from any OpenAI-compatible endpoint. What leaves the house: the documents' text, and questions."""

from __future__ import annotations

import random
import threading
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from app.core.errors import Unavailable

if TYPE_CHECKING:
    from openai import OpenAI

CODE = "embeddings_unavailable"
BATCH = 64
MAX_CHARS = 8_000
"""Of one text; models refuse longer ones than some 8,000 tokens."""

RETRIES = 2
LONGEST_PAUSE_S = 20.0
QUERY_TIMEOUT_S = 2.0
"""Nobody waits that long; it only gives the connection free."""


@cache
def load_openai() -> ModuleType:
    """Import the SDK (0.8 s) on first use."""
    import openai

    return openai


class Endpoint:
    """Like LangChain's `Embeddings`; connections are kept. Raises `Unavailable` (embeddings_unavailable) only."""

    def __init__(self, url: str, model: str, *, api_key: str | None = None, timeout_s: float = 10.0) -> None:
        self._url = url.rstrip("/").removesuffix("/embeddings")
        self._model = model
        self._api_key = api_key
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._client: OpenAI | None = None
        self._pause = threading.Event()

    def load(self) -> None:
        """Import the SDK and make the client."""
        self._made()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a vector per text; a call that fails for a passing reason is repeated twice."""
        found: list[list[float]] = []
        for start in range(0, len(texts), BATCH):
            found += self._patiently(texts[start : start + BATCH])
        return found

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question: one try."""
        return self._once([text], timeout_s=min(self._timeout_s, QUERY_TIMEOUT_S))[0]

    def _patiently(self, texts: list[str]) -> list[list[float]]:
        for attempt in range(RETRIES):
            try:
                return self._once(texts, timeout_s=self._timeout_s)
            except _Passing as error:
                pause = (error.retry_after or 0.5 * 2**attempt) + random.uniform(0, 0.25)  # noqa: S311 - jitter
                self._pause.wait(min(pause, LONGEST_PAUSE_S))
        return self._once(texts, timeout_s=self._timeout_s)

    def _once(self, texts: list[str], *, timeout_s: float) -> list[list[float]]:
        openai = load_openai()
        given = [text[:MAX_CHARS] or " " for text in texts]
        try:
            answer: Any = self._made().embeddings.create(
                model=self._model, input=given, encoding_format="float", timeout=timeout_s
            )
            rows = sorted(answer.data, key=lambda row: row.index)
            found = [list(row.embedding) for row in rows]
        except openai.APIStatusError as error:
            passing = error.status_code in (408, 409, 429) or error.status_code >= 500
            kind = _Passing if passing else Unavailable
            raise kind(CODE, f"status {error.status_code}", retry_after=_seconds(error.response.headers)) from None
        except openai.APIConnectionError as error:
            raise _Passing(CODE, type(error).__name__) from None
        except (openai.OpenAIError, OSError, ValueError, AttributeError, TypeError) as error:
            raise Unavailable(CODE, f"no list of vectors came ({type(error).__name__})") from None
        if len(found) != len(texts):
            raise Unavailable(CODE, f"{len(found)} vectors for {len(texts)} texts")
        return found

    def _made(self) -> OpenAI:
        """Build the SDK's client: key and address never from the environment, no redirects, no retries of its own."""
        with self._lock:
            if self._client is None:
                openai = load_openai()
                self._client = openai.OpenAI(
                    api_key=self._api_key or "none",
                    base_url=self._url,
                    max_retries=0,
                    http_client=openai.DefaultHttpxClient(follow_redirects=False, trust_env=False),
                )
            return self._client


class _Passing(Unavailable):
    """Worth another try."""


def _seconds(headers: Any) -> int | None:
    """Read Retry-After (RFC 9110 §10.2.3); a date is left to our own pause."""
    given = str(headers.get("retry-after") or "")
    return int(given) if given.isdigit() else None
