"""`sokuo understand`: what the rules read, as JSON rows."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson
import typer

from app.cli.rows import rows
from app.core.clock import SystemClock
from app.core.errors import Invalid
from app.understanding.understand import to_row
from app.understanding.understand import understand as read


def understand(text: str | None, *, jsonl: bool) -> None:
    """Read one message, or rows from stdin; `Invalid` (row_invalid) names the line."""
    if jsonl:
        for row in rows():
            _print(_read(row))
        return
    if text is None:
        raise Invalid("text_missing", "give a text, or --jsonl with rows on stdin")
    _print(_read({"id": None, "text": text}))


def _read(row: dict[str, Any]) -> dict[str, Any]:
    try:
        today = date.fromisoformat(row["today"]) if row.get("today") else SystemClock().now().astimezone().date()
    except ValueError:
        raise Invalid("row_invalid", f"today is not a date: {row['today']}") from None
    heard = read(row["text"], today=today, asked=row.get("asked"), lang=row.get("lang"))
    return to_row(heard, row.get("id"))


def _print(row: dict[str, Any]) -> None:
    typer.echo(orjson.dumps(row).decode())
