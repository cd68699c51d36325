"""The decided reply in a model's words, each sentence past the guard; when the model fails, the templates go on."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any

from app.conversation.compose import Draft, Line, join
from app.conversation.guard import Guard, GuardFacts
from app.conversation.guard_text import Sentences
from app.conversation.plan import Act, Plan
from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.store import Turn
from app.conversation.transcript import Transcript, transcript
from app.core import log
from app.core.clock import Clock
from app.core.security import Vault
from app.core.settings import LlmSettings
from app.knowledge.passages import Citation
from app.llm.client import ModelClient
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompt, Prompts

logger = log.get(__name__)
PROMPT = "reply"
OUR_WORDS_ONLY = (PERSON_AT_ONCE - {Situation.DISCOUNT}) | {
    Situation.OPT_OUT,
    Situation.INJECTION,
    Situation.JOB,
    Situation.PITCH,
    Situation.REFUSAL,
}
PROMPT_KIND = {"case": "case_study", "maybe": "answer", "waiting": "next_step"}
ASKS = ("?", "？", "か。")


class Wording:
    """Puts plans into words with the configured model."""

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

    @asynccontextmanager
    async def reply(self, turn: Turn, plan: Plan, draft: Draft) -> AsyncIterator[WordedReply]:
        """Give the reply in words of its own; where only our words will do, it says nothing."""
        if plan.situation in OUR_WORDS_ONLY:
            yield WordedReply(None, None, None, draft=draft, plan=plan)
            return
        said = transcript(turn, self._vault)
        prompt = self._prompts.render(PROMPT, _inputs(turn, plan, draft=draft, said=said))
        facts = GuardFacts(
            lang="en" if turn.conversation.lang == "en" else "ja",
            system_prompt=prompt.system,
            canary=prompt.canary,
            approved_texts=_approved(turn, draft),
            visitor_text=turn.text,
            allowed_hosts=self._hosts,
            tokens=frozenset(),
            citations=len(draft.citations),
        )
        worded = WordedReply(self._model, prompt, Guard(facts), draft=draft, plan=plan)
        worded.deadline = self._clock.monotonic() + self._settings.total_s
        worded.provenance["model"] = self._settings.model
        yield worded


class WordedReply:
    """One reply on its way. `sentences` gives what may be shown, in order; `provenance` says afterwards how it went."""

    def __init__(
        self, model: ModelClient | None, prompt: Prompt | None, guard: Guard | None, *, draft: Draft, plan: Plan
    ) -> None:
        self._model = model
        self._prompt = prompt
        self._guard = guard
        self._draft = draft
        self._plan = plan
        self._said = ""
        self._asked = False
        self.deadline = 0.0
        self.provenance: dict[str, Any] = {"model": None}

    async def sentences(self) -> AsyncGenerator[str]:
        """Yield guarded sentences, then, if the model left something out, our own; nothing if it gave nothing."""
        if self._model is None or self._prompt is None:
            return
        prompt = self._prompt
        self.provenance |= {"prompt": prompt.name, "version": prompt.version, "fingerprint": prompt.fingerprint}
        async with aclosing(self._from_model(prompt)) as written:
            async for sentence in written:
                if shown := self._pass(sentence):
                    yield shown
        if self._said and (ending := self._ending()):
            yield ending

    async def _from_model(self, prompt: Prompt) -> AsyncGenerator[str]:
        """Yield whole sentences as they come; the last one only if the model says it has finished."""
        assert self._model is not None  # noqa: S101 - narrowed by the caller
        splitter = Sentences()
        finish = None
        try:
            async with aclosing(self._model.stream(prompt, deadline=self.deadline)) as pieces:
                async for piece in pieces:
                    for sentence in splitter.feed(piece.text):
                        yield sentence
                    if piece.finish is not None:
                        finish = piece.finish
                        self._count(piece.usage)
        except ModelUnavailable as fault:
            self.provenance["fault"] = fault.reason
            logger.warning("model_unavailable", reason=fault.reason, said=len(self._said))
        if finish == "stop":
            for sentence in splitter.flush():
                yield sentence

    def _pass(self, sentence: str) -> str | None:
        assert self._guard is not None  # noqa: S101 - there is a guard wherever there is a model
        verdict = self._guard.check(sentence, said=self._said)
        if not verdict.ok:
            self.provenance.setdefault("blocked", []).append(verdict.rule)
            logger.warning("sentence_blocked", rule=verdict.rule)
            return None
        if sentence.strip().endswith(ASKS):
            if self._plan.ask is None or self._asked:
                return None
            self._asked = True
        shown = sentence if self._said else sentence.lstrip()
        self._said += shown
        return shown

    def _ending(self) -> str:
        """Return our words for what is missing: sourced facts not brought, the question not asked."""
        missing = [line for line in self._draft.lines if self._is_missing(line)]
        if not missing:
            return ""
        text = join([Line(self._said.rstrip()), *missing])
        ending = text[len(self._said.rstrip()) :]
        self.provenance["completed"] = True
        self._said = text
        return ending

    def _is_missing(self, line: Line) -> bool:
        if line.question:
            return not self._asked
        return bool(line.sources) and not any(f"[{n}]" in self._said for n in line.sources)

    def _count(self, usage: Any) -> None:
        if usage is not None:
            self.provenance["tokens"] = {"prompt": usage.prompt, "completion": usage.completion}


def _inputs(turn: Turn, plan: Plan, *, draft: Draft, said: Transcript) -> dict[str, object]:
    acts = [
        {"kind": PROMPT_KIND.get(act.kind, act.kind), "say": line.text, "sources": _sources(act, draft.citations)}
        for act, line in zip(plan.acts, draft.lines, strict=False)
    ]
    acts += [{"kind": "question", "say": line.text, "sources": []} for line in draft.lines if line.question]
    return {"lang": turn.conversation.lang, "channel": "chat", "acts": acts, "transcript": said.text}


def _sources(act: Act, citations: tuple[Citation, ...]) -> list[dict[str, object]]:
    wanted = {passage.document_id for passage in act.passages}
    return [
        {"n": one.n, "title": one.passage.title, "text": one.passage.text}
        for one in citations
        if one.passage.document_id in wanted
    ]


def _approved(turn: Turn, draft: Draft) -> tuple[str, ...]:
    passages = [part for one in draft.citations for part in (one.passage.title, one.passage.text)]
    return (turn.company, *passages, *(line.text for line in draft.lines))
