"""Band and score of a lead, every point with its reason (PRODUCT §5, the priority rule). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Band = Literal["hot", "warm", "cold"]
RANK: dict[str, int] = {"cold": 0, "warm": 1, "hot": 2}

NEAR = timedelta(days=122)  # a window that begins within four months
NEAR_WITH_MEETING = timedelta(days=183)  # within six, when a meeting or a quote is asked for
BUYING_ACTS = frozenset({"ask_price", "request_demo_meeting", "request_quote", "order", "discount"})
NOT_A_PROSPECT = frozenset({"customer", "job_applicant", "sales_pitch", "competitor", "student", "abusive", "press"})


@dataclass(frozen=True, slots=True)
class ScoreFacts:
    """What the score may look at. `acts` are intents seen so far; `views` counts consented page views by page group."""

    today: date
    kind: str = "prospect"
    opted_out: bool = False
    has_email: bool = False
    has_phone: bool = False
    challenge: bool = False
    timing_kind: str = "none"
    timing_earliest: date | None = None
    timing_latest: date | None = None
    acts: frozenset[str] = frozenset()
    authority: str | None = None
    team_size: int | None = None
    company: bool = False
    pricing_views: int = 0
    case_views: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """`code` has a text per language (`reason.<code>`), `value` fills it."""

    code: str
    points: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    band: Band
    score: int
    reasons: tuple[Reason, ...]


def score(facts: ScoreFacts) -> Scored:
    """Return the band by the priority rule and a score from 0 to 100 that orders leads inside a band."""
    reasons = tuple(sorted(_reasons(facts), key=lambda reason: -reason.points))
    return Scored(_band(facts), max(0, min(100, sum(reason.points for reason in reasons))), reasons)


def _band(facts: ScoreFacts) -> Band:
    if facts.opted_out or facts.kind in NOT_A_PROSPECT:
        return "cold"
    reachable = facts.has_email or facts.has_phone
    wants = facts.challenge or bool(facts.acts & BUYING_ACTS) or facts.pricing_views > 1
    if reachable and wants and _soon(facts):
        return "hot"
    dated = facts.timing_kind in ("asap", "range")
    return "warm" if wants or reachable or dated else "cold"


def _soon(facts: ScoreFacts) -> bool:
    if facts.timing_kind == "asap":
        return True
    if facts.timing_kind != "range" or facts.timing_earliest is None:
        return False
    meeting = facts.acts & {"request_demo_meeting", "request_quote", "order"}
    return facts.timing_earliest <= facts.today + (NEAR_WITH_MEETING if meeting else NEAR)


def _reasons(facts: ScoreFacts) -> list[Reason]:
    found: list[Reason] = []

    def give(code: str, points: int, *, when: bool, value: str = "") -> None:
        if when:
            found.append(Reason(code, points, value))

    give("asap", 25, when=facts.timing_kind == "asap")
    give("soon", 20, when=facts.timing_kind == "range" and _soon(facts), value=_window(facts))
    give("later", 8, when=facts.timing_kind == "range" and not _soon(facts), value=_window(facts))
    give("meeting", 20, when="request_demo_meeting" in facts.acts)
    give("quote", 15, when=bool({"request_quote", "order"} & facts.acts))
    give("price", 10, when="ask_price" in facts.acts)
    give("challenge", 15, when=facts.challenge)
    give("document", 5, when="request_document" in facts.acts)
    give("phone", 10, when=facts.has_phone)
    give("email", 8, when=facts.has_email)
    give("company", 4, when=facts.company)
    give("decides", 8, when=facts.authority == "self")
    give("team", 6, when=(facts.team_size or 0) >= 10, value=str(facts.team_size or ""))
    give("pricing_twice", 20, when=facts.pricing_views > 1, value=str(facts.pricing_views))
    give("pricing_once", 6, when=facts.pricing_views == 1)
    give("case_read", 6, when=facts.case_views > 0)
    return found


def _window(facts: ScoreFacts) -> str:
    ends = [day.isoformat() for day in (facts.timing_earliest, facts.timing_latest) if day]
    return "–".join(ends)
