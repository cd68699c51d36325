"""Keeps Chroma up to the lexical index, in its own time, and asks it as far as it has earned trust.

Vectors are made from what the lexical index holds. While they are missing (the first time, after a switch of models,
after damage, while an endpoint is down) words find everything, and `Dense` is empty.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from app.core import log
from app.core.errors import Unavailable
from app.knowledge.builds import Builds, passing, sound
from app.knowledge.dense import ENOUGH_PROBES, Dense, Trust, judge
from app.knowledge.embed import Embedder
from app.knowledge.guard import Guard
from app.knowledge.ledger import Ledger
from app.knowledge.lexical import Lexical
from app.knowledge.owner import Owner
from app.knowledge.probe import probe, sample
from app.retrieval.passages import Lang
from app.retrieval.statistics import LANGS

if TYPE_CHECKING:
    from app.knowledge.vectors import Vectors

logger = log.get(__name__)

CANDIDATES = 50
"""Chroma's default HNSW search finds .946 of the true ten nearest; asking for more mends that."""

BATCH_HASHED, BATCH = 1000, 32
"""Documents after which what is done is noted: hashes cost nothing, a model's vectors are dear."""

FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 300.0
PROBED_AGAIN_AT = 1.2
"""Trust is judged anew when there is a fifth more to tell apart."""

STRIKES = 3
"""How often in a row Chroma may fail before its files are given up: a model's vectors are dear."""

_PASSING = ("disk is full", "no space left", "is locked", "unable to open", "disk i/o", "readonly", "too many open")
"""What Chroma, whose errors have no codes, says of a busy or full machine."""

REMEMBERED = 64
"""Vectors of questions kept: one question is put to both languages."""


class VectorIndex:
    """Only the owner of the directory opens Chroma. `start` moves the making of vectors into a thread of its own."""

    def __init__(self, builds: Builds, embedder: Embedder, *, owner: Owner) -> None:
        self._builds = builds
        self._embedder = Guard(embedder) if embedder.weight else embedder
        self._owner = owner
        self._opening = threading.RLock()  # two threads that open Chroma at once break it
        self._making = threading.Lock()
        self._vectors: Vectors | None = None
        self._folder: Path | None = None
        self._trust: dict[Lang, Trust] = {}
        self._asked: OrderedDict[str, list[float]] = OrderedDict()
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._worker: threading.Thread | None = None
        self._lexical: Lexical | None = None
        self._seen: tuple[Path, int] | None = None
        self._wait_s = 0.0
        self._strikes = 0
        self.problem: str | None = None

    @property
    def fingerprint(self) -> str:
        """Return the embedder's name: other vectors, another index."""
        return self._embedder.name

    @property
    def ranked_by(self) -> bool:
        """Return whether a model makes the vectors, so that they may count."""
        return bool(self._embedder.weight)

    def start(self) -> None:
        """Make vectors in a thread of their own from now on."""
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="vectors", daemon=True)
            self._worker.start()

    def follow(self, lexical: Lexical) -> None:
        """Bring the vectors up to the lexical index: at once, or by the thread if it was started."""
        self._lexical = lexical
        if self._worker is None:
            self._catch_up(lexical)
        else:
            self._wake.set()

    def start_again(self, lexical: Lexical) -> None:
        """Forget all vectors and make them anew."""
        with self._opening:
            self._retire()
        self.follow(lexical)

    def open(self) -> Vectors | None:
        """Open Chroma (it takes seconds); None where it cannot be used or another process owns it."""
        with self._opening:
            if self._vectors is None and self._owner.holds():
                try:
                    self._folder = self._folder_now()
                    Ledger(self._folder / "ledger.sqlite").create()
                    self._vectors = _open_vectors(self._folder / "chroma", self._embedder)
                    self._trust = self._noted_trust()
                except Exception as error:  # noqa: BLE001 - whatever keeps Chroma from opening, words go on
                    self._failed(error)
            return self._vectors

    def ledger(self) -> Ledger | None:
        """Return how far the vectors that serve are; None where there are none."""
        folder = self._builds.serving("vectors")
        return Ledger(folder / "ledger.sqlite") if folder and sound(folder / "ledger.sqlite") else None

    def dense(self, lang: Lang, query: str, *, among: Callable[[], Sequence[str] | None]) -> Dense:
        """Return what the vectors say of the chunks `among` gives (None: all that are there).

        Empty without vectors or where they have earned no weight.
        """
        if self._embedder.weight and self._worker is None and self.open() is not None:
            self._load()  # the thread does it without anybody waiting
        vectors, trust = self._vectors, self._trust.get(lang)
        if trust is not None and trust.probes < ENOUGH_PROBES:
            trust = None
        if vectors is None or (trust is None and (self._embedder.weight or query in self._asked)):
            return Dense()  # hashes are only asked so that the way is walked: once for each question
        try:
            vector = self._vector(query)
            chosen = among() if trust else None
            (cosines,) = vectors.nearest(lang, [vector], limit=CANDIDATES if trust else 1, among=chosen)
        except Unavailable as error:
            self._failed(error)
            return Dense()
        self._strikes = 0
        if not self._wait_s:
            self.problem = None
        return judge(cosines, trust) if trust else Dense()

    def stop(self) -> None:
        """Leave off making vectors; a later start goes on."""
        self._stop.set()
        self._wake.set()

    def close(self) -> None:
        """Give the files free."""
        self.stop()
        if self._worker is not None:
            self._worker.join(timeout=2)
        with self._opening:
            self._close()

    def _vector(self, query: str) -> list[float]:
        if (known := self._asked.get(query)) is not None:
            return known
        vector = self._embedder.embed_query(query)
        self._asked[query] = vector
        while len(self._asked) > REMEMBERED:
            self._asked.popitem(last=False)
        return vector

    def _work(self) -> None:
        self.open()
        self._load()
        while not self._stop.is_set():
            self._wake.wait(None if not self._wait_s else self._wait_s)
            self._wake.clear()
            if self._lexical is not None and not self._stop.is_set():
                self._catch_up(self._lexical)
                if self._wait_s:
                    self._stop.wait(self._wait_s)
                    self._wake.set()

    def _load(self) -> None:
        if isinstance(self._embedder, Guard):
            self._embedder.load()

    def _catch_up(self, lexical: Lexical) -> None:
        """What is made stays; what fails is tried again with the next follow, by the thread after growing waits."""
        with self._making:
            try:
                self._make(lexical)
                self._wait_s = 0.0
            except Exception as error:  # noqa: BLE001 - words go on, and so does the thread that makes vectors
                if isinstance(error, sqlite3.DatabaseError) and _is_damaged(lexical):
                    return  # the words are damaged, not the vectors: they will be followed when they are mended
                self._failed(error)
                self._wait_s = min(LONGEST_WAIT_S, max(FIRST_WAIT_S, 2 * self._wait_s))

    def _make(self, lexical: Lexical) -> None:
        if self._vectors is not None and self._folder is not None and not _whole(self._folder):
            logger.warning("knowledge_vectors_made_anew", reason="files are gone or damaged")
            with self._opening:
                self._retire()
        state = lexical.path, lexical.generation()
        if state == self._seen and self._vectors is not None:
            return
        vectors = self.open()
        if vectors is None or self._folder is None:
            raise Unavailable("knowledge_vectors_unavailable", self.problem or "not open")
        ledger = Ledger(self._folder / "ledger.sqlite")
        wanted, present = lexical.revisions(), ledger.revisions()
        stale = [document_id for document_id in present if document_id not in wanted]
        changed = [document_id for document_id, revision in wanted.items() if present.get(document_id) != revision]
        if stale:
            self._replace(vectors, ledger, stale, lexical=None, wanted=wanted)
        batch = BATCH if self._embedder.weight else BATCH_HASHED
        for start in range(0, len(changed), batch):
            if self._stop.is_set():
                return
            self._replace(vectors, ledger, changed[start : start + batch], lexical=lexical, wanted=wanted)
        if not present and wanted and self._embedder.weight:
            logger.info("knowledge_vectors_made", documents=len(wanted))
        self._probe(vectors, ledger, lexical)
        if self._embedder.weight:
            self._builds.tidy("vectors")  # only now: the vectors of another model were dear too
        self._seen = state
        self.problem = None
        if changed:
            self._strikes = 0

    def _replace(
        self,
        vectors: Vectors,
        ledger: Ledger,
        ids: Sequence[str],
        *,
        lexical: Lexical | None,
        wanted: dict[str, int],
    ) -> None:
        texts = lexical.texts(ids) if lexical is not None else []
        before, coming = ledger.chunks(ids), {chunk_id: document_id for document_id, _, chunk_id, _ in texts}
        ledger.begin(ids, coming)
        for lang in LANGS:
            vectors.put(lang, [(chunk_id, text) for _, its, chunk_id, text in texts if its == lang])
        forgotten = [chunk_id for chunk_id in before if chunk_id not in coming]
        vectors.forget(forgotten)
        ledger.finish({one: wanted[one] for one in ids if one in wanted}, forgotten=forgotten)

    def _probe(self, vectors: Vectors, ledger: Ledger, lexical: Lexical) -> None:
        """Judge the embedder on the documents as they are, the first time and when there are many more."""
        if not self._embedder.weight:
            return
        documents, probed = ledger.count(), int(ledger.noted("probed") or 0)
        if self._trust and probed <= documents * PROBED_AGAIN_AT and documents <= probed * PROBED_AGAIN_AT:
            return
        some = lexical.texts(sample(list(ledger.revisions())))
        trust: dict[Lang, Trust] = {}
        for lang in LANGS:
            chunks = [(document_id, chunk_id, text) for document_id, its, chunk_id, text in some if its == lang]
            trust[lang] = probe(vectors, self._embedder, lang, documents=chunks)
            logger.info("knowledge_vectors_judged", lang=lang, share=round(trust[lang].share, 2))
        ledger.note("trust", orjson.dumps({lang: asdict(each) for lang, each in trust.items()}).decode())
        ledger.note("probed", str(documents))
        self._trust = trust

    def _noted_trust(self) -> dict[Lang, Trust]:
        if self._folder is None or (noted := Ledger(self._folder / "ledger.sqlite").noted("trust")) is None:
            return {}
        return {lang: Trust(**each) for lang, each in orjson.loads(noted).items()}

    def _folder_now(self) -> Path:
        """Return the folder of this embedder, or a new one where that is missing or damaged; it serves from now on.

        Those of other embedders stay: a command that was started without the settings of a model is no reason to lose
        its vectors.
        """
        made = self._builds.made("vectors", self.fingerprint)
        folder = next((one for one in made if _whole(one)), None)
        if folder is None:
            for one in made:
                self._builds.drop(one)
            folder = self._builds.start("vectors", self.fingerprint)
        if folder != self._builds.serving("vectors"):
            self._builds.serve("vectors", folder)
        return folder

    def _failed(self, error: Exception) -> None:
        """Say what went wrong. An embedder that fails is waited for; files are given up if nothing else helps."""
        if self._stop.is_set():
            return
        code = getattr(error, "code", "knowledge_vectors_unavailable")
        self.problem = getattr(error, "detail", "") or f"{type(error).__name__}: {error}"
        logger.warning(code, reason=self.problem, exc_info=None if isinstance(error, _FORESEEN) else error)
        if code == "embeddings_unavailable":
            return
        with self._opening:
            self._strikes += not _is_passing(error)
            if self._strikes >= STRIKES:
                self._retire()
            else:
                self._close()

    def _retire(self) -> None:
        folder = self._folder
        self._close()
        self._strikes = 0
        if self._owner.holds():
            for one in [folder] if folder else self._builds.made("vectors", self.fingerprint):
                self._builds.drop(one)

    def _close(self) -> None:
        vectors, self._vectors = self._vectors, None
        self._folder, self._seen, self._trust = None, None, {}
        if vectors is not None:
            try:
                vectors.close()
            except Unavailable as error:
                logger.warning(error.code, reason=error.detail)


_FORESEEN = (Unavailable, OSError, sqlite3.DatabaseError)


def _is_passing(error: Exception) -> bool:
    """Return whether an error says nothing against the files."""
    if isinstance(error, sqlite3.Error):
        return passing(error)
    return isinstance(error, OSError) or any(word in f"{error} {error.__cause__}".lower() for word in _PASSING)


def _is_damaged(lexical: Lexical) -> bool:
    try:
        return not lexical.usable()
    except (OSError, sqlite3.DatabaseError):
        return False


def _whole(folder: Path) -> bool:
    return sound(folder / "ledger.sqlite") and sound(folder / "chroma" / "chroma.sqlite3")


def _open_vectors(directory: Path, embedder: Embedder) -> Vectors:
    os.environ.setdefault("HOME", str(directory))  # chromadb asks for one on import; a user without a name has none
    from app.knowledge.vectors import Vectors

    return Vectors(directory, embedder)
