"""One page of a host we trust, and nothing else: the only way this program opens an address somebody wrote down.

https on port 443 only; the host stands on an allow-list, exactly or below a name on it; its address is looked up once,
must be public, and is the one we connect to (the certificate is checked against the name). No redirect is followed, no
cookie or proxy is known, nothing compressed is unpacked. Time and size are limited as a whole, so that a server that
drips or never ends is left.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from app.core.clock import Clock, SystemClock
from app.core.errors import Invalid

HTML = "text/html"
XHTML = "application/xhtml+xml"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
CONTENT_TYPES = frozenset({HTML, XHTML, PLAIN, MARKDOWN, PDF})
MAX_BYTES = 20_000_000
TOTAL_S = 20.0
USER_AGENT = "Sokuo (knowledge)"
PORT = 443
LONGEST_NAME = 253

_NAME = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_READABLE = re.compile(r"[^\s\\\x00-\x1f\x7f]+")
_WRITTEN_OUT = "!#$%&'()*+,/:;=?@[]~"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": ", ".join(sorted(CONTENT_TYPES)),
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)

_TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48")))
"""NAT64 (RFC 6052, RFC 8215): an IPv4 address of any kind stands in it."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]


class FetchError(Invalid):
    """Why a page was not fetched; `code` begins with fetch_."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server sent it; `charset` is what the server says, in lower case."""

    body: bytes
    content_type: str
    charset: str | None


class Answer(Protocol):
    """What a server sends back, as far as it has been read."""

    @property
    def status(self) -> int: ...

    def header(self, name: str) -> str:
        """Return a header, empty if it was not sent."""
        ...

    def parts(self) -> Iterator[bytes]:
        """Yield the body as it comes."""
        ...


@dataclass(frozen=True, slots=True)
class Net:
    """The outside as `fetch` sees it; tests put a server of their own in its place."""

    resolve: Resolver
    is_public: Callable[[Address], bool]
    tls: Callable[[], ssl.SSLContext]
    clock: Clock
    port: int = PORT


class Deadline:
    """The time that is left for everything together."""

    def __init__(self, clock: Clock, total_s: float) -> None:
        self._clock = clock
        self._until = clock.monotonic() + total_s

    def left(self) -> float:
        """Return the seconds that are left; `FetchError` fetch_too_slow when none are."""
        left = self._until - self._clock.monotonic()
        if left <= 0:
            raise FetchError("fetch_too_slow", "the page did not come in time")
        return left


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses the system knows for a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: Address) -> bool:
    """Return whether an address belongs to a host on the internet, not to us, our network or a tunnel into it."""
    if isinstance(address, ipaddress.IPv6Address):
        tunnels = address.ipv4_mapped or address.sixtofour or address.teredo
        if tunnels or address.is_site_local or any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


INTERNET = Net(resolve, is_public, ssl.create_default_context, SystemClock())


def is_allowed(host: str, hosts: Iterable[str]) -> bool:
    """Return whether `host` is one of `hosts` or lies below one of them."""
    names = (host_name(name.strip(".")) for name in hosts)
    return any(host == name or host.endswith(f".{name}") for name in names if name)


def host_name(written: str) -> str | None:
    """Return a host's name as the network has it, `料金.example` as `xn--….example`; None for what is no such name.

    A name that may be taken for another (full-width letters, ß) is none.
    """
    name = written.lower()
    if not written.isascii():
        try:
            name = written.encode("idna").decode() if len(written) <= LONGEST_NAME else ""
            if unicodedata.normalize("NFKC", written) != written or name.encode().decode("idna") != written.lower():
                return None
        except UnicodeError:
            return None
    return name if _NAME.fullmatch(name) else None


def fetch(
    url: str, *, hosts: Iterable[str], net: Net = INTERNET, max_bytes: int = MAX_BYTES, total_s: float = TOTAL_S
) -> Fetched:
    """Return the page at `url`, whose host stands in `hosts`; `FetchError` says why not."""
    parts = _parts(url)
    host = parts.netloc
    hosts = tuple(hosts)
    if not is_allowed(host, hosts):
        wrong = "".join(f"; {name} is no host name" for name in hosts if not host_name(name.strip(".")))
        raise FetchError("fetch_host_not_allowed", f"{host} is not one of the company's own hosts{wrong}")
    deadline = Deadline(net.clock, total_s)
    address = _address(host, net, deadline=deadline)
    with _request(parts, address, net=net, deadline=deadline) as answer:
        content_type, charset = _accepted(answer, url)
        return Fetched(_body(answer, max_bytes=max_bytes), content_type, charset)


def _parts(url: str) -> SplitResult:
    """Return the parts of an address that means one thing to everybody who reads it; its netloc is the bare host."""
    try:
        parts = urlsplit(url) if _READABLE.fullmatch(url) else None
        path, query = (quote(part, safe=_WRITTEN_OUT) for part in (parts.path, parts.query)) if parts else ("", "")
    except ValueError:
        parts = None
    if parts is None or parts.scheme != "https":
        raise FetchError("fetch_url_invalid", "the address is not that of a page: https://…")
    host = host_name(parts.netloc.removesuffix(f":{PORT}"))
    if host is None:
        raise FetchError("fetch_url_invalid", "the address has more than a host name before its path")
    return SplitResult("https", host, path, query, "")


def _address(host: str, net: Net, *, deadline: Deadline) -> str:
    """Look the host up, once; every address it has must be public, for we cannot know which one another would take."""
    found: Future[Sequence[str]] = Future()

    def look_up() -> None:
        try:
            found.set_result(net.resolve(host, PORT))
        except (OSError, UnicodeError) as error:
            found.set_exception(error)

    threading.Thread(target=look_up, name="resolve", daemon=True).start()  # the system's resolver knows no deadline
    try:
        addresses = found.result(deadline.left())
    except TimeoutError:
        raise FetchError("fetch_too_slow", f"the address of {host} was not found in time") from None
    except (OSError, UnicodeError):
        addresses = ()
    if not addresses:
        raise FetchError("fetch_host_unknown", f"{host} has no address")
    if not all(net.is_public(ipaddress.ip_address(address)) for address in addresses):
        raise FetchError("fetch_address_not_public", f"{host} leads to an address that is not on the internet")
    return addresses[0]


@contextmanager
def _request(parts: SplitResult, address: str, *, net: Net, deadline: Deadline) -> Iterator[Answer]:
    from app.core.pinned import open_pinned

    with open_pinned(parts, (address, net.port), tls=net.tls(), deadline=deadline, headers=_HEADERS) as answer:
        yield answer


def _accepted(answer: Answer, url: str) -> tuple[str, str | None]:
    """Return the type and charset of an answer we take."""
    if 300 <= answer.status < 400:
        raise FetchError("fetch_redirected", f"the page leads on to {_target(url, answer.header('location'))[:200]}")
    if answer.status != 200:
        raise FetchError("fetch_status", f"the server answers {answer.status}")
    if answer.header("content-encoding").lower() not in ("", "identity"):
        raise FetchError("fetch_content_encoding", "the server sends the page compressed, which was not asked for")
    written = answer.header("content-type")
    content_type = written.partition(";")[0].strip().lower()
    if content_type not in CONTENT_TYPES:
        raise FetchError("fetch_content_type", f"{content_type or 'a page without a type'} cannot be read")
    charset = _CHARSET.search(written)
    return content_type, charset.group(1).lower() if charset else None


def _target(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:  # "http://[x"
        return location


def _body(answer: Answer, *, max_bytes: int) -> bytes:
    body = bytearray()
    for part in answer.parts():
        body += part
        if len(body) > max_bytes:
            raise FetchError("fetch_too_large", f"larger than {max_bytes // 1_000_000} MB")
    return bytes(body)
