"""The demo company: its facts, its people and the pages of its bilingual site."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import nh3
from markdown_it import MarkdownIt

from app.core.plain_yaml import plain_values

Lang = Literal["ja", "en"]
Role = Literal["rep", "manager", "admin"]
Words = Mapping[Lang, str]

LANGUAGES: tuple[Lang, ...] = ("ja", "en")
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at the demo company; `reading` is in katakana, `phone` as dialled in Japan."""

    key: str
    role: Role
    name: Words
    reading: str
    mail: str
    phone: str
    languages: tuple[Lang, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """Names, addresses and people of the demo company."""

    name: Words
    short_name: Words
    product: Words
    domain: str
    phone: str
    mail: Mapping[str, str]
    hours: Words
    head_office: Words
    tokyo_office: Words
    team: Words
    people: tuple[Person, ...]

    @property
    def phone_link(self) -> str:
        """Return the phone number as a tel: address in E.164."""
        return "tel:+81" + self.phone.replace("-", "").removeprefix("0")


@dataclass(frozen=True, slots=True)
class Document:
    """One knowledge document as the site shows it; `html` is sanitised, case fields are None elsewhere."""

    slug: str
    lang: Lang
    kind: str
    url: str
    title: str
    html: str
    industry: str | None
    customer: str | None
    challenge: str | None
    figure: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site; `alternate` is the same page in the other language."""

    path: str
    alternate: str
    lang: Lang
    template: str
    title: str
    description: str
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class DemoSite:
    """The whole site in memory; `pages` is keyed by path."""

    company: Company
    documents: tuple[Document, ...]
    pages: Mapping[str, Page]
    not_found: Mapping[Lang, Page]

    def cases(self, lang: Lang) -> tuple[Document, ...]:
        """Return the case studies of one language."""
        return tuple(d for d in self.documents if d.kind == "case" and d.lang == lang)

    def find(self, path: str) -> Page | None:
        """Return the page at a path, with or without a trailing slash."""
        return self.pages.get(path) or self.pages.get(path.rstrip("/")) or self.pages.get(f"{path}/")

    def missing(self, path: str) -> Page:
        """Return the not-found page in the language of the path."""
        return self.not_found["en" if path.split("/")[1:2] == ["en"] else "ja"]

    def context(self, page: Page) -> dict[str, Any]:
        """Return what a template needs besides `assets`, `widget_src`, `site_key` and `nonce`."""
        return {
            "company": self.company,
            "page": page,
            "lang": page.lang,
            "path": page.path,
            "alternate": page.alternate,
            "home": address("/", page.lang),
            "prefix": "" if page.lang == "ja" else "/en",
            "document": page.document,
            "documents": self.documents,
            "cases": self.cases(page.lang),
            "articles": tuple(d for d in self.documents if d.kind != "case" and d.lang == page.lang),
        }


def load_site(*, knowledge: Path, facts: Path) -> DemoSite:
    """Read the company's facts (YAML) and its documents (`ja/*.md`, `en/*.md`) into a site."""
    raw = plain_values(facts.read_text("utf-8"))
    documents = load_documents(knowledge)
    pages = [own_page(entry, lang) for entry in raw["pages"] for lang in LANGUAGES]
    own_paths = {page.path for page in pages}
    pages += [document_page(document) for document in documents if document.url not in own_paths]
    return DemoSite(
        company=read_company(raw),
        documents=documents,
        pages={page.path: page for page in pages},
        not_found={lang: own_page({"path": "/", **raw["not_found"]}, lang) for lang in LANGUAGES},
    )


def read_company(raw: Mapping[str, Any]) -> Company:
    """Build the company from its YAML facts; unknown keys (pages) are left out."""
    people = tuple(Person(**{**person, "languages": tuple(person["languages"])}) for person in raw["people"])
    fields = {key: raw[key] for key in Company.__dataclass_fields__ if key != "people"}
    return Company(**fields, people=people)


def load_documents(knowledge: Path) -> tuple[Document, ...]:
    """Read every document of both languages, ordered by language and file name."""
    return tuple(read_document(file, lang) for lang in LANGUAGES for file in sorted((knowledge / lang).glob("*.md")))


def read_document(file: Path, lang: Lang) -> Document:
    """Split the YAML front matter off and render the Markdown below it."""
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    meta = plain_values(front)
    return Document(
        slug=file.stem,
        lang=lang,
        kind=meta["kind"],
        url=meta["url"],
        title=meta["title"],
        html=nh3.clean(MARKDOWN.render(body)),
        industry=meta.get("industry"),
        customer=meta.get("customer"),
        challenge=meta.get("challenge"),
        figure=meta.get("figure"),
        quote=meta.get("quote"),
    )


def own_page(entry: Mapping[str, Any], lang: Lang) -> Page:
    """Return a page that has its own template, in one language."""
    return Page(
        path=address(entry["path"], lang),
        alternate=address(entry["path"], other(lang)),
        lang=lang,
        template=entry["template"],
        title=entry["title"][lang],
        description=entry["description"][lang],
    )


def document_page(document: Document) -> Page:
    """Return the page that shows a knowledge document at its address."""
    template = "demo/case.html" if document.kind == "case" else "demo/article.html"
    return Page(
        path=document.url,
        alternate=address(document.url.removeprefix("/en"), other(document.lang)),
        lang=document.lang,
        template=template,
        title=document.title,
        description=document.figure or document.title,
        document=document,
    )


def address(path: str, lang: Lang) -> str:
    """Return a path below the root of its language."""
    return path if lang == "ja" else f"/en{path}"


def other(lang: Lang) -> Lang:
    """Return the other language of the site."""
    return "en" if lang == "ja" else "ja"
