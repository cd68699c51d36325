"""However a form is sent twice, it is one lead; and what goes wrong on the way leaves nothing half done."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.channels.email.thread import bounce_address
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Invalid
from app.core.resources import folder
from app.core.security import Vault
from app.core.templating import load_texts
from app.flows.first_run import ensure_site
from app.flows.form_in import FormSubmission, TakeForm
from app.flows.inboxes import FormInbox, add_form_inbox, add_mail_inbox
from app.flows.receive import Receive
from app.models import Lead, Message, RawMessage
from app.models.base import Base
from app.understanding.challenge_words import DEFAULT_CATEGORIES

pytestmark = pytest.mark.anyio


class Turns:
    """Counts the turns that would begin."""

    def __init__(self) -> None:
        self.started: list[UUID] = []

    def start(self, conversation_id: UUID) -> None:
        self.started.append(conversation_id)

    def arriving(self) -> AbstractContextManager[None]:
        return nullcontext()


class Desk:
    """A form inbox with the flow behind it."""

    def __init__(self, database: Database, vault: Vault, clock: FixedClock) -> None:
        self.database, self.turns = database, Turns()
        texts = load_texts(folder("templates"))
        receive = Receive(
            database,
            clock,
            vault=vault,
            texts=texts,
            categories=DEFAULT_CATEGORIES,
            turns=self.turns,  # type: ignore[arg-type]
            max_chars=200,
        )
        self.take = TakeForm(receive, database, clock=clock, vault=vault, texts=texts)
        self.inbox_id = database.write(lambda s: self._inbox(s, clock))

    def _inbox(self, session: Session, clock: FixedClock) -> UUID:
        site = ensure_site(session, lang="ja", now=clock.now())
        mail = add_mail_inbox(session, site, address="sales@minamo.example", names={}, lang="ja", signature={})
        return add_form_inbox(session, mail, form=FormInbox("form", "ja")).id

    def form(self, text: str, *, key: str | None = None) -> FormSubmission:
        return FormSubmission(inbox_id=self.inbox_id, key=key, raw=f'[["message", "{text}"]]', lang="ja", text=text)

    def count(self, table: type[Base]) -> int:
        return self.database.read(lambda s: s.scalar(select(func.count()).select_from(table))) or 0


@pytest.mark.parametrize("key", ["double-click", None])
async def test_clicks_at_the_same_moment_are_one_lead_and_one_turn(
    any_database: Database, vault: Vault, clock: FixedClock, key: str | None
) -> None:
    desk = Desk(any_database, vault, clock)
    form = desk.form("料金はいくらですか", key=key)
    answers = await asyncio.gather(*(desk.take(form) for _ in range(6)))
    assert len({answer.message_id for answer in answers}) == 1
    assert sorted(answer.again for answer in answers) == [False, *[True] * 5]
    assert (desk.count(Lead), desk.count(RawMessage), len(desk.turns.started)) == (1, 1, 1)


async def test_what_a_machine_filled_in_is_kept_once_and_nobody_is_bothered(
    any_database: Database, vault: Vault, clock: FixedClock
) -> None:
    desk = Desk(any_database, vault, clock)
    kept = await asyncio.gather(*(desk.take.refuse(desk.form("Buy now"), reason="honeypot") for _ in range(3)))
    assert len(set(kept)) == 1
    assert (desk.count(Lead), desk.count(Message), desk.turns.started) == (0, 0, [])


async def test_a_form_that_cannot_be_accepted_leaves_no_raw_form_that_would_stop_the_next_try(
    database: Database, vault: Vault, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(database, vault, clock)
    form = desk.form("料金はいくらですか", key="k")

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("disk")

    with monkeypatch.context() as broken:
        broken.setattr("app.flows.receive.accept", fails)
        with pytest.raises(RuntimeError, match="disk"):
            await desk.take(form)
    assert (await desk.take(form)).again is False
    assert desk.count(Lead) == 1


async def test_what_was_taken_for_a_machine_s_and_comes_again_as_a_person_s_is_a_lead(
    database: Database, vault: Vault, clock: FixedClock
) -> None:
    desk = Desk(database, vault, clock)
    form = desk.form("料金はいくらですか", key="one")
    kept = await desk.take.refuse(form, reason="honeypot")
    accepted = await desk.take(form)
    raw = database.read(lambda s: s.get_one(RawMessage, kept))
    assert (raw.state, raw.message_id, desk.count(Lead)) == ("accepted", accepted.message_id, 1)


def test_an_address_whose_answers_would_be_too_long_for_mail_servers_is_refused(
    database: Database, clock: FixedClock
) -> None:
    def add(session: Session, local: str) -> str:
        site = ensure_site(session, lang="ja", now=clock.now())
        made = add_mail_inbox(session, site, address=f"{local}@minamo.example", names={}, lang="ja", signature={})
        return bounce_address(str(made.address), made.id, sign=lambda purpose, data: bytes(32))

    address = database.write(lambda s: add(s, "a" * 18))
    assert len(address.partition("@")[0]) == 64
    with pytest.raises(Invalid, match="18 characters") as caught:
        database.write(lambda s: add(s, "a" * 19))
    assert caught.value.code == "email_invalid"
