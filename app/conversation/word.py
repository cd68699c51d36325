"""The decided reply in a model's words, each sentence past the guard; what a model may not say, our templates say.

A model words what acknowledges, answers and cites. Refusals, promises, hand-overs and the question stay in our words,
before or after its sentences. The first sentence the guard stops is its last: the templates go on.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from app.conversation.compose import Draft, Line, join, space
from app.conversation.grounding import Ground
from app.conversation.guard import LONGEST_REPLY, Guard, GuardFacts
from app.conversation.guard_claims import Claims, read_claims
from app.conversation.guard_figures import figures, spelled
from app.conversation.guard_leak import folded
from app.conversation.guard_text import Sentences
from app.conversation.phrases import asks, has_kana, is_courtesy, is_whole
from app.conversation.plan import Plan
from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.store import Turn
from app.conversation.transcript import Masked, transcript
from app.conversation.turn_facts import Channel
from app.core import log
from app.core.clock import Clock
from app.core.security import Vault
from app.core.settings import LlmSettings
from app.llm.client import ModelClient
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompt, Prompts
from app.retrieval.passages import Citation, Passage
from app.understanding.facts import ContactData, Lang

logger = log.get(__name__)
PROMPT = "reply"
OUR_WORDS_ONLY = PERSON_AT_ONCE | {
    Situation.OPT_OUT,
    Situation.INJECTION,
    Situation.LANGUAGE,
    Situation.JOB,
    Situation.PITCH,
    Situation.REFUSAL,
    Situation.IDENTITY,
}
MODEL_WORDS: Mapping[str, str] = {
    "mirror": "mirror",
    "thanks_for_answer": "acknowledge",
    "corrected": "acknowledge",
    "approval": "acknowledge",
    "answer": "answer",
    "case": "case_study",
}
MOST_MODEL_CHARS = 600
NO_CLAIMS = Claims(frozenset(), frozenset(), frozenset(), frozenset())
ALIKE_FROM = 0.2  # share of a line's letter triples from which the model's sentences have its content


class Wording:
    """Puts plans into words with the model, if one is configured."""

    def __init__(
        self,
        model: ModelClient,
        prompts: Prompts,
        *,
        vault: Vault,
        clock: Clock,
        settings: LlmSettings,
        allowed_hosts: frozenset[str],
    ) -> None:
        self._model = model
        self._prompts = prompts
        self._vault = vault
        self._clock = clock
        self._settings = settings
        self._hosts = allowed_hosts

    def reply(self, turn: Turn, plan: Plan, *, draft: Draft, told: ContactData, started: float) -> WordedReply | None:
        """Return the reply about to be worded; None without a model, where only our words will do, or while nobody
        has shown that the address is theirs.

        `told` is contact data that stands in this turn. `started` is the clock's `monotonic` when the turn began: the
        prospect has waited since then.
        """
        if plan.situation in OUR_WORDS_ONLY or not turn.verified or not self._model.configured:
            return None
        lang: Lang = "en" if turn.conversation.lang == "en" else "ja"
        said = transcript(turn, self._vault, told=told)
        parts = Parts(draft.lines, said, lang=lang)
        if not parts.free:
            return None
        ground = _ground(parts, draft.citations, visitor=turn.text)
        inputs = _inputs(parts, draft=draft, said=said, channel=turn.channel, ground=ground)
        prompt = self._prompts.render(PROMPT, inputs)
        guard = Guard(
            GuardFacts(
                lang=lang,
                system_prompt=prompt.system,
                canary=prompt.canary,
                approved_texts=_approved(turn, parts, citations=draft.citations),
                visitor_text=turn.text,
                allowed_hosts=self._hosts,
                citations=len(draft.citations),
            )
        )
        limits, now, mail = self._settings, self._clock.monotonic(), turn.channel == "email"
        return WordedReply(
            self._model,
            prompt,
            guard,
            ground,
            parts=parts,
            first_by=now + (limits.mail_first_token_s if mail else limits.first_token_s),
            deadline=min(started, now) + (limits.mail_total_s if mail else limits.total_s),
            made={"model": self._model.name, "passages": _given(parts, draft.citations)},
        )


class Parts:
    """The lines of a draft by who words them: ours before, the model's (`free`), ours after with the question."""

    def __init__(self, lines: Sequence[Line], said: Masked, *, lang: Lang) -> None:
        self.lang = lang
        self.free = [line for line in lines if line.kind in MODEL_WORDS and not said.hides(line.text)]
        first = lines.index(self.free[0]) if self.free else len(lines)
        self.before = lines[:first]
        self.after = [line for line in lines[first:] if line not in self.free]


class WordedReply:
    """One reply on its way. `provenance` says where the words came from; it is complete after the last sentence.

    `written` is where the model's words begin and end in the reply; all around them is ours.
    """

    def __init__(
        self,
        model: ModelClient,
        prompt: Prompt,
        guard: Guard,
        ground: Ground,
        *,
        parts: Parts,
        first_by: float,
        deadline: float,
        made: Mapping[str, Any],
    ) -> None:
        self._model = model
        self._prompt = prompt
        self._guard = guard
        self._ground = ground
        self._parts = parts
        self._first_by = first_by
        self._deadline = deadline
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
                    sentence = self._ground.filled(masked)
                    if not self._may_follow(sentence):
                        break
                    if not self._is_loose(sentence):
                        yield self._shown(sentence)
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
        stream = self._model.stream(self._prompt, first_by=self._first_by, deadline=self._deadline)
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

    def _may_follow(self, sentence: str) -> bool:
        rule: str | None = self._guard.check(sentence, said=self._said).rule
        if rule is None and not is_whole(sentence):
            rule = "torn"
        if rule is None and self._parts.lang == "ja" and not has_kana(sentence):
            rule = "language"
        if rule is None and len(self._said) + len(sentence) > MOST_MODEL_CHARS:
            rule = "length"
        if rule is None and not self._is_loose(sentence):
            rule = self._ground.lacks(sentence)
        if rule is not None:
            self.provenance["blocked"] = rule
            logger.warning("sentence_blocked", rule=rule)
        return rule is None

    def _is_loose(self, sentence: str) -> bool:
        """Say whether a sentence is left out: questions and thanks are ours, chatter tells what no passage says."""
        return asks(sentence) or is_courtesy(sentence) or self._ground.is_chatter(sentence)

    def _shown(self, sentence: str) -> str:
        before = "" if self._said else join(self._parts.before)
        before += "\n\n" if before and self._parts.free[0].paragraph else space(before or self._said)
        begin, _ = self.provenance.get("written", (len(before), 0))
        shown = before + " ".join(sentence.split())
        self._said += shown
        self.provenance["written"] = [begin, len(self._said)]
        return shown

    def _ending(self) -> str:
        """Return our words for what is missing: facts not told, what only we may say, the question."""
        missing = [line for line in self._parts.free if line.sources and not _is_told(line, self._said)]
        text = join([Line(self._said), *missing, *self._parts.after])
        while missing and len(text) > LONGEST_REPLY:
            missing.pop()
            text = join([Line(self._said), *missing, *self._parts.after])
        self.provenance["completed"] = [line.kind for line in missing]
        return text[len(self._said) :]


def _is_told(line: Line, said: str) -> bool:
    """Say whether the sentences cite the line's source and have most of its figures and some of its words."""
    if not any(f"[{n}]" in said for n in line.sources):
        return False
    wanted = figures(spelled(line.text))
    letters, spoken = _triples(line.text), _triples(said)
    return len(wanted & figures(spelled(said))) * 2 >= len(wanted) and (
        len(letters & spoken) >= ALIKE_FROM * len(letters)
    )


def _triples(text: str) -> frozenset[str]:
    plain = folded(text)
    return frozenset(plain[i : i + 3] for i in range(len(plain) - 2))


def _ground(parts: Parts, citations: Sequence[Citation], *, visitor: str) -> Ground:
    """Return the passages the free lines stand on; our own lines and the visitor's words need none."""
    used = {n for line in parts.free for n in line.sources}
    passages = {one.n: "\n".join(_told_by(one.passage)) for one in citations if one.n in used}
    ours = [line.text for line in (*parts.before, *parts.free, *parts.after) if not line.sources]
    return Ground(passages, free=[*ours, visitor])


def _told_by(passage: Passage) -> Iterator[str]:
    """Yield all a passage says: its words, and what its document's head says of a case."""
    facts = passage.case
    case = (facts.customer, facts.industry, facts.challenge, facts.figure, facts.quote) if facts else ()
    yield from filter(None, (passage.title, passage.text, *case))


def _inputs(parts: Parts, *, draft: Draft, said: Masked, channel: Channel, ground: Ground) -> dict[str, object]:
    acts = [
        {
            "kind": MODEL_WORDS[line.kind],
            "say": ground.masked(line.text, sources=line.sources),
            "sources": _sources(line, draft.citations, ground=ground),
        }
        for line in parts.free
    ]
    ours = {"before": said.clean(join(parts.before)), "after": said.clean(join(parts.after))}
    return {"lang": parts.lang, "channel": channel, "acts": acts, "transcript": said.text, **ours}


def _given(parts: Parts, citations: Sequence[Citation]) -> list[dict[str, object]]:
    """Return the passages the model gets, by their number in the reply."""
    used = {n for line in parts.free for n in line.sources}
    return [
        {"n": one.n, "document": one.passage.document_id, "chunk": one.passage.chunk_id}
        for one in citations
        if one.n in used
    ]


def _sources(line: Line, citations: Sequence[Citation], *, ground: Ground) -> list[dict[str, object]]:
    return [
        {
            "n": one.n,
            "title": ground.masked(one.passage.title, sources=(one.n,)),
            "text": ground.masked(one.passage.text, sources=(one.n,)),
        }
        for one in citations
        if one.n in line.sources
    ]


def _approved(turn: Turn, parts: Parts, *, citations: Sequence[Citation]) -> tuple[str, ...]:
    """Return what the reply may stand on; a mirror that holds a visitor's figure or promise supports nothing."""
    lines = [*parts.before, *parts.free, *parts.after]
    harmless = [line.text for line in lines if line.kind != "mirror" or read_claims(spelled(line.text)) == NO_CLAIMS]
    return (turn.company, *(part for one in citations for part in (one.passage.title, one.passage.text)), *harmless)
