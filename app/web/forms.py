"""Web forms: our hosted page, and the address that any form of the company may post to (docs/forms.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import orjson
from fastapi import APIRouter, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from app.channels import webform
from app.channels.webform import Filled
from app.core import log
from app.core.errors import AppError, Forbidden, Invalid, NotFound
from app.core.ids import new_id
from app.core.templating import LANGS
from app.flows.form_in import HONEYPOT, FormSubmission
from app.flows.inboxes import notice
from app.leads import consent
from app.leads.visitors import notice_version
from app.models import Inbox, Site
from app.understanding.contact_points import phone
from app.understanding.facts import ContactData, Lang
from app.web import form_body
from app.web.addresses import caller
from app.web.deps import accepted_lang, own_origins, services_of
from app.web.security_headers import POLICY

logger = log.get(__name__)
router = APIRouter(prefix="/v1/forms", include_in_schema=False)
VISITOR = re.compile(r"sbv_[A-Za-z0-9_-]{16,80}")
OF_THE_SITE = re.compile(rf"{consent.OF_THE_SITE}[!-~]{{1,40}}")  # the page's own words, by the version it names
EMPTY = Filled()


@dataclass(frozen=True, slots=True)
class Place:
    """A form with its site and the address its answers come from."""

    inbox: Inbox
    site: Site | None
    mail: Inbox

    @property
    def origins(self) -> set[str]:
        return {*self.inbox.settings.get("origins", ()), *(self.site.origins if self.site else ())}

    def privacy(self, lang: str) -> str | None:
        return _in(self.inbox.settings.get("privacy_url"), lang)

    def company(self, lang: str) -> str:
        return (self.site.company.get(lang) or self.site.name) if self.site else self.inbox.name

    def thanks(self, lang: str) -> str:
        """Return where the browser goes after sending: only ever what the company has set."""
        wish = _in(self.inbox.settings.get("thanks_url"), lang)
        return wish or f"/v1/forms/{self.inbox.key}/thanks?lang={lang}"


def _in(wish: str | Mapping[str, str] | None, lang: str) -> str | None:
    return wish.get(lang) if isinstance(wish, Mapping) else wish


@dataclass(slots=True)
class Sent:
    """A form on its way in; it knows as much as has been read by the time something goes wrong."""

    place: Place | None = None
    lang: str = "ja"
    pairs: form_body.Pairs = field(default_factory=list)
    filled: Filled = EMPTY
    wrong: dict[str, str] = field(default_factory=dict)


class FormInvalid(Invalid):
    """Fields are missing or cannot be meant; `Sent.wrong` names them."""


@router.get("/{key}")
async def show(request: Request, key: str) -> Response:
    """Show the hosted form."""
    return await _shown(request, key, "form.html")


@router.get("/{key}/thanks")
async def thanks(request: Request, key: str) -> Response:
    """Say what happens next."""
    return await _shown(request, key, "form_thanks.html")


@router.post("/{key}")
async def take(request: Request, key: str) -> Response:
    """Take a form in; a program gets JSON, a browser goes to the thanks page or gets its form back."""
    sent = Sent(lang=_lang(request, None))
    as_json = form_body.is_json(request)
    try:
        message_id = await _taken(request, key, sent)
    except FormInvalid as error:
        return _json_problem(request, sent) if as_json else _page(request, "form.html", sent, problem=error)
    except AppError as error:
        if as_json:
            request.state.lang = sent.lang
            raise
        name = "form.html" if sent.pairs and not isinstance(error, Forbidden) else "form_problem.html"
        return _page(request, name, sent, problem=error)
    if as_json:
        return JSONResponse({"accepted": True, "id": str(message_id)}, 202, headers={"Cache-Control": "no-store"})
    place = cast(Place, sent.place)
    return RedirectResponse(place.thanks(sent.lang), 303, headers={"Cache-Control": "no-store"})


async def _taken(request: Request, key: str, sent: Sent) -> UUID:
    """Return the id of what is on disk now. `FormInvalid`, `Forbidden`, `NotFound`, `TooMany`, `Unavailable`."""
    services = services_of(request)
    sent.place = place = await services.database.aread(lambda s: _place(s, key))
    sent.lang = _lang(request, place)
    origin = request.headers.get("origin")
    if origin is not None and origin not in place.origins and origin not in own_origins(request):
        raise Forbidden("form_origin_foreign")
    services.pace.count("forms", address=caller(request), inbox=str(place.inbox.id))
    sent.pairs = await form_body.fields(request)
    sent.filled = webform.read(sent.pairs, names=place.inbox.settings.get("fields") or {})
    sent.lang = _lang(request, place, said=sent.filled.lang)
    sent.wrong = webform.problems(sent.filled, most_chars=services.settings.max_message_chars)
    if sent.wrong:
        raise FormInvalid("fields_invalid")
    submission = _submission(request, place, sent)
    take_form = services.take_form
    if sent.filled.trap:
        return await take_form.refuse(submission, reason=HONEYPOT)
    return (await take_form(submission)).message_id


def _submission(request: Request, place: Place, sent: Sent) -> FormSubmission:
    filled = sent.filled
    number = phone(filled.phone)
    unread = (("phone", filled.phone),) if filled.phone and number is None else ()
    visitor = filled.visitor or request.headers.get("x-sokuo-visitor", "")
    ours = notice_version(_notice(request, place, sent.lang))
    return FormSubmission(
        inbox_id=place.inbox.id,
        key=request.headers.get("idempotency-key") or filled.client_id or None,
        raw=orjson.dumps([(webform.text(name), webform.text(value)) for name, value in sent.pairs]).decode(),
        lang=cast(Lang, sent.lang),
        text=filled.message,
        wants=filled.wants,
        contact=ContactData(
            name=filled.name or None,
            reading=filled.reading or None,
            company=filled.company or None,
            email=filled.email,
            phone=number,
            role=filled.role or None,
        ),
        rest=(*unread, *filled.rest),
        page=_from_page(request, filled),
        behaviour_id=visitor if VISITOR.fullmatch(visitor) else None,
        notice_version=filled.notice if filled.notice == ours or OF_THE_SITE.fullmatch(filled.notice) else None,
    )


def _from_page(request: Request, filled: Filled) -> dict[str, Any]:
    """Return the page the form stands on, without host and query."""
    try:
        path = urlsplit(filled.page or request.headers.get("referer", "")).path[:500]
    except ValueError:  # a host in brackets that is none
        return {}
    return {"path": path, "title": ""} if path.startswith("/") and not path.startswith(router.prefix) else {}


def _place(session: Session, key: str) -> Place:
    inbox = session.scalar(select(Inbox).where(Inbox.key == key, Inbox.channel == "webform", Inbox.active.is_(True)))
    if inbox is None:
        raise NotFound("form_unknown")
    answers_from = inbox.settings.get("mail_inbox")
    mail = session.get(Inbox, UUID(answers_from)) if answers_from else None
    if mail is None:
        logger.error("form_without_mail_inbox", inbox=str(inbox.id))  # nothing could answer it
        raise NotFound("form_unknown")
    site = session.get(Site, inbox.site_id) if inbox.site_id else None
    return Place(inbox, site if site and site.active else None, mail)


def _lang(request: Request, place: Place | None, *, said: str = "") -> str:
    """Return the language of the form: what it says, what the address says; of a page, what the browser prefers."""
    browser = (
        accepted_lang(request.headers.get("accept-language", "")) if request.method == "GET" or not place else None
    )
    home = place.inbox.lang if place else services_of(request).settings.default_lang
    return next(wish for wish in (said, request.query_params.get("lang"), browser, home) if wish in LANGS)


def _notice(request: Request, place: Place, lang: str) -> str:
    services = services_of(request)
    model = services.settings.llm.model if services.settings.llm.configured else None
    return notice(services.texts, lang, company=place.company(lang), model=model)


async def _shown(request: Request, key: str, name: str) -> Response:
    sent = Sent(lang=_lang(request, None))
    try:
        sent.place = await services_of(request).database.aread(lambda s: _place(s, key))
    except AppError as error:
        return _page(request, "form_problem.html", sent, problem=error)
    sent.lang = _lang(request, sent.place)
    return _page(request, name, sent)


def _page(request: Request, name: str, sent: Sent, *, problem: AppError | None = None) -> HTMLResponse:
    """Draw a page without any cookie: nothing is stored in a browser that only looks at a form."""
    services, place, lang = services_of(request), sent.place, sent.lang
    above = _notice(request, place, lang) if place else ""
    code = problem.code if problem is not None and services.texts.has(lang, problem.code) else "unexpected"
    body = services.templates.get_template(name).render(
        lang=lang,
        nonce=request.state.nonce,
        path=request.url.path,
        place=place,
        company=place.company(lang) if place else "",
        privacy=place.privacy(lang) if place else None,
        notice={"text": above, "version": notice_version(above)},
        filled=sent.filled,
        wrong=sent.wrong,
        problem=None if problem is None or isinstance(problem, FormInvalid) else code,
        chosen=next((value for named, value in sent.pairs if named == "wants"), "".join(sent.filled.wants[:1])),
        client_id=sent.filled.client_id or str(new_id()),
    )
    policy = POLICY.format(nonce=request.state.nonce)
    if place is not None and (target := urlsplit(place.thanks(lang))).netloc:
        # browsers hold the redirect after sending to the same list (CSP 3 §6.4.1)
        policy = policy.replace("form-action 'self'", f"form-action 'self' {target.scheme}://{target.netloc}")
    headers = {"Cache-Control": "no-store", "Content-Language": lang, "Content-Security-Policy": policy}
    if problem is not None and problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    return HTMLResponse(body, problem.status_code if problem else 200, headers=headers)


def _json_problem(request: Request, sent: Sent) -> JSONResponse:
    message = services_of(request).texts(sent.lang, "fields_invalid", fields=", ".join(sent.wrong))
    error = {"code": "fields_invalid", "message": message, "fields": sent.wrong, "kept": False, "retry_after": None}
    return JSONResponse({"error": error}, 422, headers={"Cache-Control": "no-store"})
