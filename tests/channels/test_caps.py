"""Two responders that answer each other come to rest, people who write do not notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.channels.email.caps import Hold, Sent, Trust, decide
from tests.conftest import TUESDAY_10_JST

MAIL = Sent(TUESDAY_10_JST, "talk", b"tanaka", b"minato", "Re: 料金の件")


MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def count_sent(
    every: timedelta, *, times: int, new_subjects: bool = True, new_threads: bool = False, **how: Any
) -> int:
    """Answer once per `every` and return how many answers were let out."""
    history: list[Sent] = []
    for number in range(times):
        mail = replace(
            MAIL,
            at=MAIL.at + number * every,
            subject=f"Re: 料金の件 {number}" if new_subjects else MAIL.subject,
            conversation=number if new_threads else MAIL.conversation,
        )
        lately = [sent for sent in history if mail.at - sent.at < timedelta(hours=24)]
        history += [] if decide(lately, mail, an_hour=0, brake=500, **how) else [mail]
    return len(history)


@pytest.mark.parametrize(
    ("trust", "machine_like", "new_subjects", "sent"),
    [
        ("typed", False, True, 1),  # anybody may have typed the address: one a day
        ("dmarc", False, False, 1),  # the same subject again and again
        ("dmarc", False, True, 4),  # four a day, ten minutes apart
        ("answered", False, False, 4),  # who answers our mail keeps its subject
        ("token", True, False, 1),
        ("token", False, False, 12),  # a person: twelve an hour
    ],
)
def test_an_hour_of_answers_every_ten_seconds_ends_early(
    trust: Trust, *, machine_like: bool, new_subjects: bool, sent: int
) -> None:
    every = timedelta(seconds=10)
    assert count_sent(every, times=360, trust=trust, machine_like=machine_like, new_subjects=new_subjects) == sent


def test_forty_mails_in_new_threads_from_a_domain_that_passes_dmarc_get_four_answers() -> None:
    every = timedelta(seconds=5)
    assert count_sent(every, times=40, new_threads=True, trust="dmarc", machine_like=False) == 4


def test_who_answers_us_at_once_waits_ten_minutes_and_a_machine_gets_nothing() -> None:
    asked = {"an_hour": 0, "brake": 500}
    soon, later = (replace(MAIL, at=MAIL.at + minutes * MINUTE) for minutes in (9, 10))
    assert decide([MAIL], soon, trust="answered", machine_like=False, **asked) == Hold("pause", later.at)
    assert decide([MAIL], later, trust="answered", machine_like=False, **asked) is None
    assert decide([MAIL], soon, trust="answered", machine_like=True, **asked) == Hold("machine")


def test_a_house_of_machines_gets_twenty_an_hour_and_the_rest_later() -> None:
    history = [replace(MAIL, conversation=number, address=b"%d" % number) for number in range(20)]
    mail, after = (replace(MAIL, at=MAIL.at + minutes * MINUTE) for minutes in (59, 60))
    asked: dict[str, Any] = {"machine_like": False, "an_hour": 0, "brake": 500}
    assert decide(history, mail, trust="typed", **asked) == Hold("domain_cap", MAIL.at + HOUR)
    assert decide(history, mail, trust="token", **asked) is None
    assert decide(history, after, trust="typed", **asked) is None


def test_above_all_there_is_a_brake() -> None:
    braked = decide([], MAIL, trust="token", machine_like=False, an_hour=500, brake=500)
    assert braked == Hold("brake", MAIL.at + 5 * MINUTE)
