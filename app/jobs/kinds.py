"""Every kind of work there is; a payload is frozen and holds ids only."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Work(BaseModel):
    """The payload of a job; `kind` is stored, so it never changes once released."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClassVar[str]


class AnswerTurn(Work):
    """The safety net behind an inline turn: answer what is still unanswered up to `answers_seq`."""

    kind: ClassVar[str] = "answer_turn"

    conversation_id: UUID
    answers_seq: int


class AssignLead(Work):
    """Give a lead that nobody is responsible for to the next free rep."""

    kind: ClassVar[str] = "assign_lead"

    lead_id: UUID


class NotifyRep(Work):
    """Tell the rep of an assignment; the first notice sent starts the clock."""

    kind: ClassVar[str] = "notify_rep"

    assignment_id: UUID


class ReassignDue(Work):
    """Nobody claimed in time: the next rep."""

    kind: ClassVar[str] = "reassign_due"

    clock_id: UUID
    assignment_id: UUID


class EscalateDue(Work):
    """Nobody made contact in time: the manager."""

    kind: ClassVar[str] = "escalate_due"

    clock_id: UUID


class ReadMail(Work):
    """Read a mail that is on disk: refuse it by rule, or take it into its conversation."""

    kind: ClassVar[str] = "read_mail"

    raw_id: UUID


class DeliverMail(Work):
    """Send a message of ours as mail."""

    kind: ClassVar[str] = "deliver_mail"

    message_id: UUID


class PromiseDue(Work):
    """A time told to a prospect comes near, or has come."""

    kind: ClassVar[str] = "promise_due"

    promise_id: UUID


class OpenQueue(Work):
    """A team opens: hand out the leads of the night."""

    kind: ClassVar[str] = "open_queue"

    team_id: UUID


class TellNews(Work):
    """Something a person has to know about a lead, whatever its clock says: to its owner, else to the manager."""

    kind: ClassVar[str] = "tell_news"

    lead_id: UUID
    about: str
    ref: str


class Housekeeping(Work):
    """Delete what has reached the end of its retention: what visitors looked at, ended sessions, old job keys."""

    kind: ClassVar[str] = "housekeeping"


KINDS: dict[str, type[Work]] = {
    kind.kind: kind
    for kind in (
        AnswerTurn,
        AssignLead,
        NotifyRep,
        ReassignDue,
        EscalateDue,
        ReadMail,
        DeliverMail,
        PromiseDue,
        OpenQueue,
        TellNews,
        Housekeeping,
    )
}
