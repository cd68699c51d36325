"""Run the web server: a clear word when the port is taken, and an end within 3 s with streams open."""

from __future__ import annotations

import asyncio
import gc
import socket
import sys
from types import FrameType

import uvicorn
from fastapi import FastAPI

from app.core import log
from app.core.errors import SetupError
from app.core.settings import Settings
from app.main import Parts, build, create_app
from app.web import home
from app.web.prompt_http import PromptHttpProtocol

GRACE_S = 2  # for requests under way; streams end at once, because the bus closes with the signal
SWITCH_S = 0.001  # the longest a request waits for the interpreter while a turn is at work in another thread
LOADED_S = 6.0  # after the start: dictionaries and models are there
GARBAGE = (20_000, 20, 20)


def serve(*, host: str | None, port: int | None) -> None:
    """Run until a signal comes."""
    overrides = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = Settings.load(**overrides)
    log.configure(settings.log_style, level=settings.log_level)
    listening = listen(settings.host, settings.port)
    parts = build(settings)
    app = create_app(parts)
    app.include_router(home.router)
    run(app, parts, listening=listening)


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything else is done; `SetupError` (port_taken) if somebody has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise SetupError("port_taken", f"{host}:{port} cannot be used ({error.strerror}); try --port") from None
    listening.set_inheritable(True)
    return listening


def run(app: FastAPI, parts: Parts, *, listening: socket.socket) -> None:
    """Serve `app` on a socket that is already bound."""
    sys.setswitchinterval(SWITCH_S)
    config = uvicorn.Config(
        app,
        http=PromptHttpProtocol,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
        proxy_headers=False,
    )
    Server(config, parts).run(sockets=[listening])


class Server(uvicorn.Server):
    """uvicorn's server, ending open streams as soon as the signal comes."""

    def __init__(self, config: uvicorn.Config, parts: Parts) -> None:
        super().__init__(config)
        self._parts = parts
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.call_later(LOADED_S, keep_what_is_loaded)
        await super().startup(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._parts.bus.close)
        super().handle_exit(sig, frame)


def keep_what_is_loaded() -> None:
    """Look no more for garbage among what was loaded at the start: it stays, and each look took a fifth of a second."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
