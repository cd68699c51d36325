"""The decided reply in a model's words, each sentence past the guard; what a model may not say, our templates say.

A model words what acknowledges, answers and cites. Refusals, promises, hand-overs and the question stay in our words,
before or after its sentences. In a language that is not ours it words the answer from the documents alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.conversation.compose import Draft, Line, join
from app.conversation.grounding import Ground
from app.conversation.guard import Guard, GuardFacts
from app.conversation.guard_claims import Claims, read_claims
from app.conversation.guard_figures import spelled
from app.conversation.memory import Memory
from app.conversation.plan import Plan
from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.store import Turn
from app.conversation.transcript import Masked, transcript
from app.conversation.turn_facts import Channel
from app.conversation.worded import MODEL_WORDS, Limits, Parts, WordedReply
from app.core import log
from app.core.clock import Clock
from app.core.security import Vault
from app.core.settings import LlmSettings
from app.llm.client import ModelClient
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompts
from app.retrieval.passages import Citation, Passage
from app.understanding.facts import ContactData, Lang

logger = log.get(__name__)
PROMPT, ENGLISH_PROMPT = "reply", "english"
OUR_WORDS_ONLY = PERSON_AT_ONCE | {
    Situation.OPT_OUT,
    Situation.INJECTION,
    Situation.JOB,
    Situation.PITCH,
    Situation.COMPETITOR,
    Situation.REFUSAL,
    Situation.CUSTOMER,
    Situation.QUESTIONNAIRE,
    Situation.APPROVAL_PACK,
    Situation.WHEN,
    Situation.IDENTITY,
}
NO_MODEL = frozenset({"ai", "messages"})  # who refuses AI, or any message, is no model's business
FOR_OUR_WORDS = 0.05  # of a turn's time, to finish it after the model was left behind
NO_CLAIMS = Claims(frozenset(), frozenset(), frozenset(), frozenset())


class InEnglish(BaseModel):
    """What a message in another language asks; words to search the documents with, shown to nobody."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str = Field(max_length=500)


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
        if plan.situation in OUR_WORDS_ONLY or not self._may_read(turn, plan.memory):
            return None
        spoken = plan.memory.spoken if plan.situation is Situation.LANGUAGE else None
        if plan.situation is Situation.LANGUAGE and spoken is None:
            return None
        lang: Lang = "en" if turn.conversation.lang == "en" else "ja"
        said = transcript(turn, self._vault, told=told)
        parts = Parts(draft.lines, said, lang=lang, spoken=spoken)
        if not parts.free:
            return None
        ground = _ground(parts, draft.citations, visitor=turn.text)
        inputs = _inputs(parts, draft=draft, said=said, channel=turn.channel, ground=ground)
        prompt = self._prompts.render(PROMPT, inputs)
        guard = Guard(
            GuardFacts(
                lang=None if spoken else lang,
                system_prompt=prompt.system,
                canary=prompt.canary,
                approved_texts=_approved(turn, parts, citations=draft.citations),
                visitor_text=turn.text,
                allowed_hosts=self._hosts,
                citations=len(draft.citations),
            )
        )
        return WordedReply(
            self._model,
            prompt,
            guard=guard,
            ground=ground,
            parts=parts,
            said=said,
            limits=self._limits(turn.channel, started=started),
            made={"model": self._model.name, "passages": _given(parts, draft.citations)},
        )

    async def in_english(self, turn: Turn, *, told: ContactData) -> str | None:
        """Return in English what a turn in another language asks, to search the documents with; None if no model says.

        `told` is contact data that stands in this turn. It takes at most as long as a first sentence may.
        """
        if not self._may_read(turn, turn.memory):
            return None
        said = transcript(turn, self._vault, told=told)
        prompt = self._prompts.render(ENGLISH_PROMPT, {"message": said.clean(turn.text)})
        deadline = self._clock.monotonic() + self._settings.first_token_s
        try:
            answer, _ = await self._model.answer(prompt, schema=InEnglish.model_json_schema(), deadline=deadline)
            question = InEnglish.model_validate_json(answer[answer.find("{") : answer.rfind("}") + 1]).question
        except ModelUnavailable as fault:
            logger.warning("translation_unavailable", reason=fault.reason)
            return None
        except ValueError:
            logger.warning("translation_unavailable", reason="not_in_form")
            return None
        return " ".join(question.split()) or None

    def _may_read(self, turn: Turn, memory: Memory) -> bool:
        """Say whether a model may have this turn at all."""
        return self._model.configured and turn.verified and not NO_MODEL & {*turn.memory.refused, *memory.refused}

    def _limits(self, channel: Channel, *, started: float) -> Limits:
        limits, now, mail = self._settings, self._clock.monotonic(), channel == "email"
        total = (limits.mail_total_s if mail else limits.total_s) * (1 - FOR_OUR_WORDS)
        first = limits.mail_first_token_s if mail else limits.first_token_s
        return Limits(first_by=now + first, deadline=min(started, now) + total)


def _ground(parts: Parts, citations: Sequence[Citation], *, visitor: str) -> Ground:
    """Return the passages the free lines stand on; our own lines need none, the visitor's words are only mirrored."""
    used = {n for line in parts.free for n in line.sources}
    passages = {one.n: "\n".join(_told_by(one.passage)) for one in citations if one.n in used}
    ours = [line.text for line in parts.lines if not line.sources]
    return Ground(passages, free=ours, visitor=visitor, foreign=parts.spoken is not None)


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
    return {"lang": parts.spoken or parts.lang, "channel": channel, "acts": acts, "transcript": said.text, **ours}


def _given(parts: Parts, citations: Sequence[Citation]) -> list[dict[str, object]]:
    """Return the passages the model gets, by their number in the reply."""
    used = {n for line in parts.free for n in line.sources}
    return [
        {"n": one.n, "document": one.passage.document_id, "chunk": one.passage.chunk_id}
        for one in citations
        if one.n in used
    ]


def _sources(line: Line, citations: Sequence[Citation], *, ground: Ground) -> list[Mapping[str, Any]]:
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
    lines = parts.lines
    harmless = [line.text for line in lines if line.kind != "mirror" or read_claims(spelled(line.text)) == NO_CLAIMS]
    return (turn.company, *(part for one in citations for part in (one.passage.title, one.passage.text)), *harmless)
