"""The company's documents: which there are, whether they may be used, and how often they were."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from app.accounts.roles import may
from app.accounts.sessions import SignedIn
from app.core.errors import NotFound
from app.flows.first_run import ZONE
from app.knowledge.health import Health
from app.knowledge.store import Listed
from app.models import Document, Team
from app.retrieval.passages import Failure, Kind
from app.web.deps import Reader, now_of, present_person, services_of
from app.web.pages import render

STATUSES = ("approved", "draft", "scheduled", "expired", "withdrawn")
KINDS: tuple[Kind, ...] = get_args(Kind)
SOON = timedelta(days=30)

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; empty means all."""

    q: str = ""
    status: str = ""
    lang: str = ""
    kind: str = ""

    def fits(self, one: Listed) -> bool:
        """Say whether the document is among what is looked for."""
        wishes = ((self.status, one.status), (self.lang, one.lang), (self.kind, one.kind))
        words = folded(f"{one.title} {one.file}")
        return all(wish in ("", had) for wish, had in wishes) and all(word in words for word in folded(self.q).split())


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents that fit, with their ids; `failures` are files of watched folders that could not be read."""

    documents: tuple[tuple[UUID, Listed], ...]
    count: int
    health: Health
    failures: tuple[Failure, ...]
    zone: str
    today: date

    def expires_soon(self, one: Listed) -> bool:
        """Say whether somebody should look at the document before it can no longer be used."""
        return one.status == "approved" and one.valid_until is not None and one.valid_until - self.today <= SOON


@router.get("/console/knowledge")
async def documents_page(
    request: Request, person: Reader, q: str = "", status: str = "", lang: str = "", kind: str = ""
) -> Response:
    """Show the documents; those that need somebody (drafts, expired ones) are found by the filter."""
    services, now = services_of(request), now_of(request)
    wish = Filter(q[:200], status, lang, kind)
    library = services.library
    listed, health, sources = await asyncio.to_thread(lambda: (library.list(), library.health(), library.sources()))
    failures = tuple(failure for source in sources for failure in source.failures)

    def read(session: Session) -> Shelf:
        zone = zone_of(session, person)
        ids = document_ids(session, [one.file for one in listed])
        fitting = tuple((ids[one.file], one) for one in listed if one.file in ids and wish.fits(one))
        return Shelf(fitting, len(listed), health, failures, zone, now.astimezone(ZoneInfo(zone)).date())

    shelf = await services.database.aread(read)
    return draw(request, person, "knowledge.html", shelf=shelf, wish=wish, statuses=STATUSES, kinds=KINDS)


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


def folded(text: str) -> str:
    """Return the text as it is compared: width and case do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()
