"""Play labelled dialogues against the program, and hold the rehearsal's own scoring against their scorer.

    python benchmarks/dialogues.py DATA [--errors]

DATA (or the environment variable SOKUO_BENCH_DATA) is the folder with dialogues.jsonl, simulate.py and score_timing.py.
Every dialogue is played twice, answering what is asked and strictly in its order, each time in an empty installation
without a model. Prints what simulate.py makes of it, and every verdict that app.lab would have given otherwise; so
that these are more than a few, each labelled timing, contact and challenge is also judged as an answer to every other
one. The exit code is 1 if there is a difference.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

from app.cli.rehearse import speaking
from app.core import log
from app.core.clock import SystemClock
from app.core.settings import LlmSettings, Settings
from app.lab import slots
from app.lab.drive import Run, drive
from app.lab.forbidden import house
from app.lab.persona import Persona, Slots
from app.lab.sheet import Sheet, score
from app.understanding.understand import warm

Row = dict[str, Any]
ORDERS = ("asked", "script")
WINDOW = {"kind", "earliest", "latest", "alt"}


def main() -> None:
    """Print the figures of both scorers and where they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", default=os.environ.get("SOKUO_BENCH_DATA"))
    parser.add_argument("--errors", action="store_true", help="print the conversations that fail")
    arguments = parser.parse_args()
    if not arguments.data:
        parser.error("give the data folder as argument or in SOKUO_BENCH_DATA")
    log.configure("console", level="ERROR")
    warm()
    simulate = _import(Path(arguments.data), "simulate")
    rows = _rows(Path(arguments.data) / "dialogues.jsonl")
    differences = [line for order in ORDERS for line in _compare(simulate, rows, order, errors=arguments.errors)]
    differences += _crossed(simulate, Path(arguments.data))
    print(f"== verdicts on which the two scorers differ: {len(differences)}")
    for line in differences:
        print(f"  {line}")
    sys.exit(bool(differences))


def _compare(simulate: ModuleType, rows: list[Row], order: str, *, errors: bool) -> Iterator[str]:
    runs = {row["id"]: asyncio.run(_play(persona(row, order))) for row in rows}
    results = [_result(simulate, row, runs[row["id"]], order) for row in rows]
    figures, wrong = simulate.score(rows, results)
    print(f"== {order}: {json.dumps(figures)}")
    for one in wrong if errors else ():
        print(f"  {json.dumps(one, ensure_ascii=False)}")
        for exchange in runs[one["id"]].exchanges:
            print(f"    > {exchange.turn.say}\n    {' '.join(exchange.reply.split())}  {list(exchange.asked)}")
    failed = {one["id"]: one for one in wrong}
    for row in rows:
        theirs = failed.get(row["id"], {"failed": [], "bad": []})
        ours = _verdicts(score(runs[row["id"]], house((), hosts=())))
        reasked = {bad.removeprefix("reask:") for bad in theirs["bad"] if bad.startswith("reask:")}
        said = {name for name in theirs["failed"] if name != "must_not" and not name.startswith("cite:")}
        for name in sorted((said | {f"reask:{topic}" for topic in reasked}) ^ ours):
            yield f"{row['id']} ({order}): {name} is wrong only by {'their' if name not in ours else 'our'} scorer"


def _verdicts(sheet: Sheet) -> set[str]:
    """Return what a sheet found wrong, by the other scorer's names; what only we look at is left out."""
    names = {"slots": "slot_{rule}", "band": "lead_priority", "handoff": "handoff", "booking": "booking"}
    found = {names[fault.measure].format(rule=fault.rule) for fault in sheet.faults if fault.measure in names}
    return found | {f"reask:{fault.got}" for fault in sheet.faults if fault.measure == "reasks"}


def _crossed(simulate: ModuleType, data: Path) -> Iterator[str]:
    """Judge every labelled value of a slot as if it had been read where each of the others stands."""
    timings = [{"timing": row["expect"]} for row in _rows(data / "timing.jsonl")]
    contacts = [row["expect"] for row in _rows(data / "contacts.jsonl")]
    challenges = [{"challenges": row["expect"]["spans"]} for row in _rows(data / "challenges.jsonl")]
    today, judged = date(2026, 11, 22), 0
    for labelled in (timings, contacts, challenges):
        for wanted, got in product(labelled, repeat=2):
            for slot in wanted:
                judged += 1
                ours = slots.is_right(slot, _slots(wanted), got[slot], today=today)
                if ours != simulate.slot_ok(slot, wanted[slot], got[slot], today):
                    yield f"{slot}: {got[slot]} where {wanted[slot]} stands"
    print(f"== crossed: {judged} verdicts")


def _slots(expected: Row) -> Slots:
    """Return labelled slots as a persona writes them."""
    timing = expected.get("timing")
    window = timing and {"or" if k == "alt" else k: v for k, v in timing.items() if k in WINDOW}
    return Slots.model_validate({**expected, "timing": window, "challenges": expected.get("challenges") or []})


def persona(row: Row, order: str) -> Persona:
    """Return a labelled dialogue as a persona; in script order nothing is drawn forward."""
    turns = [
        {
            "say": turn["text"],
            "if_asked": turn["if_asked"] if order == "asked" else None,
            "gives": turn.get("gives", []),
            "at": turn.get("at"),
            "channel": turn.get("channel"),
        }
        for turn in row["turns"]
    ]
    expect = row["expect"]
    form = {name: value for name, value in (row["form"] or {}).items() if name != "message" and value}
    soft = {name: None for name in ("handoff", "booking") if name in expect["soft"]}
    ending = {
        "slots": _slots(expect["slots"]),
        "band": expect["priority_accept"],
        "handoff": expect["handoff"],
        "booking": expect["booking"],
        **soft,
    }
    return Persona.model_validate(
        {
            "id": row["id"],
            "kind": "dialogue",
            "about": {"ja": row["id"], "en": row["id"]},
            "lang": row["lang"],
            "channel": row["channel"],
            "now": row["now"],
            "page_views": row.get("page_views") or [],
            "form": form or None,
            "turns": turns,
            "expect": ending,
        }
    )


async def _play(one: Persona) -> Run:
    with tempfile.TemporaryDirectory(prefix="sokuo-") as folder:
        settings = Settings.load(data_dir=Path(folder), database_url=None, llm=LlmSettings())
        async with speaking(one, settings) as speak:
            return await drive(one, speak, monotonic=SystemClock().monotonic)


def _result(simulate: ModuleType, row: Row, run: Run, order: str) -> Row:
    """Let their prospect have the same conversation, which has to go the same way, and return the row to be scored."""
    answers = iter(run.exchanges)

    def reply(text: str, turn: Row, dialogue: Row) -> Row:
        exchange = next(answers)
        assert exchange.turn.say == text, f"{row['id']}: {text!r} came where ours wrote {exchange.turn.say!r}"
        return {"reply": exchange.reply, "asked": list(exchange.asked)}

    played: Row = simulate.run(row, reply, order=order)
    return {
        **played,
        "slots": run.last.get("slots"),
        "lead_priority": run.last.get("band"),
        "handoff": any(one.answer.get("handoff") for one in run.exchanges),
        "booking": any(one.answer.get("booking_offered") for one in run.exchanges),
        "cited": [file for one in run.exchanges for file in one.answer.get("cited") or ()],
    }


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _import(folder: Path, name: str) -> ModuleType:
    """Import a scorer that lies beside the data."""
    sys.path.insert(0, str(folder))
    return importlib.import_module(name)


if __name__ == "__main__":
    main()
