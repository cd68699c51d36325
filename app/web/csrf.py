"""Only our own pages may act: every POST carries a token bound to its cookie and comes from our origin."""

from __future__ import annotations

import hmac
import secrets

from fastapi import Request

from app.core.errors import Forbidden
from app.core.log import get
from app.web.deps import is_secure, own_origins, services_of, session_cookie

logger = get(__name__)
FIELD = "csrf"
HEADER = "x-csrf-token"


def form_cookie(request: Request) -> str:
    """Return the name of the cookie that forms before sign-in are bound to."""
    return "__Host-sokuo-form" if is_secure(request) else "sokuo-form"


def new_seed() -> str:
    """Return a fresh value for the form cookie."""
    return secrets.token_urlsafe(32)


def token_for(request: Request, *, seed: str | None = None) -> str:
    """Return the token of this browser's forms, bound to its session cookie or, before sign-in, to its form cookie."""
    seed = seed or request.cookies.get(session_cookie(request)) or request.cookies.get(form_cookie(request)) or ""
    key = services_of(request).vault.signing_key.encode()
    return hmac.digest(key, f"csrf:{seed}".encode(), "sha256").hex()


async def checked(request: Request) -> None:
    """Refuse a request that another site could have made."""
    origin = request.headers.get("origin")
    if origin not in own_origins(request):
        logger.warning("origin_refused", origin=origin, expected=sorted(own_origins(request)))
        raise Forbidden("origin_refused")
    if not {session_cookie(request), form_cookie(request)} & request.cookies.keys():
        raise Forbidden("form_expired")
    sent = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    if not isinstance(sent, str) or not hmac.compare_digest(sent.encode(), token_for(request).encode()):
        raise Forbidden("form_expired")
