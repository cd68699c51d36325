"""A raw mail to frozen facts, with bounded time and memory: what cannot be read raises `Unreadable`, nothing else.

The standard library takes the mail apart; its own decoding crashes on what the world sends, so that is ours.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from pathlib import PurePosixPath
from typing import Any

from app.channels.email.charset import decode, visible
from app.channels.email.header import (
    MOST_CHARS,
    Address,
    addresses,
    date_of,
    from_base64,
    message_ids,
    parameters,
    sole_mailbox,
    text_of,
)
from app.channels.email.html_text import MOST_TAGS, html_text

MOST_BYTES = 25 * 1024 * 1024
MOST_HEADER_BYTES = 256 * 1024
MOST_HEADERS = 1000
MOST_PARTS = 500
MOST_ATTACHMENTS = 10
MOST_LINES = 400_000  # 25 MiB of base64 are 345,000
MOST_TEXT_CHARS = 200_000
MOST_TEXT_BYTES = 2 * 1024 * 1024  # of all text parts together, before they are decoded
LONGEST_SUBJECT = 1000
LONGEST_CONTENT_TYPE = 4 * 1024  # the library reads parameters in quadratic time
DEEPEST = 50  # beyond this many multiparts only the beginning is read: each line is held against every boundary
DEEP_BYTES = 64 * 1024

ODD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, binascii.Error)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_SPACE_BEFORE_COLON = re.compile(rb"(?m)^([!-9;-~]+)[ \t]+:")  # obsolete, still allowed (RFC 5322 §4.5)
_LONG_CONTENT_TYPE = re.compile(rb"(?im)^content-type[ \t]*:(?:[^\n]|\n[ \t]){%d}" % LONGEST_CONTENT_TYPE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_RETURNED_ID = re.compile(r"(?im)^[ \t>]*message-id[ \t]*:\s*(<[^<>\s]{3,900}>)")
_NAME_CLEAN = re.compile(r"[^\w\-.()（）\[\]【】 　]+")


class Unreadable(Exception):
    """The mail cannot be read; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file beside the text; the name holds no path, nothing was unpacked."""

    name: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """What a mail says. Addresses are lower case, Message-IDs keep their brackets, `date` is UTC.

    `headers`: every top field, names in lower case, values decoded. `text` is what a reader sees. `types` are the
    content types of all parts. `report`: the machine part of a bounce or complaint; `returned_ids`: Message-IDs found
    in what was sent back. `sole_from`: the address of From if it is the only one, however one reads the field;
    `authentication`: the topmost Authentication-Results as it came, for decoding would let a sender forge a part of it.
    """

    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    from_: Address | None = None
    sole_from: str = ""
    authentication: str = ""
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    delivered_to: tuple[str, ...] = ()
    return_path: str | None = None
    subject: str = ""
    date: datetime | None = None
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    content_type: str = "text/plain"
    parameters: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    text: str = ""
    report: str = ""
    calendar_method: str | None = None
    returned_ids: tuple[str, ...] = ()
    attachments: tuple[AttachedFile, ...] = ()

    def header(self, name: str) -> str:
        """Return the first field of this name in lower case, "" if there is none."""
        return self.headers.get(name, ("",))[0].lower()


def parse(raw: bytes) -> ParsedMail:
    """Return the facts of a mail; `Unreadable`: too_large, too_many_(lines|parts), headers_too_long, malformed."""
    try:
        return _parse(raw)
    except ODD:
        raise Unreadable("malformed") from None


def _parse(raw: bytes) -> ParsedMail:
    raw = _bounded(raw.lstrip(b"\r\n"))
    message = BytesParser(_counting(MOST_PARTS), policy=compat32).parsebytes(raw)
    fields = _fields(message)
    headers = {name: tuple(text_of(value) for value in values) for name, values in fields.items()}
    leaves = list(_leaves(message))
    text = visible(_text(leaves))[:MOST_TEXT_CHARS]
    reports = _texts([leaf for leaf in leaves if leaf.is_report], MOST_TEXT_CHARS)
    report = "\n".join(reports.values())[:MOST_TEXT_CHARS]
    content_type, given = parameters(_first(fields, "content-type") or "text/plain")
    ids = message_ids(_first(fields, "message-id"))
    return_path = _first(fields, "return-path") if "return-path" in fields else None
    return ParsedMail(
        message_id=ids[0] if ids else None,
        in_reply_to=message_ids(_first(fields, "in-reply-to")),
        references=message_ids(_first(fields, "references")),
        from_=_author(_all(fields, "from")) or (None if "from" in fields else _one(_all(fields, "sender"))),
        sole_from=sole_mailbox(fields.get("from", ())),
        authentication=" ".join(_first(fields, "authentication-results").split()),
        reply_to=_all(fields, "reply-to"),
        to=_all(fields, "to"),
        cc=_all(fields, "cc"),
        delivered_to=tuple(
            found.address for name in ("delivered-to", "x-original-to", "envelope-to") for found in _all(fields, name)
        ),
        return_path=None if return_path is None else _path(return_path),
        subject=headers.get("subject", ("",))[0][:LONGEST_SUBJECT],
        date=date_of(_first(fields, "date")),
        headers=headers,
        content_type=content_type,
        parameters=given,
        types=tuple(leaf.type for leaf in leaves),
        text=text,
        report=report,
        calendar_method=next((leaf.method for leaf in leaves if leaf.type == "text/calendar"), None),
        returned_ids=_returned_ids(f"{report}\n{text}\n{_tail(raw)}"),
        attachments=tuple(leaf.attached() for leaf in leaves if leaf.is_file)[:MOST_ATTACHMENTS],
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One part that holds no parts; `alternative` names the multipart/alternative it is a choice of."""

    part: Message
    type: str
    given: Mapping[str, str]
    disposition: str
    filename: str
    alternative: int

    @property
    def is_file(self) -> bool:
        shown = self.type in ("text/plain", "text/html") and not self.filename
        return self.disposition == "attachment" or (not shown and not self.is_report and self.type != "text/calendar")

    @property
    def is_report(self) -> bool:
        return self.type in _REPORTS

    @property
    def method(self) -> str:
        stated = re.search(r"(?m)^METHOD:(\w+)", self.text(self.data()[:4096]))
        return (self.given.get("method") or (stated[1] if stated else "PUBLISH")).upper()

    def data(self) -> bytes:
        payload: Any = self.part.get_payload()
        if isinstance(payload, list):  # a delivery-status or an attached mail: the library has opened it
            return b"\n\n".join(_source(inner) for inner in payload)
        data = str(payload or "").encode("utf-8", "surrogateescape")
        encoding = text_of(_raw_field(self.part, "content-transfer-encoding")).lower()
        if encoding == "base64":
            return from_base64(data)
        return binascii.a2b_qp(data) if encoding == "quoted-printable" else data

    def text(self, data: bytes) -> str:
        label = self.given.get("charset")
        if self.type == "text/html" and not label and (meta := _META_CHARSET.search(data[:4096])):
            label = meta[1].decode()
        return decode(data, label)

    def attached(self) -> AttachedFile:
        name = PurePosixPath(self.filename.replace("\\", "/")).name.lstrip(".") or "attachment"
        return AttachedFile(_NAME_CLEAN.sub("_", name)[-100:], self.type, len(self.data()))


_REPORTS = frozenset(
    (
        "message/delivery-status",
        "message/global-delivery-status",
        "message/disposition-notification",
        "message/feedback-report",
    )
)


def _bounded(raw: bytes) -> bytes:
    if len(raw) > MOST_BYTES:
        raise Unreadable("too_large")
    end = _HEADER_END.search(raw, 0, MOST_HEADER_BYTES)
    if end is None and len(raw) > MOST_HEADER_BYTES:
        raise Unreadable("headers_too_long")
    if raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n") > MOST_LINES:
        raise Unreadable("too_many_lines")
    if _LONG_CONTENT_TYPE.search(raw):
        raise Unreadable("headers_too_long")
    head = _SPACE_BEFORE_COLON.sub(rb"\1:", raw[: end.start() if end else len(raw)])
    raw = head + raw[end.start() :] if end else head
    return raw[:DEEP_BYTES] if raw.lower().count(b"multipart/") > DEEPEST else raw


def _counting(limit: int) -> Any:
    """Return a maker of parts that refuses to make more than `limit`."""
    made = 0

    def make(policy: Any = compat32) -> Message:
        nonlocal made
        made += 1
        if made > limit:
            raise Unreadable("too_many_parts")
        return Message(policy=policy)

    return make


def _leaves(message: Message) -> Iterator[_Leaf]:
    """Yield the parts in their order, without recursion; mails inside a mail stay closed."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, alternative = waiting.pop()
        kind, given = parameters(_raw_field(part, "content-type") or "text/plain")
        payload: Any = part.get_payload()
        if isinstance(payload, list) and kind.startswith("multipart/"):
            inner = id(part) if kind == "multipart/alternative" else alternative
            waiting.extend((child, inner) for child in reversed(payload))
            continue
        if kind.startswith("multipart/") or "/" not in kind:
            kind = "text/plain"  # a multipart without boundary, or no type at all
        disposition, told = parameters(_raw_field(part, "content-disposition"))
        name = told.get("filename") or given.get("name") or ""
        yield _Leaf(part, kind, given, disposition, name, alternative)


def _text(leaves: list[_Leaf]) -> str:
    """Return the shown text: of alternatives the plain one unless it is blank, HTML as text."""
    leaves = [leaf for leaf in leaves if leaf.type in ("text/plain", "text/html") and not leaf.is_file]
    texts = _texts([leaf for leaf in leaves if leaf.type == "text/plain"], MOST_TEXT_BYTES)
    plain = {leaf.alternative for leaf in leaves if texts.get(id(leaf.part), "").strip()} - {0}
    pages = [leaf for leaf in leaves if leaf.type == "text/html" and leaf.alternative not in plain]
    texts |= _texts(pages, MOST_TEXT_BYTES)
    shown, tags = [], MOST_TAGS
    for leaf in leaves:
        text = texts.get(id(leaf.part), "")
        if leaf.type == "text/html":
            text, tags = html_text(text, tags) if text else "", max(0, tags - text.count("<"))
        shown.append(text)
    return "\n\n".join(text.strip("\r\n") for text in shown if text.strip())


def _texts(leaves: list[_Leaf], left: int) -> dict[int, str]:
    """Return the text of each part; of all together no more than `left` bytes are decoded."""
    texts = {}
    for leaf in leaves:
        data = _beginning(leaf.data(), left)
        left -= len(data)
        texts[id(leaf.part)] = leaf.text(data)
    return texts


def _beginning(data: bytes, most: int) -> bytes:
    """Return the first bytes, up to the end of a line, a tag or a word: no character is cut in two."""
    if len(data) <= most:
        return data
    cut = data[:most]
    end = max(cut.rfind(mark) for mark in (b"\n", b">", b" "))
    return cut[: end + 1] if end >= 0 else cut


def _fields(message: Message) -> dict[str, list[str]]:
    """Return the raw values of the top fields by name in lower case."""
    fields: dict[str, list[str]] = {}
    for name, value in list(message.raw_items())[:MOST_HEADERS]:
        fields.setdefault(name.strip().lower(), []).append(str(value)[:MOST_CHARS])
    return fields


def _raw_field(part: Message, wanted: str) -> str:
    return next((str(value)[:MOST_CHARS] for name, value in part.raw_items() if name.strip().lower() == wanted), "")


def _first(fields: Mapping[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[0]


def _all(fields: Mapping[str, list[str]], name: str) -> tuple[Address, ...]:
    return tuple(found for value in fields.get(name, [])[:20] for found in addresses(value))[:100]


def _author(found: tuple[Address, ...]) -> Address | None:
    """Return the author if the field names one: of several nobody knows who wrote."""
    return found[0] if len({one.address for one in found}) == 1 else None


def _one(found: tuple[Address, ...]) -> Address | None:
    return found[0] if found else None


def _path(value: str) -> str:
    found = addresses(value)
    return found[0].address if found else ""


def _source(part: Message) -> bytes:
    """Return an opened part as lines again, its own fields first."""
    head = "".join(f"{name}: {value}\n" for name, value in list(part.raw_items())[:MOST_HEADERS])
    payload: Any = part.get_payload()
    return (head + ("" if isinstance(payload, list) else f"\n{payload}")).encode("utf-8", "surrogateescape")


def _returned_ids(told: str) -> tuple[str, ...]:
    return message_ids(" ".join(dict.fromkeys(_RETURNED_ID.findall(told))))[:20]


def _tail(raw: bytes) -> str:
    """Return what follows the top fields, as far as the fields of a returned mail may lie."""
    end = _HEADER_END.search(raw)
    return decode(raw[end.end() if end else 0 :][-DEEP_BYTES:], "latin1")
