"""The case studies that fit a lead, on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.models import Message, Qualification
from tests.http.shelf import REP, Shelf

CASES = {
    "ja/事例-食品.md": """---
title: 株式会社ひなた食品様の導入事例
kind: case
industry: 食品
challenge: 冷凍ラインの突発停止
figure: 停止が年11回から2回に
topics: [unplanned_downtime]
---

冷凍ラインが突然止まり、仕掛品を廃棄していました。
""",
    "ja/事例-製紙.md": """---
title: みどり製紙株式会社様の導入事例
kind: case
industry: 製紙
challenge: 巡回点検の負担
figure: 点検が月64時間から18時間に
topics: [inspection_labour]
---

広い工場の巡回点検に毎月64時間をかけていました。
""",
}


@pytest.fixture
def shelf(database: Database, vault: Vault, clock: FixedClock, tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(database, vault, clock, folder=tmp_path, files=CASES)
    yield made
    made.library.close()


def cases(shelf: Shelf, name: str) -> list[tuple[str, str]]:
    """Return title and reasons of each case on the lead's page."""
    page = shelf.signed_in(REP).get(f"/console/leads/{shelf.desk.seeded.leads[name]}").text
    block = page.partition('aria-labelledby="cases"')[2].partition("</section>")[0]
    found = re.findall(r'documents/[^"]+" lang="ja">([^<]+)</a>.*?<p class="hint">(.*?)</p>', block, re.S)
    return [(title, " ".join(re.sub("<[^>]+>", "", why).split())) for title, why in found]


def know(shelf: Shelf, name: str, **slot: Any) -> None:
    row = Qualification(
        id=new_id(), lead_id=shelf.desk.seeded.leads[name], slot="challenge", at=shelf.clock.now(), **slot
    )
    shelf.database.write(lambda session: session.add(row))


def test_a_known_challenge_brings_the_case_that_had_it(shelf: Shelf) -> None:
    know(shelf, "田中", status="known", quote="点検の人手が足りません", normal={"categories": ["inspection_labour"]})
    ((title, why), *_) = cases(shelf, "田中")
    assert title == "みどり製紙株式会社様の導入事例"
    assert "課題「巡回点検の負担」" in why


def test_the_name_of_a_company_may_tell_its_industry(shelf: Shelf) -> None:
    ((title, why), *_) = cases(shelf, "渡辺")
    assert title == "株式会社ひなた食品様の導入事例"
    assert "業種「食品」" in why


def test_no_case_is_shown_where_nothing_fits(shelf: Shelf) -> None:
    lead = {"conversation_id": shelf.desk.seeded.conversations["山本"]}
    shelf.database.write(lambda s: s.query(Message).filter_by(**lead).update({"text": "採用に応募したいです。"}))
    assert cases(shelf, "山本") == []
