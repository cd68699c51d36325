"""A decided reply as a letter: whom it addresses, who writes, what was decided, what happens next, who we are. Pure.

The words stand in `templates/email/<name>/<lang>/{subject.txt,body.txt}` around those of `templates/email/frame`. The
HTML part is the text part in `frame/letter.html`: what it says is the same by construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import Environment

from app.channels.email.thread import reply_subject
from app.conversation.salutation import Addressee, company_in_full, salutation, short_company
from app.conversation.wrapping import wrap
from app.core.templating import Texts, make_environment
from app.understanding.facts import Lang

LetterName = Literal["form_thanks", "answer", "documents", "promise_missed", "rep"]

LONGEST_SUBJECT: Mapping[Lang, int] = {"ja": 30, "en": 60}  # of our own subjects; a longer one is cut on a phone
MOST_LINKS = 2
QUIET = frozenset(
    {"opt_out", "refusal", "pitch", "job", "crisis", "abuse", "threat", "student"}
)  # said, and nothing is asked or offered
WITH_A_PERSON = frozenset(
    {
        "handoff",
        "reminder",
        "business",
        "complaint",
        "emergency",
        "sympathy",
        "support",
        "cancellation",
        "customer",
        "competitor",
    }
    | {"language", "language_answered", "no_ai", "apology"}
)  # a person is on it: nothing to ask for
NO_THANKS = QUIET | {"complaint", "emergency", "sympathy", "support", "cancellation", "no_ai", "apology"}
TIMED = frozenset({"closed", "apology", "call_noted", "call_outside", "when_known"})  # these name a time
TOPICS: Mapping[str, str] = {
    "document": "mail.topic.document",
    "request_document": "mail.topic.document",
    "quote": "mail.topic.quote",
    "request_quote": "mail.topic.quote",
    "meeting": "mail.topic.meeting",
    "call": "mail.topic.call",
    "request_demo_meeting": "mail.topic.meeting",
    "ask_price": "mail.topic.price",
    "ask_case_study": "mail.topic.case_study",
    "ask_integration": "mail.topic.integration",
    "ask_security": "mail.topic.security",
    "ask_product": "mail.topic.product",
}
MARK = re.compile(r" ?\[(\d{1,2})\]")
GREETS = re.compile(r"^\s*(?:.{1,60}(?:様|御中)|(?:Dear|Hello|Hi)\b.{0,60},?|.{0,30}お世話になって.*)$")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the reply cites as `[n]`; `url` is absolute, None if it has no public page."""

    n: int
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All a letter is made of.

    `body` is the text of our message as stored, `acts` what it says (its provenance names them). `opener` is the
    stored opener, None from the second letter on. `parent_subject` is the subject of the mail before it in the thread,
    None if there is none. `addressee` is None for an address nobody has verified: it gets none of the visitor's words.
    `topic_of` are form choices and intents, by our own codes, best first. `signature` are the inbox's own lines
    (address, telephone), `hours` such as 「平日 9:00〜18:00」. `rep` is the person who wrote the body, None for the
    assistant.
    """

    lang: Lang
    company: str
    body: str
    acts: Sequence[str] = ()
    opener: str | None = None
    parent_subject: str | None = None
    addressee: Addressee | None = None
    topic_of: Sequence[str] = ()
    sources: Sequence[Source] = ()
    signature: Sequence[str] = ()
    hours: str | None = None
    privacy_url: str | None = None
    rep: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """The finished words of a mail; `text` and `html` say the same."""

    subject: str
    text: str
    html: str


class Stationery:
    """The templates of letters, read once."""

    def __init__(self, templates: Path, texts: Texts) -> None:
        self.texts = texts
        self._html = make_environment(templates, texts, folder="email")
        self._text: Environment = self._html.overlay(autoescape=False)

    def text(self, name: str, **facts: object) -> str:
        """Return a plain-text template with its places filled, without blank lines at its ends or in heaps."""
        return re.sub(r"\n{3,}", "\n\n", self._text.get_template(name).render(**facts)).strip()

    def html(self, name: str, **facts: object) -> str:
        """Return an HTML template with its places filled and escaped."""
        return self._html.get_template(name).render(**facts)


def write_letter(facts: LetterFacts, stationery: Stationery) -> Letter:
    """Return the letter around a decided reply.

    At most two links to our documents, and the privacy notice; no bare source number. Japanese lines have at most
    35 full-width characters, English ones 72.
    """
    name = letter_name(facts)
    linked = _linked(facts)
    before, after = _around_sources(facts)
    acts, lines = set(facts.acts), [line for line in facts.signature if line.strip()]
    given = {
        "lang": facts.lang,
        "company": company_in_full(facts.company),
        "short": short_company(facts.company),
        "addressee": salutation(facts.addressee, lang=facts.lang),
        "verified": facts.addressee is not None,
        "greets": bool(facts.rep and GREETS.match(facts.body.lstrip().partition("\n")[0])),
        "opener": facts.opener,
        "thanks": not NO_THANKS & acts,
        "before": before,
        "after": after,
        "sources": linked,
        "going_on": facts.rep is None and not QUIET & acts,
        "waiting": "waiting" in acts,
        "handed_over": bool(WITH_A_PERSON & acts),
        "timed": bool(TIMED & acts),
        "hours": facts.hours,
        "sender": lines.pop(0) if lines and facts.company in lines[0] else company_in_full(facts.company),
        "signature": lines,
        "privacy_url": facts.privacy_url,
        "rep": facts.rep,
    }
    body = stationery.text(f"{name}/{facts.lang}/body.txt", **given)
    signature = stationery.text(f"frame/{facts.lang}/signature.txt", **given)
    rule = "―" * 20 if facts.lang == "ja" else "-- "
    text = "\n\n".join((wrap(body, lang=facts.lang), f"{rule}\n{wrap(signature, lang=facts.lang)}"))
    if facts.lang == "ja":
        text += f"\n{rule}"
    links = {source.url for source in linked if source.url} | {facts.privacy_url or ""}
    html = stationery.html(
        "frame/letter.html",
        lang=facts.lang,
        paragraphs=[list(_rows(part, links)) for part in body.split("\n\n")],
        signature=list(_rows(signature, links)),
    )
    return Letter(subject(facts, stationery), f"{text}\n", html)


def letter_name(facts: LetterFacts) -> LetterName:
    """Return which letter it is: the folder of its templates."""
    if facts.rep is not None:
        return "rep"
    if "apology" in facts.acts:
        return "promise_missed"
    if "document" in facts.acts and not {"questionnaire", "questionnaire_noted"} & set(facts.acts):
        return "documents"
    return "form_thanks" if facts.parent_subject is None else "answer"


def subject(facts: LetterFacts, stationery: Stationery) -> str:
    """Return the subject: that of the thread with one `Re:`, else our own with the company and the topic.

    What an unverified sender wrote there is never sent on: no rule finds every advertisement, and `In-Reply-To` keeps
    the thread.
    """
    parent = " ".join((facts.parent_subject or "").split())
    if parent and facts.addressee is not None:
        return reply_subject(parent)
    thanks = not NO_THANKS & set(facts.acts)
    topic_id = next((TOPICS[code] for code in facts.topic_of if code in TOPICS), None)
    topic = stationery.texts(facts.lang, topic_id) if topic_id and thanks else None
    short = short_company(facts.company)
    full = company_in_full(facts.company) if facts.lang == "ja" else short
    template = f"{letter_name(facts)}/{facts.lang}/subject.txt"
    made = ""
    for company, about in ((full, topic), (short, topic), (full, None), (short, None), (None, topic), (None, None)):
        made = stationery.text(template, lang=facts.lang, company=company, topic=about, thanks=thanks)
        if len(made) <= LONGEST_SUBJECT[facts.lang]:
            break
    return made


def _linked(facts: LetterFacts) -> list[Source]:
    """Return the cited documents, at most two: the first, which answers, and the last, which is the case."""
    cited = {int(n) for n in MARK.findall(facts.body)}
    seen = list({source.title: source for source in facts.sources if source.n in cited}.values())
    return seen if len(seen) <= MOST_LINKS else [seen[0], seen[-1]]


def _around_sources(facts: LetterFacts) -> tuple[str, str]:
    """Return the paragraphs up to the last that cites a source, and those after it, without the sources' numbers."""
    known = {source.n for source in facts.sources}
    paragraphs = re.split(r"\n\s*\n", facts.body.strip())
    plain = [MARK.sub(lambda mark: "" if int(mark[1]) in known else mark[0], part).strip() for part in paragraphs]
    citing = [at for at, part in enumerate(paragraphs, start=1) if known & {int(n) for n in MARK.findall(part)}]
    last = citing[-1] if citing else len(paragraphs)
    return "\n\n".join(plain[:last]), "\n\n".join(plain[last:])


def _rows(paragraph: str, links: set[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the lines of a paragraph; one with the address of a page below it becomes the link to that page."""
    lines = paragraph.split("\n")
    for at, line in enumerate(lines):
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if line.strip() not in links:
            yield line.strip(), below if below in links else None
