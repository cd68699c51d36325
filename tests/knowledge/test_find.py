"""Two languages in one library, and the same text in two files."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.knowledge.library import Library
from app.retrieval.passages import Lang

FILES = {
    "returns.md": "---\ntitle: Returns\n---\nUnused spare parts can be returned within 30 days of delivery.",
    "hours.md": "---\ntitle: Service hours\n---\nThe hotline answers calls around the clock, also on public holidays.",
    "sso.md": "---\ntitle: Signing in\n---\nSingle sign-on with SAML is part of the Premium plan.",
    "nouki.md": "---\ntitle: 納期\n---\n標準品の納期はご注文から10営業日です。特注品は別途ご案内します。",
    "tatekae.md": "---\ntitle: 下取り\n---\n入れ替えの際は古い機械を無料で引き取ります。",
    "shiharai.md": "---\ntitle: お支払い\n---\nお支払いは月末締め翌月末の銀行振込です。クレジットカードは使えません。",
}


@pytest.fixture
def mixed(library: Library, tmp_path: Path) -> Library:
    root = tmp_path / "mixed"
    root.mkdir()
    for name, text in FILES.items():
        (root / name).write_text(text, "utf-8")
    assert not library.add(root).failed
    return library


@pytest.mark.parametrize(
    ("query", "lang", "file"),
    [
        ("未使用の部品は返品できますか", "ja", "returns.md"),
        ("祝日もホットラインに電話できますか", "ja", "hours.md"),
        ("シングルサインオンはどのプランですか", "ja", "sso.md"),
        ("What is the delivery time of standard products?", "en", "nouki.md"),
        ("Can I pay by credit card?", "en", "shiharai.md"),
        ("Hello, I'm Ann from Acme. Do you take the old machine back for free?", "en", "tatekae.md"),
    ],
)
def test_a_question_finds_what_only_the_other_language_says(mixed: Library, query: str, lang: Lang, file: str) -> None:
    found = mixed.search(query, lang=lang)
    assert file in [passage.file for passage in found.passages[:3]]
    assert found.passages[0].lang != found.lang
    assert found.verdict != "unknown"
    assert found.query == query


@pytest.mark.parametrize(
    ("query", "lang"),
    [
        ("本社の社長は誰ですか", "ja"),
        ("火星旅行の保険料はいくらですか", "ja"),
        ("Do you sell pianos to schools?", "en"),
    ],
)
def test_p4_the_bridge_makes_no_answer_of_what_nobody_wrote(mixed: Library, query: str, lang: Lang) -> None:
    assert mixed.search(query, lang=lang).verdict != "answer"


def test_what_the_own_language_says_comes_first(mixed: Library) -> None:
    assert mixed.search("標準品の納期は何営業日ですか").passages[0].file == "nouki.md"
    assert mixed.search("Is single sign-on part of the Premium plan?").passages[0].file == "sso.md"


def test_the_same_text_in_two_files_is_found_once_and_other_figures_are_kept(mixed: Library, tmp_path: Path) -> None:
    (tmp_path / "copy.md").write_text(FILES["nouki.md"].replace("title: 納期", "title: 納期\nkind: faq"), "utf-8")
    (tmp_path / "special.md").write_text(FILES["nouki.md"].replace("10営業日", "25営業日"), "utf-8")
    mixed.add(tmp_path / "copy.md")
    mixed.add(tmp_path / "special.md")
    files = [passage.file for passage in mixed.search("標準品の納期").passages]
    assert "nouki.md" not in files
    assert {"copy.md", "special.md"} <= set(files)
