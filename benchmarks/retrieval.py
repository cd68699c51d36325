"""Measure search, answers, abstention and speed on question sets; needs a folder of them, never part of the project.

    python benchmarks/retrieval.py FOLDER        (or SOKUO_BENCH_DATA=FOLDER)

A set is a JSON file {lang, docs: [{id, title, text}], queries: [{q, gold: {doc id: 1}, answers, v: {variant: text}}]}.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from app.core import log
from app.core.db import Database
from app.knowledge.library import Library
from app.models.base import Base

T = TypeVar("T")

SEED = 7
SIZES = (10_000,)
VARIANTS = ("plain", "chatty", "short", "typo", "kana")


def main() -> None:
    """Print one table per measure."""
    log.configure("console", level="WARNING")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SOKUO_BENCH_DATA", ""))
    sets = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    if not sets:
        sys.exit("give a folder with question sets")
    limit = int(os.environ.get("SOKUO_BENCH_QUERIES", "500"))
    for data in sets:
        queries = _chance().sample(data["queries"], min(limit, len(data["queries"])))
        measure_quality(data, queries)
    for size in SIZES:
        for data in sets:
            measure_speed(data, size)


def measure_quality(data: dict[str, Any], queries: Sequence[dict[str, Any]]) -> None:
    """hit@1 and hit@5, answers, and what is said when half of the titles are missing."""
    missing = _half_of_the_titles(data)
    lang = data["lang"]
    whole = with_library(data["docs"], lambda library: [_variant_rows(library, lang, queries, v) for v in VARIANTS])
    rest = [doc for doc in data["docs"] if doc["title"] not in missing]
    gone = {doc["id"] for doc in data["docs"] if doc["title"] in missing}
    bands = with_library(rest, lambda library: [_bands(library, lang, queries, v, gone=gone) for v in VARIANTS])
    print(f"\n{data.get('name', '?')} ({data['lang']}, {len(data['docs'])} documents, {len(queries)} queries)")
    print("| variant | hit@1 | hit@5 | answer holds it | no fact: answer/maybe/unknown | fact: answer/maybe/unknown |")
    print("|---|---|---|---|---|---|")
    for variant, hits, (absent, present) in zip(VARIANTS, whole, bands, strict=True):
        print(f"| {variant} | {hits[0]:.3f} | {hits[1]:.3f} | {hits[2]:.3f} | {absent} | {present} |", flush=True)


def measure_speed(data: dict[str, Any], size: int) -> None:
    """Index `size` documents made of the set's sentences, change one, and time searches."""
    docs = _grown(data, size)
    lang = data["lang"]
    texts = [_text(query, variant) for query in data["queries"][:200] for variant in ("plain", "chatty")]
    started = time.perf_counter()

    def run(library: Library) -> None:
        indexed = time.perf_counter() - started
        took = sorted(_timed(partial(library.search, text, lang=lang)) for text in texts)
        with tempfile.TemporaryDirectory() as folder:
            changed = Path(folder) / "changed.md"
            changed.write_text(_markdown({"title": "changed", "text": docs[0]["text"]}), "utf-8")
            visible = _timed(lambda: library.add(changed))
        p50, p99 = (1000 * took[int(len(took) * share)] for share in (0.5, 0.99))
        print(
            f"{lang}: {size} documents indexed in {indexed:.0f} s; search p50 {p50:.1f} ms, p99 {p99:.1f} ms;"
            f" one added file visible after {visible:.2f} s",
            flush=True,
        )

    with_library(docs, run)


def with_library(docs: Iterable[dict[str, Any]], use: Callable[[Library], T]) -> T:
    """Write the documents as Markdown files, add them the way an operator does, and hand the library to `use`."""
    folder = Path(tempfile.mkdtemp(prefix="sokuo-bench-"))
    database = Database(f"sqlite:///{folder / 'bench.db'}")
    Base.metadata.create_all(database.engine)
    library = Library(database, folder / "index")
    try:
        (folder / "files").mkdir()
        for doc in docs:
            (folder / "files" / f"{doc['id']}.md").write_text(_markdown(doc), "utf-8")
        report = library.add(folder / "files")
        assert not report.failed, report.failed[:3]
        return use(library)
    finally:
        library.close()
        database.close()
        shutil.rmtree(folder)


def _variant_rows(library: Library, lang: Any, queries: Sequence[dict[str, Any]], variant: str) -> tuple[float, ...]:
    first = five = held = 0
    for query in queries:
        found = library.search(_text(query, variant), lang=lang)
        files = [passage.file.removesuffix(".md") for passage in found.passages]
        first += bool(files) and files[0] in query["gold"]
        five += any(file in query["gold"] for file in files)
        answer = _plain(library.answer(found).text)
        held += any(_plain(wanted) in answer for wanted in query["answers"])
    return first / len(queries), five / len(queries), held / len(queries)


def _bands(
    library: Library, lang: Any, queries: Sequence[dict[str, Any]], variant: str, *, gone: set[str]
) -> tuple[str, str]:
    verdicts: dict[bool, list[str]] = {True: [], False: []}
    for query in queries:
        found = library.search(_text(query, variant), lang=lang)
        verdicts[set(query["gold"]) <= gone].append(found.verdict)
    return _shares(verdicts[True]), _shares(verdicts[False])


def _shares(verdicts: Sequence[str]) -> str:
    return " / ".join(f"{verdicts.count(v) / max(1, len(verdicts)):.2f}" for v in ("answer", "maybe", "unknown"))


def _text(query: dict[str, Any], variant: str) -> str:
    return str(query["q"] if variant == "plain" else query["v"][variant])


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).lower())


def _markdown(doc: dict[str, Any]) -> str:
    return f"---\ntitle: {json.dumps(doc['title'], ensure_ascii=False)}\n---\n\n{doc['text']}\n"


def _half_of_the_titles(data: dict[str, Any]) -> set[str]:
    titles = sorted({doc["title"] for doc in data["docs"]})
    return set(_chance().sample(titles, len(titles) // 2))


def _grown(data: dict[str, Any], size: int) -> list[dict[str, Any]]:
    """Fill up with documents of shuffled sentences: the words are as frequent as in the original."""
    chance = _chance()
    pieces = [s for doc in data["docs"] for s in re.split(r"(?<=。)|(?<=\. )", doc["text"]) if len(s) > 10]
    docs = list(data["docs"])[:size]
    while len(docs) < size:
        title, text = chance.choice(data["docs"])["title"], "".join(chance.choices(pieces, k=4))
        docs.append({"id": f"x{len(docs)}", "title": title, "text": text})
    return docs


def _chance() -> random.Random:
    return random.Random(SEED)  # noqa: S311 - a repeatable sample, no secret


def _timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
