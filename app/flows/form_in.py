"""A web form comes in: sealed as it was posted, and accepted in the same write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.core.templating import Texts
from app.flows.receive import Receive
from app.leads import consent, thread
from app.leads.intake import Accepted, InboundMessage
from app.models import Conversation, Inbox, Message, RawMessage
from app.understanding.facts import ContactData, Lang

HONEYPOT = "honeypot"
WINDOW = timedelta(minutes=10)  # in which the same words without a key are a second click


@dataclass(frozen=True, slots=True)
class FormSubmission:
    """One form as it was sent; `raw` is what was posted, whole.

    The same `raw` under the same `key` is the same submission; without a key it is within ten minutes. A key alone
    decides nothing, because a page may carry a fixed one. `rest` are fields that only a person can read;
    `behaviour_id` counts only with the visitor's consent; `contact_id` is somebody known to have filled it in.
    """

    inbox_id: UUID
    key: str | None
    raw: str
    lang: Lang
    text: str = ""
    wants: tuple[str, ...] = ()
    contact: ContactData = field(default_factory=ContactData)
    rest: tuple[tuple[str, str], ...] = ()
    page: dict[str, Any] = field(default_factory=dict)
    behaviour_id: str | None = None
    notice_version: str | None = None
    submitted_at: datetime | None = None
    contact_id: UUID | None = None


class TakeForm:
    """Flow B of ARCHITECTURE, for forms: what is returned is on disk, once, however often it is posted."""

    def __init__(self, receive: Receive, database: Database, *, clock: Clock, vault: Vault, texts: Texts) -> None:
        self._receive = receive
        self._database = database
        self._clock = clock
        self._vault = vault
        self._texts = texts

    async def __call__(self, submission: FormSubmission) -> Accepted:
        """Accept the form and begin its turn; a key that came before returns what it led to, with `again`."""
        inbound = InboundMessage(
            inbox_id=submission.inbox_id,
            client_id=_ids(submission, self._clock.now())[0],
            channel="webform",
            text=submission.text or self._chosen(submission),
            lang=submission.lang,
            contact=submission.contact,
            wants=submission.wants,
            page=submission.page,
            visitor_id=await self._database.aread(lambda s: _visitor(s, submission)),
            notice_version=submission.notice_version,
            submitted_at=submission.submitted_at,
            contact_id=submission.contact_id,
        )

        def around(session: Session, store: Callable[[], Accepted]) -> Accepted:
            raw, again = self._keep(session, submission)
            if again and raw.message_id is not None:
                return _accepted(session, raw.message_id)
            accepted = store()  # also of what was taken for a machine's before
            raw.state, raw.reason, raw.message_id = "accepted", None, accepted.message_id
            raw.conversation_id = accepted.conversation_id
            if not submission.text:
                session.get_one(Message, accepted.message_id).origin = "template"
            self._note(session, submission, accepted)
            return accepted

        return await self._receive(inbound, around=around)

    async def refuse(self, submission: FormSubmission, *, reason: str) -> UUID:
        """Keep what a machine filled in, and do nothing; return the id of what was kept."""

        def keep(session: Session) -> UUID:
            raw, again = self._keep(session, submission)
            if not again:
                raw.state, raw.reason = "refused", reason
            return raw.id

        return await self._database.awrite(keep)

    def _keep(self, session: Session, submission: FormSubmission) -> tuple[RawMessage, bool]:
        """Seal the form as it was posted; True if it is here already, from a second click at the same moment too."""
        now = self._clock.now()
        before = _same(session, submission, now=now)
        if before is not None:
            return before, True
        raw = RawMessage(
            id=new_id(),
            source=_source(submission),
            provider_id=_ids(submission, now)[0],
            inbox_id=submission.inbox_id,
            body_enc=self._vault.seal(submission.raw),
            state="received",
            received_at=now,
        )
        try:
            with session.begin_nested():
                session.add(raw)
        except IntegrityError:
            if (winner := _same(session, submission, now=now)) is None:
                raise
            return winner, True
        return raw, False

    def _chosen(self, submission: FormSubmission) -> str:
        """Return our own words for a form in which something was only chosen."""
        return "\n".join(self._texts(submission.lang, f"form.chosen.{code}") for code in submission.wants)

    def _note(self, session: Session, submission: FormSubmission, accepted: Accepted) -> None:
        """Show the rep what the form asked beside what we know."""
        if not submission.rest:
            return
        conversation = session.get_one(Conversation, accepted.conversation_id)
        lines = [self._texts(submission.lang, "form.rest"), *(f"{name}: {said}" for name, said in submission.rest)]
        now = self._clock.now()
        note = thread.new_message(conversation, author="system", kind="note", text="\n".join(lines), now=now)
        thread.add(session, note)


def _source(submission: FormSubmission) -> str:
    return f"form:{submission.inbox_id}"


def _ids(submission: FormSubmission, now: datetime) -> tuple[str, ...]:
    """Return the ids the same submission may be stored under, the present one first."""
    digest = sha256(f"{submission.key or ''}\n{submission.raw}".encode()).hexdigest()
    if submission.key:
        return (digest,)
    window = int(now.timestamp() // WINDOW.total_seconds())
    return f"{digest}:{window}", f"{digest}:{window - 1}"


def _same(session: Session, submission: FormSubmission, *, now: datetime) -> RawMessage | None:
    found = select(RawMessage).where(
        RawMessage.source == _source(submission), RawMessage.provider_id.in_(_ids(submission, now))
    )
    recent = found if submission.key else found.where(RawMessage.received_at > now - WINDOW)
    return session.scalars(recent.limit(1)).first()


def _accepted(session: Session, message_id: UUID) -> Accepted:
    message = session.get_one(Message, message_id)
    lead_id = session.get_one(Conversation, message.conversation_id).lead_id
    return Accepted(message.id, message.seq, message.conversation_id, lead_id, again=True)


def _visitor(session: Session, submission: FormSubmission) -> UUID | None:
    """Return the visitor of the browser, if it agreed to be known on the form's site."""
    site_id = session.get_one(Inbox, submission.inbox_id).site_id
    if not submission.behaviour_id or site_id is None:
        return None
    visitor = consent.find_visitor(session, submission.behaviour_id, site_id=site_id)
    return visitor.id if visitor is not None and consent.allowed(session, visitor.id) else None
