"""What the prospect wishes a person to do, as facts of the lead: the call with its day and times, the quote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.conversation.call_wish import CallWish
from app.understanding.facts import Callback, QuoteWish, Understanding
from app.understanding.normal import normalise
from app.understanding.quantities import changed_quantity, instead_of


def wishes(
    before: Mapping[str, Any], heard: Understanding, call: CallWish | None, *, text: str, message_id: UUID
) -> dict[str, Any]:
    """Return the facts `call` and `quote` as they are wished for now, each with the message that says so; what was
    said of them before stays. A call that is taken back is None; a quote is for as many as `text` says instead.
    """
    found: dict[str, Any] = {"call": None} if takes_call_back(heard.callback) and before.get("call") else {}
    if said := _call(heard.callback, call):
        found["call"] = {**(before.get("call") or {}), **said, "message_id": str(message_id)}
    if heard.quote is not None:
        found["quote"] = {**before.get("quote", {}), **_quote(heard.quote), "message_id": str(message_id)}
    elif instead := _instead(before, text):
        found["quote"] = {**before["quote"], "quantity": instead, "message_id": str(message_id)}
    return found


def _instead(before: Mapping[str, Any], text: str) -> str | None:
    """Return for how many the quote is wished from now on, if its number is changed; a bare number keeps the unit."""
    told, new = (before.get("quote") or {}).get("quantity"), changed_quantity(normalise(text))
    if not before.get("quote") or new is None:
        return None
    if new.isdigit() and (told is None or before.get("call")):  # it may be an hour
        return None
    return instead_of(told, new)


def takes_call_back(callback: Callback | None) -> bool:
    """Say whether they want no call, or mail instead."""
    return callback is not None and callback.method in ("none", "email")


def _call(callback: Callback | None, call: CallWish | None) -> dict[str, Any]:
    if callback is None or takes_call_back(callback):
        return {}
    said = {"from": callback.start, "until": callback.end, "day": callback.day.isoformat() if callback.day else None}
    if call is not None and call.window is not None:
        said |= {"due_from": call.window[0].isoformat(), "due_until": call.window[1].isoformat()}
    return {name: value for name, value in said.items() if value}


def _quote(quote: QuoteWish) -> dict[str, Any]:
    wanted_by = quote.wanted_by.isoformat() if quote.wanted_by else None
    said = {"addressee": quote.addressee, "quantity": quote.quantity, "wanted_by": wanted_by}
    return {name: value for name, value in said.items() if value}
