"""The process that reads files: `python -m app.knowledge.reading.child`, one file after the other on stdin."""

from __future__ import annotations

import contextlib
import io
import json
import resource
import select
import signal
import sys
from collections.abc import Callable

from app.core.errors import Invalid
from app.knowledge.reading import page, pdf, word
from app.knowledge.reading.apart import DAMAGED, FILES, IDLE_S, LENGTH, LIMIT_S, MEMORY_BYTES
from app.knowledge.reading.blocks import write
from app.knowledge.reading.files import PDF, WORD
from app.knowledge.reading.page import Page

Read = Callable[[str, bytes], Page]


def main(read: Read | None = None) -> None:
    """Answer until nobody asks any more; the kernel ends what takes too long, in whatever library it is stuck."""
    with contextlib.suppress(ValueError, OSError):  # not every system can limit it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    asked, told = io.FileIO(sys.stdin.fileno()), sys.stdout.buffer  # unbuffered: select must see what is there
    for _ in range(FILES):
        if not select.select([asked], [], [], IDLE_S)[0]:
            return
        signal.alarm(LIMIT_S)
        suffix, content = _part(asked), _part(asked)
        answer = json.dumps(_answer(read or _read, suffix.decode(), content=content)).encode()
        signal.alarm(0)
        told.write(LENGTH.pack(len(answer)) + answer)
        told.flush()


def _answer(read: Read, suffix: str, *, content: bytes) -> dict[str, str | None]:
    try:
        found = read(suffix, content)
    except Invalid as error:
        return {"code": error.code, "message": error.detail}
    except MemoryError:
        raise SystemExit(1) from None
    except Exception as error:  # noqa: BLE001 - whatever a library says about a broken file
        return {"code": DAMAGED, "message": f"cannot be read: {type(error).__name__}"}
    return {"title": found.title, "text": write(found.blocks)}


def _read(suffix: str, content: bytes) -> Page:
    if suffix == PDF:
        return pdf.read(content)
    if suffix == WORD:
        return word.read(content)
    return page.read(content.decode())


def _part(asked: io.FileIO) -> bytes:
    size = _exactly(asked, LENGTH.size)
    return _exactly(asked, LENGTH.unpack(size)[0])


def _exactly(asked: io.FileIO, count: int) -> bytes:
    parts = []
    while count:
        part = asked.read(min(count, 1 << 20))
        if not part:
            raise SystemExit(0)
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


if __name__ == "__main__":
    main()
