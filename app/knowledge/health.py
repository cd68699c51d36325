"""How the index is doing: a glance for pages and probes, and a thorough comparison with the documents of record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.core.db import Database
from app.core.errors import Unavailable
from app.knowledge import record
from app.knowledge.index import Index
from app.knowledge.index_file import FORMAT
from app.retrieval.statistics import LANGS

State = Literal["ready", "building", "damaged", "missing"]
VectorState = Literal["off", "ready", "building", "failed"]
Code = Literal[
    "index_missing",
    "index_damaged",
    "index_outdated",
    "documents_missing",
    "documents_extra",
    "vectors_missing",
    "vectors_extra",
    "vectors_unavailable",
]
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Health:
    """`done` of `total` documents are in what is being built: the words, or else the vectors.

    `vectors` is about those of a configured model: "off" without one, or where another process keeps them. While
    `state` is not "ready" answers may lack sources.
    """

    state: State
    fingerprint: str
    documents: int
    chunks: int
    vectors: VectorState
    done: int
    total: int
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; `remedy` is "wait" (the owner mends it by itself) or "rebuild"."""

    code: Code
    count: int
    examples: tuple[str, ...]
    remedy: Literal["wait", "rebuild"]


def look(index: Index, database: Database) -> Health:
    """Return the state at a glance: some counts, no reading of whole files."""
    wanted, _ = database.read(record.balance)
    documents = chunks = 0
    state: State = "missing" if index.builds.serving("lexical") is None else "damaged"
    with index.reading() as lexical:
        if lexical is not None:
            documents, _ = lexical.balance()
            chunks = sum(lexical.size(lang) for lang in LANGS)
            behind = lexical.balance() != database.read(record.balance) or lexical.format() != FORMAT
            state = "building" if behind else "ready"
    if index.problem is not None:
        state = "damaged"
    vectors, made = _vectors(index, documents)
    done, total = (made, documents) if state == "ready" and vectors in ("building", "failed") else (documents, wanted)
    return Health(
        state, index.fingerprint, documents, chunks, vectors, done, total, index.problem or index.vectors.problem
    )


def check(index: Index, database: Database) -> tuple[Finding, ...]:
    """Compare the index with the documents of record, chunk by chunk; reads all of it, so it may take seconds."""
    if index.builds.serving("lexical") is None:
        return (Finding("index_missing", 1, (), "rebuild"),)
    with index.reading() as lexical:
        if lexical is None:
            return (Finding("index_damaged", 1, (), "rebuild"),)
        if (fault := lexical.faults()) is not None:
            return (Finding("index_damaged", 1, (fault,), "rebuild"),)
        outdated = (lexical.format(),) if lexical.format() != FORMAT else ()
        wanted = database.read(record.chunks)
        present: dict[str, set[str]] = {}
        for document_id, chunk_id in lexical.chunks():
            present.setdefault(document_id, set()).add(chunk_id)
        files = database.read(record.files)
        missing = [files.get(one, one) for one, its in wanted.items() if not its <= present.get(one, set())]
        extra = [files.get(one, one) for one, its in present.items() if not its <= wanted.get(one, set())]
        return (
            *_found("index_outdated", outdated, remedy="wait"),
            *_found("documents_missing", missing, remedy="wait"),
            *_found("documents_extra", extra, remedy="wait"),
            *_check_vectors(index, {chunk_id for its in present.values() for chunk_id in its}),
        )
    return (Finding("index_damaged", 1, (), "rebuild"),)


def _check_vectors(index: Index, chunks: set[str]) -> tuple[Finding, ...]:
    """Ask Chroma itself where this process owns it, else the ledger of what was put in."""
    try:
        vectors, ledger = index.vectors.open(), index.vectors.ledger()
        if vectors is not None:
            there = set().union(*(vectors.ids(lang) for lang in LANGS))
        elif ledger is not None:
            there = ledger.chunks()
        else:
            return (Finding("vectors_unavailable", 1, (index.vectors.problem or "",), "rebuild"),)
    except (Unavailable, sqlite3.DatabaseError) as error:
        return (Finding("vectors_unavailable", 1, (str(error),), "rebuild"),)
    return (
        *_found("vectors_missing", sorted(chunks - there), remedy="wait" if index.vectors.problem else "rebuild"),
        *_found("vectors_extra", sorted(there - chunks), remedy="rebuild"),
    )


def _found(code: Code, which: Sequence[str], *, remedy: Literal["wait", "rebuild"]) -> tuple[Finding, ...]:
    return (Finding(code, len(which), tuple(which[:SHOWN]), remedy),) if which else ()


def _vectors(index: Index, documents: int) -> tuple[VectorState, int]:
    if not index.vectors.ranked_by:
        return "off", 0
    try:
        ledger = index.vectors.ledger()
        made = ledger.count() if ledger is not None else 0
        judged = ledger is not None and ledger.noted("trust") is not None
    except (sqlite3.DatabaseError, OSError):
        made, judged = 0, False
    if made >= documents and judged:
        return "ready", made
    return ("failed" if index.vectors.problem else "building"), made
