"""Only our own pages may act: every POST comes from our origin and carries a token bound to the form cookie."""

from __future__ import annotations

import hmac
import secrets

from fastapi import Request

from app.core.errors import Forbidden
from app.core.log import get
from app.web.deps import is_secure, own_origins, services_of

logger = get(__name__)
FIELD = "csrf"
HEADER = "x-csrf-token"


def form_cookie(request: Request) -> str:
    """Return the name of the cookie that this browser's forms are bound to; it outlives the sign-in, so that a reply
    typed before a session ended can be sent after signing in again.
    """
    return "__Host-sokuo-form" if is_secure(request) else "sokuo-form"


def seed_of(request: Request) -> str:
    """Return the browser's form cookie, or a new value for it."""
    return request.cookies.get(form_cookie(request)) or secrets.token_urlsafe(32)


def token_for(request: Request, seed: str) -> str:
    """Return the token that goes into forms of a browser with this form cookie."""
    key = services_of(request).vault.signing_key.encode()
    return hmac.digest(key, f"csrf:{seed}".encode(), "sha256").hex()


async def checked(request: Request) -> None:
    """Refuse a request that another site could have made."""
    origin = request.headers.get("origin")
    if origin not in own_origins(request):
        logger.warning("origin_refused", origin=origin, expected=sorted(own_origins(request)))
        raise Forbidden("origin_refused")
    seed = request.cookies.get(form_cookie(request), "")
    sent = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    expected = token_for(request, seed)
    if not seed or not isinstance(sent, str) or not hmac.compare_digest(sent.encode(), expected.encode()):
        raise Forbidden("form_expired")
