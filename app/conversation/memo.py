"""The draft memo for a prospect's own approval process (稟議), marked as written by an AI. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from app.conversation.acts import Act
from app.conversation.variants import Voice


def memo(act: Act, voice: Voice, *, numbers: Mapping[str, int]) -> str:
    """Return the memo: their problem, a cited effect, the steps, the papers; what is not known is left to fill in.

    There is no price in it. `numbers` are those of the documents cited.
    """
    data = act.data
    case = [numbers[one.document_id] for one in act.passages if one.case is not None]
    papers = [numbers[one.document_id] for one in act.passages]
    rows = (
        voice.say("pack.title"),
        voice.say("pack.challenge" if data.get("challenge") else "pack.challenge_untold", **data),
        voice.say(_effect(data), **data) + (_marks(case) if data.get("figure") else ""),
        voice.say("pack.steps"),
        voice.say("pack.documents" if data.get("documents") else "pack.documents_untold", **data) + _marks(papers),
        voice.say("pack.cost"),
    )
    return "\n".join(rows)


def _effect(data: Mapping[str, str]) -> str:
    if not data.get("figure"):
        return "pack.effect_untold"
    return "pack.effect" if data.get("customer") else "pack.effect_unnamed"


def _marks(numbers: list[int]) -> str:
    return "".join(f"[{n}]" for n in dict.fromkeys(numbers))
