"""Is it alive, and can it take a lead now?"""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from sqlalchemy import text
from starlette.responses import JSONResponse

from app.core.errors import AppError
from app.web.deps import services_of

router = APIRouter(include_in_schema=False)
LONGEST_S = 4.0


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz")
async def ready(request: Request) -> JSONResponse:
    """A write reaches the disk; 503 `database` within 5 s otherwise."""
    database = services_of(request).database
    try:
        async with asyncio.timeout(LONGEST_S):
            await database.awrite(lambda session: session.execute(text("SELECT 1")).scalar())
    except (AppError, TimeoutError):
        return JSONResponse({"status": "unavailable", "failed": ["database"]}, 503)
    return JSONResponse({"status": "ok"})
