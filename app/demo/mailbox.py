"""`/demo/mailbox`: what the prospect gets by mail, and a place to answer it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, Protocol
from uuid import UUID

from babel.dates import format_datetime, format_time
from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.core.resources import folder
from app.core.templating import Texts, make_environment
from app.demo.hours import ZONE
from app.demo.mail_view import Mail, Mailbox, answer_to
from app.demo.site import ASSETS
from app.demo.stage import check_origin
from app.web.deps import now_of, services_of

Lang = Literal["ja", "en"]
View = Literal["html", "text"]
FOREIGN = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; form-action 'none'"


class TakeMail(Protocol):
    """The intake of mail, as the LMTP server calls it."""

    async def __call__(self, raw: bytes, *, sender: str, recipients: Sequence[str]) -> UUID: ...


def router(mailbox: Mailbox, texts: Texts, *, take_mail: TakeMail) -> APIRouter:
    """Return the routes of the mailbox."""
    made = APIRouter(include_in_schema=False, prefix="/demo/mailbox")
    environment = make_environment(folder("templates"), texts, folder="demo")

    def draw(name: str, lang: Lang, **known: Any) -> HTMLResponse:
        page = environment.get_template(name).render({"lang": lang, "assets": ASSETS, **known})
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    async def opened(request: Request, mail_id: UUID) -> Mail:
        return await services_of(request).database.aread(lambda session: mailbox.open(session, mail_id))

    @made.get("")
    async def every(request: Request, lang: Lang = "ja") -> Response:
        mails = await services_of(request).database.aread(mailbox.mails)
        lines = [{"mail": mail, "new": mailbox.is_new(mail), "time": _time(mail, lang)} for mail in mails]
        return draw("mailbox.html", lang, lines=lines)

    @made.get("/{mail_id}")
    async def one(
        request: Request, mail_id: UUID, lang: Lang = "ja", view: View = "html", sent: bool = False
    ) -> Response:
        mail = await opened(request, mail_id)
        date = format_datetime(mail.at, texts(lang, "demo.mail.date"), tzinfo=ZONE, locale=lang)
        shown = view if mail.html else "text"
        return draw("mail.html", lang, mail=mail, date=date, view=shown, sent=sent)

    @made.get("/{mail_id}/html")
    async def html(request: Request, mail_id: UUID) -> Response:
        """Return the mail's own page for a frame: no script, no form, nothing loaded; links open a new tab."""
        mail = await opened(request, mail_id)
        page = (mail.html or "").replace("<head>", '<head><base target="_blank">', 1)
        return HTMLResponse(page, headers={"Content-Security-Policy": FOREIGN, "Cache-Control": "no-store"})

    @made.post("/{mail_id}/answer")
    async def answer(
        request: Request,
        mail_id: UUID,
        text: Annotated[str, Form(min_length=1, max_length=4000)],
        lang: Annotated[Lang, Form()] = "ja",
    ) -> Response:
        """Hand the prospect's answer to the mail intake, as their mail server would."""
        check_origin(request)
        mail = await opened(request, mail_id)
        raw = answer_to(mail, text, lang=lang, texts=texts, now=now_of(request))
        await take_mail(raw, sender=mail.to, recipients=[mail.reply_to])
        return RedirectResponse(f"/demo/mailbox/{mail_id}?lang={lang}&sent=true", 303)

    return made


def _time(mail: Mail, lang: Lang) -> str:
    return format_time(mail.at.astimezone(ZONE), "H:mm", locale=lang)
