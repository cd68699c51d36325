"""The schema of the live protocol: strict, and true of what the console hears as well."""

from __future__ import annotations

import asyncio
from pathlib import Path
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, Announcement, conversation_topic
from app.core.ids import new_token
from app.leads import visitors
from app.leads.intake import InboundMessage
from app.main import Parts
from app.models import Person, Site
from app.notifiers.console import person_topic
from app.web.live import as_sent
from tests.http.widget_client import SCHEMA, Event, check, office_in
from tests.prepared import prepared_folder

pytestmark = pytest.mark.anyio
DELTA = {"id": "01a20406-ee48-75ab-b8fb-54d359848e91", "index": 0, "text": "はい。"}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "event",
    [
        Event("message.delta", {**DELTA, "index": -1}),
        Event("message.delta", {**DELTA, "unsent": "what the prospect types"}),
        Event("message.delta", DELTA, id=3),
        Event("message", DELTA, id=3),
        Event("typing", {"author": "assistant", "text": "unsent"}),
        Event("state", {"owner": "robot", "rep": None, "lang": "ja"}),
        Event("turn.end", {}),
        Event("ping", {"at": 1}),
        Event("secret", {}),
    ],
)
def test_what_is_not_in_the_protocol_does_not_pass(event: Event) -> None:
    with pytest.raises(ValidationError):
        check(event)


async def test_everything_the_console_hears_of_a_new_lead_is_in_the_schema(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    office = office_in(tmp_path / "data", prepared_folder(tmp_path_factory.getbasetemp()))
    people = office.database.read(lambda s: s.scalars(select(Person.id)).all())
    credential = await _opened(office)
    heard: list[Announcement] = []
    async with office.bus.subscribe(STAFF, *map(person_topic, people)) as house:
        accepted = await office.receive(
            InboundMessage(
                credential_id=credential, client_id="client-schema", text="夜間の停止で困っています", lang="ja"
            )
        )
        async with office.bus.subscribe(conversation_topic(accepted.conversation_id)) as thread:
            await office.engine.start()
            async with asyncio.timeout(20):
                async for one in thread:
                    heard.append(one)
                    if one.event == "turn.end":
                        break
                async for one in house:
                    heard.append(one)
                    if one.event == "notice":
                        break
    await office.engine.stop()
    office.close()
    for one in heard:
        sent = as_sent(one)
        check(Event(sent.event or "", sent.data, one.seq))
    assert {one.event for one in heard} >= {"lead", "notice", "message", "typing", "turn.end"}


async def _opened(office: Parts) -> UUID:
    token, now = new_token("sct"), office.clock.now()

    def store(session: Session) -> UUID:
        site = session.scalars(select(Site.id).limit(1)).one()
        visitors.open_session(session, visitors.Opened(site, "ja", {"path": "/"}, "1"), token=token, now=now)
        return visitors.find(session, token, now=now).credential_id

    return await office.database.awrite(store)
