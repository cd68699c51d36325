"""Whatever goes wrong, one renderer says it: JSON for programs, a page for people, never a traceback."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.security import Vault
from app.web.body_limit import BodyLimit
from app.web.errors import show
from app.web.prompt_http import PromptHttpProtocol
from tests.http.desk import Desk, served


class Note(BaseModel):
    text: str
    lang: str = "ja"


@pytest.fixture
def client(database: Database, vault: Vault, clock: FixedClock) -> TestClient:
    desk = Desk(database, vault, clock, max_body_bytes=1024)

    @desk.app.post("/v1/note")
    async def note(note: Note) -> dict[str, int]:
        return {"length": len(note.text)}

    @desk.app.get("/v1/busy")
    async def busy() -> None:
        raise Unavailable("database_busy", kept=True, retry_after=2)

    @desk.app.get("/v1/{wrong}/{token}")
    async def with_token(wrong: str, token: str) -> None:
        raise RuntimeError(token) if wrong == "crash" else Unavailable("database_busy")

    @desk.app.get("/v1/broken")
    @desk.app.get("/broken")
    async def broken() -> None:
        raise OperationalError("SELECT secret", {}, Exception("disk I/O error"))

    return desk.client


def told(answer: Any) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/json"
    body: dict[str, Any] = answer.json()["error"]
    assert body.keys() == {"code", "message", "kept", "retry_after"}
    return body


def test_broken_json_is_a_400_with_its_own_code(client: TestClient) -> None:
    answer = client.post("/v1/note", content=b'{"text": ', headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert told(answer)["code"] == "json_invalid"


def test_bytes_that_are_no_text_are_a_400(client: TestClient) -> None:
    answer = client.post("/v1/note", content=b'{"text": "\xff"}', headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert told(answer)["code"] == "request_unreadable"


def test_deeply_nested_json_is_a_400(client: TestClient) -> None:
    answer = client.post("/v1/note", content=b"[" * 1000, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert told(answer)["code"] in ("json_invalid", "request_unreadable")


def test_a_missing_field_is_named_in_the_language_of_the_call(client: TestClient) -> None:
    answer = client.post("/v1/note", json={"lang": "ja"})
    assert answer.status_code == 422
    assert told(answer)["message"] == "次の項目を確認してください：text"
    assert told(client.post("/v1/note", json={}))["message"] == "Please check these fields: text"


def test_what_was_kept_and_when_to_come_back_is_said(client: TestClient) -> None:
    answer = client.get("/v1/busy?lang=ja")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "2"
    body = told(answer)
    assert (body["kept"], body["retry_after"]) == (True, 2)
    assert body["message"].startswith("ただいま混み合っています。")


@pytest.mark.parametrize("path", ["/v1/broken", "/broken"])
def test_a_crash_shows_nothing_of_the_inside(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 500
    for inside in ("Traceback", "SELECT", "disk", "OperationalError"):
        assert inside not in answer.text
    assert "went wrong" in answer.text


@pytest.mark.parametrize("wrong", ["crash", "busy"])
def test_a_log_line_has_the_pattern_of_an_address_and_not_the_token_in_it(client: TestClient, wrong: str) -> None:
    with capture_logs() as logs:
        client.get(f"/v1/{wrong}/sln_secret")
    assert [entry["route"] for entry in logs] == ["/v1/{wrong}/{token}"]
    assert "sln_secret" not in str(logs)


def test_an_unknown_address_is_a_page_for_people_and_json_for_programs(client: TestClient) -> None:
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "<h1>Page not found</h1>" in page.text
    assert 'href="/console"' in page.text
    assert told(client.get("/nowhere", headers={"Accept": "*/*"}))["code"] == "not_found"
    assert told(client.get("/v1/nowhere"))["code"] == "not_found"
    assert client.get("/console/leads/not-an-id").status_code in (303, 404)


def test_a_wrong_method_says_which_is_right(client: TestClient) -> None:
    answer = client.get("/v1/note")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"
    assert told(answer)["code"] == "method_not_allowed"


def test_a_body_over_the_cap_is_refused_by_its_declared_length(client: TestClient) -> None:
    answer = client.post("/v1/note", json={"text": "x" * 1024})
    assert answer.status_code == 413
    assert told(answer)["code"] == "body_too_large"


def test_a_body_over_the_cap_is_refused_by_its_counted_bytes(client: TestClient) -> None:
    def chunks() -> Any:
        for _ in range(3):
            yield b"x" * 500

    answer = client.post("/v1/note", content=chunks(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert told(answer)["code"] == "body_too_large"


def test_a_body_under_the_cap_arrives_whole(client: TestClient) -> None:
    def chunks() -> Any:
        yield b'{"text": "'
        yield b"x" * 900
        yield b'"}'

    answer = client.post("/v1/note", content=chunks(), headers={"Content-Type": "application/json"})
    assert answer.json() == {"length": 900}


@pytest.mark.anyio
async def test_a_body_that_never_ends_is_cut_off(database: Database, vault: Vault, clock: FixedClock) -> None:
    desk = Desk(database, vault, clock)
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError("the app must not see it")

    async def receive() -> Any:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/note",
        "query_string": b"",
        "headers": [(b"transfer-encoding", b"chunked")],
        "app": desk.app,
        "state": {},
    }
    await BodyLimit(app, max_bytes=1024, render=show, arrival_s=0.1)(scope, receive, send)
    assert sent[0]["status"] == 408
    assert json.loads(sent[1]["body"])["error"]["code"] == "body_too_slow"


@pytest.mark.anyio
async def test_a_connection_that_does_not_finish_its_headers_is_closed() -> None:
    class Impatient(PromptHttpProtocol):
        arrival_s = 0.3

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    with served(app, http=Impatient) as origin:
        port = int(origin.rsplit(":", 1)[1])
        silent, half, good = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
        half[1].write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Le")
        good[1].write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        async with asyncio.timeout(5):
            assert (await good[0].readline()).startswith(b"HTTP/1.1 204")
            assert await silent[0].read() == b""
            assert await half[0].read() == b""
        for _, writer in (silent, half, good):
            writer.close()
