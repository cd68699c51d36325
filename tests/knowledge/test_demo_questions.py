"""What prospects ask the demo company in everyday words is answered from the right document, and nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.core.clock import FixedClock
from app.core.db import Database
from app.knowledge.library import Library
from app.retrieval.passages import Lang
from tests.conftest import TUESDAY_10_JST

ROOT = Path(__file__).parents[2]
QUESTIONS: dict[Lang, dict[str, list[Any]]] = yaml.safe_load(
    Path(__file__).with_name("demo_questions.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def demo(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return the demo company's documents; nobody here writes to them."""
    folder = tmp_path_factory.mktemp("demo")
    database = Database(f"sqlite:///{shutil.copy(empty_sqlite, folder / 'sokuo.db')}")
    library = Library(database, folder / "index", clock=FixedClock(TUESDAY_10_JST))
    assert not library.add(ROOT / "knowledge").failed
    yield library
    library.close()
    database.close()


def share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_everyday_questions_to_a_small_company_are_answered_from_the_right_document(demo: Library, lang: Lang) -> None:
    asked = QUESTIONS[lang]["answerable"] + QUESTIONS[lang]["later_answerable"]
    found = [demo.search(row["q"], lang=lang) for row in asked]
    right = [
        result.passages[0].file in {f"{lang}/{file}.md" for file in row["files"]}
        for row, result in zip(asked, found, strict=True)
    ]

    assert share(right) >= 0.9
    assert share([fits and result.verdict == "answer" for fits, result in zip(right, found, strict=True)]) >= 0.8
    assert share([result.verdict != "unknown" for result in found]) >= 0.95
    assert {result.passages[0].lang for result in found} == {lang}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_p4_what_has_nothing_to_do_with_the_company_is_never_answered(demo: Library, lang: Lang) -> None:
    asked = QUESTIONS[lang]["unrelated"] + QUESTIONS[lang]["later_unrelated"]
    assert share([demo.search(question, lang=lang).verdict != "answer" for question in asked]) >= 0.9
    near = [demo.search(question, lang=lang).verdict for question in QUESTIONS[lang]["near_miss"]]
    assert near.count("answer") <= len(near) // 4


@pytest.mark.parametrize(
    ("query", "lang", "told"),
    [
        ("Is the trial really free?", "en", "free of charge"),
        ("How long is the trial?", "en", "30 days"),
        ("トライアルは無料ですか", "ja", "無料でお試し"),
        ("How long is the battery life?", "en", "About 5 years"),
        ("Do you ship to the US?", "en", "not available for plants outside Japan"),
        ("アメリカの工場でも使えますか", "ja", "海外の工場ではお使いいただけません"),
        ("納期", "ja", "10営業日"),
        ("How many days does mounting 30 sensors take?", "en", "in a day"),
        ("What happens after the trial?", "en", "never converts into a paid contract"),
        ("Does it renew by itself after the trial?", "en", "never converts into a paid contract"),
        ("試用が終わったらどうなりますか", "ja", "自動で有料契約に切り替わることはありません"),
        ("自動で課金されますか", "ja", "自動で有料契約に切り替わることはありません"),
        ("How long do I wait for support?", "en", "within 1 business hour"),
        ("サポートの返答はどのくらいかかりますか", "ja", "1営業時間以内"),
        ("Our roll turns at 100 rpm. Does it work?", "en", "120 rpm"),
        ("-25C freezer", "en", "−20 °C"),
        ("60度くらいになる場所でも使えますか", "ja", "85 ℃"),
        ("油や切粉が飛ぶ環境でも使えますか", "ja", "IP67"),
        ("It gets sprayed with water every night, can the sensor take it?", "en", "IP67"),
        ("Does it need our Wi-Fi?", "en", "does not need your company network"),
        ("Can it be used without Wi-Fi?", "en", "their own LTE"),
        ("Could we own the sensors rather than rent them?", "en", "cannot be purchased"),
        ("レンタルではなく購入したいのですが可能ですか", "ja", "買い取りはできません"),
        ("May we prepay the entire year?", "en", "Annual prepayment"),
        ("一年分を一括で払えますか", "ja", "年額一括"),
        ("Are you reachable around Christmas?", "en", "December 29"),
        ("クリスマスや正月は受け付けていますか", "ja", "12月29日"),
        ("Is it rated for ATEX zone 2?", "en", "not explosion-proof"),
        ("Is 45 days net possible?", "en", "end of the following month"),
        ("When we order today, how soon does it arrive?", "en", "10 business days"),
        ("Is it possible to fit it on outdoor pumps?", "en", "outdoors"),
        ("画面は韓国語に対応していますか", "ja", "日本語と英語"),
        ("Will the sensor reach a gateway 90 m away?", "en", "50–80 m"),
        ("APIのリクエスト数の上限は", "ja", "60リクエスト"),
        ("設置に来てもらうことはできますか", "ja", "技術員"),
    ],
)
def test_the_answer_says_what_was_asked_for(demo: Library, query: str, lang: Lang, told: str) -> None:
    answer = demo.ask(query, lang=lang)
    assert (answer.verdict, told in answer.text) == ("answer", True)


@pytest.mark.parametrize(
    ("query", "lang"),
    [
        ("Does your chiller work at 60 °C?", "en"),
        ("ゲートウェイは60度でも使えますか", "ja"),
        ("湿度95%でも使えますか", "ja"),
        ("ポンプの圧力5MPaでも使えますか", "ja"),
        ("Is 60 °C wash water ok for your hands?", "en"),
        ("Do you sell dust masks?", "en"),
        ("Can you spray paint our logo on it?", "en"),
        ("御社のタブレットは水に濡れても大丈夫ですか", "ja"),
        ("What happens after the pilot line is done?", "en"),
        ("トライアル後に台数を増やせますか", "ja"),
        ("Can I get a second trial?", "en"),
        ("How quickly does support repair a motor?", "en"),
        ("リースはありますか", "ja"),
        ("Do you lease cars?", "en"),
    ],
)
def test_what_looks_like_it_and_is_told_nowhere_is_not_answered(demo: Library, query: str, lang: Lang) -> None:
    assert demo.ask(query, lang=lang).verdict != "answer"
