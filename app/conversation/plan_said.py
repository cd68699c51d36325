"""What a row of the plan says, piece by piece: what was received, answered, cited, and taken up. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from app.conversation.acts import Act, ActKind
from app.conversation.asking import NOT_SALES
from app.conversation.guard_claims import read_claims
from app.conversation.guard_figures import spelled
from app.conversation.quoting import harmless
from app.conversation.situations import QUESTIONS, Situation
from app.conversation.slots import KNOWN
from app.conversation.turn_facts import Answered, TurnFacts
from app.retrieval.passages import Passage

PLAIN_QUESTION = re.compile(r"[?？]|か(?:。|\n|$)|教えて")
LONGEST_MIRROR = 160  # a longer quotation is not a mirror any more
LONGEST_QUESTION = 60
LONGEST_ANSWERS: Mapping[str, int] = {"ja": 330, "en": 560}  # characters for all answers of one message together
PIECE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?\n]+|\.(?:\s+|$)|$)")
TAIL = re.compile(
    r"(?:という)?(?:こと|点)?(?:です|でございます)?$|(?:ので|ん(?:です|だ)(?:けど|けれど|が)?)$|と(?:考えて|思って)(?:い|おり)ます$"
    r"|,? (?:and )?that[’']s (?:the|our|my) (?:main |biggest |real )?(?:pain|problem|issue|one|thing)$"
)  # no part of what is told
LEAD_IN = re.compile(
    r"^(?:well,? |mostly,? |so,? )*(?:(?:(?:the|our|my) )?(?:main|biggest|real) (?:headache|problem|pain|issue"
    r"|challenge) ?[:：]|(?:it[’']s|it is|this is|mostly|mainly)?(?: all)? ?about|(?:the"
    r"|our) (?:main |biggest |real )?(?:problem|issue|challenge)"
    r" is(?: that)?) +",
    re.I,
)
QUESTION_END = "?？。.!！ \n"
JOINED: Mapping[str, str] = {"ja": "」「", "en": "”, “"}
LISTED: Mapping[str, str] = {"ja": "、", "en": ", "}
SAYS_IT_ALREADY = frozenset(
    {
        Situation.SUPPORT,
        Situation.CUSTOMER,
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
LOST_CASE = frozenset({Situation.SUPPORT, Situation.CUSTOMER})  # no place for a success story

TAKEN_UP = LOST_CASE | {Situation.UNCLEAR, Situation.LANGUAGE}  # no question of these is admitted to be open

Say = Callable[[TurnFacts, Sequence[Act]], Iterable[Act]]


def say(names: Iterable[str], facts: TurnFacts) -> list[Act]:
    """Return the acts of a row, in order; a name is a piece of `PIECES` or the kind of an act without data."""
    acts: list[Act] = []
    for name in names:
        piece = PIECES.get(name)
        acts += piece(facts, acts) if piece else [Act(cast(ActKind, name))]
    return acts


def honest(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what answers; whoever wonders is told, whatever else the turn is about."""
    if facts.heard.asks_who or Situation.IDENTITY in facts.beside:
        yield Act("identity")


def received(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield a word on what the prospect told, in their own words where these may be repeated."""
    if facts.heard.callback is not None and facts.heard.callback.method == "none":
        yield Act("no_calls")
    if facts.heard.corrects and facts.learned and facts.verified:
        yield Act("corrected")
    elif challenge := _told_challenge(facts):
        yield Act("mirror", {"challenge": challenge})
    elif gave_contact(facts) and facts.channel == "chat":
        yield Act("thanks_for_contact")
    elif _needs_approval(facts):
        yield Act("approval")
    elif facts.heard.refuses or (facts.heard.declines and facts.situation is Situation.INFORMATION):
        unasked = facts.memory.last_asked is None and "refusal_kept" not in facts.memory.last_acts
        yield Act("refusal_kept" if unasked else "no_need")
    elif "timing" in facts.learned and facts.phrased.timing and facts.verified and facts.situation not in OWN_DATES:
        yield Act("timing_noted", {"window": facts.phrased.timing})
    elif facts.learned and facts.situation in (Situation.INFORMATION, Situation.UNCLEAR):
        yield Act("thanks_for_answer")


def document(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the document to hand over."""
    if facts.document is not None:
        yield Act("document", {"title": facts.document.title}, (facts.document,))


def answers(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield one act for each question: what the documents say, or that they do not say it."""
    handed_over = any(act.kind == "document" for act in acts)
    if (facts.situation is Situation.DOCUMENT and handed_over and not asks_beside_a_choice(facts)) or _only_a_case(
        facts
    ):
        return
    several = len(facts.answers) > 1
    unknown: list[str] = []
    told: list[str] = []
    for one in facts.answers:
        question = _quotable(one.question, facts) if several else ""
        act = _answer(one, facts, question=question)
        if act is not None and act.data.get("text") not in told:
            told.append(act.data.get("text", act.kind))
            yield act
        elif act is None and _admits(one, facts):
            unknown.append(question)
    if not facts.answers and facts.situation is Situation.QUESTION and PLAIN_QUESTION.search(facts.text):
        unknown.append("")  # the documents could not be asked
    if unknown:
        yield Act(_left_open(facts), {"question": JOINED[facts.lang].join(filter(None, unknown))})


def asks_beside_a_choice(facts: TurnFacts) -> bool:
    """Say whether the document was chosen in a form, and the words beside it ask something of their own."""
    asked = QUESTIONS & set(facts.heard.intents)
    return bool(asked) and ("request_document" not in facts.heard.intents or len(facts.answers) > 1)


def case(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the one success story of a conversation, where it is in place."""
    left_open = any(act.kind in ("dont_know", "not_found", "maybe") for act in acts)
    told = facts.case is not None and any(
        facts.case.document_id == one.document_id for act in acts for one in act.passages
    )
    unfit = told or facts.situation in LOST_CASE or facts.heard.declines or left_open or facts.lead_kind in NOT_SALES
    if facts.case is not None and facts.memory.case_file is None and not unfit:
        yield Act("case", {"title": facts.case.title, **_case_data(facts.case)}, (facts.case,))


def call(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is said to a wish for a call: the time they named, or the next one at which people are in."""
    wish = facts.call
    if wish is None:
        return
    if wish.window is None or not facts.phrased.call or not facts.verified:
        if "call_wanted" not in facts.memory.last_acts:
            yield Act("call_wanted")
    elif wish.inside:
        yield Act("call_noted", {"when": facts.phrased.call})
    else:
        yield Act("call_outside", {"asked": facts.phrased.call_asked, "when": facts.phrased.call})


def quote(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is said to a wish for a quote, with its details as far as they were given."""
    wish = facts.heard.quote
    if wish is None or not facts.verified:
        yield Act("quote")
        return
    data = {
        "addressee": _repeatable(wish.addressee or ""),
        "quantity": _repeatable(wish.quantity or ""),
        "wanted_by": facts.phrased.quote_by,
    }
    yield Act("quote_noted", data) if any(data.values()) else Act("quote")


def again(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is new in a wish that has just been taken up; that it has been passed on, where nothing is."""
    named = facts.call is not None and facts.call.window is not None
    news = [*(call(facts, acts) if named else ()), *(quote(facts, acts) if facts.heard.quote else ())]
    new = [act for act in news if act.kind not in ("call_wanted", "quote")]
    yield from new or [Act("reminder")]


def publicly(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is published, and that it is; where nothing is found, only that."""
    found = [*document(facts, acts), *answers(facts, acts)]
    if not found or any(act.passages for act in found):
        yield Act("student")
    yield from found


def language(_facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield that we answer in our languages only; after an answer, which a model words in theirs, for the rest."""
    yield Act("language_answered" if any(act.kind == "answer" for act in acts) else "language")


def when(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield when they will hear from a person, as far as that is known."""
    known = facts.phrased.told or (facts.opening.text if facts.opening else "")
    yield Act("when_known", {"when": known}) if known else Act("when_open")


def pack(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the draft for the prospect's own approval: their problem, a cited result, the papers to go with it."""
    passages = tuple(one for one in (facts.case, facts.document) if one is not None)
    story = _case_data(facts.case) if facts.case is not None else {}
    data = {
        "challenge": mirrored(facts) or "",
        "customer": story.get("customer", ""),
        "figure": story.get("figure", ""),
        "documents": LISTED[facts.lang].join(dict.fromkeys(passage.title for passage in passages)),
    }
    yield Act("pack", data, passages)


def filler(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield a word where nothing else is said, so that the reply is never bare."""
    if acts:
        return
    if facts.situation in (Situation.QUESTION, Situation.APPROVAL_PACK):
        yield Act(_left_open(facts), {"question": ""})
    elif facts.situation is Situation.DOCUMENT:
        yield Act("document_wanted")
    else:
        told = facts.situation is Situation.INFORMATION or facts.learned or facts.memory.last_asked
        yield Act("thanks_for_answer" if told else "unclear")


def mirrored(facts: TurnFacts) -> str | None:
    """Return the prospect's own words for their problem, if they may be repeated.

    Nobody's words go to an address that somebody else may have typed.
    """
    cell = facts.grid.get("challenge")
    if not facts.verified or cell is None or cell.status not in KNOWN:
        return None
    quote = LEAD_IN.sub("", TAIL.sub("", (cell.quote or "").rstrip("。．.!！ ")))
    return quote if len(quote) <= LONGEST_MIRROR and _repeatable(quote) else None


def gave_contact(facts: TurnFacts) -> bool:
    """Say whether this turn gave a way to reach the prospect."""
    return "contact" in facts.learned and facts.grid["contact"].status in KNOWN


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


def _answer(one: Answered, facts: TurnFacts, *, question: str) -> Act | None:
    found = one.answer
    passages = tuple(citation.passage for citation in found.citations)
    if facts.situation in LOST_CASE and any(passage.case for passage in passages):
        return None
    if found.verdict == "answer" and passages:
        several = len(facts.answers)
        text = shortened(found.text, LONGEST_ANSWERS[facts.lang] // several) if several > 1 else found.text
        return Act("answer", {"text": text, "question": question}, passages)
    half = found.verdict == "maybe" and passages
    if half and facts.situation not in SAYS_IT_ALREADY | {Situation.UNCLEAR, Situation.LANGUAGE}:
        return Act("maybe", {"title": passages[0].title, "question": question}, passages[:1])
    return None


def _admits(one: Answered, facts: TurnFacts) -> bool:
    """Say whether a question without an answer is to be admitted: not where a person takes up the turn anyway."""
    if len(facts.answers) > 1 and facts.situation not in TAKEN_UP:
        return True
    if facts.situation is not Situation.QUESTION and facts.situation is not Situation.STUDENT:
        return False
    return not facts.learned or PLAIN_QUESTION.search(one.question or facts.text) is not None


def _left_open(facts: TurnFacts) -> ActKind:
    """Return how an open question is admitted: a person gets back to who may buy, to nobody else."""
    nobody = facts.lead_kind in NOT_SALES or facts.situation is Situation.STUDENT or "messages" in facts.memory.refused
    return "not_found" if nobody else "dont_know"


def _only_a_case(facts: TurnFacts) -> bool:
    asked = {intent for intent in facts.heard.intents if intent.startswith("ask_")}
    return (
        asked == {"ask_case_study"}
        and facts.case is not None
        and facts.memory.case_file is None
        and len(facts.answers) < 2
    )


def _quotable(question: str, facts: TurnFacts) -> str:
    words = _repeatable(question.strip().rstrip(QUESTION_END))
    return words if facts.verified and len(words) <= LONGEST_QUESTION else ""


def _repeatable(words: str) -> str:
    """Return words of the prospect if we may say them: no order, link or address, nothing that looks like agreeing."""
    claims = read_claims(spelled(words))
    agrees = claims.promises or claims.codes
    return "" if "\n" in words or agrees or harmless(words, hosts=frozenset()) != words else words


def _case_data(passage: Passage) -> dict[str, str]:
    story = passage.case
    if story is None:
        return {}
    return {"customer": story.customer or "", "industry": story.industry or "", "figure": story.figure or ""}


PIECES: Mapping[str, Say] = {
    "honest": honest,
    "received": received,
    "document?": document,
    "answers": answers,
    "case?": case,
    "call?": call,
    "quote!": quote,
    "again!": again,
    "publicly!": publicly,
    "language!": language,
    "when!": when,
    "pack!": pack,
    "filler": filler,
}
