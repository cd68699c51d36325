"""What an embeddings endpoint does to the ranking: oracle, real-like, random and noisy vectors against the default.

    python -m benchmarks.retrieval_embeddings FOLDER [MODE ...]

A small endpoint of our own answers on 127.0.0.1, so that everything from the setting to the verdict is walked through.
Sets are read as benchmarks/retrieval/README.md says. Modes: oracle (question and right passage nearly the same, others
unrelated), real (sums of word vectors: imperfect), bag (hashed words), random, positive (random without negative
numbers), noise (other vectors at each call); `:N` gives the dimensions (random:8).
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import sys
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np

from app.core import log
from app.core.db import Database
from app.core.settings import KnowledgeSettings
from app.knowledge.embeddings import embedder
from app.knowledge.library import Library
from app.models.base import Base
from app.retrieval import tokens

SEED = 7
MODES = (
    *("default", "oracle:256", "real:384", "bag:64", "bag:1024"),
    *("random:8", "random:64", "random:1536", "positive:64", "noise:64"),
)
QUESTIONS, DOCUMENTS = 300, 400
NEARLY = 0.35
"""Length of the noise beside an oracle's vector: cosines of about .94 between question and passage."""

Embed = Callable[[str], Any]


def main() -> None:
    """Print a line for each set and mode."""
    log.configure("console", level="ERROR")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SOKUO_BENCH_DATA", ""))
    sets = [_cut(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]
    if not sets:
        sys.exit("give a folder with question sets")
    sets.append(_across(sets))
    print("| set | mode | hit@1 | hit@3 | hit@5 | not unknown |\n|---|---|---|---|---|---|")
    for data in sets:
        for mode in sys.argv[2:] or MODES:
            rates = measure(data, mode)
            print(f"| {data['name']} | {mode} | {' | '.join(f'{rate:.3f}' for rate in rates)} |", flush=True)


def measure(data: dict[str, Any], mode: str) -> tuple[float, ...]:
    """Index a set with vectors of one mode and return hit@1, @3, @5 and how many questions were not given up."""
    with serving(_embed(mode, data)) as url, _library(url if mode != "default" else None) as (library, files):
        for doc in data["docs"]:
            head = f"---\ntitle: {json.dumps(doc['title'], ensure_ascii=False)}\n---\n\n"
            (files / f"{doc['id']}.md").write_text(head + doc["text"] + "\n", "utf-8")
        assert not library.add(files).failed
        ranks, known = [], 0
        for query in data["queries"]:
            found = library.search(query["q"], lang=query.get("lang", data["lang"]))
            hits = [passage.file.removesuffix(".md") in query["gold"] for passage in found.passages]
            ranks.append(hits.index(True) if True in hits else 9)
            known += found.verdict != "unknown"
    count = len(ranks)
    return (*(sum(rank < k for rank in ranks) / count for k in (1, 3, 5)), known / count)


@contextmanager
def serving(embed: Embed) -> Iterator[str]:
    """Answer POST /v1/embeddings as OpenAI does."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            given = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
            rows = [{"object": "embedding", "index": i, "embedding": embed(t).tolist()} for i, t in enumerate(given)]
            body = json.dumps({"object": "list", "model": asked["model"], "data": rows, "usage": {}}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _library(url: str | None) -> Iterator[tuple[Library, Path]]:
    folder = Path(tempfile.mkdtemp(prefix="sokuo-bench-"))
    database = Database(f"sqlite:///{folder / 'bench.db'}")
    Base.metadata.create_all(database.engine)
    library = Library(database, folder / "index", embedder=embedder(KnowledgeSettings(embeddings_url=url)))
    (folder / "files").mkdir()
    try:
        yield library, folder / "files"
    finally:
        library.close()
        database.close()
        shutil.rmtree(folder)


def _embed(mode: str, data: dict[str, Any]) -> Embed:
    kind, _, size = mode.partition(":")
    dimensions = int(size or 64)
    if kind == "oracle":
        return _oracle(data, dimensions)
    if kind == "real":
        return lambda text: _of_words(text, dimensions) + 0.6 * _direction("everything", dimensions)
    if kind == "bag":
        return lambda text: _bag(text, dimensions)
    if kind == "positive":
        return lambda text: _chance(text).random(dimensions)
    if kind == "noise":
        chance = _chance("noise")
        return lambda _: chance.standard_normal(dimensions)
    return lambda text: _direction(text, dimensions)


def _oracle(data: dict[str, Any], dimensions: int) -> Embed:
    """Know each question's passage by its text; what was never seen gets a vector of its own."""
    meant = {query["q"]: next(iter(query["gold"])) for query in data["queries"]}
    known = {_plain(doc["text"])[:80]: doc["id"] for doc in data["docs"]}

    def embed(text: str) -> Any:
        whole = _plain(text)
        target = meant.get(text) or next((id_ for start, id_ in known.items() if start in whole), None)
        own = _direction(text, dimensions)
        return own if target is None else _direction(f"document {target}", dimensions) + NEARLY * own

    return embed


def _of_words(text: str, dimensions: int) -> Any:
    words = set(tokens.words(text)) or {"nothing"}
    return sum(_direction(_notion(word), dimensions) for word in sorted(words)) / len(words) ** 0.5


def _notion(word: str) -> str:
    """Let a model know of three words in four what they mean, and two that look alike be one."""
    return word[:5] if zlib.crc32(word.encode()) % 4 else word


def _bag(text: str, dimensions: int) -> Any:
    vector = np.zeros(dimensions)
    for word in tokens.words(text) or ["nothing"]:
        vector[zlib.crc32(word.encode()) % dimensions] += 1.0
    return vector


def _direction(text: str, dimensions: int) -> Any:
    vector = _chance(text).standard_normal(dimensions)
    return vector / np.linalg.norm(vector)


def _chance(text: str) -> Any:
    return np.random.default_rng(zlib.crc32(text.encode()))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _cut(data: dict[str, Any]) -> dict[str, Any]:
    """Take some questions, their documents, and others beside them."""
    chance = random.Random(SEED)  # noqa: S311 - a repeatable sample, no secret
    queries = chance.sample(data["queries"], min(QUESTIONS, len(data["queries"])))
    wanted = {id_ for query in queries for id_ in query["gold"]}
    docs = [doc for doc in data["docs"] if doc["id"] in wanted]
    others = [doc for doc in data["docs"] if doc["id"] not in wanted]
    docs += chance.sample(others, max(0, min(DOCUMENTS - len(docs), len(others))))
    return {"name": data["name"], "lang": data["lang"], "docs": docs, "queries": queries}


def _across(sets: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Make a set whose questions are in one language and their passages in the other: only vectors can know them."""
    by_lang = {data["lang"]: data for data in sets}
    asked = {lang: data["queries"][:100] for lang, data in by_lang.items()}
    left_out = {lang: {id_ for query in asked[lang] for id_ in query["gold"]} for lang in asked}
    docs = {lang: [d for d in data["docs"] if d["id"] not in left_out[lang]] for lang, data in by_lang.items()}
    queries = []
    for lang, other in (("ja", "en"), ("en", "ja")):
        pairs = zip(asked[lang], docs[other], strict=False)
        queries += [{"q": query["q"], "lang": lang, "gold": {f"{other}{doc['id']}": 1}} for query, doc in pairs]
    docs = [{**doc, "id": f"{lang}{doc['id']}"} for lang, its in docs.items() for doc in its]
    return {"name": "across", "lang": "ja", "docs": docs, "queries": queries}


if __name__ == "__main__":
    main()
