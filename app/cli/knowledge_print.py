"""How `sokuo knowledge` prints: JSON for programs, tables that fit the terminal for people, bars on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from rich.console import Console

    from app.knowledge.health import Health
    from app.knowledge.library import Progress
    from app.retrieval.passages import Failure

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]

UNBOUND = 100_000
"""Columns where nobody looks: for programs a line is never wrapped."""

SHORT_ID = 8  # letters from the end of an id, where ids of one day differ
SHOWN = 240
"""Characters of a passage in lists for people."""

INDEXED_ELSEWHERE = "the running server takes it into its index"

_PIECE = re.compile(r"[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef][、。，．！？）」』】〉》ーっゃゅょッャュョ]*\s*|\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def print_json(value: object) -> None:
    """Print one line of JSON; dataclasses, dates and ids are fine."""
    import orjson

    typer.echo(orjson.dumps(value).decode())


def say(text: str = "", *, label: str = "", indent: int = 0) -> None:
    """Print text, wrapped where a person looks at it; lines begin after `indent` columns, the first with `label`."""
    width = _console().width - indent
    lines = [line for part in clean(text).splitlines() or [""] for line in _wrapped(part, width)]
    for number, line in enumerate(lines):
        typer.echo(f"{label if number == 0 else '':<{indent}}{line}".rstrip())


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, bends: Sequence[str]) -> None:
    """Print rows below the names of their columns; where the terminal is narrow, the columns of `bends` are wrapped."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = _console()
    ruled = box.SIMPLE_HEAD if console.is_terminal else None
    drawn = Table(box=ruled, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="")
    for name in columns:
        drawn.add_column(name, overflow="fold", no_wrap=name not in bends)
    for row in rows:
        drawn.add_row(*(Text(clean("" if value is None else str(value))) for value in row))
    with console.capture() as printed:
        console.print(drawn)
    typer.echo("\n".join(line.rstrip() for line in printed.get().splitlines()))


def clean(text: str) -> str:
    """Return text from a document without what could command the terminal."""
    return _CONTROL.sub(" ", text)


def begin(text: str) -> str:
    """Return how a text begins, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"


def when(at: datetime | None) -> str:
    """Return a time in UTC to the minute."""
    return f"{at.isoformat()[:16]}Z" if at else "-"


def state_of(health: Health) -> str:
    """Return how the index is doing, in one line."""
    vectors = "" if health.vectors == "off" else f", vectors {health.vectors}"
    done = f" ({health.done} of {health.total})" if health.done < health.total else ""
    problem = f": {health.problem}" if health.problem else ""
    return f"index {health.state}: {health.documents} documents, {health.chunks} passages{vectors}{done}{problem}"


def print_failures(failures: Sequence[Failure]) -> None:
    """Say on stderr what was not taken in, and why."""
    for failure in failures:
        typer.echo(clean(f"{failure.file}: {failure.code}: {failure.message}"), err=True)


@contextmanager
def bar() -> Iterator[Progress | None]:
    """Give a progress bar on stderr, which only runs to and fro until it is told a number; none where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Bar(BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True) as drawn:
        task = drawn.add_task("", total=None)
        yield lambda done, total: drawn.update(task, completed=done, total=total)


def _console() -> Console:
    from rich.console import Console

    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=UNBOUND)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Break between words, and in Japanese between any two characters, but not before a sign that ends a phrase."""
    from rich.cells import cell_len, chop_cells

    line = ""
    for piece in _PIECE.findall(text):
        if line and cell_len(line) + cell_len(piece.rstrip()) > width:
            yield line
            line = ""
        *full, line = chop_cells(line + piece, width) if cell_len(piece) > width else [line + piece]
        yield from full
    yield line
