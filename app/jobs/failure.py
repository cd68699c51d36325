"""What is kept of a handler's error: its kind and place, never its text, which may quote a prospect."""

from __future__ import annotations

from datetime import timedelta

from app.core.errors import AppError


def describe(error: BaseException) -> str:
    """Return e.g. `Unavailable smtp_down at app.flows.deliver:41`."""
    words = [type(error).__name__]
    if isinstance(error, AppError):
        words.append(error.code)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is not None:
        words.append(f"at {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
    return " ".join(words)


def retry_after(error: BaseException) -> timedelta:
    """Return how long the other side asked us to wait."""
    return timedelta(seconds=(error.retry_after or 0) if isinstance(error, AppError) else 0)
