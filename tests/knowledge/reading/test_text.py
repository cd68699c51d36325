"""Markdown, web pages and plain text become sections of plain text."""

from __future__ import annotations

import pytest

from app.knowledge.chunk import REST, SIZE, cut
from app.knowledge.reading.charset import decode
from app.knowledge.reading.sections import Section
from app.knowledge.reading.source import parse
from app.retrieval.passages import Lang

PLANS = (
    "| Plan | Sensors | Initial fee |\n|---|---|---|\n| Starter | 10 | JPY 180,000 |\n| Enterprise | 100 and up | |\n"
)


def sections(file: str, text: str) -> list[tuple[str | None, str]]:
    return [(section.heading, section.text) for section in parse(file, text.encode()).sections]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_japanese_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = "料金はいくらですか。カタログをお送りします。"
    assert decode(text.encode(encoding)).removeprefix("\ufeff") == text


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    page = '<meta charset="windows-1252"><p>A café in Zürich sells it.</p>'
    assert parse("a.html", page.encode("cp1252")).text == "A café in Zürich sells it."


def test_markdown_loses_its_marks_and_is_cut_at_headings() -> None:
    body = (
        "# 概要\n**無線**の[センサー](https://a.example)です。~~旧型~~\n\n1. 測る\n   - 振動\n2. 送る\n"
        "## 注意\n```\n# not a heading\n```"
    )
    source = parse("a.md", body.encode())
    assert source.title == "概要"
    assert source.sections == (
        Section("概要", "無線のセンサーです。\n\n1. 測る\n  - 振動\n2. 送る"),
        Section("注意", "# not a heading"),
    )
    assert source.text == body


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (PLANS, "Plan: Starter — Sensors: 10; Initial fee: JPY 180,000\nPlan: Enterprise — Sensors: 100 and up"),
        (f"# Plans\n\n{PLANS}", "Starter — Sensors: 10; Initial fee: JPY 180,000\nEnterprise — Sensors: 100 and up"),
        (
            "# プラン\n|プラン|センサー|月額|\n|-|-|-|\n|スターター|10台|39,000円|",
            "スターター：センサー 10台、月額 39,000円",
        ),
        ("|Item|Details|\n|-|-|\n|Battery life|5 years|", "Battery life: 5 years"),
        ("|項目|仕様|\n|-|-|\n|電池寿命|約5年|", "電池寿命：約5年"),
        ("| |Starter|Standard|\n|-|-|-|\n|Single sign-on|no|yes|", "Single sign-on — Starter: no; Standard: yes"),
        ("# Fees\n|Fees for|Price|\n|-|-|\n|10|JPY 9|", "Fees for: 10 — Price: JPY 9"),
    ],
)
def test_each_row_of_a_table_says_what_its_values_are(table: str, rows: str) -> None:
    assert sections("a.md", table)[-1][1] == rows


def test_a_heading_is_told_with_its_parent_only_where_it_needs_it() -> None:
    body = (
        "# Prices\n## Starter\n### Term\nOne year.\n## Standard\nThe usual choice.\n### Term\nTwo years.\n"
        "### Invoices\nMonthly.\n## Empty\n## Support\nBy mail.\n## Call 03-5550-0142"
    )
    assert sections("a.md", body) == [
        ("Starter › Term", "One year."),
        ("Standard", "The usual choice."),
        ("Standard › Term", "Two years."),
        ("Invoices", "Monthly."),
        ("Empty › Support", "By mail.\nCall 03-5550-0142"),
    ]
    assert parse("a.md", body.encode()).title == "Prices"
    assert sections("a.md", "---\ntitle: Help\n---\n# Call 03-5550-0142") == [(None, "Call 03-5550-0142")]


def test_lines_broken_by_the_width_of_the_page_are_joined_and_others_are_kept() -> None:
    wrapped = (
        "Every gateway keeps the measurements of the last seventy-two hours and\n"
        "sends them as soon as the line is back, so that nothing of what was\nmeasured is lost.\n\n"
        "ゲートウェイは直近の七十二時間に測定した値を本体に保存しておき、回線が元に\n"
        "戻りしだい送信しますので、測定した値が失われることはありません。\n\n設立 2009年\n従業員 86名"
    )
    expected = (
        "Every gateway keeps the measurements of the last seventy-two hours and "
        "sends them as soon as the line is back, so that nothing of what was measured is lost.\n\n"
        "ゲートウェイは直近の七十二時間に測定した値を本体に保存しておき、回線が元に"
        "戻りしだい送信しますので、測定した値が失われることはありません。\n\n設立 2009年\n従業員 86名"
    )
    assert sections("a.md", wrapped) == sections("a.txt", wrapped) == [(None, expected)]


def test_a_page_loses_its_scripts_and_keeps_title_headings_and_words() -> None:
    page = (
        "<html><head><title>Trial &amp; support</title><style>p{}</style></head><body><nav>Home</nav>"
        "<h2>How to <em>start</em></h2><p>Order a kit.<br>Then wait.</p><div style='display: none'>Secret</div>"
        "<p>センサーを\n  つけます。<del>9円</del><script>alert(1)</script><ul><li>Fix it<ol><li>now</ol></ul>"
        "<div hidden>Not<p>shown</p></div></body></html>"
    )
    source = parse("trial.html", page.encode())
    text = "Order a kit.\nThen wait.\n\nセンサーをつけます。\n\n- Fix it\n  1. now"
    assert (source.title, source.lang) == ("Trial & support", "ja")
    assert source.sections == (Section("How to start", text),)


def test_of_a_page_that_has_a_main_part_only_that_is_read() -> None:
    page = "<body><header>Minamo</header><div>Cookies?</div><main><p>We rent sensors.</main><footer>2026</footer>"
    assert sections("a.html", page) == [(None, "We rent sensors.")]
    assert sections("a.html", "<body><main></main><ul></ul><p>We rent sensors.") == [(None, "We rent sensors.")]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            "<tr><th rowspan=2>Plan<th colspan=2>Fee<tr><th>first<th>monthly<tr><td>Starter<td>9<td>2",
            "Plan: Starter — Fee first: 9; Fee monthly: 2",
        ),
        ("<tr><td>社長<td>水野 拓也<tr><td>設立<td>2009年", "社長：水野 拓也\n設立：2009年"),
        ("<tr><th>Founded<td>2009<tr><th>Staff<td>86", "Founded: 2009\nStaff: 86"),
        ("<tr><td>Plan<td>Sensors<td>Fee<tr><td>Starter<td>10<td>9", "Plan: Starter — Sensors: 10; Fee: 9"),
        ("<tr><td><h3>Left</h3><td>Right", "Right"),
    ],
)
def test_a_table_of_a_page_knows_its_column_names(table: str, rows: str) -> None:
    assert sections("a.html", f"<table>{table}</table>")[-1][1] == rows


def test_names_with_values_are_rows_and_questions_with_answers_are_not() -> None:
    page = "<dl><dt>設立<dd>2009年</dl><dl><dt>解約できますか？<dd>はい、できます。</dl>"
    assert sections("a.html", page) == [(None, "設立：2009年\n\n解約できますか？\n\nはい、できます。")]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_long_text_is_cut_at_sentence_ends_and_nothing_is_lost(lang: Lang) -> None:
    sentence = {
        "ja": "これは振動を測る無線のセンサーについての文です。",
        "en": "This sentence is about a wireless sensor. ",
    }[lang]
    for count in range(10, 60, 7):
        text = (sentence * count).strip()
        pieces = cut([Section("見出し", text)], lang)
        assert "".join(piece.text for piece in pieces).replace(" ", "") == text.replace(" ", "")
        assert all(len(piece.text) <= SIZE[lang] + REST[lang] for piece in pieces)
        assert len(pieces) == 1 or all(len(piece.text) >= REST[lang] for piece in pieces)
        assert all(piece.text.endswith(("。", ".")) for piece in pieces)
        assert [piece.position for piece in pieces] == list(range(len(pieces)))


def test_small_sections_under_different_headings_stay_apart() -> None:
    assert [piece.heading for piece in cut([Section("A", "One."), Section("B", "Two.")], "en")] == ["A", "B"]
