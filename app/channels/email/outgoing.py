"""Turn the parts of a mail into a message that every mail server and client reads the same way.

The standard library would break long message ids and some Japanese names while folding, so the header lines that
matter are written here. A header gets no line break from outside: what is structure is refused, what is text is
cleaned.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, quote
from typing import Any, NamedTuple

from app.channels.email.port import OutgoingMail

MOST_BYTES = 20_000  # text and HTML together; what is longer goes without HTML
MOST_CC = 5
MOST_REFERENCES = 20
LONGEST_ADDRESS = 254  # RFC 5321 §4.5.3.1.3
LONGEST_PLAIN = 66  # characters of a header line that is not folded
WORD_BYTES = 39  # per encoded word: with its frame and "Subject: " below 78 characters (RFC 5322 §2.1.1)

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)*[A-Za-z0-9-]*[A-Za-z0-9]")
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,500}>")
HTTPS = re.compile(r"https://[!-~]+")
ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
DOT_ATOM = re.compile(r"[^.]+(?:\.[^.]+)*")


class Unsendable(Exception):
    """The parts do not make a mail; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Address(NamedTuple):
    """Who a mail is from or to; `spec` is the address as it is written in a header and an envelope."""

    name: str
    spec: str


def build(outgoing: OutgoingMail) -> EmailMessage:
    """Return the finished message, all ASCII; `Unsendable` if an address or id is none, or a recipient not allowed."""
    mail = EmailMessage(policy=WIRE)
    for name, value in _headers(outgoing):
        mail[name] = value
    text, html = _body(outgoing.text), _body(outgoing.html)
    mail.set_content(text, charset="utf-8", cte=_encoding(text, outgoing.lang))
    if len((text + html).encode()) <= MOST_BYTES:
        mail.add_alternative(html, subtype="html", charset="utf-8", cte=_encoding(html, outgoing.lang))
    mail["Content-Language"] = outgoing.lang  # last: the library moves every Content- header into the text part
    return mail


def recipients(outgoing: OutgoingMail) -> tuple[str, ...]:
    """Return whom the mail goes to, the contact first; `Unsendable` beyond what R12 of the trust rules allows.

    What is no dot-atom before the @ is quoted, as in `"taro..x"@…`: Japanese carriers gave out such addresses.
    """
    to = _address(outgoing.to)
    cc = tuple(_address(address) for address in outgoing.cc)
    if len(cc) > MOST_CC or any(_domain(address) != _domain(to) for address in cc) or len({to, *cc}) <= len(cc):
        raise Unsendable("recipients")
    return (to, *cc)


def _headers(outgoing: OutgoingMail) -> Iterator[tuple[str, Any]]:
    to, *cc = recipients(outgoing)
    yield "From", (Address(_line(outgoing.from_name), _address(outgoing.from_address)),)
    yield "To", (Address("", to),)
    if cc:
        yield "Cc", [Address("", address) for address in cc]
    yield "Reply-To", (Address("", _address(outgoing.reply_to)),)
    yield "Subject", _line(outgoing.subject)
    yield "Date", format_datetime(outgoing.date)
    yield "Message-ID", (_id(outgoing.message_id),)
    if outgoing.in_reply_to is not None:
        yield "In-Reply-To", (_id(outgoing.in_reply_to),)
    if outgoing.references:
        yield "References", [_id(each) for each in outgoing.references[-MOST_REFERENCES:]]
    if outgoing.auto is not None:
        yield "Auto-Submitted", outgoing.auto
        yield "X-Auto-Response-Suppress", "OOF, AutoReply"
    yield "X-Sokuo-Origin", outgoing.origin
    if outgoing.unsubscribe is not None:
        yield "List-Unsubscribe", (f"<{_matching(HTTPS, outgoing.unsubscribe, 'unsubscribe')}>",)
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


def _matching(pattern: re.Pattern[str], value: str, code: str) -> str:
    if not pattern.fullmatch(value):
        raise Unsendable(code)
    return value


def _address(value: str) -> str:
    local, at, domain = value.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode()
    except UnicodeError:
        raise Unsendable("address") from None
    address = f"{local}{at}{ascii_domain}"
    _matching(ADDRESS, address if len(address) <= LONGEST_ADDRESS else "", "address")
    return address if DOT_ATOM.fullmatch(local) else f'"{local}"@{ascii_domain}'


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _id(value: str) -> str:
    return _matching(MESSAGE_ID, value, "message_id")


def _line(text: str) -> str:
    """Return the text on one line, without what steers a screen or is no character at all."""
    shown = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in ("Cf", "Cs")).split())


def _body(text: str) -> str:
    unified = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    return "".join(c for c in unified if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


def _encoding(text: str, lang: str) -> str:
    """English stays readable in its source; Japanese is shorter in base64."""
    if text.isascii() and max((len(line) for line in text.split("\n")), default=0) < 78:
        return "7bit"
    return "quoted-printable" if lang == "en" else "base64"


def _encoded(text: str) -> str:
    """Return a text as encoded words of whole characters (RFC 2047), one to a line."""
    words, start = [], 0
    raw = text.encode()
    while start < len(raw):
        end = min(start + WORD_BYTES, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        words.append(f"=?utf-8?b?{b64encode(raw[start:end]).decode()}?=")
        start = end
    return "\r\n ".join(words)


def _as_text(text: str) -> str:
    return text if text.isascii() and len(text) <= LONGEST_PLAIN and "=?" not in text else _encoded(text)


def _as_addresses(addresses: Sequence[Address]) -> str:
    return ",\r\n ".join(_as_address(address) for address in addresses)


def _as_address(address: Address) -> str:
    name, spec = address
    if not name:
        return spec
    if not name.isascii() or len(name) > LONGEST_PLAIN or "=?" in name:
        return f"{_encoded(name)}\r\n <{spec}>"
    return f"{name if ATOMS.fullmatch(name) else chr(34) + quote(name) + chr(34)} <{spec}>"


def _as_ids(ids: Sequence[str]) -> str:
    return "\r\n ".join(ids)


WRITERS: Mapping[str, Callable[[Any], str]] = {
    "From": _as_addresses,
    "To": _as_addresses,
    "Cc": _as_addresses,
    "Reply-To": _as_addresses,
    "Subject": _as_text,
    "Message-ID": _as_ids,
    "In-Reply-To": _as_ids,
    "References": _as_ids,
    "List-Unsubscribe": _as_ids,
}


class _Wire(EmailPolicy):
    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        write = WRITERS.get(name)
        return super().header_store_parse(name, value) if write is None else (name, write(value))


WIRE = _Wire(linesep="\r\n", refold_source="none")
