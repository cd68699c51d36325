"""The one error of this room, with a reason that never changes."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "not_configured",  # no base URL and no key: rules and templates speak
    "no_time",  # the deadline had passed before the call
    "resting",  # the breaker is open, or the server asked us to wait
    "unreachable",  # no connection, TLS or DNS failure
    "unauthorised",  # 401, 403
    "rejected",  # another 3xx or 4xx: wrong model name or request
    "rate_limited",  # 429
    "server_error",  # 5xx, or an error event inside the stream
    "first_token_late",
    "first_sentence_late",  # words came, but none that could be shown
    "too_slow",  # words came, the end did not
    "not_a_stream",
    "malformed",
    "cut",  # the stream ended without a finish reason
    "empty",
    "tool_call",  # asked for an action; we offer none
]

RETRIED: frozenset[Reason] = frozenset({"unreachable", "rate_limited", "server_error", "cut"})


class ModelUnavailable(Exception):
    """No usable words from the model; `retry_after` is what its server asked for, in seconds."""

    def __init__(self, reason: Reason, *, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.retry_after = retry_after
