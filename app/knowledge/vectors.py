"""The vector index: an embedded Chroma with one collection per language and our own vectors, never its server.

Import this module only through `index.open_vectors`: Chroma takes seconds to load.
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

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings as LangChainEmbeddings

NO_TEXT = ""
"""Chroma keeps no texts (they would take 8 times the space), but LangChain overlooks entries without any."""


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

    Whatever goes wrong in Chroma or the embedder is `Unavailable` (knowledge_vectors_unavailable).
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
            with _failures():
                vectors: Any = self._embedder.embed_documents([text for _, text in part])
                self._collection(lang).upsert(
                    [chunk_id for chunk_id, _ in part], embeddings=vectors, documents=[NO_TEXT] * len(part)
                )

    def forget(self, chunk_ids: Sequence[str]) -> None:
        """Remove chunks, in whatever language they are."""
        for lang in ("ja", "en") if chunk_ids else ():
            for start in range(0, len(chunk_ids), self._batch):
                with _failures():
                    self._collection(lang).delete(list(chunk_ids[start : start + self._batch]))

    def scores(self, lang: Lang, query: str, *, limit: int) -> dict[str, float]:
        """Return the cosine similarity (0 to 1) of the nearest chunks by id."""
        with _failures():
            vector: Any = [self._embedder.embed_query(query)]
            found = self._collection(lang).query(query_embeddings=vector, n_results=limit, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return {chunk_id: max(0.0, 1.0 - far) for chunk_id, far in zip(found["ids"][0], distances, strict=True)}

    def as_chroma(self, lang: Lang) -> Chroma:
        """Return the same collection through LangChain's bridge."""
        from langchain_chroma import Chroma

        with _failures():
            name = self._collection(lang).name
        return Chroma(name, embedding_function=cast("LangChainEmbeddings", self._embedder), client=self._client)

    def clear(self) -> None:
        """Forget everything."""
        self._collections.clear()
        with _failures():
            for collection in self._client.list_collections():
                self._client.delete_collection(collection.name)

    def close(self) -> None:
        """Give the files back."""
        self._client.close()

    def _collection(self, lang: Lang) -> chromadb.Collection:
        if lang not in self._collections:
            self._collections[lang] = self._client.get_or_create_collection(
                f"chunks_{lang}", embedding_function=_Own(self._embedder), configuration={"hnsw": {"space": "cosine"}}
            )
        return self._collections[lang]


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except (ChromaError, OSError, RuntimeError, ValueError) as error:
        raise Unavailable("knowledge_vectors_unavailable", type(error).__name__) from error
