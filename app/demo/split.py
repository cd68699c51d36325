"""`/demo`: the prospect's phone, the rep's phone and the clock between them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, Response

from app.accounts import people, sessions
from app.accounts.sessions import find_person
from app.core.errors import Forbidden, NotFound
from app.core.resources import folder
from app.core.templating import Texts, make_environment
from app.demo.company import DemoSite
from app.demo.site import ASSETS
from app.models import Assignment, Event, Lead, Person, SlaClock
from app.web.deps import is_secure, now_of, own_origins, services_of, session_cookie

EVENTS = ("lead_received", "first_reply", "lead_assigned", "lead_claimed", "reassigned", "escalated", "first_contact")

SCRIPT_TEXTS = {
    "seconds": "demo.seconds",
    "done": "demo.done",
    "late": "demo.late",
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


def router(site: DemoSite, texts: Texts) -> APIRouter:
    """Return the routes of the split screen."""
    made = APIRouter(include_in_schema=False)
    environment = make_environment(folder("templates"), texts, folder="demo")
    colleagues = [person for person in site.company.people if person.role != "admin"]

    @made.get("/demo")
    async def split(request: Request, lang: Literal["ja", "en"] = "ja") -> Response:
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
    async def sign_in(request: Request, key: Annotated[str, Form(max_length=40)]) -> Response:
        """Sign in as one of the fictional colleagues, from our own page only."""
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
            return sessions.open_person(session, person.id, now=now)

        token = await services.database.awrite(open_session)
        response = Response(status_code=204)
        response.set_cookie(
            session_cookie(request), token, path="/", httponly=True, samesite="lax", secure=is_secure(request)
        )
        return response

    @made.get("/demo/state")
    async def state(request: Request) -> dict[str, Any]:
        """Return the newest lead's clock, for the middle of the screen."""
        services, now = services_of(request), now_of(request)
        token = request.cookies.get(session_cookie(request))

        def read(session: Session) -> dict[str, Any]:
            person = find_person(session, token, now=now) if token else None
            return {"person": person.name if person else None, "now": now.isoformat(), "lead": newest(session)}

        return await services.database.aread(read)

    return made


def newest(session: Session) -> dict[str, Any] | None:
    """Return what happened to the newest lead, with times."""
    lead = session.scalar(select(Lead).order_by(Lead.received_at.desc(), Lead.id.desc()).limit(1))
    if lead is None:
        return None
    clock = session.scalar(select(SlaClock).where(SlaClock.lead_id == lead.id).order_by(SlaClock.id.desc()).limit(1))
    owner = session.scalar(
        select(Person.name)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(Assignment.lead_id == lead.id, Assignment.until.is_(None))
    )
    rows = session.execute(
        select(Event.kind, Event.at, Person.name)
        .outerjoin(Person, Person.id == Event.person_id)
        .where(Event.lead_id == lead.id, Event.kind.in_(EVENTS))
        .order_by(Event.at, Event.id)
    )
    return {
        "id": str(lead.id),
        "band": lead.band,
        "owner": owner,
        "started_at": _iso(clock.started_at) if clock else None,
        "reassign_due_at": _iso(clock.reassign_due_at) if clock else None,
        "escalate_due_at": _iso(clock.escalate_due_at) if clock else None,
        "claimed_at": _iso(clock.claimed_at) if clock else None,
        "contacted_at": _iso(clock.contacted_at) if clock else None,
        "events": [{"kind": kind, "at": _iso(at), "who": who} for kind, at, who in rows],
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
