"""Rows of the plan for whoever is in need, wants no messages or no machine, or has to be seen by a person at once."""

from __future__ import annotations

from app.conversation.plan_row import ALL, ANY, AT_ONCE, NEEDS_A_PERSON, PAPERS, TALK, WAITING, WISHED, WISHES, Row
from app.conversation.situations import Situation as S

STILL_IN_NEED = ALL - {S.CRISIS, S.OPT_OUT, S.QUESTION} - WISHES - PAPERS
TO_A_PERSON = ALL - {S.CRISIS, S.OPT_OUT}
NO_BUYER = frozenset({S.JOB, S.PITCH, S.STUDENT, S.COMPETITOR, S.REFUSAL, S.LANGUAGE, S.INJECTION, S.IDENTITY})
TRIES = frozenset({S.MEETING, S.QUESTION, S.INFORMATION, S.THANKS, S.SMALLTALK, S.UNCLEAR})  # what a trial may read as
MISREAD = frozenset({S.JOB, S.PITCH, S.COMPETITOR, S.OFF_TOPIC, S.INFORMATION, S.UNCLEAR})  # as may be, what is asked
NO_WISH = ALL - AT_ONCE - WISHED - {S.OPT_OUT}  # what is told or chatted about

IN_NEED: tuple[Row, ...] = (
    Row(
        "crisis",
        frozenset({S.CRISIS}),
        ("crisis",),
        guards=("opts_out_too",),
        handoff="crisis",
        next="waiting",
        refuses="messages",
    ),
    Row("crisis", frozenset({S.CRISIS}), ("crisis",), handoff="crisis", next="waiting"),
)
# A no to all messages holds; what they ask for themselves a person sees.
NO_MESSAGES: tuple[Row, ...] = (
    Row("after_opt_out_person", NEEDS_A_PERSON, guards=("opted_out", "by_mail"), handoff="after_opt_out", silent=True),
    Row("after_opt_out_wish", WISHED, guards=("opted_out", "by_mail"), handoff="after_opt_out", silent=True),
    Row(
        "after_opt_out_wish",
        NO_WISH - NO_BUYER,
        guards=("opted_out", "by_mail", "interested"),
        handoff="after_opt_out",
        silent=True,
    ),
    Row(
        "after_opt_out_wish",
        TRIES,
        guards=("opted_out", "by_mail", "wishes_a_trial"),
        handoff="after_opt_out",
        silent=True,
    ),
    Row("after_opt_out", ALL - AT_ONCE - WISHED, guards=("opted_out", "by_mail"), silent=True),
    Row(
        "after_opt_out_wish",
        TRIES,
        ("honest", "trial!"),
        guards=("opted_out", "wishes_a_trial"),
        asks="contact_only",
        handoff="after_opt_out",
    ),
    Row(
        "after_opt_out_wish",
        WISHES,
        ("honest", "again!"),
        guards=("opted_out", "just_said"),
        asks="contact_only",
        handoff="after_opt_out",
    ),
    Row(
        "after_opt_out_wish",
        WISHES | {S.DOCUMENT, S.WHEN},
        ("honest", "wish!"),
        guards=("opted_out",),
        asks="contact_only",
        handoff="after_opt_out",
    ),
    Row(
        "after_opt_out_answer",
        frozenset({S.QUESTION, S.APPROVAL_PACK}),
        ("honest", "answers", "filler"),
        guards=("opted_out", "interested"),
        handoff="after_opt_out",
    ),
    Row(
        "after_opt_out_answer",
        frozenset({S.QUESTION, S.APPROVAL_PACK}),
        ("honest", "answers", "filler"),
        guards=("opted_out",),
    ),
    Row("after_opt_out_answer", TALK, ("honest",), guards=("opted_out", "only_asks_who_made_it")),
    Row("after_opt_out_answer", frozenset({S.IDENTITY}), ("identity",), guards=("opted_out",)),
    Row(
        "after_opt_out_wish",
        NO_WISH - NO_BUYER,
        ("honest", "received", "filler"),
        guards=("opted_out", "interested"),
        handoff="after_opt_out",
    ),
    Row(
        "after_opt_out_wish",
        frozenset({S.INFORMATION, S.UNCLEAR}),
        ("honest", "received", "filler"),
        guards=("opted_out", "tells_more"),
        handoff="after_opt_out",
    ),
    Row("after_opt_out_answer", MISREAD, ("honest", "received", "filler"), guards=("opted_out", "asks")),
    Row(
        "after_opt_out", NO_WISH - {S.LANGUAGE, S.INJECTION, S.IDENTITY, S.STUDENT}, guards=("opted_out",), silent=True
    ),
    Row(
        "opt_out",
        frozenset({S.ABUSE}),
        ("opt_out",),
        guards=("opts_out_too",),
        handoff="abuse",
        next="ended",
        refuses="messages",
    ),
    Row(
        "opt_out",
        frozenset({S.OPT_OUT}),
        ("opt_out",),
        guards=("person_too",),
        handoff="after_opt_out",
        next="ended",
        refuses="messages",
    ),
    Row("opt_out", frozenset({S.OPT_OUT}), ("opt_out",), next="ended", refuses="messages"),
)
# Still in need: nothing but a plain question about the product leads away from it.
AFTER_NEED: tuple[Row, ...] = (
    Row(
        "crisis",
        STILL_IN_NEED,
        ("honest", "crisis"),
        guards=("in_crisis", "opts_out_too"),
        handoff="crisis",
        next="waiting",
        refuses="messages",
    ),
    Row("crisis", STILL_IN_NEED, ("honest", "crisis"), guards=("in_crisis",), handoff="crisis", next="waiting"),
    Row(
        "crisis",
        frozenset({S.QUESTION}),
        ("honest", "crisis"),
        guards=("in_crisis", "unanswered"),
        handoff="crisis",
        next="waiting",
    ),
)
# No machine any more: whatever they write goes to the person.
NO_MACHINE: tuple[Row, ...] = (
    Row(
        "ai_refused_before",
        TO_A_PERSON,
        ("thanks_for_contact!",),
        guards=("refused_ai", "gave_contact"),
        handoff="no_ai",
        next="waiting",
    ),
    Row(
        "ai_refused_before",
        TO_A_PERSON,
        guards=("refused_ai", "reminded"),
        handoff="no_ai",
        silent=True,
        next="waiting",
    ),
    Row("ai_refused_before", TO_A_PERSON, ("reminder",), guards=("refused_ai",), handoff="no_ai", next="waiting"),
    Row(
        "ai_refused",
        frozenset({S.NO_AI}),
        ("no_ai",),
        asks="contact_only",
        handoff="no_ai",
        next="waiting",
        refuses="ai",
    ),
)
A_PERSON: tuple[Row, ...] = (
    Row("abuse", frozenset({S.ABUSE}), ("honest", "abuse"), handoff="abuse", next="waiting"),
    Row(
        "passed_on_already",
        frozenset({S.THREAT}),
        ("honest", "reminder"),
        guards=("just_said",),
        handoff="again",
        next="waiting",
    ),
    Row(
        "passed_on_already",
        frozenset({S.SUPPORT}),
        ("honest", "again!"),
        guards=("just_said",),
        asks="contact_only",
        handoff="again",
        next="waiting",
    ),
    Row(
        "emergency",
        frozenset({S.EMERGENCY}),
        ("honest", "emergency"),
        guards=("opts_out_too",),
        handoff="emergency",
        next="waiting",
        refuses="messages",
    ),
    Row(
        "passed_on_already",
        frozenset({S.EMERGENCY}),
        ("honest", "again!"),
        guards=("just_said",),
        asks="contact_only",
        handoff="again",
        next="waiting",
    ),
    Row(
        "emergency",
        frozenset({S.EMERGENCY}),
        ("honest", "emergency", "call?"),
        asks="contact_only",
        handoff="emergency",
        next="waiting",
    ),
    Row("threat", frozenset({S.THREAT}), ("honest", "threat"), asks="contact_only", handoff="threat", next="waiting"),
    Row(
        "passed_on_already",
        frozenset({S.SORROW}),
        ("honest", "reminder"),
        guards=("just_said",),
        asks="contact_only",
        handoff="again",
        next="waiting",
    ),
    Row(
        "sorrow",
        frozenset({S.SORROW}),
        ("honest", "sympathy", "document?", "beside?", "call?", "answers"),
        asks="contact_only",
        handoff="sorrow",
        next="waiting",
    ),
    Row(
        "cancellation",
        frozenset({S.COMPLAINT, S.SUPPORT, S.CUSTOMER, S.QUESTION, S.INFORMATION, S.UNCLEAR}),
        ("honest", "cancellation", "call?"),
        guards=("cancels",),
        asks="contact_only",
        handoff="cancellation",
        next="waiting",
    ),
    Row(
        "complaint",
        frozenset({S.COMPLAINT}),
        ("honest", "complaint", "call?"),
        asks="contact_only",
        handoff="complaint",
        next="waiting",
    ),
    Row(
        "support",
        frozenset({S.SUPPORT}),
        ("honest", "received", "support", "call?", "answers"),
        asks="contact_only",
        handoff="support",
        next="waiting",
    ),
    Row(
        "passed_on_already",
        frozenset({S.HUMAN}),
        ("honest", "again!"),
        asks="contact_only",
        handoff="again",
        states=WAITING,
    ),
    Row(
        "human_wanted",
        frozenset({S.HUMAN}),
        ("honest", "handoff", "call?"),
        asks="contact_only",
        handoff="human",
        next="waiting",
        states=ANY - WAITING,
    ),
)
OTHER_LANGUAGE: tuple[Row, ...] = (
    Row(
        "other_language_before",
        frozenset({S.LANGUAGE}),
        ("thanks_for_contact!", "answers"),
        guards=("spoke_it", "told", "gave_contact"),
        handoff="again",
        next="waiting",
    ),
    Row(
        "other_language_before",
        frozenset({S.LANGUAGE}),
        ("answers", "reminder"),
        guards=("spoke_it", "told"),
        handoff="again",
        next="waiting",
    ),
    Row(
        "other_language",
        frozenset({S.LANGUAGE}),
        ("answers", "language!"),
        asks="contact_only",
        handoff="language",
        next="waiting",
    ),
)
PERSON_ROWS = (
    *IN_NEED,
    *NO_MESSAGES,
    *AFTER_NEED,
    *NO_MACHINE,
    *A_PERSON,
    Row("injection", frozenset({S.INJECTION}), ("honest", "injection")),
    *OTHER_LANGUAGE,
)
