"""What authors write at the head of a document is understood, or the document is refused with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core.errors import Invalid
from app.knowledge.front_matter import FrontMatter, split


def head(source: str) -> FrontMatter:
    return split(f"---\n{source}\n---\nBody.").head


def test_front_matter_says_who_approved_and_what_a_case_proves() -> None:
    read = head("title: Hokuto\nlang: ja\nkind: case\nindustry: 食品\nfigure: 42\ntags: [x]\nvalid_until: 2030-01-31")
    assert (read.title, read.lang, read.kind, read.figure) == ("Hokuto", "ja", "case", "42")
    assert (read.industry, read.valid_until, read.approved_by) == (["食品"], date(2030, 1, 31), "operator")


@pytest.mark.parametrize(
    ("source", "field", "value"),
    [
        ("title: Sensors: an overview", "title", "Sensors: an overview"),
        ("title: [新製品] 温度センサー", "title", "[新製品] 温度センサー"),
        ("title: @home", "title", "@home"),
        ("title: No", "title", "No"),
        ("title: 2024", "title", "2024"),
        ("title: '改訂版'\r", "title", "改訂版"),
        ("kind: Case Study", "kind", "case"),
        ("kind: 導入事例", "kind", "case"),
        ("kind: policy", "kind", "policy"),
        ("language: 日本語", "lang", "ja"),
        ("public url: https://minamo.example/a", "url", "https://minamo.example/a"),
        ("Valid until: 2030年3月31日", "valid_until", date(2030, 3, 31)),
        ("valid_from: 2026/4/1", "valid_from", date(2026, 4, 1)),
        ("approved_on: 2026-05-18 10:00:00", "approved_on", date(2026, 5, 18)),
        ("approved_by: null", "approved_by", None),
        ("approved_by: no", "approved_by", None),
        ("figure: 1.10", "figure", "1.10"),
        ("title: !!binary gIGC", "title", "!!binary gIGC"),
        ("figures: [年11回から2回, '18,500円']", "figure", "年11回から2回"),
        ("figures: 18,500円", "figures", ["18,500円"]),
    ],
)
def test_a_value_is_taken_as_its_author_means_it(source: str, field: str, value: Any) -> None:
    assert getattr(head(source), field) == value


def test_a_glossary_is_taken_in_every_form_people_write_it_in() -> None:
    pairs = [("料金", "price"), ("解約", "cancellation")]
    for source in ("{料金: price, 解約: cancellation}", "[{ja: 料金, en: price}, {解約: cancellation}]"):
        assert [(term.ja, term.en) for term in head(f"glossary: {source}").glossary] == pairs


def test_the_console_gets_back_what_the_file_said() -> None:
    read = head("title: A\nfigures: [a, b]\nvalid_from: 2026-04-01\nglossary: {料金: price}\napproved_by:")
    assert FrontMatter.model_validate(read.model_dump(mode="json", exclude_defaults=True)) == read
    assert read.every_figure == ("a", "b")


@pytest.mark.parametrize(
    "source",
    [
        *("title: [a", "title: 'open", "title: " + "[" * 5000, "- list", "a: &a [x, x]\nb: [*a, *a]"),
        *("x: " + "[" * 40_000, "x: " + "[" * 400 + "]" * 400, "x:\n " + "- " * 60 + "a", "title: " + "a" * 100_000),
        *("a" + " " * 60_000 + "b\nx: [", "\n".join(f"key_{n}: a" for n in range(600))),
        *("lang: fr", "kind: novel", "url: javascript:alert(1)", "valid_until: soon", "aproved_by: x"),
    ],
)
def test_front_matter_that_cannot_be_trusted_is_refused(source: str) -> None:
    with pytest.raises(Invalid) as error:
        head(source)
    assert error.value.code == "knowledge_front_matter_invalid"
