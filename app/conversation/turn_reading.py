"""What the rules read in a turn, and all that its decision may look at. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.conversation import call_wish
from app.conversation.arranging import about_the_channel, their_today, with_times
from app.conversation.bare_answers import without_asides, without_other_answers
from app.conversation.corrections import with_team_size_put_right, with_what_was_meant
from app.conversation.emergency import in_danger
from app.conversation.farewell_words import MISTAKEN
from app.conversation.hearing import (
    ANSWER,
    hear,
    told_as_well,
    without_a_purchase,
    without_a_shorter_name,
    without_guesses,
)
from app.conversation.lesson import COMPLAINED
from app.conversation.memory import Memory
from app.conversation.paper_due import answer_by
from app.conversation.phrasing import phrased, window_in_words
from app.conversation.recall import Recalled, asked_beside
from app.conversation.situations import (
    NO_PROSPECT,
    TELLS,
    Reading,
    Situation,
    declines,
    read,
    reading_of,
    reading_with_choices,
)
from app.conversation.slots import KNOWN, Slot, day, learn
from app.conversation.special_words import MOVES, NO_ADDRESS, WONT_TELL
from app.conversation.spoken_of import meant_after, without_a_question
from app.conversation.store import Turn
from app.conversation.turn_facts import Opening, TurnFacts
from app.conversation.wishes import more_of_a_quote
from app.core.templating import Texts
from app.routing.waiting import contact_window
from app.understanding.facts import Asked, ChallengeCategories, ContactData, Lang, Timing, Understanding
from app.understanding.punctuation import punctuated
from app.understanding.stance import postpones

WAITING: tuple[Asked, ...] = ("timing", "challenge")  # what a mail asks for at once
# What is told next belongs to these.
GRIEVANCES = frozenset({"cancellation", "complaint", "crisis", "support", "sympathy", "threat"})
GRAVE = re.compile(r"\.(?:crisis|threat)(?:\.|$)")  # in what was said: these stay to the end
LAST_SAID = 2  # messages that a few words may refer to
AGAIN_AFTER = timedelta(hours=24)  # then the prospect is told again that software answers


@dataclass(frozen=True, slots=True)
class Read:
    """A turn as the rules read it: what was heard, what it is about, and the grid with what it changed. `told` is all
    that was heard of a person, also what is not kept.
    """

    heard: Understanding
    reading: Reading
    grid: Mapping[str, Slot]
    changes: Mapping[str, Slot]
    spoken: str | None = None
    told: ContactData = field(default_factory=ContactData)


def hear_turn(
    turn: Turn,
    *,
    lang: Lang,
    asked: Asked | None,
    now: datetime,
    texts: Texts,
    categories: ChallengeCategories,
) -> Understanding:
    """Understand a turn; a polite no to what we asked, and our own button for it, decline that.

    "As soon as possible" about the purchase says nothing about this conversation. A time alone, where we spoke of a
    call, is one to call.
    """
    text = punctuated(turn.text)
    waiting = tuple(slot for slot in WAITING if slot in turn.memory.asked and slot not in known(turn))
    today = now.astimezone(turn.zone).date()
    heard = hear(text, today=today, asked=asked, waiting=waiting, lang=lang, categories=categories)
    if (theirs := their_today(heard, now=now, today=today)) != today:
        today = theirs
        heard = hear(text, today=today, asked=asked, waiting=waiting, lang=lang, categories=categories)
    earlier, call = tuple(_earlier(turn)), turn.lead.facts.get("call") or {}
    on, at = _call_on(turn), (call.get("from"), call.get("until"))
    heard = with_times(heard, text, turn.memory, asked=asked, today=today, earlier=earlier, call_on=on, call_at=at)
    heard = without_asides(about_the_channel(heard, text), text)
    if asked == "challenge" or "challenge" in waiting:
        heard = without_other_answers(heard, text, asked=asked, today=today, lang=lang)
    heard = replace(heard, quote=heard.quote or more_of_a_quote(turn.lead.facts, text))
    beside = asked_beside(text, heard.intents, asked=asked, before=[said for said, _day in earlier])
    heard = replace(heard, intents=(*heard.intents, *beside))
    button = {texts(each, "quick.contact.decline") for each in ("ja", "en")}
    if text.strip() in button:
        return replace(heard, intents=(), declines=True)
    if NO_ADDRESS.search(text) and not heard.contact.email and not heard.contact.phone:
        return replace(heard, intents=(), refuses=("contact",))
    if asked is not None and WONT_TELL.match(text) and not heard.challenges and not heard.contact.email:
        return replace(heard, intents=(), declines=True)
    if _moves_the_address(turn, heard):
        heard = replace(heard, corrects=True)
    heard = with_what_was_meant(heard, text, grid=turn.grid)
    heard = with_team_size_put_right(heard, text, grid=turn.grid, earlier=earlier)
    hurry = heard.hurry and not (asked == "timing" and heard.timing.kind == "asap")
    return replace(heard, hurry=hurry, declines=heard.declines or (asked is not None and declines(text)))


def read_turn(turn: Turn, heard: Understanding, *, asked: Asked | None, spoken: str | None = None) -> Read:
    """Return what a turn says and changes; of whoever does not speak of a purchase, only who they are is kept."""
    told = heard.contact
    if asked in WAITING:
        heard = without_guesses(heard, known=known(turn))
    if asked != "contact":
        heard = without_a_shorter_name(heard, known=known(turn))
    reading = reading_with_choices(read(heard, turn.text, asked=asked), turn.wants)
    reading = reading_of(turn.lead.kind, reading, interested=_interested(turn, heard))
    if reading.first is Situation.REFUSAL and MISTAKEN.match(turn.text) and _has_begun(turn):
        heard, reading = replace(heard, corrects=True), Reading(Situation.UNCLEAR)  # a slip, which ends no talk
    if follows := meant_after(turn.text, reading.first, memory=turn.memory, grid=turn.grid, before=said_before(turn)):
        heard = without_a_question(heard, turn.text)
        reading = Reading(follows, reading.beside - {Situation.IDENTITY})
    grievances = GRIEVANCES - ({"complaint"} if COMPLAINED in turn.lead.facts else set())
    grieved = grievances & set(turn.memory.last_acts) or any(GRAVE.search(one) for one in turn.memory.said)
    follows_a_grievance = reading.first in TELLS and bool(grieved)
    dangerous = reading.first is Situation.EMERGENCY and in_danger(turn.text)
    if reading.first in NO_PROSPECT or follows_a_grievance or dangerous:
        heard = without_a_purchase(heard)
    elif heard.timing.kind == "asap" and turn.memory.in_trouble:
        heard = replace(heard, timing=Timing())  # hurry with the repair
    elif reading.holds(Situation.LATER) and postpones(_sentence_of(heard.timing.quote, turn.text)):
        heard = replace(heard, timing=Timing())  # "I will get back to you next week"
    elif reading.holds(Situation.DISCOUNT) and "timing" in known(turn) and not heard.corrects:
        heard = replace(heard, timing=Timing())  # "... and we sign today" is a condition
    changes = learn(turn.grid, heard, asked=asked)
    return Read(heard, reading, {**turn.grid, **changes}, changes, spoken, told)


def facts_of(turn: Turn, read: Read, recalled: Recalled, *, lang: Lang, now: datetime) -> TurnFacts:
    """Return all the plan may look at; what an earlier run of this turn learned counts as learned by this one."""
    heard, reading = read.heard, read.reading
    again = {name for name, source in turn.cells.items() if source in turn.message_ids}
    wished = reading.holds(Situation.CALL)
    call = call_wish.of(heard.callback, hours=turn.hours, now=now, zone=turn.zone, text=turn.text) if wished else None
    return TurnFacts(
        lang=lang,
        situation=reading.first,
        beside=reading.beside,
        heard=heard,
        grid=read.grid,
        learned=frozenset(read.changes) | again,
        memory=turn.memory,
        answers=recalled.answers,
        case=recalled.case,
        document=recalled.document,
        unavailable=recalled.unavailable,
        text=turn.text,
        channel=turn.channel,
        verified=turn.verified,
        opening=opening(turn, lang=lang, now=now),
        call=call,
        answer_by=_answer_by(turn, reading, recalled, now=now),
        notice_due=notice_due(turn.memory, now=now),
        lead_kind=turn.lead.kind,
        spoken=read.spoken,
        before=said_before(turn),
        phrased=phrased(heard, call, turn.memory, lang=lang, zone=turn.zone, now=now),
        now=now,
    )


def _answer_by(turn: Turn, reading: Reading, recalled: Recalled, *, now: datetime) -> datetime | None:
    if not reading.holds(Situation.QUESTIONNAIRE):
        return None
    return answer_by((one.answer.text for one in recalled.answers), hours=turn.hours, now=now)


def opening(turn: Turn, *, lang: Lang, now: datetime) -> Opening | None:
    """Return when people are back, if the team is closed now and the calendar says when."""
    times = None if turn.hours.contains(now) else contact_window(turn.hours, now, within=turn.contact_within)
    if times is None:
        return None
    zone = ZoneInfo(turn.hours.timezone)
    return Opening(*times, window_in_words(times, zone=zone, lang=lang, now=now))


def _earlier(turn: Turn) -> Iterator[tuple[str, date]]:
    """Yield what they wrote before this turn, each with its day."""
    for one in turn.history:
        if one.direction == "inbound" and one.seq < turn.inbound[0].seq:
            yield one.text, one.at.astimezone(turn.zone).date()


def _moves_the_address(turn: Turn, heard: Understanding) -> bool:
    """Say whether another address stands for one we have: "actually make it ann@...", without a word of a mistake."""
    told = heard.contact.email or heard.contact.phone
    alone = not heard.challenges and heard.timing.kind == "none" and heard.callback is None
    moves = MOVES.search(turn.text) and not told_as_well(turn.text)
    return bool(told) and alone and "contact" in known(turn) and bool(moves)


def said_before(turn: Turn) -> str:
    """Return what was said last before this turn, by them and by us."""
    before = [one.text for one in turn.history if one.seq < turn.inbound[0].seq]
    return "\n".join(before[-LAST_SAID:])


def _call_on(turn: Turn) -> date | None:
    """Return the day of the call they wished for: the one they named, or today's of "in half an hour"; none of times
    that are as good on any day.
    """
    call = turn.lead.facts.get("call") or {}
    due = None if call.get("from") or call.get("until") else call.get("due_from")
    return day(call.get("day")) or (datetime.fromisoformat(due).astimezone(turn.zone).date() if due else None)


def known(turn: Turn) -> frozenset[str]:
    """Return what is known of the lead, by slot."""
    return frozenset(name for name, slot in turn.grid.items() if slot.status in KNOWN)


def _interested(turn: Turn, heard: Understanding) -> bool:
    """Say whether a problem or a time, told before or now, shows that they may buy."""
    told = heard.has_challenge or heard.timing.kind == "range"
    return told or bool({"challenge", "timing"} & known(turn)) or bool(turn.wants)


def _has_begun(turn: Turn) -> bool:
    """Say whether something is known or wished: what was sent by mistake then is the last message, not the talk."""
    return bool(known(turn) or turn.memory.acts or turn.memory.waiting_for_person or turn.wants)


def _sentence_of(quote: str | None, text: str) -> str:
    return next((one for one in ANSWER.findall(text) if quote and quote in one), "")


def notice_due(memory: Memory, *, now: datetime) -> bool:
    """Say whether it is time to tell again that software answers."""
    if memory.noticed_at is None:
        return memory.replies > 0  # begun before this was noted
    return now - datetime.fromisoformat(memory.noticed_at) >= AGAIN_AFTER
