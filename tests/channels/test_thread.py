"""A signed address leads to its conversation and nothing else does."""

from __future__ import annotations

import hmac
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.email import thread

OURS = "Sales@Minamo.example"


def sign(purpose: str, data: bytes) -> bytes:
    return hmac.digest(b"key", purpose.encode() + data, "sha256")


@given(st.uuids())
def test_an_address_of_ours_leads_back_and_only_for_its_purpose(ident: UUID) -> None:
    reply = thread.reply_address(OURS, ident, sign=sign)
    bounce = thread.bounce_address(OURS, ident, sign=sign)
    assert reply == reply.lower()
    assert thread.base_address(reply) == "sales@minamo.example"
    assert thread.conversation_of(reply.upper(), sign=sign) == ident == thread.message_of(bounce, sign=sign)
    assert thread.message_of(reply, sign=sign) is None
    assert thread.conversation_of(bounce, sign=sign) is None
    assert thread.conversation_of(reply.replace("+r-", "+b-"), sign=sign) is None


@given(st.uuids(), st.integers(0, 15), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_one_wrong_letter_of_the_signature_is_enough(ident: UUID, place: int, letter: str) -> None:
    local, _, domain = thread.reply_address(OURS, ident, sign=sign).partition("@")
    at = len(local) - 16 + place
    forged = f"{local[:at]}{letter}{local[at + 1 :]}@{domain}"
    assert thread.conversation_of(forged, sign=sign) == (ident if local[at] == letter else None)


@given(st.text(max_size=120))
def test_no_address_makes_it_stumble(address: str) -> None:
    assert thread.conversation_of(f"sales+r-{address}@x", sign=sign) is None
    thread.base_address(address)
    assert thread.reply_subject(address).startswith("Re:")


@pytest.mark.parametrize(
    "subject", ["見積の件", "Re: 見積の件", "RE: Re[2]: 見積の件", "返信: ＲＥ：見積の件", "Re^3: re(2): 見積の件"]
)
def test_a_subject_is_answered_with_one_re(subject: str) -> None:
    assert thread.reply_subject(subject) == "Re: 見積の件"


def test_words_that_begin_like_a_prefix_stay() -> None:
    assert thread.reply_subject("Reform: next year") == "Re: Reform: next year"


def test_references_grow_to_twenty_and_keep_the_first() -> None:
    known = [f"<{number}@x.example>" for number in range(30)]
    kept = thread.parents(known, "<new@x.example>")
    assert len(kept) == 20
    assert (kept[0], kept[-1]) == (known[0], "<new@x.example>")
