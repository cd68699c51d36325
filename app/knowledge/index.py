"""One directory with the lexical and the vector index; one process owns it and keeps it up to the SQL revision."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.core import log
from app.core.db import Database
from app.core.errors import Unavailable
from app.knowledge import store
from app.knowledge.embed import Embedder
from app.knowledge.index_file import IndexedDocument, index_text
from app.knowledge.lexical import Lexical
from app.retrieval.bilingual import Glossary
from app.retrieval.passages import Lang
from app.retrieval.statistics import LANGS

if TYPE_CHECKING:
    from app.knowledge.vectors import Vectors

logger = log.get(__name__)

CANDIDATES = 50
"""Chroma's default HNSW search finds .946 of the true ten nearest; asking for more mends that."""

BATCH = 200
"""Documents per transaction: what is searched meanwhile is never far behind, and memory stays small."""


class Index:
    """Follows the documents of record. Without the owner's lock it only reads what the owner has written."""

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.lexical = Lexical(directory / "lexical.sqlite", embedder=embedder.name)
        self._directory = directory
        self._embedder = embedder
        self._vectors: Vectors | None = None
        self._vectors_failed = False
        self._owner: sqlite3.Connection | None = None
        self._following = threading.Lock()
        self._opening = threading.RLock()  # two threads that open Chroma at once break it
        self._seen: int | None = None
        self._glossary: tuple[int, Glossary] | None = None

    def follow(self, database: Database) -> bool:
        """Bring the index up to the documents of record; False if another process owns it."""
        with self._following:
            if not self._own():
                return False
            if not self.lexical.usable():
                self._start_again()
            fingerprint = database.read(store.fingerprint)
            if fingerprint != self._seen:
                self._catch_up(database)
                self._seen = fingerprint
            return True

    def rebuild(self, database: Database) -> bool:
        """Build everything anew from the documents of record; False if another process owns the index."""
        with self._following:
            if not self._own():
                return False
            self._start_again()
        return self.follow(database)

    def open_vectors(self) -> Vectors | None:
        """Open Chroma once (it takes seconds); None where it cannot be used: words find almost as much."""
        with self._opening:
            if self._vectors is None and not self._vectors_failed and self._own():
                try:
                    self._vectors = _open_vectors(self._directory / "chroma", self._embedder)
                except Unavailable as error:
                    self._vectors_failed = True
                    logger.warning(error.code, reason=error.detail)
            return self._vectors

    def dense(self, lang: Lang, query: str) -> dict[str, float]:
        """Return vector scores by chunk id; empty without vectors or when they have no weight."""
        vectors = self.open_vectors() if self._embedder.weight else self._vectors
        if vectors is None:
            return {}
        try:
            scores = vectors.scores(lang, query, limit=CANDIDATES if self._embedder.weight else 1)
        except Unavailable as error:
            logger.warning(error.code, reason=error.detail)
            return {}
        return scores if self._embedder.weight else {}

    def glossary(self) -> Glossary:
        """Return the glossary of the documents as they are indexed now."""
        generation = self.lexical.generation()
        if self._glossary is None or self._glossary[0] != generation:
            self._glossary = generation, Glossary(self.lexical.glossary())
        return self._glossary[1]

    def close(self) -> None:
        """Give the directory free for another process."""
        if self._vectors is not None:
            self._vectors.close()
            self._vectors = None
        self.lexical.close()
        if self._owner is not None:
            self._owner.close()
            self._owner = None

    def _own(self) -> bool:
        """Hold an exclusive SQLite lock as long as we live: it works on every system and ends with the process."""
        with self._opening:
            if self._owner is None:
                connection = sqlite3.connect(self._directory / "owner.lock", timeout=0, check_same_thread=False)
                try:
                    connection.execute("BEGIN EXCLUSIVE")
                except sqlite3.OperationalError:
                    connection.close()
                    return False
                self._owner = connection
            return True

    def _start_again(self) -> None:
        self._seen = None
        self.lexical.create()
        if (vectors := self.open_vectors()) is not None:
            try:
                vectors.clear()
            except Unavailable as error:
                logger.warning(error.code, reason=error.detail)

    def _catch_up(self, database: Database) -> None:
        wanted = database.read(store.revisions)
        present = self.lexical.revisions()
        stale = [document_id for document_id in present if document_id not in wanted]
        changed = [document_id for document_id, revision in wanted.items() if present.get(document_id) != revision]
        for start in range(0, len(stale), BATCH):
            self._replace([], removed=stale[start : start + BATCH])
        for start in range(0, len(changed), BATCH):
            ids = changed[start : start + BATCH]
            self._replace(database.read(partial(store.load, ids=ids)), removed=ids)
        if stale or changed:
            logger.info("knowledge_indexed", changed=len(changed), removed=len(stale))

    def _replace(self, documents: Sequence[IndexedDocument], *, removed: Sequence[str]) -> None:
        """Vectors first: a crash between the two is mended by the next follow, which does both again."""
        if (vectors := self.open_vectors()) is not None:
            try:
                vectors.forget(self.lexical.chunk_ids(removed))
                for lang in LANGS:
                    vectors.put(
                        lang, [chunk for document in documents if document.lang == lang for chunk in _texts(document)]
                    )
            except Unavailable as error:
                logger.warning(error.code, reason=error.detail)
        self.lexical.replace(documents, removed=removed)


def _texts(document: IndexedDocument) -> list[tuple[str, str]]:
    return [(chunk_id, index_text(document.title, piece)) for chunk_id, piece in document.chunks]


def _open_vectors(directory: Path, embedder: Embedder) -> Vectors:
    os.environ.setdefault("HOME", str(directory))  # chromadb asks for one on import; a user without a name has none
    from app.knowledge.vectors import Vectors

    return Vectors(directory, embedder)
