"""What a document said and says: nothing is lost, and only what somebody approved answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import new_id
from app.core.security import Vault
from app.knowledge import versions
from app.knowledge.library import Library
from app.knowledge.written import InvalidField, WrittenDocument
from app.models import Citation, Message
from tests.http.sample import seed

FLEET = WrittenDocument(title="Zeppelin fleet", body="The zeppelin costs 900 dollars.", lang="en", kind="pricing")
FLEET_FILE = "console/zeppelin-fleet.md"


def found(library: Library, query: str = "zeppelin dollars") -> list[str]:
    return [passage.text for passage in library.search(query).passages]


def states(library: Library, file: str) -> list[tuple[int, str]]:
    return [(version.number, version.state) for version in library.show(file).versions]


def status(library: Library, file: str) -> str:
    return library.show(file).document.status


def change(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_every_change_of_a_file_is_a_version_and_the_same_bytes_are_none(
    library: Library, clock: FixedClock, tmp_path: Path
) -> None:
    file = change(tmp_path / "price.md", "---\napproved_by: Kimura\n---\n# Price\n\nThe zeppelin costs 900 dollars.")
    library.add(file)
    clock.advance(timedelta(days=1))
    library.add(change(file, "---\napproved_by: Ito\n---\n# Price\n\nThe zeppelin costs 950 dollars."))

    assert library.add(file).unchanged == ("price.md",)
    shown = library.show("price.md")
    assert [(one.number, one.state, one.by, one.at.day) for one in shown.versions] == [
        (2, "live", "Ito", 25),
        (1, "past", "Kimura", 24),
    ]
    assert "900 dollars" in shown.versions[1].text
    assert [passage.text for passage in shown.passages] == found(library) == ["The zeppelin costs 950 dollars."]
    assert [line for line in library.compare("price.md", 1, other=2) if line[0] in "+-"][2:] == [
        "-approved_by: Kimura",
        "+approved_by: Ito",
        "-The zeppelin costs 900 dollars.",
        "+The zeppelin costs 950 dollars.",
    ]


def test_p4_a_draft_over_an_approved_document_leaves_the_approved_words_answering(library: Library) -> None:
    first = library.write(replace(FLEET, approved_by="Kimura"), by="Sato")
    draft = library.write(replace(FLEET, file=FLEET_FILE, body="The zeppelin costs 100 dollars."), by="Sato")

    assert (first.file, first.version, first.state) == (FLEET_FILE, 1, "live")
    assert (draft.version, draft.state) == (2, "draft")
    assert found(library) == ["The zeppelin costs 900 dollars."]
    assert status(library, FLEET_FILE) == "approved"

    approved = library.approve(FLEET_FILE, 2, by="Kimura")

    assert approved.state == "live"
    assert found(library) == ["The zeppelin costs 100 dollars."]
    assert states(library, FLEET_FILE) == [(2, "live"), (1, "past")]
    library.approve(FLEET_FILE, 1, by="Kimura")
    assert found(library) == ["The zeppelin costs 900 dollars."]


def test_a_signature_that_cannot_be_stored_leaves_the_document_answering(library: Library) -> None:
    library.write(replace(FLEET, approved_by="Kimura"), by="Sato")
    with pytest.raises(InvalidField):
        library.sign(FLEET_FILE, by="half a \udcff")
    assert library.show(FLEET_FILE).document.approved_by == "Kimura"
    assert found(library) == ["The zeppelin costs 900 dollars."]

    for _ in range(2):
        library.sign(FLEET_FILE, by="Ito")
    assert library.show(FLEET_FILE).document.approved_by == "Ito"
    assert states(library, FLEET_FILE) == [(1, "live")]
    assert found(library) == ["The zeppelin costs 900 dollars."]


def test_p4_what_nobody_approved_does_not_answer(library: Library) -> None:
    library.write(FLEET, by="Sato")
    assert found(library) == []
    assert status(library, FLEET_FILE) == "draft"
    library.approve(FLEET_FILE, 1, by="Kimura")
    assert found(library) == ["The zeppelin costs 900 dollars."]
    assert library.show(FLEET_FILE).document.approved_by == "Kimura"


def test_p4_a_file_whose_author_takes_the_approval_back_answers_no_more(library: Library, tmp_path: Path) -> None:
    file = change(tmp_path / "price.md", "The zeppelin costs 900 dollars.")
    library.add(file)
    library.add(change(file, "---\napproved_by:\n---\nThe zeppelin costs 900 dollars."))

    assert found(library) == []
    assert status(library, "price.md") == "draft"
    assert states(library, "price.md") == [(2, "draft"), (1, "past")]


def test_p4_what_a_person_withdrew_stays_withdrawn_whatever_its_file_says(library: Library, tmp_path: Path) -> None:
    file = change(tmp_path / "price.md", "The zeppelin costs 900 dollars.")
    library.add(file)
    library.withdraw("price.md")
    library.withdraw("price.md")
    library.add(change(file, "The zeppelin costs 950 dollars."))

    assert found(library) == []
    assert status(library, "price.md") == "withdrawn"
    assert states(library, "price.md") == [(2, "draft"), (1, "past")]
    library.restore("price.md", by="Kimura")
    assert found(library) == ["The zeppelin costs 900 dollars."]
    assert states(library, "price.md") == [(2, "draft"), (1, "live")]
    with pytest.raises(Conflict):
        library.restore("price.md", by="Kimura")
    assert library.add(file).unchanged == ("price.md",)
    library.approve("price.md", 2, by="Kimura")
    assert found(library) == ["The zeppelin costs 950 dollars."]


def test_p4_what_a_person_withdrew_while_its_file_was_gone_stays_withdrawn_when_that_comes_back(
    library: Library, database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    file = change(tmp_path / "price.md", "The zeppelin costs 900 dollars.")
    library.add(file)
    gone = library.show("price.md").document_id
    database.write(lambda session: versions.withdraw_gone(session, [gone], now=clock.now()))
    library.withdraw("price.md")

    assert library.add(file).unchanged == ("price.md",)
    library.add(change(file, "The zeppelin costs 950 dollars."))
    assert (found(library), status(library, "price.md")) == ([], "withdrawn")
    assert states(library, "price.md") == [(2, "draft"), (1, "past")]


def test_the_same_edit_twice_is_one_version(library: Library) -> None:
    for _ in range(2):
        library.write(replace(FLEET, file=FLEET_FILE) if library.list() else FLEET, by="Sato")
    assert states(library, FLEET_FILE) == [(1, "draft")]


def test_a_document_of_the_console_keeps_every_field(library: Library) -> None:
    case = WrittenDocument(
        title="北斗精機：点検を18時間に",
        body="巡回点検が楽になりました。",
        lang="ja",
        kind="case",
        approved_by="木村",
        url="https://minato.example/cases/hokuto",
        customer="北斗精機工業株式会社",
        figures=("月64時間が18時間に", "72%減"),
        quote="「夜も眠れます」",
        industry=("自動車部品",),
        challenge=("点検の負担",),
        product=("振動センサー",),
        topics=("inspection_labor",),
        glossary=(("巡回点検", "inspection round"),),
        valid_from=date(2026, 11, 24),
        valid_until=date(2027, 3, 31),
    )
    saved = library.write(case, by="佐藤")

    assert saved.file == "console/北斗精機-点検を18時間に.md"
    [passage] = library.search("巡回点検").passages
    assert (passage.title, passage.url, passage.kind) == (case.title, case.url, "case")
    assert passage.case is not None
    assert (passage.case.customer, passage.case.quote) == (case.customer, case.quote)
    assert library.search("inspection round", lang="en").passages[0].file == saved.file
    [version] = library.show(saved.file).versions
    assert version.head["figures"] == list(case.figures)
    assert version.head["valid_from"] == "2026-11-24"


def test_two_documents_of_one_title_get_two_names(library: Library) -> None:
    names = [library.write(replace(FLEET, body=body), by="Sato").file for body in ("One.", "Two.")]
    assert names == [FLEET_FILE, "console/zeppelin-fleet-2.md"]
    assert library.write(replace(FLEET, title="!?"), by="Sato").file == "console/document.md"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"body": "\n"}, "body"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"kind": "novel"}, "kind"),
        ({"lang": "fr"}, "lang"),
        ({"valid_from": date(2027, 1, 2), "valid_until": date(2027, 1, 1)}, "valid_until"),
    ],
)
def test_a_wrong_field_is_named(library: Library, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidField) as error:
        library.write(replace(FLEET, **wrong), by="Sato")  # type: ignore[arg-type]
    assert (error.value.code, error.value.field) == ("knowledge_field_invalid", field)
    assert library.list() == ()


def test_fields_of_the_console_win_over_the_file_now_and_when_it_changes(library: Library, tmp_path: Path) -> None:
    file = change(tmp_path / "price.md", "---\ntitle: Old\nurl: /old\n---\nThe zeppelin costs 900 dollars.")
    library.add(file)
    library.set_fields("price.md", {"title": "Fleet prices", "kind": "pricing"}, by="Sato")
    assert library.add(file).unchanged == ("price.md",)
    library.add(change(file, "---\ntitle: New\nurl: /new\n---\nThe zeppelin costs 950 dollars."))

    document = library.show("price.md").document
    assert (document.title, document.kind, document.url, document.version) == ("Fleet prices", "pricing", "/new", 3)
    assert library.show("price.md").versions[0].console == {"title": "Fleet prices", "kind": "pricing"}
    assert found(library, "fleet prices") == ["The zeppelin costs 950 dollars."]
    with pytest.raises(InvalidField) as error:
        library.set_fields("price.md", {"approved_by": "Mallory"}, by="Mallory")
    assert error.value.field == "approved_by"


def test_fields_that_are_set_beside_a_draft_are_in_the_draft_too(library: Library) -> None:
    library.write(replace(FLEET, approved_by="Kimura"), by="Sato")
    library.write(replace(FLEET, file=FLEET_FILE, body="The zeppelin costs 100 dollars."), by="Sato")
    saved = library.set_fields(FLEET_FILE, {"customer": "Minato"}, by="Ito")

    assert (saved.version, saved.state) == (3, "live")
    assert states(library, FLEET_FILE) == [(4, "draft"), (3, "live"), (2, "past"), (1, "past")]
    assert found(library) == ["The zeppelin costs 900 dollars."]
    library.approve(FLEET_FILE, 4, by="Kimura")
    assert found(library) == ["The zeppelin costs 100 dollars."]
    assert library.show(FLEET_FILE).versions[0].head["customer"] == "Minato"


def test_fields_of_a_withdrawn_document_add_up_and_are_there_when_it_answers_again(
    library: Library, tmp_path: Path
) -> None:
    file = change(tmp_path / "price.md", "The zeppelin costs 900 dollars.")
    library.add(file)
    library.withdraw("price.md")
    library.set_fields("price.md", {"customer": "Minato"}, by="Sato")
    library.set_fields("price.md", {"title": "Fleet prices"}, by="Sato")

    set_here = {"customer": "Minato", "title": "Fleet prices"}
    assert (status(library, "price.md"), found(library)) == ("withdrawn", [])
    library.add(change(file, "The zeppelin costs 950 dollars."))
    assert library.show("price.md").versions[0].console == set_here
    library.restore("price.md", by="Kimura")
    assert found(library, "fleet prices") == ["The zeppelin costs 900 dollars."]
    live = next(one for one in library.show("price.md").versions if one.state == "live")
    assert live.console == set_here


def test_a_period_that_ends_before_it_begins_is_refused_wherever_it_comes_from(
    library: Library, tmp_path: Path
) -> None:
    backwards = "---\nvalid_from: 2027-04-01\nvalid_until: 2027-03-31\n---\nThe zeppelin costs 900 dollars."
    [failure] = library.add(change(tmp_path / "price.md", backwards)).failed
    assert failure.code == "knowledge_front_matter_invalid"

    file = change(tmp_path / "price.md", backwards.replace("valid_until: 2027-03-31\n", ""))
    library.add(file)
    with pytest.raises(InvalidField) as error:
        library.set_fields("price.md", {"valid_until": "2027-03-31"}, by="Sato")
    assert error.value.field == "valid_until"
    library.set_fields("price.md", {"valid_until": "2027-04-30"}, by="Sato")
    [failure] = library.add(change(file, backwards.replace("2027-04-01", "2027-05-01"))).failed
    assert failure.code == "knowledge_front_matter_invalid"


def test_a_document_answers_from_its_first_day_to_its_last(library: Library, clock: FixedClock) -> None:
    clock.advance(timedelta(days=-1))
    term = {"valid_from": date(2026, 11, 24), "valid_until": date(2026, 11, 24), "approved_by": "Kimura"}
    library.write(replace(FLEET, **term), by="Sato")  # type: ignore[arg-type]

    seen = []
    for _ in range(3):
        seen.append((status(library, FLEET_FILE), len(found(library))))
        clock.advance(timedelta(days=1))
    assert seen == [("scheduled", 0), ("approved", 1), ("expired", 0)]


def test_what_is_not_there_is_an_error_with_a_code(library: Library, tmp_path: Path) -> None:
    library.add(change(tmp_path / "price.md", "The zeppelin costs 900 dollars."))
    for act in (library.show, library.withdraw, lambda file: library.approve(file, 1, by="Kimura")):
        with pytest.raises(NotFound) as error:
            act("nowhere.md")
        assert error.value.code == "knowledge_document_unknown"
    with pytest.raises(NotFound) as error:
        library.approve("price.md", 7, by="Kimura")
    assert error.value.code == "knowledge_version_unknown"
    for broken in ("a\0b", "\ud800"):
        with pytest.raises(Invalid) as damaged:
            library.write(replace(FLEET, body=broken), by="Sato")
        assert damaged.value.code == "knowledge_file_damaged"
    with pytest.raises(Conflict) as conflict:
        library.write(replace(FLEET, file="price.md"), by="Sato")
    assert conflict.value.code == "knowledge_document_from_file"


def test_documents_that_say_the_same_are_named(library: Library) -> None:
    for title, body in [("One", "900 dollars."), ("Two", "900 dollars!"), ("Three", "800 dollars.")]:
        body = f"Our zeppelins fly on every day of the year. The zeppelin costs {body}"
        library.write(replace(FLEET, title=title, body=body, approved_by="Kimura"), by="Sato")
    assert library.show("console/one.md").alike == ("console/two.md",)
    assert library.show("console/three.md").alike == ()


def test_the_answers_that_cited_a_document_are_listed(
    library: Library, database: Database, vault: Vault, clock: FixedClock
) -> None:
    saved = library.write(replace(FLEET, approved_by="Kimura"), by="Sato")
    now = clock.now()
    team = database.write(lambda session: seed(session, vault, now=now))
    name, conversation_id = next(iter(team.conversations.items()))
    message_id = new_id()
    message = Message(
        id=message_id,
        conversation_id=conversation_id,
        seq=99,
        changed_seq=99,
        channel="widget",
        direction="outbound",
        author="assistant",
        origin="template",
        kind="reply",
        state="final",
        text="900 dollars.",
        at=now,
    )
    citation = Citation(
        message_id=message_id,
        n=1,
        document_id=saved.document_id,
        file=saved.file,
        title=FLEET.title,
        lang="en",
        passage=FLEET.body,
        score=1.0,
    )

    def cite(session: Session) -> None:
        session.add(message)
        session.flush()
        session.add(citation)

    database.write(cite)
    library.withdraw(saved.file)

    [use] = library.show(saved.file).uses
    assert (use.message_id, use.conversation_id, use.lead_id) == (message_id, conversation_id, team.leads[name])
    assert [(one.uses, one.used_at) for one in library.list()] == [(1, now)]
