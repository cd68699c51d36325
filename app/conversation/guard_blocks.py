"""A stop explained to the people of the company: the rule, the words found, our line for it, what to clear up."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from app.conversation.guard import Verdict
from app.conversation.guard_figures import amounts, spelled
from app.conversation.guard_text import has_hidden_characters
from app.conversation.guard_words import CERTIFICATES, PROMISES, WHENS

LONGEST_WORDS = 60
_SILENT = frozenset({"leak", "control", "length", "torn", "language"})
"""Rules whose find is never kept: secrets, unreadable characters, or no words at all."""
_FIGURES = {"money": "money", "percent": "percent", "phone": "phone", "count": "figure", "multiple": "figure"}
_FIGURES |= {"measure": "figure"}
_TIMES = frozenset({"second", "minute", "hour", "working day", "day", "week", "month", "year", "date", "clock"})
_PRICE, _FACT = (
    frozenset({"discount", "free", "refund", "consent"}),
    frozenset(
        {
            "money",
            "percent",
            "figure",
            "date",
            "certificate",
            "guarantee",
            "certain",
            "contract",
            "outcome",
            "unlimited",
        }
        | {"unsourced", "unsupported", "customers", "superlative"}
    ),
)
_PRIVATE = re.compile(r"[\w.+-]+@[\w.-]+|(?:\+?\d[\d\-() ]{7,}\d)")
MASK = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """One stopped sentence.

    `rule` has the text `made.rule.<rule>`, `line_id` is the text id of our own line for this kind ("" if silence is
    better), and `question` the text id of what a person should clear up ("" if nothing).
    """

    rule: str
    words: str
    line_id: str
    question: str

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def explain(verdict: Verdict, sentence: str) -> Block:
    """Return why `sentence` was stopped, with the offending words but no secret, address or number in them."""
    rule, words = _rule(verdict, sentence)
    shown = "" if rule in _SILENT or has_hidden_characters(words) else _PRIVATE.sub(MASK, " ".join(words.split()))
    if len(shown) > LONGEST_WORDS:
        shown = shown[:LONGEST_WORDS] + MASK
    return Block(rule, shown, _line(rule), _question(rule))


def _rule(verdict: Verdict, sentence: str) -> tuple[str, str]:
    """Return the rule, finer than the guard's own where it judged a claim, and the words it found."""
    found = verdict.found
    if verdict.rule in ("unsourced", "unsupported"):
        return verdict.rule, sentence
    if verdict.rule == "consent":
        return "consent", sentence
    if verdict.rule != "claim":
        return verdict.rule or "", found
    if promise := PROMISES.get(found):
        match = promise.search(spelled(sentence))
        return found, match[0] if match else ""
    kind, _, value = found.partition(" ")
    if found.startswith("working day"):
        kind, value = "working day", found.removeprefix("working day").strip()
    if kind in _FIGURES or kind in _TIMES:
        return _FIGURES.get(kind, "date"), _written(sentence, kind, value.split(" ")[0])
    if WHENS.search(found):
        return "date", found
    return ("certificate" if CERTIFICATES.search(found) or found.startswith(("iso", "soc")) else "marker"), found


def _written(sentence: str, kind: str, value: str) -> str:
    """Return the piece of the sentence that gives the figure, as it was written."""
    for piece in re.split(r"[\s、。]|,(?!\d)", sentence):
        if any((one.kind, one.value) == (kind, value) for one in amounts(piece)):
            return piece
    return value


def _line(rule: str) -> str:
    if rule == "human":
        return "act.identity"
    return "act.no_discount" if rule in _PRICE else "act.dont_know" if rule in _FACT else ""


def _question(rule: str) -> str:
    if rule in _PRICE or rule == "money":
        return "made.ask.price"
    return "made.ask.fact" if rule in _FACT else ""
