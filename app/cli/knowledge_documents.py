"""`sokuo knowledge list`, `show`, `approve`, `withdraw`, `restore`: documents of record."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.knowledge_ask import OfKind, as_kind, as_lang
from app.cli.knowledge_print import SHORT_ID, Json, begin, print_json, say, table, when

if TYPE_CHECKING:
    from app.knowledge.library import Library
    from app.knowledge.versions import Saved, Shown

File = Annotated[str, typer.Argument(metavar="FILE", help="The document's name in the list, or how it ends.")]
By = Annotated[str, typer.Option("--by", help="In whose name.")]
FACTS = (
    *("file", "title", "lang", "kind", "url", "status", "approved_by"),
    *("valid_from", "valid_until", "version", "source"),
)
STATES = ("draft", "scheduled", "approved", "expired", "withdrawn")


def list_(
    kind: OfKind = None,
    lang: Annotated[str | None, typer.Option("--lang", help="Only documents in ja or en.")] = None,
    status: Annotated[str | None, typer.Option("--status", help=f"Only {', '.join(STATES)} ones.")] = None,
    json_: Json = False,
) -> None:
    """List the documents with their approval and use."""
    from app.cli.open import open_library
    from app.core.errors import Invalid

    if status is not None and status not in STATES:
        raise Invalid("status_unknown", f"{status}: one of {', '.join(STATES)}")
    wanted = {"kind": kind and as_kind(kind), "lang": lang and as_lang(lang), "status": status}
    with open_library() as library:
        documents = [one for one in library.list() if all(v in (None, getattr(one, k)) for k, v in wanted.items())]
    if json_:
        print_json(documents)
    elif documents:
        table(
            ("Status", "Lang", "Kind", "File", "Title", "Uses"),
            [(one.status, one.lang, one.kind, one.file, one.title, one.uses) for one in documents],
            bends=("File", "Title"),
        )
    else:
        say("no documents")


def show(file: File, json_: Json = False) -> None:
    """Show a document with fields, versions, passages, uses."""
    from app.cli.open import open_library

    with open_library() as library:
        shown = library.show(_named(library, file))
    if json_:
        print_json(asdict(shown))
    else:
        _show(shown)


def approve(
    file: File,
    by: By,
    version: Annotated[int | None, typer.Option("--version", help="Which one; the newest if not given.", min=1)] = None,
    json_: Json = False,
) -> None:
    """Let a version answer: one that waits, or one of the past."""
    from app.cli.open import open_library

    with open_library() as library:
        saved = library.sign(_named(library, file), version, by=by)
        library.close_questions(saved.document_id, by=None)
    _tell(saved, by=by, as_json=json_)


def withdraw(file: File, json_: Json = False) -> None:
    """Let a document answer no more, until it is restored."""
    from app.cli.open import open_library

    with open_library() as library:
        name = _named(library, file)
        library.withdraw(name)
    if json_:
        print_json({"file": name, "status": "withdrawn"})
    else:
        say(f"{name} answers no more; `sokuo knowledge restore` lets it answer again")


def restore(file: File, by: By = "operator", json_: Json = False) -> None:
    """Let a withdrawn document answer again."""
    from app.cli.open import open_library

    with open_library() as library:
        saved = library.restore(_named(library, file), by=by)
    _tell(saved, by=by, as_json=json_)


def _named(library: Library, wish: str) -> str:
    """Return the document of this name, or the only one whose name ends so."""
    from app.core.errors import Conflict, NotFound

    wish = unicodedata.normalize("NFC", wish)
    files = {unicodedata.normalize("NFC", document.file): document.file for document in library.list()}
    if wish in files:
        return files[wish]
    found = [file for name, file in files.items() if name.endswith(f"/{wish}")]
    if len(found) > 1:
        raise Conflict("knowledge_document_ambiguous", f"{wish} may be {', '.join(found)}")
    if not found:
        raise NotFound("knowledge_document_unknown", f"there is no document {wish}")
    return found[0]


def _tell(saved: Saved, *, by: str, as_json: bool) -> None:
    if as_json:
        print_json(asdict(saved))
    else:
        say(f"{saved.file} answers in version {saved.version}, approved by {by}")


def _show(shown: Shown) -> None:
    present = next(version for version in shown.versions if version.number == shown.document.version)
    for name, value in _facts(shown, head=present.head):
        say(_flat(value), label=name, indent=14)
    _chapter("Versions", len(shown.versions))
    table(
        ("Version", "State", "At", "By", "Title"),
        [(version.number, version.state, when(version.at), version.by, version.title) for version in shown.versions],
        bends=("By", "Title"),
    )
    _chapter("Passages", len(shown.passages))
    for passage in shown.passages:
        say(f"{passage.position + 1}. {passage.heading or ''}".rstrip())
        say(passage.text, indent=3)
    _chapter("Uses", shown.document.uses)
    if shown.uses:
        table(
            ("At", "Lead", "Passage"),
            [(when(use.at), str(use.lead_id)[-SHORT_ID:], begin(use.passage)) for use in shown.uses],
            bends=("Passage",),
        )


def _facts(shown: Shown, *, head: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give what is known of a document, then what else its head says."""
    known = {name: getattr(shown.document, name) for name in FACTS}
    yield from ((name, value) for name, value in known.items() if value is not None)
    yield from ((name, value) for name, value in head.items() if name not in known)
    if shown.alike:
        yield "like it", shown.alike


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return " = ".join(map(str, value.values()))
    return ", ".join(map(_flat, value)) if isinstance(value, list | tuple) else str(value)


def _chapter(name: str, count: int) -> None:
    say()
    say(f"{name} ({count})")
