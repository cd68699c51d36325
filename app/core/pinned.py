"""One HTTPS request to an address that is settled already, under a deadline for all of it."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import SplitResult

import httpcore2
from httpcore2 import ConnectionPool, NetworkBackend, NetworkStream, SyncBackend

from app.core.fetch import Deadline, FetchError

_FAILURES = (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, OSError)


class Response:
    """The answer to a request; the body is read as the server sends it."""

    def __init__(self, response: httpcore2.Response) -> None:
        self.status = response.status
        self._response = response
        self._headers = {name.lower(): value for name, value in response.headers}

    def header(self, name: str) -> str:
        return self._headers.get(name.encode(), b"").decode("latin-1")

    def parts(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()


@contextmanager
def open_pinned(
    url: SplitResult,
    address: tuple[str, int],
    *,
    tls: ssl.SSLContext,
    deadline: Deadline,
    headers: Mapping[str, str],
) -> Iterator[Response]:
    """Ask `address` for `url`; the certificate must be that of the host's name. `FetchError` for whatever goes wrong.

    There is no client around the connection, so there are no cookies, proxies or redirects.
    """
    target = f"https://{url.netloc}{url.path or '/'}" + (f"?{url.query}" if url.query else "")
    backend = _PinnedBackend(address, deadline)
    try:
        with (
            ConnectionPool(ssl_context=tls, network_backend=backend) as pool,
            pool.stream("GET", target, headers=list({"Host": url.netloc, **headers}.items())) as response,
        ):
            yield Response(response)
    except _FAILURES as error:
        raise _failure(error, url.netloc, deadline=deadline) from None


class _PinnedBackend(NetworkBackend):
    """Connects to one address, whatever name it is asked for."""

    def __init__(self, address: tuple[str, int], deadline: Deadline) -> None:
        self._address = address
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        ip, ip_port = self._address
        return _TimedStream(SyncBackend().connect_tcp(ip, ip_port, timeout=self._deadline.left()), self._deadline)


class _TimedStream(NetworkStream):
    """Gives every step the time that is left, so that a byte now and then does not buy more."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout=self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, timeout=self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _failure(error: Exception, host: str, *, deadline: Deadline) -> FetchError:
    if isinstance(error, httpcore2.TimeoutException):
        return FetchError("fetch_too_slow", "the page did not come in time")
    if error.args and isinstance(error.args[0], ssl.SSLError):
        return FetchError("fetch_certificate", f"{host} does not prove who it is: {error}")
    return FetchError("fetch_failed", f"{host}: {error or type(error).__name__}")
