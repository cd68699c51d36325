"""Brings one lexical index up to the documents of record, at the cost of what has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from app.core import log
from app.core.db import Database
from app.knowledge import record, store
from app.knowledge.lexical import Lexical

logger = log.get(__name__)

BATCH = 200
"""Documents per transaction: what is searched meanwhile is never far behind, and memory stays small."""


class CatchUp:
    """Remembers how far one index has come. `stop` ends a long run early; the next goes on from there.

    The first run looks at every document: an index may be of another database, or of one before a backup was restored.
    """

    def __init__(self, lexical: Lexical, *, stop: threading.Event) -> None:
        self.lexical = lexical
        self._stop = stop
        self._seen: tuple[int, int] | None = None

    def run(self, database: Database, *, between: Callable[[], None] | None = None) -> bool:
        """Return whether the index has everything; `between` is called after each batch."""
        state = database.read(store.fingerprint)
        if self._seen is not None and self._seen[0] == state:
            return True
        last = database.read(record.last)
        if self._seen is not None:
            wanted, gone = database.read(partial(record.changed, since=self._seen[1]))
            present = self.lexical.revisions([*wanted, *gone])
            self._apply(database, wanted, present=present, between=between)
        if self._seen is None or self.lexical.balance() != database.read(record.balance):
            wanted = database.read(store.revisions)
            self._apply(database, wanted, present=self.lexical.revisions(), between=between)
        if self._stop.is_set():
            return False
        self._seen = state, last
        return True

    def _apply(
        self,
        database: Database,
        wanted: dict[str, int],
        *,
        present: dict[str, int],
        between: Callable[[], None] | None,
    ) -> None:
        stale = [document_id for document_id in present if document_id not in wanted]
        changed = [document_id for document_id, revision in wanted.items() if present.get(document_id) != revision]
        for start in range(0, len(stale), BATCH):
            self.lexical.replace([], removed=stale[start : start + BATCH])
        for start in range(0, len(changed), BATCH):
            ids = changed[start : start + BATCH]
            self.lexical.replace(database.read(partial(store.load, ids=ids)), removed=ids)
            if self._stop.is_set():
                return
            if between is not None:
                between()
        if stale or changed:
            logger.info("knowledge_indexed", changed=len(changed), removed=len(stale))
