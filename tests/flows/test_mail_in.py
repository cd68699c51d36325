"""A mail becomes a lead or a message of its conversation, once; machines and strangers change nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from email.header import Header
from functools import partial

import pytest
from sqlalchemy import select

from app.channels.email.thread import bounce_address
from app.core.ids import new_id
from app.core.settings import MailSettings, Settings
from app.flows.mail_in import read_mail, takes_mail
from app.jobs.fake import run_due
from app.jobs.kinds import ReadMail
from app.leads import contacts
from app.models import Contact, ContactPoint, Conversation, Inbox, Lead, Mail, Message, RawMessage, Suppression
from tests.channels.mails import on_file
from tests.flows.letterbox import REPLY, Post
from tests.flows.post_office import OURS, THEIRS

pytestmark = pytest.mark.anyio


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
    form = await post.answered()
    raw = await post.arrives(post.mail(To=post.token(form)), to=post.token(form))
    assert raw.conversation_id == form.conversation_id
    mail = post.one(Mail, direction="inbound")
    assert (mail.verified, mail.by_token) == (True, True)
    assert post.one(ContactPoint).verified_at == post.clock.now()
    assert post.count(Lead) == 1
    assert post.turns.started == []  # the safety net answers it, with all that comes in ten seconds
    assert post.nets() == 2


async def test_our_address_used_by_somebody_else_shows_them_nothing_and_a_person_looks(post: Post) -> None:
    form = post.office.form()
    raw = await post.arrives(post.mail(sender="boss@other.example"), to=post.token(form))
    assert (raw.state, raw.reason, raw.conversation_id) == ("refused", "other_participant", form.conversation_id)
    assert post.count(Mail) == 0
    assert REPLY in post.one(Message, kind="note").text
    assert post.events("mail_refused")[0]["reason"] == "other_participant"
    assert post.events("person_needed")
    assert post.news() == ["mail_stranger"]


async def test_an_address_that_was_only_typed_into_a_conversation_is_a_stranger_s(post: Post) -> None:
    attack = await post.answered()
    victim = "sato@midori.example"
    post.database.write(
        lambda s: contacts.put_point(
            s,
            post.vault,
            contact_id=s.get_one(Conversation, attack.conversation_id).contact_id,
            kind="email",
            value=victim,
            now=post.clock.now(),
        )
    )
    raw = await post.arrives(post.mail(sender=victim, Subject="You have won"), to=post.token(attack), sender=victim)
    assert (raw.state, raw.reason) == ("refused", "other_participant")
    assert post.database.read(lambda s: s.scalars(select(ContactPoint.verified_at)).all()) == [None, None]


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
    report = on_file("postfix_dsn").replace(b"gone@aoba-denki.example", THEIRS.encode())
    raw = await post.arrives(report, to=back, sender="")
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


async def test_a_mail_to_a_conversation_that_has_ended_begins_another(post: Post) -> None:
    form = await post.answered()
    post.change(Conversation, form.conversation_id, ended_at=post.clock.now())
    post.change(Inbox, post.office.inbox_id, address="elsewhere@mihari.example")
    raw = await post.arrives(post.mail(Subject="料金の件"), to=post.token(form))
    assert (raw.inbox_id, raw.state) == (None, "accepted")
    assert raw.conversation_id != form.conversation_id
    assert post.one(Message, id=raw.message_id).text == f"料金の件\n\n{REPLY}"


def vouched_for(post: Post) -> dict[str, str]:
    """Have the server in front of us believed, and return the header by which it vouches for a sender."""
    settings = Settings(mail=MailSettings(authserv_id="mx.mihari.example"))
    receive = post.handlers[ReadMail].keywords["receive"]
    post.handlers[ReadMail] = partial(read_mail, replace(post.office.deps, settings=settings), receive=receive)
    return {"Authentication-Results": f"mx.mihari.example; dmarc=pass header.from={THEIRS.rpartition('@')[2]}"}


@pytest.mark.parametrize("known", [True, False])
async def test_a_new_mail_goes_on_with_the_lead_of_whoever_has_shown_the_address_to_be_theirs(
    post: Post, *, known: bool
) -> None:
    passed = vouched_for(post)
    form = await post.answered()
    if known:  # by a reply to our signed address; before that, anybody could have typed it into the form
        await post.arrives(post.mail(To=post.token(form)), to=post.token(form))
    fresh = await post.arrives(post.mail("別件です。PLCと接続できますか。", Message_ID="<m9@minato.example>", **passed))
    assert fresh.conversation_id != form.conversation_id
    assert post.count(Lead) == (1 if known else 2)
    goes_on = post.one(Conversation, id=fresh.conversation_id)
    assert (goes_on.lead_id == form.lead_id) is known
    assert goes_on.plan == (post.one(Conversation, id=form.conversation_id).plan if known else {})


async def test_a_lead_that_was_quiet_for_90_days_is_followed_by_another_of_the_same_contact(post: Post) -> None:
    passed = vouched_for(post)
    form = await post.answered()
    await post.arrives(post.mail(To=post.token(form)), to=post.token(form))
    post.clock.advance(timedelta(days=91))
    await post.arrives(post.mail("PLCと接続できますか。", Message_ID="<m9@minato.example>", **passed))
    assert (post.count(Lead), post.count(Contact)) == (2, 1)


@pytest.mark.parametrize("fields", [{}, {"Message_ID": ""}])
async def test_a_mail_to_two_addresses_of_ours_is_one_lead_read_at_the_same_moment_too(
    any_post: Post, fields: dict[str, str]
) -> None:
    post, info = any_post, "info@mihari.example"
    post.office.add(
        Inbox(id=new_id(), channel="email", name=info, lang="ja", team_id=post.office.team_id, address=info)
    )
    ids = [await post.take(post.mail(**fields), sender=THEIRS, recipients=[to]) for to in (OURS, info)]
    await asyncio.gather(*(post.handlers[ReadMail](ReadMail(raw_id=raw_id)) for raw_id in ids))
    assert len(set(ids)) == 2
    assert (post.one(RawMessage, state="refused").reason, post.count(Lead)) == ("duplicate", 1)


async def test_another_mail_with_a_message_id_that_was_used_is_another_message(post: Post) -> None:
    first = await post.arrives(post.mail())
    other = await post.arrives(post.mail("やはり5月にします。"))
    assert (first.state, other.state) == ("accepted", "accepted")
    assert post.count(Mail) == 2


async def test_an_inbox_that_is_switched_off_takes_only_what_goes_on(post: Post) -> None:
    token = post.token(await post.answered())
    foreign = token.replace("mihari.example", "other.example")
    wanted = {OURS: True, token: True, "x@mihari.example": False, foreign: False}
    assert {address: await takes_mail(post.database, post.vault, address) for address in wanted} == wanted
    post.change(Inbox, post.office.inbox_id, active=False)
    assert not await takes_mail(post.database, post.vault, OURS)
    assert await takes_mail(post.database, post.vault, token)


async def test_a_mail_that_was_taken_before_its_inbox_was_switched_off_is_answered(post: Post) -> None:
    await post.take(post.mail(), sender=THEIRS, recipients=[OURS])
    post.change(Inbox, post.office.inbox_id, active=False)
    await run_due(post.database, post.handlers, now=post.clock.now())
    assert post.turns.started == [post.one(Conversation).id]


@pytest.mark.parametrize(
    ("subject", "begins"),
    [("料金プランについて", "料金プランについて\n\n教えて"), ("Re: 料金", "教えて"), ("", "教えて")],
)
async def test_a_question_in_the_subject_of_a_first_mail_is_heard(post: Post, subject: str, begins: str) -> None:
    await post.arrives(post.mail("教えてください。", Subject=Header(subject, "utf-8").encode() if subject else " "))
    assert post.one(Message, direction="inbound").text.startswith(begins)
