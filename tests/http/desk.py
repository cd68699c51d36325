"""The seeded console with browsers in front of it, and a server for what needs a socket."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from jinja2.sandbox import SandboxedEnvironment
from starlette.staticfiles import StaticFiles

from app.bus.memory import MemoryBus
from app.bus.port import publishing
from app.core.clock import Clock
from app.core.db import Database
from app.core.resources import folder
from app.core.security import Vault
from app.core.settings import Settings
from app.core.templating import load_texts
from app.knowledge.library import Library
from app.leads.intake import Accepted, InboundMessage
from app.web import console, console_actions, errors, knowledge_write, live, login
from app.web.body_limit import BodyLimit
from app.web.deps import Services
from app.web.front_door import OwnHost, Proxies
from app.web.pages import STATIC, make_templates
from app.web.security_headers import SecurityHeaders
from tests.http.sample import PASSWORD, seed

ORIGIN = "http://127.0.0.1:8000"


def make_services(
    database: Database, vault: Vault, clock: Clock, *, library: Library | None = None, **settings: Any
) -> Services:
    """Put the services together as the composition root does; without a `library` nothing is known."""
    texts = load_texts(folder("templates"))
    bus = MemoryBus()
    database.listen(publishing(bus))
    made = Settings(**settings)
    return Services(
        database,
        clock,
        vault,
        bus,
        texts,
        made,
        _templates(),
        receive=_no_intake,
        turns=_NoTurns(),
        take_form=_no_intake,
        library=library or empty_library(database, clock),
    )


@cache
def _templates() -> SandboxedEnvironment:
    """Return the pages' templates, compiled once for all tests."""
    return make_templates(load_texts(folder("templates")))


def empty_library(database: Database, clock: Clock) -> Library:
    """Return a library without documents beside the database; there is nothing to close."""
    return Library(database, Path(str(database.url.database)).parent / "knowledge", clock=clock)


async def _no_intake(inbound: InboundMessage) -> Accepted:
    raise AssertionError("the console takes nothing in")


class _NoTurns:
    def busy(self, conversation_id: UUID) -> bool:
        return False


def make_app(services: Services) -> FastAPI:
    """Return an app with the console alone."""
    made = FastAPI()
    made.state.services = services
    errors.install(made)
    most = services.settings.max_body_bytes
    made.add_middleware(BodyLimit, max_bytes=most, render=errors.show, larger=knowledge_write.LARGER)
    made.add_middleware(OwnHost, render=errors.show)
    made.add_middleware(SecurityHeaders)
    made.add_middleware(Proxies, trusted=services.settings.trusted_proxies)
    for router in (login.router, console.router, console_actions.router, live.router):
        made.include_router(router)
    made.mount("/static", StaticFiles(directory=STATIC))
    return made


class Desk:
    """The seeded console with a browser in front of it."""

    def __init__(self, database: Database, vault: Vault, clock: Clock, **more: Any) -> None:
        self.services = make_services(database, vault, clock, **more)
        self.seeded = database.write(lambda s: seed(s, vault, now=clock.now()))
        self.app = make_app(self.services)
        self.client = self.browser()

    def browser(self, origin: str = ORIGIN, *, peer: str = "127.0.0.1") -> TestClient:
        """Return one more browser, signed out, whose connection comes from `peer`."""
        headers = {"Accept": "text/html", "Origin": origin, "Accept-Language": "en"}
        return TestClient(
            self.app,
            base_url=origin,
            headers=headers,
            client=(peer, 50_000),
            follow_redirects=False,
            raise_server_exceptions=False,
        )

    def sign_in(self, mail: str = "aoi@hibiki.example", *, client: TestClient | None = None) -> TestClient:
        """Sign a person in and return their browser."""
        client = client or self.client
        answer = post(client, "/login", page="/login", email=mail, password=PASSWORD)
        assert answer.status_code == 303, answer.text
        return client


@contextmanager
def served(app: Any, *, http: Any = "auto") -> Iterator[str]:
    """Serve the app on loopback, below the ephemeral ports; yield its origin."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for port in range(20_100 + os.getpid() % 1000 * 10, 32_768):
        try:
            listening.bind(("127.0.0.1", port))
            break
        except OSError:
            continue
    config = uvicorn.Config(app, http=http, lifespan="off", log_level="error", timeout_graceful_shutdown=3)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
        host, port = listening.getsockname()
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def post(client: TestClient, path: str, *, page: str = "/console", fragment: bool = False, **fields: str) -> Response:
    """Send a form of `page` as the browser would: with its token."""
    found = re.search(r'<meta name="csrf" content="(\w+)">', client.get(page).text)
    assert found is not None
    headers = {"HX-Request": "true"} if fragment else {}
    return client.post(path, data={"csrf": found[1], **fields}, headers=headers)
