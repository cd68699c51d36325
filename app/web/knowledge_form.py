"""The form a document is written in: what was typed, what is wrong with it, and the document it makes. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, cast, get_args

import nh3
from markdown_it import MarkdownIt

from app.knowledge.front_matter import ADDRESS
from app.knowledge.versions import Version
from app.knowledge.written import WrittenDocument
from app.retrieval.passages import Kind, Lang

LINES = ("title", "lang", "kind", "url", "valid_from", "valid_until", "customer", "quote")
LISTS = ("industry", "challenge", "product", "topics")
FIELDS = (*LINES, *LISTS, "figures", "glossary", "body")
MAX_LINE = 500
MAX_BODY = 100_000
"""Characters of a text; a Japanese one takes nine bytes of a posted form, whose fields may have 1 MiB each."""

TAGS = nh3.ALLOWED_TAGS - {"img"}  # pictures would have to come from somewhere
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_ADDRESS = re.compile(ADDRESS)
SCHEMES = {"https", "mailto"}
_COMMA = re.compile(r"[,、，]")
_EQUALS = re.compile(r"\s*[=＝]\s*")

Typed = dict[str, str]


def typed(form: Mapping[str, Any]) -> Typed:
    """Return the fields as they were typed; what is missing is empty."""
    values = ((name, form.get(name)) for name in FIELDS)
    return {
        name: value.replace("\r\n", "\n").replace("\0", "") if isinstance(value, str) else "" for name, value in values
    }


def of_version(version: Version) -> Typed:
    """Return a stored version as somebody would have typed it."""
    head = version.head
    lists = {
        name: "、".join(head.get(name, ())) if version.lang == "ja" else ", ".join(head.get(name, ())) for name in LISTS
    }
    glossary = "\n".join(f"{term['ja']} = {term['en']}" for term in head.get("glossary", ()))
    lines = {name: str(head.get(name) or "") for name in LINES}
    own = {"title": version.title, "lang": version.lang, "kind": head.get("kind", "document")}
    figures = "\n".join(dict.fromkeys(filter(None, (head.get("figure"), *head.get("figures", ())))))
    return {**lines, **own, **lists, "figures": figures, "glossary": glossary, "body": version.text}


def wrong(filled: Typed) -> dict[str, str]:
    """Return what cannot be taken: a code by field, in the order of the form."""
    found = {name: code for name in FIELDS if (code := _wrong(name, filled[name].strip()))}
    begin, end = filled["valid_from"], filled["valid_until"]
    if begin and end and not {"valid_from", "valid_until"} & found.keys() and end < begin:
        found["valid_until"] = "before"
    return found


def document(filled: Typed, *, file: str | None, approved_by: str | None) -> WrittenDocument:
    """Return the document; nothing in the form may be `wrong`."""
    values = fields(filled)
    return WrittenDocument(
        body=body(filled),
        file=file,
        approved_by=approved_by,
        title=values["title"],
        lang=cast(Lang, values["lang"]),
        kind=cast(Kind, values["kind"]),
        url=values["url"],
        customer=values["customer"],
        figures=values["figures"],
        quote=values["quote"],
        industry=values["industry"],
        challenge=values["challenge"],
        product=values["product"],
        topics=values["topics"],
        glossary=values["glossary"],
        valid_from=values["valid_from"],
        valid_until=values["valid_until"],
    )


def fields(filled: Typed) -> dict[str, Any]:
    """Return every field but the body as a document has it: None or an empty tuple where nothing was typed."""
    lines: dict[str, Any] = {name: filled[name].strip() or None for name in LINES}
    dates = {name: date.fromisoformat(lines[name]) if lines[name] else None for name in ("valid_from", "valid_until")}
    lists = {name: tuple(part.strip() for part in _COMMA.split(filled[name]) if part.strip()) for name in LISTS}
    figures = tuple(line.strip() for line in filled["figures"].splitlines() if line.strip())
    return lines | dates | lists | {"figures": figures, "glossary": tuple(_pairs(filled["glossary"]))}


def body(filled: Typed) -> str:
    """Return the body as it is kept."""
    return filled["body"].strip()


def changed(filled: Typed, version: Version) -> dict[str, Any]:
    """Return the fields that were typed otherwise than they stand in a version, as a document's head has them."""
    before, after = fields(of_version(version)), fields(filled)
    found = {name: value for name, value in after.items() if value != before[name]}
    if "figures" in found:
        found["figure"] = next(iter(found["figures"]), None)
    if "glossary" in found:
        found["glossary"] = [{"ja": ja, "en": en} for ja, en in found["glossary"]]
    return found


def says_the_same(filled: Typed, version: Version) -> bool:
    """Say whether a version is just what was typed."""
    stored = of_version(version)
    return fields(filled) == fields(stored) and body(filled) == body(stored)


def preview(body: str) -> str:
    """Return a body as safe HTML, its headings below those of the page and none left out on the way down."""
    tokens = _MARKDOWN.parse(body)
    level = 2
    for token in tokens:
        if token.type == "heading_open":
            level = min(level + 1, int(token.tag[1]) + 2, 6)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"
    return nh3.clean(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}), tags=TAGS, url_schemes=SCHEMES)


def _wrong(name: str, value: str) -> str | None:
    if name in ("title", "body") and not value:
        return "empty"
    if len(value) > (MAX_BODY if name == "body" else MAX_LINE if name != "glossary" else MAX_BODY // 10):
        return "long"
    choices = {"lang": ("ja", "en"), "kind": get_args(Kind)}.get(name)
    if choices and value not in choices:
        return "choice"
    if name == "url" and value and not _ADDRESS.fullmatch(value):
        return "address"
    if name in ("valid_from", "valid_until") and value and not _is_date(value):
        return "date"
    if name == "glossary" and len(list(_pairs(value))) != len([line for line in value.splitlines() if line.strip()]):
        return "pairs"
    return None


def _pairs(glossary: str) -> list[tuple[str, str]]:
    halves = (_EQUALS.split(line.strip()) for line in glossary.splitlines())
    return [(pair[0], pair[1]) for pair in halves if len(pair) == 2 and all(pair)]


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
