"""`sokuo mail`: what is read from a raw mail, and what would be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(help="Raw mails.", no_args_is_help=True, rich_markup_mode=None)

Files = Annotated[list[Path], typer.Argument(help="Raw mails (MIME), as they came.")]


@app.callback()
def group() -> None:
    """Raw mails."""


@app.command()
def inspect(
    files: Files,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON, one row per file.")] = False,
    own: Annotated[list[str] | None, typer.Option(help="An address of ours; may be given several times.")] = None,
) -> None:
    """Show class, permission to answer, visible reply and thread of raw mails; nothing is stored or sent."""
    import orjson

    for file in files:
        row = _row(file, own=own or ())
        typer.echo(orjson.dumps(row).decode() if json_ else _line(row))


def _row(file: Path, *, own: list[str] | tuple[str, ...]) -> dict[str, Any]:
    from app.channels.email.classify import assumed_own, author, judge
    from app.channels.email.parse import Unreadable, parse
    from app.channels.email.reply_text import visible_reply
    from app.channels.email.thread import base_address
    from app.core.errors import Invalid
    from app.understanding.language import detect

    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Invalid("file_unreadable", f"{file}: {error.strerror}") from None
    try:
        mail = parse(raw)
    except Unreadable as unreadable:
        return _unreadable(file, unreadable.reason)
    ours = frozenset(base_address(address) for address in own) or assumed_own(mail)
    verdict = judge(mail, own_addresses=ours, envelope_from=None, authserv_id=None)
    sender, visible = author(mail), visible_reply(mail.text)
    return {
        "file": str(file),
        "class": verdict.klass,
        "may_answer": verdict.may_answer,
        "dead_address": verdict.dead_address,
        "reasons": list(verdict.reasons),
        "visible_reply": visible,
        "subject": mail.subject,
        "from": sender.address if sender else None,
        "lang": detect(visible or mail.subject),
        "thread": {
            "message_id": mail.message_id,
            "in_reply_to": list(mail.in_reply_to),
            "references": list(mail.references),
        },
        "attachments": [
            {"name": attached.name, "type": attached.content_type, "size": attached.size}
            for attached in mail.attachments
        ],
    }


def _unreadable(file: Path, reason: str) -> dict[str, Any]:
    return {
        "file": str(file),
        "class": "reject",
        "may_answer": False,
        "dead_address": False,
        "reasons": [reason],
        "visible_reply": "",
        "subject": "",
        "from": None,
        "lang": None,
        "thread": {"message_id": None, "in_reply_to": [], "references": []},
        "attachments": [],
    }


def _line(row: dict[str, Any]) -> str:
    answer = "answer" if row["may_answer"] else "no answer"
    why = f" ({', '.join(row['reasons'])})" if row["reasons"] else ""
    return f"{row['file']}: {row['class']}, {answer}{why}: {row['from']}: {row['subject']}"
