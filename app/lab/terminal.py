"""The rehearsal in the terminal: a table of all conversations, then what was wrong in each."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.core.templating import Texts
from app.lab.rehearsal import Change, Rehearsal
from app.lab.sheet import MEASURES, Measure, Sheet
from app.lab.words import SHORT, describe

NEVER: tuple[Measure, ...] = ("reasks", "forbidden")


def show(
    rehearsal: Rehearsal, changes: Sequence[Change], *, out: Console, texts: Texts, lang: str, before: str | None
) -> None:
    """Print the score sheet, every fault, and what has changed since the rehearsal of `before`."""
    out.print(_table(rehearsal, texts, lang))
    for sheet in rehearsal.sheets:
        if sheet.faults:
            out.print(Text.assemble(("\n" + sheet.id, "bold"), f"  {sheet.about[lang]}"))
        for fault in sheet.faults:
            out.print(Padding(Text(f"✗ {describe(fault, texts, lang=lang)}"), (0, 0, 0, 2)))
    if before is not None:
        out.print(Text("\n" + texts(lang, "lab.since", when=before[:16].replace("T", " ")), "bold"))
        for change in changes:
            mark, style = ("+", "green") if change.gone else ("−", "red")
            out.print(Text(f"  {mark} {change.id}: {describe(change.fault, texts, lang=lang)}", style))
        if not changes:
            out.print(Text("  " + texts(lang, "lab.same")))
    middle, slow = rehearsal.latency_ms
    out.print(Text("\n" + texts(lang, "lab.latency_line", middle=middle, slow=slow)))
    out.print(Text(texts(lang, "lab.passed_of", passed=rehearsal.passed, total=len(rehearsal.sheets)), "bold"))


def _table(rehearsal: Rehearsal, texts: Texts, lang: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    table.add_column(texts(lang, "lab.persona"), no_wrap=True)
    for measure in MEASURES:
        table.add_column(texts(lang, SHORT[measure]), justify="right")
    table.add_column(texts(lang, "lab.turns"), justify="right")
    table.add_column(texts(lang, "lab.ms"), justify="right")
    for sheet in rehearsal.sheets:
        mark = ("✓ ", "green") if sheet.passed else ("✗ ", "red")
        cells = [_cell(sheet, measure) for measure in MEASURES]
        table.add_row(Text.assemble(mark, sheet.id), *cells, str(sheet.turns), str(sheet.median_ms))
    return table


def _cell(sheet: Sheet, measure: Measure) -> Text:
    total, wrong = sheet.checked[measure], sheet.wrong(measure)
    style = "red" if wrong else ""
    if measure in NEVER:
        return Text(str(wrong), style)
    return Text(f"{total - wrong}/{total}" if total else "–", style)
