"""What a turn says, read as a whole and, where it answers several questions at once, answer by answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.understanding.challenges import read_challenges
from app.understanding.facts import Asked, ChallengeCategories, ContactData, Lang, Timing, Understanding
from app.understanding.normal import normalise
from app.understanding.problem_clauses import SHORTENED, unsigned
from app.understanding.timing import read_timing
from app.understanding.understand import understand

ANSWER = re.compile(rf"(?:[^。！？!?.\n]|\.(?!\s|$)|{SHORTENED})+")
CLAUSE = re.compile(r"[^、,，]+")
ADDRESSES: Mapping[str, re.Pattern[str]] = {
    "email": re.compile(r"\S@\S"),
    "phone": re.compile(r"\d[\d\s()-]{7,}\d"),
}
BESIDE = re.compile(
    r"(?:[\w.]|こちら|番号|アドレス|の(?:ほう|方))\s?にも|両方|\b(?:also|as well|both|copy|cc)\b|@\S+(?: \w+)? too\b",
    re.I,
)
INSTEAD = re.compile(
    r"変わ|変更|間違|まちが|正しく|訂正|ではなく|じゃなく"
    r"|\b(?:chang\w+|instead|wrong|correct\w*|typo|not|moved|no longer)\b",
    re.I,
)
NUMBER = re.compile(r"^\s*(?:[(（]?[1-9][)）.．、:：]|[・･*-])\s*")
COPULA = re.compile(r"(?:です|でございます|になります)$")
LONGEST = 400  # characters: a longer text is no list of short answers


def hear(
    text: str,
    *,
    today: date,
    asked: Asked | None,
    waiting: Sequence[Asked],
    lang: Lang,
    categories: ChallengeCategories,
) -> Understanding:
    """Return what the turn says; `waiting` are the questions without an answer yet, `asked` the one it answers first.

    What the whole text does not give for a waiting question is looked for in its sentences, lines and clauses.
    """
    heard = understand(text, today=today, asked=asked, lang=lang, categories=categories)
    if len(text) > LONGEST:
        return heard

    if not ({"timing", "challenge"} & set(waiting)) or (heard.timing.kind != "none" and heard.challenges):
        return heard
    parts = [normalise(part) for part in _parts(unsigned(text))]  # who signs with "Mira" names no problem
    timings = [read_timing(part, today=today, lang=lang, asked=True, paper_wanted_by=None) for part in parts]
    if "timing" in waiting and heard.timing.kind == "none":
        heard = replace(heard, timing=next((one for one in timings if one.kind not in ("none", "past")), heard.timing))
    if "challenge" in waiting and not heard.challenges:
        rest = (part for part, timing in zip(parts, timings, strict=True) if timing.kind == "none")
        told = (read_challenges(part, asked=True, categories=categories) for part in rest)
        if challenges := next((one for one in told if one), ()):
            heard = replace(heard, challenges=challenges, has_challenge=True)
    return heard


def without_guesses(heard: Understanding, *, known: frozenset[str]) -> Understanding:
    """Return what was heard without a name or company read out of free words where one is known and not corrected."""
    if heard.corrects or heard.contact == ContactData():
        return heard
    kept = {name: None for name in ("name", "reading", "company") if name in known}
    return replace(heard, contact=replace(heard.contact, **kept)) if kept else heard


def without_a_shorter_name(heard: Understanding, *, known: frozenset[str]) -> Understanding:
    """Return what was heard without a first name alone ("it's Cal again") where a name is known and not corrected."""
    name = heard.contact.name
    if name is None or heard.corrects or "name" not in known or not name.isascii() or " " in name:
        return heard
    return replace(heard, contact=replace(heard.contact, name=None))


def told_as_well(text: str) -> frozenset[str]:
    """Return which kinds of address are told to be used beside the ones we have: "also send it to ann@..."."""
    beside = [one for one in ANSWER.findall(text) if BESIDE.search(one) and not INSTEAD.search(one)]
    return frozenset(kind for kind, form in ADDRESSES.items() if any(form.search(one) for one in beside))


def without_a_purchase(heard: Understanding) -> Understanding:
    """Return what was heard of a person and their wishes, without what only counts of somebody who may buy."""
    contact = replace(heard.contact, role=None, team_size=None)
    return replace(
        heard, timing=Timing(), challenges=(), has_challenge=False, authority=None, tool=None, contact=contact
    )


def _parts(text: str) -> Iterator[str]:
    sentences = [part for found in ANSWER.findall(text) if (part := NUMBER.sub("", found).strip())]
    if len(sentences) > 1:
        yield from sentences
    for sentence in sentences:
        clauses = [COPULA.sub("", part.strip()) for part in CLAUSE.findall(sentence) if part.strip()]
        if len(clauses) > 1:
            yield from clauses
