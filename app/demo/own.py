"""`sokuo demo --from PATH`: the visitor's own documents, indexed, each a page of a site without a company."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

import nh3
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.core.errors import SetupError
from app.core.settings import MailSettings, Settings
from app.demo.company import LANGUAGES, MARKDOWN, Company, DemoSite, Document, Lang, Page, address, other
from app.knowledge.library import Library
from app.knowledge.listing import Listed
from app.knowledge.reading.files import list_files, read_bytes
from app.knowledge.reading.source import parse
from app.knowledge.store import next_revision
from app.main import Parts
from app.models import Chunk
from app.models import Document as Stored
from app.retrieval.passages import Failure

PAGES = "/documents/"
# whatever the environment says: a demo mails nobody, takes no mail in and touches nobody's database
APART = {"database_url": None, "mail": MailSettings()}
TAGS = nh3.ALLOWED_TAGS - {"img"}  # pictures would have to come from somewhere


def own_settings(source: Path, **overrides: object) -> Settings:
    """Return the settings of a demo with its own folder for each path; `SetupError` if nothing is there to read."""
    path = source.expanduser().resolve()
    try:
        files = list_files(path) if path.exists() else None
    except OSError as error:
        raise SetupError("documents_unreadable", f"{source}: {error.strerror}") from None
    if files is None:
        raise SetupError("documents_missing", f"there is no {source}")
    if not files:
        raise SetupError("documents_empty", f"there is no file in {source}")
    name = hashlib.sha256(str(path).encode()).hexdigest()[:12]
    return Settings.load(**{"data_dir": Settings.load().data_dir / "demo-from" / name, **APART, **overrides})


def take_in(parts: Parts, source: Path) -> tuple[Failure, ...]:
    """Bring the knowledge up to what is at `source` now and return the files that cannot be read.

    Only what has changed is read and indexed. `SetupError` (documents_unreadable) if nothing can be read.
    """
    database, library = parts.database, parts.library
    report = library.add(source)
    refused = tuple(one for one in report.failed if not _is_ours(source / one.file, parts.settings.data_dir))
    readable = {name for name, _ in list_files(source)} - {one.file for one in report.failed}
    if not readable:
        raise SetupError("documents_unreadable", "; ".join(f"{one.file}: {one.message}" for one in refused[:5]))
    if database.write(lambda session: forget_others(session, readable)):
        library.refresh()
    if database.write(partial(give_pages, now=parts.clock.now())):
        library.refresh()
    return refused


def forget_others(session: Session, files: Collection[str]) -> int:
    """Delete the documents whose files are gone; return how many."""
    known = session.execute(select(Stored.id, Stored.file))
    gone = [document_id for document_id, file in known if file not in files]
    session.execute(delete(Chunk).where(Chunk.document_id.in_(gone)))
    session.execute(delete(Stored).where(Stored.id.in_(gone)))
    return len(gone)


def give_pages(session: Session, *, now: datetime) -> int:
    """Let citations lead to the demo's own page of a document that has no public one; return how many were changed."""
    revision = next_revision(session, now=now)
    changed = 0
    for document in session.scalars(select(Stored)):
        public = document.url is not None and not document.url.startswith("/")
        if not public and document.url != _url(document.file):
            document.url, document.revision = _url(document.file), revision
            changed += 1
    return changed


def own_company(company: Company, source: Path) -> Company:
    """Return the demo's team under the name of the folder."""
    name = dict.fromkeys(LANGUAGES, source.resolve().stem if source.is_file() else source.resolve().name)
    return replace(company, name=name, short_name=name, product=name)


def own_site(library: Library, source: Path, *, company: Company) -> DemoSite:
    """Return a site with a list of the documents and a page for each."""
    paths = dict(list_files(source))
    documents = tuple(_document(one, paths[one.file], source) for one in library.list() if one.file in paths)
    pages = [_home(lang, company) for lang in LANGUAGES]
    pages += [_page(document) for document in documents]
    missing = {lang: replace(_home(lang, company), template="demo/own_missing.html") for lang in LANGUAGES}
    return DemoSite(company, documents, {page.path: page for page in pages}, missing)


def _document(listed: Listed, path: Path, source: Path) -> Document:
    return Document(
        slug=listed.file,
        lang="en" if listed.lang == "en" else "ja",
        kind=listed.kind,
        url=_url(listed.file),
        title=listed.title,
        html=_html(path, root=source),
        industry=None,
        customer=None,
        challenge=None,
        figure=None,
        quote=None,
    )


def _html(path: Path, *, root: Path) -> str:
    return nh3.clean(MARKDOWN.render(parse(path.name, read_bytes(path, root=root)).text), tags=TAGS)


def _home(lang: Lang, company: Company) -> Page:
    name = company.name[lang]
    return Page(address("/", lang), address("/", other(lang)), lang, "demo/own_home.html", name, name)


def _page(document: Document) -> Page:
    path = PAGES + document.slug
    return Page(path, document.url, document.lang, "demo/own_document.html", document.title, document.title, document)


def _url(file: str) -> str:
    return PAGES + quote(file)


def _is_ours(path: Path, data_dir: Path) -> bool:
    return path.resolve().is_relative_to(data_dir.resolve())
