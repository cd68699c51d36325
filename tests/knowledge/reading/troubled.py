"""A reading process whose files do to it what they say."""

from __future__ import annotations

import os
import signal

from app.knowledge.reading import child
from app.knowledge.reading.apart import MEMORY_BYTES
from app.knowledge.reading.blocks import Paragraph
from app.knowledge.reading.page import Page


def read(suffix: str, content: bytes) -> Page:
    """Crash, hang (until the alarm that is set for each file, a second from now), ask for too much memory or tell."""
    match content:
        case b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"hang":
            signal.alarm(1)
            signal.pause()
        case b"swell":
            bytearray(2 * MEMORY_BYTES)
        case b"environment":
            content = " ".join(os.environ).encode()
    return Page(None, [Paragraph(content.decode())])


if __name__ == "__main__":
    child.main(read)
