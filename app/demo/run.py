"""`sokuo demo`: migrate, seed, index, serve, print the addresses."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from typing import Any

from fastapi import FastAPI
from rich.console import Console

from app.cli.serving import listen
from app.cli.serving import run as run_server
from app.core import log
from app.core.errors import SetupError
from app.core.resources import folder
from app.core.settings import Settings
from app.demo import site as site_pages
from app.demo import split
from app.demo.company import DemoSite, load_site
from app.demo.seed import seed
from app.main import Parts, build, create_app


def run(*, port: int, browser: bool) -> None:
    """Serve the demo until a signal comes; the port is checked before anything is made."""
    settings = demo_settings(port=port)
    log.configure(settings.log_style, level="WARNING")
    listening = listen(settings.host, settings.port)
    parts, site = prepare(settings)
    base = f"http://localhost:{settings.port}"
    _say(parts, base=base)
    if browser and _has_screen():
        threading.Timer(1.0, webbrowser.open, args=(f"{base}/demo",)).start()
    run_server(make_app(parts, site), parts, listening=listening)


def demo_settings(**overrides: Any) -> Settings:
    """Return the settings of the demo: its own folder, and the fictional company's challenge words."""
    data_dir = Settings.load().data_dir / "demo"
    company = {
        "challenges_file": folder("templates") / "demo" / "challenges.yaml",
        "allowed_hosts": ("minamo.example",),
    }
    return Settings.load(**{"data_dir": data_dir, **company, **overrides})


def prepare(settings: Settings) -> tuple[Parts, DemoSite]:
    """Build the program over a seeded database and indexed knowledge."""
    parts = build(settings)
    site = load_site(knowledge=folder("knowledge"), facts=folder("templates") / "demo" / "company.yaml")
    now = parts.clock.now()
    parts.database.write(lambda session: seed(session, parts.vault, company=site.company, now=now))
    report = parts.library.add(folder("knowledge"))
    if report.failed:
        first = report.failed[0]
        parts.close()
        raise SetupError("knowledge_damaged", f"{first.file}: {first.message}")
    return parts, site


def make_app(parts: Parts, site: DemoSite) -> FastAPI:
    """Return the product with the demo's pages; the site comes last, since it takes every other path."""
    app = create_app(parts)
    app.include_router(split.router(site, parts.texts))
    app.include_router(site_pages.router(site))
    return app


def _say(parts: Parts, *, base: str) -> None:
    out = Console(soft_wrap=True)
    model = parts.settings.llm.model if parts.settings.llm.configured else None
    out.print(f"\n  [bold]{base}/demo[/]     prospect and rep side by side — start here")
    out.print(f"  {base}/         the fictional company's site (English: {base}/en/)")
    out.print(f"  {base}/console  the console")
    out.print(f"  model: {model or 'none — rules and templates answer (set SOKUO_LLM__API_KEY to use one)'}")
    out.print("  stop with Ctrl+C\n")


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
