"""Signing in and out, one-time links, the language of the console."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from app.accounts import passwords, people, sessions
from app.core.errors import AppError, Forbidden, Invalid, NotSignedIn, TooMany, Unavailable
from app.web import csrf
from app.web.addresses import caller
from app.web.deps import (
    CurrentPerson,
    is_loopback,
    is_secure,
    now_of,
    services_of,
    session_cookie,
)
from app.web.pages import render

HOME = "/console"

router = APIRouter(include_in_schema=False)
guarded = APIRouter(include_in_schema=False, dependencies=[Depends(csrf.checked)])

Field = Annotated[str, Form(max_length=1000)]


@router.get("/login")
async def login_page(request: Request, next: str = HOME) -> Response:
    return _form(request, "login.html", next=own_path(next), email="", error=None)


@guarded.post("/login")
async def sign_in(
    request: Request,
    email: Field = "",
    password: Field = "",
    next: Field = HOME,
) -> Response:
    """Check the password and open a session; every wrong pair gets one answer, in one time."""
    try:
        token = await _open_session(request, email, password)
    except (NotSignedIn, TooMany, Unavailable) as error:
        return _form(request, "login.html", next=own_path(next), email=email, error=error)
    return _signed_in(request, token, to=own_path(next))


@guarded.post("/logout")
async def sign_out(request: Request, person: CurrentPerson) -> Response:
    now = now_of(request)
    await services_of(request).database.awrite(lambda s: sessions.revoke(s, person.session_id, now=now))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(session_cookie(request), path="/", secure=is_secure(request), httponly=True, samesite="lax")
    return response


@router.get("/login/link/{token}")
async def link_page(request: Request, token: str) -> Response:
    """Show the form a one-time link leads to; looking does not use the link up, mail scanners look too."""
    now = now_of(request)
    person = await services_of(request).database.aread(lambda s: sessions.link_person(s, token, now=now))
    return _form(request, "set_password.html", token=token, who=person.name, error=None)


@guarded.post("/login/link/{token}")
async def use_link(request: Request, token: str, password: Field = "", again: Field = "") -> Response:
    """Set the password and sign in; a password we refuse leaves the link as it is."""
    _require_private_line(request)
    services, now = services_of(request), now_of(request)
    database = services.database
    person = await database.aread(lambda s: sessions.link_person(s, token, now=now))
    try:
        if password != again:
            raise Invalid("passwords_differ")
        hashed = await services.hashing.run(lambda: passwords.hashed(password))
    except (Invalid, Unavailable) as error:
        return _form(request, "set_password.html", token=token, who=person.name, error=error)
    opened = await database.awrite(lambda s: sessions.use_link(s, token, password_hash=hashed, now=now))
    return _signed_in(request, opened, to=HOME)


@guarded.post("/console/lang")
async def choose_lang(request: Request, person: CurrentPerson, lang: Field, back: Field = HOME) -> Response:
    """Keep the language this person wants to work in."""
    await services_of(request).database.awrite(lambda s: people.set_lang(s, person.person_id, lang=lang))
    return RedirectResponse(own_path(back), 303)


def own_path(wish: str) -> str:
    """Return `wish` if it is a path of ours, the queue otherwise; a redirect never leaves the site."""
    own = wish.startswith("/") and not wish.startswith(("//", "/\\")) and wish.isprintable()
    return wish if own else HOME


async def _open_session(request: Request, email: str, password: str) -> str:
    _require_private_line(request)
    services, now = services_of(request), now_of(request)
    address = caller(request)
    services.attempts.count(services.vault.lookup("email", email), address=address)
    person = await services.database.aread(lambda s: people.find_by_email(s, services.vault, email=email))
    stored = person.password_hash if person and person.active else None
    right = await services.hashing.run(lambda: passwords.matches(password, stored))
    if person is None or not right:
        services.attempts.failed(address=address)
        raise NotSignedIn("sign_in_wrong")
    return await services.database.awrite(lambda s: sessions.open_person(s, person.id, now=now))


def _require_private_line(request: Request) -> None:
    if not (is_secure(request) or is_loopback(request)):
        raise Forbidden("https_needed")


def _form(request: Request, template: str, *, error: AppError | None, **values: str) -> Response:
    page = render(request, template, status=error.status_code if error else 200, problem=error, **values)
    if error is not None and error.retry_after is not None:
        page.headers["Retry-After"] = str(error.retry_after)
    return page


def _signed_in(request: Request, token: str, *, to: str) -> Response:
    response = RedirectResponse(to, 303)
    response.set_cookie(
        session_cookie(request),
        token,
        max_age=int(sessions.ABSOLUTE.total_seconds()),
        httponly=True,
        secure=is_secure(request),
        samesite="lax",
    )
    return response


router.include_router(guarded)
