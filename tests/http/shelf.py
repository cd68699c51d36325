"""A console with the knowledge of the sample company behind it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.knowledge import missing
from app.knowledge.library import Library
from app.leads import thread
from app.models import Conversation, Document
from app.web import knowledge, knowledge_document, knowledge_missing, knowledge_try, knowledge_write
from tests.http.desk import Desk

FILES = {
    "ja/料金.md": """---
title: 料金プラン
kind: pricing
url: /pricing
valid_until: 2026-12-10
---

スタンダードプランの月額料金は98,000円です。初期費用は420,000円です。

## 解約について

解約は1か月前までに書面でお知らせください。違約金はありません。
""",
    "en/security.md": """---
title: Security sheet
kind: security
url: https://minato.example/security
---

All measurements are encrypted in transit with TLS 1.3. The retention period of raw data is 24 months.
""",
    "ja/古い案内.md": """---
title: 旧料金のご案内
kind: pricing
valid_until: 2025-03-31
---

2024年度までの料金のご案内です。
""",
    "ja/下書き.md": """---
title: 防爆対応について
kind: faq
approved_by:
---

防爆エリア向けのセンサーを準備しています。
""",
}
PAGES = (knowledge, knowledge_document, knowledge_missing, knowledge_try, knowledge_write)
REP, MANAGER = "aoi@hibiki.example", "megumi@hibiki.example"


class Shelf:
    """The seeded console over a small library; pages are `get` and forms are posted by whoever is signed in."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        clock: FixedClock,
        *,
        folder: Path,
        files: Mapping[str, str] = FILES,
    ) -> None:
        self.clock = clock
        self.library = Library(database, folder / "index", clock=clock, zone=ZoneInfo("Asia/Tokyo"))
        self.desk = Desk(database, vault, clock, library=self.library)
        self.database = database
        for page in PAGES:
            self.desk.app.include_router(page.router)
        documents = folder / "documents"
        for name, text in files.items():
            (documents / name).parent.mkdir(parents=True, exist_ok=True)
            (documents / name).write_text(text, "utf-8")
        assert not self.library.add(documents).failed

    def signed_in(self, mail: str) -> TestClient:
        """Return a browser in which this person is signed in."""
        return self.desk.sign_in(mail, client=self.desk.browser())

    def document_id(self, file: str) -> Any:
        return self.database.read(lambda session: session.query(Document.id).filter_by(file=file).scalar())

    def asked(self, name: str, text: str, *, lang: Any = "ja") -> None:
        """Let a lead of the sample ask what no document answers."""
        self.clock.advance(timedelta(minutes=1))
        now = self.clock.now()

        def write(session: Session) -> None:
            conversation = session.get_one(Conversation, self.desk.seeded.conversations[name])
            said = thread.new_message(conversation, author="contact", kind="message", text=text, now=now)
            thread.add(session, said)
            lead_id = self.desk.seeded.leads[name]
            missing.note(session, message_id=said.id, lead_id=lead_id, text=text, lang=lang, verdict="unknown", now=now)

        self.database.write(write)
