"""The plan as a table: in which state and situation the assistant says what, asks what, and what comes next.

For a state and a situation the first row counts whose guards all hold; the last one has none. `says` names pieces of
`plan_said`, or acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from app.conversation.asking import Order
from app.conversation.memory import State
from app.conversation.plan_guards import GUARDS
from app.conversation.situations import Situation as S
from app.conversation.turn_facts import TurnFacts

STATES: tuple[State, ...] = get_args(State)
ANY: frozenset[State] = frozenset(STATES)
OPEN: frozenset[State] = frozenset({"open"})
WAITING: frozenset[State] = frozenset({"waiting"})
PARKED: frozenset[State] = frozenset({"parked"})
ENDED: frozenset[State] = frozenset({"ended"})
GOING = OPEN | PARKED
ALL = frozenset(S)
NEEDS_A_PERSON = frozenset({S.ABUSE, S.THREAT, S.COMPLAINT, S.SUPPORT, S.NO_AI, S.HUMAN})
AT_ONCE = NEEDS_A_PERSON | {S.CRISIS}
WISHES = frozenset({S.CUSTOMER, S.DISCOUNT, S.QUOTE, S.QUESTIONNAIRE, S.CALL, S.MEETING})
PAPERS = frozenset({S.DOCUMENT, S.APPROVAL_PACK})
TOLD = frozenset({S.INFORMATION})
DIRECT = frozenset({S.QUESTION, S.IDENTITY, S.STUDENT, S.WHEN}) | PAPERS | WISHES


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `next` None keeps the state. `silent`: nothing is sent.

    `refuses` is remembered as refused. `reason` has a text in the console (`why.<reason>`).
    """

    reason: str
    situations: frozenset[S]
    states: frozenset[State]
    says: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    asks: Order = "nothing"
    handoff: str | None = None
    next: State | None = None
    silent: bool = False
    refuses: str | None = None


PACK = ("honest", "received", "pack!", "call?", "answers")
REST = ("document?", "answers", "case?", "filler")

ROWS: tuple[Row, ...] = (
    # in need, or out of bounds: before all else
    Row("crisis", frozenset({S.CRISIS}), ANY, ("crisis",), handoff="crisis", next="waiting"),
    # no messages any more
    Row("after_opt_out", ALL - AT_ONCE, ANY, guards=("opted_out", "by_mail"), silent=True),
    Row(
        "after_opt_out_person", NEEDS_A_PERSON, ANY, (), ("opted_out", "by_mail"), handoff="after_opt_out", silent=True
    ),
    Row(
        "after_opt_out",
        ALL - AT_ONCE - DIRECT - {S.OPT_OUT, S.LANGUAGE, S.INJECTION},
        ANY,
        guards=("opted_out",),
        silent=True,
    ),
    Row(
        "after_opt_out_answer",
        frozenset({S.QUESTION, S.APPROVAL_PACK}),
        ANY,
        ("honest", "answers", "filler"),
        guards=("opted_out",),
    ),
    Row("opt_out", frozenset({S.OPT_OUT}), ANY, ("opt_out",), next="ended", refuses="messages"),
    # still in need: nothing but a plain question about the product leads away from it
    Row(
        "crisis",
        ALL - {S.CRISIS, S.OPT_OUT, S.QUESTION} - WISHES - PAPERS,
        ANY,
        ("honest", "crisis"),
        guards=("in_crisis",),
        handoff="crisis",
        next="waiting",
    ),
    Row(
        "crisis",
        frozenset({S.QUESTION}),
        ANY,
        ("honest", "crisis"),
        guards=("in_crisis", "unanswered"),
        handoff="crisis",
        next="waiting",
    ),
    # no machine any more: whatever they write goes to the person
    Row(
        "ai_refused_before",
        ALL - {S.CRISIS, S.OPT_OUT},
        ANY,
        ("thanks_for_contact",),
        guards=("refused_ai", "gave_contact"),
        handoff="no_ai",
        next="waiting",
    ),
    Row(
        "ai_refused_before",
        ALL - {S.CRISIS, S.OPT_OUT},
        ANY,
        guards=("refused_ai", "reminded"),
        handoff="no_ai",
        silent=True,
        next="waiting",
    ),
    Row(
        "ai_refused_before",
        ALL - {S.CRISIS, S.OPT_OUT},
        ANY,
        ("reminder",),
        guards=("refused_ai",),
        handoff="no_ai",
        next="waiting",
    ),
    Row("ai_refused", frozenset({S.NO_AI}), ANY, ("no_ai",), handoff="no_ai", next="waiting", refuses="ai"),
    # a person at once
    Row("abuse", frozenset({S.ABUSE}), ANY, ("honest", "abuse"), handoff="abuse", next="waiting"),
    Row(
        "passed_on_already",
        frozenset({S.THREAT}),
        ANY,
        ("honest", "reminder"),
        guards=("just_said",),
        handoff="again",
        next="waiting",
    ),
    Row(
        "passed_on_already",
        frozenset({S.SUPPORT}),
        ANY,
        ("honest", "again!"),
        guards=("just_said",),
        asks="contact_only",
        handoff="again",
        next="waiting",
    ),
    Row("threat", frozenset({S.THREAT}), ANY, ("honest", "threat"), handoff="threat", next="waiting"),
    Row(
        "complaint",
        frozenset({S.COMPLAINT}),
        ANY,
        ("honest", "complaint", "call?"),
        asks="contact_only",
        handoff="complaint",
        next="waiting",
    ),
    Row(
        "support",
        frozenset({S.SUPPORT}),
        ANY,
        ("honest", "received", "support", "call?", "answers"),
        asks="contact_only",
        handoff="support",
        next="waiting",
    ),
    Row(
        "passed_on_already",
        frozenset({S.HUMAN}),
        WAITING,
        ("honest", "again!"),
        asks="contact_only",
        handoff="again",
    ),
    Row(
        "human_wanted",
        frozenset({S.HUMAN}),
        ANY - WAITING,
        ("honest", "handoff", "call?"),
        asks="contact_only",
        handoff="human",
        next="waiting",
    ),
    Row("injection", frozenset({S.INJECTION}), ANY, ("honest", "injection")),
    Row(
        "other_language_before",
        frozenset({S.LANGUAGE}),
        ANY,
        ("thanks_for_contact", "answers"),
        guards=("spoke_it", "told", "gave_contact"),
        handoff="again",
        next="waiting",
    ),
    Row(
        "other_language_before",
        frozenset({S.LANGUAGE}),
        ANY,
        ("answers", "reminder"),
        guards=("spoke_it", "told"),
        handoff="again",
        next="waiting",
    ),
    Row("other_language", frozenset({S.LANGUAGE}), ANY, ("answers", "language!"), handoff="language", next="waiting"),
    # no sale
    Row("job", frozenset({S.JOB}), ANY, ("honest", "job"), next="ended"),
    Row("pitch", frozenset({S.PITCH}), ANY, ("honest", "pitch"), next="ended"),
    Row("student", frozenset({S.STUDENT}), ANY, ("honest", "publicly!")),
    Row("competitor", frozenset({S.COMPETITOR}), ANY, ("honest", "competitor"), handoff="competitor"),
    Row("refusal", frozenset({S.REFUSAL}), ANY, ("honest", "refusal"), next="ended"),
    # wishes that a person fulfils: told at once, and the questions go on
    Row(
        "passed_on_already",
        WISHES - {S.DISCOUNT},
        ANY,
        ("honest", "received", "again!", "answers"),
        guards=("just_said",),
        asks="contact_only",
        handoff="again",
    ),
    Row(
        "customer",
        frozenset({S.CUSTOMER}),
        ANY,
        ("honest", "received", "customer", "call?", "document?", "answers"),
        asks="contact_only",
        handoff="customer",
        next="waiting",
    ),
    *(
        Row(
            situation.value,
            frozenset({situation}),
            states,
            ("honest", "received", *line, *REST),
            asks="contact_only" if states is WAITING else "contact_first",
            handoff=situation.value,
            next=None if states is WAITING else "open",
        )
        for situation, line in (
            (S.DISCOUNT, ("no_discount", "call?")),
            (S.QUOTE, ("quote!", "call?")),
            (S.QUESTIONNAIRE, ("questionnaire", "call?")),
            (S.CALL, ("call?",)),
            (S.MEETING, ("meeting",)),
        )
        for states in (WAITING, ANY - WAITING)
    ),
    Row("approval_pack", frozenset({S.APPROVAL_PACK}), WAITING, PACK, asks="contact_only"),
    Row("approval_pack", frozenset({S.APPROVAL_PACK}), ANY - WAITING, PACK, asks="challenge_first", next="parked"),
    Row(
        "when_known",
        frozenset({S.WHEN}),
        ANY,
        ("honest", "received", "when!", "answers"),
        guards=("time_known",),
        asks="contact_only",
        handoff="when",
    ),
    Row(
        "when_open",
        frozenset({S.WHEN}),
        ANY,
        ("honest", "received", "when!", "answers"),
        asks="contact_only",
        handoff="when",
    ),
    # what a document can do
    Row("document", frozenset({S.DOCUMENT}), WAITING, ("honest", "received", *REST), asks="contact_only"),
    Row(
        "document",
        frozenset({S.DOCUMENT}),
        ANY - WAITING,
        ("honest", "received", *REST),
        asks="challenge_first",
        next="open",
    ),
    Row("identity", frozenset({S.IDENTITY}), WAITING, ("received", "identity")),
    Row("identity", frozenset({S.IDENTITY}), ANY - WAITING, ("received", "identity"), asks="challenge_first"),
    Row("question", frozenset({S.QUESTION}), GOING, ("honest", "received", *REST), asks="challenge_first"),
    Row("question_while_waiting", frozenset({S.QUESTION}), WAITING, ("honest", "received", *REST), asks="contact_only"),
    Row("question_after_no", frozenset({S.QUESTION}), ENDED, ("honest", "received", "answers", "filler")),
    Row("information", frozenset({S.INFORMATION}), GOING, ("honest", "received", *REST), asks="challenge_first"),
    Row("said_while_waiting", TOLD, WAITING, ("honest", "waiting"), ("nothing_new", "unanswered", "reminded")),
    Row("said_while_waiting", TOLD, WAITING, ("honest", "reminder"), ("nothing_new", "unanswered")),
    Row("information_while_waiting", TOLD, WAITING, ("honest", "received", *REST), asks="contact_only"),
    Row("information_after_no", frozenset({S.INFORMATION}), ENDED, ("honest", "received", "filler")),
    # nothing to answer
    Row("thanks_mail", frozenset({S.THANKS}), ANY, guards=("by_mail", "later"), silent=True),
    Row("greeting", frozenset({S.SMALLTALK}), ANY, ("hello",), guards=("first",), asks="challenge_first"),
    Row("thanks", frozenset({S.THANKS}), ANY, ("honest", "thanks")),
    Row("smalltalk_mail", frozenset({S.SMALLTALK}), WAITING | ENDED, guards=("by_mail",), silent=True),
    Row("smalltalk", frozenset({S.SMALLTALK}), GOING, ("honest", "hello"), ("aside",), asks="challenge_first"),
    Row("smalltalk", frozenset({S.SMALLTALK}), GOING, ("honest", "received", "welcome"), asks="challenge_first"),
    Row("smalltalk", frozenset({S.SMALLTALK}), WAITING | ENDED, ("honest", "received", "welcome")),
    Row("after_the_end", frozenset({S.OFF_TOPIC, S.UNCLEAR}), ENDED, guards=("by_mail", "later"), silent=True),
    Row("not_understood", frozenset({S.OFF_TOPIC}), ANY, ("honest", "unclear"), guards=("just_said",)),
    Row("off_topic", frozenset({S.OFF_TOPIC}), ANY, ("honest", "off_topic")),
    # the answer to our offer of a person
    Row(
        "human_wanted",
        frozenset({S.UNCLEAR}),
        ANY - WAITING,
        ("honest", "handoff"),
        guards=("offered", "says_yes"),
        asks="contact_only",
        handoff="human",
        next="waiting",
    ),
    Row(
        "offer_declined", frozenset({S.UNCLEAR}), ANY - WAITING, ("honest", "next_step"), guards=("offered", "says_no")
    ),
    Row("information", frozenset({S.UNCLEAR}), GOING, ("honest", "thanks_for_answer"), ("denies",), "challenge_first"),
    # not understood: a little more, then a person
    Row(
        "question",
        frozenset({S.UNCLEAR}),
        GOING,
        ("honest", "received", *REST),
        guards=("answered",),
        asks="challenge_first",
    ),
    Row("question_while_waiting", frozenset({S.UNCLEAR}), WAITING, ("honest", "received", *REST), guards=("answered",)),
    Row("question_after_no", frozenset({S.UNCLEAR}), ENDED, ("honest", "received", "answers", "filler"), ("answered",)),
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        GOING,
        ("honest", "received", *REST),
        guards=("learned",),
        asks="challenge_first",
    ),
    Row("information_while_waiting", frozenset({S.UNCLEAR}), WAITING, ("honest", "received", *REST), ("learned",)),
    Row("said_while_waiting", frozenset({S.UNCLEAR}), WAITING, ("honest", "waiting"), guards=("reminded",)),
    Row("said_while_waiting", frozenset({S.UNCLEAR}), WAITING, ("honest", "reminder")),
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        ANY - WAITING,
        ("honest", "thanks_for_answer"),
        guards=("understood_so_far", "answers_us"),
        asks="challenge_first",
    ),
    Row(
        "not_understood",
        frozenset({S.UNCLEAR}),
        ANY - WAITING,
        ("honest", "unclear"),
        guards=("understood_so_far", "lone"),
    ),
    Row(
        "not_understood",
        frozenset({S.UNCLEAR}),
        ANY - WAITING,
        ("honest", "unclear"),
        guards=("understood_so_far",),
        asks="challenge_first",
    ),
    Row(
        "not_understood_twice",
        frozenset({S.UNCLEAR}),
        ANY - WAITING,
        ("honest", "offer_person"),
        guards=("failed_once",),
    ),
    Row(
        "not_understood_again",
        frozenset({S.UNCLEAR}),
        ANY - WAITING,
        ("honest", "handoff"),
        asks="contact_only",
        handoff="not_understood",
        next="waiting",
    ),
)
FAILED = frozenset({"not_understood", "not_understood_twice", "not_understood_again"})
REASONS = frozenset(row.reason for row in ROWS) | {"failure"}


def row_for(facts: TurnFacts) -> Row:
    """Return the row that decides this turn."""
    return next(
        row for row in rows(facts.memory.state, facts.situation) if all(GUARDS[name](facts) for name in row.guards)
    )


def rows(state: State, situation: S) -> tuple[Row, ...]:
    """Return the rows of a state and a situation, in the order in which they are tried."""
    return tuple(row for row in ROWS if state in row.states and situation in row.situations)
