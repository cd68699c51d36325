"""The index of one node: its owner keeps words and vectors up to the documents of record, other processes read them.

A damaged or missing index is found out at every follow (a cheap look), by whoever stumbles on it, and by `check`. It is
built anew from SQL; until that is done, searches find what is there already, or nothing.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.core import log
from app.core.db import Database
from app.knowledge.builds import Builds, passing
from app.knowledge.catch_up import CatchUp
from app.knowledge.dense import Dense
from app.knowledge.embed import Embedder
from app.knowledge.index_file import FORMAT
from app.knowledge.lexical import Lexical
from app.knowledge.owner import Owner
from app.knowledge.vector_index import VectorIndex
from app.knowledge.within import Only
from app.retrieval.bilingual import Glossary
from app.retrieval.passages import Lang

logger = log.get(__name__)

FILE = "lexical.sqlite"
DAMAGED = "damaged"
"""A file by which whoever finds the index damaged tells its owner."""


class Index:
    """Follows the documents of record. Without the owner's lock it only reads what the owner has written."""

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._directory = directory
        self.builds = Builds(directory)
        self._owner = Owner(directory / "owner.lock")
        self.vectors = VectorIndex(self.builds, embedder, owner=self._owner)
        self._following = threading.Lock()
        self._choosing = threading.Lock()
        self._stop = threading.Event()
        self._open: list[Lexical] = []
        self._caught: CatchUp | None = None
        self._thorough = False
        self._glossary: tuple[tuple[Path, int], list[tuple[str, str]], Glossary] | None = None
        self.problem: str | None = None

    @property
    def fingerprint(self) -> str:
        """Return what the index depends on beside the documents: tables, tokens, embedder."""
        return f"{FORMAT}+{self.vectors.fingerprint}"

    @property
    def lexical(self) -> Lexical:
        """Return the words that serve now; `usable` says whether there are any."""
        folder = self.builds.serving("lexical") or self._directory / "none"
        with self._choosing:
            if not self._open or self._open[-1].path.parent != folder:
                self._open.append(Lexical(folder / FILE))
                if len(self._open) > 2:  # whoever still reads the one before may finish
                    self._open.pop(0).close()
            return self._open[-1]

    @contextmanager
    def reading(self) -> Iterator[Lexical | None]:
        """Give the words to read, None if they cannot be; damage found on the way ends the block without an error."""
        try:
            lexical = self._usable()
            if lexical is None:
                yield None
                return
            with lexical.at_one_state():
                yield lexical
        except sqlite3.DatabaseError as error:
            self._tell(error)
        finally:
            self._release()

    def follow(self, database: Database) -> bool:
        """Bring the index up to the documents of record; False if another process owns it."""
        try:
            with self._following:
                if not self._owner.holds():
                    self._trust_the_owner()
                    return False
                self._follow(database)
            self.vectors.follow(self.lexical)
        finally:
            self._release()
        return True

    def rebuild(self, database: Database) -> bool:
        """Build everything anew beside what serves, then let it serve; False if another process owns the index."""
        try:
            with self._following:
                if not self._owner.holds():
                    return False
                self._build(database)
            self.vectors.start_again(self.lexical)
        finally:
            self._release()
        return True

    def start(self) -> None:
        """Read the whole index once, and have vectors made in a thread of their own: words do not wait for a model."""
        self._thorough = True
        self.vectors.start()

    def dense(self, lang: Lang, query: str, only: Only) -> Dense:
        """Return what the vectors say; nothing where they cannot be used: words find almost as much."""
        return self.vectors.dense(lang, query, among=lambda: self.lexical.chosen(lang, only))

    def glossary(self) -> Glossary:
        """Return the glossary of the documents as they are indexed now."""
        lexical = self.lexical
        state = lexical.path, lexical.generation()
        if self._glossary is None or self._glossary[0] != state:
            pairs = lexical.glossary()
            same = self._glossary is not None and self._glossary[1] == pairs
            self._glossary = state, pairs, self._glossary[2] if self._glossary and same else Glossary(pairs)
        return self._glossary[2]

    def stop(self) -> None:
        """Leave off whatever is being built; a later start goes on."""
        self._stop.set()
        self.vectors.stop()

    def close(self) -> None:
        """Give the directory free for another process."""
        self.stop()
        self.vectors.close()
        while self._open:
            self._open.pop().close()
        self._owner.release()

    def _usable(self) -> Lexical | None:
        lexical = self.lexical
        if lexical.usable():
            return lexical
        lexical = self.lexical  # another build may have taken its place in between
        return lexical if lexical.usable() else None

    def _follow(self, database: Database) -> None:
        self._mend(database)
        try:
            self._catching_up(self.lexical).run(database)
        except sqlite3.DatabaseError as error:
            self._tell(error)
            self._mend(database)
            self._catching_up(self.lexical).run(database)

    def _release(self) -> None:
        """Let other threads have the connections of this one."""
        with self._choosing:
            for lexical in self._open:
                lexical.release()

    def _trust_the_owner(self) -> None:
        """Forget damage that its owner has seen to."""
        if not (self._directory / DAMAGED).exists():
            self.problem = None

    def _tell(self, error: sqlite3.DatabaseError) -> None:
        """Note damage, for the owner to see; an error that shows none goes on."""
        if passing(error):
            raise error
        if self.problem is None:
            logger.error("knowledge_index_damaged", reason=str(error))
        self.problem = str(error)
        with suppress(OSError):
            (self._directory / DAMAGED).touch()

    def _mend(self, database: Database) -> None:
        """Replace an index that is missing, damaged or of other tokens."""
        lexical, marker = self.lexical, self._directory / DAMAGED
        usable = lexical.usable()
        if usable and (self._thorough or self.problem is not None or marker.exists()):
            self._thorough = False
            usable = lexical.faults() is None
        if usable and lexical.format() != FORMAT:
            self._build(database)
        elif not usable:
            if self.builds.serving("lexical") is not None:
                logger.warning("knowledge_index_rebuilt")
            with self._new() as lexical:
                self.builds.serve("lexical", lexical.path.parent)
        marker.unlink(missing_ok=True)
        self.problem = None

    def _build(self, database: Database) -> None:
        """Fill a new build while the old one serves, which is kept up too as long as it has the same tokens."""
        old = self.lexical
        kept = self._catching_up(old) if old.usable() and old.format() == FORMAT else None

        def between() -> None:
            if kept is not None:
                kept.run(database)

        with self._new() as new:
            if CatchUp(new, stop=self._stop).run(database, between=between):
                self.builds.serve("lexical", new.path.parent)

    @contextmanager
    def _new(self) -> Iterator[Lexical]:
        """Give an empty build; unless it serves in the end nothing stays of it: it may be what has filled the disk."""
        self.builds.tidy("lexical")
        lexical = Lexical(self.builds.start("lexical", FORMAT) / FILE)
        try:
            lexical.create()
            yield lexical
        finally:
            lexical.close()
            if self.builds.serving("lexical") != lexical.path.parent:
                self.builds.drop(lexical.path.parent)

    def _catching_up(self, lexical: Lexical) -> CatchUp:
        if self._caught is None or self._caught.lexical.path != lexical.path:
            self._caught = CatchUp(lexical, stop=self._stop)
        return self._caught
