"""Files of many kinds become sections of plain text."""

from __future__ import annotations

import pytest

from app.core.errors import Invalid
from app.knowledge.chunk import SIZE, cut
from app.knowledge.read import Section, decode, parse
from app.retrieval.sentences import sentences


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_japanese_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = "料金はいくらですか。カタログをお送りします。"
    assert decode(text.encode(encoding)).removeprefix("\ufeff") == text


def test_a_page_loses_its_scripts_and_keeps_title_headings_and_words() -> None:
    page = (
        "<html><head><title>Trial &amp; support</title><style>p{}</style></head><body><nav>Home</nav>"
        "<h2>How to <em>start</em></h2><p>Order a kit.</p>"
        "<script>alert(1)</script><ul><li>Fix it</li></ul></body></html>"
    )
    source = parse("trial.html", page.encode())
    assert source.title == "Trial & support"
    assert source.sections == (Section("How to start", "Order a kit.\n\nFix it"),)
    assert source.lang == "en"


def test_markdown_loses_its_marks_and_is_cut_at_headings() -> None:
    body = (
        "# 概要\n**無線**の[センサー](https://a.example)です。\n\n| 名 | 値 |\n|---|---|\n| 幅 | 3 |\n"
        "## 注意\n```\n# not a heading\n```"
    )
    source = parse("a.md", body.encode())
    assert source.title == "概要"
    assert source.sections == (
        Section("概要", "無線のセンサーです。\n\n名 / 値\n幅 / 3"),
        Section("注意", "# not a heading"),
    )


def test_front_matter_says_who_approved_and_what_a_case_proves() -> None:
    head = "title: Hokuto\nlang: ja\nkind: case\nindustry: 食品\nfigure: 42\ntags: [x]\nvalid_until: 2030-01-31"
    source = parse("case.md", f"---\n{head}\n---\nBody.".encode())
    assert (source.title, source.lang, source.head.kind, source.head.figure) == ("Hokuto", "ja", "case", "42")
    assert source.head.industry == ["食品"]
    assert source.head.approved_by == "operator"


@pytest.mark.parametrize(
    "head", ["title: a: b", "- list", "lang: fr", "url: javascript:alert(1)", "valid_until: soon", "aproved_by: x"]
)
def test_front_matter_that_cannot_be_trusted_is_refused(head: str) -> None:
    with pytest.raises(Invalid) as error:
        parse("a.md", f"---\n{head}\n---\ntext".encode())
    assert error.value.code == "knowledge_front_matter_invalid"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_long_text_is_cut_at_sentence_ends_and_nothing_is_lost(lang: str) -> None:
    sentence = {
        "ja": "これは振動を測る無線のセンサーについての文です。",
        "en": "This sentence is about a wireless sensor. ",
    }
    text = (sentence[lang] * 60).strip()
    pieces = cut([Section("見出し", text)], "ja" if lang == "ja" else "en")
    assert "".join(piece.text for piece in pieces).replace(" ", "") == text.replace(" ", "")
    assert all(len(piece.text) <= SIZE["ja" if lang == "ja" else "en"] for piece in pieces)
    assert all(piece.text.endswith(("。", ".")) for piece in pieces)
    assert [piece.position for piece in pieces] == list(range(len(pieces)))


def test_sentences_end_where_a_reader_says_so() -> None:
    assert sentences("「行く。」と答えた。次です！\n- 一つ目") == ["「行く。」と答えた。", "次です！", "一つ目"]
    assert sentences('It costs $3.50, Mr. Ito. He said "Go." Then we left.') == [
        "It costs $3.50, Mr. Ito.",
        'He said "Go."',
        "Then we left.",
    ]
