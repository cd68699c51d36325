"""Signing in, out, and by a one-time link."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from app.accounts import people, sessions
from app.accounts.hashing import AT_ONCE, MOST_WAITING, Hashing
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from tests.http.desk import Desk, post
from tests.http.sample import PASSWORD


@pytest.fixture
def desk(database: Database, vault: Vault, clock: FixedClock) -> Desk:
    return Desk(database, vault, clock)


def test_a_signed_out_person_is_sent_to_the_door_and_back_to_where_they_wanted(desk: Desk) -> None:
    lead = desk.seeded.leads["田中"]
    away = desk.client.get(f"/console/leads/{lead}")
    assert away.status_code == 303
    assert away.headers["location"] == f"/login?next=/console/leads/{lead}"
    back = post(
        desk.client,
        "/login",
        page=away.headers["location"],
        email="aoi@hibiki.example",
        password=PASSWORD,
        next=f"/console/leads/{lead}",
    )
    assert back.headers["location"] == f"/console/leads/{lead}"
    assert desk.client.get(back.headers["location"]).status_code == 200


def test_a_wrong_password_an_unknown_address_and_one_without_password_get_one_answer(
    desk: Desk, database: Database, vault: Vault, clock: FixedClock
) -> None:
    database.write(
        lambda s: people.create(
            s, vault, name="新人", role="rep", lang="ja", now=clock.now(), email="new@hibiki.example"
        )
    )
    answers = [
        post(desk.client, "/login", page="/login", email=email, password="not the right one")
        for email in ("aoi@hibiki.example", "nobody@hibiki.example", "new@hibiki.example")
    ]
    assert {answer.status_code for answer in answers} == {401}
    for answer in answers:
        assert "The e-mail address or password is wrong." in answer.text
        assert "sokuo=" not in answer.headers.get("set-cookie", "")


def test_the_redirect_after_sign_in_stays_on_our_site(desk: Desk) -> None:
    for wish in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb"):
        answer = post(desk.browser(), "/login", page="/login", email="aoi@hibiki.example", password=PASSWORD, next=wish)
        assert answer.headers["location"] == "/console"


def test_the_cookie_is_pinned_to_the_host_on_https_and_plain_on_loopback(desk: Desk) -> None:
    secure = desk.browser("https://127.0.0.1:8000")
    cookie = post(secure, "/login", page="/login", email="aoi@hibiki.example", password=PASSWORD).headers["set-cookie"]
    assert cookie.startswith("__Host-sokuo=sps_")
    for part in ("HttpOnly", "Secure", "Path=/", "SameSite=lax"):
        assert part in cookie
    assert "Domain" not in cookie
    plain = post(desk.client, "/login", page="/login", email="aoi@hibiki.example", password=PASSWORD)
    assert plain.headers["set-cookie"].startswith("sokuo=sps_")


@pytest.mark.parametrize(
    ("origin", "peer"), [("http://sokuo.example", "127.0.0.1"), ("http://localhost:8000", "192.0.2.7")]
)
def test_nobody_signs_in_over_plain_http_from_elsewhere(
    database: Database, vault: Vault, clock: FixedClock, origin: str, peer: str
) -> None:
    desk = Desk(database, vault, clock, public_url=origin)
    browser = desk.browser(origin, peer=peer)
    answer = post(browser, "/login", page="/login", email="aoi@hibiki.example", password=PASSWORD)
    assert answer.status_code == 403
    assert "needs a secure connection" in answer.text


def test_the_eleventh_try_has_to_wait(desk: Desk) -> None:
    answers = [
        post(desk.client, "/login", page="/login", email="aoi@hibiki.example", password="a wrong password")
        for _ in range(11)
    ]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert "Too many tries" in answers[-1].text


@contextmanager
def crowded(hashing: Hashing) -> Iterator[None]:
    """Keep every place at the hashing taken."""
    full, leave = Event(), Event()

    async def fill() -> None:
        crowd = [asyncio.create_task(hashing.run(lambda: leave.wait(20))) for _ in range(AT_ONCE + MOST_WAITING)]
        await asyncio.sleep(0)
        full.set()
        await asyncio.gather(*crowd)

    thread = Thread(target=asyncio.run, args=(fill(),))
    thread.start()
    full.wait(20)
    try:
        yield
    finally:
        leave.set()
        thread.join()


def test_a_crowd_at_the_door_is_told_to_come_back(desk: Desk, database: Database, clock: FixedClock) -> None:
    link = database.write(lambda s: sessions.make_link(s, desk.seeded.manager, now=clock.now()))
    new = {"password": "a long new password", "again": "a long new password"}
    with crowded(desk.services.hashing):
        for path, fields in (
            ("/login", {"email": "aoi@hibiki.example", "password": PASSWORD}),
            (f"/login/link/{link}", new),
        ):
            answer = post(desk.client, path, page=path, **fields)
            assert (answer.status_code, int(answer.headers["retry-after"])) == (503, 5)
            assert "Many people are signing in" in answer.text
    assert post(desk.client, f"/login/link/{link}", page=f"/login/link/{link}", **new).status_code == 303


def test_signing_out_ends_the_session_on_the_server(desk: Desk) -> None:
    client = desk.sign_in()
    token = client.cookies["sokuo"]
    assert post(client, "/logout").status_code == 303
    client.cookies.set("sokuo", token, domain="127.0.0.1")
    assert client.get("/console").status_code == 303


def test_a_link_shows_a_form_and_works_once(desk: Desk, database: Database, clock: FixedClock) -> None:
    link = database.write(lambda s: sessions.make_link(s, desk.seeded.manager, now=clock.now()))
    path = f"/login/link/{link}"
    assert "中村 恵" in desk.client.get(path).text
    assert desk.client.get(path).status_code == 200  # a mail scanner looked before
    short = post(desk.client, path, page=path, password="short", again="short")
    assert short.status_code == 422
    differs = post(desk.client, path, page=path, password="a long new password", again="another one")
    assert "not the same" in differs.text
    done = post(desk.client, path, page=path, password="a long new password", again="a long new password")
    assert done.headers["location"] == "/console"
    assert desk.client.get("/console").status_code == 200
    late = desk.browser().get(path)
    assert late.status_code == 401
    assert "older than one hour" in late.text
    other = desk.browser()
    assert (
        post(other, "/login", page="/login", email="megumi@hibiki.example", password="a long new password").status_code
        == 303
    )


def test_everybody_works_in_the_language_they_chose(desk: Desk) -> None:
    client = desk.sign_in()
    assert '<html lang="ja">' in client.get("/console").text
    assert post(client, "/console/lang", lang="en", back="/console?show=team").headers["location"] == (
        "/console?show=team"
    )
    assert '<html lang="en">' in client.get("/console").text
    assert post(client, "/console/lang", lang="fr").status_code == 422


def test_the_door_speaks_the_language_of_the_browser(desk: Desk) -> None:
    assert "Sign in" in desk.client.get("/login").text
    japanese = desk.client.get("/login", headers={"Accept-Language": "fr, ja;q=0.8, en;q=0.5"}).text
    assert "サインイン" in japanese
    assert '<html lang="ja">' in japanese
