"""Ids that sort by time, and tokens that cannot be guessed."""

from __future__ import annotations

import secrets
from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """Return a version 7 UUID: unique, and in the order of creation within a process (RFC 9562 §5.7)."""
    return uuid7()


def new_token(prefix: str) -> str:
    """Return `prefix_` and 256 random bits in URL-safe base64."""
    return f"{prefix}_{secrets.token_urlsafe(32)}"
