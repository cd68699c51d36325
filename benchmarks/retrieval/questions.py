"""The question sets: the project's own, the demo company's, and public ones where a folder of them is given."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import yaml

from app.retrieval.passages import Lang

SEED = 7
HERE = Path(__file__).parent / "sets"
ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
KNOWN = ROOT / "tests" / "knowledge" / "demo_questions.yaml"
OTHER: dict[Lang, Lang] = {"ja": "en", "en": "ja"}
KNOWN_TYPES = {
    "answerable": "same",
    "later_answerable": "same",
    "near_miss": "near_miss",
    "unrelated": "unanswerable",
    "later_unrelated": "unanswerable",
}


@dataclass(frozen=True, slots=True)
class Question:
    """`gold`: files that hold the fact, any will do, none where it is absent; `answers`: words the extract holds."""

    id: str
    text: str
    lang: Lang
    type: str
    gold: frozenset[str]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Documents as Markdown by file name, and what is asked of them."""

    name: str
    documents: dict[str, str]
    questions: tuple[Question, ...]
    part: Literal["own", "apart", "public"] = "own"

    def apart(self, lang: Lang) -> QuestionSet:
        """Return the documents of one language only, with the questions whose answers are in it."""
        documents = {file: text for file, text in self.documents.items() if _lang(text) == lang}
        asked = tuple(q for q in self.questions if (q.lang == lang) != (q.type == "cross"))
        return QuestionSet(f"{self.name}, {lang} only", documents, asked, "apart")

    def with_half_of_the_titles(self) -> QuestionSet:
        """Return the set without the documents of every second title, so that about half of the facts are absent."""
        titles = sorted({_title(text) for text in self.documents.values()})
        gone = set(chance().sample(titles, len(titles) // 2))
        kept = {file: text for file, text in self.documents.items() if _title(text) not in gone}
        return replace(
            self,
            documents=kept,
            questions=tuple(replace(question, gold=question.gold & kept.keys()) for question in self.questions),
        )


def own() -> Iterator[QuestionSet]:
    """Return companies the program was not made for, then the demo company; whole, then each language apart."""
    for folder in (HERE / "attendance", HERE / "chillers", HERE / "freight", HERE / "clinics", HERE / "labels"):
        whole = QuestionSet(folder.name, _files(folder / "docs"), tuple(_question(row) for row in _rows(folder)))
        yield from (whole, whole.apart("ja"), whole.apart("en"))
    demo = QuestionSet("demo", _files(KNOWLEDGE), tuple(map(_demo_question, _rows(HERE / "demo"))))
    yield replace(demo, questions=tuple(q for q in demo.questions if q.type != "cross"))
    yield from (demo.apart("ja"), demo.apart("en"))
    yield QuestionSet("demo, known", demo.documents, tuple(_known()))


def public(folder: Path, *, limit: int) -> Iterator[QuestionSet]:
    """Return the sets of a folder, `limit` questions in each of their variants.

    A set is a JSON file {lang, docs: [{id, title, text}], queries: [{id, q, gold: {doc id: 1}, answers, v: {variant:
    text}}]}.
    """
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        documents = {f"{doc['id']}.md": markdown(doc["title"], doc["text"]) for doc in data["docs"]}
        queries = chance().sample(data["queries"], min(limit, len(data["queries"])))
        yield QuestionSet(path.stem, documents, tuple(_variants(queries, data["lang"])), "public")


def markdown(title: str, text: str) -> str:
    """Return a document with a plain title as its only front matter."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{text}\n"


def prose(sets: Iterable[QuestionSet], lang: Lang) -> tuple[list[str], list[str]]:
    """Return the titles and the sentences of one language's documents, for documents made of shuffled ones."""
    texts = [text for one in sets for text in one.documents.values() if _lang(text) == lang]
    pieces = [piece.strip() for text in texts for piece in re.split(r"(?<=。)|(?<=\. )|\n+", _body(text))]
    titles = [_title(text).removeprefix("title:").strip(' "') for text in texts]
    return titles, [piece for piece in pieces if len(piece) > 10]


def chance() -> random.Random:
    """Return a fresh source of repeatable choices."""
    return random.Random(SEED)  # noqa: S311 - a repeatable sample, no secret


def _rows(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((folder / "questions.yaml").read_text("utf-8"))
    return rows


def _demo_question(row: dict[str, Any]) -> Question:
    """The demo company has every document in both languages: the twin is wanted that the type says."""
    return _question(row, folder=f"{OTHER[row['lang']] if row['type'] == 'cross' else row['lang']}/")


def _question(row: dict[str, Any], *, folder: str = "") -> Question:
    gold = frozenset(f"{folder}{file}.md" for file in row["gold"])
    return Question(row["id"], row["q"], row["lang"], row["type"], gold, (row["answer"],) if gold else ())


def _known() -> Iterator[Question]:
    groups: dict[Lang, dict[str, list[Any]]] = yaml.safe_load(KNOWN.read_text("utf-8"))
    for lang, group in groups.items():
        for name, rows in group.items():
            for number, row in enumerate(rows, 1):
                text, files = (row["q"], row["files"]) if isinstance(row, dict) else (row, [])
                gold = frozenset(f"{lang}/{file}.md" for file in files)
                yield Question(f"{name}-{lang}-{number:02}", text, lang, KNOWN_TYPES[name], gold)


def _variants(queries: Sequence[dict[str, Any]], lang: Lang) -> Iterator[Question]:
    for row in queries:
        gold = frozenset(f"{doc}.md" for doc in row["gold"])
        for variant, text in {"plain": row["q"], **row["v"]}.items():
            yield Question(f"{row['id']}-{variant}", text, lang, variant, gold, tuple(row["answers"]))


def _files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}


def _lang(text: str) -> Lang:
    return "ja" if len(re.findall("[ぁ-ん]", _body(text))) > 20 else "en"


def _body(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)


def _title(text: str) -> str:
    return text.split("\n", 2)[1]
