"""All sheets together: kept as JSON, compared with the ones before, shown as words and as a page."""

from __future__ import annotations

import re
from io import StringIO

import orjson
import pytest
from rich.cells import cell_len
from rich.console import Console

from app.core.resources import folder
from app.core.templating import load_texts
from app.lab import rehearsal as sheets
from app.lab import report, terminal, words
from app.lab.persona import Lang
from app.lab.rehearsal import Rehearsal
from app.lab.sheet import MEASURES, Fault, Sheet
from tests.lab.scripts import answer, persona, scored

TEXTS = load_texts(folder("templates"))
ANNA = {"slots": {"name": "Anna"}, "band": "hot"}
AT = "2026-11-24T10:00:00+09:00"


def good(name: str = "en-good") -> Sheet:
    return scored(persona(name=name), answer("Thank you."))


def bad(name: str = "en-bad") -> Sheet:
    who = persona(
        {"say": "<b>May</b>", "gives": ["timing"]}, name=name, expect={"slots": {"name": "Anna"}, "band": "hot"}
    )
    return scored(who, answer("I am a human.", asked=["timing"]))


def played(*made: Sheet, at: str = AT) -> Rehearsal:
    return Rehearsal(at, None, made)


def test_a_stored_rehearsal_is_read_as_it_was_and_its_figures_stand_on_top() -> None:
    one = played(good(), bad())
    kept = orjson.loads(orjson.dumps(sheets.stored(one)))
    assert sheets.read(kept) == one
    assert kept["figures"]["passed"] == 1
    assert (kept["figures"]["forbidden"], kept["figures"]["reasks"]) == (1, 1)
    assert kept["figures"]["slots"] == [15, 16]
    assert one.broken == 2
    assert sheets.read({**kept, "format": 0}) is None


def test_silence_where_an_answer_is_due_is_as_bad_as_a_forbidden_act() -> None:
    assert played(good()).broken == 0
    assert played(scored(persona(), answer(""))).broken == 1
    assert played(scored(persona(), {"error": "message_too_long"})).broken == 1


def test_only_what_came_or_went_is_a_change() -> None:
    before, after = played(bad(), good("en-first")), played(scored_again(), good("en-first"), bad("en-new"))
    changed = [(change.id, change.fault.measure, change.gone) for change in sheets.changes(before, after)]
    assert changed == [("en-bad", "replies", False), ("en-bad", "forbidden", True)]
    assert sheets.changes(after, after) == []


def scored_again() -> Sheet:
    """Return the bad conversation without its lie, in the wrong language."""
    who = persona({"say": "May", "gives": ["timing"]}, name="en-bad", expect=ANNA)
    return scored(who, answer("ありがとうございます。", asked=["timing"]))


def test_who_did_not_take_part_keeps_the_sheet_and_who_is_gone_loses_it() -> None:
    before = played(good("en-a"), bad("en-b"), good("en-gone"))
    kept = sheets.merged(before, played(good("en-b")), known={"en-a", "en-b"})
    assert [(sheet.id, sheet.passed) for sheet in kept.sheets] == [("en-a", True), ("en-b", True)]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_fault_has_its_words(lang: Lang) -> None:
    faults = [Fault("replies", rule, 2, "yes", "no") for rule in words.FAULTS]
    faults += [Fault("slots", slot, None, "a", "b") for slot in words.SLOTS]
    lines = [words.describe(fault, TEXTS, lang=lang) for fault in faults]
    assert len(set(lines)) == len(lines)
    assert all("lab." not in line and "%" not in line for line in lines)
    assert words.MEASURES.keys() == words.SHORT.keys() == set(MEASURES)
    asks = words.describe(Fault("replies", "asks", 1, "timing, contact", "-"), TEXTS, lang=lang)
    assert ("時期、連絡先" if lang == "ja" else "timing, contact details") in asks


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_terminal_shows_a_table_that_fits_80_columns_the_faults_and_what_changed(lang: Lang) -> None:
    made, out = played(good("en-a-name-as-long"), bad()), StringIO()
    console = Console(file=out, width=80)
    terminal.show(made, sheets.changes(played(good("en-bad")), made), out=console, texts=TEXTS, lang=lang, before=AT)
    printed = out.getvalue()
    assert all(cell_len(line) <= 80 for line in printed.splitlines())
    assert "…" not in printed.partition("en-bad")[0]
    assert printed.count("✗") > 3
    assert "2026-11-24 10:00" in printed
    assert ("2件中1件が問題なし" if lang == "ja" else "1 of 2 without a fault") in printed


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_stands_alone_escapes_what_was_said_and_shows_the_worst_first(lang: Lang) -> None:
    made = played(good(), bad())
    html = report.page(
        made,
        sheets.changes(played(good("en-bad")), made),
        templates=folder("templates"),
        texts=TEXTS,
        lang=lang,
        before=AT,
    )
    assert f'<html lang="{lang}">' in html
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?!#)[\w/.]""", html)
    assert "<script" not in html
    assert "&lt;b&gt;May&lt;/b&gt;" in html
    assert html.index('id="en-bad"') < html.index('id="en-good"')
    for label in words.MEASURES.values():
        assert TEXTS(lang, label) in html
