"""What a rep sees and does: the queue, a lead's page, claim, take over, say, log a call."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.models import Assignment, Call, Conversation, Lead, Message, Person, SlaClock
from tests.http.desk import Desk, post


@pytest.fixture
def desk(database: Database, vault: Vault, clock: FixedClock) -> Desk:
    return Desk(database, vault, clock)


def order(page: str, desk: Desk) -> list[str]:
    names = {str(lead): name for name, lead in desk.seeded.leads.items()}
    return [names[found] for found in re.findall(r'<li class="row[^"]*" id="lead-([\w-]+)"', page)]


def test_the_queue_shows_least_time_left_first_and_contacted_last(desk: Desk) -> None:
    page = desk.sign_in().get("/console?show=team").text
    assert order(page, desk) == ["小林", "Priya", "田中", "山本", "渡辺"]
    assert "3分超過" in page
    assert "あと 2分" in page
    assert "担当交代まで" in page
    assert "4分で連絡" in page


def test_a_rep_begins_with_the_own_leads_and_a_manager_with_the_team(desk: Desk) -> None:
    mine = desk.sign_in().get("/console").text
    assert order(mine, desk) == ["田中", "渡辺"]
    assert "show=all" not in mine
    manager = desk.sign_in("megumi@hibiki.example", client=desk.browser()).get("/console").text
    assert len(order(manager, desk)) == 5
    assert "show=all" in manager


def test_who_has_no_team_sees_every_team(desk: Desk) -> None:
    desk.services.database.write(
        lambda s: s.query(Person).filter_by(id=desk.seeded.manager).update({"team_id": None, "role": "admin"})
    )
    page = desk.sign_in("megumi@hibiki.example").get("/console").text
    assert len(order(page, desk)) == 5
    assert "show=team" not in page


def test_an_empty_queue_says_where_the_work_is(desk: Desk) -> None:
    desk.services.database.write(
        lambda s: s.query(Lead).filter_by(owner_id=desk.seeded.rep).update({"status": "closed"})
    )
    page = desk.sign_in().get("/console").text
    assert "連絡待ちのリードはありません" in page
    assert "チームには連絡待ちのリードが 3 件あります。" in page


def test_a_live_row_says_whether_it_still_belongs_to_the_view(desk: Desk) -> None:
    client = desk.sign_in()
    path = f"/console/queue/{desk.seeded.leads['田中']}?show=mine"
    assert 'data-here="yes"' in client.get(path).text
    desk.services.database.write(
        lambda s: s.query(Lead).filter_by(id=desk.seeded.leads["田中"]).update({"owner_id": desk.seeded.other_rep})
    )
    moved = client.get(path).text
    assert 'data-here="no"' in moved
    assert "担当が移りました" in moved


def test_a_page_that_refreshes_itself_does_not_keep_a_session_alive(desk: Desk, clock: FixedClock) -> None:
    client = desk.sign_in()
    for _ in range(3):
        clock.advance(timedelta(minutes=9))
        assert client.get("/console", headers={"HX-Request": "true", "X-Background": "1"}).status_code == 200
        assert client.get(f"/console/queue/{desk.seeded.leads['田中']}").status_code == 200
    clock.advance(timedelta(minutes=4))
    gone = client.get("/console", headers={"HX-Request": "true"})
    assert gone.status_code == 401
    assert "有効期限が切れました" in gone.text or "has expired" in gone.text


def test_a_hand_on_the_page_keeps_the_session_alive(desk: Desk, clock: FixedClock) -> None:
    client = desk.sign_in()
    clock.advance(timedelta(minutes=25))
    assert post(client, "/console/seen").status_code == 204
    desk.services.database.write(lambda s: None)  # the note before it is on disk
    clock.advance(timedelta(minutes=25))
    assert client.get("/console").status_code == 200


def test_a_second_click_on_claim_changes_nothing(desk: Desk) -> None:
    client = desk.sign_in()
    lead = desk.seeded.leads["田中"]
    for _ in range(2):
        answer = post(client, f"/console/leads/{lead}/claim", fragment=True)
        assert answer.status_code == 200
        assert 'id="head"' in answer.text
        assert "初回連絡まで" in answer.text
    claims = desk.services.database.read(lambda s: s.query(Assignment).filter_by(lead_id=lead).all())
    assert [claim.claimed_at is not None for claim in claims] == [True]


def test_without_scripts_a_click_leads_back_to_the_page(desk: Desk) -> None:
    lead = desk.seeded.leads["田中"]
    answer = post(desk.sign_in(), f"/console/leads/{lead}/claim")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/console/leads/{lead}")


def test_somebody_elses_claim_is_refused_in_words(desk: Desk) -> None:
    lead = desk.seeded.leads["Priya"]
    answer = post(desk.sign_in(), f"/console/leads/{lead}/claim", fragment=True)
    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#alert"
    assert "すでに別の担当者が対応を始めています。" in answer.text


@pytest.mark.parametrize("action", ["messages", "calls", "take-over"])
def test_a_lead_a_colleague_has_claimed_is_taken_by_no_other_rep(desk: Desk, action: str) -> None:
    path = f"/console/leads/{desk.seeded.leads['Priya']}/{action}"
    form = {"client_id": str(uuid4()), "text": "Hello", "result": "connected"}
    refused = post(desk.sign_in(), path, fragment=True, **form)
    assert (refused.status_code, "すでに別の担当者" in refused.text) == (409, True)
    manager = desk.sign_in("megumi@hibiki.example", client=desk.browser())
    assert post(manager, path, fragment=True, **form).status_code == 200


@pytest.mark.parametrize("action", ["messages", "calls"])
def test_the_owner_of_a_claimed_lead_speaks_on(desk: Desk, action: str) -> None:
    path = f"/console/leads/{desk.seeded.leads['Priya']}/{action}"
    form = {"client_id": str(uuid4()), "text": "Hello", "result": "connected"}
    assert post(desk.sign_in("ken@hibiki.example"), path, fragment=True, **form).status_code == 200


def test_a_reply_takes_the_conversation_and_stops_the_clock_once(desk: Desk) -> None:
    client = desk.sign_in()
    lead, conversation = desk.seeded.leads["田中"], desk.seeded.conversations["田中"]
    client_id = str(uuid4())
    answers = [
        post(
            client,
            f"/console/leads/{lead}/messages",
            fragment=True,
            client_id=client_id,
            text="佐藤です。\r\nお電話します。",
        )
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].headers["hx-trigger"] == answers[1].headers["hx-trigger"]

    def after(session: Session) -> tuple[list[Message], Conversation, SlaClock]:
        said = session.query(Message).filter_by(conversation_id=conversation, author="rep").all()
        clock = session.query(SlaClock).filter_by(lead_id=lead).one()
        return said, session.get_one(Conversation, conversation), clock

    said, talk, stopped = desk.services.database.read(after)
    assert [message.text for message in said] == ["佐藤です。\nお電話します。"]
    assert (talk.owner, talk.owner_id) == ("rep", desk.seeded.rep)
    assert stopped.contacted_at is not None
    shown = client.get(f"/console/messages/{said[0].id}").text
    assert "佐藤 葵" in shown
    assert "あなたが応対しています" in client.get(f"/console/leads/{lead}").text


@pytest.mark.parametrize(
    ("text", "words"), [("  \n ", "メッセージが空です。"), ("長" * 4001, "メッセージが長すぎます")]
)
def test_a_message_we_cannot_send_is_refused_and_stays_in_the_form(desk: Desk, text: str, words: str) -> None:
    lead = desk.seeded.leads["田中"]
    answer = post(desk.sign_in(), f"/console/leads/{lead}/messages", fragment=True, client_id=str(uuid4()), text=text)
    assert answer.status_code == 422
    assert answer.headers["hx-retarget"] == "#alert"
    assert words in answer.text


def test_a_reply_typed_before_the_session_ended_is_sent_after_signing_in_again(desk: Desk, clock: FixedClock) -> None:
    client = desk.sign_in()
    lead = desk.seeded.leads["田中"]
    form = client.get(f"/console/leads/{lead}").text
    typed = {name: re.findall(f'name="{name}" value="([^"]+)"', form)[-1] for name in ("csrf", "client_id")}
    clock.advance(timedelta(minutes=31))
    path = f"/console/leads/{lead}/messages"
    late = client.post(path, data={**typed, "text": "佐藤です。"}, headers={"HX-Request": "true"})
    assert (late.status_code, "/login" in late.text) == (401, True)
    desk.sign_in()
    assert client.post(path, data={**typed, "text": "佐藤です。"}).status_code == 303


def test_taking_over_silences_the_assistant(desk: Desk) -> None:
    client = desk.sign_in()
    answer = post(client, f"/console/leads/{desk.seeded.leads['田中']}/take-over", fragment=True)
    assert "あなたが応対しています。アシスタントは返信しません。" in answer.text
    talk = desk.services.database.read(lambda s: s.get_one(Conversation, desk.seeded.conversations["田中"]))
    assert talk.owner == "rep"


def test_a_call_result_is_one_tap_and_counts_once(desk: Desk) -> None:
    client = desk.sign_in()
    lead = desk.seeded.leads["田中"]
    fields = {"client_id": str(uuid4()), "result": "no_answer", "note": "15時に再度"}
    for _ in range(2):
        answer = post(client, f"/console/leads/{lead}/calls", fragment=True, **fields)
        assert "15時に再度" in answer.text
    calls = desk.services.database.read(lambda s: s.query(Call).filter_by(lead_id=lead).all())
    assert [call.result for call in calls] == ["no_answer"]
    assert post(client, f"/console/leads/{lead}/calls", client_id=str(uuid4()), result="other").status_code == 422


def test_the_number_of_somebody_who_wants_no_calls_is_hidden(desk: Desk) -> None:
    client = desk.sign_in()
    lead = desk.seeded.leads["田中"]
    assert "03-1234-5678" in client.get(f"/console/leads/{lead}").text
    post(client, f"/console/leads/{lead}/calls", client_id=str(uuid4()), result="no_calls")
    page = client.get(f"/console/leads/{lead}").text
    assert "03-1234-5678" not in page
    assert "+81312345678" not in page
    assert "電話不要のご希望" in page


def test_the_page_explains_the_assignment_and_where_the_minutes_went(desk: Desk) -> None:
    page = desk.sign_in().get(f"/console/leads/{desk.seeded.leads['渡辺']}").text
    assert "順番が回ってきました。" in page
    stages = re.findall(r'stage-name">([^<]+)<', page)
    assert stages == ["受付", "最初の返信", "割り当て", "通知", "通知を確認", "対応開始", "初回連絡"]
    assert "+40秒" in page


def test_the_same_page_speaks_english(desk: Desk) -> None:
    page = desk.sign_in("emma@hibiki.example").get("/console").text
    assert "Nobody is waiting for you" in page
