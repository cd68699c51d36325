"""Where prospects reach us besides the widget: a mail address of ours, and the forms it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.channels.email.thread import LONGEST_LOCAL
from app.channels.webform import ALIASES, EMAIL
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import new_id, new_token
from app.core.templating import LANGS, Texts
from app.models import Inbox, Site


@dataclass(frozen=True, slots=True)
class FormInbox:
    """A web form as it is set up.

    `thanks_url` is where the browser goes after sending, ours without it; `privacy_url` the notice that the hosted page
    links to: an address, or one per language. `origins` are the pages besides the site's own that may post, `fields`
    maps the form's own names to ours.
    """

    name: str
    lang: str
    key: str | None = None
    thanks_url: str | Mapping[str, str] | None = None
    origins: Sequence[str] = ()
    fields: Mapping[str, str] | None = None
    privacy_url: str | Mapping[str, str] | None = None


def add_mail_inbox(
    session: Session, site: Site, *, address: str, names: Mapping[str, str], lang: str, signature: Mapping[str, str]
) -> Inbox:
    """Add an address of ours; `names` and `signature` say per language who writes.

    `Invalid` (email_invalid), `Conflict` (inbox_exists).
    """
    address = address.strip().lower()
    if not EMAIL.fullmatch(address) or "+" in address:
        raise Invalid("email_invalid", f"{address}: needs an address without +, as sales@example.com")
    if len(address.partition("@")[0]) > LONGEST_LOCAL:
        raise Invalid(
            "email_invalid", f"{address}: {LONGEST_LOCAL} characters at most before the @, as replies add a tag"
        )
    if session.scalar(select(Inbox.id).where(Inbox.address == address)) is not None:
        raise Conflict("inbox_exists", address)
    settings = {"name": dict(names), "signature": dict(signature)}
    inbox = Inbox(
        id=new_id(),
        channel="email",
        name=address,
        lang=lang,
        address=address,
        team_id=team_of(session, site),
        site_id=site.id,
        settings=settings,
    )
    session.add(inbox)
    session.flush()
    return inbox


def add_form_inbox(session: Session, mail: Inbox, *, form: FormInbox) -> Inbox:
    """Add a form that the mail inbox answers. `Invalid` (form_link_invalid, field_unknown)."""
    thanks, privacy = _by_lang(form.thanks_url), _by_lang(form.privacy_url)
    for address in [*thanks.values(), *privacy.values()]:
        _check_address(address)
    for ours in (form.fields or {}).values():
        if ours not in ALIASES:
            raise Invalid("field_unknown", f"{ours}: one of {', '.join(name for name in ALIASES if name)}")
    inbox = Inbox(
        id=new_id(),
        channel="webform",
        name=form.name,
        lang=form.lang,
        key=form.key or new_token("fk")[:24],
        team_id=mail.team_id,
        site_id=mail.site_id,
        settings={
            "mail_inbox": str(mail.id),
            "thanks_url": thanks or None,
            "origins": list(form.origins),
            "fields": dict(form.fields or {}),
            "privacy_url": privacy or None,
        },
    )
    session.add(inbox)
    session.flush()
    return inbox


def mail_inbox(session: Session, address: str | None) -> Inbox:
    """Return the mail inbox of an address, or the only one. `NotFound` (inbox_unknown)."""
    found = select(Inbox).where(Inbox.channel == "email", Inbox.active.is_(True))
    if address:
        found = found.where(Inbox.address == address.strip().lower())
    inboxes = session.scalars(found.limit(2)).all()
    if len(inboxes) != 1:
        raise NotFound("inbox_unknown", f"{address or 'which mail inbox?'}: add one, or name it with --mail-inbox")
    return inboxes[0]


def notice(texts: Texts, lang: str, *, company: str, model: str | None) -> str:
    """Return what has to stand above the button: who answers, what the data is for, which model reads it."""
    if model:
        return texts(lang, "form.notice_model", company=company, model=model)
    return texts(lang, "form.notice", company=company)


def team_of(session: Session, site: Site) -> UUID:
    """Return the team that looks after a site."""
    return session.get_one(Inbox, site.inbox_id).team_id


def _by_lang(address: str | Mapping[str, str] | None) -> dict[str, str]:
    return dict.fromkeys(LANGS, address) if isinstance(address, str) else dict(address or {})


def _check_address(address: str) -> None:
    """Accept a path of our own host or a whole address; everything else is a mistake."""
    parts = urlsplit(address)
    whole = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    if any(sign in address for sign in "\r\n\\;, ") or not (whole or (address.startswith("/") and address[1:2] != "/")):
        raise Invalid("form_link_invalid", f"{address}: needs https://… or a path as /thanks")
