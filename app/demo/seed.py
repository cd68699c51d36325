"""Fill an empty data folder with the demo company: team, people, a fast SLA, the site. Safe to run again."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts import people
from app.core.ids import new_id
from app.core.security import Vault
from app.demo.company import Company
from app.demo.company import Person as Colleague
from app.flows.first_run import add_policies, add_site
from app.models import Person, Schedule, Site, Team
from app.routing.sla import Policy

SITE_KEY = "pk_demo"
FAST = Policy(timedelta(seconds=30), timedelta(seconds=60), business_hours_only=False)
POLICIES = {"hot": FAST, "warm": FAST, "cold": Policy(None, timedelta(days=1))}


def seed(session: Session, vault: Vault, *, company: Company, now: datetime) -> None:
    """Add what is missing. The demo team works round the clock, so that the story can be tried at any hour."""
    if session.scalar(select(Site.id).where(Site.key == SITE_KEY)) is not None:
        return
    team = Team(id=new_id(), name=company.team["ja"], timezone="Asia/Tokyo", country=None)
    session.add(team)
    session.flush()
    session.add_all(
        Schedule(id=new_id(), team_id=team.id, weekday=weekday, start=time(0), end=time(0)) for weekday in range(7)
    )
    add_policies(session, team, POLICIES)
    for colleague in company.people:
        _add(session, vault, colleague=colleague, team=team, now=now)
    add_site(
        session,
        team,
        key=SITE_KEY,
        name=company.name["ja"],
        company={str(lang): name for lang, name in company.name.items()},
        lang="ja",
        origins=[],
        now=now,
    )


def _add(session: Session, vault: Vault, *, colleague: Colleague, team: Team, now: datetime) -> None:
    person_id = people.create(
        session,
        vault,
        name=colleague.name["ja"],
        role=colleague.role,
        lang="ja",
        now=now,
        email=colleague.mail,
        team_id=team.id,
        reading=colleague.reading,
        langs=colleague.languages,
    )
    session.get_one(Person, person_id).name_en = colleague.name["en"]
