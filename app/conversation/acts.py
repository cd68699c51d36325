"""The things an assistant can say, one at a time. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.retrieval.passages import Passage

ActKind = Literal[
    "notice",
    "identity",
    "mirror",
    "timing_noted",
    "approval",
    "thanks_for_answer",
    "thanks_for_contact",
    "corrected",
    "no_need",
    "refusal_kept",
    "no_calls",
    "answer",
    "maybe",
    "dont_know",
    "not_found",
    "case",
    "document",
    "document_wanted",
    "pack",
    "no_discount",
    "quote",
    "quote_noted",
    "questionnaire",
    "meeting",
    "call_wanted",
    "call_noted",
    "call_outside",
    "when_known",
    "when_open",
    "customer",
    "handoff",
    "reminder",
    "complaint",
    "support",
    "crisis",
    "abuse",
    "threat",
    "no_ai",
    "opt_out",
    "refusal",
    "injection",
    "job",
    "pitch",
    "student",
    "competitor",
    "language",
    "language_answered",
    "hello",
    "welcome",
    "thanks",
    "off_topic",
    "unclear",
    "offer_person",
    "next_step",
    "waiting",
    "closed",
]
BY_A_PERSON: frozenset[ActKind] = frozenset(
    {
        "dont_know",
        "document_wanted",
        "handoff",
        "complaint",
        "support",
        "quote",
        "quote_noted",
        "questionnaire",
        "meeting",
        "call_wanted",
        "call_noted",
        "call_outside",
        "when_open",
        "customer",
        "threat",
        "no_ai",
        "language",
        "language_answered",
        "no_discount",
        "waiting",
    }
)  # what these say, a person will do
TIMED: frozenset[ActKind] = frozenset({"call_noted", "call_outside", "when_known"})  # these name a time themselves


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to say; `data` fills its text, `passages` are what it stands on."""

    kind: ActKind
    data: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
