"""A mail is read whatever its labels say, and a hostile one costs little and breaks nothing."""

from __future__ import annotations

import base64
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.channels.email.charset import decode
from app.channels.email.header import addresses, parameters, text_of
from app.channels.email.parse import MOST_PARTS, Unreadable, parse
from app.channels.email.reply_text import visible_reply
from tests.channels.mails import mail, on_file, raw_mail


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        ("料金".encode("iso2022_jp"), "us-ascii", "料金"),
        ("㈱青葉①".encode("cp932"), "shift_jis", "㈱青葉①"),
        (b"\x1b$B-j-!\x1b(B", "iso-2022-jp", "㈱①"),
        (b"\x1b(I1C6^\x1b(B", "iso-2022-jp", "ｱﾃｶﾞ"),
        ("導入時期は4月です".encode("euc_jp"), None, "導入時期は4月です"),
        ("導入時期は4月です".encode("cp932"), None, "導入時期は4月です"),
        ("料金".encode(), "us-ascii", "料金"),
        ("髙橋﨑".encode("cp932"), "x-sjis", "髙橋﨑"),
        ("문의".encode("cp949"), "ks_c_5601-1987", "문의"),
        (b"caf\xe9", "no-such-charset", "café"),
        (b"hello", "zlib", "hello"),
    ],
)
def test_text_comes_out_right_whatever_the_label_says(data: bytes, label: str | None, text: str) -> None:
    assert decode(data, label) == text


def test_adjacent_encoded_words_are_joined_as_bytes() -> None:
    half = "お問い合わせ".encode()
    words = " ".join(f"=?utf-8?B?{base64.b64encode(part).decode()}?=" for part in (half[:7], half[7:]))
    assert text_of(words) == "お問い合わせ"


def test_a_display_name_cannot_bring_a_header_or_an_address_with_it() -> None:
    name = base64.b64encode("森\r\nBcc: victim@other.example, <x@other.example>".encode()).decode()
    (found,) = addresses(f"=?utf-8?B?{name}?= <mori@aoba-denki.example>")
    assert found.address == "mori@aoba-denki.example"
    assert "\n" not in found.name


def test_groups_quotes_and_comments_in_address_fields() -> None:
    found = addresses('undisclosed:; "Mori, Akari" <Mori@Aoba.example> (sales), plain@aoba.example')
    assert [(one.name, one.address) for one in found] == [
        ("Mori, Akari", "mori@aoba.example"),
        ("", "plain@aoba.example"),
    ]


def test_file_names_are_decoded_and_hold_no_path() -> None:
    assert (
        parameters("attachment; filename*0*=utf-8''%E8%A6%8B; filename*1*=%E7%A9%8D.pdf")[1]["filename"] == "見積.pdf"
    )
    body = '--B\r\nContent-Disposition: attachment; filename="../../etc/cron.d/x"\r\n\r\nx\r\n--B--\r\n'
    (attached,) = mail(body, Content_Type="multipart/mixed; boundary=B").attachments
    assert (attached.name, attached.size) == ("x", 1)


def test_an_html_mail_is_read_without_what_nobody_sees() -> None:
    text = parse(on_file("outlook_html_ja")).text
    assert "見積をお願いします。" in text
    assert "割引率" not in text
    assert "見えない" not in text
    assert visible_reply(text) == "5名で使う予定です。\n\n見積をお願いします。"


def test_the_plain_form_is_preferred_unless_it_is_blank() -> None:
    body = "--B\r\nContent-Type: text/plain\r\n\r\n{}\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--B--\r\n"
    wanted = {"plain": "plain", "  ": "html"}
    for plain, text in wanted.items():
        assert mail(body.format(plain), Content_Type="multipart/alternative; boundary=B").text == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (raw_mail("--B\r\n\r\nx\r\n" * (MOST_PARTS + 1), Content_Type="multipart/mixed; boundary=B"), "too_many_parts"),
        (b"X: " + b"a" * 300_000, "headers_too_long"),
        (raw_mail(Content_Type="text/plain; " + 'a=";";' * 2000), "headers_too_long"),
        (b"a" * (25 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_a_bomb_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(raw)
    assert refused.value.reason == reason


NESTED = "".join(f"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n" for n in range(400))


@pytest.mark.parametrize(
    "raw",
    [
        raw_mail(From="(" * 15_000),
        raw_mail(To=", ".join(f"a{number}@b.example" for number in range(1500))),
        raw_mail(NESTED, Content_Type="multipart/mixed; boundary=b0"),
        raw_mail("あ" * 300_000),
        raw_mail("<div>" * 200_000, Content_Type="text/html"),
        raw_mail("> " * 100_000 + "\r\n" + "On 1 wrote: " * 20_000),
    ],
)
def test_a_hostile_mail_is_still_read(raw: bytes) -> None:
    read = parse(raw)
    assert len(read.to) <= 100
    visible_reply(read.text)


def test_a_mail_without_anything_is_a_mail() -> None:
    assert parse(b"").text == ""
    assert parse(b"\r\n\r\nhello").text == "hello"


HEADERS = st.sampled_from(
    ["From: ", "To: ", "Subject: =?utf-8?B?", "Content-Type: multipart/mixed; boundary=", "Message-ID: <", "Date: "]
)
PIECES = st.one_of(
    HEADERS.map(str.encode), st.sampled_from([b"\r\n", b"\n\n", b"--a\r\n", b"\x1b$B", b"=?"]), st.binary()
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=12))
def test_no_bytes_make_it_raise_anything_but_its_verdict(pieces: list[bytes]) -> None:
    raw = b"".join(pieces)
    decode(raw, "iso-2022-jp")
    with suppress(Unreadable):
        visible_reply(parse(raw).text)
