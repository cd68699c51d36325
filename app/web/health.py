"""Is it alive, and can it take a lead now?"""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from app.web.deps import services_of

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """The process answers; nothing else is asked."""
    return {"status": "ok"}


@router.get("/readyz")
async def ready(request: Request) -> JSONResponse:
    """A write transaction begins and ends, asked at most once a second; 503 `database` within 5 s otherwise.

    Nothing is written: a full disk shows only when a message comes, which then gets 503 itself.
    """
    services = services_of(request)
    if not await services.readiness.ask(services.database):
        return JSONResponse({"status": "unavailable", "failed": ["database"]}, 503)
    return JSONResponse({"status": "ok"})
