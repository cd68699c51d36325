"""`sokuo knowledge`: take documents in, list them, search them, ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from app.knowledge.library import Library, Progress
    from app.retrieval.passages import Found, Lang, Passage

app = typer.Typer(help="What the company has approved to be said.", no_args_is_help=True, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Rows {id,text,lang?} on stdin, one row each on stdout.")]
Query = Annotated[str | None, typer.Argument(help="A question; with --jsonl rows on stdin instead.")]
Results = Annotated[int, typer.Option("-k", help="Documents to show.", min=1, max=100)]
Language = Annotated[str | None, typer.Option("--lang", help="ja or en; seen from the question if not given.")]

Row = dict[str, Any]


@app.command()
def add(
    path: Annotated[Path, typer.Argument(help="A Markdown, HTML or text file, or a folder of them.")],
    json_: Json = False,
) -> None:
    """Add documents, or take in their changes."""
    from dataclasses import asdict

    from app.cli.open import open_library

    with open_library() as library, _bar() as progress:
        report = library.add(path, progress=progress)
    if json_:
        _print(asdict(report))
    else:
        typer.echo(f"{len(report.added)} added, {len(report.updated)} updated, {len(report.unchanged)} unchanged")
        for failure in report.failed:
            typer.echo(f"{failure.file}: {failure.code}: {failure.message}", err=True)
    if report.failed and not (report.added or report.updated or report.unchanged):
        raise typer.Exit(1)


@app.command("list")
def list_(json_: Json = False) -> None:
    """List the documents with their approval."""
    from dataclasses import asdict

    from app.cli.open import open_library

    with open_library() as library:
        documents = library.list()
    if json_:
        _print([asdict(document) for document in documents])
        return
    for document in documents:
        typer.echo(f"{document.status:<9} {document.lang}  {document.kind:<9} {document.file}  {document.title}")


@app.command()
def search(
    query: Query = None, k: Results = 5, lang: Language = None, jsonl: JsonLines = False, json_: Json = False
) -> None:
    """Find the passages that fit a question."""

    def row(library: Library, text: str, asked_lang: Lang | None) -> Row:
        return _found(library.search(text, lang=asked_lang, k=k))

    _each(query, lang, jsonl=jsonl, as_json=json_, row=row)


@app.command()
def ask(query: Query = None, lang: Language = None, jsonl: JsonLines = False, json_: Json = False) -> None:
    """Answer a question from the documents, with sources, or say that they do not know."""

    def row(library: Library, text: str, asked_lang: Lang | None) -> Row:
        found = library.search(text, lang=asked_lang)
        answer = library.answer(found)
        citations = [{"n": citation.n} | _passage(citation.passage) for citation in answer.citations]
        return _found(found) | {"answer": answer.text, "citations": citations}

    _each(query, lang, jsonl=jsonl, as_json=json_, row=row)


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """Give a progress bar on stderr; none where nobody looks at it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Bar(BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _each(
    query: str | None,
    lang: str | None,
    *,
    jsonl: bool,
    as_json: bool,
    row: Callable[[Library, str, Lang | None], Row],
) -> None:
    from app.cli.open import open_library

    with open_library() as library:
        library.refresh()
        for asked in _questions(query, lang, jsonl=jsonl):
            answered = {"id": asked.get("id")} | row(library, asked["text"], _lang(asked.get("lang")))
            if jsonl or as_json:
                _print(answered)
            else:
                _show(answered)


def _questions(query: str | None, lang: str | None, *, jsonl: bool) -> Iterator[Row]:
    from app.cli.rows import rows
    from app.core.errors import Invalid

    if jsonl:
        for asked in rows():
            yield {"lang": lang} | asked
    elif query is None:
        raise Invalid("text_missing", "give a question, or --jsonl with rows on stdin")
    else:
        yield {"text": query, "lang": lang}


def _lang(lang: object) -> Lang | None:
    from app.core.errors import Invalid

    if lang is None or lang == "ja" or lang == "en":
        return lang
    raise Invalid("lang_unknown", f"{lang} is neither ja nor en")


def _found(found: Found) -> Row:
    return {"verdict": found.verdict, "results": [_passage(passage) for passage in found.passages]}


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
    typer.echo(row["verdict"])
    if row.get("answer"):
        typer.echo(f"\n{row['answer']}\n")
    sources: list[Row] = row.get("citations") or row["results"]
    for number, result in enumerate(sources, 1):
        typer.echo(f"[{number}] {result['title']}  ({result['file']}, {result['score']:.2f})")


def _print(value: object) -> None:
    import orjson

    typer.echo(orjson.dumps(value).decode())
