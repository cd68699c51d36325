"""Page views and read-to-end of visitors who agreed to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.errors import Forbidden
from app.core.ids import new_id
from app.leads import consent
from app.models import Signal, Visitor

LOOK_BACK = timedelta(days=7)
MOST_EVENTS = 50


@dataclass(frozen=True, slots=True)
class Observed:
    """One observation as the widget sends it; `kind` is page_view or read_to_end."""

    kind: str
    path: str
    title: str | None = None
    referrer: str | None = None
    dwell_ms: int | None = None


def observe(
    session: Session,
    observed: Sequence[Observed],
    *,
    site_id: UUID,
    behaviour_id: str,
    page_groups: Mapping[str, Sequence[str]],
    now: datetime,
) -> UUID:
    """Store signals of a visitor who agreed on this site; `Forbidden` (consent_missing) otherwise."""
    visitor = consent.find_visitor(session, behaviour_id, site_id=site_id)
    if visitor is None or not consent.allowed(session, visitor.id):
        raise Forbidden("consent_missing")
    session.get_one(Visitor, visitor.id).seen_at = now
    for position, one in enumerate(observed[:MOST_EVENTS]):
        session.add(
            Signal(
                id=new_id(),
                visitor_id=visitor.id,
                kind=one.kind,
                path=one.path,
                title=one.title,
                page_group=page_group(one.path, page_groups),
                referrer=one.referrer,
                dwell_ms=one.dwell_ms,
                at=now + timedelta(microseconds=position),
            )
        )
    return visitor.id


def page_group(path: str, groups: Mapping[str, Sequence[str]]) -> str | None:
    """Return the first group one of whose prefixes begins `path`."""
    return next((name for name, starts in groups.items() if any(path.startswith(start) for start in starts)), None)


def views_by_group(session: Session, visitor_id: UUID | None, *, now: datetime) -> dict[str, int]:
    """Count page views of the last seven days by page group."""
    if visitor_id is None:
        return {}
    rows = session.execute(
        select(Signal.page_group, func.count())
        .where(Signal.visitor_id == visitor_id, Signal.kind == "page_view", Signal.at >= now - LOOK_BACK)
        .group_by(Signal.page_group)
    )
    return {group: count for group, count in rows if group}
