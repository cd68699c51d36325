"""What lies in the lexical index file, and how a document gets in and out of it.

Per language there are three FTS5 tables over text we have cut into tokens ourselves: words of the text, grams of the
text, words of title, heading and topics. (A title column with its own weight did not rank as well as a query of its
own.) The file also keeps what a search shows, so that other processes can answer from it alone.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date

from app.knowledge.chunk import Piece
from app.retrieval import tokens
from app.retrieval.passages import CaseFacts, Kind, Lang
from app.retrieval.statistics import FIELDS, LANGS, Field

SCHEMA = "4"
FORMAT = f"{SCHEMA}.{tokens.VERSION}"
"""An index of other tokens can still be read, one of other tables cannot."""

_LANG_MARK = re.compile(r"(^|[/._-])(?:ja|en)(?=[/._-])")
"""Documents whose paths differ in this only (ja/pricing.md, en/pricing.md) are one document in two languages."""

_PLAIN_TABLES = {
    "meta": "key TEXT PRIMARY KEY, value NOT NULL",
    "document": "id TEXT PRIMARY KEY, revision INTEGER NOT NULL, file TEXT NOT NULL, title TEXT NOT NULL, url TEXT,"
    " lang TEXT NOT NULL, kind TEXT NOT NULL, topics TEXT NOT NULL, valid_from TEXT,"
    " valid_until TEXT, facts TEXT, glossary TEXT NOT NULL, twin TEXT NOT NULL, industry TEXT NOT NULL",
    "passage": "id INTEGER PRIMARY KEY AUTOINCREMENT, chunk_id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL,"
    " heading TEXT, text TEXT NOT NULL",
}


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document of record as the index needs it; `chunks` are (chunk id, piece)."""

    id: str
    revision: int
    file: str
    title: str
    url: str | None
    lang: Lang
    kind: Kind
    topics: tuple[str, ...]
    valid_until: date | None
    facts: CaseFacts | None
    glossary: tuple[tuple[str, str], ...]
    chunks: tuple[tuple[str, Piece], ...]
    valid_from: date | None = None
    industry: tuple[str, ...] = ()


def table(field: Field, lang: Lang) -> str:
    """Return the name of one FTS5 table."""
    return f"{field}_{lang}"


def folded(text: str) -> str:
    """Return text without differences of width and case, to compare industries by."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def index_text(title: str, piece: Piece) -> str:
    """Return what is searched for a chunk: a passage is found by its title and heading too."""
    return "\n".join(part for part in (title, piece.heading, piece.text) if part)


def whole(connection: sqlite3.Connection) -> bool:
    """Return whether all tables are there."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    fields = (table(field, lang) + part for lang in LANGS for field in FIELDS for part in ("", "_terms", "_places"))
    return there.issuperset(_PLAIN_TABLES) and there.issuperset(fields)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, empty."""
    for name, columns in _PLAIN_TABLES.items():
        connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.execute(f"CREATE TABLE {name}({columns})")
    connection.execute("CREATE INDEX passage_document ON passage(document_id)")
    connection.execute("CREATE INDEX document_twin ON document(twin)")
    connection.execute("CREATE INDEX document_revision ON document(revision)")
    connection.execute("CREATE INDEX document_glossary ON document(glossary) WHERE glossary <> '[]'")
    for name in (table(field, lang) for lang in LANGS for field in FIELDS):
        connection.execute(f"DROP TABLE IF EXISTS {name}_places")
        connection.execute(f"DROP TABLE IF EXISTS {name}_terms")
        connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', tokenize=\"ascii tokenchars '_.'\")"
        )
        connection.execute(f"CREATE VIRTUAL TABLE {name}_terms USING fts5vocab({name}, row)")
        connection.execute(f"CREATE VIRTUAL TABLE {name}_places USING fts5vocab({name}, instance)")
    counts = [("generation", 0), *((f"size_{lang}", 0) for lang in LANGS)]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), *counts])


def renew(connection: sqlite3.Connection) -> None:
    """Note that the content is new."""
    _count(connection, "generation", 1)


def insert(connection: sqlite3.Connection, document: IndexedDocument) -> None:
    """Put a document and its chunks in."""
    topics = " ".join(document.topics)
    connection.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            document.revision,
            document.file,
            document.title,
            document.url,
            document.lang,
            document.kind,
            topics,
            document.valid_from.isoformat() if document.valid_from else None,
            document.valid_until.isoformat() if document.valid_until else None,
            json.dumps(asdict(document.facts)) if document.facts else None,
            json.dumps(document.glossary),
            _LANG_MARK.sub(r"\1", document.file),
            json.dumps([folded(industry) for industry in document.industry]),
        ),
    )
    _count(connection, f"size_{document.lang}", len(document.chunks))
    for chunk_id, piece in document.chunks:
        cursor = connection.execute(
            "INSERT INTO passage(chunk_id, document_id, heading, text) VALUES (?, ?, ?, ?)",
            (chunk_id, document.id, piece.heading, piece.text),
        )
        for field, value in _fields(document.title, topics, piece).items():
            connection.execute(
                f"INSERT INTO {table(field, document.lang)}(rowid, tokens) VALUES (?, ?)",  # noqa: S608
                (cursor.lastrowid, value),
            )


def forget(connection: sqlite3.Connection, document_id: str) -> None:
    """Take a document out: a contentless FTS5 table wants to be told again the tokens it has to forget."""
    row = connection.execute("SELECT title, topics, lang FROM document WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return
    title, topics, lang = row
    query = "SELECT id, heading, text FROM passage WHERE document_id = ?"
    passages = connection.execute(query, (document_id,)).fetchall()
    _count(connection, f"size_{lang}", -len(passages))
    for rowid, heading, text in passages:
        for field, value in _fields(title, topics, Piece(0, heading, text)).items():
            name = table(field, lang)
            connection.execute(
                f"INSERT INTO {name}({name}, rowid, tokens) VALUES ('delete', ?, ?)",  # noqa: S608
                (rowid, value),
            )
    connection.execute("DELETE FROM passage WHERE document_id = ?", (document_id,))
    connection.execute("DELETE FROM document WHERE id = ?", (document_id,))


def _count(connection: sqlite3.Connection, key: str, more: int) -> None:
    connection.execute("UPDATE meta SET value = value + ? WHERE key = ?", (more, key))


def _fields(title: str, topics: str, piece: Piece) -> dict[Field, str]:
    text = index_text(title, piece)
    return {
        "words": " ".join(tokens.words(text)),
        "grams": " ".join(tokens.grams(text)),
        "titles": " ".join(tokens.words(f"{title}\n{piece.heading or ''}\n{topics}")),
    }
