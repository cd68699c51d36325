"""A reply in a model's words as it comes: each sentence past the guard, then what is missing in our own words.

The first sentence the guard stops is the model's last. One that only does not stand on what it names is left out; the
second of these ends the model's part as well. Whatever goes wrong, the reply ends as planned, and nothing that was
shown is withdrawn.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any

from app.conversation.compose import Line, join, space
from app.conversation.grounding import MARK, Ground
from app.conversation.guard import LONGEST_REPLY, Guard, Rule, Verdict
from app.conversation.guard_blocks import explain
from app.conversation.guard_figures import figures, spelled
from app.conversation.guard_leak import folded
from app.conversation.guard_text import Sentences
from app.conversation.phrases import asks, has_kana, is_courtesy, is_whole
from app.conversation.transcript import Masked
from app.core import log
from app.llm.client import ModelClient
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompt
from app.understanding.facts import Lang

logger = log.get(__name__)
MODEL_WORDS: Mapping[str, str] = {
    "mirror": "mirror",
    "timing_noted": "acknowledge",
    "thanks_for_answer": "acknowledge",
    "corrected": "acknowledge",
    "approval": "acknowledge",
    "answer": "answer",
    "case": "case_study",
}
MOST_MODEL_CHARS = 600
MOST_UNFOUNDED = 1
"""Sentences a good model may retell so that we cannot follow; a second one is a model that makes things up."""
UNFOUNDED: frozenset[Rule] = frozenset({"unsourced", "unsupported"})
ALIKE_FROM = 0.2  # share of a line's letter triples from which the model's sentences have its content
SAME_FROM = 0.5  # the same of one sentence, from which it need not be said again


class Parts:
    """The lines of a draft by who words them: ours before, the model's (`free`), ours after with the question.

    `spoken` is the code of the prospect's language if it is none of ours: the model answers in it from the documents,
    first, and all the rest is ours.
    """

    def __init__(self, lines: Sequence[Line], said: Masked, *, lang: Lang, spoken: str | None = None) -> None:
        self.lang = lang
        self.spoken = spoken
        self.free = [line for line in lines if self._is_free(line) and not said.hides(line.text)]
        first = lines.index(self.free[0]) if self.free and spoken is None else 0
        self.before = list(lines[:first])
        self.after = [line for line in lines[first:] if line not in self.free]

    @property
    def lines(self) -> list[Line]:
        return [*self.before, *self.free, *self.after]

    def _is_free(self, line: Line) -> bool:
        return line.kind in MODEL_WORDS and (self.spoken is None or bool(line.sources))


@dataclass(frozen=True, slots=True)
class Limits:
    """Readings of the clock's `monotonic`: by when a sentence has to be shown, and when the model is left behind."""

    first_by: float
    deadline: float


class WordedReply:
    """One reply on its way. `provenance` says where the words came from; it is complete after the last sentence.

    `written` is where the model's words begin and end in the reply; all around them is ours.
    """

    def __init__(
        self,
        model: ModelClient,
        prompt: Prompt,
        *,
        guard: Guard,
        ground: Ground,
        parts: Parts,
        said: Masked,
        limits: Limits,
        made: Mapping[str, Any],
    ) -> None:
        self._model = model
        self._prompt = prompt
        self._guard = guard
        self._ground = ground
        self._parts = parts
        self._masked = said
        self._limits = limits
        self._said = ""
        self.provenance: dict[str, Any] = {
            **made,
            "prompt": prompt.name,
            "version": prompt.version,
            "fingerprint": prompt.fingerprint,
        }

    async def sentences(self) -> AsyncGenerator[str]:
        """Yield what may be shown, in order, to the end of the reply; nothing if the model gave nothing."""
        try:
            async with aclosing(self._from_model()) as written:
                async for masked in written:
                    name, marked = self._masked.addressed(masked)
                    sentence = self._ground.filled(marked)
                    if not sentence.strip():
                        continue
                    loose = self._is_loose(sentence)
                    verdict = self._judged(sentence, plain=self._plain(marked, sentence), loose=loose)
                    if verdict.rule and self._ends(verdict, sentence, rule=verdict.rule):
                        break
                    if verdict.ok and not loose:
                        yield self._shown(sentence, name=name)
        except ModelUnavailable as fault:
            self.provenance["fault"] = fault.reason
            logger.warning("model_unavailable", reason=fault.reason, said=len(self._said))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong with a model, the prospect gets our words
            self.provenance["fault"] = "defect"
            logger.error("wording_failed", error=type(error).__name__)
        if self._said and (ending := self._ending()):
            yield ending

    async def _from_model(self) -> AsyncGenerator[str]:
        """Yield whole sentences as they come; the last one only if the model says it has finished."""
        splitter = Sentences()
        finish = None
        stream = self._model.stream(
            self._prompt,
            first_by=self._limits.first_by,
            deadline=self._limits.deadline,
            begun=lambda: bool(self._said),
        )
        async with aclosing(stream) as pieces:
            async for piece in pieces:
                for sentence in splitter.feed(piece.text):
                    yield sentence
                if piece.finish is not None:
                    finish = piece.finish
                    if piece.usage is not None:
                        self.provenance["tokens"] = {"prompt": piece.usage.prompt, "completion": piece.usage.completion}
        if finish != "stop":
            self.provenance["fault"] = "unfinished"
            return
        for sentence in splitter.flush():
            yield sentence

    def _plain(self, marked: str, sentence: str) -> str:
        """Return what is judged: in a language we cannot read, the words without the figures we put in ourselves."""
        if self._parts.spoken is None or "{{" in sentence:  # a mark we never gave
            return sentence
        return MARK.sub(" ", marked)

    def _ends(self, verdict: Verdict, sentence: str, *, rule: Rule) -> bool:
        """Keep why a sentence is not shown, and say whether it was the model's last."""
        block = explain(verdict, sentence)
        ours = {f"act.{line.kind}" for line in self._parts.lines}
        blocks = self.provenance.setdefault("blocks", [])
        blocks.append(replace(block, line_id=block.line_id if block.line_id in ours else "").as_json())
        logger.warning("sentence_blocked", rule=block.rule)
        if rule in UNFOUNDED and len(blocks) <= MOST_UNFOUNDED:
            return False
        self.provenance["blocked"] = rule
        return True

    def _judged(self, sentence: str, *, plain: str, loose: bool) -> Verdict:
        """Return what stops a sentence; what is left out anyway need not stand on a source."""
        verdict = self._guard.check(plain, said=self._said)
        if not verdict.ok:
            return verdict
        rule: Rule | None = None
        if not is_whole(sentence) and not (loose and sentence.endswith("\n")):  # a line of a list is whole by its break
            rule = "torn"
        elif self._parts.spoken is None and self._parts.lang == "ja" and not has_kana(sentence):
            rule = "language"
        elif len(self._said) + len(sentence) > MOST_MODEL_CHARS:
            rule = "length"
        elif not loose and (lack := self._ground.lacks(plain)):
            rule = "unsourced" if lack == "unsourced" else "unsupported"
        return Verdict(rule, sentence if rule else "")

    def _is_loose(self, sentence: str) -> bool:
        """Say whether a sentence is left out: questions and thanks are ours, chatter tells what no passage says."""
        return asks(sentence) or is_courtesy(sentence) or self._ground.is_chatter(sentence)

    def _shown(self, sentence: str, *, name: str) -> str:
        """Return the sentence as it follows what was shown; at the head of a reply it may address the prospect."""
        before = "" if self._said else join(self._parts.before)
        head = name if not self._said and not before else ""
        before += "\n\n" if before and self._parts.free[0].paragraph else space(before or self._said)
        begin, _ = self.provenance.get("written", (len(before), 0))
        shown = before + head + " ".join(sentence.split())
        self._said += shown
        self.provenance["written"] = [begin, len(self._said)]
        return shown

    def _ending(self) -> str:
        """Return our words for what is missing: facts not told, what only we may say, the question."""
        foreign = self._parts.spoken is not None
        told = [untold(line, self._said, foreign=foreign) for line in self._parts.free if line.sources]
        missing = [line for line in told if line is not None]
        after = self._apart(self._parts.after)
        text = join([Line(self._said), *missing, *after])
        while missing and len(text) > LONGEST_REPLY:
            missing.pop()
            text = join([Line(self._said), *missing, *after])
        self.provenance["completed"] = [line.kind for line in missing]
        return text[len(self._said) :]

    def _apart(self, lines: Sequence[Line]) -> list[Line]:
        """Return our lines, in a paragraph of their own where they are in another language than the model's."""
        if self._parts.spoken is None or not lines:
            return list(lines)
        return [replace(lines[0], paragraph=True), *lines[1:]]


def untold(line: Line, said: str, *, foreign: bool) -> Line | None:
    """Return what the sentences have not told of a line: all of it, the rest of its document's words, or nothing.

    A line is told if its source is cited with most of its figures and some of its words.
    """
    cited = any(f"[{n}]" in said for n in line.sources)
    if cited and _has_figures(line.text, said) and (foreign or _alike(line.text, said) >= ALIKE_FROM):
        return None
    if not cited or foreign or not line.quoted:
        return line
    splitter = Sentences()
    quoted = (*splitter.feed(line.quoted), *splitter.flush())
    rest = "".join(one for one in quoted if not _is_said(one, said)).strip()
    return replace(line, text=line.text.replace(line.quoted, rest, 1), quoted=rest) if rest else None


def _is_said(sentence: str, said: str) -> bool:
    told, wanted = figures(spelled(said)), figures(spelled(sentence))
    return wanted <= told and _alike(sentence, said) >= SAME_FROM


def _has_figures(text: str, said: str) -> bool:
    wanted = figures(spelled(text))
    return len(wanted & figures(spelled(said))) * 2 >= len(wanted)


def _alike(text: str, said: str) -> float:
    letters = _triples(text)
    return len(letters & _triples(said)) / len(letters) if letters else 1.0


def _triples(text: str) -> frozenset[str]:
    plain = folded(text)
    return frozenset(plain[i : i + 3] for i in range(len(plain) - 2))
