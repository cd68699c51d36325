"""The lexical index: BM25 over words, grams and titles in one derived SQLite file, which can be deleted at any time."""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from app.knowledge import index_file
from app.knowledge.builds import sound
from app.knowledge.chunk import Piece
from app.knowledge.index_file import SCHEMA, IndexedDocument, table
from app.retrieval.passages import CaseFacts, Kind, Lang, Passage
from app.retrieval.statistics import MIN_SIZE, Field, Weighed

K1 = 1.2
"""FTS5's own BM25 constant; a term's score stays below (K1 + 1) · idf."""

POSTINGS_BASE, POSTINGS_SHARE = 2_500, 8
"""A query reads its rarest terms first, up to 2,500 postings + an eighth of the chunks per table: a posting takes about
a microsecond. At 10,000 chunks this is three times as fast and costs up to two points (benchmarks/retrieval)."""

MAX_KNOWN_TERMS = 50_000

_COLUMNS = (
    "p.id, p.chunk_id, p.heading, p.text,"
    " d.id AS document_id, d.file, d.title, d.url, d.lang, d.kind, d.facts, d.industry"
)


class Lexical:
    """Reads from any thread; writes only from the process that owns the directory, one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._writing = threading.Lock()
        self._known: tuple[int, dict[tuple[str, str], int]] = (-1, {})
        self._vocabulary: tuple[int, dict[Lang, frozenset[str]]] = (-1, {})

    def usable(self) -> bool:
        """Return whether the file is there, has our tables and looks whole: a quick look, not a check of each page."""
        try:
            return sound(self.path) and self.format().startswith(f"{SCHEMA}.") and index_file.whole(self._reader())
        except sqlite3.DatabaseError:
            return False

    def format(self) -> str:
        """Return the version of tables and tokens the index was built with."""
        return str(self._meta("format"))

    def faults(self) -> str | None:
        """Return what SQLite finds wrong when it reads the whole file; takes seconds for a large one."""
        try:
            (found,) = self._reader().execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
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
            index_file.count(connection)

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
        """Return every word of one language, read once per generation."""
        generation = self.generation()
        if self._vocabulary[0] != generation:
            self._vocabulary = generation, {}
        known = self._vocabulary[1]
        if lang not in known:
            rows = self._reader().execute(f"SELECT term FROM {table('words', lang)}_terms")  # noqa: S608
            known[lang] = frozenset(term for (term,) in rows)
        return known[lang]

    def chunks(self) -> list[tuple[str, str]]:
        """Return (document id, chunk id) of every chunk."""
        return self._reader().execute("SELECT document_id, chunk_id FROM passage").fetchall()

    def weigh(self, lang: Lang, field: Field, *, terms: Iterable[str]) -> Weighed:
        """Return the idf of each distinct term, unknown terms included."""
        size = self.size(lang)
        prior = max(size, MIN_SIZE)
        counts = self._counts(table(field, lang), set(terms))
        return Weighed(
            idf={term: math.log1p((prior - count + 0.5) / (count + 0.5)) for term, count in counts.items()},
            known={term: count for term, count in counts.items() if count},
            ideal=(K1 + 1) * sum(_fts5_idf(size, count) for count in counts.values()),
        )

    def scores(self, lang: Lang, field: Field, *, weighed: Weighed, limit: int) -> dict[int, float]:
        """Return the best passages by BM25 divided by the query's ideal score: 0 to 1, whatever the query's length."""
        name = table(field, lang)
        chosen = _rarest(weighed.known, POSTINGS_BASE + self.size(lang) // POSTINGS_SHARE)
        if not chosen:
            return {}
        rows = self._reader().execute(
            f"SELECT rowid, rank FROM {name} WHERE {name} MATCH ? ORDER BY rank LIMIT ?",  # noqa: S608
            (" OR ".join(f'"{term}"' for term in chosen), limit),
        )
        return {rowid: -rank / weighed.ideal for rowid, rank in rows}

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
        rows = self._select("p.id IN (SELECT value FROM json_each(?))", json.dumps(list(scores)), today=today)
        if kinds is not None:
            rows = [row for row in rows if row["kind"] in kinds]
        if industry is not None:
            rows = [row for row in rows if _is_about(json.loads(row["industry"]), index_file.folded(industry))]
        found = [_passage(row, scores[row["id"]]) for row in rows]
        return sorted(found, key=lambda passage: (-passage.score, passage.chunk_id))

    def rowids(self, chunk_ids: Sequence[str]) -> dict[str, int]:
        """Return the rowids of chunks, for scores that come from elsewhere."""
        rows = self._reader().execute(
            "SELECT chunk_id, id FROM passage WHERE chunk_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(chunk_ids)),),
        )
        return dict(rows.fetchall())

    def first_passages(self, kind: Kind, *, today: date) -> dict[int, Passage]:
        """Return the first passage of every valid document of one kind, by rowid."""
        where = "d.kind = ? AND p.id = (SELECT min(id) FROM passage WHERE document_id = d.id)"
        return {row["id"]: _passage(row, 0.0) for row in self._select(where, kind, today=today)}

    def topics(self, document_ids: Sequence[str]) -> dict[str, str]:
        """Return the topics of documents, separated by spaces."""
        rows = self._reader().execute(
            "SELECT id, topics FROM document WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(document_ids)),),
        )
        return dict(rows.fetchall())

    def with_twin(self, document_ids: Sequence[str], *, lang: Lang) -> set[str]:
        """Return those of the documents that are also there in `lang`."""
        rows = self._reader().execute(
            "SELECT d.id FROM document d WHERE d.id IN (SELECT value FROM json_each(?))"
            " AND EXISTS (SELECT 1 FROM document t WHERE t.twin = d.twin AND t.lang = ? AND t.id <> d.id)",
            (json.dumps(list(document_ids)), lang),
        )
        return {document_id for (document_id,) in rows}

    def glossary(self) -> list[tuple[str, str]]:
        """Return the (Japanese, English) terms of all documents."""
        rows = self._reader().execute("SELECT glossary FROM document WHERE glossary <> '[]'").fetchall()
        return sorted({(ja, en) for (terms,) in rows for ja, en in json.loads(terms)})

    def close(self) -> None:
        """Close every connection; the next use opens new ones."""
        while self._readers:
            self._readers.pop().close()
        self._local = threading.local()

    def _counts(self, name: str, terms: set[str]) -> dict[str, int]:
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

    def _meta(self, key: str) -> object:
        row = self._reader().execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _select(self, where: str, value: str, *, today: date) -> list[sqlite3.Row]:
        cursor = self._reader().cursor()
        cursor.row_factory = sqlite3.Row
        query = f"SELECT {_COLUMNS} FROM passage p JOIN document d ON d.id = p.document_id WHERE {where}"  # noqa: S608
        return cursor.execute(
            f"{query} AND coalesce(d.valid_from, '') <= ? AND coalesce(d.valid_until, '9999') >= ?",
            (value, today.isoformat(), today.isoformat()),
        ).fetchall()

    def _reader(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            address = f"{self.path.resolve().as_uri()}?mode=ro"
            connection = sqlite3.connect(address, uri=True, timeout=5, check_same_thread=False)
            self._local.connection = connection
            self._readers.append(connection)
        return connection

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


def _case(facts: str | None) -> CaseFacts | None:
    if facts is None:
        return None
    stored = json.loads(facts)
    return CaseFacts(**{**stored, "figures": tuple(stored["figures"])})


def _passage(row: sqlite3.Row, score: float) -> Passage:
    return Passage(
        chunk_id=row["chunk_id"],
        document_id=row["document_id"],
        file=row["file"],
        title=row["title"],
        heading=row["heading"],
        url=row["url"],
        lang=row["lang"],
        kind=row["kind"],
        text=row["text"],
        score=score,
        case=_case(row["facts"]),
    )


def _is_about(industries: Iterable[str], wanted: str) -> bool:
    return any(wanted in industry or industry in wanted for industry in industries if industry)


def _rarest(known: dict[str, int], budget: int) -> list[str]:
    chosen: list[str] = []
    for term, chunks in sorted(known.items(), key=lambda pair: pair[1]):
        budget -= chunks
        if budget < 0 and len(chosen) >= 2:
            break
        chosen.append(term)
    return chosen


def _fts5_idf(size: int, chunks: int) -> float:
    return max(1e-6, math.log((size - chunks + 0.5) / (chunks + 0.5)))
