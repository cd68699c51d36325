"""One document: its fields, passages and versions, where it was used, and whether it may be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Query, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from app.accounts.roles import may_see_team
from app.accounts.sessions import SignedIn
from app.core.security import Vault
from app.knowledge.library import Library
from app.knowledge.versions import Shown, Use, Version
from app.models import Lead
from app.web import csrf, knowledge_form
from app.web.deps import Editor, Reader, now_of, present_person, services_of
from app.web.knowledge import draw, file_of, zone_of
from app.web.knowledge_missing import Asker, askers

PAGE = "/console/knowledge/documents/{document_id}"
MOST_VERSIONS = 2**31 - 1  # what both databases have room for

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])
guarded = [Depends(csrf.checked)]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a version differs from another one, line by line."""

    before: int
    after: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """`uses` are the last answers that cited it to leads this person may see, with who was answered."""

    shown: Shown
    newest: Version
    uses: tuple[tuple[Use, Asker], ...]
    comparison: Comparison | None
    zone: str
    today: date

    @property
    def draft(self) -> Version | None:
        """Return the version that waits for approval."""
        return self.newest if self.newest.state == "draft" else None


@router.get(PAGE)
async def document_page(
    request: Request,
    person: Reader,
    document_id: UUID,
    before: Annotated[int | None, Query(ge=1, le=MOST_VERSIONS)] = None,
    after: Annotated[int | None, Query(ge=1, le=MOST_VERSIONS)] = None,
    saved: Literal["draft", "live", "past", "there"] | None = None,
) -> Response:
    """Show a document; `before` and `after` are versions to compare."""
    services, now = services_of(request), now_of(request)
    file = await services.database.aread(lambda s: file_of(s, document_id))
    shown = await asyncio.to_thread(services.library.show, file)
    comparison = await asyncio.to_thread(_compare, services.library, file, before, after) if before and after else None

    def read(session: Session) -> DocumentPage:
        zone = zone_of(session, person)
        uses = _visible(session, services.vault, person=person, uses=shown.uses)
        today = now.astimezone(ZoneInfo(zone)).date()
        return DocumentPage(shown, shown.versions[0], uses, comparison, zone, today)

    page = await services.database.aread(read)
    text = page.newest.text[: knowledge_form.MAX_BODY]
    body = None if shown.passages else await asyncio.to_thread(knowledge_form.preview, text)
    return draw(request, person, "knowledge_document.html", page=page, body=body, saved=saved)


@router.post(f"{PAGE}/approve", dependencies=guarded)
async def approve(
    request: Request, person: Editor, document_id: UUID, version: Annotated[int, Form(ge=1, le=MOST_VERSIONS)]
) -> Response:
    """Let a version answer in this person's name; the questions the document was written for are answered."""
    answer = await _act(request, document_id, lambda library, file: library.approve(file, version, by=person.name))
    await asyncio.to_thread(services_of(request).library.close_questions, document_id, by=person.person_id)
    return answer


@router.post(f"{PAGE}/withdraw", dependencies=guarded)
async def withdraw(request: Request, person: Editor, document_id: UUID) -> Response:
    """Let the document answer no more."""
    return await _act(request, document_id, lambda library, file: library.withdraw(file))


@router.post(f"{PAGE}/restore", dependencies=guarded)
async def restore(request: Request, person: Editor, document_id: UUID) -> Response:
    """Let a withdrawn document answer again; a second press changes nothing."""

    def answers_again(library: Library, file: str) -> None:
        if library.show(file).document.status == "withdrawn":
            library.restore(file, by=person.name)

    return await _act(request, document_id, answers_again)


async def _act(request: Request, document_id: UUID, act: Callable[[Library, str], object]) -> Response:
    services = services_of(request)
    file = await services.database.aread(lambda s: file_of(s, document_id))
    await asyncio.to_thread(act, services.library, file)
    return RedirectResponse(PAGE.format(document_id=document_id), 303)


def _compare(library: Library, file: str, before: int, after: int) -> Comparison:
    return Comparison(before, after, tuple(library.compare(file, before, other=after)))


def _visible(
    session: Session, vault: Vault, *, person: SignedIn, uses: tuple[Use, ...]
) -> tuple[tuple[Use, Asker], ...]:
    """Return the uses in conversations this person may see, the latest of each lead."""
    latest = {use.lead_id: use for use in reversed(uses)}
    teams = session.execute(select(Lead.id, Lead.team_id).where(Lead.id.in_(latest)))
    seen = {lead_id for lead_id, team_id in teams if may_see_team(person.role, person.team_id, team_id)}
    names = askers(session, vault, list(seen))
    return tuple((use, names[lead_id]) for lead_id, use in reversed(latest.items()) if lead_id in names)
