"""`/demo`: the prospect's phone, the rep's phone, and the clocks between them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, Response

from app.accounts import people, sessions
from app.core.errors import NotFound
from app.core.resources import folder
from app.core.templating import Texts, make_environment
from app.demo import hours
from app.demo.company import DemoSite
from app.demo.mail_view import Mailbox
from app.demo.newest import newest
from app.demo.outage import DemoModel
from app.demo.site import ASSETS
from app.demo.stage import Stage, check_origin
from app.demo.unknown import unknown_questions
from app.retrieval.passages import Failure
from app.web.deps import is_secure, now_of, services_of, session_cookie

SCENES = ("night", "unnoticed", "complaint", "outage", "discount")
SCRIPT_TEXTS = (
    "demo.seconds",
    "demo.done",
    "demo.late",
    "demo.has_lead",
    "demo.offline",
    "demo.next_rep",
    "demo.to_manager",
    "demo.promised",
    "demo.due",
    "demo.open",
    "demo.open_always",
    "demo.closed",
    "demo.mails",
    "demo.scene_failed",
    "demo.model_none",
    "demo.model_named",
    "demo.model_practice",
    "demo.model_cut",
    "demo.worded_part",
    "demo.worded_template",
    "demo.event.lead_received",
    "demo.event.first_reply",
    "demo.event.lead_assigned",
    "demo.event.lead_claimed",
    "demo.event.reassigned",
    "demo.event.escalated",
    "demo.event.first_contact",
    "demo.event.mail_sent",
)
Lang = Literal["ja", "en"]


def router(
    site: DemoSite, texts: Texts, *, stage: Stage, mailbox: Mailbox, refused: tuple[Failure, ...] | None
) -> APIRouter:
    """Return the routes of the split screen; `refused` are the files of the visitor's own that cannot be read."""
    made = APIRouter(include_in_schema=False)
    environment = make_environment(folder("templates"), texts, folder="demo")
    colleagues = [person for person in site.company.people if person.role != "admin"]

    @made.get("/demo")
    async def split(request: Request, lang: Lang = "ja") -> Response:
        known = {
            "lang": lang,
            "assets": ASSETS,
            "colleagues": colleagues,
            "visitor_home": "/" if lang == "ja" else "/en/",
            "scenes": SCENES,
            "own_documents": refused is not None,
            "texts": {text_id.removeprefix("demo."): texts(lang, text_id) for text_id in SCRIPT_TEXTS},
        }
        page = environment.get_template("split.html").render(known)
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    @made.get("/demo/unknown")
    async def unknown(request: Request, lang: Lang = "ja") -> Response:
        """List what the documents did not answer, and the files that could not be read."""
        asked = await services_of(request).database.aread(unknown_questions)
        failures = [{"file": one.file, "why": texts(lang, one.code), "detail": one.message} for one in refused or ()]
        known = {"lang": lang, "assets": ASSETS, "company": site.company, "asked": asked, "refused": failures}
        page = environment.get_template("unknown.html").render(known)
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    @made.post("/demo/sign-in")
    async def sign_in(
        request: Request, key: Annotated[str, Form(max_length=40)], lang: Annotated[Lang, Form()] = "ja"
    ) -> Response:
        """Sign in as one of the fictional colleagues, who then works in `lang`; from our own page only."""
        check_origin(request)
        colleague = next((person for person in site.company.people if person.key == key), None)
        if colleague is None:
            raise NotFound("person_unknown")
        services, now = services_of(request), now_of(request)

        def open_session(session: Session) -> str:
            person = people.find_by_email(session, services.vault, email=colleague.mail)
            if person is None:
                raise NotFound("person_unknown")
            people.set_lang(session, person.id, lang=lang)
            return sessions.open_person(session, person.id, now=now)

        token = await services.database.awrite(open_session)
        response = Response(status_code=204)
        response.set_cookie(
            session_cookie(request), token, path="/", httponly=True, samesite="lax", secure=is_secure(request)
        )
        return response

    @made.get("/demo/state")
    async def state(request: Request, lang: Lang = "ja") -> dict[str, Any]:
        """Return the clock, the team's hours, the model and the newest lead."""
        now = now_of(request)
        read: dict[str, Any] = await services_of(request).database.aread(
            lambda session: {
                "lead": newest(session, lang),
                "hours": _hours(session, now),
                "mails": mailbox.unread(session),
                "unknown": [asdict(one) for one in unknown_questions(session)[:5]] if refused is not None else [],
            }
        )
        return {"now": now.isoformat(), "zone": hours.ZONE.key, "model": _model(stage.model), **read}

    return made


def _hours(session: Session, now: datetime) -> dict[str, Any]:
    calendar = hours.hours(session)
    is_open = calendar.contains(now)
    opens_at = None if is_open else calendar.next_opening(now).isoformat()
    return {"open": is_open, "always": calendar.country is None, "opens_at": opens_at}


def _model(model: DemoModel) -> dict[str, Any]:
    return {"name": None if model.practising else model.name, "practising": model.practising, "away_s": model.away_s}
