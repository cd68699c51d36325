"""What is stored is the owner's alone, whatever the umask."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from app.core.db import Database, prepare_folder
from app.core.private_files import keep_private
from app.core.security import load_secret


@pytest.fixture(autouse=True)
def careless_umask() -> Iterator[None]:
    before = os.umask(0o002)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_data_folder_and_every_file_of_the_database_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    load_secret(folder)
    url = f"sqlite:///{folder / 'sokuo.db'}"
    prepare_folder(url)
    database = Database(url)
    database.write(lambda s: s.execute(text("CREATE TABLE word (word TEXT)")))
    modes = {path.name: mode(path) for path in folder.iterdir()}
    database.close()
    assert mode(folder) == 0o700
    assert modes == dict.fromkeys(("secret.key", "sokuo.db", "sokuo.db-wal", "sokuo.db-shm"), 0o600)


def test_a_folder_others_may_enter_is_left_alone_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    with capture_logs() as logs:
        prepare_folder(f"sqlite:///{folder / 'sokuo.db'}")
    assert mode(folder) == 0o755
    assert [(entry["event"], entry["log_level"], entry["file"]) for entry in logs] == [
        ("data_exposed", "warning", str(folder))
    ]


def test_whatever_else_a_command_writes_is_private(tmp_path: Path) -> None:
    keep_private()
    (tmp_path / "index").write_text("x")
    assert mode(tmp_path / "index") == 0o600
