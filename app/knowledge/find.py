"""One question becomes the best passages with a verdict, in its own language first and over the bridge otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from app.knowledge.dense import Dense, Near
from app.knowledge.lexical import Lexical
from app.knowledge.within import Only, Within
from app.retrieval import bands, fuse, measured, tokens
from app.retrieval.alike import numbers, says_the_same
from app.retrieval.bilingual import Glossary
from app.retrieval.bridge import OTHER, Bridge, across, reworded
from app.retrieval.cues import cues
from app.retrieval.everyday import notions, said
from app.retrieval.passages import Found, Kind, Lang, Passage
from app.retrieval.small_talk import to_the_point

T = TypeVar("T")

MAX_QUERY = 2_000
"""Characters of a question that are read; a longer one is cut."""

CHOSEN_PER_RESULT = 2
"""Documents looked at for each that is wanted: some say the same as another."""

SHOWN_PER_RESULT = 8
"""Passages looked at for each document wanted: long documents fill the top with several of theirs."""

LITERAL_ENOUGH = 0.55
"""Evidence from which the question's own words are enough, and everyday notions are not looked for."""

OWN_ENOUGH = 0.7
"""Evidence from which our own language is enough, and the other is not looked at."""
AHEAD, NAMED_FROM = 0.07, 0.1
"""How much more evidence puts the other language first, and how much it needs to be named at all."""
CLOSE = 0.5
"""The share of our best score from which our third passage keeps its place, if the other language scores no more."""

REWORDED_SHARE, REWORDED_EVIDENCE = 0.6, 0.5
"""What other words for the same add to the scores of the question's own."""

JUDGED, EVIDENCE_SHARE = 4, 2.0
"""How many passages are ordered anew when everyday notions are looked for, and what their evidence adds."""


class Judge(Protocol):
    """How well a text covers a question."""

    def __call__(self, query: str, weights: bands.Weights, *, text: str) -> float: ...


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; `previous` is the turn before, no `kinds` or `industry` means any."""

    text: str
    lang: Lang
    k: int
    today: date
    previous: str | None = None
    kinds: Collection[Kind] | None = None
    thresholds: bands.Thresholds = bands.DEFAULT
    without: Collection[str] = ()
    """Documents that are not looked at."""
    industry: str | None = None


def find(lexical: Lexical, question: Question, *, glossary: Glossary, dense: Near) -> Found:
    """Return at most `k` passages, one per document, best first.

    Where our own language does not say enough, passages of both are mixed by their evidence; the verdict is about the
    first one, whose language may be another than the question's.
    """
    asked = replace(
        question,
        text=shortened(question.text),
        previous=shortened(question.previous or "") or None,
    )
    found = _find(lexical, asked, glossary=glossary, dense=dense)
    passages = _distinct(found.passages, frozenset(tokens.words(asked.text)))
    return replace(found, passages=tuple(passages[: question.k]), query=question.text[:MAX_QUERY])


def shortened(text: str) -> str:
    """Return what is looked for of a message: without small talk, at most `MAX_QUERY` characters in one width."""
    return to_the_point(tokens.as_read(text[:MAX_QUERY])[:MAX_QUERY])


def _find(lexical: Lexical, question: Question, *, glossary: Glossary, dense: Near) -> Found:
    own = _find_in(lexical, question, glossary=glossary, near=dense(question.lang, question.text, _only(question)))
    other = OTHER[question.lang]
    near = dense(other, question.text, _only(question))
    if not lexical.size(other) or own.evidence >= max(OWN_ENOUGH, near.evidence):
        return own
    bridges = [bridge(lexical, text, lang=question.lang, glossary=glossary) for text in _asked(question)]
    return _merged(own, _find_across(lexical, question, bridges=bridges, near=near))


def _find_across(lexical: Lexical, question: Question, *, bridges: Sequence[Bridge], near: Dense) -> Found:
    """Look in the other language, at documents that are only there."""
    scores = fuse.bridged_scores(_within(lexical, question), bridges[0])
    for before in bridges[1:]:
        scores = fuse.with_previous(scores, fuse.bridged_scores(_within(lexical, question), before))
    scores = _with_vectors(lexical, scores, near=near)
    passages = _passages(lexical, question, scores=scores)
    twins = lexical.with_twin([passage.document_id for passage in passages], lang=question.lang, today=question.today)
    passages = [passage for passage in passages if passage.document_id not in twins]
    nearest = {_read(passage): near.evidence for passage in passages if passage.chunk_id == near.best}
    return _judged(
        question,
        passages,
        judge=lambda text: max(nearest.get(text, 0.0), *(bridge.evidence(text) for bridge in bridges)),
    )


def _merged(own: Found, other: Found) -> Found:
    """Mix both: the other language comes first where it knows more, and third where it knows something."""
    ours, theirs = own.passages, other.passages
    if not theirs or other.evidence < NAMED_FROM:
        return own
    if other.evidence >= own.evidence + AHEAD:
        mixed = (*theirs[:1], *ours[:2], *theirs[1:2], *ours[2:], *theirs[2:])
        return replace(other, passages=mixed)
    if len(ours) > 2 and theirs[0].score <= ours[0].score and ours[2].score >= CLOSE * ours[0].score:
        return replace(own, passages=(*ours[:3], *theirs[:1], *ours[3:4], *theirs[1:], *ours[4:]))
    return replace(own, passages=(*ours[:2], *theirs[:1], *ours[2:3], *theirs[1:], *ours[3:]))


def _by_vectors(found: Found, near: Dense) -> float:
    """Return the vectors' evidence where the best passage is their best one too."""
    return near.evidence if found.passages and found.passages[0].chunk_id == near.best else 0.0


def _find_in(lexical: Lexical, question: Question, *, glossary: Glossary, near: Dense) -> Found:
    scores = _scores(lexical, question, near=near)
    literal = _by_words(lexical, question, scores=scores)
    if (strength := _by_vectors(literal, near)) > literal.evidence:
        literal = replace(literal, verdict=bands.verdict(strength, question.thresholds), evidence=strength)
    kinds = measured.asked(question.text)
    limited = _by_limits(lexical, question, scores=scores, kinds=kinds) if kinds else None
    if limited is not None and _settles(limited, question) and not _settles(literal, question):
        strength = max(limited.evidence, literal.evidence)
        return replace(limited, verdict=bands.verdict(strength, question.thresholds), evidence=strength)
    if literal.evidence >= LITERAL_ENOUGH:
        return literal
    tried = [literal]
    if heard := notions(question.text, question.lang):
        helped = fuse.with_said(_within(lexical, question), scores, heard, lang=question.lang)
        tried.append(_by_notions(lexical, question, scores=helped))
    tried.append(_by_other_words(lexical, question, scores=scores, glossary=glossary))
    if limited is not None:
        tried.append(limited)
    return max(tried, key=lambda found: found.evidence)


def _by_other_words(lexical: Lexical, question: Question, *, scores: dict[int, float], glossary: Glossary) -> Found:
    """Look for whatever else the terms of the question may be called; half of the evidence is its own words' still."""
    words = reworded(question.text, question.lang, glossary=glossary, statistics=lexical)
    helped = fuse.with_previous(scores, fuse.bridged_scores(_within(lexical, question), words), share=REWORDED_SHARE)
    passages = _passages(lexical, question, scores=helped)
    judged = {_read(passage): passage for passage in passages[:JUDGED]}

    def judge(text: str) -> float:
        literal = _evidence(lexical, question, judged[text], judge=bands.evidence)
        return literal + REWORDED_EVIDENCE * (max(literal, words.evidence(text)) - literal)

    return _judged(question, passages, judge=judge)


def _by_limits(lexical: Lexical, question: Question, *, scores: dict[int, float], kinds: frozenset[str]) -> Found:
    """Look for a limit of the kind that is asked about, whatever machine of theirs it is asked for."""
    within = _within(lexical, question)
    weighed = within.weigh(question.lang, "words", terms=measured.words_for(kinds))
    told = within.scores(question.lang, "words", weighed=weighed, limit=fuse.DEPTH)
    passages = _passages(lexical, question, scores=fuse.with_previous(scores, told))
    ours = _headed(lexical, question)

    def judge(text: str) -> float:
        of_another = ours - frozenset(tokens.words(text.partition("\n")[2]))  # a title may name all of several things
        if of_another:
            return 0.0
        return measured.SETTLING if measured.settles(question.text, text) else measured.EVIDENCE

    limiting = [passage for passage in passages if kinds & measured.bounds(_read(passage))]
    settling = [passage for passage in limiting if judge(_read(passage)) == measured.SETTLING]
    return _judged(question, settling or limiting, judge=judge)


def _settles(found: Found, question: Question) -> bool:
    """Return whether the best passage tells of the figure asked about that it fits, or that it does not."""
    if not found.passages or found.evidence < question.thresholds.answer_from:
        return False
    return measured.settles(question.text, _read(found.passages[0]))


def _headed(lexical: Lexical, question: Question) -> frozenset[str]:
    """Return what of the question headings name, or is called ours: the limit of another thing is no answer."""
    things = frozenset(tokens.words(measured.without(question.text))) - tokens.light()
    things = frozenset(word for word in things if not word.isdigit() and len(word) > 1)  # 「機」「1」 name nothing
    heard = notions(question.text, question.lang)
    things -= frozenset[str]().union(*(notion.heard for notion in heard), measured.words_for(frozenset(measured.KINDS)))
    return frozenset(lexical.weigh(question.lang, "titles", terms=things).known) | measured.of_yours(question.text)


def _scores(lexical: Lexical, question: Question, *, near: Dense) -> dict[int, float]:
    within = _within(lexical, question)
    scores = fuse.lexical_scores(within, question.text, lang=question.lang)
    if question.previous:
        scores = fuse.with_previous(scores, fuse.lexical_scores(within, question.previous, lang=question.lang))
    if names := bands.rare_names(lexical, question.text, lang=question.lang):
        weighed = lexical.weigh(question.lang, "words", terms=tokens.words(question.text))
        share = sum(weighed.idf[name] for name in names) / sum(weighed.idf.values())
        named = within.scores(question.lang, "words", weighed=weighed.of(names), limit=fuse.DEPTH)
        scores = fuse.with_previous(scores, named, share=share)
    return _with_vectors(lexical, scores, near=near)


def _within(lexical: Lexical, question: Question) -> Within:
    return Within(lexical, _only(question))


def _only(question: Question) -> Only:
    return Only.of(question.today, kinds=question.kinds, industry=question.industry)


def _with_vectors(lexical: Lexical, scores: dict[int, float], *, near: Dense) -> dict[int, float]:
    if not near.weight:
        return scores
    rowids = lexical.rowids(list(near.scores))
    known = {rowids[key]: score for key, score in near.scores.items() if key in rowids}
    return fuse.with_dense(scores, known, share=near.weight)


def _by_words(lexical: Lexical, question: Question, *, scores: dict[int, float]) -> Found:
    passages = _passages(lexical, question, scores=scores)
    strength = _evidence(lexical, question, passages[0], judge=bands.evidence) if passages else 0.0
    return _found(question, passages, strength=strength)


def _by_notions(lexical: Lexical, question: Question, *, scores: dict[int, float]) -> Found:
    passages = _passages(lexical, question, scores=scores)
    judged = {_read(passage): passage for passage in passages[:JUDGED]}
    judge = bands.evidence_by_notions
    return _judged(question, passages, judge=lambda text: _evidence(lexical, question, judged[text], judge=judge))


def _judged(question: Question, passages: Sequence[Passage], *, judge: Callable[[str], float]) -> Found:
    """Let the few best passages be ordered by their evidence: words that are not the question's own bring up many."""
    few = passages[:JUDGED]
    strength = [judge(_read(passage)) for passage in few]
    top = max((one.score for one in few), default=0.0)
    order = sorted(range(len(few)), key=lambda i: -(few[i].score + EVIDENCE_SHARE * top * strength[i]))
    order = _spoken_of(order, [_read(few[i]) for i in order], question)
    judged = [replace(few[i], score=few[i].score + EVIDENCE_SHARE * top * strength[i]) for i in order]
    return _found(question, [*judged, *passages[JUDGED:]], strength=strength[order[0]] if order else 0.0)


def _found(question: Question, passages: Sequence[Passage], *, strength: float) -> Found:
    best: dict[str, Passage] = {}
    for passage in passages:
        best.setdefault(passage.document_id, passage)
    for passage in passages:
        other = best[passage.document_id]
        if passage.heading is None and _leads(passage, question, instead_of=other):
            best[passage.document_id] = replace(passage, score=other.score)
    chosen = tuple(best.values())[: CHOSEN_PER_RESULT * question.k]
    return Found(bands.verdict(strength, question.thresholds), chosen, strength, question.text, question.lang)


def _leads(passage: Passage, question: Question, *, instead_of: Passage) -> bool:
    """Return whether the first lines of a document answer better than a passage below one of its headings.

    The document is all about what is asked, its first lines speak of that and are of the kind asked for ("how long?"),
    and the heading is of something else.
    """
    heard = notions(question.text, question.lang)
    asked = frozenset(tokens.words(question.text)) | said(heard)
    if not heard or asked & frozenset(tokens.words(instead_of.heading or "")):
        return False
    if not bands.is_about(question.text, passage.title, light=tokens.light()):
        return False
    words = frozenset(tokens.words(passage.text))
    return all(notion.is_in(words) for notion in heard) and all(shows(passage.text) for shows in cues(question.text))


def _distinct(passages: Sequence[Passage], asked: frozenset[str]) -> list[Passage]:
    """Return one passage of those that say the same: of a document with a kind, then of the newest."""
    kept: list[Passage] = []
    for passage in passages:
        for n, other in enumerate(kept):
            if _same(passage, other, asked):
                kept[n] = replace(max(passage, other, key=_precedence), score=other.score)
                break
        else:
            kept.append(passage)
    return kept


def _same(one: Passage, other: Passage, asked: frozenset[str]) -> bool:
    if one.lang != other.lang or not says_the_same(one.text, other.text, asked=asked):
        return False
    return numbers(f"{one.title} {one.heading}") == numbers(f"{other.title} {other.heading}")


def _precedence(passage: Passage) -> tuple[bool, str]:
    return passage.kind != "document", passage.document_id  # ids grow with time


def _passages(lexical: Lexical, question: Question, *, scores: dict[int, float]) -> list[Passage]:
    """Return candidates best first; some documents give several."""
    if question.kinds is None and question.industry is None:
        scores = fuse.best(scores, SHOWN_PER_RESULT * question.k)
    found = lexical.passages(scores, today=question.today, kinds=question.kinds, industry=question.industry)
    wanted = [passage for passage in found if passage.document_id not in question.without]
    return _spoken_of(wanted, [_read(passage) for passage in wanted], question)


def _spoken_of(ranked: Sequence[T], texts: Sequence[str], question: Question) -> list[T]:
    """Return with the first that speaks of what limits any answer (whether it can be had abroad at all) in front."""
    heard = [notion for notion in notions(question.text, question.lang) if notion.limits]
    first = next((i for i, text in enumerate(texts) if not bands.is_silent(text, heard)), 0) if heard else 0
    return [*ranked[first : first + 1], *ranked[:first], *ranked[first + 1 :]]


def _evidence(lexical: Lexical, question: Question, top: Passage, *, judge: Judge) -> float:
    """Judge the question alone, or together with the turn it follows ("how much is that?")."""
    text = _read(top)
    strength = max(judge(q, _weights(lexical, q, lang=question.lang), text=text) for q in _asked(question))
    names_nothing = tokens.light().issuperset(tokens.words(question.text))  # "how does it work?" is no headline's words
    if not names_nothing and bands.is_about(question.text, f"{top.title}\n{top.heading or ''}"):
        return max(strength, question.thresholds.answer_from)
    return strength


def bridge(lexical: Lexical, query: str, *, lang: Lang, glossary: Glossary) -> Bridge:
    """Return a query as it is looked for in the other language of the index."""
    return lexical.once(
        ("bridge", lang, query),
        lambda: across(query, lang, glossary=glossary, vocabulary=lexical.vocabulary(OTHER[lang]), statistics=lexical),
    )


def _weights(lexical: Lexical, query: str, *, lang: Lang) -> bands.Weights:
    return lexical.once(("weights", lang, query), lambda: bands.weigh(lexical, query, lang=lang))


def _asked(question: Question) -> list[str]:
    """Return the question alone, and together with the turn it follows."""
    return [question.text, f"{question.previous} {question.text}"] if question.previous else [question.text]


def _read(passage: Passage) -> str:
    return "\n".join(part for part in (passage.title, passage.heading, passage.text) if part)
