"""`sokuo inbox`: the addresses and forms by which prospects reach us besides the widget."""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.main import Parts
    from app.models import Inbox

app = typer.Typer(help="Mail addresses and web forms of the company.", no_args_is_help=True, rich_markup_mode=None)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Channel(StrEnum):
    """What can be added; the widget comes with the site (`sokuo site`)."""

    email = "email"
    webform = "webform"


class Lang(StrEnum):
    ja = "ja"
    en = "en"


@app.command("list")
def list_(json_: AsJson = False) -> None:
    """List the inboxes."""
    from sqlalchemy import select

    from app.cli.open import open_database
    from app.models import Inbox

    with open_database() as parts:
        rows = parts.database.read(
            lambda s: [_row(inbox) for inbox in s.scalars(select(Inbox).order_by(Inbox.channel, Inbox.id))]
        )
    if json_:
        _print_json(rows)
        return
    for row in rows:
        state = "" if row["active"] else "  (off)"
        typer.echo(f"{row['channel']:<8} {row['address'] or row['key'] or '-':<32} {row['lang']}  {row['name']}{state}")


@app.command()
def add(
    channel: Annotated[Channel, typer.Option(help="What to add.")],
    address: Annotated[str | None, typer.Option(help="email: our address, as sales@example.com.")] = None,
    name: Annotated[
        str | None, typer.Option(help="email: who writes, as the From line shows it; webform: a name.")
    ] = None,
    name_en: Annotated[str | None, typer.Option(help="email: the same in English.")] = None,
    signature: Annotated[str | None, typer.Option(help="email: lines below each mail.")] = None,
    mail_inbox: Annotated[
        str | None, typer.Option(help="webform: the address that answers, if there are several.")
    ] = None,
    origin: Annotated[
        list[str] | None, typer.Option(help="webform: an origin whose pages may post; several times.")
    ] = None,
    thanks_url: Annotated[str | None, typer.Option(help="webform: the page after sending; ours if not given.")] = None,
    privacy_url: Annotated[str | None, typer.Option(help="webform: the privacy notice the form links to.")] = None,
    field: Annotated[
        list[str] | None, typer.Option(help="webform: THEIRS=OURS, a field's own name; several times.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Its language; the installation's if not given.")] = None,
    json_: AsJson = False,
) -> None:
    """Add a mail address or a web form; of a form, print what to put into a page."""
    from app.cli.open import open_database
    from app.models import Site

    with open_database() as parts:
        chosen = lang.value if lang else parts.settings.default_lang

        def make(session: Session) -> Inbox:
            if channel == Channel.email:
                return _mail(session, parts, address=address, names=(name, name_en), signature=signature, lang=chosen)
            return _form(
                session,
                name=name,
                mail_inbox=mail_inbox,
                origins=origin or [],
                links=(thanks_url, privacy_url),
                fields=field or [],
                lang=chosen,
            )

        inbox = parts.database.write(make)
        row = _row(inbox)
        site = parts.database.read(lambda s: s.get_one(Site, inbox.site_id))
        snippet = _snippet(parts, inbox, company=site.company.get(chosen) or site.name) if inbox.key else None
    if json_:
        _print_json(row | ({"html": snippet} if snippet else {}))
        return
    typer.echo(f"{row['channel']}  {row['address'] or row['key']}")
    if snippet:
        typer.echo(snippet)


def _mail(
    session: Session,
    parts: Parts,
    *,
    address: str | None,
    names: tuple[str | None, str | None],
    signature: str | None,
    lang: str,
) -> Inbox:
    from app.core.errors import Invalid
    from app.flows.first_run import ensure_site
    from app.flows.inboxes import add_mail_inbox

    if not address:
        raise Invalid("email_invalid", "an email inbox needs --address")
    site = ensure_site(session, lang=parts.settings.default_lang, now=parts.clock.now())
    ja = names[0] or site.name
    signed = {"ja": signature, "en": signature} if signature else {}
    called = {"ja": ja, "en": names[1] or names[0] or site.company.get("en") or site.name}
    return add_mail_inbox(session, site, address=address, names=called, lang=lang, signature=signed)


def _form(
    session: Session,
    *,
    name: str | None,
    mail_inbox: str | None,
    origins: list[str],
    links: tuple[str | None, str | None],
    fields: list[str],
    lang: str,
) -> Inbox:
    from app.cli.site import origin_of
    from app.core.errors import Invalid
    from app.flows.inboxes import FormInbox, add_form_inbox
    from app.flows.inboxes import mail_inbox as find

    if wrong := next((pair for pair in fields if "=" not in pair), None):
        raise Invalid("field_unknown", f"{wrong}: needs THEIRS=OURS, as 会社=company")
    form = FormInbox(
        name=name or "web form",
        lang=lang,
        thanks_url=links[0],
        privacy_url=links[1],
        origins=[origin_of(written) for written in origins],
        fields=dict(pair.rsplit("=", 1) for pair in fields),
    )
    return add_form_inbox(session, find(session, mail_inbox), form=form)


def _row(inbox: Inbox) -> dict[str, Any]:
    return {
        "id": str(inbox.id),
        "channel": inbox.channel,
        "name": inbox.name,
        "lang": inbox.lang,
        "address": inbox.address,
        "key": inbox.key,
        "active": inbox.active,
        "settings": inbox.settings,
    }


def _snippet(parts: Parts, inbox: Inbox, *, company: str) -> str:
    """Return a form for a page of one's own, in the inbox's language, with the notice that belongs above its button."""
    from app.flows.inboxes import notice
    from app.leads.visitors import notice_version

    llm = parts.settings.llm
    above = notice(parts.texts, inbox.lang, company=company, model=llm.model if llm.configured else None)
    base = parts.settings.base_url

    def word(name: str) -> str:
        return escape(parts.texts(inbox.lang, f"form.{name}"))

    lines = [
        f'<form method="post" action="{base}/v1/forms/{inbox.key}" accept-charset="utf-8">',
        f'  <input type="hidden" name="lang" value="{inbox.lang}">',
        f'  <label>{word("company")} <input name="company" autocomplete="organization"></label>',
        f'  <label>{word("name")} <input name="name" autocomplete="name"></label>',
        f'  <label>{word("email")} <input name="email" type="email" autocomplete="email" required></label>',
        f'  <label>{word("phone")} <input name="phone" type="tel" autocomplete="tel"></label>',
        f'  <label>{word("message")} <textarea name="message" rows="5"></textarea></label>',
        f'  <p hidden><label>{word("trap")} <input name="url2" tabindex="-1" autocomplete="off"></label></p>',
        f'  <input type="hidden" name="notice" value="{notice_version(above)}">',
        f"  <p>{escape(above)}</p>",
        f"  <button>{word('send')}</button>",
        "</form>",
        f"<!-- {base}/v1/forms/{inbox.key} shows the same form as a page of its own -->",
    ]
    return "\n".join(lines)


def _print_json(value: object) -> None:
    import orjson

    typer.echo(orjson.dumps(value).decode())
