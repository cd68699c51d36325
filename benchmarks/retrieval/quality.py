"""Ask every question of a set and say where the right document stood, what was answered and what was refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial

from app.knowledge.library import Library
from app.retrieval.passages import Verdict
from benchmarks.retrieval import measures, shelf, tables
from benchmarks.retrieval.questions import Question, QuestionSet

VERDICTS: tuple[Verdict, ...] = ("answer", "maybe", "unknown")
CROSS = "cross"
ABSENT = ("near_miss", "unanswerable")
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What came back for one question; `held` is None where nobody said what the answer has to hold."""

    question: Question
    ranked: tuple[str, ...]
    verdict: Verdict
    evidence: float
    answer: str
    held: bool | None

    @property
    def first(self) -> int | None:
        """The place of the first right document."""
        return measures.rank(self.ranked, self.question.gold)

    def row(self, name: str) -> dict[str, object]:
        """Return it as a JSON row."""
        question = asdict(self.question) | {"gold": sorted(self.question.gold)}
        return {"set": name, **question, "rank": self.first, **asdict(self), "question": self.question.text}


Results = Sequence[tuple[str, Sequence[Asked]]]


def ask(one: QuestionSet) -> list[Asked]:
    """Add the documents and ask the questions."""
    with shelf.empty() as (library, folder):
        shelf.write(folder / "files", one.documents.items())
        shelf.add(library, folder / "files")
        return [_ask(library, question) for question in one.questions]


def hit(k: int, asked: Asked) -> float:
    """Return whether a right document was among the first `k`."""
    return measures.hit(asked.first, k)


def is_answered(asked: Asked) -> bool:
    """Return whether the question was answered rather than referred or refused."""
    return asked.verdict == "answer"


def ranking(results: Results) -> str:
    """Return a table of ranks, extracts and verdicts by set, type and language of the question."""
    ranks = ["hit@1", "hit@3", "hit@5", "MRR", "nDCG@10", "extract"]
    return tables.markdown(
        ["set", "type", "asked in", "n", *ranks, "answer / maybe / unknown"],
        [
            [name, kind, lang, str(len(group)), *_figures(group), _shares(group)]
            for name, asked in results
            for (kind, lang), group in _grouped(asked)
        ],
    )


def summary(results: Results) -> str:
    """Return one line per set: what is found, answered where the fact is there, and answered where it is not."""
    header = [
        "set",
        "same hit@3",
        "cross hit@3",
        "extract",
        "answer: same language",
        "cross",
        "near miss",
        "unanswerable",
    ]
    return tables.markdown(header, [[name, *_summed(asked)] for name, asked in results])


def abstention(results: Results) -> str:
    """Return verdicts by variant where half of the titles are missing: the fact is there, or it is not."""
    verdicts = "answer / maybe / unknown"
    return tables.markdown(
        ["set", "type", "there: n", f"there: {verdicts}", "absent: n", f"absent: {verdicts}"],
        [
            [name, kind, *(cell for part in _there_and_absent(group) for cell in (str(len(part)), _shares(part)))]
            for name, asked in results
            for (kind, _), group in _grouped(asked)
        ],
    )


def _summed(asked: Sequence[Asked]) -> list[str]:
    types = {kind: [a for a in asked if a.question.type == kind] for kind in ("same", CROSS, *ABSENT)}
    there = [a for a in asked if a.question.gold and a.question.type != CROSS]
    return [
        _mean(types["same"], partial(hit, 3)),
        _mean(types[CROSS], partial(hit, 3)),
        _mean([a for a in there if a.held is not None], lambda a: bool(a.held)),
        *(_mean(group, is_answered) for group in (there, types[CROSS], *(types[kind] for kind in ABSENT))),
    ]


def _there_and_absent(group: Sequence[Asked]) -> tuple[list[Asked], list[Asked]]:
    return [a for a in group if a.question.gold], [a for a in group if not a.question.gold]


def _ask(library: Library, question: Question) -> Asked:
    found = library.search(question.text, lang=question.lang, k=DEPTH)
    answer = library.answer(library.search(question.text, lang=question.lang)).text
    return Asked(
        question,
        tuple(passage.file for passage in found.passages),
        found.verdict,
        found.evidence,
        answer,
        measures.holds(answer, question.answers) if question.answers else None,
    )


def _grouped(asked: Sequence[Asked]) -> Iterator[tuple[tuple[str, str], list[Asked]]]:
    for key in dict.fromkeys((a.question.type, a.question.lang) for a in asked):
        yield key, [a for a in asked if (a.question.type, a.question.lang) == key]


def _figures(group: Sequence[Asked]) -> list[str]:
    there, _ = _there_and_absent(group)
    return [
        *(_mean(there, partial(hit, k)) for k in (1, 3, 5)),
        _mean(there, lambda a: measures.reciprocal(a.first)),
        _mean(there, lambda a: measures.ndcg(a.ranked, a.question.gold, k=DEPTH)),
        _mean([a for a in there if a.held is not None], lambda a: bool(a.held)),
    ]


def _mean(group: Sequence[Asked], measure: Callable[[Asked], float]) -> str:
    value = measures.mean(measure(a) for a in group)
    return "" if value is None else f"{value:.3f}"


def _shares(group: Sequence[Asked]) -> str:
    return " / ".join(f"{sum(a.verdict == v for a in group) / len(group):.2f}" for v in VERDICTS) if group else ""
