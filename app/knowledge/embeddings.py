"""The embedder that the settings ask for: an endpoint, a LangChain class, or the word hashes that need neither.

The text of documents and the questions of prospects are handed to it, and nothing else: no names, no leads.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from importlib import import_module
from typing import Protocol, cast

from app.core.errors import SetupError
from app.core.settings import KnowledgeSettings
from app.knowledge.embed import Embedder, TokenHash
from app.knowledge.embeddings_endpoint import Endpoint


class Embeddings(Protocol):
    """What LangChain's `Embeddings` classes offer."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...

    def embed_query(self, text: str) -> list[float]: ...


class Loaded:
    """An embeddings class given as `package.module:Class`, made with its arguments when it is first asked."""

    def __init__(self, path: str, arguments: dict[str, object]) -> None:
        self._path = path
        self._arguments = arguments
        self._making = threading.Lock()
        self._made: Embeddings | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._instance().embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._instance().embed_query(text)

    def load(self) -> None:
        """Import and make it."""
        self._instance()

    def _instance(self) -> Embeddings:
        with self._making:  # a model may take gigabytes, so that it is never made twice
            if self._made is None:
                module, name = self._path.split(":")
                self._made = cast(Embeddings, getattr(import_module(module), name)(**self._arguments))
            return self._made


class Named:
    """Embeddings with the name an index is known by."""

    weight = 1.0

    def __init__(self, name: str, made: Endpoint | Loaded) -> None:
        self.name = name
        self._made = made

    def load(self) -> None:
        """Import and make what is needed."""
        self._made.load()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._made.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._made.embed_query(text)


def embedder(settings: KnowledgeSettings) -> Embedder:
    """Return what turns texts into vectors; `SetupError` where two are asked for at once."""
    if settings.embeddings_url and settings.embeddings_class:
        raise SetupError(
            "embeddings_twice", "set SOKUO_KNOWLEDGE__EMBEDDINGS_URL or SOKUO_KNOWLEDGE__EMBEDDINGS_CLASS, not both"
        )
    if settings.embeddings_url:
        key = settings.embeddings_api_key
        made = Endpoint(
            settings.embeddings_url,
            settings.embeddings_model,
            api_key=key.get_secret_value() if key else None,
            timeout_s=settings.embeddings_timeout_s,
        )
        return Named(_name(settings.embeddings_model, settings.embeddings_url), made)
    if settings.embeddings_class:
        arguments = json.dumps(settings.embeddings_args, sort_keys=True, default=str)
        name = _name(settings.embeddings_class.rsplit(":", 1)[1], settings.embeddings_class + arguments)
        return Named(name, Loaded(settings.embeddings_class, settings.embeddings_args))
    return TokenHash()


def _name(model: str, whole: str) -> str:
    """Return a name for files: the model, and a mark for where it comes from and how it was made."""
    slug = re.sub(r"[^a-z0-9.]+", "-", model.lower()).strip("-.")[:40] or "model"
    return f"{slug}-{hashlib.sha256(f'{model} {whole}'.encode()).hexdigest()[:8]}"
