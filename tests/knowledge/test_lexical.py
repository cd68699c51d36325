"""The lexical index holds what is in the documents, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.knowledge.chunk import Piece
from app.knowledge.index_file import IndexedDocument
from app.knowledge.lexical import Lexical
from app.knowledge.library import Library
from app.retrieval.fuse import DEPTH
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


@pytest.mark.parametrize("head", ["valid_until: 2020-01-01", "kind: faq", "industry: mining"])
def test_what_is_not_asked_for_takes_no_place(library: Library, tmp_path: Path, head: str) -> None:
    folder = tmp_path / "prices"
    folder.mkdir()
    for n in range(DEPTH + 10):
        text = f"---\ntitle: Zeppelin price {n}\n{head}\n---\nThe zeppelin price is {n} dollars."
        (folder / f"{n}.md").write_text(text, "utf-8")
    wanted = "Many balloons of all sizes are for rent. A zeppelin price of 77 dollars is for the long hire of one."
    (folder / "wanted.md").write_text(f"---\ntitle: Rent\nkind: case\nindustry: film\n---\n{wanted}", "utf-8")
    library.add(folder)

    industry = "film" if head.startswith("industry") else None
    found = library.search("zeppelin price", kinds=["case"] if head == "kind: faq" else None, industry=industry)
    assert [passage.file for passage in found.passages] == ["wanted.md"]


def test_p4_a_document_whose_twin_has_expired_answers_in_the_other_language(library: Library, tmp_path: Path) -> None:
    ja = "---\ntitle: 料金\nvalid_until: 2020-01-01\n---\n飛行船の料金は5ドルです。"
    en = "---\ntitle: Price\nglossary: {飛行船: zeppelin}\n---\nThe zeppelin price is 7 dollars."
    for lang, text in (("ja", ja), ("en", en)):
        (tmp_path / "both" / lang).mkdir(parents=True)
        (tmp_path / "both" / lang / "price.md").write_text(text, "utf-8")
    library.add(tmp_path / "both")
    assert [passage.file for passage in library.search("飛行船の料金はいくらですか").passages] == ["en/price.md"]
