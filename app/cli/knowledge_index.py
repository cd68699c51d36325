"""`sokuo knowledge rebuild`, `check`, `calibrate`: the index and what it measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.knowledge_print import Json, bar, print_failures, print_json, say, state_of, table

if TYPE_CHECKING:
    from app.knowledge.calibrate import Calibrated
    from app.knowledge.health import Finding, Health

REMEDIES = {
    "wait": "the running server mends it within seconds; without one: sokuo knowledge rebuild",
    "rebuild": "sokuo knowledge rebuild; stop a running server before",
}
WHOLE_ELSEWHERE = "another process, such as the running server, keeps the index, and it is whole: nothing to build"


def rebuild(json_: Json = False) -> None:
    """Build the index anew while the old one serves."""
    from app.cli.open import open_library

    with open_library() as library:
        with bar():
            built = library.rebuild()
        health, findings = library.health(), () if built else library.check()
    if json_:
        print_json({"rebuilt": built, "health": health, "findings": findings})
    elif built:
        say(state_of(health))
    elif findings:
        _show_check(health, findings)
    else:
        say(WHOLE_ELSEWHERE)
    if findings:
        raise typer.Exit(1)


def check(json_: Json = False) -> None:
    """Say what is wrong with index and sources, and what to do."""
    from app.cli.open import open_library

    with open_library() as library:
        health, findings, sources = library.health(), library.check(), library.sources()
    failures = [failure for source in sources for failure in source.failures]
    if json_:
        print_json({"health": health, "findings": findings, "sources": failures})
    else:
        _show_check(health, findings)
        print_failures(failures)
    if findings or failures:
        raise typer.Exit(1)


def calibrate(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only measure; what holds stays.")] = False,
    json_: Json = False,
) -> None:
    """Measure from which evidence on to answer."""
    from app.cli.open import open_library

    with open_library() as library:
        library.refresh()
        with bar() as progress:
            found = (library.measure if dry_run else library.calibrate)(progress=progress)
        holds, fingerprint = library.thresholds(), library.health().fingerprint
    if json_:
        print_json(asdict(found) | {"saved": not dry_run, "fingerprint": fingerprint})
        return
    _show_curve(found)
    say()
    if not found.enough:
        say(f"{found.questions} questions are too few to go by: the defaults stay")
    if dry_run:
        say(f"not saved; what holds is answer from {holds.answer_from:.3f}, maybe from {holds.maybe_from:.3f}")
    else:
        say(f"saved in the database for the index {fingerprint}; a running server goes by it within a second")


def _show_check(health: Health, findings: Sequence[Finding]) -> None:
    say(state_of(health))
    if findings:
        say()
        table(
            ("Finding", "Count", "For example", "What to do"),
            [(one.code, one.count, ", ".join(one.examples), REMEDIES[one.remedy]) for one in findings],
            bends=("For example", "What to do"),
        )


def _show_curve(found: Calibrated) -> None:
    answer_from, maybe_from = found.thresholds.answer_from, found.thresholds.maybe_from
    say(f"{found.questions} questions made of your documents, each asked with and without the document that answers")
    say()
    rows = [
        (f"{point.threshold:.2f}", f"{point.answered:>8.0%}", f"{point.wrongly_answered:>16.0%}", marks)
        for point, marks in zip(found.curve, _marks(found), strict=True)
    ]
    table(("Evidence from", "Answered", "Wrongly answered", "Chosen"), rows, bends=())
    say()
    say(f"answer from {answer_from:.3f}, maybe from {maybe_from:.3f}")


def _marks(found: Calibrated) -> Iterator[str]:
    """Give for each point of the curve which band begins up to there."""
    below = float("-inf")
    for point in found.curve:
        begins = {"maybe": found.thresholds.maybe_from, "answer": found.thresholds.answer_from}
        yield ", ".join(
            f"{band} from {start:.3f}" for band, start in begins.items() if below < start <= point.threshold
        )
        below = point.threshold
