"""BM25 as FTS5 computes it (K1 1.2, B 0.75), in a fifth of the time, in a twentieth if the terms are known.

FTS5 looks up the length of every passage that has a term: two microseconds each. Here lengths are read once, and the
postings of a term once per generation. Import this module only through `lexical`: numpy takes a moment to load.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

K1, B = 1.2, 0.75
LEAST_IDF = 1e-6
"""What FTS5 gives a term that more than half of the passages have."""

KEPT = 2_000_000
"""Postings kept, of 16 bytes each."""

Rowids = NDArray[np.int64]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Term:
    rowids: Rowids
    shares: Numbers
    """What each passage adds to its score, but for the idf."""


@dataclass(frozen=True, slots=True)
class _Table:
    size: int
    mean: float
    lengths: Numbers
    terms: dict[str, _Term] = field(default_factory=dict)


class Postings:
    """The FTS5 tables of one generation, as far as they were asked for; lengths go over into the next."""

    def __init__(self, generation: int, *, before: Postings | None = None) -> None:
        self.generation = generation
        self._lengths: dict[str, Numbers] = dict(before._lengths) if before else {}
        self._tables: dict[str, _Table] = {}
        self._kept = 0

    def best(
        self, connection: sqlite3.Connection, name: str, *, terms: Iterable[str], limit: int, hidden: Sequence[int] = ()
    ) -> dict[int, float]:
        """Return the highest scores by rowid, best first; `connection` is in a transaction of this generation."""
        table = self._tables.get(name) or self._open(connection, name)
        scores = np.zeros(len(table.lengths))
        for term in terms:
            known = table.terms.get(term) or self._read(connection, name, term, table=table)
            scores[known.rowids] += _idf(table.size, len(known.rowids)) * known.shares
        if len(hidden):
            rowids = np.asarray(hidden)
            scores[rowids[rowids < len(scores)]] = 0.0
        found = np.flatnonzero(scores > 0)
        if len(found) > limit:
            found = found[scores[found] >= np.partition(scores[found], -limit)[-limit]]
        order = np.lexsort((found, -scores[found]))[:limit]
        return dict(zip(found[order].tolist(), scores[found[order]].tolist(), strict=True))

    def _open(self, connection: sqlite3.Connection, name: str) -> _Table:
        (averages,) = connection.execute(f"SELECT block FROM {name}_data WHERE id = 1").fetchone()  # noqa: S608
        size, total = (*_varints(averages), 0, 0)[:2]
        self._lengths[name] = _lengths(connection, name, known=self._lengths.get(name, np.ones(1)))
        table = _Table(size, total / max(size, 1), self._lengths[name])
        self._tables[name] = table
        return table

    def _read(self, connection: sqlite3.Connection, name: str, term: str, *, table: _Table) -> _Term:
        query = f"SELECT group_concat(doc) FROM {name}_places WHERE term = ?"  # noqa: S608
        (places,) = connection.execute(query, (term,)).fetchone()
        rowids, counts = _counted(np.fromstring(places or "", dtype=np.int64, sep=","))
        length = table.lengths[rowids] / table.mean
        term_read = _Term(rowids, counts * (K1 + 1) / (counts + K1 * (1 - B + B * length)))
        self._kept += len(rowids)
        if self._kept > KEPT:
            self._tables, self._kept = {}, len(rowids)
        table.terms[term] = term_read
        return term_read


def _counted(places: Rowids) -> tuple[Rowids, Rowids]:
    """Return each rowid with how often it is there; they come in order."""
    first = np.ones(len(places), dtype=bool)
    np.not_equal(places[1:], places[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    return places[starts], np.diff(starts, append=len(places))


def _idf(size: int, count: int) -> float:
    return max(LEAST_IDF, math.log((size - count + 0.5) / (count + 0.5)))


def _lengths(connection: sqlite3.Connection, name: str, *, known: Numbers) -> Numbers:
    """Add the lengths of new passages: a rowid is never given twice."""
    query = f"SELECT id, sz FROM {name}_docsize WHERE id >= ? ORDER BY id"  # noqa: S608
    rows = connection.execute(query, (len(known),)).fetchall()
    if not rows:
        return known
    lengths = np.ones(rows[-1][0] + 1)
    lengths[: len(known)] = known
    lengths[[rowid for rowid, _ in rows]] = [blob[0] if len(blob) == 1 else _varints(blob)[0] for _, blob in rows]
    return lengths


def _varints(blob: bytes) -> list[int]:
    """Return the numbers in a blob: seven bits a byte, the highest first; the top bit says that more follow."""
    found, value = [], 0
    for byte in blob:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(value)
            value = 0
    return found
