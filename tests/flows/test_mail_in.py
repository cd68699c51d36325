"""A mail becomes a lead or a message of its conversation, once; machines and strangers change nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.header import Header
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.channels.email.thread import bounce_address, reply_address
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.flows.mail_in import TakeMail, own_addresses, read_mail
from app.flows.receive import Receive
from app.jobs.fake import run_due
from app.jobs.kinds import ReadMail
from app.leads import contacts
from app.leads.intake import Accepted
from app.models import ContactPoint, Conversation, Event, Inbox, Job, Lead, Mail, Message, RawMessage, Suppression
from app.models.base import Base
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from tests.channels.mails import on_file, raw_mail
from tests.flows.post_office import OURS, TEXTS, THEIRS, PostOffice

pytestmark = pytest.mark.anyio
REPLY = "来年4月に導入したいです。"


@dataclass
class Turns:
    """Notes which turns would begin."""

    started: list[UUID] = field(default_factory=list)
    listened: list[UUID] = field(default_factory=list)

    def start(self, conversation_id: UUID) -> None:
        self.started.append(conversation_id)

    def listen(self, conversation_id: UUID) -> None:
        self.listened.append(conversation_id)


class Post:
    """Mails come in to a team with an address."""

    def __init__(self, database: Database, clock: FixedClock, vault: Vault) -> None:
        self.database, self.vault, self.clock = database, vault, clock
        self.office, self.turns = PostOffice(database, clock, vault), Turns()
        self.take = TakeMail(database, clock, vault=vault)
        receive = Receive(
            database,
            clock,
            vault=vault,
            texts=TEXTS,
            categories=DEFAULT_CATEGORIES,
            turns=self.turns,  # type: ignore[arg-type]
            max_chars=4000,
        )
        self.handlers = {ReadMail: partial(read_mail, self.office.deps, receive=receive)}

    async def arrives(self, raw: bytes, *, to: str = OURS, sender: str = THEIRS) -> RawMessage:
        """Take a mail, read it, and return what is kept of it."""
        raw_id = await self.take(raw, sender=sender, recipients=[to])
        await run_due(self.database, self.handlers, now=self.clock.now())
        return self.database.read(lambda session: session.get_one(RawMessage, raw_id))

    def mail(self, text: str = REPLY, *, sender: str = f"田中 一郎 <{THEIRS}>", **fields: str) -> bytes:
        return raw_mail(text, **{"From": sender, "To": OURS, "Message_ID": "<m1@minato.example>", **fields})

    def token(self, accepted: Accepted) -> str:
        return reply_address(OURS, accepted.conversation_id, sign=self.vault.sign)

    def count(self, table: type[Base]) -> int:
        return self.database.read(lambda s: s.scalar(select(func.count()).select_from(table))) or 0

    def one(self, table: type[Any], **where: Any) -> Any:
        return self.database.read(lambda session: session.scalars(select(table).filter_by(**where)).one())

    def events(self, kind: str) -> list[dict[str, Any]]:
        return self.database.read(lambda s: list(s.scalars(select(Event.data).where(Event.kind == kind))))


@pytest.fixture
def post(database: Database, clock: FixedClock, vault: Vault) -> Post:
    return Post(database, clock, vault)


async def test_the_first_mail_of_somebody_is_a_lead_whose_turn_begins_at_once(post: Post) -> None:
    raw = await post.arrives(on_file("gmail_reply_ja").replace(b"sales@minamo.example", OURS.encode()))
    lead, conversation = post.one(Lead), post.one(Conversation)
    message, mail = post.one(Message, direction="inbound"), post.one(Mail)
    assert (raw.state, raw.message_id, raw.conversation_id) == ("accepted", message.id, conversation.id)
    assert message.text.startswith("お世話になっております。青葉電機の森です。")
    assert "TEL" not in message.text
    assert (lead.source, conversation.channel, conversation.inbox_id) == ("email", "email", post.office.inbox_id)
    assert (mail.rfc_id, mail.parents) == (
        "<CAF1@mail.aoba-denki.example>",
        ["<first@aoba-denki.example>", "<abc@minamo.example>"],
    )
    assert not mail.verified
    card = post.database.read(lambda s: contacts.card(s, post.vault, contact_id=lead.contact_id))
    assert (card.name, card.email, card.company, card.phone) == (
        "森 あかり",
        "mori@aoba-denki.example",
        "青葉電機株式会社",
        "+81355550123",
    )
    assert post.turns.started == [conversation.id]


async def test_the_same_mail_twice_is_one_lead(post: Post) -> None:
    first = await post.arrives(post.mail())
    again = await post.arrives(post.mail(Received="from elsewhere"))
    assert first.id == again.id
    assert (post.count(Lead), post.count(RawMessage), len(post.turns.started)) == (1, 1, 1)


async def test_a_reply_to_our_address_goes_on_and_shows_that_the_address_is_theirs(post: Post) -> None:
    form = post.office.form()
    raw = await post.arrives(post.mail(To=post.token(form)), to=post.token(form))
    assert raw.conversation_id == form.conversation_id
    assert post.one(Mail).verified
    assert post.one(ContactPoint).verified_at == post.clock.now()
    assert post.count(Lead) == 1
    assert post.turns.started == []  # the safety net answers it, with all that comes in ten seconds
    assert (
        post.database.read(lambda s: s.scalars(select(Job.kind).where(Job.run_at > post.clock.now())).all())
        == ["answer_turn"] * 2
    )


async def test_our_address_used_by_somebody_else_shows_them_nothing_and_a_person_looks(post: Post) -> None:
    form = post.office.form()
    raw = await post.arrives(post.mail(sender="boss@other.example"), to=post.token(form))
    assert (raw.state, raw.reason, raw.conversation_id) == ("refused", "other_participant", form.conversation_id)
    assert post.count(Mail) == 0
    assert REPLY in post.one(Message, kind="note").text
    assert post.events("mail_refused")[0]["reason"] == "other_participant"
    assert post.events("person_needed")


async def test_a_forged_address_of_ours_is_a_stranger_s_mail(post: Post) -> None:
    form = post.office.form()
    local, _, domain = post.token(form).partition("@")
    raw = await post.arrives(post.mail(), to=f"{local[:-4]}aaaa@{domain}")
    assert raw.state == "accepted"
    assert raw.conversation_id != form.conversation_id
    assert not post.one(Mail).verified


@pytest.mark.parametrize(("sender", "same"), [(THEIRS, True), ("boss@other.example", False)])
async def test_a_message_id_of_ours_counts_for_its_own_sender_only(post: Post, sender: str, same: bool) -> None:
    before = post.office.they_mail()
    known = post.one(Mail).rfc_id
    reply = post.mail(sender=sender, Subject="quite another subject", References=f"<x@y.example> {known}")
    raw = await post.arrives(reply, sender=sender)
    assert (raw.conversation_id == before.conversation_id) is same


async def test_a_subject_alone_joins_nothing(post: Post) -> None:
    await post.arrives(post.mail(Subject="料金の件"))
    await post.arrives(post.mail(Subject="Re: 料金の件", Message_ID="<m2@minato.example>"))
    assert post.count(Conversation) == 2


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"Auto_Submitted": "auto-replied"}, "auto_reply"),
        ({"List_Id": "<news.minato.example>"}, "list"),
        ({"From": f"x <{OURS}>"}, "loop"),
    ],
)
async def test_a_machine_in_a_conversation_is_kept_and_told_and_changes_nothing(
    post: Post, fields: dict[str, str], reason: str
) -> None:
    form = post.office.form()
    raw = await post.arrives(post.mail(**fields), to=post.token(form))
    assert (raw.state, raw.reason) == ("refused", reason)
    assert post.events("mail_refused")[0]["klass"] == reason
    assert (post.count(Mail), post.count(Lead), post.turns.started) == (0, 1, [])


async def test_a_bounce_ends_the_delivery_and_a_dead_address_gets_no_more(post: Post) -> None:
    form = post.office.form()
    message_id = post.office.reply(form)
    await post.office.deliver(message_id)
    back = bounce_address(OURS, message_id, sign=post.vault.sign)
    raw = await post.arrives(on_file("postfix_dsn"), to=back, sender="")
    assert (raw.state, raw.reason, raw.conversation_id) == ("refused", "bounce", form.conversation_id)
    assert post.office.delivery(message_id).state == "failed"
    assert post.one(Suppression).reason == "dead"


async def test_a_report_of_a_delay_ends_nothing(post: Post) -> None:
    message_id = post.office.reply(post.office.form())
    await post.office.deliver(message_id)
    delayed = on_file("postfix_dsn").replace(b"Action: failed", b"Action: delayed")
    await post.arrives(delayed, to=bounce_address(OURS, message_id, sign=post.vault.sign), sender="")
    assert post.office.delivery(message_id).state == "sent"
    assert post.events("mail_refused")[0]["codes"] == ["delivery_status", "not_failed"]


async def test_in_doubt_the_lead_is_kept_a_person_is_told_and_nothing_is_sent(post: Post) -> None:
    raw = await post.arrives(post.mail(Authentication_Results="mx.x.example; dmarc=fail header.from=minato.example"))
    assert raw.state == "accepted"
    assert post.one(Conversation).owner == "nobody"
    assert post.events("mail_not_answered")[0]["codes"] == ["dmarc_fail"]
    assert post.events("person_needed")
    assert post.turns.started == []
    assert post.database.read(lambda s: s.scalars(select(Job.id).where(Job.kind == "answer_turn")).all()) == []


async def test_what_cannot_be_read_is_put_aside_and_the_next_one_is_read(post: Post) -> None:
    bad = post.mail("--B\r\n\r\n\r\n" * 600, Content_Type="multipart/mixed; boundary=B", Message_ID="<bad@x.example>")
    await post.take(bad, sender=THEIRS, recipients=[OURS])
    await post.arrives(post.mail())
    kept = post.one(RawMessage, state="quarantined")
    assert kept.reason == "too_many_parts"
    assert post.vault.open_bytes(kept.body_enc) == bad
    assert post.count(Lead) == 1


async def test_a_mail_to_a_conversation_that_has_ended_begins_another(post: Post) -> None:
    form = post.office.form()

    def end(session: Session) -> None:
        session.get_one(Conversation, form.conversation_id).ended_at = post.clock.now()

    post.database.write(end)
    raw = await post.arrives(post.mail(), to=post.token(form))
    assert raw.state == "accepted"
    assert raw.conversation_id != form.conversation_id


async def test_a_mail_to_two_addresses_of_ours_is_one_lead(post: Post) -> None:
    info = "info@mihari.example"
    post.office.add(
        Inbox(id=new_id(), channel="email", name=info, lang="ja", team_id=post.office.team_id, address=info)
    )
    await post.arrives(post.mail())
    again = await post.arrives(post.mail(), to=info)
    assert (again.state, again.reason, post.count(Lead)) == ("refused", "duplicate", 1)


async def test_only_active_mail_inboxes_take_mail(post: Post) -> None:
    assert await own_addresses(post.database) == {OURS}


@pytest.mark.parametrize(
    ("subject", "begins"),
    [("料金プランについて", "料金プランについて\n\n教えて"), ("Re: 料金", "教えて"), ("", "教えて")],
)
async def test_a_question_in_the_subject_of_a_first_mail_is_heard(post: Post, subject: str, begins: str) -> None:
    await post.arrives(post.mail("教えてください。", Subject=Header(subject, "utf-8").encode() if subject else " "))
    assert post.one(Message, direction="inbound").text.startswith(begins)
