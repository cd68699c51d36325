"""LangChain's seams: any `Embeddings` in, a `VectorStore` and a `BaseRetriever` out."""

from __future__ import annotations

from pathlib import Path

from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda
from langchain_core.vectorstores import VectorStore

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.settings import Settings
from app.knowledge.library import Library
from app.knowledge.retriever import LibraryRetriever
from app.main import open_library


def test_a_retriever_is_narrowed_by_kind_and_industry(stocked: Library) -> None:
    def files(**narrowed: object) -> list[str]:
        retriever = LibraryRetriever(library=stocked, k=3, lang="ja", **narrowed)
        return [document.metadata["file"] for document in retriever.invoke("導入後に停止や点検が減った事例")]

    assert sorted(files(kinds=("case",))) == ["ja/事例-製紙.md", "ja/事例-食品.md"]
    assert files(industry="食品") == files(industry="食品製造業") == ["ja/事例-食品.md"]
    assert files(kinds=("pricing",), industry="食品") == []


def test_the_retriever_takes_part_in_a_chain(stocked: Library) -> None:
    retriever: BaseRetriever = LibraryRetriever(library=stocked, k=1)
    chain = retriever | RunnableLambda(lambda documents: documents[0].page_content)
    assert "98,000円" in chain.invoke("月額料金はいくらですか")


def test_a_langchain_class_is_used_by_setting_alone(
    database: Database, clock: FixedClock, files: Path, tmp_path: Path
) -> None:
    settings = Settings(
        data_dir=tmp_path / "data",
        knowledge={
            "embeddings_class": "langchain_core.embeddings:DeterministicFakeEmbedding",
            "embeddings_args": {"size": 24},
        },
    )
    library = open_library(settings, database)
    library.add(files)
    store: VectorStore = library.vector_store("en")
    assert store.embeddings is not None
    assert len(store.embeddings.embed_query("anything")) == 24
    assert store.similarity_search("anything", k=1)[0].metadata["file"] == "en/security.md"
    assert (library.health().vectors, library.check()) == ("ready", ())
    library.close()
