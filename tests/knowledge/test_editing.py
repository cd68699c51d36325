"""Several people, in several processes, write at the same time: nothing fails, nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Barrier

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Conflict
from app.knowledge import versions
from app.knowledge.editing import CHANGED, AlreadyWritten, Editing
from app.knowledge.versions import Saved
from app.knowledge.written import WrittenDocument

FLEET = WrittenDocument(title="Zeppelin fleet", body="The zeppelin costs 900 dollars.", lang="en", approved_by="Kimura")
FLEET_FILE = "console/zeppelin-fleet.md"
WRITERS = 4


@pytest.fixture
def editing(any_database: Database, clock: FixedClock) -> Editing:
    return Editing(any_database, clock=clock)


def at_once(acts: list[Callable[[], Saved]]) -> list[Saved | str]:
    """Start every act at one moment and return what became of each: what was saved, or the code of the refusal."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Saved]) -> Saved | str:
        start.wait()
        try:
            return act()
        except Conflict as conflict:
            return conflict.code

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def states(database: Database, file: str) -> list[tuple[int, str]]:
    found = database.read(lambda s: versions.all_of(s, versions.document(s, file).id))
    return [(one.number, one.state) for one in found]


def test_one_new_document_that_is_sent_several_times_is_stored_once(editing: Editing, any_database: Database) -> None:
    saved = at_once([partial(editing.write, FLEET, by="Sato")] * WRITERS)
    assert {one.file for one in saved if isinstance(one, Saved)} == {FLEET_FILE}
    assert states(any_database, FLEET_FILE) == [(1, "live")]


def test_new_documents_of_one_title_each_get_a_name(editing: Editing) -> None:
    acts = [partial(editing.write, replace(FLEET, body=f"{n} dollars."), by="Sato") for n in range(WRITERS)]
    names = {one.file for one in at_once(list(acts)) if isinstance(one, Saved)}
    assert names == {FLEET_FILE, *(f"console/zeppelin-fleet-{n}.md" for n in range(2, WRITERS + 1))}


def test_what_two_people_write_alike_is_told_apart(editing: Editing, any_database: Database) -> None:
    draft = replace(FLEET, approved_by=None)
    first = editing.write(draft, by="Sato")
    with pytest.raises(AlreadyWritten) as there:
        editing.write(FLEET, by="Kimura")
    assert there.value.saved == first
    other = editing.write(replace(FLEET, kind="pricing"), by="Kimura")
    assert other.file == "console/zeppelin-fleet-2.md"
    assert states(any_database, FLEET_FILE) == [(1, "draft")]
    assert editing.write(replace(draft, kind="pricing"), by="Sato").file == FLEET_FILE


def test_an_old_form_sent_again_leaves_what_a_colleague_made_of_it(editing: Editing, any_database: Database) -> None:
    first = editing.write(FLEET, by="Sato")
    editing.write(replace(FLEET, file=FLEET_FILE, body="950 dollars.", approved_by=None), by="Kimura")
    assert editing.write(FLEET, by="Sato") == first
    assert states(any_database, FLEET_FILE) == [(2, "draft"), (1, "live")]


def test_simultaneous_edits_are_versions_one_after_the_other(editing: Editing, any_database: Database) -> None:
    editing.write(FLEET, by="Sato")
    edits = [replace(FLEET, file=FLEET_FILE, body=f"{n} dollars.") for n in range(WRITERS)]
    at_once([partial(editing.write, edit, by="Sato") for edit in edits])
    assert states(any_database, FLEET_FILE) == [(WRITERS + 1, "live"), *((n, "past") for n in range(WRITERS, 0, -1))]


def test_of_edits_that_began_with_one_version_only_the_first_is_stored(
    editing: Editing, any_database: Database
) -> None:
    editing.write(FLEET, by="Sato")
    acts: list[Callable[[], Saved]] = [
        partial(editing.write, replace(FLEET, file=FLEET_FILE, body=f"{n} dollars."), by="Sato", expected=1)
        for n in range(WRITERS - 1)
    ]
    acts.append(partial(editing.set_fields, FLEET_FILE, {"customer": "Minato"}, by="Sato", expected=1))
    refused = [one for one in at_once(acts) if not isinstance(one, Saved)]
    assert refused == [CHANGED] * (WRITERS - 1)
    assert states(any_database, FLEET_FILE) == [(2, "live"), (1, "past")]


def test_the_same_edit_twice_is_no_conflict(editing: Editing, any_database: Database) -> None:
    editing.write(FLEET, by="Sato")
    edit = replace(FLEET, file=FLEET_FILE, body="950 dollars.", approved_by=None)
    for _ in range(2):
        assert editing.write(edit, by="Sato", expected=1).version == 2
        assert editing.set_fields(FLEET_FILE, {}, by="Sato", expected=1).version == 1
    assert editing.write(replace(edit, approved_by="Kimura"), by="Kimura", expected=1).state == "live"
    assert states(any_database, FLEET_FILE) == [(2, "live"), (1, "past")]
