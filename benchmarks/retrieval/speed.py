"""Index many documents and time searches, in a process of its own so that its memory is what it says.

    python -m benchmarks.retrieval.speed SIZE LANG QUESTIONS [DATA]

prints one JSON row; the runner starts it and makes the table.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from app.core import log
from app.knowledge.library import Library
from app.retrieval.passages import Lang
from benchmarks.retrieval import measures, questions, shelf, tables
from benchmarks.retrieval.questions import QuestionSet

SENTENCES = 4
NEWS = {"ja": "沼津倉庫の棚卸しは第三火曜日です。", "en": "The Numazu warehouse counts its stock on the third Tuesday."}


def table(sizes: Sequence[int], *, limit: int, data: Path | None) -> str:
    """Return a table with a row per size and language."""
    return tables.markdown(
        [
            "chunks",
            "language",
            "indexed in (CPU)",
            "p50 / p99 (CPU each)",
            "one file found after",
            "peak memory",
            "index + database",
        ],
        [_row(_child(size, lang, limit=limit, data=data)) for size in sizes for lang in questions.OTHER],
    )


def measure(size: int, lang: Lang, *, limit: int, data: Path | None) -> dict[str, Any]:
    """Index `size` documents of one chunk each, ask, and add one more."""
    with shelf.empty() as (library, folder):
        sets = [one for one in _sets(data) if any(q.lang == lang for q in one.questions)]
        asked = _texts(sets, lang, limit=limit)
        shelf.write(folder / "files", _grown(sets, lang, size=size))
        del sets
        cpu = time.process_time()
        indexed = _timed(lambda: shelf.add(library, folder / "files"))
        indexed_cpu = time.process_time() - cpu
        library.search(asked[0], lang=lang)
        cpu = time.process_time()
        took = [1000 * _timed(partial(library.search, text, lang=lang)) for text in asked]
        asked_cpu = (time.process_time() - cpu) / len(asked)
        shelf.write(folder, [("news.md", questions.markdown("News", NEWS[lang]))])
        visible = _timed(lambda: _add_and_find(library, folder / "news.md", lang))
        return {
            "chunks": size,
            "lang": lang,
            "indexed_s": indexed,
            "indexed_cpu_s": indexed_cpu,
            "p50_ms": measures.quantile(took, 0.5),
            "p99_ms": measures.quantile(took, 0.99),
            "cpu_ms": 1000 * asked_cpu,
            "visible_s": visible,
            "peak_mb": _peak_mb(),
            "index_mb": _mb((folder / "index").rglob("*")),
            "database_mb": _mb(folder.glob("bench.db*")),
        }


def _child(size: int, lang: str, *, limit: int, data: Path | None) -> dict[str, Any]:
    call = [sys.executable, "-m", __name__, str(size), lang, str(limit), *([str(data)] if data else [])]
    output = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True).stdout
    row: dict[str, Any] = json.loads(output.splitlines()[-1])
    return row


def _row(row: dict[str, Any]) -> list[str]:
    return [
        f"{row['chunks']:,}",
        row["lang"],
        f"{row['indexed_s']:.0f} s ({row['indexed_cpu_s']:.0f})",
        f"{row['p50_ms']:.0f} / {row['p99_ms']:.0f} ms ({row['cpu_ms']:.0f})",
        f"{row['visible_s']:.2f} s",
        f"{row['peak_mb']:.0f} MB",
        f"{row['index_mb']:.0f} + {row['database_mb']:.0f} MB",
    ]


def _sets(data: Path | None) -> Iterator[QuestionSet]:
    """Real prose where there is a folder of it, the project's own otherwise."""
    yield from questions.public(data, limit=1000) if data else questions.own()


def _texts(sets: Sequence[QuestionSet], lang: Lang, *, limit: int) -> list[str]:
    texts = [q.text for one in sets for q in one.questions if q.lang == lang and q.type in {"plain", "chatty", "same"}]
    return questions.chance().sample(texts, min(limit, len(texts)))


def _grown(sets: Sequence[QuestionSet], lang: Lang, *, size: int) -> Iterator[tuple[str, str]]:
    """Documents of shuffled sentences: the words are as frequent as in the original."""
    chance = questions.chance()
    titles, pieces = questions.prose(sets, lang)
    for number in range(size):
        text = " ".join(chance.choices(pieces, k=SENTENCES))
        yield f"{number // 1000}/{number}.md", questions.markdown(chance.choice(titles), text)


def _add_and_find(library: Library, path: Path, lang: Lang) -> None:
    shelf.add(library, path)
    assert library.search(NEWS[lang], lang=lang).passages[0].file == path.name


def _timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def _peak_mb() -> float:
    """The most memory this process had; on Linux `ru_maxrss` has the parent's in it, so ask /proc first."""
    status = Path("/proc/self/status")
    if status.exists() and (peak := re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))):
        return int(peak[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _mb(paths: Iterator[Path]) -> float:
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


if __name__ == "__main__":
    log.configure("console", level="WARNING")
    wanted_size, wanted_lang, wanted_limit, *folder = sys.argv[1:]
    chosen: Lang = "ja" if wanted_lang == "ja" else "en"
    measured = measure(int(wanted_size), chosen, limit=int(wanted_limit), data=Path(folder[0]) if folder else None)
    print(json.dumps(measured))
