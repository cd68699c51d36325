"""The word tables, each with its examples: one file of `examples/` for a table, or for tables that belong together."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from app.understanding.facts import Asked, Callback, ContactData, MeetingWish, QuoteWish, Timing, Understanding
from app.understanding.questions import questions
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
FOLDER = Path(__file__).with_name("examples")
FIELDS = ("name", "company", "email", "phone", "role", "team_size")


def examples(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))


def read(text: str) -> Understanding:
    return understand(text, today=TODAY)


def test_each_time_expression_means_its_window() -> None:
    def of(row: dict[str, Any]) -> tuple[Any, ...]:
        asked: Asked | None = "timing" if row.get("asked") else None
        timing: Timing = understand(row["text"], today=row.get("today", TODAY), asked=asked).timing
        return (timing.kind, [timing.earliest, timing.latest] if timing.kind == "range" else None)

    rows = examples("timing") + examples("timing_limits") + examples("timing_told")
    wrong = [(row["text"], of(row)) for row in rows if of(row) != (row["kind"], row.get("window"))]
    assert wrong == []


def test_each_problem_has_its_categories_and_nothing_else_is_one() -> None:
    def of(row: dict[str, Any]) -> list[str]:
        found = understand(row["text"], today=TODAY, asked="challenge" if row.get("asked") else None)
        return sorted({name for one in found.challenges for name in one.categories})

    assert [(row["text"], of(row)) for row in examples("challenges") if of(row) != row["categories"]] == []


def test_each_wish_is_recognised() -> None:
    rows = examples("intents")
    wrong = [
        (row["text"], read(row["text"]).intents) for row in rows if set(read(row["text"]).intents) != {*row["intents"]}
    ]
    assert wrong == []


def test_only_the_writers_own_data_are_read() -> None:
    def of(text: str) -> dict[str, Any]:
        contact: ContactData = read(text).contact
        return {name: getattr(contact, name) for name in FIELDS}

    wanted = {row["text"]: {name: row.get(name) for name in FIELDS} for row in examples("contacts")}
    assert [(text, of(text)) for text, data in wanted.items() if of(text) != data] == []


def test_who_asks_whether_a_person_answers_is_told_from_who_asks_about_the_product() -> None:
    rows = examples("identity")
    assert [text for text in rows["asks_who"] if not read(text).asks_who] == []
    assert [text for text in rows["other"] if read(text).asks_who] == []


def test_a_support_case_is_told_from_a_question_before_buying() -> None:
    rows = examples("support")

    def is_case(text: str) -> bool:
        return "existing_customer_support" in read(text).intents

    assert [text for text in rows["support"] if not is_case(text)] == []
    assert [text for text in rows["prospect"] if is_case(text) or read(text).is_customer] == []
    assert [text for text in rows["customer_wants_more"] if is_case(text) or not read(text).is_customer] == []


def test_a_refusal_names_its_slot_whatever_was_asked() -> None:
    rows = examples("stance")["refuses"]
    assert [row["text"] for row in rows if list(read(row["text"]).refuses) != row["slots"]] == []


def test_nothing_but_thanks_is_told_from_thanks_with_something_else() -> None:
    rows = examples("stance")
    assert [text for text in rows["only_thanks"] if not read(text).only_thanks] == []
    assert [text for text in rows["more_than_thanks"] if read(text).only_thanks] == []


def test_a_call_is_wished_for_on_its_day_and_time_and_never_on_what_is_taken_out() -> None:
    for row in examples("callback"):
        found = understand(row["text"], today=TODAY, asked="call_time" if row.get("asked") else None).callback
        told = {name: value for name, value in row.items() if name not in ("text", "asked")}
        told |= {"not_days": tuple(told["not_days"])} if "not_days" in told else {}
        assert found == (Callback(**told) if told else None), row["text"]


def test_days_and_hours_wished_for_a_meeting_are_kept() -> None:
    for row in examples("meetings"):
        wish = MeetingWish(tuple(row.get("days") or ()), row.get("start"), row.get("end"), row.get("zone"))
        assert read(row["text"]).meeting == (None if wish == MeetingWish() else wish), row["text"]


def test_the_day_a_paper_is_wanted_by_is_not_the_time_of_use() -> None:
    for row in examples("papers"):
        found = read(row["text"])
        assert (found.wanted_by, found.timing.latest) == (row["wanted_by"], row.get("latest")), row["text"]


def test_the_tool_in_use_is_known_and_one_only_asked_about_is_not() -> None:
    rows = examples("tools")
    wrong = [
        (row["text"], found)
        for row in rows
        if (found := understand(row["text"], today=TODAY, asked="tool" if row.get("asked") else None).tool)
        != row["tool"]
    ]
    assert wrong == []


def test_a_quote_has_its_addressee_quantity_and_date_and_the_date_is_not_the_time_of_use() -> None:
    for row in examples("quotes"):
        found = read(row["text"])
        wish = QuoteWish(row.get("addressee"), row.get("quantity"), row.get("wanted_by"))
        assert found.quote == (wish if row.get("wish", True) else None), row["text"]
        assert found.timing.kind == row["timing"], row["text"]


def test_a_message_is_split_into_its_questions() -> None:
    rows = examples("questions")
    assert [row["text"] for row in rows if list(questions(row["text"], lang=row["lang"])) != row["asks"]] == []


def test_what_only_sounds_like_an_order_or_a_refusal_is_none() -> None:
    hostile = {"prompt_injection", "opt_out", "spam_or_sales_pitch", "abusive"}
    assert [text for text in examples("ordinary") if hostile & set(read(text).intents)] == []


def test_what_turns_a_conversation_needs_evidence_of_its_own() -> None:
    def classes(text: str) -> set[str]:
        found = read(text)
        said = {"asks_who": found.asks_who, "postpones": found.postpones, "threat": found.threatens}
        return {*found.intents, *(name for name, so in {**said, "crisis": found.crisis}.items() if so)}

    rows = examples("unwelcome")
    assert [(name, text) for name, row in rows.items() for text in row["is"] if name not in classes(text)] == []
    assert [(name, text) for name, row in rows.items() for text in row["not"] if name in classes(text)] == []
