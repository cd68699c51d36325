"""A lead as it stands in the database after a real-looking conversation, for briefings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.briefing.card import Briefing
from app.briefing.facts import Facts
from app.briefing.read import briefing_for, read
from app.core.db import Database
from app.core.ids import new_id
from app.core.resources import folder
from app.core.security import Vault
from app.core.templating import load_texts
from app.models import (
    Assignment,
    Citation,
    Consent,
    Contact,
    ContactPoint,
    Conversation,
    Document,
    Event,
    Inbox,
    Lead,
    Message,
    Person,
    Promise,
    Qualification,
    Signal,
    Site,
    SlaClock,
    Team,
    Visitor,
)

TEXTS = load_texts(folder("templates"))
MINUTE = timedelta(minutes=1)
JA_WORDS = "夜間にコンプレッサーが突然止まることがあります。年度内に20名で使い始めたいのですが、料金を教えてください。"
EN_WORDS = "Our night shift loses hours to sudden conveyor stops. We want this in place by March. What does it cost?"


@dataclass
class Story:
    """Rows of one lead; each method adds what happened and returns the id."""

    database: Database
    vault: Vault
    now: datetime
    lang: str = "ja"
    company: str | None = "北川精密工業株式会社"
    name: str | None = "田中 美咲"
    reading: str | None = "タナカ ミサキ"
    role: str | None = "生産技術課長"
    rep: str = "佐藤 健"
    lead_id: UUID = field(default_factory=new_id)
    seq: int = 0

    def __post_init__(self) -> None:
        self.team_id, self.person_id, self.contact_id = new_id(), new_id(), new_id()
        self.visitor_id, self.conversation_id, inbox_id, site_id = new_id(), new_id(), new_id(), new_id()
        began = self.now - 5 * MINUTE
        company = {"ja": "ミナモ計測", "en": "Minamo"}
        sealed = {"name_enc": self.sealed(self.name), "reading_enc": self.sealed(self.reading)}
        self.add(
            Team(id=self.team_id, name="営業部", timezone="Asia/Tokyo", country="JP"),
            Person(
                id=self.person_id, team_id=self.team_id, role="rep", name=self.rep, lang=self.lang, created_at=began
            ),
            Inbox(id=inbox_id, name="Web", channel="widget", lang=self.lang, team_id=self.team_id, settings={}),
            Site(
                id=site_id, key=f"pk_{site_id}", name="Minamo", company=company, lang=self.lang, inbox_id=inbox_id,
                created_at=began,
            ),
            Visitor(
                id=self.visitor_id, site_id=site_id, behaviour_hash=self.visitor_id.bytes, first_seen_at=began,
                seen_at=began,
            ),
            Contact(
                id=self.contact_id, lang=self.lang, company_name=self.company, role=self.role, created_at=began,
                **sealed,
            ),
            Lead(
                id=self.lead_id, contact_id=self.contact_id, team_id=self.team_id, site_id=site_id,
                visitor_id=self.visitor_id, source="widget", lang=self.lang, submitted_at=began, received_at=began,
                activity_at=began,
            ),
            Conversation(
                id=self.conversation_id, lead_id=self.lead_id, contact_id=self.contact_id, site_id=site_id,
                channel="widget", lang=self.lang, created_at=began,
            ),
        )  # fmt: skip
        self.happened("lead_received", at=began)

    def sealed(self, text: str | None) -> bytes | None:
        return self.vault.seal(text) if text else None

    def add(self, *rows: Any) -> None:
        for row in rows:
            self.database.write(lambda session, row=row: session.add(row))

    def change(self, row: type[Any], row_id: UUID, **columns: Any) -> None:
        def apply(session: Any) -> None:
            found = session.get_one(row, row_id)
            for name, value in columns.items():
                setattr(found, name, value)

        self.database.write(apply)

    def happened(self, kind: str, *, at: datetime | None = None, **columns: Any) -> UUID:
        event_id = new_id()
        self.add(Event(id=event_id, kind=kind, lead_id=self.lead_id, at=at or self.now, **columns))
        return event_id

    def wrote(self, text: str, *, ago: timedelta = 4 * MINUTE) -> UUID:
        return self._message("contact", text, at=self.now - ago, kind="message")

    def replied(self, text: str, *, acts: list[str], ago: timedelta = 4 * MINUTE) -> UUID:
        return self._message("assistant", text, at=self.now - ago, kind="reply", acts=acts)

    def _message(self, author: str, text: str, *, at: datetime, kind: str, acts: list[str] | None = None) -> UUID:
        message_id, self.seq = new_id(), self.seq + 1
        inbound = author == "contact"
        row = Message(
            id=message_id, conversation_id=self.conversation_id, seq=self.seq, changed_seq=self.seq, channel="widget",
            direction="inbound" if inbound else "outbound", author=author, origin="human" if inbound else "template",
            kind=kind, state="final", text=text, lang=self.lang, at=at, final_at=at,
            answers_seq=None if inbound else self.seq - 1, provenance={} if acts is None else {"acts": acts},
        )  # fmt: skip
        self.add(row)
        return message_id

    def knows(self, slot: str, *, status: str = "known", **columns: Any) -> None:
        self.add(Qualification(id=new_id(), lead_id=self.lead_id, slot=slot, status=status, at=self.now, **columns))

    def reachable(self, *, phone: str | None = None, email: str | None = None) -> None:
        for kind, value in (("phone", phone), ("email", email)):
            if value:
                sealed, key = self.vault.seal(value), self.vault.lookup(kind, value)
                self.add(
                    ContactPoint(
                        id=new_id(), contact_id=self.contact_id, kind=kind, value_enc=sealed, value_hmac=key,
                        created_at=self.now,
                    )
                )  # fmt: skip

    def consents(self, *, granted: bool = True) -> None:
        self.add(
            Consent(
                id=new_id(), kind="behaviour", granted=granted, visitor_id=self.visitor_id, version="2026-11",
                lang=self.lang, at=self.now,
            )
        )  # fmt: skip

    def viewed(self, path: str, title: str, *, group: str | None = None, kind: str = "page_view", ago: int = 8) -> None:
        self.add(
            Signal(
                id=new_id(), visitor_id=self.visitor_id, kind=kind, path=path, title=title, page_group=group,
                at=self.now - ago * MINUTE,
            )
        )  # fmt: skip

    def cites_case(self, message_id: UUID, *, customer: str, figure: str, status: str = "approved") -> None:
        document_id, file = new_id(), f"{self.lang}/case-minato-logistics.md"
        title = f"{customer}：{figure}"
        self.add(
            Document(
                id=document_id, file=file, title=title, lang=self.lang, kind="case", body_hash="x", status=status,
                front_matter={"customer": customer, "figure": figure}, revision=1, created_at=self.now,
                updated_at=self.now,
            ),
            Citation(
                id=new_id(), message_id=message_id, n=1, document_id=document_id, file=file, title=title,
                lang=self.lang, passage=figure, score=0.7,
            ),
        )  # fmt: skip

    def promised(self, told: str, message_id: UUID, **columns: Any) -> None:
        self.add(
            Promise(
                id=new_id(), lead_id=self.lead_id, conversation_id=self.conversation_id, message_id=message_id,
                kind="answer", told=told, at=self.now, **columns,
            )
        )  # fmt: skip

    def assigned(self, *, due: timedelta = 7 * MINUTE, claimed: bool = True) -> None:
        self.add(
            Assignment(
                id=new_id(), lead_id=self.lead_id, person_id=self.person_id, kind="first", since=self.now - 3 * MINUTE,
                notified_at=self.now - 3 * MINUTE, claimed_at=self.now - MINUTE if claimed else None,
            ),
            SlaClock(
                id=new_id(), lead_id=self.lead_id, band="hot", started_at=self.now - 3 * MINUTE,
                escalate_due_at=self.now + due, created_at=self.now - 3 * MINUTE,
            ),
        )  # fmt: skip
        self.change(Lead, self.lead_id, owner_id=self.person_id)
        self.happened("lead_assigned", person_id=self.person_id)
        self.happened("notice_sent", person_id=self.person_id)

    def scored(self, band: str, *reasons: tuple[str, int, str]) -> None:
        rows = [{"code": code, "points": points, "value": value} for code, points, value in reasons]
        self.change(Lead, self.lead_id, band=band, score=60, reasons=rows)
        self.happened("lead_scored")

    def briefing(self, lang: str | None = None) -> Briefing:
        return self.database.read(
            lambda s: briefing_for(s, self.vault, TEXTS, lead_id=self.lead_id, lang=lang or self.lang, now=self.now)
        )

    def facts(self) -> Facts:
        return self.database.read(lambda s: read(s, self.vault, lead_id=self.lead_id, now=self.now))


def tanaka(database: Database, vault: Vault, *, now: datetime) -> Story:
    """A hot lead from Japan: pricing question, challenge, a time, one open question, claimed, seven minutes left."""
    story = Story(database, vault, now)
    story.reachable(phone="+81332345678", email="m.tanaka@kitagawa.example")
    first = story.wrote(JA_WORDS, ago=5 * MINUTE)
    reply = story.replied("料金は…", acts=["mirror", "answer", "case"], ago=5 * MINUTE)
    story.cites_case(reply, customer="株式会社みなと中央物流", figure="夜間の緊急呼び出しが月9回から1回に（89%減）")
    second = story.wrote("稟議が必要です。既設のPLCとつなげますか。10時から12時の間に電話をください。")
    answer = story.replied("申し訳ありません。", acts=["dont_know"])
    story.promised("dont_know", answer)
    pain = "夜間にコンプレッサーが突然止まること"
    story.knows("challenge", value=pain, quote=pain, message_id=first)
    window = {"kind": "range", "earliest": "2026-11-24", "latest": "2027-03-31", "condition": None}
    story.knows("timing", value="年度内", normal=window, quote="年度内", message_id=first)
    story.knows("authority", value="ringi", normal={"value": "ringi"}, quote="ringi", message_id=second)
    story.knows("contact", message_id=second)
    story.knows("team_size", value="20", message_id=first)
    story.change(Contact, story.contact_id, team_size=20, call_from="10:00", call_until="12:00")
    story.consents()
    story.viewed("/pricing", "料金", group="pricing", ago=20)
    story.viewed("/pricing", "料金", group="pricing", ago=7)
    story.viewed("/cases/minato-logistics", "みなと中央物流様の事例", group="case", kind="read_to_end", ago=9)
    story.viewed("/company", "会社概要", ago=30)
    story.scored("hot", ("soon", 20, "2026-11-24–2027-03-31"), ("pricing_twice", 20, "2"), ("challenge", 15, ""))
    story.assigned()
    return story


def whitfield(database: Database, vault: Vault, *, now: datetime) -> Story:
    """A hot lead in English who wants a meeting and has not said who decides."""
    story = Story(
        database, vault, now, lang="en", company="Harlow Packaging", name="Dana Whitfield", reading=None,
        role="Maintenance Manager", rep="Ken Sato",
    )  # fmt: skip
    story.reachable(phone="+13125550142", email="dana@harlow.example")
    first = story.wrote(EN_WORDS, ago=6 * MINUTE)
    reply = story.replied("Thank you", acts=["mirror", "answer", "case"], ago=6 * MINUTE)
    story.cites_case(reply, customer="Minato Central Logistics", figure="night callouts down from 9 to 1 a month (89%)")
    second = story.wrote("Could someone walk us through it? I'd rather not discuss our budget.", ago=3 * MINUTE)
    story.replied("A person", acts=["meeting"], ago=3 * MINUTE)
    story.knows(
        "challenge", value="loses hours to sudden conveyor stops", quote="loses hours to sudden conveyor stops",
        message_id=first,
    )  # fmt: skip
    window = {"kind": "range", "earliest": "2026-11-24", "latest": "2027-03-31", "condition": None}
    story.knows("timing", value="by March", normal=window, quote="by March", message_id=first)
    story.knows("authority", status="declined", message_id=second)
    story.knows("contact", message_id=second)
    story.consents()
    story.viewed("/en/pricing", "Pricing", group="pricing")
    story.scored("hot", ("meeting", 20, ""), ("soon", 20, "2026-11-24–2027-03-31"), ("challenge", 15, ""))
    story.assigned(claimed=False)
    return story
