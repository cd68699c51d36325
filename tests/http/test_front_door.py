"""Who asks, over what and for which host: headers that anybody can write are believed from our own proxies alone."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import Request
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.web import health
from app.web.addresses import caller
from tests.http.desk import Desk, post
from tests.http.sample import PASSWORD

PROXY = "10.0.0.2"
AOI = {"email": "aoi@hibiki.example", "password": PASSWORD}


class Doors:
    def __init__(self, database: Database, vault: Vault, clock: FixedClock) -> None:
        self._parts = (database, vault, clock)

    def desk(self, **settings: Any) -> Desk:
        made = Desk(*self._parts, **settings)
        made.app.include_router(health.router)

        @made.app.get("/caller")
        async def tell(request: Request) -> list[str]:
            return [caller(request), request.url.scheme]

        return made


@pytest.fixture
def doors(database: Database, vault: Vault, clock: FixedClock) -> Doors:
    return Doors(database, vault, clock)


def refused(client: TestClient, code: str, *, status: int) -> bool:
    answer = client.get("/login", headers={"Accept": "application/json"})
    return answer.status_code == status and answer.json()["error"]["code"] == code


def test_without_a_public_address_only_this_machine_and_the_configured_host_are_ours(doors: Doors) -> None:
    desk = doors.desk(host="192.0.2.10")
    for host in ("localhost", "127.0.0.1:8000", "[::1]:8000", "demo.localhost", "192.0.2.10:8000"):
        assert desk.browser(f"http://{host}").get("/login").status_code == 200, host
    for host in ("evil.example", "localhost.evil.example", "192.0.2.11", "sokuo.example"):
        assert refused(desk.browser(f"http://{host}"), "host_unknown", status=421), host
        assert desk.browser(f"http://{host}").get("/readyz").status_code == 200, "probes ask by any address"


def test_with_a_public_address_only_its_host_and_its_origin_are_ours(doors: Doors) -> None:
    desk = doors.desk(public_url="https://sokuo.example")
    assert refused(desk.browser("http://localhost"), "host_unknown", status=421)
    behind_tls = desk.browser("http://sokuo.example")
    assert post(behind_tls, "/login", page="/login", **AOI).status_code == 403
    behind_tls.headers["Origin"] = "https://sokuo.example"
    page = behind_tls.get("/login")
    assert page.headers["strict-transport-security"] == "max-age=31536000"
    assert "__Host-sokuo-form" in page.headers["set-cookie"]


def test_plain_http_on_this_machine_gets_no_hsts(doors: Doors) -> None:
    assert "strict-transport-security" not in doors.desk().client.get("/login").headers


@pytest.mark.parametrize(
    ("peer", "told", "expected"),
    [
        ("198.51.100.7", "203.0.113.5", "198.51.100.7"),
        (PROXY, "203.0.113.5", "203.0.113.5"),
        (PROXY, "127.0.0.1, 203.0.113.5", "203.0.113.5"),
        (PROXY, "203.0.113.5, 10.1.2.3", "203.0.113.5"),
        (PROXY, "203.0.113.5:4711", "203.0.113.5"),
        (PROXY, "nonsense", PROXY),
        (PROXY, None, PROXY),
        (PROXY, "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        (PROXY, "[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"),
        (f"::ffff:{PROXY}", "::ffff:203.0.113.5", "203.0.113.5"),
    ],
)
def test_the_right_most_address_that_is_no_proxy_of_ours_asks(
    doors: Doors, peer: str, told: str | None, expected: str
) -> None:
    browser = doors.desk(trusted_proxies=("10.0.0.0/8",)).browser(peer=peer)
    headers = {"X-Forwarded-For": told, "X-Forwarded-Proto": "https"} if told else {}
    scheme = "https" if told and peer.endswith(PROXY) else "http"
    assert browser.get("/caller", headers=headers).json() == [expected, scheme]


def test_a_proxy_that_is_not_named_is_logged_once(doors: Doors) -> None:
    browser = doors.desk().browser(peer=PROXY)
    with capture_logs() as logs:
        for _ in range(3):
            browser.get("/caller", headers={"X-Forwarded-For": "203.0.113.5"})
    assert [entry["event"] for entry in logs] == ["proxy_untrusted"]


def test_a_proxy_that_speaks_plain_http_with_the_browser_carries_no_password(doors: Doors) -> None:
    desk = doors.desk(trusted_proxies=(PROXY,), public_url="https://sokuo.example")
    browser = desk.browser("https://sokuo.example", peer=PROXY)
    browser.headers |= {"X-Forwarded-For": "203.0.113.5", "X-Forwarded-Proto": "http"}
    answer = post(browser, "/login", page="/login", **AOI)
    assert (answer.status_code, "secure connection" in answer.text) == (403, True)
    browser.headers["X-Forwarded-Proto"] = "https"
    assert post(browser, "/login", page="/login", **AOI).status_code == 303


def test_a_proxy_on_this_machine_does_not_make_its_callers_local(doors: Doors) -> None:
    browser = doors.desk(trusted_proxies=("127.0.0.1",)).browser("http://localhost:8000")
    browser.headers["X-Forwarded-For"] = "203.0.113.5"
    assert post(browser, "/login", page="/login", **AOI).status_code == 403
