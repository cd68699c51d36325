"""Where a problem begins and ends in a message: its sentence, its clauses, what stands around it."""

import re
from collections.abc import Iterator, Sequence

from app.understanding import no_trouble_words as no
from app.understanding import span_words as around
from app.understanding import trouble_words as words
from app.understanding.normal import any_of
from app.understanding.not_an_answer_words import NOT_AN_ANSWER
from app.understanding.nouns_ja import is_noun
from app.understanding.people_words import SURNAMES

# A full stop that ends no sentence: "no. 3", "20 yr. old", "St. Mary's", "approx. two".
SHORTENED = (
    r"(?i:(?<=\bno)|(?<=\bnr)|(?<=\bnos)|(?<=\bfig)|(?<=\bpos)|(?<=\bref)|(?<=\bca))\.(?=\s?[\d#])"
    r"|(?i:(?<=\bincl)|(?<=\bapprox)|(?<=\be\.g))\."
    r"|(?i:(?<=\byear)|(?<=\byrs)|(?<=\byr))\.(?=\sold\b)"
    r"|(?i:(?<=\betc)|(?<=\bdept)|(?<=\btemp)|(?<=\bvs)|(?<=\b[ap]\.m))\.(?=\s[a-z])"
    r"|(?:(?<=\bSt)|(?<=\bMt)|(?<=\bMr)|(?<=\bMrs)|(?<=\bMs)|(?<=\bDr)|(?<=\bProf))\.(?=\s[A-Z])"
)
SENTENCE = re.compile(rf"(?:[^。!?\n①-⑳;.]|\.(?!\s|$)|{SHORTENED})+[!?.]*|[①-⑳]")
_CLAUSE = re.compile(
    r"(?<=、)(?=.)|(?<=,)(?=\s)|\s+-\s+|(?<=[a-z]), (?=but |so |and )|\b(?=but |because (?!of ))"
    r"|\b(?i:(?=(?:and|so) (?:(?:i|we)(?:'d| would) like|(?:i|we) (?:want|wonder)\b"
    r"|(?:can|could) (?:you|u)\b|please\b)))"
    r"|(?<=[たるすいくんねよ])\s(?=[ぁ-ヿ一-鿿])"
    r"|(?<=けど)(?![、,])|(?<=ので)(?![、,すし])|(?<=[るいた]んで)(?![、,すしきはも])|(?<=(?:です|ます|した)が)(?=[^、,])|(?<=じゃなくて)(?!、)"
)
_BRACKETED = re.compile(r"\([^()\n]{0,80}\)")
# Where the mail ends and its signature begins.
_SIGN_OFF = re.compile(
    r"^[ \t]*(?:(?:(?:kind|best|warm|many)(?:est)? )?(?:regards|wishes|greetings)|(?:yours )?sincerely(?: yours)?"
    r"|yours(?: truly| faithfully)?|(?:many )?thanks(?: (?:and|&) regards)?|best|all the best|cheers|br|cordially"
    r"|mit freundlichen grüßen|viele grüße|cordiali saluti|cordialement|saludos|abraços|[-=_*━─~]{2,})[ \t,.!]*$",
    re.I | re.M,
)
_NAME_BELOW = re.compile(
    r"(?:[.,!?。!?][ \t]*\n|\n[ \t]*\n)\s*[-~]?\s?(?P<name>[A-ZÀ-Þ][\w'\-]{0,14}\.?(?: [A-ZÀ-Þ][\w'\-]{0,14}\.?){0,2}"
    r"|[一-鿿々]{1,4}(?: [一-鿿々ぁ-ん]{1,4})?)[ \t]*$"
)
_NAME_BEHIND = re.compile(r"[。!?!?][ \t]*(?P<name>[一-鿿々]{1,4})\s*$")
# What is nobody's name, however it is written: "Old Machines", "Heat".
_ORDINARY = re.compile(
    r"\b(?:\w{3,}(?:tion|sion|heating)|(?:damage|leakage|breakage|wastage|shortage|outage|humidity|quality|safety"
    r"|reliability|equipment|measurement|maintenance|downtime|heat|noise|dust|wear|water|steam|rust|damp|oil|smoke|power"
    r"|energy|bearing|machine|pump|motor|fan|compressor|gearbox|cost|part|alarm|breakdown|failure|leak|stop|repair"
    r"|inspection|delay|crack|spare|seal|belt|valve|sensor|paper|staff|labou?r|temperature|pressure|wire|cable)s?|old"
    r"|broken|unplanned|manual|missing|high|too|no|bad|slow)\b",
    re.I,
)
_SIGNED = 60  # characters: a longer line is no line of a signature
_GREETS = re.compile(r"^\W*(?:hi|hello|hey|dear|good \w+|こんにち|はじめまして|初めまして|お世話|おはよう)", re.I)
_QUANTITY = re.compile(r"^\W*(?:about|roughly|around|once|twice|one|two|three|\d|maybe|every|月|年|週|日に)", re.I)
_SHORT = 60
_LISTED = re.compile(r"^[\s・\-*]*(?:\d{1,2}[.)、]\s*)?")
STOP = re.compile(r"(?<![\s。、,.!・…:ー~笑])(?:[\s。、,.!・…:ー~笑]|(?<=[ぁ-ヿ一-鿿笑])w+$|(?<=w)w$)+$")


def unsigned(text: str) -> str:
    """Return a mail without its signature, be it a first name or an initial below its last sentence."""
    text = _without_name(text)
    for mark in _SIGN_OFF.finditer(text):
        after = text[mark.end() :]
        if text[: mark.start()].strip() and all(len(line) <= _SIGNED for line in after.split("\n")):
            return text[: mark.start()]
    return text


def _without_name(text: str) -> str:
    """Cut "Mira", "J." or 「東野」 in a line of its own below a sentence; also 「了解です。佐藤」, if it is known."""
    found = _NAME_BELOW.search(text)
    if (
        found
        and not is_noun(found["name"])
        and not is_ordinary(found["name"])
        and any_of(*words.TROUBLE, *words.TROUBLE_ASKED).search(found["name"]) is None
    ):
        return text[: found.start("name")]
    found = _NAME_BEHIND.search(text)
    return text[: found.start("name")] if found and found["name"] in SURNAMES else text


def is_ordinary(words_told: str) -> bool:
    """Say whether one of the words is an ordinary one of a plant, so that together they are no name."""
    return _ORDINARY.search(words_told) is not None


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    bracketed = [found.span() for found in _BRACKETED.finditer(text, start, end)]
    for cut in _CLAUSE.finditer(text, start, end):
        if any(left < cut.start() < right for left, right in bracketed):
            continue
        if cut.start() > last:
            yield last, cut.start()
        last = cut.end()
    if last < end:
        yield last, end


def begins(text: str, found: Sequence[tuple[int, int]], at: int, *, since: int) -> int:
    """Return where a clause begins together with those before it that it points back to."""
    begin, clause = found[at][0], STOP.sub("", text[slice(*found[at])].strip())
    if not any_of(*around.POINTS_BACK).search(clause):
        return begin
    before = [text[left:right].strip() for left, right in found[:at]]
    for (left, _), told in reversed(list(zip(found, before, strict=False))):
        begin = left
        if any_of(*around.A_STATEMENT).search(told):
            return begin
    return _sentence_before(text, begin, since=since) if all(_QUANTITY.search(told) for told in before) else begin


def _sentence_before(text: str, begin: int, *, since: int) -> int:
    """Return where the short sentence before a place begins, if it may be what is spoken of there."""
    earlier = [found.span() for found in SENTENCE.finditer(text, 0, begin) if found.group().strip()]
    if not earlier:
        return begin
    start, end = earlier[-1]
    said = STOP.sub("", text[start:end].strip())
    other = any_of(*no.NO_TROUBLE, *no.REQUEST, *no.SOLVED, *NOT_AN_ANSWER).search(said) or _GREETS.search(said)
    fits = (
        start >= since
        and len(said) <= _SHORT
        and "?" not in text[start:begin]
        and "\n" not in text[start:begin].strip()
    )
    return start + len(text[start:end]) - len(text[start:end].lstrip()) if fits and not other else begin


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut list marks, lead-ins (課題は、) and polite endings (なんですよ) off a span."""
    start += len(_LISTED.match(text[start:end]).group())  # type: ignore[union-attr]
    changed = True
    while changed and start < end:
        changed = False
        piece = text[start:end]
        stop = STOP.search(piece)
        if stop and stop.start() > 0:
            end, changed = start + stop.start(), True
        elif (head := any_of(*around.LEAD_IN).match(piece)) and 0 < head.end() < len(piece):
            start, changed = start + head.end(), True
        elif (tail := any_of(*around.TAIL).search(piece)) and tail.start() > 1:
            end, changed = start + tail.start(), True
    return start, end
