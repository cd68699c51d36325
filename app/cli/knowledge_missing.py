"""`sokuo knowledge missing`: what prospects asked and nobody's document answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.cli.knowledge_print import Json, print_json, say, table, when

if TYPE_CHECKING:
    from app.knowledge.missing import Group


def missing(json_: Json = False) -> None:
    """List the questions that no document answers."""
    from app.cli.open import open_database
    from app.knowledge.missing import open_groups

    with open_database() as parts:
        rows = parts.database.read(lambda session: [_row(group) for group in open_groups(session)])
    if json_:
        print_json(rows)
    elif rows:
        table(
            ("Leads", "Lang", "Last asked", "Question"),
            [(row["leads"], row["lang"], when(row["last_at"]), row["question"]) for row in rows],
            bends=("Question",),
        )
    else:
        say("there is no open question")


def _row(group: Group) -> dict[str, Any]:
    return {
        "question": group.newest.text,
        "lang": group.newest.lang,
        "verdict": group.newest.verdict,
        "leads": len(group.leads),
        "questions": [question.text for question in group.questions],
        "first_at": group.first_at,
        "last_at": group.newest.at,
        "document_id": group.document_id,
    }
