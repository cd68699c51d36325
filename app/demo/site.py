"""The demo company's public pages with the widget on each."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from fastapi import APIRouter, Request
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from starlette.responses import FileResponse, HTMLResponse, Response

from app.core.errors import NotFound
from app.core.resources import folder
from app.demo.company import DemoSite, Page
from app.demo.seed import SITE_KEY
from app.web.pages import asset

ASSETS = "/demo/assets"
SERVED = frozenset(
    {"site.css", "form.css", "icon.svg", "split.css", "split.js", "prospect.js", "mailbox.css", "mailbox.js"}
)


def router(site: DemoSite) -> APIRouter:
    """Return the routes of the site; it takes every path that nobody before it has taken."""
    made = APIRouter(include_in_schema=False)
    templates = SandboxedEnvironment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def draw(request: Request, page: Page, *, status: int = 200) -> HTMLResponse:
        known = {
            **site.context(page),
            "assets": ASSETS,
            "widget_src": asset("widget/loader.js"),
            "site_key": SITE_KEY,
            "nonce": request.state.nonce,
        }
        return HTMLResponse(templates.get_template(page.template).render(known), status)

    @made.get(f"{ASSETS}/{{name}}")
    async def file(name: str) -> Response:
        if name not in SERVED:
            raise NotFound("not_found")
        path: Path = folder("templates") / "demo" / name
        return FileResponse(path, media_type=mimetypes.guess_type(name)[0], headers={"Cache-Control": "no-cache"})

    @made.get("/{path:path}")
    async def page(request: Request, path: str) -> Response:
        address = f"/{path}"
        found = site.find(address)
        return draw(request, found) if found else draw(request, site.missing(address), status=404)

    return made
