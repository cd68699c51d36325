"""A team with a mail address, a prospect who writes to it, and the way out as a fake; jobs run by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.channels.email.fake import FakeTransport
from app.channels.email.port import Transport
from app.conversation.letter import Stationery
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.resources import folder
from app.core.security import Vault
from app.core.settings import MailSettings, Settings
from app.core.templating import load_texts
from app.flows.bounce import delivery_id
from app.flows.deps import Deps
from app.flows.mail_out import deliver_mail
from app.jobs.kinds import DeliverMail, TellNews
from app.leads import thread
from app.leads.intake import Accepted, InboundMessage, accept
from app.models import Conversation, Delivery, Event, Inbox, Mail, Person, RawMessage, Suppression, Team
from app.models.job import Job
from app.understanding.facts import ContactData

TEXTS = load_texts(folder("templates"))
STATIONERY = Stationery(folder("templates"), TEXTS)
OURS = "sales@mihari.example"
THEIRS = "tanaka@minato.example"
COMPANY = {"ja": "ミハリ計器株式会社", "en": "Mihari Instruments"}
WORDS = "料金はプランごとに決まっています。"


@dataclass
class PostOffice:
    """`form()` begins a conversation, `they_mail` goes on, `reply` stores a message of ours, `deliver` sends it."""

    database: Database
    clock: FixedClock
    vault: Vault
    transport: FakeTransport = field(default_factory=FakeTransport)
    inbox_id: UUID = field(default_factory=new_id)
    team_id: UUID = field(default_factory=new_id)

    def __post_init__(self) -> None:
        self.add(Team(id=self.team_id, name="営業部", timezone="Asia/Tokyo", country="JP"))
        settings = {"name": COMPANY, "signature": {"ja": "東京都千代田区1-1-1\n電話 03-0000-0000"}}
        self.add(
            Inbox(
                id=self.inbox_id,
                channel="email",
                name=OURS,
                lang="ja",
                team_id=self.team_id,
                address=OURS,
                settings=settings,
            )
        )
        self.deps = Deps(self.database, self.clock, self.vault, TEXTS, Settings(), self.transport, STATIONERY)

    def with_brake(self, per_hour: int) -> None:
        self.deps = replace(self.deps, settings=Settings(mail=MailSettings(brake_per_hour=per_hour)))

    def over(self, transport: Transport) -> None:
        self.deps = replace(self.deps, mail=transport)

    def add(self, *rows: Any) -> None:
        for row in rows:
            self.database.write(lambda session, row=row: session.add(row))

    def rep(self, name: str = "森") -> UUID:
        person = Person(
            id=new_id(), role="rep", name=name, lang="ja", team_id=self.team_id, created_at=self.clock.now()
        )
        self.add(person)
        return person.id

    def form(self, text: str = "料金を教えてください", *, address: str = THEIRS) -> Accepted:
        """Begin a conversation by form: nobody has shown that the address is theirs."""
        contact = ContactData(name="田中 一郎", company="みなと工業", email=address)
        return self._accept(text, channel="webform", inbox_id=self.inbox_id, contact=contact)

    def they_mail(
        self,
        before: Accepted | None = None,
        *,
        text: str = "Hello",
        verified: bool = True,
        by_token: bool | None = None,
        address: str = THEIRS,
        cc: tuple[str, ...] = (),
        parents: tuple[str, ...] = ("<before@minato.example>",),
    ) -> Accepted:
        """Store a mail of theirs, as the first of a conversation or as the next; verified is by our signed address."""
        raw = RawMessage(
            id=new_id(),
            source="mail:-",
            provider_id=str(new_id()),
            body_enc=self.vault.seal_bytes(f"From: {address}\r\nTo: {OURS}\r\nCc: {', '.join(cc)}\r\n\r\n".encode()),
            state="accepted",
            received_at=self.clock.now(),
        )
        self.add(raw)
        where: dict[str, Any] = {"inbox_id": self.inbox_id, "contact": ContactData(email=address)}
        if before is not None:
            where = {"conversation_id": before.conversation_id}
        accepted = self._accept(text, channel="email", **where)
        self.add(
            Mail(
                id=new_id(),
                message_id=accepted.message_id,
                direction="inbound",
                rfc_id=f"<{accepted.message_id.hex}@minato.example>",
                subject="料金の件",
                parents=list(parents),
                peer_hmac=self.vault.lookup("email", address),
                domain_hmac=self.vault.lookup("domain", address.rpartition("@")[2]),
                verified=verified,
                by_token=verified if by_token is None else by_token,
                raw_id=raw.id,
                at=self.clock.now(),
            )
        )
        return accepted

    def _accept(self, text: str, **where: Any) -> Accepted:
        inbound = InboundMessage(client_id=str(new_id()), text=text, lang="ja", **where)
        opener = "お問い合わせいただき、ありがとうございます。"
        return self.database.write(
            lambda s: accept(s, self.vault, inbound=inbound, opener=opener, now=self.clock.now())
        )

    def reply(self, to: Accepted, *, text: str = WORDS, acts: tuple[str, ...] = ("answer",), **columns: Any) -> UUID:
        """Store a final message of ours and return its id."""

        def write(session: Session) -> UUID:
            conversation = session.get_one(Conversation, to.conversation_id)
            known = {"author": "assistant", "kind": "reply", "provenance": {"acts": list(acts)}, **columns}
            return thread.add(session, thread.new_message(conversation, text=text, now=self.clock.now(), **known)).id

        return self.database.write(write)

    async def deliver(self, message_id: UUID) -> Delivery:
        """Run the job and return how the delivery stands."""
        await partial(deliver_mail, self.deps)(DeliverMail(message_id=message_id))
        return self.delivery(message_id)

    async def answer(self, to: Accepted, **more: Any) -> Delivery:
        return await self.deliver(self.reply(to, **more))

    def delivery(self, message_id: UUID) -> Delivery:
        return self.database.read(lambda session: session.get_one(Delivery, delivery_id(message_id)))

    def suppress(self, address: str, reason: str) -> None:
        key = self.vault.lookup("email", address)
        self.add(Suppression(id=new_id(), kind="email", value_hmac=key, reason=reason, at=self.clock.now()))

    def told(self, lead_id: UUID) -> list[str]:
        """Return what became of the lead's mails, and whether a person is to look after it."""
        query = select(Event.kind).where(Event.lead_id == lead_id).order_by(Event.at, Event.id)
        kinds = self.database.read(lambda session: list(session.scalars(query)))
        return [kind for kind in kinds if kind.startswith("mail_") or kind == "person_needed"]

    def news(self, lead_id: UUID) -> list[str]:
        """Return what a person is told of the lead beside its first notice, oldest first."""
        query = select(Job.payload).where(Job.kind == TellNews.kind).order_by(Job.id)
        told = self.database.read(lambda session: list(session.scalars(query)))
        return [one["about"] for one in told if one["lead_id"] == str(lead_id)]

    def mails(self) -> int:
        query = select(func.count()).select_from(Mail).where(Mail.direction == "outbound")
        return self.database.read(lambda session: session.scalar(query)) or 0
