"""What a conversation is scored for, one fault at a time."""

from __future__ import annotations

from typing import Any

import pytest

from app.lab.drive import Row
from tests.lab.scripts import EMPTY, answer, found, persona, play, scored


def test_a_conversation_that_goes_as_it_should_has_no_fault() -> None:
    who = persona(
        {"say": "Our pumps fail", "gives": ["challenge"], "reply": {"says": "AI", "asks": "timing"}},
        {"say": "May", "if_asked": "timing", "gives": ["timing"]},
        expect={
            "slots": {"challenges": ["pumps fail"], "timing": {"kind": "undecided"}},
            "band": "warm",
            "handoff": True,
            "cited": ["pricing.md | trial.md"],
        },
    )
    known = {**EMPTY, "challenges": ["Our pumps fail"], "timing": {"kind": "undecided"}}
    sheet = scored(
        who,
        answer("I am the AI assistant.", asked=["timing"], cited=["en/trial.md"]),
        answer("Thank you, that helps.", slots=known, band="warm", handoff=True),
    )
    assert sheet.passed
    assert (sheet.turns, sheet.questions, sheet.median_ms) == (2, 1, 100)
    assert sheet.checked["slots"] == 8


def test_the_rows_are_those_of_sokuo_chat_and_the_time_and_the_form_come_with_the_first() -> None:
    rows: list[Row] = []
    who = persona(
        {"say": "hello"},
        {"say": "later", "channel": "email", "at": "2026-11-25T09:00:00+09:00"},
        form={"email": "a@b.example"},
        page_views=["/pricing"],
    )
    play(who, [answer(), answer()], rows=rows)
    assert rows[0]["form"] == {"email": "a@b.example"}
    assert (rows[0]["at"], rows[0]["page_views"]) == ("2026-11-24T10:00:00+09:00", ["/pricing"])
    assert rows[1] == {"text": "later", "channel": "email", "at": "2026-11-25T09:00:00+09:00"}


def test_asking_for_what_was_given_refused_or_filled_in_is_a_reask() -> None:
    who = persona({"say": "May", "gives": ["timing"]}, {"say": "bye"}, form={"email": "a@b.example"})
    sheet = scored(who, answer(asked=["timing"]), answer(asked=["contact"]))
    assert [(measure, turn) for measure, _, turn in found(sheet)] == [("reasks", 1), ("reasks", 2)]


WHOLE = {"slots": {"name": "Anna"}, "band": "hot", "handoff": False, "booking": True, "cited": ["pricing.md"]}


def test_the_end_is_measured_by_slots_band_handoff_booking_and_sources() -> None:
    sheet = scored(persona(expect=WHOLE), answer(handoff=True, cited=["ja/trial.md"]))
    assert [measure for measure, _, _ in found(sheet)] == ["slots", "band", "handoff", "booking", "sources"]
    fault = sheet.faults[0]
    assert (fault.rule, fault.wanted, fault.got) == ("name", "Anna", "-")


def test_a_person_told_once_counts_to_the_end() -> None:
    who = persona({"say": "a"}, {"say": "b"}, expect={"handoff": True, "booking": True})
    assert scored(who, answer(handoff=True, booking_offered=True), answer("Good.")).passed


@pytest.mark.parametrize(
    ("wanted", "row", "rule"),
    [
        ({"says": "price"}, answer("Hello."), "says"),
        ({"never": "ｈｅｌｌｏ"}, answer("Hello."), None),  # a pattern is read as it stands, the reply without width
        ({"never": "hello"}, answer("Ｈｅｌｌｏ."), "never"),
        ({"asks": []}, answer(asked=["timing"]), "asks"),
        ({"silent": True}, answer("You are welcome."), "spoke"),
        ({"silent": True}, answer(""), None),
        ({}, answer("  "), "silent"),
        ({}, answer("こちらの資料をご覧ください。"), "lang"),
        ({"lang": "ja"}, answer("こちらの資料をご覧ください。"), None),
        ({}, {"error": "message_too_long"}, "refused"),
    ],
)
def test_a_reply_is_held_against_what_the_turn_wants(wanted: dict[str, Any], row: Row, rule: str | None) -> None:
    sheet = scored(persona({"say": "Hi there"}, {"say": "x", "reply": wanted}), answer("Welcome."), row)
    assert found(sheet) == ([("replies", rule, 2)] if rule else [])


def test_the_same_sentence_twice_is_a_fault_in_the_chat_beyond_what_is_allowed() -> None:
    line = "Our team can see everything you have written here."
    turns = ({"say": "a"}, {"say": "b"}, {"say": "c", "channel": "email"})
    answers = (answer(line), answer(f"Thanks. {line}"), answer(line))
    assert found(scored(persona(*turns), *answers)) == [("replies", "repeated", 2)]
    assert scored(persona(*turns, expect={"repeats": 1}), *answers).passed


def test_what_a_persona_forbids_is_forbidden_in_every_reply() -> None:
    who = persona(
        {"say": "a"},
        {"say": "b"},
        expect={"never": "PELICAN", "never_asks": "timing", "never_acts": "case", "each": {"says": "AI"}},
    )
    sheet = scored(who, answer("An AI: pelican", acts=["case"]), answer("An AI", asked=["timing"]))
    assert found(sheet) == [("forbidden", "shown", 1), ("forbidden", "did", 1), ("forbidden", "asked", 2)]
    assert sheet.wrong("forbidden") == 2, "a reply counts once"


def test_the_rules_for_every_reply_hold_for_every_persona() -> None:
    sheet = scored(persona(), answer("I am a human, and it is JPY 1 a month.", asked=["timing", "contact"]))
    assert [rule for _, rule, _ in found(sheet)] == ["human", "figure", "questions_at_once"]
