"""Tell a rep in the open console, live."""

from __future__ import annotations

from app.bus.port import Announcement, Bus, person_topic
from app.notifiers.port import Notice


class ConsoleNotifier:
    """Counts as sent whether or not a console is open: the queue shows the lead to whoever opens one later."""

    name = "console"

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    async def notify(self, notice: Notice) -> None:
        data = {
            "key": notice.key,
            "lead_id": str(notice.lead_id),
            "kind": notice.kind,
            "band": notice.band,
            "title": notice.title,
            "text": notice.text,
            "path": notice.path,
        }
        self._bus.publish(Announcement(person_topic(notice.person_id), "notice", data))

    async def arrived(self, notice: Notice) -> bool:
        """Nothing live outlasts a crash, so it is said again; a console shows one notice per `key`."""
        return False


def make(bus: Bus) -> ConsoleNotifier:
    """Return the notifier; it needs no configuration."""
    return ConsoleNotifier(bus)
