"""The errors a caller can meet, each with an HTTP status and a code that never changes.

AppError
 ├─ BadRequest 400 · NotSignedIn 401 · Forbidden 403 · NotFound 404 · Conflict 409
 ├─ TooLarge 413 · Invalid 422 · TooMany 429
 ├─ Unavailable 503
 └─ SetupError (start refused; the CLI prints it and exits with 2)
"""

from __future__ import annotations


class AppError(Exception):
    """Something a caller can be told; `code` is stable, the words are looked up per language by the renderer."""

    status_code = 500

    def __init__(self, code: str, detail: str = "", *, kept: bool = False, retry_after: int | None = None) -> None:
        super().__init__(detail or code)
        self.code = code
        self.detail = detail
        self.kept = kept
        self.retry_after = retry_after


class BadRequest(AppError):
    status_code = 400


class NotSignedIn(AppError):
    status_code = 401


class Forbidden(AppError):
    status_code = 403


class NotFound(AppError):
    status_code = 404


class Conflict(AppError):
    status_code = 409


class TooLarge(AppError):
    status_code = 413


class Invalid(AppError):
    status_code = 422


class TooMany(AppError):
    status_code = 429


class Unavailable(AppError):
    status_code = 503


class SetupError(AppError):
    """The installation cannot start or a command cannot run; `detail` says what to do, in English."""
