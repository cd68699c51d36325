"""A widget without a browser: real sockets to the real app, every event checked against the schema."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import shutil
import socket
import ssl
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import httpx2
import pytest
import uvicorn
from jsonschema import Draft202012Validator, FormatChecker
from sqlalchemy import select

import app.web
from app.core.clock import FixedClock
from app.demo.run import demo_settings
from app.demo.seed import SITE_KEY
from app.flows.first_run import add_site
from app.llm.fake import FakeModelServer
from app.main import Parts, build, create_app
from app.models import Person, Site, Team
from app.web.prompt_http import PromptHttpProtocol
from tests.conftest import TUESDAY_10_JST
from tests.prepared import prepared_folder

SCHEMA = json.loads((Path(app.web.__file__).parent / "live.schema.json").read_text("utf-8"))
EVENT = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
ORIGIN = "https://www.minamo.example"
OTHER_ORIGIN = "https://www.other.example"
OTHER_SITE = "pk_other"
PAGE = {"path": "/pricing", "title": "料金"}
ports = itertools.count(23_000 + os.getpid() % 800 * 10)
TRUSTED = ssl.create_default_context()  # reading the certificates takes longer than most tests
client_ids = (f"client-{n:08}" for n in itertools.count())


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event; a message's id is its replay key."""

    event: str
    data: dict[str, Any]
    id: int | None = None


class Widget:
    """One visitor: opens a session by itself before the first call that needs one."""

    def __init__(self, base: str, *, lang: str = "ja", site: str = SITE_KEY, origin: str = ORIGIN) -> None:
        headers = {"Origin": origin, "Accept-Language": lang}
        self.http = httpx2.Client(base_url=f"{base}/v1/widget", headers=headers, timeout=20, verify=TRUSTED)
        self.lang, self.site = lang, site

    def open(self, **more: Any) -> dict[str, Any]:
        """Open the panel for the first time."""
        answer = self.post("sessions", site=self.site, lang=self.lang, page=PAGE, **more)
        assert answer.status_code == 201, answer.text
        session: dict[str, Any] = answer.json()
        self.token = session["token"]
        return session

    @property
    def token(self) -> str:
        return self.http.headers.get("Authorization", "").removeprefix("Bearer ")

    @token.setter
    def token(self, token: str) -> None:
        self.http.headers["Authorization"] = f"Bearer {token}"

    def post(self, call: str, *, headers: dict[str, str] | None = None, **body: Any) -> httpx2.Response:
        return self.http.post(f"/{call}", json=body, headers=headers)

    def write(self, text: str, *, client_id: str | None = None) -> httpx2.Response:
        """Send a message for the short answer."""
        if not self.token:
            self.open()
        return self.post("messages", client_id=client_id or next(client_ids), text=text)

    def ask(self, text: str, *, client_id: str | None = None) -> list[Event]:
        """Send a message and return the stream of its turn."""
        if not self.token:
            self.open()
        body = {"client_id": client_id or next(client_ids), "text": text}
        headers = {"Accept": "text/event-stream"}
        with self.http.stream("POST", "/messages", json=body, headers=headers) as answer:
            assert answer.status_code == 202, answer.read()
            return list(events(answer))

    @contextmanager
    def stream(self, after: int = 0) -> Iterator[Iterator[Event]]:
        """Follow the conversation."""
        with self.http.stream("GET", "/stream", headers={"Last-Event-ID": str(after)}) as answer:
            assert answer.status_code == 200, answer.read()
            yield events(answer)

    def conversation(self) -> dict[str, Any]:
        answer = self.http.get("/conversation")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        for message in found["messages"]:
            check(Event("message", message, message["changed_seq"]))
        return found


def events(answer: httpx2.Response) -> Iterator[Event]:
    """Yield the events of a stream, each valid by the schema."""
    fields: dict[str, str] = {}
    for line in answer.iter_lines():
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
        elif "data" in fields:
            seq = int(fields["id"]) if "id" in fields else None
            yield check(Event(fields["event"], json.loads(fields["data"]), seq))
            fields = {}


def check(event: Event) -> Event:
    """Return the event if it is one the protocol knows."""
    EVENT.validate({"event": event.event, "id": event.id, "data": event.data})
    if event.event.startswith("message") and event.id is not None:
        assert event.id == event.data["changed_seq"]
    return event


def until(stream: Iterator[Event], name: str, **data: Any) -> list[Event]:
    """Read on until an event of this name with these values, and return all that was read; at most for two pings."""
    read: list[Event] = []
    for event in stream:
        read.append(event)
        if [one.event for one in read].count("ping") > 1:
            break
        if event.event == name and data.items() <= event.data.items():
            return read
    raise AssertionError(f"the stream came without {name} {data}: {read}")


def shown(read: Sequence[Event]) -> dict[str, dict[str, Any]]:
    """Return the messages as a widget shows them: replaced by id, extended by deltas."""
    messages: dict[str, dict[str, Any]] = {}
    expected: dict[str, int] = {}
    for one in read:
        if one.event in ("message", "message.replaced"):
            messages[one.data["id"]], expected[one.data["id"]] = dict(one.data), 0
        elif one.event == "message.delta" and (key := one.data["id"]) in messages:
            assert one.data["index"] == expected[key]
            messages[key]["text"] += one.data["text"]
            expected[key] += 1
    return messages


def told(answer: httpx2.Response, *, status: int, code: str) -> dict[str, Any]:
    """Return the error of an answer that is one of ours."""
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), answer.text
    error: dict[str, Any] = answer.json()["error"]
    assert error.keys() == {"code", "message", "kept", "retry_after"}
    assert error["message"]
    return error


def office_in(folder: Path, prepared: Path, **settings: Any) -> Parts:
    """Build the program over a copy of the prepared folder, with an allowed origin and a second site."""
    shutil.copytree(prepared, folder)
    parts = build(demo_settings(data_dir=folder, **{"pace": "off", **settings}), FixedClock(TUESDAY_10_JST))

    def sites(session: Any) -> None:
        session.scalars(select(Site)).one().origins = [ORIGIN]
        team, now = session.scalars(select(Team)).one(), parts.clock.now()
        more = {"name": "Other", "company": {}, "lang": "ja", "origins": [OTHER_ORIGIN]}
        add_site(session, team, key=OTHER_SITE, now=now, **more)

    parts.database.write(sites)
    return parts


@contextmanager
def serving(parts: Parts) -> Iterator[str]:
    """Serve the program on loopback, jobs included; yield its address."""
    listening = listen()
    config = uvicorn.Config(
        create_app(parts), http=PromptHttpProtocol, log_level="error", timeout_graceful_shutdown=2, server_header=False
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        parts.bus.close()
        server.should_exit = True
        thread.join()


@contextmanager
def model_serving(server: FakeModelServer) -> Iterator[str]:
    """Run the fake model on a loop of its own; yield its base URL."""
    up: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def run() -> None:
        async with server:
            end = asyncio.Event()
            up.set_result((asyncio.get_running_loop(), end))
            await end.wait()

    thread = Thread(target=asyncio.run, args=(run(),))
    thread.start()
    loop, end = up.result()
    try:
        yield server.base_url
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()


def listen() -> socket.socket:
    """Return a socket bound below the ephemeral ports."""
    for port in ports:
        taken = socket.socket()
        try:
            taken.bind(("127.0.0.1", port))
        except OSError:
            taken.close()
            continue
        return taken
    raise AssertionError("unreachable")


def a_rep(parts: Parts) -> UUID:
    """Return the id of a rep of the demo company."""
    return parts.database.read(lambda s: s.scalars(select(Person.id).where(Person.role == "rep")).first())


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """Return the demo company's program on a Tuesday at 10:00 in Tokyo; `base` serves and ends it."""
    prepared = prepared_folder(tmp_path_factory.getbasetemp())
    return office_in(tmp_path_factory.mktemp("office") / "data", prepared)


@pytest.fixture(scope="module")
def base(office: Parts) -> Iterator[str]:
    """Return the address of the served program, one for all tests of a file: each opens its own conversation."""
    with serving(office) as address:
        yield address
