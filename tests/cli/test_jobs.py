"""`sokuo jobs` shows what was given up and has it done after all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import orjson
import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from app.cli.main import cli, run
from app.cli.open import open_database
from app.core.ids import new_id
from app.jobs.kinds import AssignLead
from app.jobs.port import enqueue
from app.main import Parts
from app.models import Job

RUNNER = CliRunner()
LONG_AGO = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path))
    with open_database() as parts:
        for n in range(3):
            parts.database.write(lambda session, n=n: session.add(dead(n)))
        parts.database.write(lambda session: enqueue(session, AssignLead(lead_id=new_id()), run_at=LONG_AGO))
        yield parts


def dead(n: int) -> Job:
    return Job(
        id=UUID(int=n + 1),
        kind="notify_rep",
        payload={"assignment_id": str(UUID(int=n))},
        run_at=LONG_AGO + timedelta(days=n),
        state="dead",
        attempts=36,
        last_error="Unavailable notice_failed at app.flows.notify:35",
    )


def out(*arguments: str) -> str:
    result = RUNNER.invoke(cli, ["jobs", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def ready(office: Parts) -> list[tuple[UUID, int]]:
    query = select(Job.id, Job.attempts).where(Job.state == "ready", Job.kind == "notify_rep").order_by(Job.id)
    return office.database.read(lambda session: [(job_id, attempts) for job_id, attempts in session.execute(query)])


def test_dead_jobs_are_listed_newest_first_with_their_error(office: Parts) -> None:
    lines = out("dead").splitlines()
    assert [line.split()[0] for line in lines] == ["00000003", "00000002", "00000001"]
    assert "notice_failed at app.flows.notify:35" in lines[0]
    rows = orjson.loads(out("dead", "--json", "--most", "1"))
    assert [(row["id"], row["attempts"]) for row in rows] == [(str(UUID(int=3)), 36)]


def test_one_dead_job_is_replayed_by_the_end_of_its_id_and_then_all(office: Parts) -> None:
    assert out("replay", "00000002") == "1 queued again\n"
    assert ready(office) == [(UUID(int=2), 0)]
    assert out("replay", "--all") == "2 queued again\n"
    assert [attempts for _, attempts in ready(office)] == [0, 0, 0]
    assert out("dead") == ""


def test_an_unknown_job_is_one_line_of_error(office: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["jobs", "replay", "00000009"])
    assert capsys.readouterr().err == "sokuo: job_not_found: 00000009\n"


@pytest.mark.parametrize("arguments", [(), ("00000001", "--all")])
def test_a_job_or_all_of_them_has_to_be_named(office: Parts, arguments: tuple[str, ...]) -> None:
    assert RUNNER.invoke(cli, ["jobs", "replay", *arguments]).exit_code == 2
    assert ready(office) == []
