"""A team on a Tuesday morning: five leads in every state the console can show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy.orm import Session

from app.accounts import people
from app.core.ids import new_id
from app.core.security import Vault
from app.leads import contacts, thread
from app.leads.events import record
from app.models import (
    Assignment,
    Contact,
    Conversation,
    Inbox,
    Lead,
    Message,
    Schedule,
    Site,
    SlaClock,
    SlaPolicy,
    Team,
)

PASSWORD = "correct horse battery"


@dataclass(frozen=True, slots=True)
class Sample:
    """Ids of what was seeded; `leads` by the family name of the contact."""

    team: UUID
    rep: UUID
    other_rep: UUID
    manager: UUID
    stranger: UUID
    leads: dict[str, UUID]
    conversations: dict[str, UUID]


def seed(session: Session, vault: Vault, *, now: datetime) -> Sample:
    """Write the team and its leads as they would stand at `now`."""
    team, other_team = _team(session, "東日本営業"), _team(session, "海外営業")
    secret = _secret()

    def person(name: str, role: Any, mail: str, **more: Any) -> UUID:
        lang = more.pop("lang", "ja")
        made = people.create(session, vault, name=name, role=role, lang=lang, now=now, email=mail, **more)
        people.set_password(session, made, password_hash=secret)
        return made

    rep = person("佐藤 葵", "rep", "aoi@hibiki.example", team_id=team, reading="サトウ アオイ", langs=["ja", "en"])
    other_rep = person("高橋 健", "rep", "ken@hibiki.example", team_id=team, reading="タカハシ ケン")
    manager = person("中村 恵", "manager", "megumi@hibiki.example", team_id=team)
    stranger = person("Emma Clark", "rep", "emma@hibiki.example", team_id=other_team, lang="en")
    inbox = Inbox(id=new_id(), channel="widget", name="Web", lang="ja", team_id=team)
    session.add(inbox)
    session.flush()
    site = Site(id=new_id(), key="pk_sample", name="Hibiki", lang="ja", inbox_id=inbox.id, created_at=now)
    session.add(site)
    session.flush()
    made = [
        _add(session, vault, lead, team=team, owner={"rep": rep, "other": other_rep, "manager": manager}, now=now)
        for lead in LEADS
    ]
    names = [lead.name.split()[0] for lead in LEADS]
    return Sample(
        team,
        rep,
        other_rep,
        manager,
        stranger,
        leads=dict(zip(names, (ids[0] for ids in made), strict=True)),
        conversations=dict(zip(names, (ids[1] for ids in made), strict=True)),
    )


@dataclass(frozen=True, slots=True)
class _Lead:
    name: str
    reading: str | None
    company: str | None
    role: str | None
    email: str | None
    phone: str | None
    band: str
    score: int
    lang: str
    told: float | None  # minutes since t0
    owner: str | None
    state: str
    said: tuple[tuple[str, str], ...]


LEADS = (
    _Lead(
        "田中 一郎",
        "タナカ イチロウ",
        "北斗精機株式会社",
        "生産技術部 課長",
        "tanaka@hokuto-seiki.example",
        "+81312345678",
        "hot",
        78,
        "ja",
        2.2,
        "rep",
        "assigned",
        (
            ("contact", "プレス機の突発停止が月に3回ほどあり、予兆を検知したいです。来月中に試せますか？"),
            (
                "opener",
                "お問い合わせありがとうございます。AIアシスタントがお答えします。",
            ),
            (
                "assistant",
                "プレス機の突発停止が月に3回ほどとのこと、承知しました。同じ課題の導入事例では、停止時間が41%減っています[1]。"
                "試用は最短2週間で始められます。\n\nいつ頃までに始めたいとお考えですか。",
            ),
            ("contact", "年内に1台で試して、4月から全ラインに広げたいです。上長の承認が必要です。"),
        ),
    ),
    _Lead(
        "Priya Raman",
        None,
        "Minato Logistics Asia",
        "Head of Operations",
        "priya@minato-logistics.example",
        "+6561234567",
        "hot",
        71,
        "en",
        8.5,
        "other",
        "claimed",
        (
            ("contact", "We lose about two hours a week to conveyor failures. Can somebody call me this afternoon?"),
            ("opener", "Thank you for getting in touch. I am an AI assistant and will answer right away."),
        ),
    ),
    _Lead(
        "小林 真由美",
        "コバヤシ マユミ",
        "瀬戸内化成株式会社",
        "購買部",
        None,
        None,
        "hot",
        64,
        "ja",
        13.4,
        "manager",
        "escalated",
        (("contact", "見積もりをお願いします。センサー20台、年度内の導入を希望しています。"),),
    ),
    _Lead(
        "山本 浩",
        None,
        "柏葉製薬株式会社",
        None,
        "yamamoto@kashiwaba.example",
        None,
        "warm",
        33,
        "ja",
        None,
        None,
        "new",
        (("contact", "クリーンルームで使えますか。資料があれば送ってください。"),),
    ),
    _Lead(
        "渡辺 早紀",
        "ワタナベ サキ",
        "田辺食品株式会社",
        "工場長",
        "watanabe@tanabe-foods.example",
        "+81666541234",
        "warm",
        48,
        "ja",
        55.0,
        "rep",
        "contacted",
        (
            ("contact", "充填ラインの点検を減らしたいのですが、既存の設備に後付けできますか？"),
            ("assistant", "後付けできます[1]。配線工事は不要で、1台あたり30分ほどで取り付けられます。"),
        ),
    ),
)


@cache
def _secret() -> str:
    cheap = Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1)  # a test signs in in no time
    return PasswordHash((cheap,)).hash(PASSWORD)


def _team(session: Session, name: str) -> UUID:
    team = Team(id=new_id(), name=name, timezone="Asia/Tokyo", country="JP")
    session.add(team)
    session.flush()
    session.add_all(
        Schedule(id=new_id(), team_id=team.id, weekday=day, start=time(9), end=time(18)) for day in range(5)
    )
    minutes = {"hot": (5, 10), "warm": (30, 60), "cold": (None, 480)}
    for band, (reassign, escalate) in minutes.items():
        session.add(
            SlaPolicy(
                id=new_id(),
                team_id=team.id,
                band=band,
                reassign_after=timedelta(minutes=reassign) if reassign else None,
                escalate_after=timedelta(minutes=escalate),
            )
        )
    session.flush()
    return team.id


def _add(
    session: Session, vault: Vault, lead: _Lead, *, team: UUID, owner: dict[str, UUID], now: datetime
) -> tuple[UUID, UUID]:
    told_at = now - timedelta(minutes=lead.told) if lead.told is not None else None
    received = (told_at or now) - timedelta(seconds=41)
    owner_id = owner[lead.owner] if lead.owner else None
    contact = Contact(
        id=new_id(),
        lang=lead.lang,
        name_enc=vault.seal(lead.name),
        reading_enc=vault.seal(lead.reading) if lead.reading else None,
        company_name=lead.company,
        role=lead.role,
        created_at=received,
    )
    session.add(contact)
    session.flush()
    for kind, value in (("email", lead.email), ("phone", lead.phone)):
        if value:
            contacts.put_point(session, vault, contact_id=contact.id, kind=kind, value=value, now=received)
    row = Lead(
        id=new_id(),
        contact_id=contact.id,
        team_id=team,
        source="widget",
        lang=lead.lang,
        band=lead.band,
        score=lead.score,
        status="working" if lead.state in ("claimed", "contacted") else "new",
        owner_id=owner_id,
        submitted_at=received,
        received_at=received,
        activity_at=told_at or received,
    )
    session.add(row)
    session.flush()
    conversation = _talk(session, lead, row, owner_id=owner_id, at=received)
    record(session, "lead_received", at=received, lead_id=row.id, conversation_id=conversation.id)
    record(session, "first_reply", at=received + timedelta(seconds=2), lead_id=row.id)
    record(session, "lead_scored", at=received + timedelta(seconds=2), lead_id=row.id)
    if owner_id and told_at:
        _give(session, lead, row, owner_id=owner_id, told_at=told_at)
    return row.id, conversation.id


def _talk(session: Session, lead: _Lead, row: Lead, *, owner_id: UUID | None, at: datetime) -> Conversation:
    by_rep = lead.state == "contacted"
    conversation = Conversation(
        id=new_id(),
        lead_id=row.id,
        contact_id=row.contact_id,
        channel="widget",
        lang=lead.lang,
        owner="rep" if by_rep else "assistant",
        owner_id=owner_id if by_rep else None,
        last_seq=0,
        created_at=at,
    )
    session.add(conversation)
    session.flush()
    said = [*lead.said, ("rep", "工場長の渡辺様、佐藤です。取り付けの写真をお送りします。")] if by_rep else lead.said
    for number, (author, text) in enumerate(said):
        thread.add(
            session, _message(conversation, author, text, owner_id=owner_id, at=at + timedelta(seconds=20 * number))
        )
    return conversation


def _message(conversation: Conversation, author: str, text: str, *, owner_id: UUID | None, at: datetime) -> Message:
    return Message(
        id=new_id(),
        conversation_id=conversation.id,
        channel="widget",
        direction="inbound" if author == "contact" else "outbound",
        author="assistant" if author == "opener" else author,
        origin="template" if author in ("assistant", "opener") else "human",
        kind={"contact": "message", "rep": "message", "opener": "opener"}.get(author, "reply"),
        state="final",
        text=text,
        lang=conversation.lang,
        person_id=owner_id if author == "rep" else None,
        citations=[{"n": 1, "title": "北斗精機：停止時間を41%削減", "url": "/cases/hokuto", "lang": "ja"}]
        if "[1]" in text
        else [],
        quick_replies=[],
        provenance={},
        at=at,
        final_at=at,
    )


def _give(session: Session, lead: _Lead, row: Lead, *, owner_id: UUID, told_at: datetime) -> None:
    claimed_at = told_at + timedelta(seconds=70) if lead.state in ("claimed", "contacted") else None
    seen_at = claimed_at - timedelta(seconds=40) if claimed_at else None
    contacted_at = told_at + timedelta(minutes=4) if lead.state == "contacted" else None
    minutes = (5, 10) if lead.band == "hot" else (30, 60)
    session.add(
        Assignment(
            id=new_id(),
            lead_id=row.id,
            person_id=owner_id,
            kind="escalated" if lead.state == "escalated" else "first",
            because={
                "reasons": [
                    {"code": "language", "lang": lead.lang},
                    {"code": "free", "count": 2},
                    {"code": "round_robin"},
                ],
                "against": {},
            },
            since=told_at - timedelta(seconds=1),
            notified_at=told_at,
            seen_at=seen_at,
            claimed_at=claimed_at,
        )
    )
    session.add(
        SlaClock(
            id=new_id(),
            lead_id=row.id,
            band=lead.band,
            started_at=told_at,
            reassign_due_at=None if claimed_at else told_at + timedelta(minutes=minutes[0]),
            escalate_due_at=told_at + timedelta(minutes=minutes[1]),
            claimed_at=claimed_at,
            contacted_at=contacted_at,
            created_at=told_at,
        )
    )
    steps: list[tuple[str, datetime | None]] = [
        ("lead_assigned", told_at - timedelta(seconds=1)),
        ("notice_sent", told_at),
    ]
    steps += [("notice_seen", seen_at), ("lead_claimed", claimed_at), ("first_contact", contacted_at)]
    for kind, at in steps:
        if at:
            record(session, kind, at=at, lead_id=row.id, person_id=owner_id)
