"""A small company's documents, in both languages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.knowledge.library import Library

FILES = {
    "ja/料金.md": """---
title: 料金プラン
lang: ja
kind: pricing
url: /pricing
approved_by: 山田
topics: [pricing]
glossary: [{ja: 料金, en: pricing}, {ja: 解約, en: cancellation}]
---

スタンダードプランの月額料金は98,000円です。初期費用は420,000円です。

## 解約について

解約は1か月前までに書面でお知らせください。違約金はありません。
""",
    "ja/仕組み.md": """---
title: 振動センサーの仕組み
kind: product
---

モーターや軸受の振動を10分ごとに測り、故障の兆しを見つけます。配線工事は不要です。
""",
    "ja/事例-食品.md": """---
title: 株式会社ひなた食品様の導入事例
kind: case
industry: 食品
customer: 株式会社ひなた食品
challenge: 冷凍ラインの突発停止
figure: 停止が年11回から2回に
topics: [unplanned_downtime, food]
---

冷凍ラインが突然止まり、仕掛品を廃棄していました。導入後は停止が年11回から2回に減りました。
""",
    "ja/事例-製紙.md": """---
title: みどり製紙株式会社様の導入事例
kind: case
industry: 製紙
challenge: 巡回点検の負担
topics: [inspection_workload, paper]
---

広い工場の巡回点検に毎月64時間をかけていました。いまは18時間です。
""",
    "en/security.md": """---
title: Security sheet
lang: en
kind: security
url: https://minato.example/security
glossary: {暗号化: encryption, 保存期間: retention period}
---

All measurements are encrypted in transit with TLS 1.3. The retention period of raw data is 24 months.
Encryption keys are rotated every 90 days. Backups lie in two regions.
""",
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    root = tmp_path / "documents"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


@pytest.fixture
def library(database: Database, clock: FixedClock, tmp_path: Path) -> Iterator[Library]:
    made = Library(database, tmp_path / "index", clock=clock)
    yield made
    made.close()


@pytest.fixture
def stocked(library: Library, files: Path) -> Library:
    assert not library.add(files).failed
    return library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "watched"
    made.mkdir()
    return made


class Disk:
    """Writes files that were at rest long before the clock's time, or at a time before it."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        self.folder = folder
        self.clock = clock

    def write(self, name: str, text: str, *, ago: timedelta = timedelta(hours=1)) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        at = int((self.clock.now() - ago).timestamp() * 1_000_000_000)
        os.utime(path, ns=(at, at))
        return path


@pytest.fixture
def disk(folder: Path, clock: FixedClock) -> Disk:
    return Disk(folder, clock)
