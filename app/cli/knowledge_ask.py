"""`sokuo knowledge search` and `ask`: one question, or rows of them on standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.knowledge_print import Json, begin, print_json, say, state_of

if TYPE_CHECKING:
    from app.knowledge.library import Library
    from app.retrieval.passages import Found, Kind, Lang, Passage

JsonLines = Annotated[bool, typer.Option("--jsonl", help="Rows {id,text,lang?} on stdin, one row each on stdout.")]
Query = Annotated[str | None, typer.Argument(help="A question; with --jsonl rows on stdin instead.")]
Results = Annotated[int, typer.Option("-k", help="Documents to show.", min=1, max=100)]
Language = Annotated[str | None, typer.Option("--lang", help="ja or en; seen from the question if not given.")]
OfKind = Annotated[str | None, typer.Option("--kind", help="Only documents of this kind, as pricing or case.")]

Row = dict[str, Any]
LANGUAGES = {"ja": "Japanese", "en": "English"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; `wrong` says why it cannot be put, and then nothing else counts."""

    id: Any
    text: str = ""
    lang: Lang | None = None
    wrong: tuple[str, str] | None = None


def search(
    query: Query = None,
    k: Results = 5,
    lang: Language = None,
    kind: OfKind = None,
    industry: Annotated[str | None, typer.Option("--industry", help="Only documents about this industry.")] = None,
    jsonl: JsonLines = False,
    json_: Json = False,
) -> None:
    """Find the passages that fit a question."""
    kinds = (as_kind(kind),) if kind else None

    def row(library: Library, asked: Asked) -> Row:
        return _found(library.search(asked.text, lang=asked.lang, k=k, kinds=kinds, industry=industry))

    _answer(query, lang, batch=jsonl, as_json=jsonl or json_, row=row)


def ask(query: Query = None, lang: Language = None, jsonl: JsonLines = False, json_: Json = False) -> None:
    """Answer a question from the documents, with sources."""

    def row(library: Library, asked: Asked) -> Row:
        found = library.search(asked.text, lang=asked.lang)
        answer = library.answer(found)
        citations = [{"n": citation.n} | _passage(citation.passage) for citation in answer.citations]
        return _found(found) | {"answer": answer.text, "citations": citations}

    _answer(query, lang, batch=jsonl, as_json=jsonl or json_, row=row)


def as_kind(written: str) -> Kind:
    """Return the kind of documents that is meant, also by its other names; `Invalid` (kind_unknown)."""
    from typing import get_args

    from app.core.errors import Invalid
    from app.knowledge.front_matter import from_values
    from app.retrieval.passages import Kind

    try:
        return from_values({"kind": written}).kind
    except Invalid:
        raise Invalid("kind_unknown", f"{written}: one of {', '.join(get_args(Kind))}") from None


def as_lang(written: object) -> Lang:
    """Return the language that is meant; `Invalid` (lang_unknown)."""
    from app.core.errors import Invalid

    if written == "ja" or written == "en":
        return written
    raise Invalid("lang_unknown", f"{written} is neither ja nor en")


def _answer(
    query: str | None, lang: str | None, *, batch: bool, as_json: bool, row: Callable[[Library, Asked], Row]
) -> None:
    from app.cli.open import open_library
    from app.core.errors import Invalid

    of_all = as_lang(lang) if lang is not None else None
    if not batch and query is None:
        raise Invalid("text_missing", "give a question, or --jsonl with rows on stdin")
    with open_library() as library:
        library.refresh()
        if (health := library.health()).state != "ready":
            typer.echo(f"sokuo: knowledge_index_unavailable: {state_of(health)}", err=True)
        if batch:
            for asked in _rows(of_all):
                print_json(_answered(library, asked, row=row))
            return
        asked = Asked(None, (query or "").encode("utf-8", "replace").decode(), of_all)
        answered = {"id": None} | row(library, asked)
        if as_json:
            print_json(answered)
        else:
            _show(answered)


def _answered(library: Library, asked: Asked, *, row: Callable[[Library, Asked], Row]) -> Row:
    """Return what is found, or what is wrong with one question: that stops no other."""
    from app.core.errors import AppError

    if asked.wrong is None:
        try:
            return {"id": asked.id} | row(library, asked)
        except AppError as error:
            return {"id": asked.id, "error": error.code, "message": error.detail}
    code, message = asked.wrong
    return {"id": asked.id, "error": code, "message": message}


def _rows(lang: Lang | None) -> Iterator[Asked]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            yield _asked(line, number, lang=lang)


def _asked(line: bytes, number: int, *, lang: Lang | None) -> Asked:
    import orjson

    from app.core.errors import Invalid

    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Asked(None, wrong=("row_invalid", f"line {number}: {error}"))
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        of_row = row.get("id") if isinstance(row, dict) else None
        return Asked(of_row, wrong=("row_invalid", f'line {number}: needs an object with "text"'))
    try:
        named = row.get("lang")
        return Asked(row.get("id"), row["text"], lang if named is None else as_lang(named))
    except Invalid as error:
        return Asked(row.get("id"), wrong=(error.code, f"line {number}: {error.detail}"))


def _found(found: Found) -> Row:
    return {
        "verdict": found.verdict,
        "evidence": round(found.evidence, 4),
        "question_lang": found.lang,
        "results": [_passage(passage) for passage in found.passages],
    }


def _passage(passage: Passage) -> Row:
    return {
        "file": passage.file,
        "title": passage.title,
        "url": passage.url,
        "lang": passage.lang,
        "score": round(passage.score, 4),
        "passage": passage.text,
    }


def _show(row: Row) -> None:
    say(f"{row['verdict']}  (evidence {row['evidence']:.2f})")
    if row.get("answer"):
        say()
        say(row["answer"])
    elif row.get("citations") == []:
        say("the documents do not say; what comes nearest:" if row["results"] else "the documents do not say")
    cited: list[Row] = row.get("citations") or row["results"]
    for number, result in enumerate(cited, start=1):
        say()
        say(f"[{number}] {result['title']}")
        say(" · ".join(_source(result, asked_in=row["question_lang"])), indent=4)
        if not row.get("citations"):
            say(begin(result["passage"]), indent=4)


def _source(result: Row, *, asked_in: str) -> Iterator[str]:
    yield result["file"]
    if result["url"]:
        yield result["url"]
    if result["lang"] != asked_in:
        yield f"in {LANGUAGES[result['lang']]}"
    yield f"score {result['score']:.2f}"
