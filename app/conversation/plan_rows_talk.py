"""Rows of the plan for what is asked, told and chatted about, and for what was not understood."""

from __future__ import annotations

from app.conversation.plan_row import ANY, ENDED, GOING, REST, TALK, TOLD, WAITING, Row
from app.conversation.situations import Situation as S

FAREWELL = ("honest", "received", "later", "offer?")

# About the talk itself: who made it, an apology, a goodbye.
ABOUT_THE_TALK: tuple[Row, ...] = (
    Row("identity", TALK | {S.QUESTION}, ("honest",), guards=("only_asks_who_made_it",)),
    Row("a_moment", frozenset({S.SMALLTALK}), guards=("asks_to_wait", "by_mail"), silent=True),
    Row(
        "a_moment",
        frozenset({S.SMALLTALK}),
        ("honest", "take_your_time"),
        guards=("asks_to_wait",),
        keeps_question=True,
    ),
    Row("asks_why", TALK | TOLD | {S.QUESTION}, ("honest", "why_we_ask"), guards=("asks_why",), keeps_question=True),
    Row("apology", TALK | TOLD, ("honest", "received", "answers"), guards=("apologises",), asks="contact_only"),
    Row("later", TOLD | {S.SMALLTALK, S.UNCLEAR}, FAREWELL, guards=("leaves",), next="parked", states=GOING),
)
ASKED_OR_TOLD: tuple[Row, ...] = (
    Row(
        "about_the_meeting",
        frozenset({S.QUESTION, S.IDENTITY, S.UNCLEAR}),
        ("honest", "received", "meeting_open"),
        guards=("about_the_meeting",),
        asks="contact_only",
    ),
    Row("identity", frozenset({S.IDENTITY}), ("received", "identity", "reminder"), states=WAITING),
    Row("identity", frozenset({S.IDENTITY}), ("received", "identity"), asks="challenge_first", states=ANY - WAITING),
    Row("question", frozenset({S.QUESTION}), ("honest", "received", *REST), asks="challenge_first", states=GOING),
    Row(
        "question_while_waiting",
        frozenset({S.QUESTION}),
        ("honest", "received", *REST),
        asks="contact_only",
        states=WAITING,
    ),
    Row(
        "question_after_no",
        frozenset({S.QUESTION}),
        ("honest", "received", "answers", "filler"),
        asks="contact_only",
        next="open",
        states=ENDED,
    ),
    Row("name_only", TOLD | {S.UNCLEAR}, ("honest", "name_only!", "answers"), guards=("name_only",)),
    Row(
        "information",
        frozenset({S.INFORMATION}),
        ("honest", "received", "hello!"),
        guards=("only_interested",),
        asks="challenge_first",
        states=GOING,
    ),
    Row(
        "information",
        frozenset({S.INFORMATION}),
        ("honest", "received", *REST, "offer?"),
        asks="challenge_first",
        states=GOING,
    ),
    Row(
        "said_while_waiting",
        TOLD,
        ("honest", "waiting"),
        guards=("nothing_new", "unanswered", "reminded"),
        states=WAITING,
    ),
    Row("said_while_waiting", TOLD, ("honest", "reminder"), guards=("nothing_new", "unanswered"), states=WAITING),
    Row("information_while_waiting", TOLD, ("honest", "received", *REST), asks="contact_only", states=WAITING),
    Row(
        "interest_after_no",
        TOLD,
        ("honest", "received", *REST),
        guards=("interested",),
        asks="contact_only",
        next="open",
        states=ENDED,
    ),
    Row("information_after_no", frozenset({S.INFORMATION}), ("honest", "received", "filler"), states=ENDED),
)
OUR_OFFER: tuple[Row, ...] = (
    Row(
        "human_wanted",
        frozenset({S.UNCLEAR, S.SMALLTALK}),
        ("honest", "handoff"),
        guards=("offered", "says_yes"),
        asks="contact_only",
        handoff="human",
        next="waiting",
        states=ANY - WAITING,
    ),
    Row(
        "offer_declined",
        frozenset({S.UNCLEAR, S.SMALLTALK}),
        ("honest", "next_step"),
        guards=("offered", "says_no"),
        states=ANY - WAITING,
    ),
)
NOTHING_TO_ANSWER: tuple[Row, ...] = (
    Row("thanks_mail", frozenset({S.THANKS}), guards=("by_mail", "later"), silent=True),
    Row("greeting", frozenset({S.SMALLTALK}), ("hello!",), guards=("first",), asks="challenge_first"),
    Row("thanks", frozenset({S.THANKS}), ("honest", "thanks")),
    Row("smalltalk_mail", frozenset({S.SMALLTALK}), guards=("by_mail",), silent=True, states=WAITING | ENDED),
    Row(
        "smalltalk",
        frozenset({S.SMALLTALK}),
        ("honest", "hello!"),
        guards=("aside",),
        asks="challenge_first",
        states=GOING,
    ),
    Row("smalltalk", frozenset({S.SMALLTALK}), ("honest", "received", "welcome"), asks="challenge_first", states=GOING),
    Row("smalltalk", frozenset({S.SMALLTALK}), ("honest", "received", "welcome"), states=WAITING | ENDED),
    Row("after_the_end", frozenset({S.OFF_TOPIC, S.UNCLEAR}), guards=("by_mail", "later"), silent=True, states=ENDED),
    Row("wrong_place", frozenset({S.OFF_TOPIC}), ("honest", "wrong_place"), guards=("wrong_place",)),
    Row("not_understood", frozenset({S.OFF_TOPIC}), ("honest", "unclear"), guards=("just_said",)),
    Row("off_topic", frozenset({S.OFF_TOPIC}), ("honest", "off_topic")),
)
# Not understood: a little more, then a person.
NOT_UNDERSTOOD: tuple[Row, ...] = (
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        ("honest", "thanks_for_answer"),
        guards=("denies",),
        asks="challenge_first",
        states=GOING,
    ),
    Row(
        "question",
        frozenset({S.UNCLEAR}),
        ("honest", "received", *REST),
        guards=("answered",),
        asks="challenge_first",
        states=GOING,
    ),
    Row(
        "question_while_waiting",
        frozenset({S.UNCLEAR}),
        ("honest", "received", *REST),
        guards=("answered",),
        states=WAITING,
    ),
    Row(
        "question_after_no",
        frozenset({S.UNCLEAR}),
        ("honest", "received", "answers", "filler"),
        guards=("answered",),
        states=ENDED,
    ),
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        ("honest", "received", *REST),
        guards=("learned",),
        asks="challenge_first",
        states=GOING,
    ),
    Row(
        "information_while_waiting",
        frozenset({S.UNCLEAR}),
        ("honest", "received", *REST),
        guards=("learned",),
        states=WAITING,
    ),
    Row("said_while_waiting", frozenset({S.UNCLEAR}), ("honest", "waiting"), guards=("reminded",), states=WAITING),
    Row("said_while_waiting", frozenset({S.UNCLEAR}), ("honest", "reminder"), states=WAITING),
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        ("honest", "thanks_for_answer"),
        guards=("tells_a_wish", "understood_so_far"),
        asks="challenge_first",
        states=GOING,
    ),
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        ("honest", "thanks_for_answer"),
        guards=("corrects",),
        asks="challenge_first",
        states=ANY - WAITING,
    ),
    Row(
        "information",
        frozenset({S.UNCLEAR}),
        ("honest", "thanks_for_answer"),
        guards=("understood_so_far", "answers_us"),
        asks="challenge_first",
        states=ANY - WAITING,
    ),
    Row(
        "not_understood",
        frozenset({S.UNCLEAR}),
        ("honest", "unclear"),
        guards=("understood_so_far", "lone"),
        states=ANY - WAITING,
    ),
    Row(
        "not_understood",
        frozenset({S.UNCLEAR}),
        ("honest", "unclear"),
        guards=("understood_so_far",),
        asks="challenge_first",
        states=ANY - WAITING,
    ),
    Row(
        "not_understood_twice",
        frozenset({S.UNCLEAR}),
        ("honest", "offer_person"),
        guards=("failed_once",),
        states=ANY - WAITING,
    ),
    Row(
        "not_understood_again",
        frozenset({S.UNCLEAR}),
        ("honest", "handoff"),
        asks="contact_only",
        handoff="not_understood",
        next="waiting",
        states=ANY - WAITING,
    ),
)
TALK_ROWS = (*ABOUT_THE_TALK, *ASKED_OR_TOLD, *OUR_OFFER, *NOTHING_TO_ANSWER, *NOT_UNDERSTOOD)
