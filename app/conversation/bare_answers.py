"""Which of the problems heard are ones: a bare answer may as well be a wish, a question or a correction. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.conversation.beside_a_no import NOES, SENTENCE, says_no
from app.conversation.hearing import ANSWER
from app.conversation.situation_words import QUESTION
from app.conversation.situations import TELLS, read
from app.conversation.special_words import ASIDE
from app.conversation.spoken_of import ORDERS, SIGNS_UP
from app.conversation.turn_words import LEAVES, WISHES_A_TRIAL
from app.understanding.facts import Asked, Challenge, Lang, Understanding
from app.understanding.meeting import read_meeting
from app.understanding.questions import asks_in_form
from app.understanding.understand import understand

NO_PROBLEM = (LEAVES, WISHES_A_TRIAL, SIGNS_UP, ORDERS)


def without_asides(heard: Understanding, text: str) -> Understanding:
    """Return what was heard without problems that are only those of this talk, such as the language it is in."""
    asides = [one for one in ANSWER.findall(text) if ASIDE.search(one.strip())]
    kept = tuple(one for one in heard.challenges if not any(one.span in aside for aside in asides))
    return _with_challenges(heard, kept)


def without_other_answers(
    heard: Understanding, text: str, *, asked: Asked | None, today: date, lang: Lang
) -> Understanding:
    """Return what was heard without the problems that are none.

    What names trouble of itself counts; only where nothing does, whatever else answers our question ("three plants").
    Words that answer an earlier question by the way are taken for that only where nothing else is wanted.
    """
    alone = {one.span: understand(_sentence(one, text), today=today, lang=lang) for one in heard.challenges}
    troubles = tuple(one for one in heard.challenges if alone[one.span].challenges)
    wants = asked != "challenge" and read(heard, text, asked=asked).first not in TELLS
    if troubles or wants:
        return _with_challenges(heard, troubles)
    names = (heard.contact.name, heard.contact.company, heard.contact.role)
    asks = any(asks_in_form(one) for one in SENTENCE.findall(text))
    answers = [
        one for one in heard.challenges if one.span not in names and not (asks and one.categories == ("other",))
    ]  # "our roll turns at 100 rpm, does that work": a fact beside a question belongs to it
    kept = tuple(one for one in answers if _answers(alone[one.span], _sentence(one, text), today=today))
    return _with_challenges(heard, kept)


def _answers(alone: Understanding, sentence: str, *, today: date) -> bool:
    """Say whether a sentence that names no trouble may still be the answer: it says nothing else."""
    times = alone.timing.kind != "none" or alone.callback or read_meeting(sentence, today=today, asked=True)
    leaves_or_tries = any(one.search(sentence) for one in NO_PROBLEM)
    something_else = leaves_or_tries or alone.corrects or alone.contact.email or alone.contact.phone or times
    asks_or_refuses = QUESTION.search(sentence) or asks_in_form(sentence) or says_no(sentence, *NOES)
    return not something_else and not asks_or_refuses and read(alone, sentence, asked=None).first in TELLS


def _sentence(challenge: Challenge, text: str) -> str:
    """Return the sentence a problem stands in, with the mark that ends it."""
    for found in ANSWER.finditer(text):
        if challenge.span in found.group():
            return text[found.start() : found.end() + 1].strip()
    return text


def _with_challenges(heard: Understanding, kept: tuple[Challenge, ...]) -> Understanding:
    if len(kept) == len(heard.challenges):
        return heard
    intents = tuple(intent for intent in heard.intents if kept or intent != "give_challenge")
    return replace(heard, challenges=kept, has_challenge=bool(kept), intents=intents or ("unclear",))
