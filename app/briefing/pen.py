"""How a briefing puts things: texts, clipped quotes, days and spans in one language. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_interval, format_skeleton

from app.briefing.card import Line, clip
from app.briefing.facts import Cell, Facts, Source
from app.conversation.slots import day
from app.core.templating import Texts

SENTENCE = re.compile(r"[^。．！？!?\n]*?(?:[。．！？!?\n]|\.(?=\s|$)|$)")
ASKS = re.compile(
    r"(?:[?？]|か[。．]?)$|教えて(?:くだ|下さ|ほし|欲し|もら|いただけ[まるな]|。|$)|知りたい|\b(?:tell me|how much)\b",
    re.I,
)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes lines about `facts` in `lang`."""

    facts: Facts
    texts: Texts
    lang: str

    def in_language(self, lang: str) -> Pen:
        """Return a pen for another language, where we have its words."""
        return replace(self, lang=lang) if lang in self.texts.catalogues else self

    def t(self, name: str, /, **values: object) -> str:
        """Return the text `briefing.<name>`."""
        return self.texts(self.lang, f"briefing.{name}", **values)

    def has(self, text_id: str) -> bool:
        """Say whether there is a text with this full id."""
        return self.texts.has(self.lang, text_id)

    def line(
        self,
        key: str,
        text: str,
        source: Source,
        *,
        rank: int,
        room: int = 60,
        quote: str | None = None,
        label: str | None = None,
    ) -> Line:
        """Return a line labelled `briefing.label.<key>`; `room` limits the text, in Japanese characters."""
        text = clip(text, room, lang=self.lang) or ("" if quote else self.t("unknown"))
        return Line(key, label or self.t(f"label.{key}"), text, source, rank, quote)

    def joined(self, parts: list[str], *, by: str = "joint") -> str:
        """Return the parts that are not empty with the language's separator `briefing.<by>` between them."""
        return self.t(by).join(part for part in parts if part)

    def words(self, text: str, room: int) -> str:
        """Return the prospect's words, clipped."""
        return clip(text, room, lang=self.lang)

    def local(self, at: datetime) -> datetime:
        """Return a time in the team's zone."""
        return at.astimezone(ZoneInfo(self.facts.zone))

    def moment(self, at: datetime) -> str:
        """Return a time of day in the team's zone, with the day unless it is today."""
        local = self.local(at)
        if local.date() == self.local(self.facts.now).date():
            return f"{local:%H:%M}"
        return f"{format_skeleton('MMMEd', local.date(), locale=self.lang)} {local:%H:%M}"

    def ago(self, at: datetime) -> str:
        """Return how long ago something was; from a day on, when it was."""
        passed = self.facts.now - at
        if passed < timedelta(minutes=1):
            return self.t("ago.now")
        if passed < HOUR:
            return self.t("ago.minutes", n=passed // timedelta(minutes=1))
        if passed < DAY:
            return self.t("ago.hours", n=passed // HOUR)
        return self.t("ago.at", at=self.moment(at))

    def span(self, length: timedelta) -> str:
        """Return a length of time in minutes, from two hours on in hours."""
        if length < 2 * HOUR:
            return self.t("span.minutes", n=length // timedelta(minutes=1))
        return self.t("span.hours", n=length // HOUR)

    def hours(self) -> str:
        """Return the day and the time of day at which the prospect wants to be called; "" if they named none."""
        start, end = self.facts.card.call_from, self.facts.card.call_until
        known = "both" if start and end else "from" if start else "until"
        times = self.t(f"hours.{known}", start=start, end=end) if start or end else ""
        wanted = self.facts.call_day
        if wanted is None or wanted < self.local(self.facts.now).date():
            return times
        return " ".join(filter(None, (format_skeleton("MMMEd", wanted, locale=self.lang), times)))

    def timing(self, cell: Cell) -> str:
        """Return what the wished time comes to: as soon as possible, open, or a window of dates."""
        kind = cell.normal.get("kind")
        if kind in ("asap", "undecided"):
            condition = cell.normal.get("condition")
            return self.joined([self.t(f"timing.{kind}"), self.words(condition, 20) if condition else ""])
        first, last = day(cell.normal.get("earliest")), day(cell.normal.get("latest"))
        begun = first is not None and last is not None and first <= self.local(self.facts.now).date()
        return self.window(None if begun else first, last)

    def window(self, first: date | None, last: date | None) -> str:
        """Return a window of dates, as whole months where it is that; "" for none at all."""
        if first and last:
            whole = first.day == 1 and (last + timedelta(days=1)).day == 1
            return format_interval(first, last, "yMMM" if whole else "yMMMd", locale=self.lang)
        known = first or last
        if known is None:
            return ""
        return self.t("window.from" if first else "window.until", day=format_skeleton("yMMMd", known, locale=self.lang))


def asks(text: str) -> bool:
    """Say whether a sentence of it asks something."""
    return any(ASKS.search(one) for one in sentences_in(text))


def question_in(text: str) -> str:
    """Return the first sentence that asks something, else the longest one."""
    return next((one for one in sentences_in(text) if ASKS.search(one)), sentence_with(text, None))


def sentence_with(text: str, span: str | None) -> str:
    """Return the sentence of `text` in which `span` stands, else its longest one; always verbatim."""
    sentences = sentences_in(text)
    if span:
        for sentence in sentences:
            if span in sentence:
                return sentence
        if span in text:
            return span
    return max(sentences, key=len, default="")


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a message, verbatim."""
    return [found.group().strip() for found in SENTENCE.finditer(text) if found.group().strip()]
