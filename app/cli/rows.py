"""JSON rows on standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import orjson

from app.core.errors import Invalid


def lines() -> Iterator[tuple[int, bytes]]:
    """Yield each line of stdin that is not empty, with its number."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            yield number, line


def rows() -> Iterator[dict[str, Any]]:
    """Yield each object of stdin that has a `text`; `Invalid` (row_invalid) names the line of anything else."""
    for number, line in lines():
        row = read_row(line, number=number)
        if not isinstance(row.get("text"), str):
            raise Invalid("row_invalid", f'line {number}: needs an object with "text"')
        yield row


def read_row(line: bytes, *, number: int) -> dict[str, Any]:
    """Return the object in a line; `Invalid` (row_invalid) for anything else."""
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise Invalid("row_invalid", f"line {number}: {error}") from None
    if not isinstance(row, dict):
        raise Invalid("row_invalid", f"line {number}: needs an object")
    return row
