"""A web server on the loopback with a certificate of our own authority, which says exactly the bytes it is given."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.core.clock import SystemClock
from app.core.fetch import Address, Net, is_public

HOST = "www.minato.example"
PUBLIC = "203.0.114.7"

Say = Callable[[ssl.SSLSocket], None]


@dataclass
class TlsServer:
    """`say` is what it does with a connection once a request has come; `requests` are the heads of those."""

    port: int
    tls: ssl.SSLContext
    say: Say = lambda connection: None
    requests: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=lambda: ["127.0.0.1"])

    def net(self) -> Net:
        """Return an outside in which names lead here, and loopback is as good as public."""
        return Net(
            self._resolve, lambda one: one == LOOPBACK or is_public(one), lambda: self.tls, SystemClock(), self.port
        )

    def answers(
        self, body: bytes, *, head: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK"
    ) -> None:
        """Answer every request with this page."""
        self.say = lambda connection: connection.sendall(
            f"HTTP/1.1 {status}\r\n{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        )

    def _resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        return self.addresses


LOOPBACK: Address = ipaddress.ip_address("127.0.0.1")


@contextmanager
def running(folder: Path, *, host: str = HOST) -> Iterator[TlsServer]:
    """Give a server whose certificate is for `host`."""
    authority = make_certificates(folder, host=host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    with _listener() as listener:
        server = TlsServer(listener.getsockname()[1], ssl.create_default_context(cafile=str(authority)))
        thread = threading.Thread(target=_serve, args=(listener, context, server), daemon=True)
        thread.start()
        yield server
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _listener() -> socket.socket:
    """Listen on a free port below those the system gives away by itself."""
    for port in range(26_000, 27_000):
        with suppress(OSError):
            return socket.create_server(("127.0.0.1", port))
    raise AssertionError("no free port")


def make_certificates(folder: Path, *, host: str) -> Path:
    """Write server.pem and server.key for `host`, and return the file of the authority that vouches for them."""
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of the tests")])
    since, until = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 1, 1, tzinfo=UTC)

    def certificate(name: x509.Name, public: ec.EllipticCurvePublicKey, extension: x509.ExtensionType) -> bytes:
        made = (
            x509.CertificateBuilder(subject_name=name, issuer_name=authority_name, public_key=public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(since)
            .not_valid_after(until)
            .add_extension(extension, critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .sign(authority_key, hashes.SHA256())
        )
        return made.public_bytes(serialization.Encoding.PEM)

    authority = folder / "authority.pem"
    authority.write_bytes(
        certificate(authority_name, authority_key.public_key(), x509.BasicConstraints(ca=True, path_length=0))
    )
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    (folder / "server.pem").write_bytes(
        certificate(name, key.public_key(), x509.SubjectAlternativeName([x509.DNSName(host)]))
    )
    (folder / "server.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return authority


def _serve(listener: socket.socket, context: ssl.SSLContext, server: TlsServer) -> None:
    while True:
        try:
            raw, _ = listener.accept()
        except OSError:
            return
        with suppress(OSError), context.wrap_socket(raw, server_side=True) as connection:
            head = b""
            while b"\r\n\r\n" not in head and (part := connection.recv(4096)):
                head += part
            server.requests.append(head.decode("latin-1"))
            server.say(connection)
