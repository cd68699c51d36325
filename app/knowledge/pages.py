"""A page of the company's own site becomes a document.

It is kept as the Markdown it says, so that what changes around the words (dates, tokens, scripts) makes no version.
"""

from __future__ import annotations

from app.core.fetch import HTML, MARKDOWN, PDF, PLAIN, XHTML, Fetched
from app.knowledge import written
from app.knowledge.intake import Incoming, refuse_long
from app.knowledge.reading.charset import named
from app.knowledge.reading.source import parse

_SUFFIX = {HTML: ".html", XHTML: ".html", PLAIN: ".txt", MARKDOWN: ".md", PDF: ".pdf"}


def incoming(url: str, fetched: Fetched) -> Incoming:
    """Return a page under its address; `Invalid` if it cannot be read."""
    name = url.partition("#")[0]
    refuse_long(name)
    page = parse(name, _in_utf8(fetched), suffix=_SUFFIX[fetched.content_type])
    head = page.head.model_dump(mode="json", exclude_defaults=True) | {"title": page.title, "url": name}
    raw = written.markdown(head, page.text).encode()
    return Incoming(name, lambda: raw, lambda read: parse(name, read, suffix=".md"))


def _in_utf8(fetched: Fetched) -> bytes:
    """Return the text in UTF-8 if the server names its charset and keeps to it: others are recognised on reading."""
    charset = named(fetched.charset) if fetched.charset else None
    if fetched.content_type == PDF or charset is None:
        return fetched.body
    try:
        return fetched.body.decode(charset).encode()
    except UnicodeError:
        return fetched.body
