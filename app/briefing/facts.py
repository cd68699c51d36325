"""What a briefing may look at: frozen facts, each with the row it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from app.leads.contacts import ContactCard
from app.leads.score import Reason

SLOTS = ("challenge", "timing", "authority", "tool", "team_size", "contact")


@dataclass(frozen=True, slots=True)
class Source:
    """The row a line stands on."""

    kind: Literal["message", "event", "signal", "consent", "lead"]
    id: UUID

    @property
    def href(self) -> str | None:
        """Return where the row is on the lead's page: the message itself, or the history of events."""
        if self.kind == "message":
            return f"#m-{self.id}"
        return "#history" if self.kind == "event" else None


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot of the grid; `quote` is kept only where it stands word for word in the message."""

    status: str
    value: str | None = None
    normal: Mapping[str, Any] = field(default_factory=dict)
    quote: str | None = None
    message_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the prospect; not `own` if nothing was written and the words for a form's choice are ours."""

    id: UUID
    text: str
    at: datetime
    own: bool = True


@dataclass(frozen=True, slots=True)
class Viewed:
    """A page a consenting visitor looked at: how often, whether to the end, and last when."""

    id: UUID
    title: str
    views: int
    to_end: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Cited:
    """A document the assistant has brought; `figure` only of a case study that is still approved."""

    message_id: UUID
    title: str
    customer: str | None = None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A promise not yet kept: `what` is its code, `question` the prospect's words it answers."""

    what: str
    source: Source
    question: str | None = None
    due_at: datetime | None = None
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """A telephone call with its result."""

    result: str
    by: str
    at: datetime
    source: Source


@dataclass(frozen=True, slots=True)
class Due:
    """Where the contact clock stands: nobody told yet, claim or contact due, or contacted at `at`."""

    stage: Literal["waiting", "claim", "contact", "contacted"] = "waiting"
    at: datetime | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """One lead at one moment. `acts` names what the assistant did and in which reply, `answered` the message that
    reply was to; `events` holds the newest event of a kind; `us` is our company's name by language.
    """

    lead_id: UUID
    now: datetime
    zone: str
    lang: str
    source: str
    channel: str
    band: str
    kind: str = "prospect"
    card: ContactCard = field(default_factory=ContactCard)
    reasons: tuple[Reason, ...] = ()
    due: Due = field(default_factory=Due)
    owner: str | None = None
    owner_en: str | None = None
    claimed: bool = False
    agreed: bool | None = None
    agreed_source: Source | None = None
    email_verified: bool | None = None
    opted_out: bool = False
    call_day: date | None = None
    quote_wish: Mapping[str, str] = field(default_factory=dict)
    us: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    heard: tuple[Heard, ...] = ()
    viewed: tuple[Viewed, ...] = ()
    cited: tuple[Cited, ...] = ()
    told: tuple[Told, ...] = ()
    calls: tuple[Called, ...] = ()
    acts: Mapping[str, UUID] = field(default_factory=dict)
    answered: Mapping[UUID, Heard] = field(default_factory=dict)
    events: Mapping[str, UUID] = field(default_factory=dict)

    def cell(self, slot: str) -> Cell:
        """Return the slot; one nobody spoke about is unknown."""
        return self.cells.get(slot) or Cell("unknown")

    def known(self, slot: str) -> Cell | None:
        """Return the slot if the prospect has told us."""
        cell = self.cell(slot)
        return cell if cell.status in ("known", "corrected") else None

    def event(self, *kinds: str) -> Source:
        """Return the newest event of the first kind there is, else the lead itself."""
        found = next((self.events[kind] for kind in kinds if kind in self.events), None)
        return Source("event", found) if found else Source("lead", self.lead_id)

    def message(self, message_id: UUID | None) -> Source:
        """Return the message, else the arrival of the lead."""
        return Source("message", message_id) if message_id else self.event("lead_received")
