"""P2: what the outside world can see is done once, wherever the process dies."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.db import Database
from app.jobs.effects import NotSentError, Performed, perform
from app.models.job import Effect

pytestmark = pytest.mark.anyio


class Killed(BaseException):
    """The process ends here."""


class Outside:
    """A mail server: what has arrived, and where the next send is cut."""

    def __init__(self, *cuts: BaseException, arrives: bool = True) -> None:
        self.arrived: list[str] = []
        self.cuts = list(cuts)
        self.arrives = arrives

    async def send(self) -> str:
        cut = self.cuts.pop(0) if self.cuts else None
        if cut is None or self.arrives:
            self.arrived.append("mail")
        if cut is not None:
            raise cut
        return "<1@sokuo.example>"

    async def reconcile(self) -> bool:
        return bool(self.arrived)


async def test_an_effect_is_done_once_and_its_id_is_kept(any_database: Database, clock: FixedClock) -> None:
    outside = Outside()
    for _ in range(2):
        done = await perform(any_database, "mail:1", send=outside.send, now=clock.now())
        assert done == Performed("sent", "<1@sokuo.example>")
    await perform(any_database, "mail:2", send=outside.send, now=clock.now())
    assert len(outside.arrived) == 2


@pytest.mark.parametrize("cut", [Killed(), ConnectionResetError()], ids=["killed", "cut"])
@pytest.mark.parametrize("arrives", [True, False], ids=["arrived", "lost"])
async def test_between_send_and_mark_the_outside_is_asked(
    database: Database, clock: FixedClock, cut: BaseException, arrives: bool
) -> None:
    outside = Outside(cut, arrives=arrives)
    with pytest.raises(type(cut)):
        await perform(database, "mail:1", send=outside.send, reconcile=outside.reconcile, now=clock.now())
    done = await perform(database, "mail:1", send=outside.send, reconcile=outside.reconcile, now=clock.now())
    assert done.state == "sent"
    assert outside.arrived == ["mail"]


async def test_what_nobody_can_tell_is_unknown_and_not_repeated(any_database: Database, clock: FixedClock) -> None:
    outside = Outside(Killed())
    with pytest.raises(Killed):
        await perform(any_database, "mail:1", send=outside.send, now=clock.now())
    for _ in range(2):
        assert (await perform(any_database, "mail:1", send=outside.send, now=clock.now())).state == "unknown"
    assert outside.arrived == ["mail"]


async def test_what_surely_did_not_leave_is_tried_again(any_database: Database, clock: FixedClock) -> None:
    outside = Outside(NotSentError(), arrives=False)
    with pytest.raises(NotSentError):
        await perform(any_database, "mail:1", send=outside.send, now=clock.now())
    assert any_database.read(lambda session: session.scalar(select(Effect.state))) == "planned"
    assert (await perform(any_database, "mail:1", send=outside.send, now=clock.now())).state == "sent"
    assert outside.arrived == ["mail"]
