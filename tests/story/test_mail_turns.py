"""A conversation held by mail: what was chosen in a form is sent, nothing of a stranger's is repeated, each reply goes
out once, and a rep's words too.
"""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.conversation.ownership import say, take_over
from app.core.ids import new_id
from app.leads.intake import Accepted, InboundMessage, accept
from app.main import Parts
from app.models import Inbox, Job, Mail, Message, Person, Suppression
from app.understanding.facts import ContactData

TROUBLE = "夜間に設備が突然止まって困っています"


def write_in(office: Parts, text: str, *, before: Accepted | None = None, verified: bool = False, **more: Any) -> Any:
    """Have a form or, with `before`, a mail come in and be answered; return what was accepted and the reply."""

    def store(session: Session) -> Accepted:
        inbox = session.scalars(select(Inbox.id).where(Inbox.channel == "email")).one()
        where: dict[str, Any] = {"inbox_id": inbox, "channel": "webform"}
        where["contact"] = ContactData(name="田中 一郎", email="tanaka@minato.example")
        if before is not None:
            where = {"conversation_id": before.conversation_id, "channel": "email"}
        inbound = InboundMessage(str(new_id()), text, "ja", **where, **more)
        accepted = accept(session, office.vault, inbound=inbound, opener="…", now=office.clock.now())
        if before is not None:
            session.add(_mail(office, accepted.message_id, verified=verified))
        return accepted

    async def run() -> Accepted:
        accepted = await office.database.awrite(store)
        office.turns.start(accepted.conversation_id)
        await office.turns.finished(accepted.conversation_id)
        return accepted

    accepted = asyncio.run(run())
    query = select(Message).where(Message.conversation_id == accepted.conversation_id, Message.kind == "reply")
    return accepted, office.database.read(lambda s: s.scalars(query.order_by(Message.seq.desc())).first())


def _mail(office: Parts, message_id: UUID, *, verified: bool) -> Mail:
    return Mail(
        id=new_id(),
        message_id=message_id,
        direction="inbound",
        rfc_id=f"<{message_id.hex}@minato.example>",
        subject="Re: お問い合わせ",
        parents=[],
        peer_hmac=office.vault.lookup("email", "tanaka@minato.example"),
        domain_hmac=office.vault.lookup("domain", "minato.example"),
        verified=verified,
        at=office.clock.now(),
    )


def deliveries(office: Parts) -> list[tuple[str | None, str]]:
    query = select(Job.key, Job.payload).where(Job.kind == "deliver_mail").order_by(Job.id)
    return office.database.read(lambda s: [(key, payload["message_id"]) for key, payload in s.execute(query)])


def test_a_request_for_material_brings_the_document_in_the_first_reply_with_one_question(office: Parts) -> None:
    _, reply = write_in(office, "よろしくお願いいたします。", wants=("document",))
    assert reply.provenance["acts"][0] == "document"
    assert reply.provenance["asks"] == ["challenge"]
    assert reply.citations[0]["url"]
    assert deliveries(office) == [(f"deliver:{reply.id}", str(reply.id))]


def test_a_form_gets_two_questions_and_none_of_its_words_until_the_address_has_answered(office: Parts) -> None:
    first, reply = write_in(office, f"{TROUBLE}。導入までの流れを教えてください")
    assert TROUBLE not in reply.text
    assert reply.provenance["asks"] == ["timing"], "the challenge is known, the address too"
    _, answer = write_in(office, f"来月です。{TROUBLE}ほか、点検の手間も大変です", before=first, verified=True)
    assert "点検の手間も大変" in answer.text
    assert len(deliveries(office)) == 2


def test_an_opt_out_by_mail_stops_the_address_it_came_from(office: Parts) -> None:
    first, _ = write_in(office, "料金を教えてください")
    write_in(office, "今後一切連絡しないでください", before=first, verified=True)
    stopped = office.database.read(lambda s: s.scalars(select(Suppression)).one())
    assert (stopped.value_hmac, stopped.reason) == (office.vault.lookup("email", "tanaka@minato.example"), "opt_out")


def test_a_reps_words_go_out_as_mail_and_the_line_about_the_take_over_does_not(office: Parts) -> None:
    first, _ = write_in(office, "料金を教えてください")
    before = len(deliveries(office))

    def speak(session: Session) -> Message:
        rep = session.scalars(select(Person.id).where(Person.role == "rep")).first()
        assert rep is not None
        take_over(session, first.conversation_id, person_id=rep, texts=office.texts, now=office.clock.now())
        assert len(session.scalars(select(Job).where(Job.kind == "deliver_mail")).all()) == before
        words = {"text": "佐藤です。", "client_id": "one", "texts": office.texts, "now": office.clock.now()}
        say(session, first.conversation_id, person_id=rep, **words)
        return say(session, first.conversation_id, person_id=rep, **words)

    said = office.database.write(speak)
    assert deliveries(office)[before:] == [(f"deliver:{said.id}", str(said.id))]
