"""Rows of the plan for what is asked, told and chatted about, and for what was not understood."""

from __future__ import annotations

from app.conversation.plan_row import ANY, ENDED, GOING, REST, TALK, TOLD, WAITING, Row
from app.conversation.situations import Situation as S

FAREWELL = ("honest", "received", "later", "offer?")

# About the talk itself: who made it, an apology, a goodbye.
ABOUT_THE_TALK: tuple[Row, ...] = (
    Row("identity", TALK | {S.QUESTION}, ANY, ("honest",), guards=("only_asks_who_made_it",)),
    Row("apology", TALK | TOLD, ANY, ("honest", "received", "answers"), guards=("apologises",), asks="contact_only"),
    Row("later", TOLD | {S.SMALLTALK, S.UNCLEAR}, GOING, FAREWELL, guards=("leaves",), next="parked"),
)
ASKED_OR_TOLD: tuple[Row, ...] = (
    Row("identity", frozenset({S.IDENTITY}), WAITING, ("received", "identity")),
    Row("identity", frozenset({S.IDENTITY}), ANY - WAITING, ("received", "identity"), asks="challenge_first"),
    Row("question", frozenset({S.QUESTION}), GOING, ("honest", "received", *REST), asks="challenge_first"),
    Row("question_while_waiting", frozenset({S.QUESTION}), WAITING, ("honest", "received", *REST), asks="contact_only"),
    Row(
        "question_after_no",
        frozenset({S.QUESTION}),
        ENDED,
        ("honest", "received", "answers", "filler"),
        asks="contact_only",
        next="open",
    ),
    Row("name_only", TOLD | {S.UNCLEAR}, ANY, ("honest", "name_only!", "answers"), guards=("name_only",)),
    Row(
        "information",
        frozenset({S.INFORMATION}),
        GOING,
        ("honest", "received", *REST, "offer?"),
        asks="challenge_first",
    ),
    Row("said_while_waiting", TOLD, WAITING, ("honest", "waiting"), ("nothing_new", "unanswered", "reminded")),
    Row("said_while_waiting", TOLD, WAITING, ("honest", "reminder"), ("nothing_new", "unanswered")),
    Row("information_while_waiting", TOLD, WAITING, ("honest", "received", *REST), asks="contact_only"),
    Row(
        "interest_after_no",
        TOLD,
        ENDED,
        ("honest", "received", *REST),
        guards=("interested",),
        asks="contact_only",
        next="open",
    ),
    Row("information_after_no", frozenset({S.INFORMATION}), ENDED, ("honest", "received", "filler")),
)
NOTHING_TO_ANSWER: tuple[Row, ...] = (
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
)
OUR_OFFER: tuple[Row, ...] = (
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
)
# Not understood: a little more, then a person.
NOT_UNDERSTOOD: tuple[Row, ...] = (
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
TALK_ROWS = (*ABOUT_THE_TALK, *ASKED_OR_TOLD, *NOTHING_TO_ANSWER, *OUR_OFFER, *NOT_UNDERSTOOD)
