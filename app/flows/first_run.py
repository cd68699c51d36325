"""What a new installation starts with: one team, its SLA, one inbox, one site. Everything can be changed later."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.ids import new_id, new_token
from app.models import Inbox, Site, SlaPolicy, Team
from app.routing.sla import DEFAULTS, Policy

ZONE = "Asia/Tokyo"
UNNAMED = {"ja": "弊社", "en": "our company"}  # until `sokuo site --company` says more
PAGE_GROUPS = {
    "pricing": ["/pricing", "/price", "/plans", "/en/pricing", "/ryoukin"],
    "case": ["/cases", "/case", "/customers", "/jirei", "/en/cases"],
}


def ensure_site(session: Session, *, lang: str, now: datetime) -> Site:
    """Return the first site, making it with its team and inbox if there is none yet."""
    site = session.scalar(select(Site).order_by(Site.created_at, Site.id).limit(1))
    if site is not None:
        return site
    team = Team(id=new_id(), name="営業" if lang == "ja" else "Sales", timezone=ZONE, country="JP")
    session.add(team)
    session.flush()
    add_policies(session, team, DEFAULTS)
    key = new_token("pk")[:24]
    return add_site(session, team, key=key, name="site", company=UNNAMED, lang=lang, origins=[], now=now)


def add_policies(session: Session, team: Team, policies: dict[str, Policy]) -> None:
    """Give a team its promise per band."""
    for band, policy in policies.items():
        session.add(
            SlaPolicy(
                id=new_id(),
                team_id=team.id,
                band=band,
                reassign_after=policy.reassign_after,
                escalate_after=policy.escalate_after,
                max_reassigns=policy.max_reassigns,
                business_hours_only=policy.business_hours_only,
            )
        )


def add_site(
    session: Session,
    team: Team,
    *,
    key: str,
    name: str,
    company: dict[str, str],
    lang: str,
    origins: list[str],
    now: datetime,
) -> Site:
    """Add a site with its widget inbox."""
    inbox = Inbox(id=new_id(), channel="widget", name=name, lang=lang, team_id=team.id, settings={})
    session.add(inbox)
    session.flush()
    site = Site(
        id=new_id(),
        key=key,
        name=name,
        company=company,
        lang=lang,
        origins=origins,
        page_groups=PAGE_GROUPS,
        inbox_id=inbox.id,
        created_at=now,
    )
    session.add(site)
    session.flush()
    return site
