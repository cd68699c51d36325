"""The company's knowledge as the rest of the program sees it: add, list, search, ask."""

from __future__ import annotations

import builtins
import sqlite3
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError

from app.core import log
from app.core.clock import Clock, SystemClock
from app.core.db import Database
from app.core.errors import AppError, NotFound, Unavailable
from app.core.fetch import INTERNET, Net, fetch
from app.knowledge import calibrate, cases, drafts, health, intake, listing, missing, versions
from app.knowledge.calibrate import Calibrated
from app.knowledge.dense import Dense, Near
from app.knowledge.editing import Editing
from app.knowledge.embed import Embedder, TokenHash
from app.knowledge.find import Question, find, shortened
from app.knowledge.health import Finding, Health
from app.knowledge.index import Index
from app.knowledge.intake import Intake
from app.knowledge.intake import Progress as Progress
from app.knowledge.listing import Listed, Page, Wish
from app.knowledge.reading.files import list_files
from app.knowledge.sources import Sources, Watched
from app.knowledge.versions import Saved, Shown
from app.knowledge.within import Only
from app.knowledge.written import WrittenDocument
from app.retrieval import tokens
from app.retrieval.alike import says_the_same
from app.retrieval.bands import Thresholds, is_strange
from app.retrieval.extract import extract
from app.retrieval.passages import Answer, Found, Kind, Lang, Passage, Report
from app.retrieval.statistics import LANGS

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.vectorstores import VectorStore

    from app.knowledge.vector_store import Fill

logger = log.get(__name__)

T = TypeVar("T")

FOLLOW_EVERY_S = 0.5
POLL_EVERY_S = 2.0
CLOSE_S = 5.0


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
        fetch_hosts: Collection[str] = (),
        net: Net | None = None,
    ) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._zone = zone
        self._intake = Intake(database, clock=self._clock)
        self._editing = Editing(database, clock=self._clock)
        fetching = partial(fetch, hosts=fetch_hosts, net=net or INTERNET)
        self._sources = Sources(database, self._intake, clock=self._clock, fetch=fetching)
        self._index = Index(directory, embedder or TokenHash())
        self._thresholds: Thresholds | None = None
        self._practised = threading.Event()
        self._closing = threading.Event()
        self._followers: tuple[threading.Thread, ...] = ()

    def add(self, path: Path, *, progress: Progress | None = None) -> Report:
        """Take in a file, or every file of a folder; one that cannot be used is reported and stops nothing.

        Documents without an `approved_by` line count as approved by the operator who adds them. `progress` is told how
        many files are done, and of how many.
        """
        if not path.exists():
            raise NotFound("knowledge_path_missing", f"there is no {path}")
        files = [intake.file(name, one, root=path) for name, one in list_files(path)]
        report = self._intake.take(files, source_id=self._sources.of(path), progress=progress)
        self.refresh()
        return report

    def list(self) -> tuple[Listed, ...]:
        """Return every document by file."""
        return tuple(self._database.read(lambda session: listing.every(session, today=self._today())))

    def page(self, wish: Wish, *, number: int = 1) -> Page:
        """Return one page of the documents that fit, by file; see `listing.page`."""
        return self._database.read(partial(listing.page, wish=wish, number=number, today=self._today()))

    def watch(self, path: Path, *, progress: Progress | None = None) -> Report:
        """Take in a folder and follow it from now on; the process that owns the index looks every two seconds."""
        return self._indexed(self._sources.watch(path, progress=progress))

    def unwatch(self, location: str) -> None:
        """Follow a folder or page no longer; its documents stay as they are."""
        self._sources.unwatch(location)

    def add_url(self, url: str) -> Report:
        """Take in a page of the company's own site (`fetch_hosts`), which is fetched again once a day."""
        return self._indexed(self._sources.add_url(url))

    def refresh_urls(self) -> Report:
        """Fetch every page again now; one that does not come keeps its last version."""
        return self._indexed(self._sources.refresh_urls())

    def sources(self) -> tuple[Watched, ...]:
        """Return watched folders and pages with what was wrong at their last reading."""
        return self._sources.list()

    def show(self, file: str) -> Shown:
        """Return a document with versions, passages, uses, and the others that begin nearly word for word like it."""
        shown = self._database.read(lambda session: versions.shown(session, file, today=self._today()))
        text, others = self._database.read(lambda session: versions.of_like_length(session, shown.document_id))
        return replace(shown, alike=tuple(name for name, other in others if says_the_same(text, other)))

    def write(self, document: WrittenDocument, *, by: str, expected: int | None = None) -> Saved:
        """Store what was written in the console, if `expected` is still its newest version; see `Editing.write`."""
        return self._indexed(self._editing.write(document, by=by, expected=expected))

    def set_fields(self, file: str, fields: Mapping[str, Any], *, by: str, expected: int | None = None) -> Saved:
        """Set fields of a document that comes from a file or a page; see `Editing.set_fields`."""
        return self._indexed(self._editing.set_fields(file, fields, by=by, expected=expected))

    def approve(self, file: str, version: int, *, by: str) -> Saved:
        """Let a version answer, a draft or one of the past, in the name of `by`."""
        return self._indexed(self._editing.approve(file, version, by=by))

    def sign(self, file: str, version: int | None = None, *, by: str) -> Saved:
        """Let a version answer in the name of `by`, also if it does in another's already; see `Editing.sign`."""
        return self._indexed(self._editing.sign(file, version, by=by))

    def close_questions(self, document_id: UUID, *, by: UUID | None) -> int:
        """Close what was asked for a document before and since it was begun; 0 while it may not be used."""
        again = self._database.read(lambda session: missing.asked_again(session, document_id))
        today, now = self._today(), self._clock.now()
        return self._database.write(
            lambda session: missing.close_answered(session, document_id, again=again, by=by, today=today, now=now)
        )

    def withdraw(self, file: str) -> None:
        """Let a document answer no more, whatever becomes of its file, until it is restored."""
        self._editing.withdraw(file)
        self.refresh()

    def restore(self, file: str, *, by: str) -> Saved:
        """Let a withdrawn document answer again in its last version, in the name of `by`."""
        return self._indexed(self._editing.restore(file, by=by))

    def compare(self, file: str, one: int, *, other: int) -> builtins.list[str]:
        """Return the lines of a unified diff between two versions."""
        return self._editing.compare(file, one, other=other)

    def search(
        self,
        query: str,
        *,
        lang: Lang | None = None,
        k: int = 5,
        previous: str | None = None,
        kinds: Collection[Kind] | None = None,
        industry: str | None = None,
    ) -> Found:
        """Return the best passages of at most `k` documents; `previous` is the prospect's turn before this one.

        `kinds` and `industry` narrow the search to documents of these kinds and about this industry.
        """
        lang = lang or tokens.detect_lang(query)
        question = Question(query, lang, k, self._today(), previous, kinds, self.thresholds(), industry=industry)
        with self._index.reading() as lexical:
            if lexical is not None:
                return find(lexical, question, glossary=self._index.glossary(), dense=self._index.dense)
        return Found("unknown", (), 0.0, query, lang)

    def is_strange(self, query: str, *, lang: Lang) -> bool:
        """Return whether a question is about things that no document of its language has a word for."""
        with self._index.reading() as lexical:
            return lexical is not None and is_strange(lexical, shortened(query), lang=lang)

    def ask(self, query: str, *, lang: Lang | None = None) -> Answer:
        """Return two sentences (three where one needs the one before), word for word from what they cite."""
        return self.answer(self.search(query, lang=lang))

    def answer(self, found: Found) -> Answer:
        """Return the answer that is in passages already found."""
        query = shortened(found.query)
        with self._index.reading() as lexical:
            if lexical is not None:
                if found.passages and found.passages[0].lang != found.lang:
                    query = self._index.glossary().translate(query, lang=found.lang).text
                return extract(lexical, found, query=query)
        return Answer("", (), "unknown")

    def ask_drafts(
        self, query: str, *, lang: Lang, k: int = 5, kinds: Collection[Kind] | None = None
    ) -> tuple[Found, Answer]:
        """Return what the drafts would answer if there were no other documents, with the passages that would."""
        made, query = drafts.corpus(self._database.read(versions.drafts), kinds=kinds), shortened(query)
        found = made.search(query, lang=lang, k=k, thresholds=self.thresholds())
        return found, extract(made, found, query=query)

    def best_case(
        self, query: str, lang: Lang, *, challenge_categories: Sequence[str] = (), industry: str | None = None
    ) -> Passage | None:
        """Return the case study that fits these words, challenges (as in `topics`) and industry; None if none does."""
        fits = self.fitting_cases(query, lang, challenge_categories=challenge_categories, industry=industry)
        return fits[0].passage if fits else None

    def fitting_cases(
        self, query: str, lang: Lang, *, challenge_categories: Sequence[str] = (), industry: str | None = None
    ) -> tuple[cases.CaseFit, ...]:
        """Return every case study that fits, the best first, with what made it fit."""
        prospect = cases.Prospect(shortened(query), lang, challenge_categories, industry)
        with self._index.reading() as lexical:
            if lexical is not None:
                return cases.fitting_cases(lexical, prospect, today=self._today(), glossary=self._index.glossary())
        return ()

    def measure(self, *, progress: Progress | None = None) -> Calibrated:
        """Measure from which evidence on these documents answer; see `calibrate.calibrate`.

        `Unavailable` (knowledge_index_unavailable) without an index.
        """
        with self._index.reading() as lexical:
            if lexical is None:
                raise Unavailable("knowledge_index_unavailable", "there is no index to measure with")
            look = partial(find, lexical, glossary=self._index.glossary(), dense=self._index.dense)
            return calibrate.calibrate(lexical, look, today=self._today(), progress=progress)

    def calibrate(self, *, progress: Progress | None = None) -> Calibrated:
        """Measure, and let the thresholds found hold from now on."""
        found = self.measure(progress=progress)
        now, fingerprint = self._clock.now(), self._index.fingerprint
        self._database.write(lambda session: calibrate.save(session, found, fingerprint=fingerprint, now=now))
        self._thresholds = found.thresholds
        return found

    def thresholds(self) -> Thresholds:
        """Return from which evidence on is answered and offered: as calibrated with such an index, or the defaults."""
        if self._thresholds is None:
            self._thresholds = self._saved_thresholds()
        return self._thresholds

    def vector_store(self, lang: Lang) -> VectorStore:
        """Return the vectors of one language as a LangChain vector store: approved and valid passages only, read only.

        `Unavailable` (knowledge_vectors_unavailable) where Chroma cannot be opened or another process owns the index.
        """
        vectors = self._index.vectors.open()
        if vectors is None:
            raise Unavailable("knowledge_vectors_unavailable", "the vector index is not open in this process")
        return _open_vector_store(vectors.as_chroma(lang), self._filled)

    def poll_sources(self) -> bool:
        """Take in what has changed at the sources, and index it; False if another process does that."""
        if not self.refresh():
            return False
        if self._sources.poll() and not self._closing.is_set():
            self.refresh()
        return True

    def refresh(self) -> bool:
        """Bring the index up to the documents of record; False if another process does that."""
        followed = self._index.follow(self._database)
        self._thresholds = self._saved_thresholds()
        return followed

    def rebuild(self) -> bool:
        """Build the index anew while the old one serves; False if another process owns it."""
        return self._index.rebuild(self._database)

    def health(self) -> Health:
        """Return the state of the index at a glance."""
        return health.look(self._index, self._database)

    def check(self) -> tuple[Finding, ...]:
        """Compare the index with the documents of record and return what is wrong; reads all of it."""
        return health.check(self._index, self._database)

    def warm(self) -> None:
        """Load dictionary and vectors in the background, and follow documents and their sources until `close`."""
        if not self._followers:
            works = {"knowledge": self._follow, "knowledge-sources": self._poll}
            self._followers = tuple(
                threading.Thread(target=work, name=name, daemon=True) for name, work in works.items()
            )
            for follower in self._followers:
                follower.start()

    @property
    def practised(self) -> bool:
        """Whether `warm` has come to its end: until then an answer waits for what is being loaded."""
        return self._practised.is_set()

    def close(self) -> None:
        """Stop following and give the index free."""
        self._closing.set()
        self._index.stop()
        if self._followers:
            follow, poll = self._followers
            follow.join()
            poll.join(CLOSE_S)  # a page that is being fetched is not waited for
        self._index.close()

    def _follow(self) -> None:
        self._index.start()
        self._attempt(self.refresh)
        self._attempt(self._practise)
        self._every(FOLLOW_EVERY_S, self.refresh)

    def _practise(self) -> None:
        """Ask once in each language, so that no prospect waits for dictionaries to load."""
        near: Near = _no_vectors  # a model is not asked for nothing
        if not self._index.vectors.ranked_by and self._index.vectors.open() is not None:
            near = self._index.dense
        with self._index.reading() as lexical:
            if lexical is not None:
                lexical.prepare()
                for lang in LANGS:
                    question = Question("準備 setup", lang, 1, self._today())
                    find(lexical, question, glossary=self._index.glossary(), dense=near)
        self._practised.set()

    def _poll(self) -> None:
        self._every(POLL_EVERY_S, self.poll_sources)

    def _every(self, seconds: float, work: Callable[[], bool]) -> None:
        while True:
            self._attempt(work)
            if self._closing.wait(seconds):
                return

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (AppError, SQLAlchemyError, sqlite3.Error, OSError) as error:
            logger.warning("knowledge_follow_failed", work=getattr(work, "__name__", ""), reason=str(error))
        except Exception:  # whatever it is, documents are followed again a moment later
            logger.exception("knowledge_follow_failed", work=getattr(work, "__name__", ""))

    def _indexed(self, done: T) -> T:
        self.refresh()
        return done

    def _filled(self, near: dict[str, float]) -> Sequence[Passage]:
        rowids = self._index.lexical.rowids(list(near))
        return self._index.lexical.passages({rowids[key]: near[key] for key in rowids}, today=self._today())

    def _saved_thresholds(self) -> Thresholds:
        return self._database.read(partial(calibrate.saved, fingerprint=self._index.fingerprint))

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()


def _no_vectors(_lang: Lang, _query: str, _only: Only) -> Dense:
    return Dense()


def _open_vector_store(nearest: Chroma, fill: Fill) -> VectorStore:
    from app.knowledge.vector_store import LibraryVectors

    return LibraryVectors(nearest, fill)
