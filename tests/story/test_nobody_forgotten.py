"""Whatever anybody writes, in whatever order, by chat or mail, by day or night: nobody who waits for us is forgotten.

The dialogues are put together from sentences and from what happens around them, and held in the whole program. After
each step the database is asked: is there a person for all that a person is said to do?
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.cli.chat import Prospect
from app.conversation.acts import BY_A_PERSON
from app.conversation.situations import STAYS
from app.demo import hours
from app.jobs.fake import run_due
from app.main import Parts
from app.models import Assignment, Contact, Conversation, Job, Lead, Promise, SlaClock
from app.models.job import JobKey
from app.routing.close import close_lead, closed_for
from app.routing.waiting import waiting
from tests.story.aftermath import answer, call

WISHES = {
    "ja": (
        "見積もりをお願いします。",
        "デモを見せてください。打ち合わせをお願いします。",
        "03-5555-0199 に明日の15時に電話をください",
        "セキュリティチェックシートに記入をお願いします",
        "値引きしてもらえますか",
        "担当者と話したいです",
        "やはり夜間に設備が止まって困っています。来年3月までに導入したいです。",
    ),
    "en": (
        "Please send a quote for 20 sensors.",
        "We would like to book a demo meeting.",
        "Please call me tomorrow at 3 pm at +81 3 5555 0100.",
        "Could you fill in our security questionnaire?",
        "Can you give us a discount?",
        "I want to talk to a person.",
        "Our machines keep failing at night, and we need a solution by March 2027.",
    ),
}
NOES = {
    "ja": (
        "今回は結構です。間に合っています。",
        "今後一切連絡しないでください。配信を停止してください。",
        "SEO対策のサービスをご提案させてください。弊社の営業代行もご利用いただけます。",
        "御社の求人に応募したいです。",
        "死ね。二度と連絡してくるな。配信停止しろ。",
    ),
    "en": (
        "No thanks, we're all set.",
        "Unsubscribe me and never contact me again.",
        "We offer SEO services and would love to win you as a client.",
        "I'd like to apply for a job, here is my resume.",
        "Fuck you idiots, stop emailing me. Unsubscribe me.",
    ),
}
REST = {
    "ja": (
        "料金はいくらですか",
        "3年後の価格改定の予定を教えてください。",
        "森です。mori@sora.example です。",
        "大学3年生です。卒論で調べています",
        "同業の者です",
        "もう死にたいです",
        "弁護士に相談します。訴えます。",
        "対応がひどい。どうなっているんですか",
        "バカ野郎",
        "AIとは話したくありません",
        "いつ電話をもらえますか",
        "稟議書に使える資料をください",
        "はい",
        "ありがとうございます",
        "？",
    ),
    "en": (
        "How much is it?",
        "What colour will next year's sensors be, and do you ship to Peru?",
        "I'm Ann Ward, ann@corp.example",
        "I'm a student writing my thesis about sensors.",
        "I work for a competitor.",
        "I want to kill myself.",
        "I will sue you. My lawyer will be in touch.",
        "Your service is terrible, this is unacceptable.",
        "You are idiots.",
        "I don't want to talk to a bot.",
        "When will they call me?",
        "I need a business case draft to show my boss.",
        "yes",
        "Thank you!",
        "?",
        "Bonjour, je voudrais un devis pour notre usine",
    ),
}
AMBIGUOUS = {text for lang in ("ja", "en") for text in WISHES[lang][1:3]}  # a seller would like to meet us, too
PASSES = {"an hour passes": timedelta(hours=1), "a night passes": timedelta(hours=13), "weeks pass": timedelta(days=24)}
AROUND = ("the rep calls", "the rep writes", "what is due is done", *PASSES)
SIGNATURE = {
    "ja": "\n\n-- \n森 真一\n株式会社ソラ 製造部\nTEL 03-5555-0100 / mori@sora.example",
    "en": "\n\n-- \nAnn Ward, Plant Manager\nCorp Ltd | +1 312 555 0100",
}
NOWS = tuple(
    datetime.fromisoformat(f"{text}+09:00")
    for text in ("2026-11-24 10:00", "2026-11-24 22:15", "2026-11-20 17:30", "2026-11-21 11:00", "2026-12-30 19:00")
)
SAYS_A_PERSON = BY_A_PERSON | {"crisis", "abuse", "reminder"}


@dataclass(frozen=True)
class Step:
    """Something the prospect writes, or what happens meanwhile (`channel` "")."""

    channel: str
    text: str
    wish: bool = False


@dataclass(frozen=True)
class Dialogue:
    lang: str
    now: datetime
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class State:
    """What the database says of a lead."""

    status: str = ""
    closed_for: str | None = None
    kind: str = "prospect"
    band: str = "cold"
    opted_out: bool = False
    owner: UUID | None = None
    clock: bool = False
    handed_out_later: bool = False
    promises: frozenset[UUID] = frozenset()
    jobs: dict[UUID, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    assignment: UUID | None = None
    told: tuple[bool, ...] = ()

    def news_since(self, before: State) -> list[str]:
        fresh = [self.jobs[one] for one in self.jobs.keys() - before.jobs.keys()]
        return [payload["about"] for kind, payload in fresh if kind == "tell_news"]

    def notified(self) -> bool:
        return any(
            kind == "notify_rep" and payload["assignment_id"] == str(self.assignment)
            for kind, payload in self.jobs.values()
        )


def dialogues() -> st.SearchStrategy[Dialogue]:
    def of(lang: str) -> st.SearchStrategy[Dialogue]:
        channel = st.sampled_from(("widget", "email"))
        wish = st.builds(Step, channel, st.sampled_from(WISHES[lang]), st.just(value=True))
        other = st.builds(Step, channel, st.sampled_from((*NOES[lang], *REST[lang])))
        two = st.lists(st.sampled_from((*WISHES[lang], *NOES[lang], *REST[lang])), min_size=2, max_size=2, unique=True)
        mixed = st.builds(Step, channel, two.map("\n".join))
        signed = st.builds(Step, st.just("email"), other.map(lambda step: step.text + SIGNATURE[lang]))
        around = st.builds(Step, st.just(""), st.sampled_from(AROUND))
        step = st.one_of(wish, other, other, mixed, signed, around)
        return st.builds(
            Dialogue, st.just(lang), st.sampled_from(NOWS), st.lists(step, min_size=2, max_size=7).map(tuple)
        )

    return st.one_of(of("ja"), of("en"))


def state_of(session: Session, contact_id: UUID) -> State:
    lead = session.scalars(select(Lead).where(Lead.contact_id == contact_id)).one()
    assignment = session.scalar(select(Assignment.id).where(Assignment.lead_id == lead.id, Assignment.until.is_(None)))
    running = select(SlaClock.id).where(
        SlaClock.lead_id == lead.id, SlaClock.contacted_at.is_(None), SlaClock.closed_at.is_(None)
    )
    open_promises = select(Promise.id).where(
        Promise.lead_id == lead.id, Promise.kept_at.is_(None), Promise.lapsed_at.is_(None)
    )
    plans = select(Conversation.plan).where(Conversation.lead_id == lead.id).order_by(Conversation.created_at)
    jobs = {
        job.id: (job.kind, job.payload)
        for job in session.scalars(select(Job).where(Job.state == "ready"))
        if job.payload.get("lead_id", str(lead.id)) == str(lead.id)
    }
    kinds = {kind for kind, _ in jobs.values()}
    listed = lead.id in {one.lead_id for one in waiting(session, lead.team_id)}
    return State(
        status=lead.status,
        closed_for=closed_for(lead),
        kind=lead.kind,
        band=lead.band,
        opted_out=session.get_one(Contact, contact_id).opted_out_at is not None,
        owner=lead.owner_id,
        clock=session.scalar(running) is not None,
        handed_out_later="assign_lead" in kinds or ("open_queue" in kinds and listed),
        promises=frozenset(session.scalars(open_promises)),
        jobs=jobs,
        assignment=assignment,
        told=tuple(bool(plan.get("waiting_for_person")) for plan in session.scalars(plans)),
    )


def check(step: Step, row: dict[str, Any], *, before: State, after: State) -> None:
    """Hold what one message led to against what is promised."""
    news = after.news_since(before)
    looked_after = after.owner is not None and (after.clock or after.notified())
    person = looked_after or after.handed_out_later or bool(news)
    if SAYS_A_PERSON & set(row["acts"]) or any(after.told) > any(before.told):
        event("a person is to do something")
        assert person, "said to be done by a person, and nobody knows"
    if after.promises - before.promises:
        assert person or "promise_due" in {kind for kind, _ in after.jobs.values()}, "promised to nobody"
    if after.status == "closed" and before.status not in ("", "closed"):
        event(f"closed: {after.closed_for}")
        known = before.owner is not None or before.promises or before.band != "cold"
        assert news or not known, "closed behind the back of whoever has it"
    if before.opted_out:
        event("written after an opt-out")
        assert (after.status, after.closed_for, after.clock) == ("closed", "opt_out", False)
        if step.channel == "email" and "crisis" not in row["acts"]:
            assert row["reply"] == "", "a mail to somebody who wants none"
    elif step.wish and not after.opted_out and not (before.kind in STAYS and step.text in AMBIGUOUS):
        event("a wish")
        assert after.status != "closed", "somebody wants something, and their lead is closed"
        same = (after.owner, after.band) == (before.owner, before.band) and after.owner is not None  # has been called
        assert looked_after or after.handed_out_later or after.band == "cold" or same


async def hold(office: Parts, dialogue: Dialogue) -> None:
    office.clock.set(dialogue.now)  # type: ignore[attr-defined]
    prospect, contact_id, before = Prospect(office, lang=dialogue.lang), None, State()
    for step in dialogue.steps:
        if step.channel:
            heard = await prospect.write({"text": step.text, "channel": step.channel})
            contact_id = heard.contact_id
            after = office.database.read(lambda s, who=contact_id: state_of(s, who))  # type: ignore[misc]
            check(step, heard.row, before=before, after=after)
        elif contact_id is not None:
            await happen(office, step.text, contact_id)
            after = office.database.read(lambda s, who=contact_id: state_of(s, who))  # type: ignore[misc]
        else:
            continue
        before = after
    office.database.write(lambda session: end(session, now=office.clock.now()))


async def happen(office: Parts, what: str, contact_id: UUID) -> None:
    if what == "the rep calls":
        office.database.write(lambda session: call(session, contact_id, now=office.clock.now()))
        return
    if what == "the rep writes":
        office.database.write(lambda session: answer(session, office, contact_id))
        return
    if what in PASSES:
        office.clock.advance(PASSES[what])  # type: ignore[attr-defined]
    await run_due(office.database, dict(office.engine._handlers.values()), now=office.clock.now())


def end(session: Session, *, now: datetime) -> None:
    """Free the reps for the next dialogue."""
    for lead_id in session.scalars(select(Lead.id).where(Lead.status != "closed")).all():
        close_lead(session, lead_id, reason="job", now=now)
    session.execute(delete(Job))
    session.execute(delete(JobKey))


@pytest.mark.parametrize(
    ("examples", "fixed"), [(30, True), pytest.param(1_000, False, marks=pytest.mark.torture)], ids=["sample", "many"]
)
def test_whatever_a_person_is_said_to_do_somebody_is_to_do(office: Parts, examples: int, fixed: bool) -> None:
    office.database.write(hours.weekdays)

    @settings(max_examples=examples, derandomize=fixed, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(dialogues())
    def holds(dialogue: Dialogue) -> None:
        runner.run(hold(office, dialogue))

    with asyncio.Runner() as runner:
        holds()
