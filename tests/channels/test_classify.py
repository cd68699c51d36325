"""Machines are recognised, people are not taken for machines, and in doubt nothing is sent."""

from __future__ import annotations

import pytest

from app.channels.email.classify import Judgement, author, judge
from app.channels.email.parse import ParsedMail, parse
from tests.channels.mails import mail, on_file

OURS = frozenset({"sales@minamo.example"})
HUMAN = "human"


def judged(read: ParsedMail, **more: str | None) -> Judgement:
    given = {"envelope_from": None, "authserv_id": "mx.minamo.example", **more}
    return judge(read, own_addresses=OURS, envelope_from=given["envelope_from"], authserv_id=given["authserv_id"])


@pytest.mark.parametrize(
    ("file", "klass", "answer"),
    [
        ("gmail_reply_ja", HUMAN, True),
        ("outlook_html_ja", HUMAN, True),
        ("jis_without_label", HUMAN, True),
        ("form_relay", HUMAN, True),
        ("postfix_dsn", "bounce", False),
        ("exchange_away_ja", "auto_reply", False),
    ],
)
def test_the_class_of_mails_as_they_come(file: str, klass: str, answer: bool) -> None:
    verdict = judged(parse(on_file(file)))
    assert (verdict.klass, verdict.may_answer) == (klass, answer)


def test_a_delivery_report_that_calls_itself_auto_replied_is_a_bounce_and_names_the_mail() -> None:
    read = parse(on_file("postfix_dsn"))
    assert judged(read).dead_address
    assert read.returned_ids == ("<00000000000070008000000000000001@minamo.example>",)


@pytest.mark.parametrize(("action", "status"), [("failed", "4.2.2"), ("delayed", "4.4.1"), ("delayed", "5.0.0")])
def test_only_a_failure_for_good_makes_an_address_dead(action: str, status: str) -> None:
    raw = on_file("postfix_dsn").replace(b"Action: failed", f"Action: {action}".encode())
    raw = raw.replace(b"Status: 5.1.1", f"Status: {status}".encode())
    verdict = judged(parse(raw))
    assert (verdict.klass, verdict.dead_address) == ("bounce", False)


@pytest.mark.parametrize(
    ("fields", "klass"),
    [
        ({"Auto_Submitted": "auto-replied"}, "auto_reply"),
        ({"Auto_Submitted": "no"}, HUMAN),
        ({"Precedence": "auto_reply"}, "auto_reply"),
        ({"Precedence": "bulk"}, "list"),
        ({"List_Id": "<news.vendor.example>"}, "list"),
        ({"List_Id": "<sales.minamo.example>"}, HUMAN),  # the group of our own that feeds the inbox
        ({"Subject": "【自動返信】お問い合わせの件"}, "auto_reply"),
        ({"Subject": "Automatic reply: Your plans"}, "auto_reply"),
        ({"Subject": "不在のお知らせ"}, "auto_reply"),
        ({"Subject": "自動返信メールについての質問"}, HUMAN),
        ({"From": "Sales <sales+x@minamo.example>"}, "loop"),
        ({"X_Spam_Flag": "YES"}, "spam"),
        ({"Content_Type": "multipart/report; report-type=feedback-report; boundary=B"}, "feedback_report"),
        ({"Return_Path": "<>"}, "auto_reply"),
    ],
)
def test_what_a_header_says(fields: dict[str, str], klass: str) -> None:
    assert judged(mail(**fields)).klass == klass


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        ("このメールは送信専用のアドレスから自動送信しています。", "auto_reply"),
        ("ただいま休暇をいただいております。お急ぎの場合は代表までお電話ください。", "auto_reply"),
        ("I am out of the office until Monday with limited access to email.", "auto_reply"),
        ("自動返信で受け取りました。料金を教えてください。", HUMAN),
        ("来週は休暇なので、再来週に打ち合わせできますか。", HUMAN),
        ("詳細を教えてください。\r\n\r\n> このメールは自動送信です。", HUMAN),
        ("Our mails could not be delivered to your old address. Do you have another?", HUMAN),
    ],
)
def test_words_tell_a_responder_from_a_person_who_writes_about_one(text: str, klass: str) -> None:
    assert judged(mail(text)).klass == klass


def test_the_answer_to_an_invitation_is_no_message() -> None:
    body = "--B\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n--B--\r\n"
    assert judged(mail(body, Content_Type="multipart/mixed; boundary=B")).klass == "calendar"


@pytest.mark.parametrize(
    ("fields", "doubt"),
    [
        ({"To": "undisclosed-recipients:;"}, "not_addressed"),
        ({"To": "somebody@else.example"}, "not_addressed"),
        ({"From": "noreply@shop.example"}, "no_reply_address"),
        ({"Authentication_Results": "mx.minamo.example; dmarc=fail header.from=aoba-denki.example"}, "dmarc_fail"),
    ],
)
def test_in_doubt_the_mail_is_kept_and_not_answered(fields: dict[str, str], doubt: str) -> None:
    verdict = judged(mail(**fields))
    assert (verdict.klass, verdict.may_answer, verdict.reasons) == (HUMAN, False, (doubt,))


def test_a_copy_and_a_delivered_to_name_us_as_well() -> None:
    assert judged(mail(To="boss@aoba-denki.example", Cc="Sales <sales@minamo.example>")).may_answer
    assert judged(mail(To="list@aoba-denki.example", Delivered_To="sales@minamo.example")).may_answer


def test_the_lead_behind_a_form_relay_is_its_one_reply_to() -> None:
    who = author(parse(on_file("form_relay")))
    assert who is not None
    assert who.address == "mori@aoba-denki.example"


@pytest.mark.parametrize(
    ("result", "verified"),
    [
        ("mx.minamo.example; dmarc=pass header.from=aoba-denki.example", True),
        ("mx.other.example; dmarc=pass header.from=aoba-denki.example", False),
        ('mx.minamo.example; spf=fail smtp.mailfrom="dmarc=pass"@x.example', False),
    ],
)
def test_only_our_own_server_is_believed_about_dmarc(result: str, verified: bool) -> None:
    assert judged(mail(Authentication_Results=result)).verified is verified
    assert not judged(mail(Authentication_Results=result), authserv_id=None).verified
