"""One prospect writing by form and by mail inside this process, through the same intake; nothing leaves the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.channels import webform
from app.channels.email.classify import is_automatic
from app.channels.email.header import Address
from app.channels.email.outgoing import Unsendable
from app.channels.email.reply_text import split_reply
from app.cli.talk import Heard, hear, said_since, unanswered
from app.conversation.letter import Stationery
from app.core.ids import new_id
from app.core.resources import folder
from app.core.templating import LANGS
from app.flows import mail_facts
from app.flows.first_run import ensure_site
from app.flows.form_in import FormSubmission
from app.flows.inboxes import FormInbox, add_form_inbox, add_mail_inbox
from app.flows.mail_reading import signed_contact
from app.flows.mail_writing import write_mail
from app.jobs.port import cancel
from app.leads import contacts
from app.leads.intake import Accepted, InboundMessage
from app.main import Parts
from app.models import Inbox, Mail, Message
from app.understanding import contact_points
from app.understanding.facts import ContactData

OURS = "sales@sokuo.example"
THEIRS = "prospect@mail.example"


class Letters:
    """Opens a conversation by form or mail and goes on by mail; needs a running event loop.

    What comes by mail counts as verified, as if the server in front of us had vouched for its sender.
    """

    def __init__(self, parts: Parts, *, lang: str, behaviour_id: str | None = None) -> None:
        self._parts = parts
        self._lang = lang
        self._behaviour_id = behaviour_id
        self._address = THEIRS
        self._first: Accepted | None = None
        self._heard: Heard | None = None
        self.contact_id: UUID | None = None
        self._stationery = Stationery(folder("templates"), parts.texts)

    async def submit(self, form: Mapping[str, Any], text: str) -> Heard:
        """Send a form with these fields and, beside them, a message; return the mail that answers it. `Invalid`
        (message_empty) if nothing was written or chosen.
        """
        mail = split_reply(text)  # what was pasted beside the fields may quote us
        text = f"{mail.visible}\n\n{mail.signature}".strip()
        pairs = [(name, str(one)) for name, value in form.items() for one in _each(value)]
        filled = webform.read([*pairs, *([("message", text)] if text else [])], names={})
        self._address = filled.email or self._address
        form_inbox = await self._parts.database.awrite(lambda s: self._inbox(s, "webform").id)
        contact = {name: getattr(filled, name) or None for name in ("name", "reading", "company", "phone", "role")}
        submission = FormSubmission(
            inbox_id=form_inbox,
            key=str(new_id()),
            raw=orjson.dumps(form).decode(),
            lang="en" if self._lang == "en" else "ja",
            text=filled.message,
            wants=filled.wants,
            contact=ContactData(**contact, email=self._address),
            rest=filled.rest,
            behaviour_id=self._behaviour_id,
            contact_id=self.contact_id,
        )
        return await self._answer(await self._parts.take_form(submission))

    async def say(self, text: str) -> Heard:
        """Write a mail and return the mail that answers it; `Invalid` if it is empty.

        Read as one that came from outside: without quotes, notices and signature, and a responder is not answered.
        """
        if self._heard is not None and is_automatic(text):
            return unanswered(self._heard)
        mail = split_reply(text)
        belongs: dict[str, Any] = {"conversation_id": self._first.conversation_id if self._first else None}
        if self._first is None:
            inbox = await self._parts.database.awrite(lambda s: self._inbox(s, "email").id)
            await self._find_address(contact_points.email(mail.signature))
            belongs = {"inbox_id": inbox, "contact_id": self.contact_id}
        elif self._address == THEIRS and (signed := contact_points.email(mail.signature)):
            await self._write_from(signed)
        inbound = InboundMessage(
            client_id=str(new_id()),
            text=mail.visible,
            lang=self._lang,
            channel="email",
            contact=signed_contact(mail, Address("", self._address)),
            **belongs,
        )

        def around(session: Session, store: Callable[[], Accepted]) -> Accepted:
            accepted = store()
            session.add(self._mail(accepted))
            return accepted

        accepted = await self._parts.receive(inbound, around=around)
        if not accepted.begins and accepted.ours:
            self._parts.turns.start(accepted.conversation_id)  # the ten seconds in which more may come are over at once
        return await self._answer(accepted)

    async def _find_address(self, signed: str | None) -> None:
        """Write from the address in the signature, else from the one given in the chat, if one was."""
        self._address = signed or self._address
        contact_id, vault = (self.contact_id if signed is None else None), self._parts.vault
        if contact_id is not None:
            card = await self._parts.database.aread(lambda s: contacts.card(s, vault, contact_id=contact_id))
            self._address = card.email or self._address

    async def _write_from(self, signed: str) -> None:
        """Take the address in a later signature for the sender's, where none was known yet."""
        self._address, vault, now = signed, self._parts.vault, self._parts.clock.now()
        contact_id = self._heard.contact_id if self._heard else None
        if contact_id is not None:
            await self._parts.database.awrite(
                lambda s: contacts.verify(s, vault, contact_id=contact_id, email=signed, now=now)
            )

    async def _answer(self, accepted: Accepted) -> Heard:
        self._first = accepted
        await self._parts.turns.finished(accepted.conversation_id)
        self._heard = await self._parts.database.awrite(lambda s: self._read(s, accepted))
        return self._heard

    def _read(self, session: Session, accepted: Accepted) -> Heard:
        """Read the answer and take it back from the post, so that a server over the same data never sends it."""
        heard = hear(session, self._parts, accepted=accepted)
        told = [message for message in said_since(session, accepted) if message.kind != "opener"]
        for message in told:
            cancel(session, f"deliver:{message.id}")
        reply = "\n\n".join(self._letter(session, message) for message in told)
        return replace(heard, reply=reply, row=heard.row | {"reply": reply})

    def _letter(self, session: Session, message: Message) -> str:
        """Return the text of the mail a message goes out as."""
        parts = self._parts
        facts = mail_facts.read(session, parts.vault, message_id=message.id, now=parts.clock.now())
        if facts is None:
            return message.text
        base = parts.settings.public_url or f"http://{parts.settings.host}:{parts.settings.port}"
        try:
            return write_mail(facts, self._stationery, vault=parts.vault, base_url=base).text
        except Unsendable:
            return ""  # nobody would get it

    def _mail(self, accepted: Accepted) -> Mail:
        vault, (_, _, domain) = self._parts.vault, self._address.rpartition("@")
        return Mail(
            id=new_id(),
            message_id=accepted.message_id,
            direction="inbound",
            rfc_id=f"<{accepted.message_id.hex}@{domain}>",
            subject="",
            parents=[],
            peer_hmac=vault.lookup("email", self._address),
            domain_hmac=vault.lookup("domain", domain),
            verified=True,
            at=self._parts.clock.now(),
        )

    def _inbox(self, session: Session, channel: str) -> Inbox:
        """Return the first inbox of this kind; an installation without one gets one to try things out with."""
        found = session.scalar(
            select(Inbox).where(Inbox.channel == channel, Inbox.active.is_(True)).order_by(Inbox.id).limit(1)
        )
        if found is not None:
            return found
        if channel == "webform":
            return add_form_inbox(session, self._inbox(session, "email"), form=FormInbox("chat", self._lang))
        site = ensure_site(session, lang=self._lang, now=self._parts.clock.now())
        names = {lang: site.company.get(lang) or site.name for lang in LANGS}
        return add_mail_inbox(session, site, address=OURS, names=names, lang=self._lang, signature={})


def _each(value: Any) -> list[Any]:
    return [one for one in (value if isinstance(value, list) else [value]) if one not in (None, "")]
