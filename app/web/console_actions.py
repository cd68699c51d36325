"""What a rep does: claim, take over, say, log a call. POST only; a second click changes nothing."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from app.accounts.sessions import SignedIn
from app.conversation import calls, ownership
from app.core.errors import Invalid, NotFound
from app.flows import mail_again
from app.models import Conversation, Message
from app.routing import claim
from app.web import csrf, lead_page, queue
from app.web.console import draw_lead, draw_message
from app.web.deps import Worker, now_of, present_person, services_of
from app.web.pages import is_fragment, render

CallResult = Literal["connected", "no_answer", "call_back", "wrong_number", "no_calls"]
ClientId = Annotated[str, Form(min_length=8, max_length=64)]

router = APIRouter(
    prefix="/console", include_in_schema=False, dependencies=[Depends(csrf.checked), Depends(present_person)]
)


@router.post("/leads/{lead_id}/claim")
async def claim_lead(request: Request, person: Worker, lead_id: UUID) -> Response:
    """Make this person responsible; the lead is not handed on any more."""
    services, now = services_of(request), now_of(request)

    def act(session: Session) -> None:
        queue.visible_lead(session, lead_id, person=person)
        claim.claim(session, lead_id, person_id=person.person_id, now=now)

    await services.database.awrite(act)
    if is_fragment(request) and request.headers.get("hx-target") == f"lead-{lead_id}":
        row = await services.database.aread(
            lambda s: queue.load_row(s, services.vault, person=person, lead_id=lead_id, now=now)
        )
        return render(request, "row.html", row=row, here=True)
    return await _answer(request, person, lead_id, piece="head")


@router.post("/leads/{lead_id}/take-over")
async def take_over(request: Request, person: Worker, lead_id: UUID) -> Response:
    """Make this person the voice of the conversation; the assistant is silent from then on."""
    services, now = services_of(request), now_of(request)

    def act(session: Session) -> None:
        conversation_id = _conversation(session, person, lead_id)
        claim.refuse_claimed(session, lead_id, person_id=person.person_id)
        ownership.take_over(session, conversation_id, person_id=person.person_id, texts=services.texts, now=now)

    await services.database.awrite(act)
    return await _answer(request, person, lead_id, piece="handoff")


@router.post("/leads/{lead_id}/messages")
async def say(
    request: Request, person: Worker, lead_id: UUID, client_id: ClientId, text: Annotated[str, Form()] = ""
) -> Response:
    """Send the prospect a message in this person's name; the same `client_id` again sends nothing."""
    services, now = services_of(request), now_of(request)
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Invalid("message_empty")
    if len(text) > services.settings.max_message_chars:
        raise Invalid("message_too_long")

    def act(session: Session) -> UUID:
        conversation_id = _conversation(session, person, lead_id)
        said = ownership.say(
            session,
            conversation_id,
            person_id=person.person_id,
            text=text,
            client_id=client_id,
            texts=services.texts,
            now=now,
        )
        return said.id

    message_id = await services.database.awrite(act)
    response = await _answer(request, person, lead_id, piece="composer")
    response.headers["HX-Trigger"] = f'{{"said": {{"id": "{message_id}"}}}}'
    return response


@router.post("/messages/{message_id}/retry")
async def send_again(request: Request, person: Worker, message_id: UUID) -> Response:
    """Have a mail sent once more that did not go out."""
    services, now = services_of(request), now_of(request)

    def act(session: Session) -> UUID:
        message = session.get(Message, message_id)
        if message is None:
            raise NotFound("message_unknown")
        lead_id = lead_page.lead_of(session, message.conversation_id, person=person).id
        claim.refuse_claimed(session, lead_id, person_id=person.person_id)
        mail_again.send_again(session, message_id, person_id=person.person_id, now=now)
        return lead_id

    lead_id = await services.database.awrite(act)
    if not is_fragment(request):
        return RedirectResponse(f"/console/leads/{lead_id}", 303)
    return await draw_message(request, person, message_id=message_id)


@router.post("/leads/{lead_id}/calls")
async def log_call(
    request: Request,
    person: Worker,
    lead_id: UUID,
    result: Annotated[CallResult, Form()],
    client_id: ClientId,
    note: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Note how a call ended; any result stops the contact clock."""
    now = now_of(request)

    def act(session: Session) -> None:
        queue.visible_lead(session, lead_id, person=person)
        calls.log_call(
            session,
            lead_id,
            person_id=person.person_id,
            result=result,
            note=note.strip() or None,
            client_id=client_id,
            now=now,
        )

    await services_of(request).database.awrite(act)
    return await _answer(request, person, lead_id, piece="calls")


@router.post("/seen", status_code=204)
async def seen() -> Response:
    """Hear that the person at this console did something (the router's dependency notes it)."""
    return Response(status_code=204)


async def _answer(request: Request, person: SignedIn, lead_id: UUID, *, piece: str) -> Response:
    if not is_fragment(request):
        return RedirectResponse(f"/console/leads/{lead_id}", 303)
    return await draw_lead(request, person, lead_id=lead_id, template=f"lead_{piece}.html")


def _conversation(session: Session, person: SignedIn, lead_id: UUID) -> UUID:
    queue.visible_lead(session, lead_id, person=person)
    found = session.scalar(
        select(Conversation.id).where(Conversation.lead_id == lead_id).order_by(Conversation.created_at.desc()).limit(1)
    )
    if found is None:
        raise NotFound("no_conversation")
    return found
