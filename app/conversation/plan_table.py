"""The plan as a table: in which state and situation the assistant says what, asks what, and what comes next.

For a state and a situation the first row counts whose guards all hold; the last one has none. `says` names pieces of
`plan_said`, or acts. The rows stand in `plan_rows_*`, what comes before all else first.
"""

from __future__ import annotations

from functools import cache

from app.conversation.memory import State
from app.conversation.plan_guards import GUARDS
from app.conversation.plan_row import Row
from app.conversation.plan_rows_person import PERSON_ROWS
from app.conversation.plan_rows_talk import TALK_ROWS
from app.conversation.plan_rows_wish import WISH_ROWS
from app.conversation.situations import Situation
from app.conversation.turn_facts import TurnFacts

ROWS: tuple[Row, ...] = (*PERSON_ROWS, *WISH_ROWS, *TALK_ROWS)
FAILED = frozenset({"not_understood", "not_understood_twice", "not_understood_again"})
REASONS = frozenset(row.reason for row in ROWS) | {"failure"}


def row_for(facts: TurnFacts) -> Row:
    """Return the row that decides this turn."""
    return next(
        row for row in rows(facts.memory.state, facts.situation) if all(GUARDS[name](facts) for name in row.guards)
    )


@cache
def rows(state: State, situation: Situation) -> tuple[Row, ...]:
    """Return the rows of a state and a situation, in the order in which they are tried."""
    return tuple(row.within(state) for row in ROWS if state in row.states and situation in row.situations)
