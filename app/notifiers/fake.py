"""A notifier for tests and the demo: keeps what it was given, and fails when told to."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.jobs.effects import NotSentError
from app.notifiers.port import Notice


@dataclass(slots=True)
class FakeNotifier:
    """`failures` is how many of the next notices are refused before anything leaves."""

    name: str = "fake"
    failures: int = 0
    sent: list[Notice] = field(default_factory=list)

    async def notify(self, notice: Notice) -> str:
        if self.failures:
            self.failures -= 1
            raise NotSentError("the fake was told to fail")
        self.sent.append(notice)
        return f"{self.name}-{len(self.sent)}"

    async def arrived(self, notice: Notice) -> bool:
        """Say whether the notice is among those sent."""
        return any(sent.key == notice.key for sent in self.sent)
