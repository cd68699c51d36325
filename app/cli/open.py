"""Open what a command works on, and close it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.knowledge.library import Library
    from app.main import Parts


@contextmanager
def open_parts(clock: Clock | None = None) -> Iterator[Parts]:
    """Give the wired program over the configured data folder; nothing of it runs by itself."""
    from app.core import log
    from app.core.settings import Settings
    from app.main import build

    settings = Settings.load()
    log.configure(settings.log_style, level="WARNING")
    parts = build(settings, clock)
    try:
        yield parts
    finally:
        parts.close()


@contextmanager
def open_database() -> Iterator[Parts]:
    """Give the parts for commands that read or write leads (`.database`, `.vault`, `.texts`, `.clock`, `.settings`)."""
    with open_parts() as parts:
        yield parts


@contextmanager
def open_library() -> Iterator[Library]:
    """Give the knowledge of the configured data folder."""
    from app.core import log
    from app.core.settings import Settings
    from app.main import open_database as database_of
    from app.main import open_library as library_of

    settings = Settings.load()
    log.configure(settings.log_style, level="ERROR")  # the commands say themselves what could not be used
    database, _ = database_of(settings)
    library = library_of(settings, database)
    try:
        yield library
    finally:
        library.close()
        database.close()
