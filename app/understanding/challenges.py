"""The present problems a prospect names, in their own words, sorted into the configured categories."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from app.understanding import no_trouble_words as no
from app.understanding import span_words as around
from app.understanding import trouble_words as words
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.classifier import TAKEN, belongs, scores
from app.understanding.facts import Challenge, ChallengeCategories, Lang
from app.understanding.identity import asks_who
from app.understanding.normal import Normal, any_of, sentences
from app.understanding.not_an_answer_words import NOT_AN_ANSWER
from app.understanding.people_words import SURNAMES
from app.understanding.questions import asks_in_form
from app.understanding.stance import declines, turns_down
from app.understanding.support import is_support

_SENTENCE = re.compile(r"(?:[^。!?\n①-⑳;.]|\.(?!\s|$))+[!?.]*|[①-⑳]")
_CLAUSE = re.compile(
    r"(?<=、)(?=.)|(?<=,)(?=\s)|\s+-\s+|(?<=[a-z]), (?=but |so |and )|\b(?=but |because )"
    r"|(?<=[たるすいくん])\s(?=[ぁ-ヿ一-鿿])"
    r"|(?<=けど)(?![、,])|(?<=ので)(?![、,])|(?<=(?:です|ます|した)が)(?=[^、,])|(?<=じゃなくて)(?!、)"
)
_LISTED = re.compile(r"^[\s・\-*]*(?:\d{1,2}[.)、]\s*)?")
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
    r"|かなあ?)[。\s]*$|^(?:まあ?、?)?(?:いろいろ|色々)(?:と)?あり?ますが、?"
)
_NAMED_ONLY = re.compile(
    r"課題|問題(?:点)?|悩み|困りごと|困って(?:いる)?こと|\b(?:problem|issue|challenge|pain point)s?\b", re.I
)
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")
_LATIN = re.compile(r"[A-Za-z]")
_ASKS_BACK = re.compile(
    r"いくら|何|なに|なぜ|どう|どの|どれ|いつ|どこ|どんな|誰|でき(?:ます|る)|あり(?:ます|ますでしょう)"
)
_STOP = re.compile(r"(?<![\s。、,.!・…:ー~笑])(?:[\s。、,.!・…:ー~笑]|(?<=[ぁ-ヿ一-鿿笑])w+$|(?<=w)w$)+$")


def read_challenges(
    message: Normal, *, asked: bool, categories: ChallengeCategories = DEFAULT_CATEGORIES
) -> tuple[Challenge, ...]:
    """Return the problems in reading order; product questions, denied and solved problems are none.

    `asked`: our last question was about the challenge, so a bare noun ("コスト") counts.
    """
    if not asked and is_support(message.text):
        return ()
    spans = list(_spans(message.text, asked=asked, categories=categories))
    found = []
    for start, end in spans or ([] if asked else _sensed(message.text)):
        start, end = _trimmed(message.text, start, end)
        span = message.verbatim(start, end)
        if span:
            found.append(Challenge(span, _categories(message.text[start:end], categories)))
    return tuple(found)


def _spans(text: str, *, asked: bool, categories: ChallengeCategories) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        if any_of(*no.ABOUT_US).search(sentence.group()) or (asked and asks_who(sentence.group().strip())):
            continue
        declined = asked and declines(_STOP.sub("", sentence.group().strip()))
        if solved := any_of(*no.SOLVED).search(sentence.group()):
            start += solved.end()
        if asked and (parts := _enumeration(text, start, end, categories)):
            yield from parts
            continue
        run: tuple[int, int] | None = None
        context: int | None = None
        for left, right in _clauses(text, start, end):
            clause = text[left:right]
            alone = (left, right) == (start, end)
            if declined:  # "the problems are not mine to tell" names none
                clause, alone = _NAMED_ONLY.sub(" ", clause), False
            if not _is_problem(clause, asked=asked and not declined, categories=categories, alone=alone):
                context = left if _is_context(clause, categories) else None
                continue
            told = _categories(clause, categories) != ("other",)
            begin = left if told or context is None else context
            run = (run[0] if run else begin, right)
        if run:
            yield run


def _sensed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that the trained weights hear as a problem, told in words of which no list knows any."""
    if not belongs(text, "challenge", by_words=False):
        return
    for start, end in sentences(text):
        sentence = text[start:end].strip()
        heard = scores(sentence)
        if heard["challenge"] >= max(TAKEN["challenge"], *heard.values()) and not _is_none(sentence):
            yield start, end


def _is_none(sentence: str) -> bool:
    """Do the lists say that it is no problem of theirs: denied, solved, asked, wished for, supposed, about us?"""
    plain = _STOP.sub("", sentence) if "?" not in sentence else sentence
    known = (
        *no.ABOUT_US,
        *no.SOLVED,
        *no.NO_TROUBLE,
        *no.REQUEST,
        *NOT_AN_ANSWER,
        *no.FACTS,
        *around.SUPPOSED,
        *around.PLANS,
    )
    said = any_of(*known).search(plain) is not None or asks_in_form(sentence)
    return said or _is_person(plain) or declines(plain) or turns_down(plain)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    for cut in _CLAUSE.finditer(text, start, end):
        if cut.start() > last:
            yield last, cut.start()
        last = cut.end()
    if last < end:
        yield last, end


def _is_problem(clause: str, *, asked: bool, categories: ChallengeCategories, alone: bool) -> bool:
    plain = _STOP.sub("", clause.strip()) if "?" not in clause else clause.strip()
    if asked and not _ASKS_BACK.search(plain):
        plain = _HEDGE.sub("", plain)
    if not plain or any_of(*no.NO_TROUBLE).search(plain) or any_of(*no.REQUEST).search(plain):
        return False
    if any_of(*NOT_AN_ANSWER, *around.PLANS).search(plain) or declines(plain) or turns_down(plain):
        return False
    trouble = any_of(*words.TROUBLE).search(plain) is not None
    if not asked:
        return trouble or _is_event(plain, categories)
    if not trouble and (any_of(*no.FACTS).search(plain) or _is_person(plain)):
        return False
    if trouble or any_of(*words.TROUBLE_ASKED).search(plain) or _categories(plain, categories) != ("other",):
        return True
    return alone and (_bare_noun(plain) or _told(plain))


def _is_person(plain: str) -> bool:
    """「営業部の山田です」: a family name and nothing behind it."""
    match = re.search(r"の(?P<name>[一-鿿々]{1,4})(?:です|と申します|でございます)$", plain)
    return match is not None and match["name"] in SURNAMES


def _told(plain: str) -> bool:
    """A statement of some length that answers nothing else: asked for a problem, they told one in their own words."""
    if "?" in plain or any_of(*no.ANOTHER_ANSWER).search(plain):
        return False
    return len(plain) >= 8 if _JAPANESE.search(plain) else len(plain.split()) >= 4


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
                r"|電話|メール|連絡)"
            ),
            plain,
        )
    return (
        0 < len(plain.split()) <= 3
        and plain.isascii()
        and plain.replace(" ", "").isalpha()
        and not re.search(
            rf"\b(?:{no.CHAT_WORDS})\b",
            plain,
            re.I,
        )
    )


def _enumeration(text: str, start: int, end: int, categories: ChallengeCategories) -> list[tuple[int, int]]:
    """Split 「スピードと入力の手間」 and "speed and reporting" where every part is a noun of a known category."""
    left, right = _trimmed(text, start, end)
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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut list marks, lead-ins (課題は、) and polite endings (なんですよ) off a span."""
    start += len(_LISTED.match(text[start:end]).group())  # type: ignore[union-attr]
    changed = True
    while changed and start < end:
        changed = False
        piece = text[start:end]
        stop = _STOP.search(piece)
        if stop and stop.start() > 0:
            end, changed = start + stop.start(), True
        elif (head := any_of(*around.LEAD_IN).match(piece)) and 0 < head.end() < len(piece):
            start, changed = start + head.end(), True
        elif (tail := any_of(*around.TAIL).search(piece)) and tail.start() > 1:
            end, changed = start + tail.start(), True
    return start, end


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
