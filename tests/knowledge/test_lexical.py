"""The lexical index holds what is in the documents, and nothing else."""

from __future__ import annotations

from pathlib import Path

from app.knowledge.chunk import Piece
from app.knowledge.index_file import IndexedDocument
from app.knowledge.lexical import Lexical
from app.retrieval.tokens import grams, words


def test_a_forgotten_document_leaves_nothing_in_the_index(tmp_path: Path) -> None:
    lexical = Lexical(tmp_path / "lexical.sqlite")
    lexical.create()
    piece = Piece(0, "見出し", "振動 sensor を測る。振動は1,200Hzまで。")
    document = IndexedDocument("d", 1, "f", "題名", None, "ja", "faq", ("topic",), None, None, (), (("c", piece),))
    lexical.replace([document])
    lexical.replace([document])
    assert lexical.weigh("ja", "words", terms=["振動"]).known == {"振動": 1}

    lexical.replace([], removed=["d"])

    assert lexical.weigh("ja", "words", terms=words(piece.text)).known == {}
    assert lexical.weigh("ja", "grams", terms=grams(piece.text)).known == {}
    assert lexical.weigh("ja", "titles", terms=words("題名 見出し topic")).known == {}
    assert lexical.size("ja") == 0
    lexical.close()
