"""The permission table, cell by cell."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.accounts.attempts import Attempts
from app.accounts.roles import Operation, may, may_see_team
from app.core.errors import TooMany

OWN, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("role", "operation", "allowed"),
    [
        ("rep", "read_leads", True),
        ("rep", "work_leads", True),
        ("rep", "read_every_team", False),
        ("manager", "read_leads", True),
        ("manager", "work_leads", True),
        ("manager", "read_every_team", True),
        ("admin", "read_leads", True),
        ("admin", "work_leads", True),
        ("admin", "read_every_team", True),
        ("visitor", "read_leads", False),
    ],
)
def test_every_role_may_do_what_the_table_says(role: str, operation: Operation, *, allowed: bool) -> None:
    assert may(role, operation) is allowed


def test_a_rep_sees_the_own_team_only() -> None:
    assert may_see_team("rep", OWN, OWN)
    assert not may_see_team("rep", OWN, OTHER)
    assert not may_see_team("rep", None, OTHER)
    assert may_see_team("manager", OWN, OTHER)
    assert may_see_team("admin", None, OTHER)


def test_the_eleventh_try_on_an_account_waits_wherever_it_comes_from() -> None:
    attempts = Attempts()
    for number in range(10):
        attempts.count(b"aoi", address=f"192.0.2.{number}")
    with pytest.raises(TooMany) as refused:
        attempts.count(b"aoi", address="192.0.2.99")
    assert refused.value.retry_after is not None
    assert 0 < refused.value.retry_after <= 15 * 60
    attempts.count(b"ken", address="192.0.2.99")


def test_one_address_cannot_fail_on_many_accounts_but_an_office_may_sign_in() -> None:
    attempts = Attempts()
    for number in range(100):
        attempts.count(f"right {number}".encode(), address="192.0.2.1")
    for number in range(60):
        attempts.count(f"wrong {number}".encode(), address="192.0.2.1")
        attempts.failed(address="192.0.2.1")
    with pytest.raises(TooMany):
        attempts.count(b"another", address="192.0.2.1")
