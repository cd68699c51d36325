"""The mails in the built-in sink as a prospect's mail client sees them, and the answers it writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime, make_msgid
from uuid import UUID

from babel.dates import format_datetime as spoken
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.channels.email.sink import SOURCE
from app.channels.email.thread import parents, reply_subject
from app.core.errors import NotFound
from app.core.security import Vault
from app.core.templating import Texts
from app.demo.hours import ZONE
from app.models import RawMessage

MOST = 50
LONGEST_SNIPPET = 80


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as it was sent; `html` is None where it has only text. `at` is when it reached the mailbox."""

    id: UUID
    at: datetime
    name: str
    address: str
    to: str
    reply_to: str
    subject: str
    text: str
    html: str | None
    message_id: str
    references: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]

    @property
    def snippet(self) -> str:
        """Return the first words, as lists show them."""
        return " ".join(self.text.split())[:LONGEST_SNIPPET]


class Mailbox:
    """Everything in the sink, whoever it is for. What has been opened is remembered as long as the process runs."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._seen: set[UUID] = set()

    def mails(self, session: Session) -> list[Mail]:
        """Return the newest mails, the newest first."""
        rows = session.scalars(
            select(RawMessage)
            .where(RawMessage.source == SOURCE)
            .order_by(RawMessage.received_at.desc(), RawMessage.id.desc())
            .limit(MOST)
        )
        return [self._mail(row) for row in rows]

    def open(self, session: Session, mail_id: UUID) -> Mail:
        """Return a mail, which then counts as read; `NotFound` (page_unknown)."""
        row = session.get(RawMessage, mail_id)
        if row is None or row.source != SOURCE:
            raise NotFound("not_found")
        self._seen.add(mail_id)
        return self._mail(row)

    def is_new(self, mail: Mail) -> bool:
        return mail.id not in self._seen

    def unread(self, session: Session) -> int:
        """Return how many mails nobody has opened."""
        return len(set(session.scalars(select(RawMessage.id).where(RawMessage.source == SOURCE))) - self._seen)

    def _mail(self, row: RawMessage) -> Mail:
        raw = self._vault.open_bytes(row.body_enc)
        made = message_from_bytes(raw, policy=default)
        text, html = made.get_body(("plain",)), made.get_body(("html",))
        sender = made["From"].addresses[0]
        reply_to = made["Reply-To"].addresses[0].addr_spec if made["Reply-To"] else sender.addr_spec
        return Mail(
            id=row.id,
            at=row.received_at,
            name=sender.display_name or sender.addr_spec,
            address=sender.addr_spec,
            to=made["To"].addresses[0].addr_spec,
            reply_to=reply_to,
            subject=str(made["Subject"] or ""),
            text=text.get_content() if text else "",
            html=html.get_content() if html else None,
            message_id=str(made["Message-ID"]).strip(),
            references=tuple(str(made["References"] or "").split()),
            headers=tuple((name, str(value)) for name, value in made.items()),
        )


def answer_to(mail: Mail, text: str, *, lang: str, texts: Texts, now: datetime) -> bytes:
    """Return the MIME a mail client would send: threaded, with what is answered quoted below."""
    made = EmailMessage(policy=SMTP)
    made["From"] = mail.to
    made["To"] = mail.reply_to
    made["Subject"] = reply_subject(mail.subject)
    made["Date"] = format_datetime(now.astimezone(ZONE))
    made["Message-ID"] = make_msgid(domain=mail.to.rpartition("@")[2])
    made["In-Reply-To"] = mail.message_id
    made["References"] = " ".join(parents(mail.references, mail.message_id))
    date = spoken(mail.at, texts(lang, "demo.mail.date"), tzinfo=ZONE, locale=lang)
    wrote = texts(lang, "demo.mail.wrote", date=date, name=mail.name, address=mail.address)
    quoted = "\n".join(f"> {line}".rstrip() for line in mail.text.strip().splitlines())
    made.set_content(f"{text.strip()}\n\n{wrote}\n{quoted}\n", cte="base64" if lang == "ja" else "quoted-printable")
    return made.as_bytes()
