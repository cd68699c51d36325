"""`/demo`: the prospect's phone, the rep's phone and the clock between them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, Response

from app.accounts import people, sessions
from app.core.errors import Forbidden, NotFound
from app.core.resources import folder
from app.core.templating import Texts, make_environment
from app.demo.company import DemoSite
from app.demo.site import ASSETS
from app.leads.thread import shown_name
from app.models import Assignment, Event, Lead, Person, SlaClock
from app.web.deps import is_secure, now_of, own_origins, services_of, session_cookie

EVENTS = ("lead_received", "first_reply", "lead_assigned", "lead_claimed", "reassigned", "escalated", "first_contact")

SCRIPT_TEXTS = {
    "seconds": "demo.seconds",
    "done": "demo.done",
    "late": "demo.late",
    "has_lead": "demo.has_lead",
    "offline": "demo.offline",
    "next_rep": "demo.next_rep",
    "manager": "demo.to_manager",
    "lead_received": "demo.lead_received",
    "first_reply": "demo.event_first_reply",
    "lead_assigned": "demo.lead_assigned",
    "lead_claimed": "demo.lead_claimed",
    "reassigned": "demo.reassigned",
    "escalated": "demo.escalated",
    "first_contact": "demo.event_first_contact",
}
Lang = Literal["ja", "en"]


def router(site: DemoSite, texts: Texts) -> APIRouter:
    """Return the routes of the split screen."""
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
            "texts": {name: texts(lang, text_id) for name, text_id in SCRIPT_TEXTS.items()},
        }
        page = environment.get_template("split.html").render(known)
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    @made.post("/demo/sign-in")
    async def sign_in(
        request: Request, key: Annotated[str, Form(max_length=40)], lang: Annotated[Lang, Form()] = "ja"
    ) -> Response:
        """Sign in as one of the fictional colleagues, who then works in `lang`; from our own page only."""
        if request.headers.get("origin") not in own_origins(request):
            raise Forbidden("origin_foreign")
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
        """Return the newest lead's clock, for the middle of the screen."""
        lead = await services_of(request).database.aread(lambda session: newest(session, lang))
        return {"now": now_of(request).isoformat(), "lead": lead}

    return made


def newest(session: Session, lang: str) -> dict[str, Any] | None:
    """Return what happened to the newest lead, with times; colleagues are named as `lang` reads them."""
    lead = session.scalar(select(Lead).order_by(Lead.received_at.desc(), Lead.id.desc()).limit(1))
    if lead is None:
        return None
    clock = session.scalar(select(SlaClock).where(SlaClock.lead_id == lead.id).order_by(SlaClock.id.desc()).limit(1))
    owner = session.scalar(
        select(Person)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(Assignment.lead_id == lead.id, Assignment.until.is_(None))
    )
    rows = session.execute(
        select(Event.kind, Event.at, Person)
        .outerjoin(Person, Person.id == Event.person_id)
        .where(Event.lead_id == lead.id, Event.kind.in_(EVENTS))
        .order_by(Event.at, Event.id)
    )
    return {
        "id": str(lead.id),
        "band": lead.band,
        "owner": shown_name(owner, lang) if owner else None,
        "started_at": _iso(clock.started_at) if clock else None,
        "reassign_due_at": _iso(clock.reassign_due_at) if clock else None,
        "escalate_due_at": _iso(clock.escalate_due_at) if clock else None,
        "claimed_at": _iso(clock.claimed_at) if clock else None,
        "contacted_at": _iso(clock.contacted_at) if clock else None,
        "events": [
            {"kind": kind, "at": _iso(at), "who": shown_name(who, lang) if who else None} for kind, at, who in rows
        ],
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
