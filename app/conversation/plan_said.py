"""What a row of the plan says, piece by piece: what was received, answered, cited, and taken up. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from app.conversation.acts import Act, ActKind
from app.conversation.asking import NO_QUALIFYING, NOT_SALES
from app.conversation.beside_a_no import SENTENCE, intents_of
from app.conversation.general_questions import asks_only_for_help
from app.conversation.meant import QUESTIONS
from app.conversation.plan_wishes import (
    Say,
    again,
    beside,
    call,
    case_data,
    document,
    gave_contact,
    offer,
    pack,
    thanks_for_contact,
    trial,
    when,
    wish,
    wishes_a_trial,
    without_a_call,
)
from app.conversation.plan_words import asks_who_made_it, mirrored, name_told, quotable
from app.conversation.situations import Situation
from app.conversation.special_words import ASIDE
from app.conversation.terms import PLAIN_QUESTION
from app.conversation.turn_facts import Answered, TurnFacts
from app.conversation.turn_words import APOLOGISES, LEAVES, NAMES_A_LANGUAGE, SAYS_SORRY, WISHES_A_TRIAL
from app.understanding.questions import questions

LONGEST_ANSWERS: Mapping[str, int] = {"ja": 330, "en": 560}  # characters for all answers of one message together
PIECE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?\n]+|\.(?:\s+|$)|$)")
JOINED: Mapping[str, str] = {"ja": "」「", "en": "”, “"}
SAYS_IT_ALREADY = frozenset(
    {
        Situation.SUPPORT,
        Situation.CUSTOMER,
        Situation.ORDER,
        Situation.DISCOUNT,
        Situation.QUOTE,
        Situation.MEETING,
        Situation.CALL,
        Situation.QUESTIONNAIRE,
        Situation.APPROVAL_PACK,
        Situation.DOCUMENT,
    }
)  # a person takes it up, or the document says more: what is only half known is left out
OWN_DATES = frozenset(
    {Situation.SUPPORT, Situation.CUSTOMER, Situation.DISCOUNT, Situation.QUOTE, Situation.QUESTIONNAIRE}
)  # a date beside these is that of a condition or a paper, and repeating it looks like agreeing
LEFT_OPEN = frozenset({"dont_know", "not_found", "not_now", "try_later", "maybe"})
LOST_CASE = frozenset({Situation.SUPPORT, Situation.CUSTOMER, Situation.SORROW})  # no place for a success story
LOOKED_UP = frozenset({Situation.QUESTION, Situation.STUDENT})  # an answer is all that these wait for
TAKEN_UP = LOST_CASE | {
    Situation.UNCLEAR,
    Situation.LANGUAGE,
}  # no question of these is admitted to be open


def say(names: Sequence[str], facts: TurnFacts) -> list[Act]:
    """Return the acts of a row, in order; a name is a piece of `PIECES` or the kind of an act without data.

    Whose software this is, is said last.
    """
    acts: list[Act] = []
    for name in names:
        piece = PIECES.get(name)
        acts += piece(facts, acts) if piece else [Act(cast(ActKind, name))]
    asked = "honest" in names and asks_who_made_it(facts.text, facts)
    return [*acts, Act("maker")] if asked else acts


def honest(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what answers; whoever wonders is told, whatever else the turn is about; an apology is taken first."""
    if apologises(facts):
        yield Act("no_harm")
    if asks_who_made_it(facts.text, facts):
        return
    if facts.heard.asks_who or Situation.IDENTITY in facts.beside:
        yield Act("identity")


def apologises(facts: TurnFacts) -> bool:
    """Say whether they are sorry for what they said to us; after an insult a plain "sorry" is that."""
    insulted = any(one.startswith(("act.abuse", "act.mail.abuse")) for one in facts.memory.said)
    sorry = APOLOGISES.search(facts.text) or (insulted and SAYS_SORRY.search(facts.text))
    return bool(sorry) and not any(one.startswith("act.no_harm") for one in facts.memory.said)


def _is_corrected(facts: TurnFacts, name: str) -> bool:
    slot = facts.grid.get(name)
    return slot is not None and slot.status == "corrected"


def received(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield a word on what the prospect told, in their own words where these may be repeated."""
    if facts.heard.callback is not None and facts.heard.callback.method == "none":
        yield Act("no_calls")
    if facts.heard.corrects and facts.verified and any(_is_corrected(facts, name) for name in facts.learned):
        yield Act("corrected")
    elif challenge := _told_challenge(facts):
        yield Act("mirror", {"challenge": challenge})
    elif gave_contact(facts) and facts.channel == "chat":
        yield thanks_for_contact(facts)
    elif _needs_approval(facts):
        yield Act("approval")
    elif facts.heard.refuses or (facts.heard.declines and facts.situation is Situation.INFORMATION):
        unasked = facts.memory.last_asked is None and "refusal_kept" not in facts.memory.last_acts
        yield Act("refusal_kept" if unasked else "no_need")
    elif "timing" in facts.learned and facts.phrased.timing and facts.verified and facts.situation not in OWN_DATES:
        yield Act("timing_noted", {"window": facts.phrased.timing})
    elif facts.learned and facts.situation in (Situation.INFORMATION, Situation.UNCLEAR):
        yield Act("thanks_for_answer")


def answers(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield one act for each question: what the documents say, or that they do not say it."""
    handed_over = any(act.kind == "document" for act in acts)
    if (LEAVES.search(facts.text) and not PLAIN_QUESTION.search(facts.text)) or _only_wishes_a_trial(facts):
        return
    if (facts.situation is Situation.DOCUMENT and handed_over and not asks_beside_a_choice(facts)) or _only_a_case(
        facts
    ):
        return
    if facts.unavailable and facts.situation in LOOKED_UP and _asks_plainly(facts, facts.text):
        yield Act(_left_open(facts), {"question": ""})
        return
    handed = {passage.document_id for act in acts if act.kind == "document" for passage in act.passages}
    looked_up = [one for one in facts.answers if not asks_who_made_it(one.question or facts.text, facts)]
    looked_up = [one for one in looked_up if not _comes_closest(one, handed)]
    several = len(looked_up) > 1
    unknown: list[str] = []
    told: list[str] = []
    for one in looked_up:
        question = quotable(one.question, facts) if several else ""
        act = answer_to(one, facts, question=question)
        if act is not None and act.data.get("text") not in told:
            told.append(act.data.get("text", act.kind))
            yield act
        elif act is None and _admits(one, facts):
            unknown.append(question)
    if not facts.answers and facts.situation is Situation.QUESTION and _asks_of_us(facts.text):
        unknown.append("")  # there are no documents to ask
    if unknown:
        yield Act(_left_open(facts), {"question": JOINED[facts.lang].join(filter(None, unknown))})


def _only_wishes_a_trial(facts: TurnFacts) -> bool:
    """Say whether a trial is all that they ask for: "could we have one?" asks nothing of the documents."""
    others = (one for one in SENTENCE.findall(facts.text) if not WISHES_A_TRIAL.search(one))
    return wishes_a_trial(facts) and len(facts.answers) < 2 and not any(PLAIN_QUESTION.search(one) for one in others)


def asks_beside_a_choice(facts: TurnFacts) -> bool:
    """Say whether the document was chosen in a form, and the words beside it ask something of their own."""
    apart = any(_is_apart(one, facts) for one in facts.answers)
    asked = QUESTIONS & set(facts.heard.intents)
    return bool(asked) and ("request_document" not in facts.heard.intents or len(facts.answers) > 1 or apart)


def _comes_closest(one: Answered, handed: set[str]) -> bool:
    """Say whether a question is half answered by a document that is handed over: to name it again says nothing."""
    found = one.answer
    return found.verdict == "maybe" and bool(found.citations) and found.citations[0].passage.document_id in handed


def _is_apart(one: Answered, facts: TurnFacts) -> bool:
    """Say whether a question asks for no document itself."""
    return bool(questions(one.question, lang=facts.lang)) and "request_document" not in intents_of(one.question)


def case(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the one success story of a conversation, where it is in place."""
    left_open = any(act.kind in LEFT_OPEN for act in acts)
    told = facts.case is not None and any(
        facts.case.document_id == one.document_id for act in acts for one in act.passages
    )
    fixing = any(act.kind in ("meeting_noted", "call_noted", "call_outside") for act in acts)  # no time for a story
    told_more = "challenge" in facts.learned
    waits = (facts.memory.state == "waiting" and not told_more) or facts.lead_kind in NO_QUALIFYING
    unfit = (
        told
        or fixing
        or _in_trouble(facts)
        or (waits and not _asks_for_a_story(facts))
        or facts.heard.declines
        or left_open
        or facts.lead_kind in NOT_SALES
    )
    if facts.case is not None and facts.memory.case_file is None and not unfit:
        asked = {"asked": "case"} if "ask_case_study" in facts.heard.intents else {}
        yield Act("case", {"title": facts.case.title, **case_data(facts.case), **asked}, (facts.case,))


def name_only(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield thanks for a name without an address, and what an address would be for."""
    name = name_told(facts)
    yield Act("name_only", {"name": name} if name else {})


def publicly(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is published, and that it is; where nothing is found, only that."""
    found = [*document(facts, acts), *answers(facts, acts)]
    if not found or any(act.passages for act in found):
        yield Act("student")
    yield from found


def language(_facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield that we answer in our languages only; after an answer, which a model words in theirs, for the rest."""
    yield Act("language_answered" if any(act.kind == "answer" for act in acts) else "language")


def hello(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what may be asked here; to who wonders about the language, in which ones."""
    yield Act("both_languages" if NAMES_A_LANGUAGE.search(facts.text) else "hello")


def filler(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield a word where nothing else is said, so that the reply is never bare."""
    if acts or asks_who_made_it(facts.text, facts):
        return
    if facts.situation is Situation.QUESTION and asks_only_for_help(facts.text):
        yield Act("hello")
    elif facts.situation in (Situation.QUESTION, Situation.APPROVAL_PACK):
        yield Act(_left_open(facts), {"question": ""})
    elif facts.situation is Situation.DOCUMENT:
        yield Act("document_wanted")
    else:
        told = facts.situation is Situation.INFORMATION or facts.learned or facts.memory.last_asked
        yield Act("thanks_for_answer" if told else "unclear")


def shortened(text: str, longest: int) -> str:
    """Return the first whole sentences and lines of a text that fit, at least one."""
    kept = ""
    for piece in PIECE.findall(text):
        if kept and len(kept) + len(piece) > longest:
            break
        kept += piece
    return kept.rstrip() or text


def _told_challenge(facts: TurnFacts) -> str | None:
    """Return the problem to mirror, if this turn told one; a support case is not a sales challenge."""
    unfit = facts.situation in (Situation.SUPPORT, Situation.DISCOUNT, Situation.APPROVAL_PACK)
    return mirrored(facts) if "challenge" in facts.learned and not unfit else None


def _needs_approval(facts: TurnFacts) -> bool:
    told = "authority" in facts.learned and facts.grid["authority"].value in ("ringi", "superior")
    return told and facts.situation is not Situation.APPROVAL_PACK


def answer_to(one: Answered, facts: TurnFacts, *, question: str) -> Act | None:
    """Return what the documents say to one question, or where it may stand; None where that has no place here."""
    found = one.answer
    passages = tuple(citation.passage for citation in found.citations)
    told_only = facts.situation is Situation.UNCLEAR and not PLAIN_QUESTION.search(one.question or facts.text)
    if (told_only or _in_trouble(facts)) and any(passage.case for passage in passages):
        return None  # somebody else's story answers no question that nobody asked
    if found.verdict == "answer" and passages:
        several = len(facts.answers)
        text = shortened(found.text, LONGEST_ANSWERS[facts.lang] // several) if several > 1 else found.text
        return Act("answer", {"text": text, "question": question}, passages)
    half = found.verdict == "maybe" and passages
    apart = facts.situation is Situation.DOCUMENT and _is_apart(one, facts)
    if half and (apart or facts.situation not in SAYS_IT_ALREADY | {Situation.UNCLEAR, Situation.LANGUAGE}):
        return Act("maybe", {"title": passages[0].title, "question": question}, passages[:1])
    return None


def _in_trouble(facts: TurnFacts) -> bool:
    """Say whether somebody else's success is out of place: they have trouble with what they bought."""
    return facts.situation in LOST_CASE or (facts.memory.in_trouble and not _asks_for_a_story(facts))


def _asks_for_a_story(facts: TurnFacts) -> bool:
    return "ask_case_study" in facts.heard.intents


def _admits(one: Answered, facts: TurnFacts) -> bool:
    """Say whether a question without an answer is to be admitted: not where a person takes up the turn anyway."""
    if len(facts.answers) > 1 and facts.situation not in TAKEN_UP:
        return True
    if facts.situation is Situation.DOCUMENT:
        return _is_apart(one, facts)
    if facts.situation is not Situation.QUESTION and facts.situation is not Situation.STUDENT:
        return False
    return _asks_plainly(facts, one.question or facts.text)


def _asks_of_us(text: str) -> bool:
    """Say whether a sentence asks anything but whether we can help, which language to go on in, and the like."""
    asked = (one.strip() for one in SENTENCE.findall(text) if PLAIN_QUESTION.search(one))
    return any(not ASIDE.search(one) and not asks_only_for_help(one) for one in asked)


def _asks_plainly(facts: TurnFacts, question: str) -> bool:
    return not facts.learned or PLAIN_QUESTION.search(question) is not None


def _left_open(facts: TurnFacts) -> ActKind:
    """Return how an open question is admitted: a person gets back to who may buy, to nobody else.

    That the documents do not say it is said only where they could be read.
    """
    nobody = facts.lead_kind in NOT_SALES or facts.situation is Situation.STUDENT or "messages" in facts.memory.refused
    if facts.unavailable:
        return "try_later" if nobody else "not_now"
    return "not_found" if nobody else "dont_know"


def _only_a_case(facts: TurnFacts) -> bool:
    asked = {intent for intent in facts.heard.intents if intent.startswith("ask_")}
    return (
        asked == {"ask_case_study"}
        and facts.case is not None
        and facts.memory.case_file is None
        and len(facts.answers) < 2
    )


PIECES: Mapping[str, Say] = {
    "honest": honest,
    "received": received,
    "document?": document,
    "answers": answers,
    "case?": case,
    "call?": call,
    "wish!": wish,
    "beside?": beside,
    "again!": again,
    "without_a_call!": without_a_call,
    "thanks_for_contact!": lambda facts, _acts: [thanks_for_contact(facts)],
    "name_only!": name_only,
    "offer?": offer,
    "hello!": hello,
    "publicly!": publicly,
    "language!": language,
    "when!": when,
    "trial!": trial,
    "pack!": pack,
    "filler": filler,
}
