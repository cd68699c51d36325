"""Score the rules of app/understanding on labelled rows: `python benchmarks/understanding.py DATA [--errors]`.

DATA (or the environment variable SOKUO_BENCH_DATA) is the folder with timing.jsonl, challenges.jsonl, intents.jsonl,
contacts.jsonl and the scorers score_timing.py and score_all.py.
"""

import argparse
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from app.understanding.facts import Asked
from app.understanding.understand import to_row, understand, warm

Row = dict[str, Any]
TODAY = date(2026, 11, 22)
ASKED: dict[str, Asked] = {"timing": "timing", "challenges": "challenge"}


def main() -> None:
    """Print the scorers' figures and the time a call takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", default=os.environ.get("SOKUO_BENCH_DATA"))
    parser.add_argument("--errors", action="store_true", help="print the rows that differ")
    arguments = parser.parse_args()
    if not arguments.data:
        parser.error("give the data folder as argument or in SOKUO_BENCH_DATA")
    folder = Path(arguments.data)
    scorers = {name: _load(folder / f"{name}.py") for name in ("score_timing", "score_all")}
    seconds: list[float] = []
    warm()
    for kind in ("timing", "challenges", "intents", "contacts"):
        rows = [json.loads(line) for line in (folder / f"{kind}.jsonl").read_text("utf-8").splitlines() if line.strip()]
        predictions = [_read(row, kind, seconds) for row in rows]
        if kind == "timing":
            figures, errors = scorers["score_timing"].score(rows, [{"id": p["id"], **p["timing"]} for p in predictions])
        else:
            flat = {p["id"]: FLAT[kind](p) for p in predictions}
            figures = getattr(scorers["score_all"], kind)(rows, flat)
            wrong = [row for row in rows if _differs(row, flat[row["id"]])]
            errors = [{"text": row["text"], "expect": row["expect"], "got": flat[row["id"]]} for row in wrong]
        print(f"== {kind}: {len(rows)} rows\n{json.dumps(figures, ensure_ascii=False, indent=1)}")
        for error in errors if arguments.errors else ():
            print(json.dumps(error, ensure_ascii=False))
    seconds.sort()
    median, p99 = (seconds[int(len(seconds) * share)] * 1e3 for share in (0.5, 0.99))
    print(f"== time per call: median {median:.2f} ms, p99 {p99:.2f} ms")


def _load(path: Path) -> ModuleType:
    """Import a scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def _read(row: Row, kind: str, seconds: list[float]) -> Row:
    asked = ASKED.get(kind) if row.get("asked") else None
    today = date.fromisoformat(row["today"]) if row.get("today") else TODAY
    begin = time.perf_counter()
    found = understand(row["text"], today=today, asked=asked, lang=row.get("lang"))
    seconds.append(time.perf_counter() - begin)
    return to_row(found, row["id"])


def _challenges(row: Row) -> Row:
    spans = [challenge["span"] for challenge in row["challenges"]]
    names = sorted({name for challenge in row["challenges"] for name in challenge["categories"]})
    return {"has_challenge": row["has_challenge"], "spans": spans, "categories": names}


FLAT: dict[str, Callable[[Row], Row]] = {
    "challenges": _challenges,
    "intents": lambda row: {"intents": row["intents"]},
    "contacts": lambda row: row["contact"],
}


def _differs(row: Row, got: Row) -> bool:
    if "intents" in got:
        return set(row["expect"]) != set(got["intents"])
    if "categories" in got:
        return sorted(row["expect"]["categories"]) != got["categories"]
    return any(row["expect"][key] != got[key] for key in row["expect"])


if __name__ == "__main__":
    main()
