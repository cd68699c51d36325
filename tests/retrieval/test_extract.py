"""What is read out of a document stands alone, holds the answer and is word for word."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from app.retrieval.extract import extract
from app.retrieval.passages import Found, Lang, Passage
from app.retrieval.statistics import Field, Weighed
from app.retrieval.tokens import detect_lang


class EvenStatistics:
    """Every word tells as much as any other."""

    def size(self, lang: Lang) -> int:
        return 100

    def weigh(self, lang: Lang, field: Field, *, terms: Iterable[str]) -> Weighed:
        idf = dict.fromkeys(terms, 2.0)
        return Weighed(idf, dict.fromkeys(idf, 1), 2.2 * sum(idf.values()))


def passage(text: str, *, n: int = 1, score: float = 1.0) -> Passage:
    lang = detect_lang(text)
    return Passage(f"c{n}", f"d{n}", f"{n}.md", "Guide", None, None, lang, "document", text, score, None)


def answer(query: str, *passages: Passage) -> str:
    found = Found("answer", passages, 0.5, query, passages[0].lang)
    return extract(EvenStatistics(), found, query=query).text


FAQ_JA = (
    "Q. 解約はいつまでに連絡すればよいですか？\nA. 前月の末日までにメールでご連絡ください。\n"
    "Q. 送料は？\nA. 当社が負担します。"
)
FAQ_EN = (
    "Q: When do we have to tell you about a cancellation?\nA: By the end of the month before.\nQ: Shipping?\nA: We pay."
)
LIST_JA = (
    "会社は札幌にあります。お申し込みに必要な書類は次の3つです：\n"
    "- 注文書\n- 設備の一覧\n- 秘密保持契約書\n審査はありません。"
)
LIST_EN = (
    "We are in Leeds. To order, send us the following documents:\n- purchase order\n- list of machines\n"
    "No audit is made."
)


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        (FAQ_JA, "解約の連絡はいつまで？", "前月の末日までにメールでご連絡ください。"),
        (FAQ_EN, "when must we announce a cancellation", "By the end of the month before."),
    ],
)
def test_a_written_question_is_not_read_out_but_leads_to_its_answer(text: str, query: str, expected: str) -> None:
    told = answer(query, passage(text))
    assert told.startswith(expected)
    assert "Q" not in told
    assert "?" not in told.replace("？", "?")


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        (
            LIST_JA,
            "申し込みの書類は何ですか",
            "お申し込みに必要な書類は次の3つです：\n注文書\n設備の一覧\n秘密保持契約書",
        ),
        (
            LIST_EN,
            "which documents to order",
            "To order, send us the following documents:\npurchase order\nlist of machines",
        ),
    ],
)
def test_a_list_comes_with_the_sentence_that_leads_to_it(text: str, query: str, expected: str) -> None:
    assert expected in answer(query, passage(text))


def test_of_a_long_list_the_items_asked_for_come_below_one_lead() -> None:
    items = "\n".join(
        f"- 対応機種{n}：{name}を年に{n}回、専門の係員が現地で点検します"
        for n, name in enumerate("甲乙丙丁戊己庚辛壬癸", 1)
    )
    told = answer("丙と庚の点検は年に何回", passage(f"点検は以下のとおりです：\n{items}"))
    assert told.count("点検は以下のとおりです：") == 1
    assert "丙を年に3回" in told
    assert "癸" not in told


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("屋外にも設置できます。ただし零下10度より低い場所では電池寿命が3年になります。", "零下10度で電池寿命は"),
        (
            "Sensors work outdoors. However, below zero the battery lasts three years.",
            "how long does the battery last below zero",
        ),
    ],
)
def test_a_sentence_that_leans_on_another_does_not_come_alone(text: str, query: str) -> None:
    assert answer(query, passage(text)) == text


def test_a_label_stays_with_what_it_stands_for() -> None:
    text = "Refrigerants. All machines contain R-454C. Old ones can be converted in a week.\n"
    assert answer("which refrigerants", passage(text)).startswith("Refrigerants. All machines contain R-454C.")
    assert answer("点検コースは", passage("点検コース。年2回伺い、32項目を見ます。")).startswith("点検コース。年2回")


def test_a_minus_is_no_list_mark() -> None:
    assert answer("電池寿命は", passage("-10℃では電池寿命が3年です。")) == "-10℃では電池寿命が3年です。"


def test_a_headline_or_a_plain_question_is_no_answer() -> None:
    text = (
        "振動センサーの価格\n振動センサーの価格は1台3,500円です。\n"
        "値引きはありますか？\n100台から個別にお見積もりします。"
    )
    assert "振動センサーの価格は1台3,500円です。" in answer("振動センサーの価格", passage(text))
    assert not answer("振動センサーの価格", passage(text)).startswith("振動センサーの価格\n")
    assert "値引きはありますか" not in answer("値引きはありますか", passage(text))


def test_where_people_or_numbers_are_asked_for_the_sentence_that_has_one_is_told() -> None:
    filler = "点検の記録は毎週まとめられます。機械の様子は画面で見られます。部品は工場に置かれています。"
    who = f"この点検を始めたのは現場です。{filler}点検は田中健一が考えました。"
    count = f"導入した工場の数を公表しています。{filler}工場は42件です。"
    assert "田中健一" in answer("点検を考えたのは誰ですか", passage(who))
    assert "42件" in answer("導入した工場は何件ですか", passage(count))


def test_nearly_equal_passages_are_both_heard_and_cited() -> None:
    first = passage("保守の窓口は東京にあります。受付は平日です。", n=1, score=1.0)
    second = passage("保守の窓口の電話番号は代表番号です。受付は土曜日も可能です。", n=2, score=0.98)
    found = Found("answer", (first, second), 0.5, "保守の窓口の受付は土曜日も可能ですか", "ja")
    told = extract(EvenStatistics(), found, query=found.query)
    assert "受付は土曜日も可能です。" in told.text
    assert second in [citation.passage for citation in told.citations]


def test_nothing_is_read_out_when_nothing_is_known() -> None:
    found = Found("unknown", (passage("保守の窓口は東京にあります。"),), 0.1, "天気", "ja")
    assert extract(EvenStatistics(), found, query="天気").text == ""


ROWS = (
    "The chillers in figures:\n"
    "Model: K-05 — Cooling capacity: 5 kW; Weight: 95 kg; Sound level: 54 dB\n"
    "Model: K-15 — Cooling capacity: 15 kW; Weight: 210 kg; Sound level: 59 dB\n"
    "Model: K-40 — Cooling capacity: 40 kW; Weight: 390 kg; Sound level: 63 dB"
)
CARE = "簡易点検は、すべての機械が対象です。\n点検の記録は保存してください。\n点検は3か月に1回、担当者が行います。"


@pytest.mark.parametrize(
    ("query", "text", "held"),
    [
        ("How loud is the 15 kW chiller?", ROWS, "59 dB"),
        ("How heavy is the 40kW chiller?", ROWS, "390 kg"),
        ("簡易点検の頻度は？", CARE, "3か月に1回"),
    ],
)
def test_the_figure_asked_about_and_the_kind_asked_for_decide_between_rows(query: str, text: str, held: str) -> None:
    assert held in answer(query, passage(text))


def test_a_row_that_names_what_is_asked_for_is_read_too() -> None:
    cold = passage("Below freezing, battery life drops to about three years.", score=1.1)
    sheet = passage("Weight: 110 g\nBattery life: about 5 years\nRadio: 920 MHz", n=2)
    assert "about 5 years" in answer("How long is the battery life?", cold, sheet)
