"""Run the retrieval benchmark: tables on stdout, rows per question with `--jsonl`, and into the README with `--write`.

    python -m benchmarks.retrieval [--sets attendance,demo] [--data FOLDER] [--sizes 1000,10000]
                                   [--jsonl OUT] [--write]

SOKUO_BENCH_DATA is another way to give the folder; SOKUO_BENCH_QUERIES questions of each public set are asked (500).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.core import log
from benchmarks.retrieval import bars, quality, questions, speed, tables
from benchmarks.retrieval.quality import Asked, Results
from benchmarks.retrieval.questions import QuestionSet

README = Path(__file__).with_name("README.md")


def main() -> None:
    """Measure, print and keep what was asked for."""
    args = _arguments()
    log.configure("console", level="WARNING")
    limit = int(os.environ.get("SOKUO_BENCH_QUERIES", "500"))
    data = _data(args.data)
    measured = {}
    for name, text in _measure(args, data, limit=limit):
        measured[name] = text
        print(f"\n{name}\n\n{text}", flush=True)
    if args.write:
        tables.replace(README, measured)


def _measure(args: argparse.Namespace, data: Path | None, *, limit: int) -> Iterator[tuple[str, str]]:
    """Yield the name of a part of the README and what was measured for it."""
    sets = _chosen(args.sets, data, limit=limit)
    if sets:
        yield "conditions", _conditions(limit)
        yield from _quality(sets, args.jsonl)
    if args.sizes:
        yield "speed-conditions", _conditions(limit)
        yield "speed", speed.table(args.sizes, limit=limit, data=data)


def _quality(sets: Sequence[QuestionSet], rows: Path | None) -> Iterator[tuple[str, str]]:
    asked = [(one, _ask(one)) for one in sets]

    def of(*parts: str) -> Results:
        return [(one.name, answers) for one, answers in asked if one.part in parts]

    for name, table, results in (
        ("summary", quality.summary, of("own", "apart")),
        ("own", quality.ranking, of("own")),
        ("public", quality.ranking, of("public")),
    ):
        if results:
            yield name, table(results)
    if halved := [(one.name, _ask(one.with_half_of_the_titles())) for one in sets if one.part == "public"]:
        yield "abstention", quality.abstention(halved)
    yield "bars", bars.table(of("own"), of("public"), halved)
    if rows:
        lines = [json.dumps(a.row(one.name), ensure_ascii=False) for one, answers in asked for a in answers]
        rows.write_text("\n".join(lines) + "\n", "utf-8")


def _conditions(limit: int) -> str:
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start; seed"
        f" {questions.SEED}; at most {limit} questions of a public set."
    )


def _ask(one: QuestionSet) -> list[Asked]:
    print(f"{one.name}: {len(one.documents)} documents, {len(one.questions)} questions", file=sys.stderr, flush=True)
    return quality.ask(one)


def _chosen(names: Sequence[str] | None, data: Path | None, *, limit: int) -> list[QuestionSet]:
    everything = [*questions.own(), *(questions.public(data, limit=limit) if data else ())]
    if names is None:
        return everything
    return [one for one in everything if one.name.split(",")[0] in names]


def _data(folder: Path | None) -> Path | None:
    if folder and any(folder.glob("*.json")):
        return folder
    print("no folder of public sets: only the project's own", file=sys.stderr)
    return None


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.retrieval", description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=_list, help="names, with commas; none with ''")
    parser.add_argument("--data", type=Path, default=os.environ.get("SOKUO_BENCH_DATA"), help="folder of public sets")
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(size) for size in _list(text)],
        default=[1000, 10_000],
        help="chunks; none with ''",
    )
    parser.add_argument("--jsonl", type=Path, help="a row per question goes here")
    parser.add_argument("--write", action="store_true", help="replace the figures in the README")
    return parser.parse_args()


def _list(text: str) -> list[str]:
    return [part for part in text.split(",") if part]


if __name__ == "__main__":
    main()
