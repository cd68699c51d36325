"""The real server in a process that may be killed at any moment; its clock goes on across its lives."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from app.cli.serving import listen, run
from app.core import log
from app.core.clock import SystemClock
from app.demo.run import demo_settings
from app.main import build, create_app

HEAVY = ("chromadb", "langchain_chroma", "openai")  # loaded once, not in every life


class ShiftedClock(SystemClock):
    """The machine's clock, as if it were another day."""

    def __init__(self, shift: timedelta) -> None:
        self._shift = shift

    def now(self) -> datetime:
        return super().now() + self._shift


@dataclass(frozen=True)
class MortalServer:
    """Serves the data folder `folder` on `port`, as often as it is started."""

    folder: Path
    port: int
    shift: timedelta
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> BaseProcess:
        """Begin a life; it answers /healthz a little later."""
        processes = multiprocessing.get_context("forkserver")
        processes.set_forkserver_preload([__name__, *HEAVY])
        process = processes.Process(target=self.serve)
        process.start()
        return process

    def serve(self) -> None:
        """Be the server until the end comes."""
        settings = demo_settings(data_dir=self.folder, port=self.port, log_level="ERROR", pace="off", **self.settings)
        log.configure(settings.log_style, level=settings.log_level)
        listening = listen(settings.host, settings.port)
        parts = build(settings, ShiftedClock(self.shift))
        run(create_app(parts), parts, listening=listening)


def shift_to(moment: datetime) -> timedelta:
    """Return what to add to the machine's clock so that it is `moment` now."""
    return moment - SystemClock().now()
