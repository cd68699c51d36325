"""`sokuo chat`: the conversation a prospect would have, in the terminal or as JSON rows."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import orjson
import typer

from app.cli.open import open_parts
from app.cli.rows import rows
from app.cli.talk import Talk
from app.core.clock import Clock, FixedClock, SystemClock
from app.core.errors import AppError, Invalid
from app.main import Parts
from app.understanding.facts import ContactData


def chat(*, lang: str, jsonl: bool, now: str | None) -> None:
    """Talk until the input ends."""
    if lang not in ("ja", "en"):
        raise Invalid("lang_unknown", "--lang takes ja or en")
    clock: Clock = FixedClock(_time(now)) if now else SystemClock()
    with open_parts(clock) as parts:
        parts.library.refresh()
        asyncio.run(_rows(parts, lang=lang) if jsonl else _terminal(parts, lang=lang))


async def _rows(parts: Parts, *, lang: str) -> None:
    talk: Talk | None = None
    for row in rows():
        if row.get("at") and isinstance(parts.clock, FixedClock):
            parts.clock.set(_time(row["at"]))
        if talk is None:
            talk = Talk(parts, lang=lang, contact=_form(row))
            if row.get("page_views"):
                await talk.look_at(row["page_views"])
        try:
            answer: dict[str, Any] = (await talk.say(row["text"])).row
        except AppError as error:
            answer = {"error": error.code}
        typer.echo(orjson.dumps(answer).decode())
    await parts.turns.close()
    await parts.model.aclose()


async def _terminal(parts: Parts, *, lang: str) -> None:
    texts = parts.texts
    typer.echo(texts(lang, "widget.greeting"))
    typer.echo(texts(lang, "chat.leave"))
    talk = Talk(parts, lang=lang)
    while (text := await asyncio.to_thread(_prompt)) is not None:
        try:
            heard = await talk.say(text)
        except AppError as error:
            typer.echo(texts(lang, error.code))
            continue
        typer.echo(f"\n{heard.reply}")
        if heard.quick_replies:
            typer.echo("  " + " / ".join(heard.quick_replies))
        typer.echo("")
    await parts.turns.close()
    await parts.model.aclose()


def _prompt() -> str | None:
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt):
        return None


def _form(row: dict[str, Any]) -> ContactData | None:
    form = row.get("form")
    if not form:
        return None
    return ContactData(**{name: form.get(name) for name in ("name", "company", "email", "phone", "role")})


def _time(written: str) -> datetime:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise Invalid("time_invalid", f"{written}: needs ISO 8601, as 2026-11-24T10:00:00+09:00") from None
    if at.tzinfo is None:
        raise Invalid("time_invalid", f"{written}: needs an offset, as +09:00")
    return at
