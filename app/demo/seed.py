"""Fill an empty data folder with the demo company: team, people, a fast SLA, the site, its mail address and form."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts import people
from app.core.ids import new_id
from app.core.security import Vault
from app.demo.company import LANGUAGES, Company
from app.demo.company import Person as Colleague
from app.flows.first_run import add_policies, add_site
from app.flows.inboxes import FormInbox, add_form_inbox, add_mail_inbox
from app.models import Inbox, Person, Site, Team
from app.routing.sla import Policy

SITE_KEY = "pk_demo"
FORM_KEY = "fk_demo"
FAST = Policy(timedelta(seconds=30), timedelta(seconds=60), business_hours_only=False)
POLICIES = {"hot": FAST, "warm": FAST, "cold": Policy(None, timedelta(days=1))}


def seed(session: Session, vault: Vault, *, company: Company, now: datetime) -> None:
    """Add what is missing, to a folder of an earlier version too; the hours are set at every start (app.demo.hours)."""
    site = session.scalar(select(Site).where(Site.key == SITE_KEY)) or _house(session, vault, company=company, now=now)
    if session.scalar(select(Inbox.id).where(Inbox.key == FORM_KEY)) is None:
        _inboxes(session, site, company=company)


def _house(session: Session, vault: Vault, *, company: Company, now: datetime) -> Site:
    team = Team(id=new_id(), name=company.team["ja"], timezone="Asia/Tokyo", country=None)
    session.add(team)
    session.flush()
    add_policies(session, team, POLICIES)
    for colleague in company.people:
        _add(session, vault, colleague=colleague, team=team, now=now)
    return add_site(
        session,
        team,
        key=SITE_KEY,
        name=company.name["ja"],
        company={str(lang): name for lang, name in company.name.items()},
        lang="ja",
        origins=[],
        now=now,
    )


def _inboxes(session: Session, site: Site, *, company: Company) -> None:
    mail = add_mail_inbox(
        session,
        site,
        address=company.mail["sales"],
        names={str(lang): name for lang, name in company.name.items()},
        lang="ja",
        signature=_signature(company),
    )
    privacy = {"ja": "/privacy", "en": "/en/privacy"}
    mail.settings = {**mail.settings, "privacy_url": privacy}
    thanks = {"ja": "/contact/thanks", "en": "/en/contact/thanks"}
    add_form_inbox(session, mail, form=FormInbox("contact", "ja", key=FORM_KEY, thanks_url=thanks, privacy_url=privacy))


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


def _signature(company: Company) -> dict[str, str]:
    telephone = {"ja": "TEL", "en": "Phone"}
    return {
        lang: f"{company.name[lang]}\n{company.tokyo_office[lang]}\n{telephone[lang]} {company.phone}"
        for lang in LANGUAGES
    }
