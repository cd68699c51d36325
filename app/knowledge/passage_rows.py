"""Rows of the lexical index as passages."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from app.retrieval.passages import CaseFacts, Passage

COLUMNS = "p.id, p.chunk_id, p.heading, p.text, d.id AS document_id, d.file, d.title, d.url, d.lang, d.kind, d.facts"


@lru_cache(maxsize=1024)
def _case(facts: str | None) -> CaseFacts | None:
    if facts is None:
        return None
    stored = json.loads(facts)
    return CaseFacts(**{**stored, "figures": tuple(stored["figures"])})


def passage_of(row: sqlite3.Row, score: float) -> Passage:
    """Return the passage of a row with `COLUMNS`."""
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
