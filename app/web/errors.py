"""One renderer for everything that goes wrong: JSON for programs, a page for people, never a traceback."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.core.errors import AppError
from app.core.log import get
from app.core.templating import LANGS
from app.web.deps import lang_of, services_of
from app.web.pages import is_fragment, render

logger = get(__name__)

BY_STATUS = {
    400: "request_unreadable",
    401: "signed_out",
    403: "not_permitted",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    503: "unavailable",
}


class HttpError(AppError):
    """An error the framework found, under our code and its status."""

    def __init__(self, code: str, status: int, *, detail: str = "") -> None:
        super().__init__(code, detail)
        self.status_code = status


def install(app: FastAPI) -> None:
    """Let this renderer answer for every error of the app."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


async def show(request: Request, error: AppError) -> Response:
    """Return the answer to `error`: JSON below /v1 and for programs, a page or a line of it for people."""
    if not _for_people(request):
        response: Response = JSONResponse({"error": _body(request, error)}, error.status_code)
    elif error.code == "signed_out" and not is_fragment(request):
        back = f"?next={quote(request.url.path)}" if request.method == "GET" else ""
        response = RedirectResponse(f"/login{back}", 303)
    else:
        template = "alert.html" if is_fragment(request) else "error.html"
        response = render(request, template, status=error.status_code, error=_body(request, error))
        response.headers.update({"HX-Retarget": "#alert", "HX-Reswap": "innerHTML"})
    response.headers["Cache-Control"] = "no-store"
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


async def _app_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)  # noqa: S101 - registered for this type
    if error.status_code >= 500:
        logger.error("request_failed", code=error.code, route=_route(request), status=error.status_code)
    return await show(request, error)


async def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this type
    found = error.errors()
    if isinstance(error.body, dict) and error.body.get("lang") in LANGS:
        request.state.lang = error.body["lang"]
    if any(one["type"] == "json_invalid" or one["loc"] == ("body",) for one in found):
        return await show(request, HttpError("json_invalid", 400))
    if all(one["loc"][0] == "path" for one in found):
        return await show(request, HttpError("not_found", 404))
    fields = sorted({".".join(map(_printable, one["loc"][1:])) for one in found})
    return await show(request, HttpError("fields_invalid", 422, detail=", ".join(field for field in fields if field)))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this type
    response = await show(request, HttpError(_code_for(error.status_code), error.status_code))
    if error.headers:
        response.headers.update(error.headers)
    return response


async def _unexpected(request: Request, error: Exception) -> Response:
    logger.error("request_crashed", route=_route(request), error=type(error).__name__)
    return await show(request, HttpError("unexpected", 500))


def _route(request: Request) -> str:
    """Return what may be logged of the address: its pattern, since a sign-in link's path is a secret."""
    return getattr(request.scope.get("route"), "path", "-")


def _body(request: Request, error: AppError) -> dict[str, Any]:
    texts, lang = services_of(request).texts, _lang(request)
    code = error.code if texts.has(lang, error.code) else _code_for(error.status_code)
    message = texts(lang, code, fields=error.detail) if code == "fields_invalid" else texts(lang, code)
    return {"code": error.code, "message": message, "kept": error.kept, "retry_after": error.retry_after}


def _printable(name: object) -> str:
    """Return the name of a field as it may stand in an answer; the caller can call a field anything."""
    return str(name).encode("ascii", "backslashreplace").decode()[:80]


def _code_for(status: int) -> str:
    return BY_STATUS.get(status, "unexpected" if status >= 500 else "request_refused")


def _lang(request: Request) -> str:
    lang: str = getattr(request.state, "lang", None) or lang_of(request)
    return lang


def _for_people(request: Request) -> bool:
    if request.url.path.startswith("/v1/"):
        return False
    return is_fragment(request) or "text/html" in request.headers.get("accept", "")
