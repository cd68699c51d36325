"""The fields of a posted form, whatever it was posted as and in whatever old Japanese encoding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes

import orjson
from fastapi import Request
from python_multipart import parse_form
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field

from app.core.errors import BadRequest, TooLarge

Pairs = list[tuple[str, str]]
MOST_FIELDS = 200
JSON = "application/json"
MULTIPART = "multipart/form-data"
CHARSET = re.compile(r'charset="?([\w.-]+)', re.I)
# a page without a label: what is valid EUC-JP is hardly ever meant as Shift_JIS, the other way round it often is
GUESSES = ("utf-8", "euc_jp", "cp932")
# WHATWG Encoding, where Shift_JIS means Microsoft's superset; `codecs.lookup` would keep every name it was ever asked
LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "cp932": "shift_jis shift-jis sjis x-sjis csshiftjis ms932 ms_kanji windows-31j cp932",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
}
CODECS = {label: codec for codec, labels in LABELS.items() for label in labels.split()}
REFERENCE = re.compile(r"&#(\d{1,7});")


def is_json(request: Request) -> bool:
    """Say whether a program posts: JSON, or a form whose sender wants JSON back."""
    accept = request.headers.get("accept", "")
    return _kind(request) == JSON or (JSON in accept and "text/html" not in accept)


async def fields(request: Request) -> Pairs:
    """Return the fields in their order; files are left out.

    `BadRequest` (json_invalid, request_unreadable), `TooLarge` (body_too_large).
    """
    body, kind = await request.body(), _kind(request)
    if kind == JSON:
        found = _json(body)
    else:
        raw = _multipart(request, body) if kind == MULTIPART else _urlencoded(body)
        found = _decoded(raw, label=_label(request, raw))
    if len(found) > MOST_FIELDS:
        raise TooLarge("body_too_large")
    return found


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _json(body: bytes) -> Pairs:
    """Return the fields of an object; a list of values is the same field several times, deeper values are none."""
    try:
        given: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest("json_invalid") from None
    if not isinstance(given, dict):
        raise BadRequest("json_invalid")
    flat = [(name, one) for name, value in given.items() for one in (value if isinstance(value, list) else [value])]
    return [(name, str(value)) for name, value in flat if isinstance(value, str | int | float)]


def _urlencoded(body: bytes) -> list[tuple[bytes, bytes]]:
    halves = (pair.partition(b"=") for pair in body.split(b"&", MOST_FIELDS + 1) if pair)
    return [(_unquoted(name), _unquoted(value)) for name, _, value in halves]


def _unquoted(written: bytes) -> bytes:
    return unquote_to_bytes(written.replace(b"+", b" "))


def _multipart(request: Request, body: bytes) -> list[tuple[bytes, bytes]]:
    found: list[tuple[bytes, bytes]] = []

    def keep(field: Field) -> None:
        found.append((field.field_name or b"", field.value or b""))

    try:
        parse_form({"Content-Type": request.headers["content-type"].encode()}, BytesIO(body), keep, lambda file: None)
    except FormParserError:
        raise BadRequest("request_unreadable") from None
    return found


def _label(request: Request, raw: Sequence[tuple[bytes, bytes]]) -> str:
    """Return the codec the form names, in `_charset_` (HTML, form-data set) or its content type; empty for none."""
    header = CHARSET.search(request.headers.get("content-type", ""))
    named = next(
        (value.decode("ascii", "replace") for name, value in raw if name == b"_charset_"), header and header[1]
    )
    return CODECS.get((named or "").strip().lower(), "")


def _decoded(raw: Sequence[tuple[bytes, bytes]], *, label: str) -> Pairs:
    everything = b"\n".join(part for pair in raw for part in pair)
    codec = next((guess for guess in (label, *GUESSES) if guess and _fits(everything, guess)), "utf-8")
    pairs = [(name.decode(codec, "replace"), value.decode(codec, "replace")) for name, value in raw]
    if codec == "utf-8":
        return pairs
    return [(_resolved(name), _resolved(value)) for name, value in pairs]


def _fits(everything: bytes, codec: str) -> bool:
    try:
        everything.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _resolved(text: str) -> str:
    """Put the characters back that the page's encoding lacks; browsers post them as references."""
    return REFERENCE.sub(lambda found: chr(int(found[1])) if int(found[1]) < 0x110000 else "\ufffd", text)
