"""Values of header fields: encoded words, parameters, addresses, Message-IDs, dates; nothing here raises."""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from app.channels.email.charset import decode, visible
from app.channels.email.outgoing import MESSAGE_ID

MOST_CHARS = 16 * 1024
MOST_ADDRESSES = 100
LONGEST_ADDRESS = 320
LONGEST_MAILBOX = 1000

_ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,40}\?[bq]\?)", re.IGNORECASE)
_PARAMETER = re.compile(r';\s*([^=;\s"]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)')
_CONTINUED = re.compile(r"(.+?)\*(\d{1,3})?(\*)?$")
_ADDRESS_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|<[^<>]*>|\((?:[^()\\]|\\.)*+\)?|[,;:]|[^"<(,;:]+|.', re.DOTALL)
_SPEC = re.compile(r"(?<![^\s@<>,;:\"()])[^\s@<>,;:\"()]++@[^\s@<>,;:\"()]++")
_ATOMS = r"[\w!#$%&'*+/=?^`{|}~-]+"
_MAILBOX = re.compile(
    rf'(?:(?:"(?:[^"\\]|\\.)*+"|[^<>()\[\]:;@\\,"\x00-\x1f\x7f]*+)\s?<(?P<angle>{_ATOMS}(?:\.{_ATOMS})*@[\w.-]+)>'
    rf"|(?P<bare>{_ATOMS}(?:\.{_ATOMS})*@[\w.-]+))",
    re.ASCII,
)
_BRACKETED = re.compile(r"<([^<>]{3,900})>")


@dataclass(frozen=True, slots=True)
class Address:
    """A display name ("" if none) and an address, lower case."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def text_of(value: str) -> str:
    """Return a field's text on one line: raw bytes and encoded words decoded, adjacent words joined as bytes."""
    return " ".join(visible(_words(_raw(value))).split())


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """Return the first token in lower case, and its parameters (RFC 2231 joined and decoded, RFC 2047 too)."""
    value = _raw(value)
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, str, bool]]] = {}
    for name, given in _PARAMETER.findall(value):
        bare = re.sub(r"\\(.)", r"\1", given[1:].removesuffix('"')) if given.startswith('"') else given.strip()
        if split := _CONTINUED.match(name):
            pieces.setdefault(split[1].lower(), []).append((int(split[2] or 0), bare, bool(split[3] or not split[2])))
        else:
            plain.setdefault(name.lower(), text_of(bare))
    for name, parts in pieces.items():
        plain[name] = _extended(sorted(parts))
    return value.partition(";")[0].strip().lower(), plain


def addresses(value: str) -> tuple[Address, ...]:
    """Return the addresses of a field, at most 100; groups are opened, what has no address is left out."""
    found: list[Address] = []
    words: list[str] = []
    angle = ""
    for piece in [*_ADDRESS_TOKEN.findall(_raw(value)), ","]:
        if piece in (",", ";"):
            if address := _address(words, angle):
                found.append(address)
            words, angle = [], ""
            if len(found) >= MOST_ADDRESSES:
                break
        elif piece == ":":
            words = []  # the name of a group
        elif piece.startswith("<"):
            angle = piece
        elif not piece.startswith("("):
            words.append(piece)
    return tuple(found)


def sole_mailbox(values: Sequence[str]) -> str:
    """Return the address of the one field that names one mailbox and can be read in one way only, else ""."""
    value = " ".join(values[0].split()) if len(values) == 1 else ""
    found = _MAILBOX.fullmatch(value) if len(value) <= LONGEST_MAILBOX else None
    return (found["angle"] or found["bare"]).lower() if found else ""


def message_ids(value: str) -> tuple[str, ...]:
    """Return the Message-IDs of a field with their brackets, each once; the last 100. What is none is left out."""
    found = [f"<{''.join(inner.split())}>" for inner in _BRACKETED.findall(value[:MOST_CHARS]) if "@" in inner]
    return tuple(dict.fromkeys(one for one in found if MESSAGE_ID.fullmatch(one)))[-100:]


def date_of(value: str) -> datetime | None:
    """Return the time of a Date field in UTC, None if it is none."""
    try:
        found = parsedate_to_datetime(value[:100])
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _raw(value: str) -> str:
    """Return the field as text; bytes above 127 came as surrogates, 7-bit JIS came as it is."""
    value = value[:MOST_CHARS]
    if value.isascii() and "\x1b" not in value:
        return value
    return decode(value.encode("utf-8", "surrogateescape"))


def _words(value: str) -> str:
    """Decode encoded words; those of one charset that touch are one run of bytes, cut anywhere."""
    value = _BETWEEN_WORDS.sub(r"\1", value)
    text, end = [], 0
    run, charset = b"", ""
    for word in _ENCODED_WORD.finditer(value):
        if run and (word.start() > end or word[1].lower() != charset):
            text.append(decode(run, charset))
            run = b""
        text.append(value[end : word.start()])
        run, charset, end = run + _word(word[2], word[3]), word[1].lower(), word.end()
    return "".join([*text, decode(run, charset) if run else "", value[end:]])


def _word(encoding: str, payload: str) -> bytes:
    data = payload.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    return from_base64(data)


def from_base64(data: bytes) -> bytes:
    """Return what base64 stands for; strange characters are skipped, a lost end is made up."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
    try:
        return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
    except binascii.Error:
        return b""


def _extended(parts: list[tuple[int, str, bool]]) -> str:
    """Join the pieces of an RFC 2231 parameter: `charset'language'%XX…`."""
    charset = ""
    data = b""
    for position, (_, piece, encoded) in enumerate(parts):
        if position == 0 and encoded and piece.count("'") >= 2:
            charset, _, piece = piece.split("'", 2)
        data += unquote_to_bytes(piece) if encoded else piece.encode("utf-8", "surrogateescape")
    return text_of(decode(data, charset or None))


def _address(words: list[str], angle: str) -> Address | None:
    text = " ".join(words)
    spec = angle[1:-1] if angle else text
    squeezed = re.sub(r" ?([.@]) ?", r"\1", " ".join(visible(spec).split())[:LONGEST_MAILBOX])
    found = _SPEC.search(squeezed) if squeezed.count("@") == 1 and '"' not in squeezed else None
    if found is None or len(found[0]) > LONGEST_ADDRESS:
        return None
    name = " ".join(_unquoted(word) for word in words)[:LONGEST_MAILBOX] if angle else ""
    return Address(text_of(name)[:200], found[0].strip("'").rstrip(".").lower())


def _unquoted(word: str) -> str:
    word = word.strip()
    if word.startswith('"'):
        return re.sub(r"\\(.)", r"\1", word[1:].removesuffix('"'))
    return word
