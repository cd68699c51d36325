"""`sokuo jobs`: work that was given up after its last attempt, and another go at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

app = typer.Typer(help="Work that could not be done.", no_args_is_help=True, rich_markup_mode=None)
SHORT_ID = 8  # letters from the end of an id, where ids of one day differ


@app.command()
def dead(
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    most: Annotated[int, typer.Option("--most", help="At most so many, newest first.", min=1)] = 100,
) -> None:
    """List the jobs given up, newest first, with the kind and place of the last error."""
    from dataclasses import asdict

    import orjson

    from app.cli.open import open_database
    from app.jobs.port import dead_jobs

    with open_database() as parts:
        found = parts.database.read(lambda session: dead_jobs(session, limit=most))
    if json_:
        typer.echo(orjson.dumps([asdict(job) for job in found]).decode())
        return
    for job in found:
        typer.echo(
            f"{str(job.id)[-SHORT_ID:]}  {job.run_at.isoformat()[:16]}Z  {job.kind:<12}  "
            f"{job.attempts} attempts  {job.last_error or '-'}"
        )


@app.command()
def replay(
    job: Annotated[str | None, typer.Argument(help="The job's id or its last letters.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every job given up.")] = False,
) -> None:
    """Give a dead job all its attempts again; a running server begins within a second."""
    from app.cli.open import open_database
    from app.jobs import port

    if (job is None) is not all_:
        raise typer.BadParameter("give the id of a job, or --all")
    with open_database() as parts:
        now = parts.clock.now()

        def write(session: Session) -> int:
            if job is None:
                return port.replay_all(session, run_at=now)
            return int(port.replay(session, find_dead(session, job), run_at=now))

        again = parts.database.write(write)
    typer.echo(f"{again} queued again")


def find_dead(session: Session, wish: str) -> UUID:
    """Return the dead job with this id, or the only one whose id ends so; `NotFound` or `Conflict` otherwise."""
    from sqlalchemy import select

    from app.core.errors import Conflict, NotFound
    from app.models import Job

    wish = wish.strip().lower()
    dead = session.scalars(select(Job.id).where(Job.state == "dead"))
    found = [job_id for job_id in dead if wish and str(job_id).endswith(wish)]
    if len(found) > 1:
        raise Conflict("job_ambiguous", wish)
    if not found:
        raise NotFound("job_not_found", wish)
    return found[0]
