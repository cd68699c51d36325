"""The vector index: an embedded Chroma with one collection per language and our own vectors, never its server.

Import this module only through `vector_index`: Chroma takes seconds to load.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import chromadb
import numpy as np
from chromadb.api.types import Documents, EmbeddingFunction, Embeddings
from chromadb.config import Settings
from chromadb.errors import ChromaError

from app.core.errors import Unavailable
from app.knowledge.embed import Embedder, TokenHash
from app.retrieval.passages import Lang
from app.retrieval.statistics import LANGS

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings as LangChainEmbeddings

NO_TEXT = ""
"""Chroma keeps no texts (they would take 8 times the space), but LangChain overlooks entries without any."""


WRITTEN_AFTER = 10_000
"""Chunks after which Chroma writes its whole graph anew; until then they are in its log."""


class _Own(EmbeddingFunction[Documents]):
    """Our embedder in Chroma's terms, so that Chroma never fetches a model of its own."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def __call__(self, input: Documents) -> Embeddings:
        return [np.array(vector, dtype=np.float32) for vector in self._embedder.embed_documents(list(input))]

    @staticmethod
    def name() -> str:
        return "sokuo"

    def get_config(self) -> dict[str, Any]:
        return {}

    @staticmethod
    def build_from_config(config: dict[str, Any]) -> EmbeddingFunction[Documents]:
        return _Own(TokenHash())


class Vectors:
    """Chunk ids and vectors; texts stay in the lexical index. One process per directory.

    Whatever goes wrong in Chroma is `Unavailable` (knowledge_vectors_unavailable).
    """

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        settings = Settings(anonymized_telemetry=False)
        self._embedder = embedder
        with _failures():
            self._client: Any = chromadb.PersistentClient(str(directory), settings=settings)
            self._batch: int = self._client.get_max_batch_size()
        self._collections: dict[Lang, chromadb.Collection] = {}

    def put(self, lang: Lang, chunks: Sequence[tuple[str, str]]) -> None:
        """Add or replace (chunk id, text) pairs."""
        for start in range(0, len(chunks), self._batch):
            part = chunks[start : start + self._batch]
            vectors: Any = self._embedder.embed_documents([text for _, text in part])
            with _failures():
                self._collection(lang).upsert(
                    [chunk_id for chunk_id, _ in part], embeddings=vectors, documents=[NO_TEXT] * len(part)
                )

    def forget(self, chunk_ids: Sequence[str]) -> None:
        """Remove chunks, in whatever language they are."""
        for lang in LANGS if chunk_ids else ():
            for start in range(0, len(chunk_ids), self._batch):
                with _failures():
                    self._collection(lang).delete(list(chunk_ids[start : start + self._batch]))

    def nearest(
        self, lang: Lang, vectors: Sequence[Sequence[float]], *, limit: int, among: Sequence[str] | None = None
    ) -> list[dict[str, float]]:
        """Return for each vector the cosine of the nearest chunks by id, at most `limit`, of these or of all.

        Of `among` only those count that have a vector: Chroma refuses to look among ids it does not know.
        """
        if among is not None and not among:
            return [{} for _ in vectors]
        with _failures():
            given: Any = list(vectors)
            there = None if among is None else self._collection(lang).get(list(among), include=[])["ids"]
            if there == []:
                return [{} for _ in vectors]
            found = self._collection(lang).query(given, ids=there, n_results=limit, include=["distances"])
        return [
            {chunk_id: 1.0 - far for chunk_id, far in zip(ids, distances, strict=True)}
            for ids, distances in zip(found["ids"], found["distances"] or [], strict=True)
        ]

    def cosines(self, lang: Lang, vectors: Sequence[Sequence[float]], chunk_ids: Sequence[str]) -> list[list[float]]:
        """Return the cosine of each vector with each of these chunks, which have to be there."""
        with _failures():
            got: Any = self._collection(lang).get(list(chunk_ids), include=["embeddings"])
        by_id = dict(zip(got["ids"], got["embeddings"], strict=True))
        rows = _unit(np.array([by_id[chunk_id] for chunk_id in chunk_ids]))
        found: list[list[float]] = (_unit(np.array(vectors)) @ rows.T).tolist()
        return found

    def ids(self, lang: Lang, among: Sequence[str] | None = None) -> set[str]:
        """Return the chunks that have a vector, of these or of all."""
        if among is not None and not among:
            return set()
        with _failures():
            return set(self._collection(lang).get(None if among is None else list(among), include=[])["ids"])

    def count(self) -> int:
        """Return how many chunks have a vector."""
        with _failures():
            return sum(self._collection(lang).count() for lang in LANGS)

    def as_chroma(self, lang: Lang) -> Chroma:
        """Return the same collection through LangChain's bridge."""
        from langchain_chroma import Chroma

        with _failures():
            name = self._collection(lang).name
        return Chroma(name, embedding_function=cast("LangChainEmbeddings", self._embedder), client=self._client)

    def close(self) -> None:
        """Give the files back."""
        self._client.close()

    def _collection(self, lang: Lang) -> chromadb.Collection:
        if lang not in self._collections:
            self._collections[lang] = self._client.get_or_create_collection(
                f"chunks_{lang}",
                embedding_function=_Own(self._embedder),
                configuration={"hnsw": {"space": "cosine", "batch_size": 1000, "sync_threshold": WRITTEN_AFTER}},
            )
        return self._collections[lang]


def _unit(rows: Any) -> Any:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except (ChromaError, OSError, RuntimeError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise Unavailable("knowledge_vectors_unavailable", type(error).__name__) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what its Rust part raises is no Exception
            raise
        raise Unavailable("knowledge_vectors_unavailable", "PanicException") from error
