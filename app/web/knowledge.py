"""The company's documents: which there are, whether they may be used, and how often they were."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Annotated, Any, get_args
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from app.accounts.roles import may
from app.accounts.sessions import SignedIn
from app.core.errors import NotFound
from app.flows.first_run import ZONE
from app.knowledge.health import Health
from app.knowledge.library import Library
from app.knowledge.listing import Listed, Page, Wish
from app.models import Document, Team
from app.retrieval.passages import Failure, Kind
from app.web.deps import Reader, now_of, present_person, services_of
from app.web.pages import render

STATUSES = ("approved", "draft", "scheduled", "expired", "withdrawn")
KINDS: tuple[Kind, ...] = get_args(Kind)
SOON = timedelta(days=30)

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the documents; `failures` are files of watched folders that could not be read."""

    page: Page
    health: Health
    failures: tuple[Failure, ...]
    zone: str
    today: date

    def expires_soon(self, one: Listed) -> bool:
        """Say whether somebody should look at the document before it can no longer be used."""
        return one.status == "approved" and one.valid_until is not None and one.valid_until - self.today <= SOON


@router.get("/console/knowledge")
async def documents_page(
    request: Request,
    person: Reader,
    q: str = "",
    status: str = "",
    lang: str = "",
    kind: str = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """Show the documents; those that need somebody (drafts, expired ones) are found by the filter."""
    services, now = services_of(request), now_of(request)
    wish = Wish(q[:200], status, lang, kind)
    zone = await services.database.aread(lambda s: zone_of(s, person))

    def look(library: Library) -> Shelf:
        failures = tuple(failure for source in library.sources() for failure in source.failures)
        today = now.astimezone(ZoneInfo(zone)).date()
        return Shelf(library.page(wish, number=page), library.health(), failures, zone, today)

    shelf = await asyncio.to_thread(look, services.library)
    asked = urlencode({name: value for name, value in asdict(wish).items() if value})
    return draw(request, person, "knowledge.html", shelf=shelf, wish=wish, asked=asked, statuses=STATUSES, kinds=KINDS)


def draw(request: Request, person: SignedIn, template: str, /, **values: Any) -> Response:
    """Draw a page of the knowledge; `editor` says whether this person may change it."""
    return render(request, template, editor=may(person.role, "write_knowledge"), **values)


def zone_of(session: Session, person: SignedIn) -> str:
    """Return the time zone of the person's team."""
    return session.scalar(select(Team.timezone).where(Team.id == person.team_id)) or ZONE


def document_ids(session: Session, files: Iterable[str]) -> dict[str, UUID]:
    """Return the ids of documents by file."""
    rows = session.execute(select(Document.file, Document.id).where(Document.file.in_(list(files))))
    return {row.file: row.id for row in rows}


def file_of(session: Session, document_id: UUID) -> str:
    """Return the document's file; `NotFound` knowledge_document_unknown."""
    file = session.scalar(select(Document.file).where(Document.id == document_id))
    if file is None:
        raise NotFound("knowledge_document_unknown")
    return file
