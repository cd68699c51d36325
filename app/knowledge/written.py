"""Documents that are written in the console, and fields that are set there for documents that come from files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import count
from typing import Any

import yaml
from pydantic import ValidationError

from app.core.errors import Invalid
from app.knowledge.chunk import cut
from app.knowledge.front_matter import FrontMatter
from app.knowledge.intake import CONSOLE, refuse_unwritable
from app.knowledge.reading.source import body_hash, understand
from app.knowledge.store import Entry, stored_head
from app.knowledge.versions import Version
from app.retrieval.passages import Kind, Lang

LONGEST_NAME = 60

_NOT_IN_NAMES = re.compile(r"[\W_]+")
_FIELDS = FrontMatter.model_fields.keys() - {"approved_by", "approved_on"}


class InvalidField(Invalid):
    """A value that cannot be taken; `field` is the name of the input it was written in."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__("knowledge_field_invalid", f"{field}: {detail}")
        self.field = field


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """What stands in the console's form; `body` is Markdown, `figure` the one of `figures` to tell first.

    Without `file` it is a new document. With `approved_by` it answers at once, without it waits as a draft.
    """

    title: str
    body: str
    lang: Lang
    kind: Kind = "document"
    file: str | None = None
    approved_by: str | None = None
    url: str | None = None
    customer: str | None = None
    figure: str | None = None
    figures: tuple[str, ...] = ()
    quote: str | None = None
    industry: tuple[str, ...] = ()
    challenge: tuple[str, ...] = ()
    product: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


def entry(written: WrittenDocument, *, file: str) -> Entry:
    """Return a written document as it is to be stored; `InvalidField` names the first field that cannot be taken."""
    for name in ("title", "body"):
        if not getattr(written, name).strip():
            raise InvalidField(name, "is empty")
    values = {name: value for name, value in asdict(written).items() if name in _FIELDS and value not in (None, ())}
    values["glossary"] = [{"ja": ja, "en": en} for ja, en in written.glossary]
    head = _head(values | {"approved_by": written.approved_by})
    source = understand(file, written.body, head=head, body_hash=body_hash(written.body.encode("utf-8", "replace")))
    refuse_unwritable(source)
    return Entry(source, cut(source.sections, source.lang))


def with_fields(file: str, version: Version, fields: Mapping[str, Any]) -> Entry:
    """Return a version with some fields set anew; they win over the file's from now on.

    An empty value counts too: it takes away what the file says. `InvalidField` for a field that is unknown or wrong.
    """
    if unknown := sorted(fields.keys() - _FIELDS):
        raise InvalidField(unknown[0], "is not a field of documents")
    named = set(fields) | ({"figure"} if "figures" in fields else set())
    checked = _head(fields).model_dump(mode="json", include=named)
    return _again(file, version, version.head | checked, console=version.console | checked)


def of_version(file: str, version: Version, *, approved_by: str) -> Entry:
    """Return a stored version as the one that is to answer."""
    return _again(file, version, version.head | {"approved_by": approved_by}, console=version.console)


def says_the_same(entry: Entry, version: Version) -> bool:
    """Say whether an edit changes nothing but who approves."""
    made = entry.source
    heads = (stored_head(made.head, {}), dict(version.head))
    for head in heads:
        head.pop("approved_by", None)
    return (made.title, made.lang, heads[0], made.text) == (version.title, version.lang, heads[1], version.text)


def as_file(version: Version) -> str:
    """Return a version as the Markdown file that says the same."""
    return markdown({"title": version.title, "lang": version.lang, **version.head}, version.text)


def free_name(title: str, is_taken: Callable[[str], bool]) -> str:
    """Return a file name made from the title that nobody has: Japanese stays as it is."""
    words = _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFKC", title).lower()).strip("-")
    stem = words[:LONGEST_NAME].strip("-") or "document"
    return next(name for name in _names(stem) if not is_taken(name))


def _names(stem: str) -> Iterator[str]:
    yield f"{CONSOLE}{stem}.md"
    yield from (f"{CONSOLE}{stem}-{n}.md" for n in count(2))


def _head(values: Mapping[str, Any]) -> FrontMatter:
    try:
        head = FrontMatter.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidField(str(first["loc"][0]) if first["loc"] else "fields", str(first["msg"])) from None
    if head.ends_before_it_begins:
        raise InvalidField("valid_until", "is before valid_from")
    return head


def _again(file: str, version: Version, values: Mapping[str, Any], *, console: Mapping[str, Any]) -> Entry:
    head = _head(values)
    named = head.model_copy(update={"title": head.title or version.title, "lang": head.lang or version.lang})
    source = understand(file, version.text, head=named, body_hash=version.body_hash)
    return Entry(replace(source, head=head), cut(source.sections, source.lang), console)


def markdown(head: Mapping[str, Any], body: str) -> str:
    """Return a head and a body as one Markdown file."""
    values = yaml.safe_dump(dict(head), allow_unicode=True, sort_keys=False, width=120) if head else ""
    return f"---\n{values}---\n\n{body}"
