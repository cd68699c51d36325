"""A throwaway PostgreSQL cluster: one per test process, reached over a socket in its own folder."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

TEMPLATE = "sokuo_template"
FAST = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
}
START_S = 20


def binaries() -> Path | None:
    """Return the folder with initdb and postgres, the newest version first; None if there is none."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    candidates = [*([Path(found).parent] if found else []), *folders]
    return next((folder for folder in candidates if (folder / "postgres").exists()), None)


class PostgresServer:
    """Databases copied from a template with all tables, so that each test has its own."""

    def __init__(self, socket_folder: Path, *, user: str) -> None:
        self._socket_folder = socket_folder
        self._user = user
        self._admin = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{self._user}@/{database}?host={self._socket_folder}"

    def run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(statement))

    def create(self) -> str:
        """Return the name of a new database with empty tables."""
        name = f"t_{uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY file_copy")
        return name

    def drop(self, name: str) -> None:
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def make_template(self) -> Engine:
        """Return an engine on the template; dispose of it when the tables are made."""
        self.run(f"CREATE DATABASE {TEMPLATE}")
        return create_engine(self.url(TEMPLATE), poolclass=NullPool)


@contextmanager
def running(binaries: Path) -> Iterator[PostgresServer]:
    """Start a cluster (as user postgres when we are root) and remove it afterwards."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="sokuo-pg-"))
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True,
            capture_output=True,
            user=user,
            cwd=folder,
        )
        settings = [f"--{name}={value}" for name, value in (FAST | {"unix_socket_directories": str(folder)}).items()]
        with open(folder / "log", "wb") as log:
            process = subprocess.Popen(
                [binaries / "postgres", "-D", data, *settings], stdout=log, stderr=log, user=user, cwd=folder
            )
        try:
            server = PostgresServer(folder, user="postgres")
            _wait_for(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGINT)  # fast shutdown: open sessions are ended
            process.wait(START_S)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(server: PostgresServer, process: subprocess.Popen[bytes]) -> None:
    pause = threading.Event()
    for _ in range(START_S * 20):
        try:
            server.run("SELECT 1")
        except OperationalError:
            if process.poll() is not None:
                break
            pause.wait(0.05)
        else:
            return
    raise RuntimeError("PostgreSQL did not start")


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder.parent.name))
