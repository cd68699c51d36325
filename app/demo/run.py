"""`sokuo demo`: migrate, seed, index, serve, print the addresses."""

from __future__ import annotations

import os
import re
import sys
import threading
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from rich.console import Console

from app.cli.serving import listen
from app.cli.serving import run as run_server
from app.core import log
from app.core.errors import SetupError
from app.core.resources import folder
from app.core.settings import Settings
from app.core.templating import load_texts
from app.demo import hours, mailbox, own, split, stage
from app.demo import site as site_pages
from app.demo.clock import DemoClock
from app.demo.company import Company, DemoSite, load_site
from app.demo.mail_view import Mailbox
from app.demo.outage import DemoModel
from app.demo.seed import seed
from app.demo.stage import Stage
from app.main import Parts, build, create_app
from app.retrieval.passages import Failure
from app.understanding.language import detect

READ_OUT = re.compile(
    r"^SOURCE \[(?P<n>\d+)\]\n│ [^\n]*\n(?:│[^\n]*[^。.\n]\n|│ ?\n)*│ (?P<sentence>[^。\n]+?)(?P<stop>。|\.(?=\s))",
    re.M,
)  # what the practice model says: the first whole sentence below the title of a source


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything a running demo is made of; `refused` are files of the visitor's own, None without any."""

    parts: Parts
    site: DemoSite
    stage: Stage
    refused: tuple[Failure, ...] | None = None


def run(*, port: int, browser: bool, source: Path | None = None) -> None:
    """Serve the demo until a signal comes, with the visitor's own documents if `source` is given.

    The port is checked before anything is made.
    """
    settings = own.own_settings(source, port=port) if source else demo_settings(port=port)
    log.configure(settings.log_style, level="WARNING")
    listening = listen(settings.host, settings.port)
    demo = open_own(settings, source) if source else open_demo(settings)
    base = f"http://localhost:{settings.port}"
    _say(demo, base=base)
    if browser and _has_screen():
        threading.Timer(1.0, webbrowser.open, args=(f"{base}/demo",)).start()
    run_server(make_app(demo), demo.parts, listening=listening)


def demo_settings(**overrides: Any) -> Settings:
    """Return the settings of the demo: its own folder, and the fictional company's challenge words."""
    data_dir = Settings.load().data_dir / "demo"
    company = {
        "challenges_file": folder("templates") / "demo" / "challenges.yaml",
        "allowed_hosts": ("minamo.example",),
    }
    return Settings.load(**{"data_dir": data_dir, **own.APART, **company, **overrides})


def open_demo(settings: Settings) -> Demo:
    """Return the demo of the fictional company, on a stage."""
    stage = make_stage(settings)
    parts, site = prepare(settings, stage)
    return Demo(parts, site, stage)


def open_own(settings: Settings, source: Path) -> Demo:
    """Return the demo with the documents at `source`; `SetupError` if none of them can be read."""
    stage = make_stage(settings)
    company = own.own_company(_company().company, source)
    parts = _open(settings, company, stage=stage)
    try:
        refused = own.take_in(parts, source)
    except SetupError:
        parts.close()
        raise
    return Demo(parts, own.own_site(parts.library, source, company=company), stage, refused)


def prepare(settings: Settings, stage: Stage | None = None) -> tuple[Parts, DemoSite]:
    """Build the program over a seeded database and indexed knowledge."""
    site = _company()
    parts = _open(settings, site.company, stage=stage)
    report = parts.library.add(folder("knowledge"))
    if report.failed:
        first = report.failed[0]
        parts.close()
        raise SetupError("knowledge_damaged", f"{first.file}: {first.message}")
    return parts, site


def make_stage(settings: Settings) -> Stage:
    """Return the clock and the model that the scenes change."""
    texts = load_texts(folder("templates"))
    clock = DemoClock(settings.data_dir / "clock.json")

    def practice(_: str, asked: str) -> str:
        first = READ_OUT.search(asked)
        if first is not None:
            return f"{first['sentence']}[{first['n']}]{first['stop']}"
        return texts(detect(asked, fallback="ja"), "demo.practice_says")

    return Stage(clock, DemoModel(settings.llm, monotonic=clock.monotonic, practice=practice))


def make_app(demo: Demo) -> FastAPI:
    """Return the product with the demo's pages; the site comes last, since it takes every other path."""
    parts, box = demo.parts, Mailbox(demo.parts.vault)
    app = create_app(parts)
    app.include_router(split.router(demo.site, parts.texts, stage=demo.stage, mailbox=box, refused=demo.refused))
    app.include_router(stage.router(demo.stage))
    app.include_router(mailbox.router(box, parts.texts, take_mail=parts.take_mail))
    app.include_router(site_pages.router(demo.site))
    return app


def _company() -> DemoSite:
    return load_site(knowledge=folder("knowledge"), facts=folder("templates") / "demo" / "company.yaml")


def _open(settings: Settings, company: Company, *, stage: Stage | None) -> Parts:
    parts = build(settings, stage.clock, model=stage.model) if stage else build(settings)
    now = parts.clock.now()
    parts.database.write(lambda session: seed(session, parts.vault, company=company, now=now))
    parts.database.write(hours.round_the_clock)
    return parts


def _say(demo: Demo, *, base: str) -> None:
    out = Console(soft_wrap=True)
    model = None if demo.stage.model.practising else demo.stage.model.name
    out.print(f"\n  [bold]{base}/demo[/]     prospect and rep side by side — start here")
    if demo.refused is None:
        out.print(f"  {base}/         the fictional company's site (English: {base}/en/)")
        out.print(f"  {base}/demo/mailbox  what prospects get by mail")
    else:
        out.print(f"  {base}/         your documents ({len(demo.site.documents)})")
        for one in demo.refused:
            out.print(f"    not read: {one.file}: {one.message}", markup=False)
    out.print(f"  {base}/console  the console")
    out.print(f"  model: {model or 'none — rules and templates answer (set SOKUO_LLM__API_KEY to use one)'}")
    out.print("  stop with Ctrl+C\n")


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
