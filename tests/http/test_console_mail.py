"""What a rep sees of mails: whether they went out, why not, and the way to have one sent again."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.flows.bounce import delivery_id
from app.models import Conversation, Delivery, Lead, Mail, Message, Suppression
from app.models.job import Effect, Job
from tests.http.desk import Desk, post


@pytest.fixture
def desk(database: Database, vault: Vault, clock: FixedClock) -> Desk:
    return Desk(database, vault, clock)


def mailed(desk: Desk, state: str, detail: str | None, *, of: str = "田中") -> UUID:
    """Turn the assistant's reply to a lead into a mail that ended in `state`."""
    now = desk.services.clock.now()
    peer = desk.services.vault.lookup("email", "tanaka@hokuto-seiki.example")

    def write(session: Session) -> UUID:
        talk = session.get_one(Conversation, desk.seeded.conversations[of])
        session.get_one(Lead, talk.lead_id).source = "webform"
        talk.channel = "email"
        session.query(Message).filter_by(conversation_id=talk.id).update({"channel": "email"})
        reply = session.query(Message).filter_by(conversation_id=talk.id, author="assistant").all()[-1]
        known = {"message_id": reply.id, "at": now}
        mail = {
            "rfc_id": f"<{reply.id}@minamo.example>",
            "subject": "Re: 予兆検知の件",
            "parents": [],
            "verified": False,
        }
        session.add(Mail(id=new_id(), direction="outbound", peer_hmac=peer, domain_hmac=peer, **mail, **known))
        how = {"lead_id": talk.lead_id, "channel": "email", "kind": "reply", "state": state, "detail": detail}
        session.add(Delivery(id=delivery_id(reply.id), **how, **known))
        session.add(
            Effect(key=f"mail:{reply.id}", state="unknown" if state == "unknown" else "planned", updated_at=now)
        )
        return reply.id

    return desk.services.database.write(write)


def queued(desk: Desk) -> list[str]:
    return desk.services.database.read(lambda s: [job.kind for job in s.query(Job).filter_by(kind="deliver_mail")])


@pytest.mark.parametrize(
    ("state", "detail", "words", "button"),
    [
        ("sent", None, "メールを送信しました", False),
        ("queued", "smtp_timeout", "メールを送信しています：メールサーバーが応答しません", False),
        ("held", "address_cap", "メールを保留しています：同じ宛先への自動メールの上限に達しました", True),
        ("failed", "smtp_550", "メールを送信できませんでした：相手のサーバーの回答 550", True),
        ("unknown", "cut", "メールが届いたか確認できません：送信の途中で接続が切れました", True),
    ],
)
def test_each_mail_says_how_it_went(desk: Desk, state: str, detail: str | None, words: str, *, button: bool) -> None:
    message_id = mailed(desk, state, detail)
    page = desk.sign_in().get(f"/console/leads/{desk.seeded.leads['田中']}").text
    assert words in page
    assert "件名：Re: 予兆検知の件" in page
    assert "メールアドレスは本人未確認" in page
    assert (f"/console/messages/{message_id}/retry" in page) is button


@pytest.mark.parametrize("state", ["failed", "unknown", "held"])
def test_a_mail_that_did_not_go_out_is_sent_again_once(desk: Desk, state: str) -> None:
    message_id = mailed(desk, state, "smtp_550")
    client = desk.sign_in()
    answer = post(client, f"/console/messages/{message_id}/retry", fragment=True)
    assert answer.status_code == 200
    assert f'id="m-{message_id}"' in answer.text
    assert post(client, f"/console/messages/{message_id}/retry").status_code == 303
    assert queued(desk) == ["deliver_mail"]
    effect = desk.services.database.read(lambda s: s.get_one(Effect, f"mail:{message_id}"))
    assert effect.state == "planned"
    page = client.get(f"/console/leads/{desk.seeded.leads['田中']}").text
    assert "佐藤 葵 さんがメールを再送しました" in page


def test_what_has_arrived_or_cannot_arrive_is_not_sent_again(desk: Desk) -> None:
    client = desk.sign_in()
    sent = mailed(desk, "sent", None)
    told = post(client, f"/console/messages/{sent}/retry", fragment=True)
    assert (told.status_code, "すでに送信されています" in told.text) == (409, True)
    desk.services.database.write(lambda s: s.query(Delivery).update({"state": "failed"}))
    dead = desk.services.vault.lookup("email", "tanaka@hokuto-seiki.example")
    row = Suppression(id=new_id(), kind="email", value_hmac=dead, reason="dead", at=desk.services.clock.now())
    desk.services.database.write(lambda s: s.add(row))
    told = post(client, f"/console/messages/{sent}/retry", fragment=True)
    assert (told.status_code, "別の連絡先をご確認ください" in told.text) == (409, True)
    assert queued(desk) == []


def test_only_who_may_work_on_the_lead_sends_again(desk: Desk) -> None:
    message_id = mailed(desk, "failed", "smtp_550", of="Priya")
    path = f"/console/messages/{message_id}/retry"
    assert desk.browser().post(path, data={}).status_code in (401, 403)
    stranger = desk.sign_in("emma@hibiki.example", client=desk.browser())
    assert post(stranger, path, fragment=True).status_code == 404
    assert post(desk.sign_in(client=desk.browser()), path, fragment=True).status_code == 409
    assert desk.browser().post(path, data={"csrf": "x"}, headers={"Origin": "https://evil.example"}).status_code == 403
    assert queued(desk) == []
