"""From which evidence on to answer, measured on the documents themselves: each is asked about, and asked for when gone.

A question is made of a heading or of the first part of a sentence. With its document in the ranking it can be answered,
without the document and its likes it cannot: what evidence the rest then claims is what a wrong answer would have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.knowledge.find import Question
from app.knowledge.lexical import Lexical
from app.models.calibration import Calibration
from app.retrieval import tokens
from app.retrieval.bands import DEFAULT, Thresholds
from app.retrieval.passages import Found, Lang, Passage
from app.retrieval.sentences import statements

T = TypeVar("T")

Find = Callable[[Question], Found]
Progress = Callable[[int, int], None]

MAX_QUESTIONS, FEWEST = 400, 30
WRONGLY_ANSWERED, WRONGLY_OFFERED = 0.15, 0.25
"""What may be answered, and at least offered, of what the documents do not say."""
OWN_WORDS = 0.33
"""Questions in a company's own words fit its other documents about three times as often as those of prospects do: .45
and .15 at the default in the sets of benchmarks/retrieval."""
LOWEST, HIGHEST = Thresholds(0.28, 0.16), Thresholds(0.5, 0.3)
PRIOR = 60
"""Questions that the defaults count as: few questions of one company say little."""
STEPS = tuple(n / 100 for n in range(10, 62, 2))
ALIKE_FROM = 0.75
"""Share of a sentence's words, its two rarest and all its figures among them, from which a passage says it too."""
FEWEST_WORDS, ASKED_WORDS = 6, 4
GREETED_EVERY = 3
BARE = Thresholds(0.0, 0.0)

_FIGURE = re.compile(r"\d[\d,.:]*")
_IS_QUESTION = re.compile(r"(?:[?？]|か)$")


@dataclass(frozen=True, slots=True)
class Point:
    """From `threshold` on: the share answered, and the share expected to be answered of what no document says."""

    threshold: float
    answered: float
    wrongly_answered: float


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What was found; the defaults are kept where there were too few questions (`enough` is false)."""

    thresholds: Thresholds
    questions: int
    enough: bool
    curve: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    passage: Passage
    source: str


def calibrate(lexical: Lexical, find: Find, *, today: date, progress: Progress | None = None) -> Calibrated:
    """Return the thresholds that fit these documents; the same documents always give the same.

    `progress` is told how many questions are asked, and of how many. Two searches a question, at most 400 questions.
    """
    asked = _questions(lexical, today=today)
    there, gone = [], []
    for n, one in enumerate(asked, 1):
        question = Question(one.text, one.passage.lang, 5, today, thresholds=BARE)
        found = find(question)
        own = one.passage.document_id
        there.append(found.evidence if found.passages and found.passages[0].document_id == own else 0.0)
        without = {own, *(other.document_id for other in found.passages if _says_it_too(lexical, one, other))}
        gone.append(find(Question(one.text, one.passage.lang, 5, today, thresholds=BARE, without=without)).evidence)
        if progress is not None:
            progress(n, len(asked))
    curve = tuple(Point(step, _share(there, step), _wrong(gone, step)) for step in STEPS)
    if len(asked) < FEWEST:
        return Calibrated(DEFAULT, len(asked), enough=False, curve=curve)
    answer_from = _chosen(gone, WRONGLY_ANSWERED, DEFAULT.answer_from, LOWEST.answer_from, HIGHEST.answer_from)
    maybe_from = _chosen(gone, WRONGLY_OFFERED, DEFAULT.maybe_from, LOWEST.maybe_from, HIGHEST.maybe_from)
    return Calibrated(Thresholds(answer_from, maybe_from), len(asked), enough=True, curve=curve)


def save(session: Session, calibrated: Calibrated, *, fingerprint: str, now: datetime) -> None:
    """Let these thresholds hold as long as the index has this fingerprint."""
    session.add(
        Calibration(
            fingerprint=fingerprint,
            answer_from=calibrated.thresholds.answer_from,
            maybe_from=calibrated.thresholds.maybe_from,
            questions=calibrated.questions,
            curve=[asdict(point) for point in calibrated.curve],
            at=now,
        )
    )


def saved(session: Session, *, fingerprint: str) -> Thresholds:
    """Return the newest thresholds measured with such an index, or the defaults."""
    newest = select(Calibration).where(Calibration.fingerprint == fingerprint)
    row = session.scalars(newest.order_by(Calibration.at.desc(), Calibration.id.desc()).limit(1)).first()
    return DEFAULT if row is None else Thresholds(row.answer_from, row.maybe_from)


def _chosen(gone: Sequence[float], most: float, default: float, low: float, high: float) -> float:
    """Return the lowest threshold at which no more than `most` is wrong, drawn to the default by few questions."""
    measured = next((step for step in STEPS if _wrong(gone, step) <= most), high)
    bounded = min(max(measured, low), high)
    return round((len(gone) * bounded + PRIOR * default) / (len(gone) + PRIOR), 3)


def _wrong(gone: Sequence[float], threshold: float) -> float:
    return round(OWN_WORDS * _share(gone, threshold), 3)


def _share(evidence: Sequence[float], threshold: float) -> float:
    return round(sum(one >= threshold for one in evidence) / len(evidence), 3) if evidence else 0.0


def _questions(lexical: Lexical, *, today: date) -> list[_Asked]:
    rowids = lexical.rowids([chunk for _, chunk in lexical.chunks()])
    passages = lexical.passages(dict.fromkeys(rowids.values(), 0.0), today=today)
    passages.sort(key=lambda passage: (passage.file, passage.heading or "", passage.text))
    some = _spread(passages)
    made = {text: _Asked(text, passage, source) for passage in some for text, source in _made_of(passage)}
    return [_greeted(one) if n % GREETED_EVERY == 0 else one for n, one in enumerate(_spread(list(made.values())))]


def _spread(many: Sequence[T]) -> Sequence[T]:
    """Return at most MAX_QUESTIONS, from everywhere."""
    if len(many) <= MAX_QUESTIONS:
        return many
    return [many[i * len(many) // MAX_QUESTIONS] for i in range(MAX_QUESTIONS)]


def _made_of(passage: Passage) -> Iterator[tuple[str, str]]:
    """Give a question about the heading and one about the sentence that says most, with what each was made of."""
    about, what = (frame for frame in _frames("?", passage.lang))
    if passage.heading and len(tokens.words(passage.heading)) > 1:
        is_question = _IS_QUESTION.search(passage.heading) is not None
        yield passage.heading if is_question else about.format(passage.heading), passage.heading
    told = [statement.text for statement in statements(passage.text)]
    fullest = max(told, key=lambda text: (len(set(tokens.words(text))), text), default="")
    if len(set(tokens.words(fullest))) >= FEWEST_WORDS and (part := _first_part(fullest, passage.lang)):
        yield what.format(part), fullest


def _first_part(sentence: str, lang: Lang) -> str:
    """Return what a sentence is about without what it says: as few words as people ask with, and no figures."""
    bare = _FIGURE.sub("", sentence.split("\n")[0])
    topic, _, said = bare.partition("は")
    if said and len(tokens.words(topic)) > 1:
        bare = topic
    parts = bare.split() if lang == "en" else list(bare)
    gap = " " if lang == "en" else ""
    ends = range(1, len(parts) + 1)
    end = next((end for end in ends if len(set(tokens.words(gap.join(parts[:end])))) > ASKED_WORDS), len(parts) + 1)
    return gap.join(parts[: end - 1])


def _greeted(one: _Asked) -> _Asked:
    return _Asked(_frames("+", one.passage.lang)[0].format(f"{one.text}\n"), one.passage, one.source)


def _says_it_too(lexical: Lexical, asked: _Asked, other: Passage) -> bool:
    """Return whether another document holds what was asked: a brochure that repeats the price list."""
    words = frozenset(tokens.words(asked.source))
    there = frozenset(tokens.words(f"{other.title}\n{other.heading or ''}\n{other.text}"))
    idf = lexical.weigh(other.lang, "words", terms=words).idf
    rarest = sorted(words, key=lambda word: (idf[word], word))[-2:]
    needed = {word for word in words if _FIGURE.match(word)}.union(rarest)
    return needed <= there and len(words & there) >= ALIKE_FROM * len(words)


@lru_cache(maxsize=1)
def _table() -> list[list[str]]:
    text = Path(__file__).with_name("calibration_words.txt").read_text("utf-8")
    return [line.split(" ", 2) for line in text.splitlines() if not line.startswith("#")]


def _frames(kind: str, lang: Lang) -> list[str]:
    return [frame for row_lang, row_kind, frame in _table() if (row_lang, row_kind) == (lang, kind)]
