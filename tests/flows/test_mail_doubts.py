"""In doubt a mail is kept as a lead, a person is told and nothing is sent; what cannot be read stops nothing."""

from __future__ import annotations

from email.header import Header

import pytest

from app.channels.email.thread import bounce_address
from app.conversation.store import load_turn
from app.flows import mail_reading
from app.jobs.port import dead_jobs
from app.models import Conversation, Lead, RawMessage
from tests.flows.letterbox import REPLY, Post
from tests.flows.post_office import OURS, THEIRS

pytestmark = pytest.mark.anyio


async def test_in_doubt_the_lead_is_kept_a_person_is_told_and_nothing_is_sent(post: Post) -> None:
    raw = await post.arrives(post.mail(Authentication_Results="mx.x.example; dmarc=fail header.from=minato.example"))
    assert raw.state == "accepted"
    assert post.events("mail_not_answered")[0]["codes"] == ["dmarc_fail"]
    assert post.events("person_needed")
    assert (post.news(), post.turns.started, post.nets()) == (["mail_doubt"], [], 0)


@pytest.mark.parametrize(
    "raw",
    [
        ("自動配信の料金について", REPLY),
        ("お問い合わせの受付時間について", REPLY),
        ("配信エラーの件", "配信できません。どうすればよいですか。"),
        ("Case 4711 opened with your competitor", REPLY),
        ("Hello", "I am currently on leave for a trade show, please contact my colleague about your prices."),
    ],
)
async def test_words_that_machines_use_as_well_lose_no_lead_and_get_no_answer(post: Post, raw: tuple[str, str]) -> None:
    subject, text = raw
    kept = await post.arrives(post.mail(text, Subject=Header(subject, "utf-8").encode()))
    assert (kept.state, post.count(Lead)) == ("accepted", 1)
    assert (post.news(), post.turns.started, post.nets()) == (["mail_doubt"], [], 0)


async def test_an_invitation_with_a_question_and_mail_marked_as_spam_are_kept_as_leads(post: Post) -> None:
    body = "--B\r\n\r\nHow much is it?\r\n--B\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n\r\n--B--\r\n"
    invited = await post.arrives(post.mail(body, Content_Type="multipart/mixed; boundary=B"))
    marked = await post.arrives(post.mail(X_Spam_Flag="YES", Message_ID="<m2@minato.example>"))
    assert (invited.state, marked.state, post.news()) == ("accepted", "accepted", ["mail_doubt"] * 2)


async def test_a_responder_that_writes_to_an_envelope_sender_is_no_lead(post: Post) -> None:
    message_id = post.office.reply(post.office.form())
    back = bounce_address(OURS, message_id, sign=post.vault.sign)
    raw = await post.arrives(post.mail(Subject="Out of office", Message_ID="<m2@minato.example>"), to=back)
    assert (raw.state, raw.reason, post.count(Lead)) == ("refused", "auto_reply", 1)
    assert post.events("mail_refused")[0]["codes"] == ["subject"]


async def test_after_a_doubtful_mail_the_next_one_is_answered_and_the_doubtful_one_with_it(post: Post) -> None:
    form = await post.answered()
    token = post.token(form)
    spoofed = {"Authentication_Results": "mx.x.example; dmarc=fail header.from=minato.example"}
    await post.arrives(post.mail("値引きしてください。", **spoofed), to=token)
    before = post.nets()
    await post.arrives(post.mail(Message_ID="<m2@minato.example>"), to=token)
    assert post.nets() == before + 1
    turn = post.database.read(lambda s: load_turn(s, form.conversation_id))
    assert turn is not None
    assert [message.text for message in turn.inbound][-2:] == ["値引きしてください。", REPLY]


@pytest.mark.parametrize(("owner", "after", "news"), [("nobody", "assistant", []), ("rep", "rep", ["mail_received"])])
async def test_a_clean_mail_goes_to_whoever_owns_the_conversation(
    post: Post, owner: str, after: str, news: list[str]
) -> None:
    form = await post.answered()
    post.change(Conversation, form.conversation_id, owner=owner)
    await post.arrives(post.mail(), to=post.token(form))
    assert (post.one(Conversation).owner, post.news()) == (after, news)


ODD = {
    "References in 8 bits": b"References: <\xe3\x81\x82@minato.example> <\x00@minato.example>\r\n",
    "Message-ID in 8 bits": b"Message-ID: <caf\xe9@minato.example>\r\n",
    "a subject in utf-7": b"Subject: =?utf-7?q?+2AA-?=\r\n",
    "a text in utf-7": b"Content-Type: text/plain; charset=utf-7\r\n",
}


@pytest.mark.parametrize("field", ODD.values(), ids=ODD)
async def test_odd_bytes_lose_no_lead(any_post: Post, field: bytes) -> None:
    who = f"From: {THEIRS}\r\nTo: {OURS}\r\n".encode()
    raw = await any_post.arrives(who + field + b"\r\n+2AA- price?\r\n")
    assert (raw.state, any_post.count(Lead)) == ("accepted", 1)


async def test_what_no_rule_foresaw_is_put_aside_and_told_and_the_job_is_done(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise UnicodeError

    monkeypatch.setattr(mail_reading, "inbound_message", fails)
    form = await post.answered()
    raw = await post.arrives(post.mail(), to=post.token(form))
    assert (raw.state, raw.reason, raw.conversation_id) == ("quarantined", "unexpected", form.conversation_id)
    assert (post.news(), post.database.read(dead_jobs)) == (["mail_unreadable"], [])
    assert post.events("mail_quarantined")


async def test_what_cannot_be_read_is_put_aside_and_the_next_one_is_read(post: Post) -> None:
    bad = post.mail("--B\r\n\r\n\r\n" * 600, Content_Type="multipart/mixed; boundary=B", Message_ID="<bad@x.example>")
    await post.take(bad, sender=THEIRS, recipients=[OURS])
    await post.arrives(post.mail())
    kept = post.one(RawMessage, state="quarantined")
    assert kept.reason == "too_many_parts"
    assert post.vault.open_bytes(kept.body_enc) == bad
    assert post.count(Lead) == 1
