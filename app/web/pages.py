"""Drawing a page: the template environment with its filters, and what every page knows."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from fastapi import Request
from jinja2 import pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from starlette.responses import HTMLResponse

from app.core.resources import folder
from app.core.templating import Texts, make_environment
from app.web import csrf
from app.web.deps import is_secure, lang_of, now_of, services_of

STATIC = Path(__file__).parent / "static"


def make_templates(texts: Texts) -> SandboxedEnvironment:
    """Return the environment of `templates/web` with our filters and the function `asset`."""
    environment = make_environment(folder("templates"), texts, folder="web")
    environment.filters.update(hm=hm, hms=hms, day=day, day_hm=day_hm)

    @pass_context
    def has_text(context: Context, text_id: str) -> bool:
        return texts.has(context["lang"], text_id)

    def slot_name(slot: str, lang: str) -> str:
        return texts(lang, f"briefing.label.{slot}")

    environment.filters.update(slot_name=slot_name)
    environment.globals.update(asset=asset, has_text=has_text)
    return environment


def render(request: Request, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return the page `name`; it is private, so nothing on the way keeps a copy."""
    lang, seed = lang_of(request), csrf.seed_of(request)
    known = {
        "status": status,
        "lang": lang,
        "now": now_of(request),
        "nonce": getattr(request.state, "nonce", ""),
        "person": getattr(request.state, "person", None),
        "csrf": csrf.token_for(request, seed),
        "path": request.url.path,
    }
    body = services_of(request).templates.get_template(name).render({**known, **values})
    page = HTMLResponse(body, status, headers={"Cache-Control": "no-store", "Content-Language": lang})
    if csrf.form_cookie(request) not in request.cookies:
        page.set_cookie(csrf.form_cookie(request), seed, httponly=True, secure=is_secure(request), samesite="lax")
    return page


def is_fragment(request: Request) -> bool:
    """Say whether htmx asks for a piece of the page rather than a whole one."""
    return request.headers.get("hx-request") == "true"


@cache
def asset(name: str) -> str:
    """Return the address of a static file, with its content in the query so that it may be cached for ever."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def hm(at: datetime, zone: str) -> str:
    """Return the time of day in the team's zone."""
    return at.astimezone(ZoneInfo(zone)).strftime("%H:%M")


def hms(at: datetime, zone: str) -> str:
    """Return the time of day with seconds."""
    return at.astimezone(ZoneInfo(zone)).strftime("%H:%M:%S")


@pass_context
def day(context: Context, on: date) -> str:
    """Return the date with its year."""
    return format_date(on, "medium", locale=context["lang"])


@pass_context
def day_hm(context: Context, at: datetime, zone: str) -> str:
    """Return the time, with the day in front unless it is today."""
    local, today = at.astimezone(ZoneInfo(zone)), context["now"].astimezone(ZoneInfo(zone)).date()
    if local.date() == today:
        return local.strftime("%H:%M")
    skeleton = "M/d(E)" if context["lang"] == "ja" else "EEE d MMM"
    return f"{format_date(local.date(), skeleton, locale=context['lang'])} {local:%H:%M}"
