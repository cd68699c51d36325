"""The last reader of every sentence a model wrote: it lets pass only what the company could have said itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.conversation import guard_words as words
from app.conversation.guard_addresses import foreign_address
from app.conversation.guard_claims import approved_claims, asks_for_more, clauses, consents, read_claims, unsupported
from app.conversation.guard_figures import periods, spelled
from app.conversation.guard_leak import OPAQUE, folded, leaks
from app.conversation.guard_text import LONGEST_SENTENCE, MARKUP, has_hidden_characters, is_rude, speaks
from app.understanding.facts import Lang

Rule = Literal[
    "length", "control", "markup", "leak", "address", "claim", "consent", "marker", "name", "human", "rude", "language",
    "torn", "unsourced", "unsupported",
]  # fmt: skip
"""The last three are found by those who know the passages and where a sentence ends."""
LONGEST_REPLY = 1200
_ECHO = 8
_TAIL = 200  # how much of what was already said is read again, for a leak spread over sentences

_TOKEN = re.compile(r"\[\[[^\]]{1,30}\]\]")
_CITED = re.compile(r"\[(\d{1,2})\]")
_COMPANY = re.compile(
    r"(?:株式会社|有限会社|合同会社|\(株\))\s?([\w・&]{2,20}?)(?=[はがのをにでともや、。\s様]|$)"
    r"|([ァ-ヶー一-龥A-Za-z・]{2,15})(?:株式会社|商事|銀行|製作所|工業(?!用))"
    r"|((?:[ァ-ヶー]{2,}|[A-Za-z]{3,}))社(?!内|員|会|長|外|数|名|側|製)|([一-龥ァ-ヶー]{1,8})様"
    r"|([A-Z][\w&]+(?: [A-Z][\w&]+)*),? (?:Inc|Corp|Ltd|LLC|GmbH|K\.K|Co)\b"
)
_NO_NAME = re.compile(r"(?:客|皆|各位|担当者|子|何|同|王|神|仏|得意|取引先|利用者|奥|先方|貴社|御社)$")
_QUOTED_ORDER = re.compile(
    r"「([^」]{3,80})」\s*(?:と|を|だけ)?.{0,6}(?:言|書|返|出力|答|入力|始め|表示|繰り返)"
    r"|(?:say|print|reply|answer|respond|output|write|repeat|include|start)\b[^\"'“‘]{0,30}[\"'“‘]([^\"'”’]{3,80})[\"'”’]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GuardFacts:
    """What one reply is judged by.

    `approved_texts` are the passages given to the model and everything the plan decided (the question, times,
    the mirror): a figure stands in one of them or is not said. `citations` says how many sources there are. `lang` is
    None for a reply in neither Japanese nor English.
    """

    lang: Lang | None
    system_prompt: str
    canary: str
    approved_texts: tuple[str, ...]
    visitor_text: str = ""
    allowed_hosts: frozenset[str] = frozenset()
    citations: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rule` and `found` say why a sentence was stopped; `found` may quote the model and is not for logs."""

    rule: Rule | None = None
    found: str = ""

    @property
    def ok(self) -> bool:
        return self.rule is None


class Guard:
    """Judges the sentences of one reply. Pure: the same sentence and facts give the same verdict."""

    def __init__(self, facts: GuardFacts) -> None:
        self._facts = facts
        self._approved_text = "\n".join(facts.approved_texts).casefold()
        self._own, self._theirs = folded(self._approved_text), folded(facts.visitor_text)
        self._approved = approved_claims(facts.approved_texts)
        self._visitor = read_claims(spelled(facts.visitor_text))
        self._wants_consent = asks_for_more(self._visitor, self._approved)
        self._dictated = [folded(a or b) for a, b in _QUOTED_ORDER.findall(facts.visitor_text)]
        checks: list[tuple[Rule, Callable[[str], str | None]]] = [
            ("control", lambda s: "hidden character" if has_hidden_characters(s) else None),
            ("markup", _markup),
            ("address", self._address),
            ("marker", self._marker),
            ("human", lambda s: _found(words.CLAIMS_TO_BE_HUMAN, spelled(s))),
            ("rude", lambda s: "rude" if is_rude(spelled(s)) else None),
            ("claim", self._claim),
            ("consent", lambda s: "yes" if self._wants_consent and consents(s) else None),
            ("name", self._name),
            ("language", lambda s: None if facts.lang is None or speaks(facts.lang, s) else "language"),
        ]
        self._checks = checks

    def check(self, sentence: str, *, said: str = "") -> Verdict:
        """Judge `sentence`, which would follow `said`, the sentences already shown."""
        if len(sentence) > LONGEST_SENTENCE or len(said) + len(sentence) > LONGEST_REPLY:
            return Verdict("length", str(len(said) + len(sentence)))
        if leaks(said[-_TAIL:] + sentence, secret=self._facts.system_prompt, canary=self._facts.canary):
            return Verdict("leak", "system prompt")
        bare = sentence.strip()
        for rule, check in self._checks:
            if found := check(bare):
                return Verdict(rule, found)
        return Verdict()

    def _address(self, sentence: str) -> str | None:
        return foreign_address(sentence, hosts=self._facts.allowed_hosts, approved=self._approved_text)

    def _marker(self, sentence: str) -> str | None:
        """Find words that were dictated or only repeated, a foreign placeholder, a source that is not there."""
        if token := _TOKEN.search(sentence):
            return token[0]
        if wrong := [n for n in _CITED.findall(sentence) if not 1 <= int(n) <= self._facts.citations]:
            return f"[{wrong[0]}]"
        plain = folded(sentence)
        if len(plain) >= _ECHO and plain in self._theirs and plain not in self._own:
            return sentence
        return next((d for d in self._dictated if d in plain and d not in self._own), None)

    def _claim(self, sentence: str) -> str | None:
        per = periods(sentence)
        found = (unsupported(part, self._approved, visitor=self._visitor, per=per) for part in clauses(sentence))
        return next(filter(None, found), None)

    def _name(self, sentence: str) -> str | None:
        """Find a company or person that neither the approved texts nor the visitor named."""
        for groups in _COMPANY.findall(sentence):
            name = next(filter(None, groups), "")
            if name and not _NO_NAME.search(name) and folded(name) not in self._own + self._theirs:
                return name
        return None


def _markup(sentence: str) -> str | None:
    return _found(MARKUP, sentence) or _found(OPAQUE, sentence)


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[0] if match else None
