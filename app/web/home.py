"""Where a node without a site of its own sends people who ask for its root."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home() -> RedirectResponse:
    """Go to the console."""
    return RedirectResponse("/console", 303)
