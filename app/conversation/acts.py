"""The things an assistant can say, one at a time. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.retrieval.passages import Passage

ActKind = Literal[
    "notice",
    "identity",
    "maker",
    "no_harm",
    "mirror",
    "timing_noted",
    "approval",
    "thanks_for_answer",
    "thanks_for_contact",
    "name_only",
    "corrected",
    "no_need",
    "refusal_kept",
    "no_calls",
    "answer",
    "maybe",
    "dont_know",
    "not_found",
    "not_now",
    "try_later",
    "case",
    "document",
    "document_wanted",
    "pack",
    "offer_pack",
    "offer_document",
    "no_discount",
    "quote",
    "quote_noted",
    "questionnaire",
    "questionnaire_noted",
    "meeting",
    "meeting_noted",
    "trial",
    "trial_only",
    "meeting_open",
    "not_fixed",
    "call_wanted",
    "call_noted",
    "call_outside",
    "call_not_then",
    "mail_instead",
    "call_dropped",
    "when_known",
    "when_open",
    "customer",
    "handoff",
    "reminder",
    "complaint",
    "support",
    "cancellation",
    "crisis",
    "emergency",
    "abuse",
    "threat",
    "no_ai",
    "opt_out",
    "refusal",
    "later",
    "injection",
    "job",
    "pitch",
    "student",
    "competitor",
    "business",
    "language",
    "language_answered",
    "hello",
    "both_languages",
    "welcome",
    "take_your_time",
    "why_we_ask",
    "thanks",
    "off_topic",
    "unclear",
    "offer_person",
    "next_step",
    "waiting",
    "closed",
]
CALLS: frozenset[ActKind] = frozenset({"call_wanted", "call_noted", "call_outside"})  # these take up a wish for a call
BY_A_PERSON: frozenset[ActKind] = CALLS | frozenset(
    {
        "dont_know",
        "not_now",
        "document_wanted",
        "handoff",
        "complaint",
        "support",
        "cancellation",
        "quote",
        "quote_noted",
        "questionnaire",
        "questionnaire_noted",
        "meeting",
        "meeting_noted",
        "trial",
        "trial_only",
        "meeting_open",
        "not_fixed",
        "mail_instead",
        "call_dropped",
        "when_open",
        "business",
        "customer",
        "emergency",
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
