"""What is stored belongs to the owner of the process alone: folders 0700, files 0600."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.core import log

logger = log.get(__name__)
OTHERS = 0o077


def keep_private() -> None:
    """Let every file and folder this process makes be the owner's alone."""
    os.umask(OTHERS)


def make_folder(path: Path) -> None:
    """Make the folder if it is missing; one that others may enter is left as it is and logged."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    warn_if_exposed(path)


def make_file(path: Path) -> None:
    """Make an empty file if it is missing; one that others may read is left as it is and logged."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    warn_if_exposed(path)


def exposed(path: Path) -> bool:
    """Say whether others than the owner may do anything with it."""
    return bool(stat.S_IMODE(path.stat().st_mode) & OTHERS)


def warn_if_exposed(path: Path) -> None:
    """Log what to run if others may look inside."""
    if exposed(path):
        logger.warning("data_exposed", file=str(path), run=f"chmod go-rwx {path}")
