"""What one turn taught us, before it is written: is it a no, a sign of interest, something for a person? Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.conversation.call_wish import CallWish
from app.conversation.situations import BUYS, PERSON_AT_ONCE, Situation
from app.conversation.slots import Slot
from app.routing.close import Closing
from app.understanding.facts import Lang, Understanding

CLOSES: Mapping[Situation, Closing] = {
    Situation.OPT_OUT: "opt_out",
    Situation.REFUSAL: "refusal",
    Situation.PITCH: "pitch",
    Situation.JOB: "job",
}
COMPLAINED = "complained"  # a fact of a lead whose writer never said that they use the product
NO_TIME = frozenset({"none", "past", "undecided"})
PARTS = frozenset({Situation.THANKS, Situation.LATER})


@dataclass(frozen=True, slots=True)
class Missing:
    """A question of this turn that no document answers, without the contact's own data."""

    text: str
    lang: Lang
    verdict: Literal["maybe", "unknown"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one turn taught us, before it is written. `acts` are the buying acts of the whole conversation;
    `by_a_person`: the reply says that a person will do something. `beside` are the situations that hold besides the
    pressing one, `handoff` why a person is told at once, `call` the wish to be called, held against the hours.
    """

    heard: Understanding
    situation: Situation
    changes: Mapping[str, Slot]
    acts: frozenset[str]
    by_a_person: bool = False
    missing: tuple[Missing, ...] = ()
    beside: frozenset[Situation] = frozenset()
    handoff: str | None = None
    call: CallWish | None = None

    @property
    def opts_out(self) -> bool:
        """Say whether they want to hear no more, whatever else they say."""
        return Situation.OPT_OUT in {self.situation, *self.beside}

    @property
    def closes(self) -> Closing | None:
        """Return which kind of no this is, if it is one."""
        return "opt_out" if self.opts_out else CLOSES.get(self.situation)

    @property
    def needs(self) -> bool:
        """Say whether a problem or a time is told, for the first time or again."""
        return self.heard.has_challenge or self.heard.timing.kind not in NO_TIME

    @property
    def buys(self) -> bool:
        """Say whether it shows a buyer: a wish, a problem, a time."""
        return self.situation in BUYS or self.needs

    @property
    def of_a_customer(self) -> bool:
        """Say whether it shows that they use the product."""
        return self.heard.is_customer or "existing_customer_support" in self.heard.intents

    @property
    def interested(self) -> bool:
        """Say whether it undoes an earlier no: any sign of interest, or something that a person is to do.

        Contact data alone are none, and a time beside a good-bye is none: both stand under every second mail.
        """
        said = {self.situation, *self.beside}
        parts = self.heard.postpones or not PARTS.isdisjoint(said)
        timed = self.heard.timing.kind not in NO_TIME and not parts
        wishes = not BUYS.isdisjoint(said) or self.heard.has_challenge or Situation.QUESTION in said
        return self.closes is None and (wishes or timed or self.for_a_person is not None)

    @property
    def for_a_person(self) -> str | None:
        """Return what is left to a person, as news are called; None if nothing is."""
        if self.situation in PERSON_AT_ONCE:
            return "person_wanted"
        if self.handoff is not None:
            return "wish"
        return "promise_open" if self.by_a_person else None
