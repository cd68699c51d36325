"""`sokuo rehearse`: scripted prospects against the assistant of the demo company, with a score sheet."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import orjson
import typer
from rich.console import Console
from rich.progress import track

from app.cli.chat import Prospect
from app.core import log
from app.core.clock import SystemClock
from app.core.errors import AppError, Invalid
from app.core.resources import folder
from app.core.settings import LlmSettings, Settings
from app.core.templating import load_texts
from app.demo import hours
from app.demo.run import demo_settings, prepare
from app.lab import rehearsal as sheets
from app.lab import report, terminal
from app.lab.clock import StageClock
from app.lab.drive import Row, Speak, drive
from app.lab.forbidden import House, house
from app.lab.persona import PERSONAS, Lang, Persona, chosen, load_personas
from app.lab.rehearsal import Rehearsal
from app.lab.sheet import Sheet, score
from app.main import build
from app.understanding.understand import warm


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    only: tuple[str, ...] = ()
    lang: str | None = None
    html: Path | None = None
    against: Path | None = None
    as_json: bool = False
    scripted: bool = False


def rehearse(wanted: Wanted) -> int:
    """Play, print and keep the score sheet; return 1 if it did what it may never do, otherwise 0."""
    settings = Settings.load()
    log.configure(settings.log_style, level="ERROR")
    lang = cast(Lang, wanted.lang or settings.default_lang)
    if lang not in ("ja", "en"):
        raise Invalid("lang_unknown", "--lang takes ja or en")
    everybody = load_personas(PERSONAS)
    personas = chosen(everybody, wanted.only)
    model = None if wanted.scripted or not settings.llm.configured else settings.llm.model
    last = settings.data_dir / "rehearse" / f"{re.sub(r'[^a-zA-Z0-9.-]+', '-', model or 'scripted')}.json"
    before = _stored(wanted.against) if wanted.against else _stored(last) if last.exists() else None
    with stage(settings) as company:
        played = asyncio.run(_play(personas, company, llm=LlmSettings() if model is None else settings.llm))
    made = Rehearsal(SystemClock().now().astimezone().isoformat(timespec="seconds"), model, played)
    changed = sheets.changes(before, made) if before else []
    earlier = _stored(last) if last.exists() else None
    kept = sheets.merged(earlier, made, known={one.id for one in everybody})
    last.write_bytes(orjson.dumps(sheets.stored(kept), option=orjson.OPT_INDENT_2))
    _tell(made, changed, wanted=wanted, lang=lang, before=before.at if before else None)
    return 1 if made.broken else 0


@contextmanager
def stage(settings: Settings) -> Iterator[Path]:
    """Give a folder with the demo company, its knowledge indexed and its team at work on weekdays; gone afterwards."""
    place = settings.data_dir / "rehearse"
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="stage-", dir=place) as made:
        company = Path(made) / "company"
        parts, _ = prepare(demo_settings(data_dir=company, llm=LlmSettings()))
        parts.database.write(hours.weekdays)
        parts.close()
        yield company


def demo_house() -> House:
    """Return what the demo company has approved, and its own hosts."""
    documents = (path.read_text("utf-8") for path in sorted(folder("knowledge").rglob("*.md")))
    return house(documents, hosts=demo_settings().allowed_hosts)


async def perform(persona: Persona, company: Path, house: House, *, llm: LlmSettings) -> Sheet:
    """Play one persona against a copy of the company, so that nobody has met anybody before, and score it."""
    with tempfile.TemporaryDirectory(prefix="play-", dir=company.parent) as made:
        shutil.copytree(company, Path(made) / "data")
        async with speaking(persona, demo_settings(data_dir=Path(made) / "data", llm=llm)) as speak:
            return score(await drive(persona, speak, monotonic=SystemClock().monotonic), house)


@asynccontextmanager
async def speaking(persona: Persona, settings: Settings) -> AsyncIterator[Speak]:
    """Give what takes the persona's rows in an installation of its own, as `sokuo chat --jsonl` would."""
    clock = StageClock(persona.now)
    parts = build(settings, clock)
    await parts.model.warm()
    parts.library.refresh()
    parts.library.search("…", lang=persona.lang)  # what loads on first use is no latency of the reply
    prospect = Prospect(parts, lang=persona.lang)

    async def speak(row: Row) -> Mapping[str, Any]:
        if "at" in row:
            clock.set(datetime.fromisoformat(row["at"]))
        try:
            return (await prospect.write(dict(row))).row
        except AppError as error:
            return {"error": error.code}

    try:
        yield speak
    finally:
        await parts.turns.close()
        await parts.model.aclose()
        parts.close()


async def _play(personas: Sequence[Persona], company: Path, *, llm: LlmSettings) -> tuple[Sheet, ...]:
    warm()
    approved, out = demo_house(), Console(stderr=True)
    return tuple(
        [
            await perform(persona, company, approved, llm=llm)
            for persona in track(personas, console=out, transient=True, disable=not out.is_terminal, description="")
        ]
    )


def _stored(path: Path) -> Rehearsal | None:
    try:
        return sheets.read(orjson.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        raise Invalid("rehearsal_unreadable", str(path)) from None


def _tell(made: Rehearsal, changed: Sequence[sheets.Change], *, wanted: Wanted, lang: Lang, before: str | None) -> None:
    texts = load_texts(folder("templates"))
    if wanted.html:
        page = report.page(made, changed, templates=folder("templates"), texts=texts, lang=lang, before=before)
        wanted.html.write_text(page, "utf-8")
    if wanted.as_json:
        told = {**sheets.stored(made), "since": before, "changes": [sheets.told(one) for one in changed]}
        typer.echo(orjson.dumps(told).decode())
        return
    terminal.show(made, changed, out=Console(), texts=texts, lang=lang, before=before)
