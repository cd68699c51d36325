"""Sessions end when they should, and links work once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app.accounts import passwords, people, sessions
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Conflict, Invalid, NotFound, NotSignedIn
from app.core.security import Vault
from app.models import CredentialSession, Person

HASH = "not a real hash"


@pytest.fixture
def rep(database: Database, vault: Vault, clock: FixedClock) -> UUID:
    return database.write(
        lambda s: people.create(
            s, vault, name="佐藤 葵", role="rep", lang="ja", now=clock.now(), email="Aoi@Hibiki.example"
        )
    )


def held(database: Database, token: str, clock: FixedClock) -> sessions.SignedIn | None:
    return database.read(lambda s: sessions.find_person(s, token, now=clock.now()))


def opened(database: Database, rep: UUID, clock: FixedClock) -> str:
    return database.write(lambda s: sessions.open_person(s, rep, now=clock.now()))


def test_a_session_ends_after_thirty_idle_minutes(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    clock.advance(timedelta(minutes=29))
    assert held(database, token, clock) is not None
    clock.advance(timedelta(minutes=1))
    assert held(database, token, clock) is None


def test_a_busy_session_ends_after_twelve_hours(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    for _ in range(12 * 3 - 1):
        clock.advance(timedelta(minutes=20))
        signed_in = held(database, token, clock)
        assert signed_in is not None
        database.write(lambda s, who=signed_in: sessions.touch(s, who, now=clock.now()))
    clock.advance(timedelta(minutes=20))
    assert held(database, token, clock) is None


def test_doing_something_tells_routing_that_the_person_is_there(
    database: Database, rep: UUID, clock: FixedClock
) -> None:
    signed_in = held(database, opened(database, rep, clock), clock)
    assert signed_in is not None
    clock.advance(timedelta(minutes=5))
    database.write(lambda s: sessions.touch(s, signed_in, now=clock.now()))
    assert database.read(lambda s: s.get_one(Person, rep).last_seen_at) == clock.now()


def test_a_revoked_session_is_nobody(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    signed_in = held(database, token, clock)
    assert signed_in is not None
    database.write(lambda s: sessions.revoke(s, signed_in.session_id, now=clock.now()))
    assert held(database, token, clock) is None
    assert not database.read(lambda s: sessions.still_valid(s, signed_in.session_id, now=clock.now()))


def test_who_has_left_is_signed_out_at_once(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    database.write(lambda s: setattr(s.get_one(Person, rep), "active", False))
    assert held(database, token, clock) is None


def test_only_the_hash_of_a_token_is_stored(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    row = database.read(lambda s: s.query(CredentialSession).one())
    assert token.encode() not in row.token_hash
    assert len(row.token_hash) == 32


def test_a_link_sets_the_password_once_and_ends_other_sessions(
    database: Database, rep: UUID, clock: FixedClock
) -> None:
    before = opened(database, rep, clock)
    link = database.write(lambda s: sessions.make_link(s, rep, now=clock.now()))
    token = database.write(lambda s: sessions.use_link(s, link, password_hash=HASH, now=clock.now()))
    assert held(database, token, clock) is not None
    assert held(database, before, clock) is None
    with pytest.raises(NotSignedIn, match="link_invalid"):
        database.write(lambda s: sessions.use_link(s, link, password_hash=HASH, now=clock.now()))


def test_a_link_is_too_old_after_an_hour(database: Database, rep: UUID, clock: FixedClock) -> None:
    link = database.write(lambda s: sessions.make_link(s, rep, now=clock.now()))
    clock.advance(timedelta(hours=1))
    with pytest.raises(NotSignedIn, match="link_invalid"):
        database.read(lambda s: sessions.link_person(s, link, now=clock.now()))


def test_a_new_link_ends_the_earlier_one_and_no_session(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    first, second = (database.write(lambda s: sessions.make_link(s, rep, now=clock.now())) for _ in range(2))
    with pytest.raises(NotSignedIn, match="link_invalid"):
        database.read(lambda s: sessions.link_person(s, first, now=clock.now()))
    assert database.read(lambda s: sessions.link_person(s, second, now=clock.now())).id == rep
    assert held(database, token, clock) is not None


def test_a_session_token_is_no_link_and_a_link_no_session(database: Database, rep: UUID, clock: FixedClock) -> None:
    token = opened(database, rep, clock)
    link = database.write(lambda s: sessions.make_link(s, rep, now=clock.now()))
    assert held(database, link, clock) is None
    with pytest.raises(NotSignedIn):
        database.read(lambda s: sessions.link_person(s, token, now=clock.now()))


def test_an_address_is_found_in_any_case_and_given_once(
    database: Database, vault: Vault, rep: UUID, clock: FixedClock
) -> None:
    found = database.read(lambda s: people.find_by_email(s, vault, email=" aoi@hibiki.EXAMPLE "))
    assert found is not None
    assert found.id == rep
    assert b"hibiki" not in (found.email_enc or b"")
    with pytest.raises(Conflict, match="email_taken"):
        database.write(
            lambda s: people.create(
                s, vault, name="葵", role="rep", lang="ja", now=clock.now(), email="aoi@hibiki.example"
            )
        )


@pytest.mark.parametrize("email", ["", "aoi", "aoi@", "@hibiki.example", "a b@hibiki.example", "a@b@hibiki.example"])
def test_an_address_that_is_none_is_refused(database: Database, vault: Vault, clock: FixedClock, email: str) -> None:
    with pytest.raises(Invalid, match="email_invalid"):
        database.write(
            lambda s: people.create(s, vault, name="葵", role="rep", lang="ja", now=clock.now(), email=email)
        )


def test_a_link_is_made_for_known_people_only(database: Database, clock: FixedClock, rep: UUID) -> None:
    with pytest.raises(NotFound, match="person_not_found"):
        database.write(lambda s: sessions.make_link(s, UUID(int=0), now=clock.now()))


def test_passwords_are_argon2id_and_long_enough() -> None:
    stored = passwords.hashed("correct horse battery")
    assert stored.startswith("$argon2id$")
    assert passwords.matches("correct horse battery", stored)
    assert not passwords.matches("correct horse batterz", stored)
    assert not passwords.matches("the password of nobody", None)
    with pytest.raises(Invalid, match="password_too_short"):
        passwords.hashed("eleven char")
    with pytest.raises(Invalid, match="password_too_long"):
        passwords.hashed("x" * 129)
