"""One page of a trusted host and nothing else, whatever its server, its name server or the address try."""

from __future__ import annotations

import gzip
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.fetch import INTERNET, Fetched, FetchError, fetch, is_allowed, is_public
from tests import tls_server
from tests.tls_server import HOST, TlsServer

PAGE = f"https://{HOST}/cases?lang=ja#top"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    with tls_server.running(tmp_path) as running:
        yield running


def refused(server: TlsServer, url: str = PAGE, *, total_s: float = 5.0, max_bytes: int = 100_000) -> str:
    with pytest.raises(FetchError) as error:
        fetch(url, hosts=["minato.example"], net=server.net(), total_s=total_s, max_bytes=max_bytes)
    return error.value.code


def test_a_page_comes_with_its_type_and_charset_and_is_told_nothing_but_its_address(server: TlsServer) -> None:
    server.answers("料金".encode("cp932"), head="Content-Type: Text/HTML; charset=Shift_JIS\r\nSet-Cookie: a=b")

    page = fetch(PAGE, hosts=["minato.example"], net=server.net())
    fetch(PAGE, hosts=[HOST], net=server.net())

    assert page == Fetched("料金".encode("cp932"), "text/html", "shift_jis")
    lines = server.requests[1].split("\r\n")
    assert lines[0] == "GET /cases?lang=ja HTTP/1.1"
    assert {line.partition(":")[0] for line in lines[1:] if line} == {
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
        "Connection",
    }
    assert f"Host: {HOST}" in lines


@pytest.mark.parametrize(
    "url",
    [
        "http://www.minato.example/",
        "ftp://www.minato.example/",
        "file:///etc/passwd",
        "//www.minato.example/",
        "https://user:secret@www.minato.example/",
        "https://www.minato.example@evil.example/",
        "https://www.minato.example\\@evil.example/",
        "https://www.minato.example:8443/",
        "https://www.minato.example:x/",
        "https://www.minato.example./",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.0.0.1/",
        "https://[::1]/",
        "https://[::1/",
        "https://localhost/",
        "https://ｗｗｗ.minato.example/",
        "https://www.minato。example/",
        "https://www.\u212aobe.料金.example/",
        "https://www.straße.example/",
        "https://www.minato.example%2eevil.example/",
        "https://www.minato.example/\r\nHost: evil.example",
        "https://www.minato.example\t.evil.example/",
        "https:///",
        "",
    ],
)
def test_an_address_that_could_mean_something_else_is_refused_before_anything_is_looked_up(
    server: TlsServer, url: str
) -> None:
    assert refused(server, url) == "fetch_url_invalid"
    assert server.looked_up == []


def test_only_hosts_on_the_list_and_below_them_are_asked(server: TlsServer) -> None:
    for host in ("evil.example", "evilminato.example", "minato.example.evil.example", "www.mınato.example"):
        assert refused(server, f"https://{host}/") == "fetch_host_not_allowed"
    assert server.looked_up == []
    assert is_allowed("www.minato.example", ["minato.example"])
    assert is_allowed("minato.example", ["Minato.Example."])
    assert not is_allowed("minato.example", ["www.minato.example", "", "."])


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "240.0.0.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%1",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
    ],
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public(ipaddress.ip_address("8.8.8.8"))
    assert is_public(ipaddress.ip_address("2606:4700::1111"))


def test_one_private_address_among_public_ones_is_enough_to_refuse(server: TlsServer) -> None:
    server.addresses = ["127.0.0.1", "10.0.0.8"]
    assert refused(server) == "fetch_address_not_public"
    server.addresses = []
    assert refused(server) == "fetch_host_unknown"
    assert server.requests == []


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind(server: TlsServer) -> None:
    server.answers(b"<p>here</p>")
    answers = iter([["127.0.0.1"], ["10.0.0.8"]])
    net = server.net()
    rebinding = type(net)(lambda host, port: next(answers), net.is_public, net.tls, net.clock, net.port)

    assert fetch(PAGE, hosts=[HOST], net=rebinding).body == b"<p>here</p>"
    assert next(answers) == ["10.0.0.8"]


def test_a_name_server_that_does_not_answer_is_left(server: TlsServer) -> None:
    net, never = server.net(), threading.Event()

    def hang(host: str, port: int) -> list[str]:
        never.wait(10)
        return []

    with pytest.raises(FetchError) as error:
        fetch(PAGE, hosts=[HOST], net=type(net)(hang, net.is_public, net.tls, net.clock, net.port), total_s=0.2)
    never.set()
    assert error.value.code == "fetch_too_slow"


def test_a_japanese_host_is_asked_under_the_name_the_network_has_for_it(server: TlsServer) -> None:
    for url in ("https://料金.example/料", "https://XN--QEV579G.example/料"):
        with pytest.raises(FetchError) as error:
            fetch(url, hosts=["料金.example"], net=server.net())
        assert error.value.code == "fetch_certificate"
    assert server.looked_up == ["xn--qev579g.example"] * 2
    assert is_allowed("www.xn--qev579g.example", ["料金.example"])


def test_an_entry_of_the_list_that_is_no_host_name_is_named(server: TlsServer) -> None:
    with pytest.raises(FetchError) as error:
        fetch(PAGE, hosts=["https://www.minato.example", "other.example"], net=server.net())
    assert "https://www.minato.example is no host name" in error.value.detail
    assert "; other.example" not in error.value.detail


def test_a_redirect_to_nowhere_is_told_as_it_is_written(server: TlsServer) -> None:
    server.answers(b"", head="Location: http://[x", status="302 Found")
    assert refused(server) == "fetch_redirected"


def test_a_redirect_is_not_followed_and_says_where_it_leads(server: TlsServer) -> None:
    server.answers(b"", head="Location: https://169.254.169.254/latest", status="302 Found")
    with pytest.raises(FetchError) as error:
        fetch(PAGE, hosts=[HOST], net=server.net())
    assert error.value.code == "fetch_redirected"
    assert "https://169.254.169.254/latest" in error.value.detail
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("head", "status", "code"),
    [
        ("Content-Type: text/html", "404 Not Found", "fetch_status"),
        ("Content-Type: text/html", "206 Partial Content", "fetch_status"),
        ("Content-Type: application/octet-stream", "200 OK", "fetch_content_type"),
        ("Content-Type: image/svg+xml", "200 OK", "fetch_content_type"),
        ("X-No: type", "200 OK", "fetch_content_type"),
    ],
)
def test_what_is_no_page_is_refused(server: TlsServer, head: str, status: str, code: str) -> None:
    server.answers(b"...", head=head, status=status)
    assert refused(server) == code


def test_a_compressed_page_is_not_unpacked(server: TlsServer) -> None:
    bomb = gzip.compress(bytes(5_000_000))
    server.answers(bomb, head="Content-Type: text/html\r\nContent-Encoding: gzip")
    assert refused(server) == "fetch_content_encoding"


def test_a_body_without_end_is_left_at_the_limit(server: TlsServer) -> None:
    sent = 0

    def endless(connection: ssl.SSLSocket) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while sent < 50_000_000:
            connection.sendall(bytes(10_000))
            sent += 10_000

    server.say = endless
    assert refused(server) == "fetch_too_large"
    assert sent < 50_000_000


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_a_server_that_drips_is_left_in_time(server: TlsServer, head: bytes) -> None:
    closed = threading.Event()

    def drip(connection: ssl.SSLSocket) -> None:
        connection.sendall(head)
        while not closed.wait(0.05):
            connection.sendall(b"H")

    server.say = drip
    assert refused(server, total_s=0.5) == "fetch_too_slow"
    closed.set()


def test_a_page_that_is_cut_off_is_no_page(server: TlsServer) -> None:
    server.say = lambda connection: connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhalf"
    )
    assert refused(server) == "fetch_failed"


def test_a_certificate_must_be_for_the_name_and_from_an_authority_we_trust(server: TlsServer, tmp_path: Path) -> None:
    server.answers(b"<p>here</p>")
    assert refused(server, "https://shop.minato.example/") == "fetch_certificate"
    server.tls = INTERNET.tls()
    assert refused(server) == "fetch_certificate"
    assert server.requests == []
