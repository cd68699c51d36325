"""The vectors as a LangChain vector store, for those who build their own chains on the library.

Import it where it is used: the program itself does not need it (benchmarks/retrieval/README.md has the figures why).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore

from app.retrieval.passages import Passage

Fill = Callable[[dict[str, float]], Sequence[Passage]]
"""Scores by chunk id become passages, best first; those of documents no longer approved or valid are left out."""


class LibraryVectors(VectorStore):
    """Chroma finds the nearest chunks; their texts, and whether they may be shown, come from the library."""

    def __init__(self, nearest: Chroma, fill: Fill) -> None:
        self._nearest = nearest
        self._fill = fill

    @property
    def embeddings(self) -> Embeddings | None:
        return self._nearest.embeddings

    def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Document]:
        """Return the nearest passages."""
        return [document for document, _ in self.similarity_search_with_score(query, k=k, **kwargs)]

    def similarity_search_with_score(self, query: str, k: int = 4, **kwargs: Any) -> list[tuple[Document, float]]:
        """Return the nearest passages with their cosine distance."""
        found = self._nearest.similarity_search_with_score(query, k=k, **kwargs)
        near = {str(document.id): 1.0 - distance for document, distance in found}
        return [(as_document(passage), 1.0 - passage.score) for passage in self._fill(near)]

    @classmethod
    def from_texts(cls, texts: list[str], embedding: Embeddings, *_: Any, **__: Any) -> LibraryVectors:
        """Refuse: documents come in by `Library.add`, where they are approved, dated and cited."""
        raise TypeError("read only: add documents with Library.add")

    def _select_relevance_score_fn(self) -> Callable[[float], float]:
        return self._cosine_relevance_score_fn


def as_document(passage: Passage) -> Document:
    """Return a passage in LangChain's terms."""
    return Document(
        id=passage.chunk_id,
        page_content=passage.text,
        metadata={
            "file": passage.file,
            "title": passage.title,
            "heading": passage.heading,
            "url": passage.url,
            "lang": passage.lang,
            "kind": passage.kind,
            "score": passage.score,
        },
    )
