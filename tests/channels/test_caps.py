"""Two responders that answer each other come to rest, people who write do not notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.channels.email.caps import Sent, decide
from tests.conftest import TUESDAY_10_JST

MAIL = Sent(TUESDAY_10_JST, "talk", b"tanaka", b"minato", "Re: 料金の件")


def count_sent(every: timedelta, *, times: int, verified: bool, machine_like: bool, **first: object) -> int:
    """Answer once per `every` and return how many answers were let out."""
    history: list[Sent] = []
    for number in range(times):
        subject = f"Re: 料金の件 {number}" if first.get("new_subjects") else MAIL.subject
        mail = replace(MAIL, at=MAIL.at + number * every, subject=subject)
        lately = [sent for sent in history if mail.at - sent.at < timedelta(hours=24)]
        verdict = decide(lately, mail, verified=verified, machine_like=machine_like, an_hour=0, brake=500)
        history += [] if verdict else [mail]
    return len(history)


@pytest.mark.parametrize(
    ("verified", "machine_like", "new_subjects", "sent"),
    [
        (False, False, True, 1),  # nobody has shown that the address is theirs: one a day
        (True, True, False, 1),  # the same subject again and again
        (True, True, True, 4),  # four a day, ten minutes apart
        (True, False, False, 12),  # a person: twelve an hour
    ],
)
def test_an_hour_of_answers_every_ten_seconds_ends_early(
    verified: bool, machine_like: bool, new_subjects: bool, sent: int
) -> None:
    out = count_sent(
        timedelta(seconds=10), times=360, verified=verified, machine_like=machine_like, new_subjects=new_subjects
    )
    assert out == sent


def test_a_machine_is_not_answered_again_within_ten_minutes() -> None:
    before = replace(MAIL, subject="another")
    asked = {"verified": True, "machine_like": True, "an_hour": 0, "brake": 500}
    soon, later = (replace(MAIL, at=MAIL.at + timedelta(minutes=minutes)) for minutes in (9, 10))
    assert decide([before], soon, **asked) == "conversation_cap"  # type: ignore[arg-type]
    assert decide([before], later, **asked) is None  # type: ignore[arg-type]


def test_a_house_of_machines_gets_twenty_an_hour() -> None:
    history = [replace(MAIL, conversation=number, address=b"%d" % number) for number in range(20)]
    mail = replace(MAIL, at=MAIL.at + timedelta(minutes=59))
    asked = {"machine_like": False, "an_hour": 0, "brake": 500}
    assert decide(history, mail, verified=False, **asked) == "domain_cap"  # type: ignore[arg-type]
    assert decide(history, mail, verified=True, **asked) is None  # type: ignore[arg-type]
    assert decide(history, replace(mail, at=MAIL.at + timedelta(hours=1)), verified=False, **asked) is None  # type: ignore[arg-type]


def test_above_all_there_is_a_brake() -> None:
    assert decide([], MAIL, verified=True, machine_like=False, an_hour=500, brake=500) == "brake"
