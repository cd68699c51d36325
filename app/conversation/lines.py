"""The lines of a reply, joined to one text and kept to a length. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.conversation.guard_text import Sentences

JAPANESE_END = re.compile(r"[。！？」](?:\[\d{1,2}\])*$")
ENDED = re.compile(r"[。！？.!?]$")
INTRODUCES = re.compile(
    r"[:：]\s*$|(?:まとめました|ご紹介します|ご案内します|ご説明します|次のとおりです|以下のとおりです)。\s*$"
    r"|\b(?:as follows|(?:listed|described|collected|summarized|answered) (?:here|below))\.\s*$"
)  # a sentence that announces what follows is nothing without it


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, with the sources of its facts; `kind` is that of its act, or "question".

    `quoted` is the part of the text that a document says.
    """

    text: str
    sources: tuple[int, ...] = ()
    paragraph: bool = False
    kind: str = ""
    quoted: str = ""


def join(lines: Sequence[Line]) -> str:
    """Return the lines as one text: sentences run on, paragraphs are apart, source numbers follow their facts."""
    text = ""
    for line in lines:
        gap = "\n\n" if text and line.paragraph else space(text)
        text += gap + line.text + "".join(f"[{n}]" for n in line.sources)
    return text


def space(before: str) -> str:
    """Return what stands between `before` and the next sentence: nothing after a Japanese one."""
    return "" if not before or JAPANESE_END.search(before) else " "


def fit(
    lines: Sequence[Line], *, longest: int, more: Callable[[Line], str], instead: Callable[[Line], str]
) -> tuple[Line, ...]:
    """Return the lines with what documents say cut at ends of sentences, so that all have at most `longest` characters.

    Of each a first sentence stays that is no longer than its share, half of `longest` for all of them. `more` says
    where the rest of a line stands, `instead` where all of it does, if not even that fits. What no document says is
    never cut.
    """
    fitted = list(lines)
    quoting = sorted((at for at, line in enumerate(lines) if line.quoted), key=lambda at: -len(lines[at].quoted))
    for at in quoting:
        over = len(join(fitted)) - longest
        if over <= 0:
            break
        line, pointer, share = lines[at], more(lines[at]), longest // (2 * len(quoting))
        kept = shortened(line.quoted, len(line.quoted) - over - len(pointer) - 1, least=share)
        fitted[at] = _cut(line, kept, pointer) if kept else replace(line, text=instead(line), quoted="")
    return tuple(fitted)


def shortened(text: str, longest: int, *, least: int = 0) -> str:
    """Return the first whole sentences of a text that have at most `longest` characters.

    The first sentence alone may have `least`; "" if it is longer than both.
    """
    splitter, kept = Sentences(), [""]
    for sentence in (*splitter.feed(text), *splitter.flush()):
        if len("".join((*kept, sentence)).rstrip()) > (longest if any(kept) else max(longest, least)):
            break
        kept.append(sentence)
    while INTRODUCES.search(kept[-1]):
        kept.pop()
    return "".join(kept).rstrip()


def _cut(line: Line, kept: str, pointer: str) -> Line:
    text = line.text.replace(line.quoted, kept, 1)
    gap = space(text) if ENDED.search(text) else "\n"  # what ends without a full stop is the row of a list
    return replace(line, text=text + gap + pointer if pointer else text, quoted=kept)
