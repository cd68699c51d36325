"""Markdown tables, and their places in the README."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows))


def replace(path: Path, texts: dict[str, str]) -> None:
    """Put each text between <!-- name --> and <!-- /name -->."""
    text = path.read_text("utf-8")
    for name, new in texts.items():
        before, opening, rest = text.partition(f"<!-- {name} -->\n")
        _, closing, after = rest.partition(f"<!-- /{name} -->")
        assert opening, name
        assert closing, name
        text = f"{before}{opening}\n{new}\n\n{closing}{after}"
    path.write_text(text, "utf-8")
