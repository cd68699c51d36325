"""To which conversation a mail belongs: signed addresses, Message-IDs, references, subjects."""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Callable, Sequence
from uuid import UUID

Sign = Callable[[str, bytes], bytes]

MOST_PARENTS = 20
SIGNED_BYTES = 10  # 16 characters of base32
LONGEST_LOCAL = 18  # before the @: with the 46 characters of a tag it makes the 64 of RFC 5321 §4.5.3.1.1
REPLY, BOUNCE = "r", "b"
PURPOSES = {REPLY: "mail-token", BOUNCE: "mail-bounce"}

_TAG = re.compile(r"\+([rb])-([a-z2-7]{26})-([a-z2-7]{16})@")
_COUNT = r"(?:[\[［(]\d+[\]］)]|\^\d+|\d+)?"
_REPLY_PREFIX = re.compile(rf"(?:(?:re|ｒｅ|aw|sv|vs|antw|rif|res)\s*{_COUNT}|返信|回复|回覆)\s*[:：]", re.IGNORECASE)


def reply_address(address: str, conversation_id: UUID, *, sign: Sign) -> str:
    """Return the address whose mail goes on with this conversation: `sales+r-<id>-<signature>@…`, lower case."""
    return _tagged(address, conversation_id, mark=REPLY, sign=sign)


def bounce_address(address: str, message_id: UUID, *, sign: Sign) -> str:
    """Return the envelope sender (VERP) that tells which of our messages came back."""
    return _tagged(address, message_id, mark=BOUNCE, sign=sign)


def conversation_of(address: str, *, sign: Sign) -> UUID | None:
    """Return the conversation of a reply address, or None if it is none or its signature is not ours."""
    return _signed(address, mark=REPLY, sign=sign)


def message_of(address: str, *, sign: Sign) -> UUID | None:
    """Return the message of a bounce address, or None if it is none or its signature is not ours."""
    return _signed(address, mark=BOUNCE, sign=sign)


def base_address(address: str) -> str:
    """Return the address without its `+tag`, lower case."""
    local, at, domain = address.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}" if at else address.strip().lower()


def parents(references: Sequence[str], message_id: str | None) -> tuple[str, ...]:
    """Return the References of an answer: the parent's and the parent; the first and the newest of more than 20."""
    known = list(dict.fromkeys([*references, *([message_id] if message_id else [])]))
    return tuple(known if len(known) <= MOST_PARENTS else [known[0], *known[1 - MOST_PARENTS :]])


def reply_subject(subject: str) -> str:
    """Return the subject of an answer: one `Re:` whatever stood there (RE:, Re[2]:, Ｒｅ：, 返信:)."""
    rest = " ".join(subject.split())
    while prefix := _REPLY_PREFIX.match(rest):
        rest = rest[prefix.end() :].strip()
    return f"Re: {rest}".rstrip()


def _tagged(address: str, ident: UUID, *, mark: str, sign: Sign) -> str:
    local, _, domain = base_address(address).rpartition("@")
    return f"{local}+{mark}-{_base32(ident.bytes)}-{_signature(ident, mark=mark, sign=sign)}@{domain}"


def _signed(address: str, *, mark: str, sign: Sign) -> UUID | None:
    tag = _TAG.search(address.strip().lower()[:320])
    if tag is None or tag[1] != mark:
        return None
    try:
        ident = UUID(bytes=base64.b32decode(f"{tag[2].upper()}======"))
    except (binascii.Error, ValueError):
        return None
    genuine = hmac.compare_digest(_signature(ident, mark=mark, sign=sign).encode(), tag[3].encode())
    return ident if genuine else None


def _signature(ident: UUID, *, mark: str, sign: Sign) -> str:
    return _base32(sign(PURPOSES[mark], ident.bytes)[:SIGNED_BYTES])


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").lower()
