"""One process owns an index directory, as long as it lives."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path


class Owner:
    """An exclusive SQLite lock: it works on every system and ends with the process, however that ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._held: tuple[sqlite3.Connection, int] | None = None

    def holds(self) -> bool:
        """Take the lock if it is free; False if another process has it. A lock file that was deleted is no lock."""
        with self._lock:
            if self._held is not None and self._held[1] == self._inode():
                return True
            self.release()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=0, check_same_thread=False)
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.DatabaseError as error:
                connection.close()
                if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                    self._path.unlink(missing_ok=True)
                return False
            self._held = connection, self._inode()
            return True

    def release(self) -> None:
        """Let another process have it."""
        with self._lock:
            if self._held is not None:
                self._held[0].close()
                self._held = None

    def _inode(self) -> int:
        try:
            return self._path.stat().st_ino
        except OSError:
            return 0
