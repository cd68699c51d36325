"""Mails made to stop, to fill or to deceive: each costs little, and nobody passes for somebody else."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

import pytest

from app.channels.email import charset, intake
from app.channels.email.classify import author, judge
from app.channels.email.html_text import html_text
from app.channels.email.parse import MOST_LINES, Unreadable, parse
from app.channels.email.reply_text import visible_reply
from tests.channels.mails import mail, raw_mail
from tests.channels.test_intake import OURS, Keeper, Peer, listening

PASS = "mx.minamo.example; dmarc=pass header.from="


def _parts(one: str, count: int) -> bytes:
    return raw_mail(f"--B\r\n{one}\r\n" * count, Content_Type="multipart/mixed; boundary=B")


@pytest.mark.parametrize(
    "raw",
    [
        raw_mail('<p style="font-size:' + " " * 30_000, Content_Type="text/html"),
        raw_mail("<p " + " ".join(f"a{n}" for n in range(150_000)) + ">", Content_Type="text/html"),
        raw_mail("a" * 40_000),
        raw_mail(("a" * 399 + " wrote:\r\n") * 490),
        raw_mail("user" + "'-" * 90 + "\r\n", Subject="undeliverable"),
        (b"To: " + b"a" * 16_000 + b"\r\n") * 14 + raw_mail(),
        raw_mail(From="(" + "\\(" * 8_000),
        raw_mail("\x1b$B" * 2_000_000),
        _parts("Content-Type: text/html\r\n\r\n" + "<div>" * 9_500, 490),
    ],
    ids=["style", "attributes", "word", "wrote", "report", "to", "comments", "escapes", "html-parts"],
)
def test_no_mail_keeps_the_server_busy(raw: bytes) -> None:
    begin = time.process_time()
    with suppress(Unreadable):
        read = parse(raw)
        judge(read, own_addresses=frozenset(), envelope_from=None, authserv_id="mx")
        visible_reply(read.text)
    assert time.process_time() - begin < 4


def test_more_lines_than_any_mail_has_are_not_read() -> None:
    with pytest.raises(Unreadable, match="too_many_lines"):
        parse(raw_mail("a\r\n" * (MOST_LINES + 1)))


@pytest.mark.parametrize(
    "sender",
    [
        '"ceo@victim.example "@evil.example',
        "ceo@victim.example, a@evil.example",
        "x:ceo@victim.example;, a@evil.example",
        "ceo@victim.example@evil.example",
        "(c) ceo@victim.example(x)@evil.example",
        "ceo@victim.example",
    ],
)
@pytest.mark.parametrize("drop", [(), ("From",)])
def test_a_pass_of_one_domain_proves_nothing_for_another(sender: str, drop: tuple[str, ...]) -> None:
    forged = mail(drop=drop, From=sender, Sender="ceo@victim.example", Authentication_Results=f"{PASS}evil.example")
    verdict = judge(forged, own_addresses=frozenset(), envelope_from=None, authserv_id="mx.minamo.example")
    assert not verdict.verified


def test_a_pass_counts_for_the_one_mailbox_of_from_and_not_for_a_reply_to() -> None:
    def verified(**fields: str) -> bool:
        read = mail("x", drop=(), **fields, Authentication_Results=f"{PASS}aoba.example")
        return judge(read, own_addresses=frozenset(), envelope_from=None, authserv_id="mx.minamo.example").verified

    assert verified(From='"Mori, A." <mori@aoba.example>')
    assert verified(From="=?utf-8?B?5qOu?= <mori@osaka.aoba.example>")
    assert not verified(From="noreply@aoba.example", Reply_To="ceo@victim.example")
    relay = mail(From="noreply@aoba.example", Reply_To="ceo@victim.example")
    assert (found := author(relay)) is not None
    assert found.address == "ceo@victim.example"


def test_an_encoded_word_in_the_result_forges_nothing() -> None:
    word = "=?us-ascii?q?x=3B_dmarc=3Dpass_header=2Efrom=3Daoba-denki=2Eexample=3B?="
    read = mail(Authentication_Results=f"mx.minamo.example; spf=pass smtp.mailfrom={word}")
    verdict = judge(read, own_addresses=frozenset(), envelope_from=None, authserv_id="mx.minamo.example")
    assert not verdict.verified


def test_a_forged_forward_is_doubted_too() -> None:
    forged = mail("Forwarded message\r\nx", Authentication_Results="mx.minamo.example; dmarc=fail")
    verdict = judge(forged, own_addresses=frozenset(), envelope_from=None, authserv_id=None)
    assert (verdict.klass, "dmarc_fail" in verdict.reasons) == ("forward", True)


@pytest.mark.parametrize(
    "html",
    [
        "<style>.a{display:none}</style><p class=A>no</p>",
        "<style>#a{c:d} @media screen{#b,#a{dis\\70lay:none !important}}</style><p id=a style=display:block>no</p>",
        "<p style='display:/**/none'>no</p>",
        "<p style='d\\69splay:none'>no</p>",
        "<p style='position:absolute;left:-9999px'>no</p>",
        "<p style='height:0;overflow:hidden'>no</p>",
        "<p style='font:0/0 a'>no</p>",
        "<p style='font-size:2px'>no</p>",
        "<p style='color:#FFF'>no</p>",
        "<details><summary></summary>no<p>no</p></details>",
        "<dialog>no</dialog>",
    ],
)
def test_what_no_reader_sees_is_not_read(html: str) -> None:
    assert html_text(f"{html}<p>yes</p>") == "yes"


def test_what_a_reader_sees_is_read() -> None:
    shown = "<div style='font-size:0'><p style='font:400 14px a'>one</p></div><details open>two</details>"
    assert html_text(f"{shown}<a style='color:#fff;background:#00f'>three</a>").split() == ["one", "two", "three"]
    assert charset.visible("葛\U000e0100城") == "葛城"


def test_a_name_of_no_character_set_is_not_looked_up() -> None:
    assert charset.decode("é".encode(), "x-" + "y" * 30) == "é"
    assert charset.decode(b"+AGE-", "utf-7") == "+AGE-"


@pytest.mark.anyio
async def test_a_line_that_never_ends_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 100_000)
    async with listening(keeper := Keeper()) as peer:
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError, AssertionError)):
            assert await peer.hand_over(b"a" * 1_000_000, OURS)
    assert keeper.taken == []


@pytest.mark.anyio
async def test_all_mails_together_have_one_budget_and_it_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_HELD_BYTES", 1000)
    async with listening(keeper := Keeper()) as peer:
        assert (await peer.hand_over(b"a\r\n" * 400, OURS)).startswith("452 4.3.1")
        for _ in range(3):
            assert (await peer.hand_over(b"a\r\n" * 300, OURS)).startswith("250")
    assert len(keeper.taken) == 3


@pytest.mark.anyio
@pytest.mark.parametrize("text", [b"", b".", b"\r\n", b"\r\n\r\n..", b"x", b"\r\n." + b"y" * 200_000 + b"\r\n..z"])
async def test_a_mail_of_hardly_anything_ends_where_it_ends(text: bytes) -> None:
    async with listening(keeper := Keeper()) as peer:
        stuffed = text.replace(b"\r\n.", b"\r\n..")
        stuffed = b"." + stuffed if text.startswith(b".") else stuffed
        assert (await peer.hand_over(stuffed, OURS)).startswith("250")
        assert (await peer.say("NOOP")).startswith("250")
    assert keeper.taken[0][0] == text + b"\r\n"


@pytest.mark.anyio
async def test_silent_and_too_many_connections_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "FIRST_COMMAND_S", 0.2)
    monkeypatch.setattr(intake, "MOST_CONNECTIONS", 1)
    async with listening(Keeper()) as peer:
        port = peer.writer.get_extra_info("peername")[1]
        other = Peer(*await asyncio.open_connection("127.0.0.1", port))
        assert (await other.hear()).startswith("421 4.7.0")
        assert (await peer.hear()).startswith("421 4.4.2")
        third = Peer(*await asyncio.open_connection("127.0.0.1", port))
        assert (await third.hear()).startswith("220")
        for one in (other, third):
            one.writer.close()


@pytest.mark.anyio
async def test_results_that_anybody_may_write_are_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(intake.logger, "warning", lambda code, **_: told.append(code))
    keeper = Keeper()
    for listen in ("127.0.0.1:0", "0.0.0.0:0"):
        server = intake.MailIntake(keeper, keeper.takes, listen=listen, protocol="smtp", authserv_id="mx.x.example")
        await server.start()
        await server.stop()
    assert told == ["authserv_over_smtp"]
