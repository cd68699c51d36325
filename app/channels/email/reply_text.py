"""What the sender wrote in this very mail: without quotes, headers of quotes and signature."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.channels.email.notice_words import NOTICE, OF_A_NOTICE, OWN_WORDS, REGISTERED
from app.channels.email.quote_words import (
    BANNER,
    BEGINS,
    CONTACT_MARK,
    DEVICE,
    HONOURED,
    INLINE_LABEL,
    LABEL,
    LABELS,
    SEPARATOR,
    SIGN_OFF,
    WROTE,
)

LONGEST_LINE = 400  # what is longer is prose: no header of a quote, no line of a signature
MOST_LINES = 3000
MOST_QUOTES = 12
MOST_SIGNATURE_LINES = 15
MOST_OPENING_LINES, MOST_NOTICE_LINES = 6, 40
SHORTEST_SENTENCE = 12  # characters: what is shorter says nothing of its own

_QUOTED = re.compile(r"\s{0,3}[>＞]")
_DELIMITER = re.compile(r"(?:--|—|- -)\s*")
_BAR = re.compile(r"\s*(?:([-_=*━─＿＝－〜~☆★◆◇■□●○・…‥ー＊+#:;^/\\|])\s*){5,}|\s*\* \* \*\s*")
_JUNK = re.compile(r"[\s\-_=*━─＿＝#~+ᐧ|]*")
_ADDRESS = re.compile(r"[\w.+'-]@[\w.-]")
_DATED = re.compile(r"\d{4}\s*[年/.-]|\d{1,2}[/.月:]\s?\d{1,2}|\d\s\w{3}|\w{3}\s\d")
_SENTENCE_END = re.compile(r"(?:[。！!?？]|[a-z]\.)\s*$")
_SENTENCES = re.compile(r"(?:[。！!]|[.:](?=\s|$))")
_PROSE = re.compile(r"(?:です|ます|ません|ました|ください|下さい)[。、！]?\s*$|。\s*$|(?:\S+\s+){4,}\S*[a-z)][.!?]\s*$")


@dataclass(frozen=True, slots=True)
class Reply:
    """The words of this mail and, beside them, the signature below ("" if none was recognised)."""

    visible: str
    signature: str


@dataclass(frozen=True, slots=True)
class _Header:
    """Lines `start` to `end` say that somebody else's text follows; `wrote`: as a sentence, before a quote."""

    start: int
    end: int
    wrote: bool


def visible_reply(text: str) -> str:
    """Return the sender's own words; the whole text if nothing else is left. Empty only for an empty mail."""
    return split_reply(text).visible


def split_reply(text: str) -> Reply:
    """Return the sender's own words and their signature."""
    lines = [line.replace("\u00a0", " ").rstrip() for line in text.replace("\r\n", "\n").split("\n")][:MOST_LINES]
    kept, below = _own_lines(lines)
    own = _without_notices(_without_banner(kept))
    body, signature = _without_signature(own)
    signature = signature or below
    visible = _joined(body)
    if not visible:
        visible, signature = _joined(own) or _joined(lines), []
    return Reply(visible, "\n".join(signature).strip())


def _own_lines(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return what is not history, and the signature that some programs put below the quote."""
    kept: list[str] = []
    at = 0
    for header in _headers(lines)[:MOST_QUOTES]:
        if header.start < at:
            continue
        before, after = kept + lines[at : header.start], lines[header.end :]
        if not _has_words(line for line in before if not _QUOTED.match(line)):
            if not _unquoted_text(after):
                return before + after, []  # a forward without a word of their own
            if not header.wrote:
                return before + lines[header.start :], []
            kept, at = [], header.end
            continue
        answer, signature = _below_quote(after) if header.wrote else ([], [])
        if not _has_words(answer):
            return _without_last_quote(before), signature
        kept, at = before, header.end
    rest = lines[at:]
    return ([*kept, *_unquoted_text(rest)] if at else _without_last_quote(lines)), []


def _below_quote(after: list[str]) -> tuple[list[str], list[str]]:
    """Return their own words between or below the quoted lines, and the signature there."""
    first = next((line for line in after if line.strip()), "")
    if not _QUOTED.match(first):
        return [], []
    body, signature = _without_signature(_unquoted_text(after))
    history = next((header.start for header in _headers(body)), None)
    return (body, signature) if history is None else (body[:history], [])


def _has_words(lines: Iterable[str]) -> bool:
    return any(not _JUNK.fullmatch(line) for line in lines)


def _unquoted_text(lines: list[str]) -> list[str]:
    kept = [line for line in lines if not _QUOTED.match(line)]
    return kept if any(line.strip() for line in kept) else []


def _without_last_quote(lines: list[str]) -> list[str]:
    """Drop quoted lines at the end; those above own words are left, they say what is answered."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or _QUOTED.match(lines[end - 1])):
        end -= 1
    return lines[:end] if end else lines


def _without_banner(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is not None and BANNER.fullmatch(lines[first][: 2 * LONGEST_LINE].strip()):
        return lines[first + 1 :]
    return lines


def _without_notices(lines: list[str]) -> list[str]:
    """Drop what a company puts under every mail: it says "delete" and "unsubscribe" to anybody but us.

    What stands above their first words, and a paragraph with a word of their own in it, is no such notice.
    """
    kept: list[str] = []
    at = 0
    while at < len(lines):
        under = bool(lines[at].strip()) and _has_words(kept)
        if under and NOTICE.match(" ".join(lines[at : at + MOST_OPENING_LINES])[:LONGEST_LINE]):
            until = min(len(lines), at + MOST_NOTICE_LINES)
            end = next((end for end in range(at, until) if not lines[end].strip()), until)
            if _is_notice(" ".join(lines[at:end])):
                at = end
                continue
        registered = under and REGISTERED.match(lines[at][:LONGEST_LINE]) and not OWN_WORDS.search(lines[at])
        kept += [] if registered else [lines[at]]
        at += 1
    return kept


def _is_notice(told: str) -> bool:
    """Say whether a paragraph that begins as a notice is one through and through."""
    said = (sentence for sentence in _SENTENCES.split(told) if len(sentence.strip()) >= SHORTEST_SENTENCE)
    return NOTICE.match(told[:LONGEST_LINE]) is not None and not (
        OWN_WORDS.search(told) or any(not OF_A_NOTICE.search(sentence) for sentence in said)
    )


def _headers(lines: list[str]) -> list[_Header]:
    """Return where quotes begin, in order."""
    found: list[_Header] = []
    for at, line in enumerate(lines):
        if not line.strip() or len(line) > LONGEST_LINE:
            continue
        header = _separator(lines, at) or _block(lines, at) or _attribution(lines, at)
        if header is not None:
            found.append(header)
    return sorted(found, key=lambda header: header.start)


def _separator(lines: list[str], at: int) -> _Header | None:
    return _Header(at, at + 1, wrote=False) if SEPARATOR.fullmatch(lines[at].strip()) else None


def _block(lines: list[str], at: int) -> _Header | None:
    """Recognise `From: … Sent: … To: … Subject: …` in any of its languages, as lines or on one line."""
    if "@" in lines[at] and len({match.lastgroup for match in INLINE_LABEL.finditer(lines[at])}) >= 3:
        return _Header(at, at + 1, wrote=False)
    first = LABEL.match(lines[at])
    if first is None:
        return None
    kinds: set[str] = set()
    values: list[str] = []
    end = at
    for number in range(at, min(at + 10, len(lines))):
        label = LABEL.match(lines[number])
        if label is None:
            if lines[number].strip() and number > end + 1:
                break
            continue
        kinds |= {kind for kind in LABELS if label[kind]}
        values.append(label["value"])
        end = number + 1
    told = "\n".join(values)
    enough = len(kinds) >= 3 and ("@" in told or "subject" in kinds)
    pair = len(kinds) == 2 and "from" in kinds and "@" in told
    return _Header(at, end, wrote=False) if enough or pair else None


def _attribution(lines: list[str], at: int) -> _Header | None:
    """Recognise a sentence such as `On …, X <x@y> wrote:` that ends on this line; it may span four."""
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    for size in range(1, 5):
        start = at - size + 1
        if start < 0 or not lines[start].strip() or len(lines[start]) > LONGEST_LINE:
            return None
        sentence = " ".join(line.strip(" >＞") if size > 1 else line.strip() for line in lines[start : at + 1])
        if _says_who_wrote(sentence, following):
            return _Header(_sentence_start(lines, start), at + 1, wrote=True)
    return None


def _says_who_wrote(sentence: str, following: str) -> bool:
    if sentence.count(">") > sentence.count("<") + 1 or (">" in sentence and "<" not in sentence[:-1]):
        return False
    ends = sentence.rstrip(" *_").endswith((":", "："))
    wrote = WROTE.search(sentence)
    if not ends and not wrote:
        return False
    dated, addressed = _DATED.search(sentence), _ADDRESS.search(sentence)
    if ends and wrote:
        return bool(dated or addressed or HONOURED.search(sentence) or _QUOTED.match(following))
    if ends:
        return bool(dated and addressed and BEGINS.match(sentence))
    announced = LABEL.match(following) or _QUOTED.match(following)
    return bool(wrote and dated and announced and BEGINS.match(sentence))


def _sentence_start(lines: list[str], start: int) -> int:
    """Take in the line above if it is the date of the same sentence (`On Tue, 24 Nov 2026 10:00:00 +0900`)."""
    above = lines[start - 1] if start else ""
    dated = above.strip() and len(above) < 120 and BEGINS.match(above.strip()) and not _SENTENCE_END.search(above)
    return start - 1 if dated and not BEGINS.match(lines[start].strip()) else start


def _without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    """Split at the first line from which on only a signature follows."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    first = max(0, end - 40)
    for at in range(first, end):
        rest = [line for line in lines[at + 1 : end] if line.strip()]
        if _signs(lines, at, rest):
            return lines[:at], lines[at:end]
    return lines[:end], []


def _signs(lines: list[str], at: int, rest: list[str]) -> bool:
    line = lines[at]
    if not line.strip():
        return False
    if _DELIMITER.fullmatch(line):
        return len(rest) <= MOST_SIGNATURE_LINES * 2
    if len(line) > LONGEST_LINE:
        return False
    if len(line) < 120 and DEVICE.fullmatch(line):
        return len(rest) <= MOST_SIGNATURE_LINES
    if _BAR.fullmatch(line):
        return len(rest) <= MOST_SIGNATURE_LINES and (not _plain(rest) or _is_card(rest) or _after_sign_off(lines, at))
    starts_paragraph = at > 0 and not lines[at - 1].strip()
    return starts_paragraph and len(rest) < MOST_SIGNATURE_LINES and _card_or_footer(lines, at, [line, *rest])


def _card_or_footer(lines: list[str], at: int, block: list[str]) -> bool:
    paragraph = lines[at : next((end for end in range(at, len(lines)) if not lines[end].strip()), len(lines))]
    if len(block) >= 2 and _marks(paragraph) and _marks(block) >= 2 and _is_card(block):
        return True
    return _after_sign_off(lines, at) and not any("?" in line or "？" in line for line in block) and len(block) <= 8


def _plain(rest: list[str]) -> list[str]:
    return [line for line in rest if len(line) > LONGEST_LINE or not _BAR.fullmatch(line)]


def _is_card(rest: list[str]) -> bool:
    """Say whether lines are a visiting card: something to reach somebody by, no sentence, no long line."""
    plain = _plain(rest)
    prose = any(len(line) > 90 or _PROSE.search(line) or SIGN_OFF.fullmatch(line) for line in plain)
    return bool(plain) and _marks(plain) >= 1 and not prose


def _marks(lines: list[str]) -> int:
    found = (match.lastgroup for line in lines if len(line) <= LONGEST_LINE for match in CONTACT_MARK.finditer(line))
    return len({kind for kind in found if kind})


def _after_sign_off(lines: list[str], at: int) -> bool:
    """Say whether `Best regards` and a name stand right above, so that what follows is a footer."""
    above = [line for line in lines[max(0, at - 6) : at] if line.strip()]
    if len(above) < 2 or lines[at].lower().startswith(("ps", "p.s")):
        return False
    return bool(SIGN_OFF.fullmatch(above[-2])) and len(above[-1].split()) <= 4 and not _SENTENCE_END.search(above[-1])


def _joined(lines: list[str]) -> str:
    """Return the lines as text, without blank lines and rules around them."""
    first, last = 0, len(lines)
    while first < last and _JUNK.fullmatch(lines[first]):
        first += 1
    while last > first and _JUNK.fullmatch(lines[last - 1]):
        last -= 1
    return "\n".join(lines[first:last]).strip("\n")
