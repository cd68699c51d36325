"""A time in which our documents say a paper is answered is kept as a promise."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from app.conversation.paper_due import answer_by
from app.routing.hours import BusinessHours, weekdays_nine_to_six

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 20, 14, tzinfo=TOKYO)  # a Friday; Monday is a holiday


@pytest.mark.parametrize(
    "told", ["チェックシートには、5営業日以内にご回答します。", "We return it within 5 business days."]
)
def test_it_is_counted_in_business_days_to_the_close_of_the_last(told: str) -> None:
    others = ["故障時は2営業日以内に交換品を発送します。", "Support answers within 1 business day."]
    found = answer_by([*others, told], hours=weekdays_nine_to_six(), now=NOW)
    assert found == datetime(2026, 11, 30, 18, tzinfo=TOKYO)


def test_nothing_is_promised_where_no_time_is_told_or_nobody_ever_works() -> None:
    assert answer_by(["ご回答します。"], hours=weekdays_nine_to_six(), now=NOW) is None
    assert answer_by(["5営業日以内"], hours=BusinessHours({}), now=NOW) is None
