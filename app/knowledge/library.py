"""The company's knowledge as the rest of the program sees it: add, list, search, ask."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from app.core import log
from app.core.clock import Clock, SystemClock
from app.core.db import Database
from app.core.errors import AppError, Invalid, NotFound, Unavailable
from app.knowledge import cases, store
from app.knowledge.chunk import Piece, cut
from app.knowledge.embed import Embedder, TokenHash
from app.knowledge.find import MAX_QUERY, Question, find
from app.knowledge.index import BATCH, Index
from app.knowledge.read import Source, body_hash, list_files, parse, read_bytes
from app.knowledge.store import Listed
from app.retrieval import tokens
from app.retrieval.extract import extract
from app.retrieval.passages import Answer, Failure, Found, Kind, Lang, Passage, Report

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.vectorstores import VectorStore

    from app.knowledge.vector_store import Fill

logger = log.get(__name__)

FOLLOW_EVERY_S = 0.5

Progress = Callable[[int, int], None]


class Library:
    """Documents of record are in SQL, the index below `directory` is derived. Safe to call from any thread."""

    def __init__(
        self,
        database: Database,
        directory: Path,
        *,
        clock: Clock | None = None,
        zone: tzinfo = UTC,
        embedder: Embedder | None = None,
    ) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._zone = zone
        self._index = Index(directory, embedder or TokenHash())
        self._closing = threading.Event()
        self._follower: threading.Thread | None = None

    def add(self, path: Path, *, progress: Progress | None = None) -> Report:
        """Take in a file, or every file of a folder; one that cannot be used is reported and stops nothing.

        Documents without an `approved_by` line count as approved by the operator who adds them. `progress` is told how
        many files are done, and of how many.
        """
        if not path.exists():
            raise NotFound("knowledge_path_missing", f"there is no {path}")
        files = list_files(path)
        report = Report()
        for start in range(0, len(files), BATCH):
            report = report.plus(self._add_batch(files[start : start + BATCH], root=path))
            if progress is not None:
                progress(min(start + BATCH, len(files)), len(files))
        self.refresh()
        return report

    def list(self) -> tuple[Listed, ...]:
        """Return every document by file."""
        return tuple(self._database.read(lambda session: store.listed(session, today=self._today())))

    def search(
        self,
        query: str,
        *,
        lang: Lang | None = None,
        k: int = 5,
        previous: str | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> Found:
        """Return the best passages of at most `k` documents; `previous` is the prospect's turn before this one."""
        lang = lang or tokens.detect_lang(query)
        if not self._readable():
            return Found("unknown", (), 0.0, query, lang)
        question = Question(query, lang, k, self._today(), previous, kinds)
        return find(self._index.lexical, question, glossary=self._index.glossary(), dense=self._index.dense)

    def ask(self, query: str, *, lang: Lang | None = None) -> Answer:
        """Return two sentences (three where one needs the one before), word for word from what they cite."""
        return self.answer(self.search(query, lang=lang))

    def answer(self, found: Found) -> Answer:
        """Return the answer that is in passages already found."""
        query = found.query[:MAX_QUERY]
        if found.passages and found.passages[0].lang != found.lang:
            query = self._index.glossary().translate(query, lang=found.lang).text
        return extract(self._index.lexical, found, query=query)

    def best_case(
        self, query: str, lang: Lang, *, challenge_categories: Sequence[str] = (), industry: str | None = None
    ) -> Passage | None:
        """Return the case study that fits these words, challenges (as in `topics`) and industry; None if none does."""
        if not self._readable():
            return None
        prospect = cases.Prospect(query, lang, challenge_categories, industry)
        return cases.best_case(self._index.lexical, prospect, today=self._today())

    def vector_store(self, lang: Lang) -> VectorStore:
        """Return the vectors of one language as a LangChain vector store: approved and valid passages only, read only.

        `Unavailable` (knowledge_vectors_unavailable) where Chroma cannot be opened or another process owns the index.
        """
        vectors = self._index.open_vectors()
        if vectors is None:
            raise Unavailable("knowledge_vectors_unavailable", "the vector index is not open in this process")
        return _open_vector_store(vectors.as_chroma(lang), self._filled)

    def refresh(self) -> bool:
        """Bring the index up to the documents of record; False if another process does that."""
        return self._index.follow(self._database)

    def rebuild(self) -> bool:
        """Build the index anew from the documents of record; False if another process owns it."""
        return self._index.rebuild(self._database)

    def warm(self) -> None:
        """Load dictionary and vectors in the background and follow the documents of record until `close`."""
        if self._follower is None:
            self._follower = threading.Thread(target=self._follow, name="knowledge", daemon=True)
            self._follower.start()

    def close(self) -> None:
        """Stop following and give the index free."""
        self._closing.set()
        if self._follower is not None:
            self._follower.join()
        self._index.close()

    def _follow(self) -> None:
        tokens.words("準備")
        self._index.open_vectors()
        while True:
            try:
                self.refresh()
            except (AppError, sqlite3.Error, OSError) as error:
                logger.warning("knowledge_follow_failed", reason=str(error))
            if self._closing.wait(FOLLOW_EVERY_S):
                return

    def _add_batch(self, files: Sequence[tuple[str, Path]], *, root: Path) -> Report:
        known = self._database.read(lambda session: store.hashes(session, [name for name, _ in files]))
        read: list[tuple[Source, list[Piece]]] = []
        unchanged: list[str] = []
        failed: list[Failure] = []
        for name, path in files:
            try:
                raw = read_bytes(path, root=root)
                if known.get(name) == body_hash(raw):
                    unchanged.append(name)
                    continue
                source = parse(name, raw)
            except Invalid as error:
                failed.append(Failure(name, error.code, error.detail))
                continue
            read.append((source, cut(source.sections, source.lang)))
        now = self._clock.now()
        new = self._database.write(lambda session: store.save(session, read, now=now)) if read else set()
        saved = [source.file for source, _ in read]
        return Report(
            added=tuple(file for file in saved if file in new),
            updated=tuple(file for file in saved if file not in new),
            unchanged=tuple(unchanged),
            failed=tuple(failed),
        )

    def _filled(self, near: dict[str, float]) -> Sequence[Passage]:
        rowids = self._index.lexical.rowids(list(near))
        return self._index.lexical.passages({rowids[key]: near[key] for key in rowids}, today=self._today())

    def _readable(self) -> bool:
        return self._index.lexical.usable()

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()


def _open_vector_store(nearest: Chroma, fill: Fill) -> VectorStore:
    from app.knowledge.vector_store import LibraryVectors

    return LibraryVectors(nearest, fill)
