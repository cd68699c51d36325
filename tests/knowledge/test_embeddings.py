"""Vectors of a model: from any endpoint or LangChain class, believed as far as they have earned it."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import SetupError
from app.core.settings import KnowledgeSettings
from app.knowledge import vector_index
from app.knowledge.dense import Dense, judge, weigh_up
from app.knowledge.embed import TokenHash
from app.knowledge.embeddings import embedder
from app.knowledge.ledger import Ledger
from app.knowledge.library import Library
from app.knowledge.vector_index import STRIKES
from app.knowledge.vectors import Vectors

MEANINGS = {
    "The first month costs nothing.": "無料で試せますか",
    "Our people come by car within two hours.": "故障のときは誰か来てくれますか",
    "Wipe the probe with a dry cloth.": "掃除のしかたは",
}
OTHERS = [f"Sheet {n} tells how valve number {n} is mounted. It weighs {n} grams. Order it as V{n}." for n in range(30)]


def direction(text: str, dimensions: int = 64) -> list[float]:
    chance = random.Random(zlib.crc32(text.encode()))  # noqa: S311
    return [chance.gauss(0, 1) for _ in range(dimensions)]


def oracle(text: str) -> list[float]:
    """Know which question means which passage; anything else is noise."""
    for said, asked in MEANINGS.items():
        if (said in text and len(text) > len(said)) or asked in text:
            return [a + 0.3 * b for a, b in zip(direction(said), direction(text), strict=True)]
    return direction(text)


class Fake:
    """An OpenAI-compatible endpoint; `answer` may be changed while it runs."""

    def __init__(self) -> None:
        self.embed: Callable[[str], list[float]] = oracle
        self.answer: Callable[[list[str]], tuple[int, bytes]] = self.vectors
        self.asked: list[list[str]] = []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                assert self.path == "/v1/embeddings"
                assert (body["model"], body["encoding_format"]) == ("tiny", "float")
                fake.asked.append(body["input"])
                status, answer = fake.answer(body["input"])
                self.send_response(status)
                self.send_header("content-type", "application/json" if answer.startswith(b"{") else "text/html")
                self.send_header("content-length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def vectors(self, texts: list[str]) -> tuple[int, bytes]:
        rows = [{"object": "embedding", "index": i, "embedding": self.embed(text)} for i, text in enumerate(texts)]
        return 200, json.dumps({"object": "list", "model": "tiny", "data": rows[::-1], "usage": {}}).encode()


@pytest.fixture
def endpoint() -> Iterator[Fake]:
    fake = Fake()
    yield fake
    fake.server.shutdown()
    fake.server.server_close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    root = tmp_path / "documents"
    root.mkdir()
    for number, said in enumerate(MEANINGS):
        (root / f"fact{number}.md").write_text(f"# Leaflet {number}\n\n{said}", "utf-8")
    for number, text in enumerate(OTHERS):
        (root / f"valve{number}.md").write_text(f"# Valve {number}\n\n{text}", "utf-8")
    return root


@pytest.fixture
def make(database: Database, clock: FixedClock, tmp_path: Path) -> Iterator[Callable[..., Library]]:
    made: list[Library] = []

    def build(**settings: object) -> Library:
        made.append(
            Library(database, tmp_path / "index", clock=clock, embedder=embedder(KnowledgeSettings(**settings)))
        )
        return made[-1]

    yield build
    for library in made:
        library.close()


def test_an_oracle_finds_across_languages_what_shares_no_word(
    make: Callable[..., Library], endpoint: Fake, files: Path
) -> None:
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    library.add(files)

    for number, asked in enumerate(MEANINGS.values()):
        found = library.search(asked)
        assert (found.passages[0].file, found.passages[0].lang, found.verdict) == (f"fact{number}.md", "en", "answer")
    assert library.search("社長の趣味は何ですか").verdict == "unknown"
    assert (library.health().vectors, library.check()) == ("ready", ())


def test_the_nearest_are_looked_for_among_the_documents_that_are_asked_for(
    make: Callable[..., Library], endpoint: Fake, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, asked = next(iter(MEANINGS.items()))
    for n, head in enumerate(("kind: policy", "valid_until: 2020-01-01", "valid_until: 2021-01-01")):
        (files / f"same{n}.md").write_text(f"---\n{head}\n---\n# Leaflet\n\n{said}", "utf-8")
    monkeypatch.setattr(vector_index, "CANDIDATES", 1)
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    library.add(files)

    for kinds in (("policy",), ("document",)):
        assert [one.kind for one in library.search(asked, kinds=kinds).passages] == list(kinds)
    assert library.search(asked, kinds=("case",)).passages == ()


def test_what_has_no_vector_yet_is_passed_over(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path, TokenHash())
    vectors.put("ja", [("there", "防水の性能"), ("other", "料金の表")])
    (asked,) = TokenHash().embed_documents(["防水の性能"])
    (found,) = vectors.nearest("ja", [asked], limit=5, among=["there", "still to come"])
    assert list(found) == ["there"]
    assert vectors.nearest("ja", [asked], limit=5, among=["still to come"]) == [{}]


@pytest.mark.parametrize(("dimensions", "sign"), [(8, "any"), (64, "positive"), (1536, "any")])
def test_random_vectors_change_nothing(
    database: Database, clock: FixedClock, make: Callable[..., Library], endpoint: Fake, files: Path, tmp_path: Path,
    dimensions: int, sign: str,
) -> None:  # fmt: skip
    plain = Library(database, tmp_path / "plain", clock=clock)
    plain.add(files)
    endpoint.embed = lambda text: [abs(value) if sign == "positive" else value for value in direction(text, dimensions)]
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    library.refresh()

    questions = [f"How much does valve {n} weigh?" for n in range(20)] + list(MEANINGS.values())
    assert [library.search(q) for q in questions] == [plain.search(q) for q in questions]
    assert library.health().vectors == "ready"
    plain.close()


def test_only_a_find_far_beyond_strangers_counts_where_nothing_has_been_earned() -> None:
    chance = random.Random(1)  # noqa: S311
    strangers = [max(chance.gauss(0, 0.1) for _ in range(200)) for _ in range(100)]
    unearned = weigh_up([0.0] * 100, strangers, home=[False] * 100, chance=0.03)
    earned = weigh_up([0.8] * 100, strangers, home=[True] * 98 + [False] * 2, chance=0.03)

    assert unearned.share == 0
    assert judge({"a": 0.33, "b": 0.3}, unearned) == Dense()
    assert judge({"a": 0.9, "b": 0.3}, unearned).weight == 0.6
    assert earned.share == 1
    assert judge({"a": 0.33, "b": 0.3}, earned).weight == 0.35
    assert judge({"a": 0.33, "b": 0.3}, earned).evidence < 0.1
    assert judge({"a": 0.9, "b": 0.3}, weigh_up([], [], home=[], chance=1.0)) == Dense()


@pytest.mark.parametrize(
    "answer",
    [
        lambda texts: (200, b"<html>gateway</html>"),
        lambda texts: (200, b'{"data": []}'),
        lambda texts: (200, b'{"error": "no"}'),
        lambda texts: (401, b'{"error": {"message": "no key"}}'),
        lambda texts: (
            200,
            b'{"data": [' + b", ".join([b'{"index": 0, "embedding": [0.0, 0.0]}'] * len(texts)) + b"]}",
        ),
        lambda texts: (
            200,
            b'{"data": [' + b", ".join([b'{"index": 0, "embedding": [NaN, 1.0]}'] * len(texts)) + b"]}",
        ),
        lambda texts: (200, b'{"data": [' + b", ".join([b'{"index": 0, "embedding": "no"}'] * len(texts)) + b"]}"),
    ],
)
def test_words_go_on_alone_whatever_an_endpoint_answers(
    make: Callable[..., Library], endpoint: Fake, files: Path, answer: Callable[[list[str]], tuple[int, bytes]]
) -> None:
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    endpoint.answer = answer
    library.add(files)
    assert library.search("How much does valve 7 weigh?").passages[0].file == "valve7.md"
    health = library.health()
    assert (health.state, health.vectors) == ("ready", "failed")
    assert health.problem

    endpoint.answer = endpoint.vectors
    library.refresh()
    assert library.health().vectors == "ready"
    assert library.search("掃除のしかたは").passages[0].file == "fact2.md"


def test_what_is_embedded_stays_when_an_endpoint_fails_midway(
    make: Callable[..., Library], endpoint: Fake, files: Path
) -> None:
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    endpoint.answer = lambda texts: endpoint.vectors(texts) if len(endpoint.asked) == 1 else (400, b"{}")
    library.add(files)
    health = library.health()
    assert (health.vectors, health.done, health.total) == ("failed", 32, 33)

    endpoint.asked.clear()
    endpoint.answer = endpoint.vectors
    library.refresh()
    assert len(endpoint.asked[0]) == 1
    assert library.health().vectors == "ready"


def test_words_are_found_while_vectors_are_still_made_in_the_background(
    make: Callable[..., Library], endpoint: Fake, files: Path
) -> None:
    library, release = make(embeddings_url=endpoint.url, embeddings_model="tiny"), threading.Event()

    def hang(texts: list[str]) -> tuple[int, bytes]:
        release.wait(20)
        return endpoint.vectors(texts)

    endpoint.answer = hang
    library.warm()
    library.add(files)
    assert library.search("How much does valve 7 weigh?").passages[0].file == "valve7.md"
    assert (library.health().state, library.health().vectors) == ("ready", "building")
    release.set()
    wait_until(lambda: library.health().vectors == "ready")
    assert library.search("掃除のしかたは").passages[0].file == "fact2.md"


def test_another_model_makes_new_vectors_and_leaves_the_words(
    make: Callable[..., Library], endpoint: Fake, files: Path, tmp_path: Path
) -> None:
    first = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    first.add(files)
    first.close()
    before = {path.name for path in (tmp_path / "index").glob("*-*-*")}

    second = make(embeddings_class="langchain_core.embeddings:DeterministicFakeEmbedding", embeddings_args={"size": 16})
    assert second.search("How much does valve 7 weigh?").passages[0].file == "valve7.md"
    second.refresh()
    after = {path.name for path in (tmp_path / "index").glob("*-*-*")}
    assert len(before) == len(after) == 2
    assert [name for name in before & after if name.startswith("lexical")]
    assert (second.health().vectors, second.check()) == ("ready", ())
    assert second.vector_store("en").embeddings is not None


def test_the_vectors_of_a_model_stay_until_those_of_the_next_are_complete(
    make: Callable[..., Library], endpoint: Fake, files: Path, tmp_path: Path
) -> None:
    first = make(embeddings_class="langchain_core.embeddings:DeterministicFakeEmbedding", embeddings_args={"size": 16})
    first.add(files)
    first.close()
    (dear,) = (tmp_path / "index").glob("vectors-*")

    endpoint.answer = lambda texts: (400, b"{}")
    second = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    second.refresh()
    assert dear.exists()
    endpoint.answer = endpoint.vectors
    second.refresh()
    assert not dear.exists()


def test_a_start_without_the_model_costs_none_of_its_vectors(
    make: Callable[..., Library], endpoint: Fake, files: Path
) -> None:
    with_model = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    with_model.add(files)
    with_model.close()
    without = make()
    without.refresh()
    without.rebuild()
    without.close()

    endpoint.asked.clear()
    again = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    again.refresh()
    assert (endpoint.asked, again.health().vectors, again.check()) == ([], "ready", ())


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), "full"])
def test_a_full_disk_costs_no_vectors(
    make: Callable[..., Library], endpoint: Fake, files: Path, monkeypatch: pytest.MonkeyPatch, error: OSError | str
) -> None:
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    library.add(files)
    if isinstance(error, str):
        full = sqlite3.OperationalError("database or disk is full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with monkeypatch.context() as patch:
        failing = error if isinstance(error, OSError) else full
        patch.setattr(Ledger, "finish", lambda *_, **__: (_ for _ in ()).throw(failing))
        (files / "valve7.md").write_text("# Valve 7\n\nIt is new.", "utf-8")
        for _ in range(2 * STRIKES):
            library.add(files)
        assert library.health().problem

    endpoint.asked.clear()
    library.refresh()
    assert [len(texts) for texts in endpoint.asked] == [1]
    assert (library.health().vectors, library.check()) == ("ready", ())


def test_an_edit_while_vectors_are_made_does_not_end_their_making(
    make: Callable[..., Library], endpoint: Fake, files: Path
) -> None:
    library, asked, release = (
        make(embeddings_url=endpoint.url, embeddings_model="tiny"),
        threading.Event(),
        threading.Event(),
    )

    def hang(texts: list[str]) -> tuple[int, bytes]:
        asked.set()
        release.wait(20)
        return endpoint.vectors(texts)

    endpoint.answer = hang
    library.warm()
    library.add(files)
    assert asked.wait(20)
    for file in files.iterdir():
        file.write_text(f"{file.read_text('utf-8')} And more.", "utf-8")
    library.add(files)
    release.set()
    wait_until(lambda: library.health().vectors == "ready" and library.check() == ())


def test_whatever_goes_wrong_in_making_vectors_is_said_and_tried_again(
    make: Callable[..., Library], endpoint: Fake, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make(embeddings_url=endpoint.url, embeddings_model="tiny")
    with monkeypatch.context() as patch:
        patch.setattr(vector_index, "probe", lambda *_, **__: {}["surprise"])
        library.add(files)
        assert library.health().vectors == "failed"
        assert "surprise" in str(library.health().problem)
    library.refresh()
    assert (library.health().vectors, library.health().problem) == ("ready", None)


def test_two_embedders_at_once_are_refused() -> None:
    with pytest.raises(SetupError):
        embedder(KnowledgeSettings(embeddings_url="http://model.example/v1", embeddings_class="some.module:Class"))


def test_who_begins_to_follow_says_when_everything_is_loaded(library: Library) -> None:
    assert not library.practised
    library.warm()
    wait_until(lambda: library.practised)


def wait_until(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < ends, "it did not come"
        time.sleep(0.05)  # noqa: TID251
