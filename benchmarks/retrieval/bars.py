"""What was wanted of the quality, beside what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from benchmarks.retrieval import measures, tables
from benchmarks.retrieval.quality import Asked, Results, hit, is_answered

Rows = Sequence[Asked]


class _Bar(NamedTuple):
    name: str
    wanted: float
    counts: Callable[[Asked], float]
    asked: Rows
    is_most: bool = False


def table(own: Results, public: Results, halved: Results) -> str:
    """Return what was wanted and measured; `halved` is the public sets without half of their titles."""
    bars = [*_public(public), *_abstention(halved), *_own(own)]
    return tables.markdown(["", "wanted", "measured", "questions"], [_row(bar) for bar in bars if bar.asked])


def _public(results: Results) -> Iterator[_Bar]:
    plain, typo = _type(results, "plain"), _type(results, "typo")
    yield _Bar("encyclopedia ja, hit@5", 0.965, partial(hit, 5), _lang(plain, "ja"))
    yield _Bar("encyclopedia en, hit@5", 0.95, partial(hit, 5), _lang(plain, "en"))
    yield _Bar("encyclopedia en, misspelt, hit@5", 0.90, partial(hit, 5), _lang(typo, "en"))
    yield _Bar("encyclopedia ja, the answer's sentences hold it", 0.90, _held, _lang(plain, "ja"))
    yield _Bar("encyclopedia en, the answer's sentences hold it", 0.83, _held, _lang(plain, "en"))


def _abstention(halved: Results) -> Iterator[_Bar]:
    for kind, least, most in (("plain", 0.88, 0.15), ("chatty", 0.85, 0.20)):
        for lang in ("ja", "en"):
            asked = _lang(_type(halved, kind), lang)
            there, absent = [a for a in asked if a.question.gold], [a for a in asked if not a.question.gold]
            yield _Bar(f"{kind} {lang}, answered where the fact is there", least, is_answered, there)
            yield _Bar(f"{kind} {lang}, answered where it is absent", most, is_answered, absent, is_most=True)


def _own(results: Results) -> Iterator[_Bar]:
    new = [(name, asked) for name, asked in results if not name.startswith("demo")]
    yield _Bar("new companies, same language, hit@3", 0.95, partial(hit, 3), _type(new, "same"))
    yield _Bar("new companies, other language, hit@3", 0.60, partial(hit, 3), _type(new, "cross"))
    unanswerable = _type(new, "unanswerable")
    yield _Bar("new companies, unanswerable, answered", 0.30, is_answered, unanswerable, is_most=True)


def _type(results: Results, kind: str) -> Rows:
    return [one for _, asked in results for one in asked if one.question.type == kind]


def _lang(asked: Rows, lang: str) -> Rows:
    return [one for one in asked if one.question.lang == lang]


def _held(asked: Asked) -> float:
    return bool(asked.held)


def _row(bar: _Bar) -> list[str]:
    value = measures.mean(bar.counts(one) for one in bar.asked) or 0.0
    is_met = value <= bar.wanted if bar.is_most else value >= bar.wanted
    figure = f"{value:.3f}" if is_met else f"**{value:.3f}**"
    return [bar.name, f"{'≤' if bar.is_most else '≥'} {bar.wanted}", figure, str(len(bar.asked))]
