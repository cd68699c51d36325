"""Rows of the plan for whoever is no buyer, puts it off or says no, and for wishes that a person or a paper fulfils."""

from __future__ import annotations

from app.conversation.plan_row import ANY, ENDED, REST, TOLD, WISHES, Row
from app.conversation.situations import Situation as S

PACK = ("honest", "received", "pack!", "call?", "answers")

NO_SALE: tuple[Row, ...] = (
    Row("job", frozenset({S.JOB}), ("honest", "job"), next="ended"),
    Row("pitch", frozenset({S.PITCH}), ("honest", "pitch"), next="ended"),
    Row("student", frozenset({S.STUDENT}), ("honest", "publicly!")),
    Row("competitor", frozenset({S.COMPETITOR}), ("honest", "competitor"), handoff="competitor"),
    Row(
        "business",
        frozenset({S.BUSINESS}),
        ("honest", "business", "call?"),
        asks="contact_only",
        handoff="business",
        next="waiting",
    ),
    Row("refusal", frozenset({S.REFUSAL}), ("honest", "refusal"), next="ended"),
    Row("later", frozenset({S.LATER}), ("honest", "received", "later", "offer?", "answers"), states=ENDED),
    Row(
        "later",
        frozenset({S.LATER}),
        ("honest", "received", "later", "offer?", "answers"),
        next="parked",
        states=ANY - ENDED,
    ),
)
# A wish that a person fulfils is told to one at once, and the questions go on.
A_WISH: tuple[Row, ...] = (
    Row(
        "trial",
        frozenset({S.MEETING, S.QUESTION, S.INFORMATION, S.THANKS, S.SMALLTALK, S.UNCLEAR}),
        ("honest", "received", "trial!", "answers"),
        guards=("wishes_a_trial",),
        asks="contact_first",
        handoff="trial",
        next="open",
    ),
    Row(
        "no_call_any_more",
        TOLD | {S.QUESTION, S.THANKS, S.SMALLTALK, S.UNCLEAR},
        ("honest", "without_a_call!", "answers"),
        guards=("call_dropped",),
        asks="contact_only",
        handoff="no_call_any_more",
    ),
    Row(
        "no_meeting_any_more",
        TOLD | {S.QUESTION, S.THANKS, S.SMALLTALK, S.UNCLEAR},
        ("honest", "meeting_dropped", "answers"),
        guards=("meeting_dropped",),
        handoff="no_meeting_any_more",
    ),
    Row(
        "is_it_fixed",
        frozenset({S.MEETING, S.WHEN, S.QUESTION, S.UNCLEAR, S.SMALLTALK, S.INFORMATION}),
        ("honest", "not_fixed"),
        guards=("asks_if_fixed",),
        asks="contact_only",
        handoff="when",
    ),
    Row(
        "when_known",
        frozenset({S.QUOTE, S.MEETING, S.DOCUMENT}),
        ("honest", "when!", "answers"),
        guards=("asks_when_it_comes", "time_known"),
        asks="contact_only",
        handoff="when",
    ),
    Row(
        "when_open",
        frozenset({S.QUOTE, S.MEETING, S.DOCUMENT}),
        ("honest", "when!", "answers"),
        guards=("asks_when_it_comes",),
        asks="contact_only",
        handoff="when",
    ),
    Row(
        "passed_on_already",
        WISHES - {S.DISCOUNT},
        ("honest", "received", "again!", "answers"),
        guards=("just_said",),
        asks="contact_only",
        handoff="again",
    ),
    Row(
        "customer",
        frozenset({S.CUSTOMER}),
        ("honest", "received", "customer", "beside?", "call?", "document?", "answers"),
        asks="contact_only",
        handoff="customer",
        next="waiting",
    ),
    Row(
        "discount_told",
        frozenset({S.DISCOUNT}),
        ("honest", "received", "document?", "answers", "no_discount"),
        guards=("discount_told",),
        asks="contact_first",
        handoff="discount",
        next="open",
    ),
    Row(
        "order",
        frozenset({S.ORDER}),
        ("honest", "received", "wish!", "beside?", "call?"),
        guards=("asks_nothing_else",),
        asks="contact_first",
        handoff="order",
        next="open",
    ),
    Row(
        "order",
        frozenset({S.ORDER}),
        ("honest", "received", "wish!", "beside?", "call?", *REST),
        asks="contact_first",
        handoff="order",
        next="open",
    ),
    *(
        Row(
            situation.value,
            frozenset({situation}),
            ("honest", "received", "wish!", *(() if situation is S.MEETING else ("call?",)), *REST),
            asks="contact_first",
            handoff=situation.value,
            next="open",
        )
        for situation in (S.DISCOUNT, S.QUOTE, S.QUESTIONNAIRE, S.CALL, S.MEETING)
    ),
    Row(
        "when_known",
        frozenset({S.WHEN}),
        ("honest", "received", "when!", "answers"),
        guards=("time_known",),
        asks="contact_only",
        handoff="when",
    ),
    Row(
        "when_open",
        frozenset({S.WHEN}),
        ("honest", "received", "when!", "answers"),
        asks="contact_only",
        handoff="when",
    ),
)
A_PAPER: tuple[Row, ...] = (
    Row("approval_pack", frozenset({S.APPROVAL_PACK}), PACK, asks="challenge_first", next="parked"),
    Row(
        "memo_filled_in",
        frozenset({S.INFORMATION}),
        ("honest", "received", "pack!"),
        guards=("memo_waits",),
        asks="contact_only",
    ),
    Row("document", frozenset({S.DOCUMENT}), ("honest", "received", *REST), asks="challenge_first", next="open"),
)
WISH_ROWS = (*NO_SALE, *A_WISH, *A_PAPER)
