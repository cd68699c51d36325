"""The present problems a prospect names, in their own words, sorted into the configured categories."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from app.understanding import no_trouble_words as no
from app.understanding import span_words as around
from app.understanding import trouble_words as words
from app.understanding.beside_the_problem import NO_ANSWER, NO_PROBLEM_OF_THEIRS, SLIP
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.classifier import TAKEN, belongs, scores
from app.understanding.facts import Challenge, ChallengeCategories, Lang
from app.understanding.identity import asks_who
from app.understanding.normal import Normal, any_of, normalise
from app.understanding.not_an_answer_words import NOT_AN_ANSWER
from app.understanding.people_words import SURNAMES
from app.understanding.problem_clauses import SENTENCE, STOP, begins, clauses, is_ordinary, trimmed, unsigned
from app.understanding.questions import asks_in_form
from app.understanding.stance import declines, has_none, turns_down
from app.understanding.support import is_support

_HELP_WITH = re.compile(
    r"\b(?:can|could|would) (?:you|u)(?: guys)? help(?: (?:us|me))? (?:with|w/) (?P<what>[^?.!,;\n]+)", re.I
)
_TITLE = re.compile(r"^(?:[A-ZÀ-Þ][\w.'&-]*,?|of|and|for|the|&)(?: (?:[A-ZÀ-Þ][\w.'&-]*,?|of|and|for|the|&)){1,7}$")
_JOINERS = re.compile(r"\s*(?:、|・|/|,\s*(?:and )?|\band\b|&|\+|と(?=[^っ思いしこ])|や(?=[^っる]))\s*")
_ANNOUNCED = re.compile(
    (
        r"(?:課題|問題|悩み|困りごと|困っていること)(?:は|としては|:)|(?:つ|点)(?:あって|あり|です)"
        r"|\b(?:things|problems|issues|challenges|pain points)\b[^:]{0,12}[:-]"
    ),
    re.I,
)
_PREDICATE = re.compile(
    r"[いたるすずく]$|ない|ます|です|\b(?:is|are|don't|can't|have|has|take\w*|get|we|i|they|lose|call|build)\b", re.I
)
# A term with a verb or a particle in it; the others are nouns (点検, "spare parts").
_EVENT = re.compile(
    r"[がをに].|[まっさされわ]$|れて|わから|しま|"
    r"\b(?:goes|go|down|breaks?|breaking|fail\w*|keeps?|can't|cannot|don't|hard to|only one|take|not|retir\w*)\b"
)
# Words may stand between the particle and the verb of a plain Japanese term: ラインが[月に2回]止ま.
_PLAIN = re.compile(r"^[\w\s'\-]+$")
_PARTICLE = re.compile(r"(?<=[ァ-ヶー一-鿿])(が)(?=[^る])")
# 「属人化でしょうか」 in answer to our question asks nothing.
_HEDGE = re.compile(
    r"(?:の?こと|あたり|とか|など)?(?<!ます)(?<!の)(?:でしょうか(?:ね)?|ですかね(?:え)?"
    r"|かなあ?)[。\s]*$"
    r"|(?:(?<=[化足止障担費代率修命守検承])|(?<=手間))です(?:ね[えぇー]*)?$|^(?:まあ?、?)?(?:いろいろ|色々)(?:と)?あり?ますが、?"
)
_NAMED_ONLY = re.compile(
    r"課題|問題(?:点)?|悩み|困りごと|困って(?:いる)?こと|\b(?:problem|issue|challenge|pain point)s?\b", re.I
)
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")
_LATIN = re.compile(r"[A-Za-z]")
# What the trained weights must say of a statement in answer to our question that no list knows; of a mere name, more.
_BARE, _BARE_WORDS = 14, 4
_HEARD, _HEARD_OF_A_THING, _HEARD_OF_A_LIST = -1.3, -0.25, 1.5
_HEARD_BESIDE_A_QUESTION = 1.25  # "is it waterproof? we hose it down": what they tell may only explain what they ask
_LISTS = re.compile(r",|、|・|\band\b|&|\d")
_A_THING = re.compile(
    r"^[^がをもにて]*[一-鿿ァ-ヶーA-Za-z0-9%人](?:間|者|こと|もの|ところ|ほう)?(?:です|でございます|だ)?$"
)
_HAPPENS = re.compile(r"[^\s、。]{1,6}[がに][^\s、。]{1,5}[るうくすつぬむぐぶ]$")  # 「湿気で錆びる」 in few letters
_HAS_A_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|gets?|got|goes|comes?|takes?|can|will|i|we|they|he|she|it|you|our|my"
    r"|everyone|somebody|someone|\w{3,}ed|\w+n't)\b|'(?:s|re|ve|m)\b",
    re.I,
)
_ASKS_BACK = re.compile(
    r"いくら|何|なに|なぜ|どう|どの|どれ|いつ|どこ|どんな|誰|でき(?:ます|る)|あり(?:ます|ますでしょう)"
)


def read_challenges(
    message: Normal, *, asked: bool, categories: ChallengeCategories = DEFAULT_CATEGORIES
) -> tuple[Challenge, ...]:
    """Return the problems in reading order; product questions, denied and solved problems are none.

    `asked`: our last question was about the challenge, so a bare noun ("コスト") counts.
    """
    if not asked and is_support(message.text):
        return ()
    text = any_of(SLIP).sub(lambda slip: " " * len(slip.group()), unsigned(message.text))
    spans = list(_spans(text, asked=asked, categories=categories))
    found = []
    for start, end in spans or ([] if asked else _sensed(text)):
        start, end = trimmed(message.text, start, end)
        span = message.verbatim(start, end)
        if span:
            found.append(Challenge(span, _categories(message.text[start:end], categories)))
    return tuple(found)


def names_trouble(text: str) -> bool:
    """Say whether words of a prospect name trouble of themselves, whatever we asked."""
    return any_of(*words.TROUBLE).search(normalise(text).text) is not None


def is_bare(text: str) -> bool:
    """Say whether a span is a mere name of a thing, without a word of trouble: "cranes", 「段ボール工場の保全」."""
    plain = normalise(text).text
    short = (
        len(plain) <= _BARE and not re.search("[がをに]", plain)
        if _JAPANESE.search(plain)
        else (len(plain.split()) <= _BARE_WORDS and not _HAS_A_VERB.search(plain))
    )
    return short and not names_trouble(text)


def _spans(text: str, *, asked: bool, categories: ChallengeCategories) -> Iterator[tuple[int, int]]:
    since = 0
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        if any_of(*no.ABOUT_US).search(sentence.group()) or (asked and asks_who(sentence.group().strip())):
            continue
        if solved := any_of(*no.SOLVED).search(sentence.group()):
            start += solved.end()
        if asked and (parts := _enumeration(text, start, end, categories)):
            yield from parts
            continue
        run = _run(text, (start, end), since=since, asked=asked, categories=categories)
        if run is None and (helped := _HELP_WITH.search(text, start, end)):
            run = helped.span("what") if names_trouble(helped["what"]) else None
        if run:
            since = run[1]
            yield run


def _run(
    text: str, sentence: tuple[int, int], *, since: int, asked: bool, categories: ChallengeCategories
) -> tuple[int, int] | None:
    """Return the clauses of a sentence that tell a problem, with what they are about; nothing before `since`."""
    declined = asked and declines(STOP.sub("", text[slice(*sentence)].strip()))
    run: tuple[int, int] | None = None
    context: int | None = None
    found = list(clauses(text, *sentence))
    for at, (left, right) in enumerate(found):
        clause, alone = text[left:right], len(found) == 1 and (left, right) == sentence
        if declined:  # "the problems are not mine to tell" names none
            clause, alone = _NAMED_ONLY.sub(" ", clause), False
        begin = left if run else begins(text, found, at, since=since)
        asked_here = asked and not declined
        known = begin < left and _is_problem(text[begin:right], asked=asked_here, categories=categories, alone=False)
        says_nothing = begin < left and any_of(around.POINTS_BACK[1]).search(STOP.sub("", clause.strip()))
        if (says_nothing and not known) or not _is_problem(
            clause, asked=asked_here, categories=categories, alone=alone
        ):
            context = left if _is_context(clause, categories) else None
            continue
        if not known:
            told = _categories(clause, categories) != ("other",)
            begin = left if told or context is None else context
        run = (run[0] if run else begin, right)
    return run


def _sensed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that the trained weights hear as a problem, told in words of which no list knows any."""
    if not belongs(text, "challenge", by_words=False):
        return
    least = _HEARD_BESIDE_A_QUESTION if asks_in_form(text) else TAKEN["challenge"]
    for start, end in (found.span() for found in SENTENCE.finditer(text)):
        sentence = text[start:end].strip()
        heard = scores(sentence)
        enough = max(least, _least(STOP.sub("", sentence)), *heard.values())
        if heard["challenge"] >= enough and not _is_none(sentence):
            yield start, end


def _is_none(sentence: str) -> bool:
    """Do the lists say that it is no problem of theirs: denied, solved, asked, wished for, supposed, about us?"""
    plain = STOP.sub("", sentence) if "?" not in sentence else sentence
    known = (
        *no.ABOUT_US,
        *no.SOLVED,
        *no.NO_TROUBLE,
        *no.REQUEST,
        *NOT_AN_ANSWER,
        *NO_PROBLEM_OF_THEIRS,
        *NO_ANSWER,
        *no.FACTS,
        *around.SUPPOSED,
        *around.PLANS,
    )
    said = any_of(*known).search(plain) is not None or asks_in_form(sentence) or _TITLE.match(plain) is not None
    return said or _is_person(plain) or declines(plain) or turns_down(plain) or has_none(plain)


def _is_problem(clause: str, *, asked: bool, categories: ChallengeCategories, alone: bool) -> bool:
    plain = STOP.sub("", clause.strip()) if "?" not in clause else clause.strip()
    if asked and not _ASKS_BACK.search(plain):
        plain = _HEDGE.sub("", plain)
    if not plain or any_of(*no.NO_TROUBLE).search(plain) or any_of(*no.REQUEST).search(plain):
        return False
    if any_of(*NOT_AN_ANSWER, *NO_PROBLEM_OF_THEIRS, *around.PLANS).search(plain):
        return False
    if declines(plain) or turns_down(plain) or has_none(plain):
        return False
    trouble = any_of(*words.TROUBLE).search(plain) is not None
    if not asked:
        return trouble or _is_event(plain, categories)
    by_hand = any_of(*words.BY_HAND).search(plain) is not None
    if not (trouble or by_hand) and (any_of(*no.FACTS).search(plain) or _is_person(plain)):
        return False
    if trouble or any_of(*words.TROUBLE_ASKED).search(plain) or _categories(plain, categories) != ("other",):
        return True
    return alone and not any_of(*NO_ANSWER).search(plain) and (_bare_noun(plain) or _told(plain))


def _is_person(plain: str) -> bool:
    """「営業部の山田です」: a family name and nothing behind it."""
    match = re.search(r"(?:の|^)(?P<name>[一-鿿々]{1,4})(?:です|と申します|でございます)?$", plain)
    return match is not None and match["name"] in SURNAMES


def _told(plain: str) -> bool:
    """A statement of some length that answers nothing else: asked for a problem, they told one in their own words."""
    if "?" in plain or any_of(*no.ANOTHER_ANSWER).search(plain):
        return False
    japanese = _JAPANESE.search(plain) is not None
    long = len(plain) >= 8 or _HAPPENS.match(plain) if japanese else len(plain.split()) >= 4
    return bool(long) and scores(plain)["challenge"] >= _least(plain)


def _least(plain: str) -> float:
    """Return what the weights must say of a statement for a problem: more where it only names things."""
    japanese = _JAPANESE.search(plain) is not None
    if not (_A_THING.search(plain) if japanese else not _HAS_A_VERB.search(plain)):
        return _HEARD
    return _HEARD_OF_A_LIST if _LISTS.search(plain) else _HEARD_OF_A_THING


def _is_context(clause: str, categories: ChallengeCategories) -> bool:
    """Does the clause before a problem tell what it is about (「ベテランが来年定年で、」)?"""
    if any_of(*no.NO_TROUBLE, *no.REQUEST, *NOT_AN_ANSWER).search(clause):
        return False
    return _categories(clause, categories) != ("other",)


def _is_event(clause: str, categories: ChallengeCategories) -> bool:
    """A term that says what happens ("line goes down", 「ラインが止ま」) in a statement about themselves."""
    if not any_of(*around.OURS).search(clause) or any_of(*around.NOT_YET).search(clause):
        return False
    return any(events.search(clause) for _, _, events in _ready(categories) if events)


def _bare_noun(plain: str) -> bool:
    """A word or two that are no sentence: the answer 「在庫差異」 or "shrinkage"."""
    if re.search(r"[一-鿿ァ-ヶ]", plain):
        return len(plain) <= 10 and not re.search(
            (
                r"[\d@]"
                r"|(?:です|ます|申し|とき|から|まで|頃|月|年|期|春|夏|秋|冬|未定|検討|様|さん|会社|名|担当|部|資料"
                r"|電話|メール|連絡|まし|なので|休み|交代|大丈夫|[はをでに]$)"
            ),
            plain,
        )
    return (
        0 < len(plain.split()) <= 3
        and plain.isascii()
        and plain.replace(" ", "").isalpha()
        and (is_ordinary(plain) or not re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}", plain))  # a name
        and not re.search(
            rf"\b(?:{no.CHAT_WORDS}|and|or|the|same|mostly)\b",
            plain,
            re.I,
        )
    )


def _enumeration(text: str, start: int, end: int, categories: ChallengeCategories) -> list[tuple[int, int]]:
    """Split 「スピードと入力の手間」 and "speed and reporting" where every part is a noun of a known category."""
    left, right = trimmed(text, start, end)
    parts: list[tuple[int, int]] = []
    last = left
    for joint in _JOINERS.finditer(text, left, right):
        parts.append((last, joint.start()))
        last = joint.end()
    parts.append((last, right))
    nouns = [(a, b) for a, b in parts if text[a:b].strip()]
    announced = bool(_ANNOUNCED.search(text[start:end]))
    limit = 20 if announced else 12
    fits = all(
        b - a <= limit and not _PREDICATE.search(text[a:b]) and _categories(text[a:b], categories) != ("other",)
        for a, b in nouns
    )
    return nouns if len(nouns) > 1 and fits and not any_of(*no.REQUEST).search(text[start:end]) else []


def _categories(span: str, categories: ChallengeCategories) -> tuple[str, ...]:
    written = _written(span)
    names = tuple(
        name
        for name, patterns, _ in _ready(categories)
        if any(pattern.search(span) for lang, pattern in patterns if lang in written)
    )
    return names or ("other",)


def _written(span: str) -> tuple[Lang, ...]:
    """Return the languages whose letters stand in the span: the terms of the other cannot."""
    japanese, latin = _JAPANESE.search(span), _LATIN.search(span)
    return ("ja", "en") if japanese and latin else ("ja",) if japanese else ("en",)


# Per category: its name, its terms by language, and the terms of both that are events.
_Ready = Sequence[tuple[str, tuple[tuple[Lang, re.Pattern[str]], ...], re.Pattern[str] | None]]
_Frozen = tuple[tuple[str, tuple[tuple[Lang, tuple[str, ...]], ...]], ...]


def _ready(categories: ChallengeCategories) -> _Ready:
    return _ready_default() if categories is DEFAULT_CATEGORIES else _compiled(_frozen(categories))


@cache
def _ready_default() -> _Ready:
    return _compiled(_frozen(DEFAULT_CATEGORIES))


def _frozen(categories: ChallengeCategories) -> _Frozen:
    return tuple(
        (name, tuple((lang, tuple(terms)) for lang, terms in by_lang.items() if terms))
        for name, by_lang in categories.items()
    )


@lru_cache(maxsize=32)
def _compiled(categories: _Frozen) -> _Ready:
    return tuple(
        (
            name,
            tuple((lang, _pattern(terms)) for lang, terms in by_lang),
            _events(term for _, terms in by_lang for term in terms),
        )
        for name, by_lang in categories
    )


def _events(terms: Iterable[str]) -> re.Pattern[str] | None:
    found = [term for term in terms if _PLAIN.match(term) and _EVENT.search(term)]
    return _pattern(found) if found else None


def _pattern(terms: Iterable[str]) -> re.Pattern[str]:
    return any_of(*(_PARTICLE.sub(r"\1[^。、]{0,12}?", term) if _PLAIN.match(term) else term for term in terms))
