"""Files that can harm their reader are read in a process of their own, which may hang, crash or run out of memory."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from pathlib import Path

import app
from app.core.errors import Invalid

ENVIRONMENT = ("PATH", "PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR")
"""What a reading process is told of our environment: it has no business with keys and addresses."""
LENGTH = struct.Struct(">Q")
LIMIT_S = 30
IDLE_S = 5
MEMORY_BYTES = 1 << 30
FILES = 100
"""Files one process reads before another takes its place: what leaks in it is forgotten."""

DAMAGED = "knowledge_file_damaged"
_REASONS = {
    -signal.SIGALRM: f"reading it took longer than {LIMIT_S} seconds",
    -signal.SIGSEGV: "it crashes the program that reads it",
    -signal.SIGABRT: "it crashes the program that reads it",
}
_NEEDS_TOO_MUCH = f"reading it needs more than {MEMORY_BYTES >> 20} MB of memory, or fails"


def convert(suffix: str, content: bytes) -> tuple[str | None, str]:
    """Return title (if the file has one) and Markdown of a file; `Invalid` with a reason if there is none to be had."""
    return _reader.convert(suffix, content)


class Reader:
    """Keeps one process that reads file after file; it ends by itself when nobody asks, or when we end."""

    def __init__(self, module: str = "app.knowledge.reading.child") -> None:
        self._module = module
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def convert(self, suffix: str, content: bytes) -> tuple[str | None, str]:
        """Return title and Markdown; `Invalid` says what is wrong with the file."""
        answer = self._ask(suffix, content)
        if "code" in answer:
            raise _invalid(answer["code"], answer["message"] or "")
        return answer["title"], answer["text"] or ""

    def _ask(self, suffix: str, content: bytes) -> dict[str, str | None]:
        with self._lock:
            for _ in range(2):  # the first one may have gone for want of work just now
                process = self._running()
                try:
                    return _exchange(process, suffix, content=content)
                except (OSError, EOFError):
                    code = _end(process)
                    self._process = None
                    if code:
                        return {"code": DAMAGED, "message": _REASONS.get(code, _NEEDS_TOO_MUCH)}
            return {"code": DAMAGED, "message": _NEEDS_TOO_MUCH}

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            if self._process is not None:
                _end(self._process)
            self._process = _start(self._module)
        return self._process


def _start(module: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - one of our own modules
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(app.__file__).parents[1],
        env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
        start_new_session=True,
    )


def _exchange(process: subprocess.Popen[bytes], suffix: str, *, content: bytes) -> dict[str, str | None]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    for part in (suffix.encode(), content):
        process.stdin.write(LENGTH.pack(len(part)) + part)
    process.stdin.flush()
    size = process.stdout.read(LENGTH.size)
    if len(size) < LENGTH.size:
        raise EOFError
    answer: dict[str, str | None] = json.loads(process.stdout.read(LENGTH.unpack(size)[0]))
    return answer


def _end(process: subprocess.Popen[bytes]) -> int:
    """Return how a process ended that no longer answers."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what it has not read yet
                pipe.close()
    try:
        return process.wait(LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


_reader = Reader()


def _invalid(code: str | None, message: str) -> Invalid:
    if code == "knowledge_file_locked":
        return Invalid("knowledge_file_locked", message)
    if code == "knowledge_file_no_text":
        return Invalid("knowledge_file_no_text", message)
    return Invalid("knowledge_file_damaged", message)
