"""One spelling for matching, with the way back to the words as they were written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_CIRCLED = re.compile(r"[①-⑳]")
_ALIKE = str.maketrans(
    {"〜": "~", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"'}
)
_BLANK = (" ", "\t", "\r")
_LINES, _MARKS = 2, 3
_VOICED = "ﾞﾟ"
# "dont", "cant", "im": chat without apostrophes.
_NO_APOSTROPHE = re.compile(
    r"\b(?:(?:do|does|did|ca|wo|is|are|was|were|have|has|had|would|could|should)n(?P<end>t)|i(?P<end2>m|ve))\b", re.I
)
# Slips of the finger in the words that carry a date, a wish or a refusal.
_SLIPS_AND_MEANT = """
teh:the hte:the yaer:year yera:year yr:year mnoth:month monht:month moth:month mth:month montsh:months mths:months
qaurter:quarter quater:quarter qtr:quarter weeek:week wek:week wks:weeks tomorow:tomorrow tommorow:tomorrow
tommorrow:tomorrow tmrw:tomorrow nxt:next nex:next begining:beginning untill:until befor:before b4:before
sumer:summer srping:spring sping:spring autum:autumn janurary:january jaunary:january januray:january
febuary:february feburary:february marhc:march apirl:april agust:august septmber:september setpember:september
ocotber:october novemeber:november decmber:december decemeber:december immediatly:immediately imediately:immediately
posible:possible decied:decide probly:probably prob:probably probs:probably unsubcribe:unsubscribe
unsuscribe:unsubscribe emial:email adress:address pls:please plz:please recieve:receive forgoten:forgotten
tho:though hafl:half earliy:early midle:middle evrything:everything
"""
_SLIPS = dict(pair.split(":") for pair in _SLIPS_AND_MEANT.split())
_SLIP = re.compile(rf"(?<![\w@.\-])(?:{'|'.join(sorted(_SLIPS, key=len, reverse=True))})(?![\w@]|\.\w)", re.I)


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` is NFKC with one kind of dash, quote and blank; `origins[i]` is where `text[i]` stood in `written`."""

    text: str
    written: str
    origins: tuple[int, ...]

    def verbatim(self, start: int, end: int) -> str:
        """Return the written words behind `text[start:end]`, without surrounding blanks."""
        if start >= end:
            return ""
        last = self.origins[end - 1]
        following = self.origins[end] if end < len(self.origins) else len(self.written)
        return self.written[self.origins[start] : max(last + 1, following)].strip()


def normalise(written: str) -> Normal:
    """Return the message in one spelling; circled numbers stay, they mark lists. Runs of blanks and marks are cut."""
    chars: list[str] = []
    origins: list[int] = []
    i = 0
    while i < len(written):
        size = 2 if i + 1 < len(written) and written[i + 1] in _VOICED else 1
        piece = written[i : i + size]
        if piece.isascii() or _CIRCLED.match(piece):
            folded = piece
        else:
            folded = unicodedata.normalize("NFKC", piece).translate(_ALIKE)
        if not _runs_on(folded, chars):
            chars.append(folded)
            origins.extend([i] * len(folded))
        i += size
    text = "".join(chars)
    for match in reversed(list(_NO_APOSTROPHE.finditer(text))):
        at = max(match.start("end"), match.start("end2"))
        text = text[:at] + "'" + text[at:]
        origins.insert(at, origins[at])
    for match in reversed(list(_SLIP.finditer(text))):
        meant, start = _SLIPS[match.group().lower()], match.start()
        text = text[:start] + meant + text[match.end() :]
        origins[start : match.end()] = [origins[start]] * len(meant)
    return Normal(text, written, tuple(origins))


def _runs_on(char: str, chars: list[str]) -> bool:
    """Is it one more of a run that says no more than its beginning: blanks, empty lines, "-----"?"""
    if char in _BLANK:
        return bool(chars) and chars[-1] in (*_BLANK, "\n")
    most = _LINES if char == "\n" else _MARKS
    return not char.isalnum() and chars[-most:] == [char] * most


@cache
def any_of(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives on first use, so that importing the vocabulary stays cheap."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


_SENTENCE_END = re.compile(r"[。!?\n!?]+|\.(?=\s|$)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence, its closing mark included."""
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        if text[start : mark.end()].strip():
            yield start, mark.end()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)
