"""What the prospect wishes a person to do, as facts of the lead: the call with its day and times, the quote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.conversation.call_wish import CallWish
from app.understanding.facts import Callback, QuoteWish, Understanding
from app.understanding.normal import normalise
from app.understanding.quantities import changed_quantity, instead_of, quantity
from app.understanding.quote_wish import addressee

LAST_DAY = 31  # a number up to this may be an hour or a day, where a call or a meeting is arranged
_THEIRS = re.compile(
    r"\d\s?[台基本個][^。、]{0,6}(?:あ[っりる]|い[まる]|稼働|動い|使って|止ま|壊れ)|\b(?:have|has|run|own|operate|use)\b",
    re.I,
)


def wishes(
    before: Mapping[str, Any], heard: Understanding, call: CallWish | None, *, message_id: UUID
) -> dict[str, Any]:
    """Return the facts `call` and `quote` as they are wished for now, each with the message that says so; what was
    said of them before stays. A call that is taken back is None.
    """
    found: dict[str, Any] = {"call": None} if takes_call_back(heard.callback) and before.get("call") else {}
    if said := _call(heard.callback, call):
        found["call"] = {**(before.get("call") or {}), **said, "message_id": str(message_id)}
    if heard.quote is not None:
        found["quote"] = {**before.get("quote", {}), **_quote(heard.quote), "message_id": str(message_id)}
    return found


def more_of_a_quote(before: Mapping[str, Any], text: str) -> QuoteWish | None:
    """Return what a later message tells of the quote that is wished for (`before`: facts), None if nothing.

    For how many it is counts where that was open or is changed; a bare number keeps the unit.
    """
    wished = before.get("quote")
    if not wished:
        return None
    message, told = normalise(text), wished.get("quantity")
    new = changed_quantity(message, told=told)
    arranged = before.get("call") or "request_demo_meeting" in before.get("acts", ())
    if new is not None and new.isdigit() and (told is None or (arranged and int(new) <= LAST_DAY)):
        new = None
    theirs = told or _THEIRS.search(text)  # "we have 12 pumps"
    many = instead_of(told, new) if new else None if theirs else quantity(message)
    addressed = addressee(message)
    return QuoteWish(addressed, many, None) if many or addressed else None


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
