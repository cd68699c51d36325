"""What embedding classes and endpoints do wrong stays theirs: bad vectors, no answer, a long start."""

from __future__ import annotations

import threading
import time
from typing import ClassVar

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from app.core.errors import Unavailable
from app.core.settings import KnowledgeSettings
from app.knowledge.embeddings import embedder
from app.knowledge.guard import REST_S, Guard


def test_a_dead_endpoint_costs_one_question_its_time_and_the_next_ones_none() -> None:
    now, asked = [0.0], []

    class Dead:
        name, weight = "dead", 1.0

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[1.0] for _ in texts]

        def embed_query(self, text: str) -> list[float]:
            asked.append(text)
            threading.Event().wait(30)
            return [1.0]

    guard = Guard(Dead(), query_s=0.05, monotonic=lambda: now[0])
    for question in ("one", "two"):
        with pytest.raises(Unavailable):
            guard.embed_query(question)
    assert asked == ["one"]
    now[0] = REST_S + 1
    with pytest.raises(Unavailable):
        guard.embed_query("three")
    assert asked == ["one", "three"]


@pytest.mark.parametrize(
    "vectors",
    [[[1.0, 2.0]], [[1.0], [1.0, 2.0]], [[0.0], [1.0]], [[float("nan")], [1.0]], [[], []], ["ab", "cd"], None],
)
def test_no_bad_vector_gets_through(vectors: list[list[float]]) -> None:
    class Bad(DeterministicFakeEmbedding):
        name: str = "bad"
        weight: float = 1.0

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return vectors

    with pytest.raises(Unavailable) as error:
        Guard(Bad(size=1)).embed_documents(["one", "two"])
    assert error.value.code == "embeddings_unavailable"


def test_no_question_waits_for_a_class_that_is_still_loaded() -> None:
    loaded = threading.Event()

    class Slow:
        name, weight = "slow", 1.0

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [self.embed_query(text) for text in texts]

        def embed_query(self, text: str) -> list[float]:
            loaded.wait(20)
            return [1.0]

        def load(self) -> None:
            loaded.wait(20)

    guard = Guard(Slow(), query_s=0.05)
    with pytest.raises(Unavailable):
        guard.embed_query("one")
    assert not loaded.is_set()
    loaded.set()
    ends = time.monotonic() + 20
    while not answers(guard):
        assert time.monotonic() < ends, "it did not come"


class Counted(DeterministicFakeEmbedding):
    """Takes a moment to be made."""

    made: ClassVar[list[int]] = []

    def __init__(self, **arguments: int) -> None:
        threading.Event().wait(0.05)
        super().__init__(**arguments)
        self.made.append(1)


def test_a_class_is_made_once_however_many_threads_ask_at_once() -> None:
    embeddings = embedder(KnowledgeSettings(embeddings_class=f"{__name__}:Counted", embeddings_args={"size": 8}))
    threads = [threading.Thread(target=embeddings.embed_query, args=("one",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Counted.made) == 1


def answers(guard: Guard) -> bool:
    try:
        return guard.embed_query("two") == [1.0]
    except Unavailable:
        return False
