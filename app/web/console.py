"""The console's pages and the pieces of them that live updates fetch again. Nothing here changes anything."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from app.accounts.sessions import SignedIn
from app.core.ids import new_id
from app.routing import assignments
from app.web import lead_cases, lead_page, queue
from app.web.deps import Reader, lang_of, now_of, present_person, services_of
from app.web.lead_page import LeadPage
from app.web.pages import is_fragment, render

Piece = Literal["head", "thread", "handoff", "history", "briefing"]

router = APIRouter(include_in_schema=False)
looked_at = Depends(present_person)


@router.get("/console", dependencies=[looked_at])
async def queue_page(request: Request, person: Reader, show: str | None = None) -> Response:
    """Show the open leads, those with least time left first."""
    services, now = services_of(request), now_of(request)
    view = queue.first_view(person, show)
    loaded = await services.database.aread(lambda s: queue.load(s, services.vault, person=person, show=view, now=now))
    template = "queue_list.html" if is_fragment(request) else "queue.html"
    return render(request, template, queue=loaded, views=queue.views(person))


@router.get("/console/queue/{lead_id}")
async def queue_row(request: Request, person: Reader, lead_id: UUID, show: str | None = None) -> Response:
    """Return one row as it is now, marked with whether it still stands in the view."""
    services, now = services_of(request), now_of(request)
    row = await services.database.aread(
        lambda s: queue.load_row(s, services.vault, person=person, lead_id=lead_id, now=now)
    )
    here = queue.belongs(row, person=person, show=queue.first_view(person, show))
    return render(request, "row.html", row=row, here=here)


@router.get("/console/leads/{lead_id}", dependencies=[looked_at])
async def lead(request: Request, person: Reader, lead_id: UUID) -> Response:
    """Show one lead: briefing, conversation, what happened; its rep is known to have seen it."""
    services, now = services_of(request), now_of(request)
    services.database.write_soon(lambda s: assignments.seen(s, lead_id, person_id=person.person_id, at=now))
    return await draw_lead(request, person, lead_id=lead_id, template="lead.html")


@router.get("/console/leads/{lead_id}/{piece}")
async def lead_piece(request: Request, person: Reader, lead_id: UUID, piece: Piece) -> Response:
    """Return one piece of a lead's page as it is now."""
    return await draw_lead(request, person, lead_id=lead_id, template=f"lead_{piece}.html")


@router.get("/console/messages/{message_id}")
async def message(request: Request, person: Reader, message_id: UUID) -> Response:
    """Return one message as it is now."""
    return await draw_message(request, person, message_id=message_id)


async def draw_lead(request: Request, person: SignedIn, *, lead_id: UUID, template: str) -> Response:
    """Draw the lead's page or one piece of it, from one short read."""
    services, now, lang = services_of(request), now_of(request), lang_of(request)

    def read(session: Session) -> tuple[LeadPage, Any]:
        page = lead_page.load(session, services.vault, person=person, lead_id=lead_id, now=now)
        return page, services.briefing(session, lead_id, lang) if services.briefing else None

    page, briefing = await services.database.aread(read)
    whole = template == "lead.html"
    cases = await lead_cases.of_lead(services.database, services.library, lead_id) if whole else ()
    return render(request, template, page=page, row=page.row, briefing=briefing, cases=cases, client_id=new_id())


async def draw_message(request: Request, person: SignedIn, *, message_id: UUID) -> Response:
    """Draw one message with how its delivery stands."""
    services, now = services_of(request), now_of(request)
    said, row = await services.database.aread(
        lambda s: lead_page.load_message(s, services.vault, person=person, message_id=message_id, now=now)
    )
    return render(request, "message.html", said=said, row=row, zone=row.zone)
