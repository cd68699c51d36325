"""What our pages say about retention is what the hourly job does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.flows.housekeeping import ENDED_SESSIONS, RAW, SIGNALS

ROOT = Path(__file__).parents[2]
PERIOD = re.compile(r"(\d+)\s*(日|days|か月|months|年|years)")


@pytest.mark.parametrize(("heading", "end", "unit"), [("保存期間", "委託", "日"), ("How long", "Processors", "days")])
def test_the_demos_privacy_notice_promises_the_periods_that_are_kept(heading: str, end: str, unit: str) -> None:
    page = (ROOT / "templates/demo/privacy.html").read_text("utf-8")
    table = page.split(f"<h2>{heading}")[1].split(f"<h2>{end}")[0]
    kept = {(str(period.days), unit) for period in (SIGNALS, RAW, ENDED_SESSIONS)}
    assert set(PERIOD.findall(table)) == kept


def test_the_documentation_names_the_same_periods() -> None:
    section = (ROOT / "docs/privacy.md").read_text("utf-8").split("## Retention")[1].split("##")[0]
    assert f"page views and read-to-end after {SIGNALS.days} days" in section
    assert f"raw mails and forms after {RAW.days} days" in section
    assert f"sign-in sessions {ENDED_SESSIONS.days} days after their end" in section
