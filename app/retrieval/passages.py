"""What a search gives back: passages with their source, the verdict about them, and a cited answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["ja", "en"]
Kind = Literal["case", "product", "pricing", "faq", "policy", "security", "company", "document"]
Verdict = Literal["answer", "maybe", "unknown"]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a case study says in one line each, as approved in its front matter; `figure` is the first of `figures`."""

    industry: str | None = None
    challenge: str | None = None
    figure: str | None = None
    quote: str | None = None
    customer: str | None = None
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an approved document; `score` orders passages of one search and means nothing between searches."""

    chunk_id: str
    document_id: str
    file: str
    title: str
    heading: str | None
    url: str | None
    lang: Lang
    kind: Kind
    text: str
    score: float
    case: CaseFacts | None


@dataclass(frozen=True, slots=True)
class Found:
    """The best passages, one per document, and whether they may be used to answer (`evidence` is 0 to 1)."""

    verdict: Verdict
    passages: tuple[Passage, ...]
    evidence: float
    query: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Citation:
    """`n` counts from 1 in the order the answer uses its sources."""

    n: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Answer:
    """Two or three sentences, word for word from the cited passages; empty when the verdict is "unknown"."""

    text: str
    citations: tuple[Citation, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not taken in; `code` is stable, `message` says what is wrong with it."""

    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each file that was added; changed knowledge can be found once `Library.refresh` has run."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()

    def plus(self, other: Report) -> Report:
        """Return both reports as one."""
        return Report(
            self.added + other.added,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.failed + other.failed,
        )
