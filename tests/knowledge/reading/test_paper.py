"""PDF and Word files become sections as a reader would take notes of them."""

from __future__ import annotations

from app.knowledge.reading.sections import Section
from app.knowledge.reading.source import parse
from tests.knowledge.reading.paper import new_word, pdf, word

PAGES = (
    [
        "# 料金のご案内",
        "スタンダードプランの月額料金は98,000円です。初期費用は420,00",
        "0円で、最低契約期間は12か月です。値引きはしておりませんので、ご",
        "了承ください。",
        "",
        "お見積もりは5営業日以内にお送りします。",
    ],
    [
        "# Contract",
        "The minimum term is 12 months, after which the contract is pro-",
        "longed month by month. Annual prepayment is available to all custom",
        "ers in Japan.",
        "",
        "Invoices close at month end.",
    ],
    ["# Support", "Call us on weekdays."],
)


def test_a_pdf_loses_what_is_on_every_page_and_gets_its_sentences_back() -> None:
    source = parse("a.pdf", pdf(*PAGES, head="株式会社ミナモ 資料", foot="- {} -"))
    assert source.title == "料金のご案内"
    assert source.sections == (
        Section(
            "料金のご案内",
            "スタンダードプランの月額料金は98,000円です。初期費用は420,000円で、最低契約期間は12か月です。"
            "値引きはしておりませんので、ご了承ください。\n\nお見積もりは5営業日以内にお送りします。",
        ),
        Section(
            "Contract",
            "The minimum term is 12 months, after which the contract is prolonged month by month. "
            "Annual prepayment is available to all custom ers in Japan.\n\nInvoices close at month end.",
        ),
        Section("Support", "Call us on weekdays."),
    )


def test_a_sentence_goes_on_over_the_page_and_lines_that_are_short_stay_lines() -> None:
    long = "Sensors measure vibration every ten minutes and send it over the air to"
    source = parse("a.pdf", pdf([long], ["the gateway.", "", "Founded 2009", "Staff 86"]))
    assert source.text == f"{long} the gateway.\n\nFounded 2009\\\nStaff 86"


def test_a_word_file_keeps_headings_lists_tables_and_notes_and_loses_what_is_not_shown() -> None:
    document = new_word()
    document.add_heading("導入ガイド", 0)
    document.add_heading("準備", 1)
    document.add_paragraph("センサーを10台ご用意ください。")
    document.add_paragraph("磁石", style="List Bullet")
    document.add_heading("料金", 2)
    table = document.add_table(rows=3, cols=3)
    rows = (["プラン", "初期費用", "月額"], ["スターター", "180,000円", "39,000円"], ["個別", "お見積もり", ""])
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    table.cell(2, 1).merge(table.cell(2, 2))
    paragraph = document.add_paragraph("月額は")
    paragraph.add_run("旧49,000円").font.strike = True
    paragraph.add_run("社外秘").font.hidden = True
    paragraph.add_run("39,000円です。")

    source = parse("guide.docx", word(document))

    assert (source.title, source.lang) == ("導入ガイド", "ja")
    assert source.sections == (
        Section("準備", "センサーを10台ご用意ください。\n\n- 磁石"),
        Section(
            "料金",
            "プラン スターター：初期費用 180,000円、月額 39,000円\n"
            "プラン 個別：初期費用 お見積もり、月額 お見積もり\n\n月額は39,000円です。",
        ),
    )


def test_front_matter_of_a_pdf_lies_before_it_as_it_does_in_text() -> None:
    source = parse("a.pdf", b"---\ntitle: Prices: all\nkind: pricing\n---\n" + pdf(["One price for all."]))
    assert (source.title, source.head.kind, source.text) == ("Prices: all", "pricing", "One price for all.")
