"""The lexical index: BM25 over words, grams and titles in one derived SQLite file, which can be deleted at any time."""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from app.knowledge import index_file
from app.knowledge.builds import passing, sound
from app.knowledge.chunk import Piece
from app.knowledge.index_file import SCHEMA, IndexedDocument, table
from app.knowledge.passage_rows import COLUMNS, passage_of
from app.knowledge.within import FITS, Only, is_about
from app.retrieval import tokens
from app.retrieval.passages import Kind, Lang, Passage
from app.retrieval.statistics import FIELDS, LANGS, MIN_SIZE, Field, Weighed, rarest

if TYPE_CHECKING:
    from app.knowledge.postings import Postings

T = TypeVar("T")

K1 = 1.2
"""FTS5's own BM25 constant; a term's score stays below (K1 + 1) · idf."""

POSTINGS_BASE, POSTINGS_SHARE = 2_500, 8
"""A query reads its rarest terms first, up to 2,500 postings + an eighth of the chunks per table: a posting takes about
a microsecond. At 10,000 chunks this is three times as fast and costs up to two points (benchmarks/retrieval)."""

MAX_KNOWN_TERMS, MAX_HIDDEN, MAX_ONCE = 50_000, 100, 10_000

IDLE = 4
"""Connections kept for the next who reads: each has files open and pages in memory."""

FEW = 200
"""New chunks up to which their words are added to those that are known."""


class _Vocabulary(NamedTuple):
    generation: int
    last: int
    words: frozenset[str]


class Lexical:
    """Reads from any thread; writes only from the process that owns the directory, one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._idle: list[sqlite3.Connection] = []
        self._writing = threading.Lock()
        self._known: tuple[int, dict[tuple[str, str], int]] = (-1, {})
        self._read: Postings | None = None
        self._hidden: tuple[int, dict[tuple[Lang, Only], array[int]]] = (-1, {})
        self._vocabulary: dict[Lang, _Vocabulary] = {}

    def usable(self) -> bool:
        """Return whether the file is there, has our tables and looks whole: a quick look, not a check of each page.

        What SQLite or the system says of a busy or full machine is no answer, and is raised.
        """
        try:
            return sound(self.path) and self.format().startswith(f"{SCHEMA}.") and index_file.whole(self._reader())
        except sqlite3.DatabaseError as error:
            if passing(error):
                raise
            return False

    def format(self) -> str:
        """Return the version of tables and tokens the index was built with."""
        return str(self._meta("format"))

    def faults(self) -> str | None:
        """Return what SQLite finds wrong when it reads the whole file; takes seconds for a large one."""
        try:
            (found,) = self._reader().execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            if passing(error):
                raise
            return str(error)
        return None if found == "ok" else str(found)

    def create(self) -> None:
        """Start empty."""
        with self._write() as connection:
            index_file.create(connection)

    def replace(self, documents: Iterable[IndexedDocument], *, removed: Iterable[str] = ()) -> None:
        """Put these documents in the place of their former selves and forget `removed`, in one transaction."""
        with self._write() as connection:
            for document_id in removed:
                index_file.forget(connection, document_id)
            for document in documents:
                index_file.forget(connection, document.id)
                index_file.insert(connection, document)
            index_file.renew(connection)

    def generation(self) -> int:
        """Return a number that grows with every change."""
        return int(str(self._meta("generation")))

    def revisions(self, document_ids: Sequence[str] | None = None) -> dict[str, int]:
        """Return the indexed revision of these documents, or of all."""
        if document_ids is None:
            return dict(self._reader().execute("SELECT id, revision FROM document").fetchall())
        rows = self._reader().execute(
            "SELECT id, revision FROM document WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(document_ids)),),
        )
        return dict(rows.fetchall())

    def balance(self) -> tuple[int, int]:
        """Return how many documents there are and the sum of their revisions: equal balances mean equal content."""
        counted = self._reader().execute("SELECT count(*), coalesce(sum(revision), 0) FROM document").fetchone()
        return counted[0], counted[1]

    def size(self, lang: Lang) -> int:
        """Return the number of chunks in one language."""
        return int(str(self._meta(f"size_{lang}")))

    def vocabulary(self, lang: Lang) -> frozenset[str]:
        """Return every word of one language; those of documents that are gone may stay a while.

        To read them all takes a second at 100,000 chunks, so that after small changes only new chunks are looked at.
        """
        generation, last = self.generation(), self._last_rowid()
        known = self._vocabulary.get(lang)
        if known is None or known.generation != generation:
            known = _Vocabulary(generation, last, self._words(lang, known))
            self._vocabulary[lang] = known
        return known.words

    def chunks(self) -> list[tuple[str, str]]:
        """Return (document id, chunk id) of every chunk."""
        return self._reader().execute("SELECT document_id, chunk_id FROM passage").fetchall()

    def weigh(self, lang: Lang, field: Field, *, terms: Iterable[str]) -> Weighed:
        """Return the idf of each distinct term, unknown terms included."""
        wanted = frozenset(terms)
        return self.once((lang, field, wanted), lambda: self._weigh(lang, field, wanted))

    def _weigh(self, lang: Lang, field: Field, terms: frozenset[str]) -> Weighed:
        size = self.size(lang)
        prior = max(size, MIN_SIZE)
        counts = self._counts(table(field, lang), terms)
        return Weighed(
            idf={term: math.log1p((prior - count + 0.5) / (count + 0.5)) for term, count in counts.items()},
            known={term: count for term, count in counts.items() if count},
            ideal=(K1 + 1) * sum(_fts5_idf(size, count) for count in counts.values()),
        )

    def scores(
        self, lang: Lang, field: Field, *, weighed: Weighed, limit: int, only: Only | None = None
    ) -> dict[int, float]:
        """Return the best passages by BM25 divided by the query's ideal score: 0 to 1, whatever the query's length."""
        name = table(field, lang)
        chosen = rarest(weighed.known, POSTINGS_BASE + self.size(lang) // POSTINGS_SHARE)
        if not chosen:
            return {}
        with self._snapshot() as connection:
            generation = self.generation()
            hidden = self._hidden_from(lang, only, generation=generation) if only else ()
            found = self._postings(generation).best(connection, name, terms=chosen, limit=limit, hidden=hidden)
        return {rowid: score / weighed.ideal for rowid, score in found.items()}

    def prepare(self) -> None:
        """Read how long the passages are, so that no search has to: half a second at 100,000 chunks."""
        with self._snapshot() as connection:
            postings = self._postings(self.generation())
            for name in (table(field, lang) for lang in LANGS for field in FIELDS):
                postings.best(connection, name, terms=(), limit=1)

    def texts(self, document_ids: Sequence[str]) -> list[tuple[str, Lang, str, str]]:
        """Return (document id, language, chunk id, text as it is searched) of every chunk of documents."""
        rows = self._reader().execute(
            "SELECT d.id, d.lang, p.chunk_id, d.title, p.heading, p.text FROM passage p JOIN document d"
            " ON d.id = p.document_id WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            (json.dumps(list(document_ids)),),
        )
        return [
            (document_id, lang, chunk_id, index_file.index_text(title, Piece(0, heading, text)))
            for document_id, lang, chunk_id, title, heading, text in rows
        ]

    def passages(
        self,
        scores: dict[int, float],
        *,
        today: date,
        kinds: Collection[Kind] | None = None,
        industry: str | None = None,
    ) -> list[Passage]:
        """Return the passages behind rowids, best first: of valid documents, of these kinds and about this industry."""
        only = Only.of(today, kinds=kinds, industry=industry)
        rows = self._select("p.id IN (SELECT value FROM json_each(:value))", json.dumps(list(scores)), only=only)
        found = [passage_of(row, scores[row["id"]]) for row in rows]
        return sorted(found, key=lambda passage: (-passage.score, passage.chunk_id))

    def rowids(self, chunk_ids: Sequence[str]) -> dict[str, int]:
        """Return the rowids of chunks, for scores that come from elsewhere."""
        rows = self._reader().execute(
            "SELECT chunk_id, id FROM passage WHERE chunk_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(chunk_ids)),),
        )
        return dict(rows.fetchall())

    def chosen(self, lang: Lang, only: Only) -> list[str] | None:
        """Return the chunks of the kinds or industry asked for; None if any will do: few are out of their dates."""
        if only.kinds is None and only.industry is None:
            return None
        rows = self._select("d.lang = :value", lang, only=only, columns="p.chunk_id")
        return [row["chunk_id"] for row in rows]

    def first_passages(self, kind: Kind, *, today: date) -> dict[int, Passage]:
        """Return the first passage of every valid document of one kind, by rowid."""
        where = "d.kind = :value AND p.id = (SELECT min(id) FROM passage WHERE document_id = d.id)"
        return {row["id"]: passage_of(row, 0.0) for row in self._select(where, kind, only=Only(today))}

    def topics(self, document_ids: Sequence[str]) -> dict[str, str]:
        """Return the topics of documents, separated by spaces."""
        rows = self._reader().execute(
            "SELECT id, topics FROM document WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(document_ids)),),
        )
        return dict(rows.fetchall())

    def with_twin(self, document_ids: Sequence[str], *, lang: Lang, today: date) -> set[str]:
        """Return those of the documents that are also there in `lang`, and valid."""
        rows = self._reader().execute(
            "SELECT d.id FROM document d WHERE d.id IN (SELECT value FROM json_each(?))"
            " AND EXISTS (SELECT 1 FROM document t WHERE t.twin = d.twin AND t.lang = ? AND t.id <> d.id"
            " AND coalesce(t.valid_from, '') <= ? AND coalesce(t.valid_until, '9999') >= ?)",
            (json.dumps(list(document_ids)), lang, today.isoformat(), today.isoformat()),
        )
        return {document_id for (document_id,) in rows}

    def glossary(self) -> list[tuple[str, str]]:
        """Return the (Japanese, English) terms of all documents."""
        rows = self._reader().execute("SELECT glossary FROM document WHERE glossary <> '[]'").fetchall()
        return sorted({(ja, en) for (terms,) in rows for ja, en in json.loads(terms)})

    @contextmanager
    def at_one_state(self) -> Iterator[None]:
        """Let all reads of this thread see one state of the file, and work out once what they need several times."""
        with self._snapshot():
            self._local.known = {}
            try:
                yield
            finally:
                self._local.known = None

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returns, worked out once for each key while the state is one."""
        known: dict[Hashable, T] | None = getattr(self._local, "known", None)
        if known is None:
            return make()
        if key not in known:
            if len(known) >= MAX_ONCE:
                known.clear()
            known[key] = make()
        return known[key]

    def release(self) -> None:
        """Let another thread have the connection of this one; to be called when this one has read what it wanted."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        self._local.connection = None
        if connection is not None and len(self._idle) < IDLE:
            self._idle.append(connection)
        elif connection is not None:
            connection.close()

    def close(self) -> None:
        """Close what is not in use, for the rest goes with its thread; the next use opens new connections."""
        self._local = threading.local()
        while self._idle:
            self._idle.pop().close()

    def _counts(self, name: str, terms: Collection[str]) -> dict[str, int]:
        """Return in how many chunks each term is; looked up once per generation, for it costs as much as a search."""
        generation = self.generation()
        if self._known[0] != generation or len(self._known[1]) > MAX_KNOWN_TERMS:
            self._known = generation, {}
        known = self._known[1]
        if missing := [term for term in terms if (name, term) not in known]:
            rows = self._reader().execute(
                f"SELECT term, doc FROM {name}_terms WHERE term IN (SELECT value FROM json_each(?))",  # noqa: S608
                (json.dumps(missing),),
            )
            found: dict[str, int] = dict(rows.fetchall())
            known.update({(name, term): found.get(term, 0) for term in missing})
        return {term: known[name, term] for term in terms}

    def _words(self, lang: Lang, known: _Vocabulary | None) -> frozenset[str]:
        if known is not None:
            new = self._reader().execute(
                "SELECT d.title, p.heading, p.text FROM passage p JOIN document d ON d.id = p.document_id"
                " WHERE p.id > ? AND d.lang = ? LIMIT ?",
                (known.last, lang, FEW + 1),
            )
            if len(rows := new.fetchall()) <= FEW:
                texts = (index_file.index_text(title, Piece(0, heading, text)) for title, heading, text in rows)
                words = {word for text in texts for word in tokens.words(text)}
                return known.words if words <= known.words else known.words | words
        terms = self._reader().execute(f"SELECT term FROM {table('words', lang)}_terms")  # noqa: S608
        return frozenset(term for (term,) in terms)

    def _last_rowid(self) -> int:
        (last,) = self._reader().execute("SELECT max(id) FROM passage").fetchone()
        return last or 0

    def _meta(self, key: str) -> object:
        return self.once(key, lambda: self._meta_now(key))

    def _meta_now(self, key: str) -> object:
        row = self._reader().execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _hidden_from(self, lang: Lang, only: Only, *, generation: int) -> array[int]:
        """Return the rowids of passages that are not asked for; looked up once per generation."""
        if self._hidden[0] != generation or len(self._hidden[1]) > MAX_HIDDEN:
            self._hidden = generation, {}
        found = self._hidden[1].get((lang, only))
        if found is None:
            rows = self._reader().execute(
                "SELECT p.id FROM passage p JOIN document d ON d.id = p.document_id"  # noqa: S608
                f" WHERE d.lang = :lang AND NOT ({FITS})",
                {"lang": lang, **only.parameters()},
            )
            found = self._hidden[1][lang, only] = array("q", (rowid for (rowid,) in rows))
        return found

    def _select(self, where: str, value: str, *, only: Only, columns: str = COLUMNS) -> list[sqlite3.Row]:
        cursor = self._reader().cursor()
        cursor.row_factory = sqlite3.Row
        query = f"SELECT {columns} FROM passage p JOIN document d ON d.id = p.document_id WHERE {where}"  # noqa: S608
        return cursor.execute(f"{query} AND {FITS}", {"value": value, **only.parameters()}).fetchall()

    def _reader(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with suppress(IndexError):
                connection = self._idle.pop()
        if connection is None:
            address = f"{self.path.resolve().as_uri()}?mode=ro"
            connection = sqlite3.connect(address, uri=True, timeout=5, check_same_thread=False)
            connection.create_function("is_about", 2, is_about, deterministic=True)
        self._local.connection = connection
        return connection

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Let several reads see one state of the file."""
        connection = self._reader()
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.rollback()

    def _postings(self, generation: int) -> Postings:
        if self._read is None or self._read.generation != generation:
            self._read = _new_postings(generation, before=self._read)
        return self._read

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with self._writing, closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def _new_postings(generation: int, *, before: Postings | None) -> Postings:
    from app.knowledge.postings import Postings

    return Postings(generation, before=before)


def _fts5_idf(size: int, chunks: int) -> float:
    return max(1e-6, math.log((size - chunks + 0.5) / (chunks + 0.5)))
