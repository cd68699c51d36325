"""Passwords: argon2id, long enough, and no faster answer for an account that does not exist."""

from __future__ import annotations

from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from app.core.errors import Invalid

SHORTEST = 12
LONGEST = 128  # hashing time grows with length; nobody types more


@cache
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(),))


@cache
def _nobody() -> str:
    return _hasher().hash("the password of nobody")


def hashed(password: str) -> str:
    """Return the argon2id hash of a new password; `Invalid` if it is too short or too long. Takes tens of ms."""
    if len(password) < SHORTEST:
        raise Invalid("password_too_short")
    if len(password) > LONGEST:
        raise Invalid("password_too_long")
    return _hasher().hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Say whether it is the stored password; without one it takes the same time and is False."""
    if len(password) > LONGEST:
        password = ""
    right = _hasher().verify(password, stored or _nobody())
    return right and stored is not None
