"""Bytes become text, whichever character set of the Japanese or Western world they are in."""

from __future__ import annotations

import codecs
import re

from app.core.errors import Invalid

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffd]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}encoding=["']([\w.:-]+)"""
)
_HEAD_BYTES = 2048
_CHARSETS = ("utf", "cp", "iso", "shift_jis", "euc", "gb", "big5", "koi8", "mac", "tis")
"""How Python's names of character sets begin; "hex", "punycode" and others are codecs too, but no page is in them."""


def decode(raw: bytes) -> str:
    """Return the text of UTF-8, UTF-16 with a mark, ISO-2022-JP, CP932, EUC-JP or what a page declares.

    `Invalid` (knowledge_file_damaged) for anything else.
    """
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if not _CONTROL.search(text) and not _looks_misread(text, encoding):
            return text
    raise Invalid("knowledge_file_damaged", "the text is in no encoding we know, or damaged")


def named(charset: str) -> str | None:
    """Return Python's name of a character set that a page or its server names; None if it is none."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(_CHARSETS) else None


def _encodings(raw: bytes) -> tuple[str, ...]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\x1b$" in raw:
        return ("iso2022_jp",)
    return ("utf-8-sig", *_declared(raw), "cp932", "euc_jp")


def _declared(raw: bytes) -> tuple[str, ...]:
    match = _DECLARED.search(raw[:_HEAD_BYTES].lower())
    name = named((match[1] or match[2]).decode("ascii", "replace")) if match else None
    if name is None:
        return ()
    return ("cp932",) if name == "shift_jis" else ("cp1252",) if name == "iso8859-1" else (name,)


def _looks_misread(text: str, encoding: str) -> bool:
    """EUC-JP read as CP932 decodes without an error, into half-width katakana."""
    return encoding == "cp932" and len(_HALF_WIDTH_KANA.findall(text)) * 5 > len(text)
