"""What leaves the house as mail reads the same everywhere and takes no header line from outside."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.channels.email.outgoing import Unsendable, build, recipients
from app.channels.email.port import OutgoingMail

LONG_ID = f"<{'a' * 180}.{'b' * 60}@mail.minato.example>"
MAIL = OutgoingMail(
    message_id="<01932f6b5c3a7000@mihari.example>",
    from_name="ミハリ計器株式会社, 営業部",
    from_address="sales@mihari.example",
    reply_to="sales+r-aaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb@mihari.example",
    to="tanaka@minato.example",
    subject="【ミハリ計器】お問い合わせありがとうございます（料金プランの件）",
    text="田中様\n\nお問い合わせありがとうございます。\n.\n..\n",
    html="<p>田中様</p>\n<p>お問い合わせありがとうございます。</p>\n",
    envelope_from="sales+b-aaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb@mihari.example",
    date=datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
    lang="ja",
    origin="template",
    auto="auto-replied",
    in_reply_to=LONG_ID,
    references=("<first@minato.example>", LONG_ID),
)


def read_back(mail: EmailMessage) -> EmailMessage:
    return email.message_from_bytes(mail.as_bytes(), policy=default)


def test_a_japanese_letter_comes_out_as_it_went_in() -> None:
    sent = read_back(build(MAIL))
    assert str(sent["Subject"]) == MAIL.subject
    assert sent["From"].addresses[0].display_name == MAIL.from_name
    assert sent["From"].addresses[0].addr_spec == MAIL.from_address
    assert [part.get_content_type() for part in sent.iter_parts()] == ["text/plain", "text/html"]
    plain, html = sent.get_body(("plain",)), sent.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert [part.get_content().replace("\r\n", "\n") for part in (plain, html)] == [MAIL.text, MAIL.html]
    assert sent["Content-Language"] == "ja"


def test_a_long_message_id_is_not_broken_so_that_the_answer_stays_in_its_thread() -> None:
    raw = build(MAIL).as_bytes()
    assert f"In-Reply-To: {LONG_ID}\r\n".encode() in raw
    assert f"References: <first@minato.example>\r\n {LONG_ID}\r\n".encode() in raw


def test_an_automatic_mail_says_so_and_a_reps_own_mail_does_not() -> None:
    automatic = build(MAIL)
    assert automatic["Auto-Submitted"] == "auto-replied"
    assert automatic["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert automatic["X-Sokuo-Origin"] == "template"
    by_hand = build(replace(MAIL, auto=None, origin="human"))
    assert by_hand["Auto-Submitted"] is None
    assert by_hand["X-Auto-Response-Suppress"] is None
    assert by_hand["X-Sokuo-Origin"] == "human"


def test_an_unsubscribe_address_comes_with_its_one_click_header() -> None:
    mail = build(replace(MAIL, unsubscribe="https://sokuo.example/u/abc"))
    assert mail["List-Unsubscribe"] == "<https://sokuo.example/u/abc>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    with pytest.raises(Unsendable):
        build(replace(MAIL, unsubscribe="http://sokuo.example/u/abc"))


@settings(max_examples=50)
@given(st.text(), st.text(), st.text(), st.sampled_from(["ja", "en"]))
def test_no_text_makes_a_header_line_or_a_byte_a_mail_server_minds(
    name: str, subject: str, text: str, lang: str
) -> None:
    plain = build(MAIL)
    raw = build(replace(MAIL, from_name=name, subject=subject, text=text, html=text, lang=lang)).as_bytes()
    read = email.message_from_bytes(raw)
    assert read.keys() == plain.keys()
    assert len(set(read.keys())) == len(read.keys())
    assert raw.isascii()
    assert b"\0" not in raw
    assert raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r") == 0
    assert max(len(line) for line in raw.split(b"\r\n")) < 998


@settings(max_examples=50)
@given(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1))
def test_any_name_and_subject_of_letters_and_signs_survive(words: str) -> None:
    read = email.message_from_bytes(build(replace(MAIL, from_name=words, subject=words)).as_bytes())
    assert str(make_header(decode_header(read["Subject"]))) == words
    name, address = parseaddr(read["From"])
    assert (str(make_header(decode_header(name))), address) == (words, MAIL.from_address)


@pytest.mark.parametrize("local", ["taro..x", "taro.", ".taro"])
def test_an_old_carrier_address_is_quoted_in_header_and_envelope(local: str) -> None:
    mail = replace(MAIL, to=f"{local}@docomo.ne.jp", cc=(f"hanako-{local}@docomo.ne.jp",))
    assert recipients(mail)[0] == f'"{local}"@docomo.ne.jp'
    (to,) = read_back(build(mail))["To"].addresses
    assert (to.username, to.domain) == (local, "docomo.ne.jp")


@pytest.mark.parametrize(
    "changes",
    [
        {"to": "tanaka@minato.example\r\nBcc: all@minato.example"},
        {"to": "tanaka@minato.example, mori@minato.example"},
        {"to": "田中@minato.example"},
        {"to": "tanaka"},
        {"to": "a" * 250 + "@minato.example"},
        {"reply_to": "sales@mihari.example>\n<x@y.example"},
        {"in_reply_to": "<a b@minato.example>"},
        {"references": ("<a@minato.example>\r\nX-Evil: 1",)},
        {"message_id": "no brackets"},
    ],
)
def test_what_is_no_address_or_id_makes_no_mail(changes: dict[str, object]) -> None:
    with pytest.raises(Unsendable):
        build(replace(MAIL, **changes))  # type: ignore[arg-type]


def test_a_mail_goes_to_the_contact_and_up_to_five_colleagues_and_to_nobody_else() -> None:
    colleagues = tuple(f"c{number}@minato.example" for number in range(5))
    with_colleagues = replace(MAIL, cc=colleagues)
    assert recipients(with_colleagues) == (MAIL.to, *colleagues)
    assert build(with_colleagues)["Cc"] == ", ".join(colleagues)
    for others in ((*colleagues, "c6@minato.example"), ("a@other.example",), (MAIL.to,), (colleagues[0],) * 2):
        with pytest.raises(Unsendable):
            recipients(replace(MAIL, cc=others))


def test_a_letter_too_long_for_a_simple_mail_goes_as_text_alone() -> None:
    long = build(replace(MAIL, text="長い。" * 2500, html="<p>長い。</p>" * 2500))
    assert long.get_content_type() == "text/plain"
    assert long.get_content().strip() == "長い。" * 2500
