"""What holds for every address of the console: who may come in, from where, with which headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.models import Assignment, Call, Message
from app.web import console, console_actions, live, login
from tests.http.desk import Desk, post


@pytest.fixture
def desk(database: Database, vault: Vault, clock: FixedClock) -> Desk:
    return Desk(database, vault, clock)


def routes(method: str) -> Iterator[str]:
    for router in (login.guarded, console.router, console_actions.router, live.router):
        for route in router.routes:
            if isinstance(route, APIRoute) and method in route.methods:
                yield route.path


def filled(path: str, desk: Desk, *, lead: str = "田中") -> str:
    known: dict[str, Any] = {
        "lead_id": desk.seeded.leads[lead],
        "message_id": desk.services.database.read(
            lambda s: s.query(Message.id).filter_by(conversation_id=desk.seeded.conversations[lead]).first()[0]
        ),
        "piece": "head",
        "token": "sln_x",
    }
    return re.sub(r"{(\w+)}", lambda found: str(known[found[1]]), path)


def test_every_action_refuses_a_form_without_token_or_from_elsewhere(desk: Desk) -> None:
    client = desk.sign_in()
    paths = [filled(path, desk) for path in routes("POST")]
    assert len(paths) >= 8
    for path in paths:
        bare = client.post(path, data={"email": "x", "password": "x", "lang": "en"})
        assert (bare.status_code, "form_expired" in bare.text) == (403, True), path
        foreign = client.post(path, headers={"Origin": "https://evil.example"})
        assert (foreign.status_code, "origin_refused" in foreign.text) == (403, True), path
        silent = client.post(path, headers={"Origin": ""})
        assert silent.status_code == 403, path
    written = desk.services.database.read(
        lambda s: (s.query(Call).count(), s.query(Assignment).filter_by(kind="taken").count())
    )
    assert written == (0, 0)


def test_nobody_sees_anything_without_a_session(desk: Desk) -> None:
    for path in routes("GET"):
        answer = desk.client.get(filled(path, desk))
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/login")


def test_a_rep_of_another_team_finds_no_lead_of_ours(desk: Desk) -> None:
    client = desk.sign_in("emma@hibiki.example")
    seen = client.get("/console?show=all").text
    assert "北斗精機" not in seen
    for path in routes("GET"):
        if "{" in path:
            assert client.get(filled(path, desk)).status_code == 404, path
    assert client.get(f"/console/live?conversation={desk.seeded.conversations['田中']}").status_code == 404
    for action in ("claim", "take-over", "messages", "calls"):
        refused = post(
            client,
            f"/console/leads/{desk.seeded.leads['田中']}/{action}",
            client_id="0123456789",
            text="x",
            result="connected",
        )
        assert refused.status_code == 404, action


def test_getting_an_action_changes_nothing(desk: Desk) -> None:
    client = desk.sign_in()
    lead = desk.seeded.leads["田中"]
    for action in ("claim", "take-over", "messages", "calls"):
        assert client.get(f"/console/leads/{lead}/{action}").status_code in (404, 405)


def test_every_page_carries_the_headers_that_protect_it(desk: Desk) -> None:
    client = desk.sign_in()
    pages = [
        client.get(path) for path in ("/login", "/console", "/nowhere", f"/console/leads/{desk.seeded.leads['田中']}")
    ]
    nonces = set()
    for page in pages:
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "unsafe" not in policy
        nonces.update(re.findall(r"'nonce-([\w-]+)'", policy))
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["cross-origin-opener-policy"] == "same-origin"
        assert page.headers["referrer-policy"] == "same-origin"
        assert page.headers["cache-control"] == "no-store"
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", page.text)
    assert len(nonces) == len(pages)


def test_what_a_prospect_wrote_is_text_on_every_page(desk: Desk) -> None:
    client = desk.sign_in()
    conversation = desk.seeded.conversations["田中"]
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"
    first = {"conversation_id": conversation, "seq": 1}
    desk.services.database.write(lambda s: s.query(Message).filter_by(**first).update({"text": attack}))
    for path in ("/console", f"/console/leads/{desk.seeded.leads['田中']}"):
        page = client.get(path).text
        assert "&lt;script&gt;alert(1)" in page
        assert "<img src=x" not in page
        assert "49" not in re.findall(r"onerror=alert\(1\)&gt;(.{0,20})", page)[0]
