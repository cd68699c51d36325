"""Which documents have their vectors: a small SQLite file beside Chroma, so that a cut-off run goes on where it was."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS document(id TEXT PRIMARY KEY, revision INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS chunk(id TEXT PRIMARY KEY, document_id TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chunk_document ON chunk(document_id);
CREATE TABLE IF NOT EXISTS note(key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Ledger:
    """A connection for each call: it is asked by one writer, and now and then by who wants to know how far it is."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Make the tables where they are missing."""
        with closing(self._connect()) as connection:
            connection.executescript(_TABLES)

    def revisions(self) -> dict[str, int]:
        """Return the revision of each document whose vectors are there."""
        with closing(self._connect()) as connection:
            return dict(connection.execute("SELECT id, revision FROM document").fetchall())

    def count(self) -> int:
        """Return how many documents have their vectors."""
        with closing(self._connect()) as connection:
            counted: int = connection.execute("SELECT count(*) FROM document").fetchone()[0]
            return counted

    def chunks(self, document_ids: Sequence[str] | None = None) -> set[str]:
        """Return the chunks that may be in Chroma, of these documents or of all."""
        where = "" if document_ids is None else " WHERE document_id IN (SELECT value FROM json_each(?))"
        given = () if document_ids is None else (json.dumps(list(document_ids)),)
        with closing(self._connect()) as connection:
            return {chunk_id for (chunk_id,) in connection.execute(f"SELECT id FROM chunk{where}", given)}  # noqa: S608

    def begin(self, document_ids: Sequence[str], chunks: Mapping[str, str]) -> None:
        """Note, before Chroma is touched, that these documents are unfinished and which chunks (to document) come."""
        with closing(self._connect()) as connection, connection:
            connection.executemany("DELETE FROM document WHERE id = ?", [(one,) for one in document_ids])
            connection.executemany("INSERT OR IGNORE INTO chunk VALUES (?, ?)", chunks.items())

    def finish(self, revisions: Mapping[str, int], *, forgotten: Sequence[str]) -> None:
        """Note that these documents have their vectors and that these chunks are gone."""
        with closing(self._connect()) as connection, connection:
            connection.executemany("DELETE FROM chunk WHERE id = ?", [(one,) for one in forgotten])
            connection.executemany("INSERT OR REPLACE INTO document VALUES (?, ?)", revisions.items())

    def note(self, key: str, value: str) -> None:
        """Keep a note."""
        with closing(self._connect()) as connection, connection:
            connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (key, value))

    def noted(self, key: str) -> str | None:
        """Return a note."""
        with closing(self._connect()) as connection:
            row = connection.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone()
            return row[0] if row else None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=10)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection
