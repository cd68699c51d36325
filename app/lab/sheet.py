"""The score sheet of one conversation: every measure as right of so many, every fault with what was wanted. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal

from app.lab import forbidden, reading, slots
from app.lab.drive import Exchange, Run
from app.lab.forbidden import House
from app.lab.persona import Channel, Persona

Measure = Literal["slots", "reasks", "band", "handoff", "booking", "sources", "replies", "forbidden"]
MEASURES: tuple[Measure, ...] = ("slots", "reasks", "band", "handoff", "booking", "sources", "replies", "forbidden")
CUT = 120  # characters of what was wanted or got that a fault repeats


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, in the reply numbered `turn` (from 1) or, without one, in the whole conversation."""

    measure: Measure
    rule: str
    turn: int | None = None
    wanted: str = ""
    got: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One exchange as the sheet shows it."""

    prospect: str
    assistant: str
    channel: Channel
    at: str | None
    asked: tuple[str, ...]
    acts: tuple[str, ...]
    ms: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one conversation went. `checked`: how many things each measure looked at; it had so many `faults`."""

    id: str
    kind: str
    about: dict[str, str]
    lang: str
    channel: str
    band: str
    turns: int
    questions: int
    median_ms: int
    slowest_ms: int
    checked: dict[Measure, int]
    faults: tuple[Fault, ...]
    said: tuple[Said, ...]

    @property
    def passed(self) -> bool:
        return not self.faults

    def wrong(self, measure: Measure) -> int:
        """Return how many of the things a measure looked at are wrong; a reply counts once."""
        return len({fault.turn or (fault.rule, fault.wanted) for fault in self.faults if fault.measure == measure})


def score(run: Run, house: House) -> Sheet:
    """Return the sheet of a conversation with this company."""
    persona, exchanges = run.persona, run.exchanges
    times = [round(one.seconds * 1000) for one in exchanges]
    return Sheet(
        id=persona.id,
        kind=persona.kind,
        about={str(lang): line for lang, line in persona.about.items()},
        lang=persona.lang,
        channel=persona.channel,
        band=str(run.last.get("band")),
        turns=len(exchanges),
        questions=sum(len(one.asked) for one in exchanges),
        median_ms=round(median(times)),
        slowest_ms=max(times),
        checked=_checked(persona, len(exchanges)),
        faults=(*_at_the_end(run), *_in_replies(run, house)),
        said=_said(run),
    )


def _checked(persona: Persona, turns: int) -> dict[Measure, int]:
    """Return how many things each measure looks at; re-asks, replies and forbidden acts are looked for everywhere."""
    expect = persona.expect
    return {
        "slots": len(slots.looked_at(expect.slots)),
        "reasks": turns,
        "band": 1,
        "handoff": int(expect.handoff is not None),
        "booking": int(expect.booking is not None),
        "sources": len(expect.cited),
        "replies": turns,
        "forbidden": turns,
    }


def _at_the_end(run: Run) -> Iterator[Fault]:
    expect, last = run.persona.expect, run.last
    today = run.persona.now.date()
    found: dict[str, Any] = last.get("slots") or {}
    for slot in slots.looked_at(expect.slots):
        if not slots.is_right(slot, expect.slots, found.get(slot), today=today):
            yield Fault("slots", slot, None, _shown(getattr(expect.slots, slot)), _shown(found.get(slot)))
    if last.get("band") not in expect.band:
        yield Fault("band", "band", None, ", ".join(expect.band), str(last.get("band")))
    for measure, wanted, key in (
        ("handoff", expect.handoff, "handoff"),
        ("booking", expect.booking, "booking_offered"),
    ):
        got = any(one.answer.get(key) for one in run.exchanges)
        if wanted is not None and wanted != got:
            yield Fault("handoff" if measure == "handoff" else "booking", measure, None, _yes(wanted), _yes(got))
    cited = [str(file).rpartition("/")[2] for one in run.exchanges for file in one.answer.get("cited") or ()]
    for wanted_file in expect.cited:
        if not any(file.strip() in cited for file in wanted_file.split("|")):
            yield Fault("sources", "source", None, wanted_file, ", ".join(dict.fromkeys(cited)))


def _in_replies(run: Run, house: House) -> Iterator[Fault]:
    told: list[str] = []
    asked_before, channel = 0, run.persona.channel
    for number, one in enumerate(run.exchanges, start=1):
        told.append(one.turn.say)
        channel = one.turn.channel or channel
        for topic in one.reasked:
            yield Fault("reasks", "reask", number, "", topic)
        yield from (Fault("replies", *found) for found in _wanted(run.persona, one, number))
        broken = [
            *forbidden.in_words(one.reply, house, told=told, own_host=_own_host(run.persona)),
            *forbidden.in_manner(one.reply, channel, asked=len(one.asked), asked_before=asked_before),
            *_of_persona(run.persona, one),
        ]
        yield from (Fault("forbidden", rule, number, "", _cut(words)) for rule, words in broken)
        asked_before += len(one.asked)
    yield from _repeated(run)


def _wanted(persona: Persona, one: Exchange, number: int) -> Iterator[tuple[str, int, str, str]]:
    """Yield (rule, number, wanted, got) of everything the reply should have been like and is not."""
    wanted, each, reply = one.turn.reply, persona.expect.each, one.reply
    if "error" in one.answer:
        yield "refused", number, "", str(one.answer["error"])
        return
    if wanted.silent or not reply.strip():
        if wanted.silent != (not reply.strip()):
            yield ("spoke" if wanted.silent else "silent"), number, "", _cut(reply)
        return
    for pattern in (*each.says, *wanted.says):
        if not reading.holds(reply, pattern):
            yield "says", number, pattern, _cut(reply)
    for pattern in (*each.never, *wanted.never):
        if reading.holds(reply, pattern):
            yield "never", number, pattern, _cut(reply)
    if wanted.asks is not None and set(wanted.asks) != set(one.asked):
        yield "asks", number, ", ".join(wanted.asks) or "-", ", ".join(one.asked) or "-"
    if not reading.speaks(reply, wanted.lang or persona.lang):
        yield "lang", number, wanted.lang or persona.lang, _cut(reply)


def _of_persona(persona: Persona, one: Exchange) -> Iterator[tuple[str, str]]:
    expect = persona.expect
    for pattern in expect.never:
        if reading.holds(one.reply, pattern):
            yield "shown", pattern
    for topic in set(expect.never_asks) & set(one.asked):
        yield "asked", topic
    for act in set(expect.never_acts) & set(one.answer.get("acts") or ()):
        yield "did", act


def _repeated(run: Run) -> Iterator[Fault]:
    """Yield sentences that came twice in the chat, beyond what the persona allows; a mail has its frame each time."""
    chat: list[tuple[int, str]] = []
    channel = run.persona.channel
    for number, one in enumerate(run.exchanges, start=1):
        channel = one.turn.channel or channel
        if channel == "widget":
            chat.append((number, one.reply))
    again = reading.repeated(reply for _, reply in chat)
    for place, sentence in again[run.persona.expect.repeats :]:
        yield Fault("replies", "repeated", chat[place - 1][0], "", _cut(sentence))


def _said(run: Run) -> tuple[Said, ...]:
    channel = run.persona.channel
    lines = []
    for number, one in enumerate(run.exchanges):
        channel = one.turn.channel or channel
        at = one.turn.at or (run.persona.now if number == 0 else None)
        when = at.strftime("%Y-%m-%d %H:%M") if at else None
        acts = tuple(one.answer.get("acts") or ())
        lines.append(Said(one.turn.say, one.reply, channel, when, one.asked, acts, round(one.seconds * 1000)))
    return tuple(lines)


def _own_host(persona: Persona) -> str | None:
    email = persona.expect.slots.email
    return email.rpartition("@")[2].casefold() if email else None


def _shown(value: Any) -> str:
    if hasattr(value, "model_dump"):
        value = value.model_dump(mode="json")
    if isinstance(value, dict):
        days = "–".join(str(value.get(name) or "") for name in ("earliest", "latest"))
        return days if value.get("kind") == "range" else str(value.get("kind"))
    if isinstance(value, list | tuple):
        return " / ".join(str(one) for one in value) or "-"
    return "-" if value in (None, "") else _cut(str(value))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= CUT else flat[:CUT] + "…"
