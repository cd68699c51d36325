"""The demo company in a data folder, made once for all processes of a test run; whoever writes takes a copy."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from app.demo.run import demo_settings, prepare


def prepared_folder(base: Path) -> Path:
    """Return the folder below `base`, the temporary folder of this process; the first process makes it."""
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = shared / "prepared-demo", shared / "prepared-demo.made"
    with (shared / "prepared-demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            parts, _ = prepare(demo_settings(data_dir=folder))
            parts.close()
            made.touch()
    return folder
