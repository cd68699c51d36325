"""What a rep hears of, answers, and is spared, while and after they speak with a prospect."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app.cli.chat import Prospect
from app.core.errors import Conflict
from app.leads.intake import SAFETY_NET
from app.main import Parts
from tests.story.aftermath import by_manager, end_conversations, look, speak, talk, work_off


@pytest.mark.parametrize("no", ["No thanks, we're all set.", "Unsubscribe me and never contact me again."])
def test_a_rep_who_is_told_of_a_closed_lead_can_answer_it(office_hours: Parts, no: str) -> None:
    async def run() -> Any:
        prospect = Prospect(office_hours, lang="en")
        for text in ("How much is it? ann@corp.example", no, "Sorry, I changed my mind. Send a quote."):
            heard = await prospect.write({"text": text})
            office_hours.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
        return heard.contact_id

    contact_id = asyncio.run(run())
    office_hours.database.write(lambda session: by_manager(session, office_hours, contact_id))
    after = office_hours.database.read(lambda session: look(session, []))
    assert (after.lead.status, after.has_rep) == ("working", True)
    assert [promise for promise in after.promises if promise.kept_at is None] == []


def test_nobody_writes_to_who_opted_out_and_has_not_written_since(office_hours: Parts) -> None:
    after = talk(office_hours, "How much is it? ann@corp.example", "Unsubscribe me, never contact me.", lang="en")
    with pytest.raises(Conflict, match="lead_closed"):
        office_hours.database.write(lambda session: by_manager(session, office_hours, after.contact.id))


def test_a_rep_hears_of_somebody_in_need_though_they_heard_of_a_complaint_before(office_hours: Parts) -> None:
    async def run() -> None:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        for text in ("I want to talk to your manager, this is a complaint.", "I want to kill myself."):
            await prospect.write({"text": text})
            await office_hours.turns.quiet()

    asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.news.count("person_wanted") == 2


def test_an_opt_out_told_to_a_rep_holds_for_the_next_mail(office_hours: Parts) -> None:
    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        await prospect.write({"text": "Unsubscribe me and never contact me again."})
        await office_hours.turns.quiet()
        office_hours.database.write(end_conversations)
        return (await prospect.write({"channel": "email", "text": "Hello"})).row

    row = asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.contact.opted_out_at is not None
    assert row["reply"] == ""


def test_what_was_told_to_a_rep_is_learned_after_a_restart_too(
    office_hours: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        monkeypatch.setattr(office_hours.turns, "listen", lambda _conversation_id: None)
        await prospect.write({"text": "Unsubscribe me and never contact me again."})
        office_hours.clock.advance(SAFETY_NET)  # type: ignore[attr-defined]
        await work_off(office_hours)

    asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.contact.opted_out_at is not None
    assert "answer_turn" not in after.jobs


def test_a_mail_of_somebody_a_rep_speaks_with_is_left_to_the_rep(office_hours: Parts) -> None:
    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        return (await prospect.write({"channel": "email", "text": "Does it have an API?"})).row

    row = asyncio.run(run())
    assert (row["owner"], row["acts"], row["reply"]) == ("rep", [], "")


def test_a_mail_to_a_rep_who_has_not_spoken_for_a_day_is_answered_at_once(office_hours: Parts) -> None:
    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        office_hours.clock.advance(timedelta(days=2))  # type: ignore[attr-defined]
        return (await prospect.write({"channel": "email", "text": "Please send us a quote for 40 more sensors."})).row

    row = asyncio.run(run())
    assert row["owner"] == "assistant"
    assert row["handoff"]
    after = office_hours.database.read(lambda session: look(session, []))
    assert [clock.contacted_at is None for clock in after.clocks].count(True) == 1
