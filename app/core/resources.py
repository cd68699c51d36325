"""Where the files that ship with the program lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import app

Folder = Literal["prompts", "knowledge", "templates"]


def folder(name: Folder) -> Path:
    """Return the folder of shipped files called `name`."""
    package = Path(app.__file__).resolve().parent
    installed = package / "resources" / name
    return installed if installed.is_dir() else package.parent / name
