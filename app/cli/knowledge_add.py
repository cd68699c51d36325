"""`sokuo knowledge add`, `unwatch` and `sources`: where documents come from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.knowledge_print import INDEXED_ELSEWHERE, Json, bar, print_failures, print_json, say, table, when

if TYPE_CHECKING:
    from app.knowledge.library import Library, Progress
    from app.retrieval.passages import Report

Many = list[str] | None
_URL = re.compile(r"https?://", re.IGNORECASE)


def add(
    place: Annotated[str, typer.Argument(metavar="PATH|URL", help="A file, a folder, or a page of your own site.")],
    watch: Annotated[bool, typer.Option("--watch", help="Follow the folder from now on.")] = False,
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    lang: Annotated[str | None, typer.Option(help="Its language: ja or en.")] = None,
    kind: Annotated[str | None, typer.Option(help="What it is: case, product, pricing, faq, policy …")] = None,
    industry: Annotated[Many, typer.Option(help="An industry it speaks of; several times.")] = None,
    challenge: Annotated[Many, typer.Option(help="A challenge it speaks of; several times.")] = None,
    product: Annotated[Many, typer.Option(help="A product it speaks of; several times.")] = None,
    url: Annotated[str | None, typer.Option(help="Where a prospect can read it.")] = None,
    approved_by: Annotated[str | None, typer.Option(help="Who has approved it.")] = None,
    valid_from: Annotated[str | None, typer.Option(help="Its first day, as 2026-04-01.")] = None,
    valid_until: Annotated[str | None, typer.Option(help="Its last day.")] = None,
    customer: Annotated[str | None, typer.Option(help="Case studies: whose story it is.")] = None,
    figure: Annotated[Many, typer.Option(help="Case studies: what was achieved, in numbers; several times.")] = None,
    quote: Annotated[str | None, typer.Option(help="Case studies: what the customer says.")] = None,
    json_: Json = False,
) -> None:
    """Add documents, or take in their changes.

    Fields are for a single document, and win over what it says itself.
    """
    from app.cli.open import open_library
    from app.core.errors import Invalid
    from app.knowledge.front_matter import from_values
    from app.retrieval.passages import Report

    given = {
        "title": title,
        "lang": lang,
        "kind": kind,
        "industry": industry,
        "challenge": challenge,
        "product": product,
        "url": url,
        "valid_from": valid_from,
        "valid_until": valid_until,
        "customer": customer,
        "figures": figure,
        "quote": quote,
    }
    fields = {name: value for name, value in given.items() if value}
    from_values(fields)  # nothing is taken in with fields that cannot be
    if (fields or approved_by) and (watch or Path(place).is_dir()):
        raise Invalid("knowledge_fields_of_many", "fields are given for a single document, not for a folder")
    with open_library() as library, bar() as progress:
        report = _take(library, place, watch=watch, progress=progress)
        for file in (*report.added, *report.updated, *report.unchanged) if fields or approved_by else ():
            if _describe(library, file, fields, by=approved_by) and report.unchanged:
                report = Report(updated=(file,))
        followed = library.refresh()
    _tell(report, followed=followed, as_json=json_)
    if report.failed and not (report.added or report.updated or report.unchanged):
        raise typer.Exit(1)


def unwatch(
    place: Annotated[str, typer.Argument(metavar="PATH|URL", help="As `sources` shows it.")], json_: Json = False
) -> None:
    """Follow a folder or page no longer; its documents stay."""
    from app.cli.open import open_library

    with open_library() as library:
        library.unwatch(place)
    if json_:
        print_json({"unwatched": place})
    else:
        say(f"{place} is not followed any more; its documents stay as they are")


def sources(json_: Json = False) -> None:
    """List the folders and pages that are followed."""
    from app.cli.open import open_library

    with open_library() as library:
        found = library.sources()
    if json_:
        print_json(found)
    elif found:
        table(
            ("Kind", "Documents", "Failed", "Checked", "Location"),
            [(one.kind, one.documents, len(one.failures), when(one.checked_at), one.location) for one in found],
            bends=("Location",),
        )
        for one in found:
            print_failures(one.failures)
    else:
        say("nothing is followed")


def _take(library: Library, place: str, *, watch: bool, progress: Progress | None) -> Report:
    if _URL.match(place):
        return library.add_url(place)
    path = Path(place)
    return library.watch(path, progress=progress) if watch else library.add(path, progress=progress)


def _describe(library: Library, file: str, fields: dict[str, Any], *, by: str | None) -> bool:
    """Set fields of a document and note who approves it; False if all of it is so already."""
    before = library.show(file).document
    if fields:
        library.set_fields(file, fields, by=by or "operator")
    if by is not None:
        library.sign(file, by=by)
    return library.show(file).document != before


def _tell(report: Report, *, followed: bool, as_json: bool) -> None:
    if as_json:
        from dataclasses import asdict

        print_json(asdict(report) | {"indexed": followed})
        return
    failed = f", {len(report.failed)} failed" if report.failed else ""
    say(f"{len(report.added)} added, {len(report.updated)} updated, {len(report.unchanged)} unchanged{failed}")
    print_failures(report.failed)
    if not followed and (report.added or report.updated):
        say(INDEXED_ELSEWHERE)
