"""Mails to read: fictional ones on file, and short ones written in a test."""

from __future__ import annotations

from pathlib import Path

from app.channels.email.parse import ParsedMail, parse

FOLDER = Path(__file__).parents[1] / "payloads" / "mail"


def on_file(name: str) -> bytes:
    """Return a raw mail of tests/payloads/mail."""
    return (FOLDER / f"{name}.eml").read_bytes()


def raw_mail(text: str = "料金を教えてください。", *, drop: tuple[str, ...] = (), **fields: str) -> bytes:
    """Return a raw mail from a prospect to our inbox; `fields` are headers, `_` stands for `-`."""
    headers = {
        "From": "mori@aoba-denki.example",
        "To": "sales@minamo.example",
        "Subject": "Your plans",
        "Message-ID": "<one@aoba-denki.example>",
        "Content-Type": "text/plain; charset=utf-8",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if name not in drop)
    return f"{head}\r\n{text}".encode()


def mail(text: str = "料金を教えてください。", *, drop: tuple[str, ...] = (), **fields: str) -> ParsedMail:
    """Return the parsed form of `raw_mail`."""
    return parse(raw_mail(text, drop=drop, **fields))
