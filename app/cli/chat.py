"""`sokuo chat`: the conversation a prospect would have, in the terminal or as JSON rows."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import typer

from app.cli.letters import Letters
from app.cli.open import open_parts
from app.cli.rows import lines, read_row
from app.cli.talk import Heard, Talk, look_at
from app.core.clock import Clock, FixedClock, SystemClock
from app.core.errors import AppError, Invalid
from app.main import Parts
from app.understanding.understand import warm

CHANNELS = ("widget", "email")


def chat(*, lang: str, jsonl: bool, now: str | None) -> None:
    """Talk until the input ends."""
    if lang not in ("ja", "en"):
        raise Invalid("lang_unknown", "--lang takes ja or en")
    clock: Clock = SystemClock()
    if jsonl or now:
        clock = FixedClock(_time(now) if now else clock.now())  # a row's `at` moves it
    with open_parts(clock) as parts:
        _make_ready(parts, lang=lang)
        asyncio.run(_rows(parts, lang=lang) if jsonl else _terminal(parts, lang=lang))


def _make_ready(parts: Parts, *, lang: str) -> None:
    """Read documents and vocabulary now, so that the first answer need not wait for them."""
    parts.library.refresh()
    warm(parts.categories)
    with suppress(AppError, OSError):  # the conversation says so itself
        parts.library.search(parts.texts(lang, "widget.quick.price"))


class Prospect:
    """Whoever writes the rows: in the chat, by form and by mail. It is one person, so it is one lead.

    Anybody else would first have to show that they are the same (a signed address, a link); whoever sits at this
    terminal has.
    """

    def __init__(self, parts: Parts, *, lang: str) -> None:
        self._parts = parts
        self._lang = lang
        self._behaviour_id: str | None = None
        self._channel = "widget"
        self._talk: Talk | None = None
        self._letters: Letters | None = None
        self._contact_id: UUID | None = None

    async def write(self, row: dict[str, Any]) -> Heard:
        """Send one row the way it names, or as the one before; `Invalid` (row_invalid, channel_unknown)."""
        said = _checked(row)
        channel = said.channel or ("email" if said.form else self._channel)
        if channel not in CHANNELS:
            raise Invalid("channel_unknown", f"{channel}: one of {', '.join(CHANNELS)}")
        self._channel = channel
        if said.page_views:
            self._behaviour_id = await look_at(self._parts, said.page_views, lang=self._lang)
        heard = await self._send(said)
        self._contact_id = heard.contact_id
        return heard

    async def _send(self, said: _Said) -> Heard:
        if said.form or self._channel == "email":
            self._letters = self._letters or Letters(self._parts, lang=self._lang, behaviour_id=self._behaviour_id)
            self._letters.contact_id = self._contact_id
            return await (self._letters.submit(said.form, said.text) if said.form else self._letters.say(said.text))
        self._talk = self._talk or Talk(self._parts, lang=self._lang, behaviour_id=self._behaviour_id)
        self._talk.contact_id = self._contact_id
        return await self._talk.say(said.text)


@dataclass(frozen=True, slots=True)
class _Said:
    """One row, checked."""

    text: str
    channel: str | None
    form: dict[str, Any]
    page_views: list[str]


def _checked(row: dict[str, Any]) -> _Said:
    """Return what the row says; one with a form needs no text. `Invalid` (row_invalid)."""
    text, form, views = row.get("text"), row.get("form"), row.get("page_views")
    if text is None and form:
        text = ""
    if not isinstance(text, str):
        raise Invalid("row_invalid", 'needs a "text", or a "form"')
    if not isinstance(form or {}, dict):
        raise Invalid("row_invalid", '"form" is an object of fields')
    if not isinstance(views or [], list) or not all(isinstance(path, str) for path in views or []):
        raise Invalid("row_invalid", '"page_views" is a list of paths')
    channel = row.get("channel")
    return _Said(text, str(channel) if channel else None, form or {}, views or [])


async def _rows(parts: Parts, *, lang: str) -> None:
    """Answer each row with one; a row that cannot be taken is answered with its error, and the next one goes on."""
    prospect = Prospect(parts, lang=lang)
    for number, line in lines():
        try:
            row = read_row(line, number=number)
            if row.get("at") and isinstance(parts.clock, FixedClock):
                parts.clock.set(_time(row["at"]))
            answer = (await prospect.write(row)).row
        except AppError as error:
            answer = {"error": error.code} | ({"detail": error.detail} if error.detail else {})
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


def _time(written: object) -> datetime:
    try:
        at = datetime.fromisoformat(str(written))
    except ValueError:
        raise Invalid("time_invalid", f"{written}: needs ISO 8601, as 2026-11-24T10:00:00+09:00") from None
    if at.tzinfo is None:
        raise Invalid("time_invalid", f"{written}: needs an offset, as +09:00")
    return at
