"""What a sentence says that we did or will do: only what the plan says has been done or will be."""

from __future__ import annotations

import re

from app.conversation.guard_figures import spelled
from app.retrieval import tokens


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.ASCII)


_DONE_JA = _any(
    r"(?:お|ご)(?P<humble>[一-龥ぁ-んァ-ヶー]{1,8}?)(?:(?:を|は)?(?:し|いたし|致し|申し上げ))(?:ました|ております|てあります)",
    r"(?P<plain>[一-龥]{2,4}|[一-龥][ぁ-ん]{0,2})(?:し)?(?:て|で)(?:おき|あり|しまい)ま(?:す|した)",
)
_WILL_JA = _any(
    r"(?:お|ご)(?P<humble>[一-龥ぁ-んァ-ヶー]{1,8}?)(?:(?:を|は)?(?:し|いたし|致し|申し上げ))ます",
    r"(?P<plain>[一-龥ァ-ヶー]{1,8})(?:を)?いたします|(?P<going>伺い|参り|承り|差し上げ)ます",
)
_KNOWING = re.compile(r"承知|理解|把握|拝見|拝読|案内|紹介|説明|答え|伝え|詫び|礼|願い")
_KNOWING_EN = "understand see hear note gather read find say tell mention answer know mean confirm share"
_ADVERBS = r"(?:(?:just|already|now|also|then|gladly|happily|certainly|definitely|simply|even|personally|really) )*"
_DONE_EN = _any(
    rf"\b(?:i|we)(?:'ve| have) {_ADVERBS}(?P<verb>\w+)",
    rf"\b(?:i|we) {_ADVERBS}(?P<past>\w+ed|sent|put|made|took|set|got|gave|spoke|told|kept|held|built|found"
    r"|wrote|left|let|took)\b",
    r"\byour \w+(?: \w+)? (?:has|have) been (?P<passive>\w+)",
)
_WILL_EN = _any(
    r"\b(?:i|we|someone|a colleague|our \w+|the team)(?:'ll| will|'d be| would be|'m going to| am going to"
    r"|'re going to| are going to| can| could|'d) "
    rf"{_ADVERBS}(?:be )?(?P<verb>\w+)",
    r"\blet me (?P<let>\w+)|\b(?:i|we)(?:'m| am|'re| are) (?P<now>\w+ing)\b",
    r"\byou(?:'ll| will) (?:be |have |get |receive )?(?P<yours>\w+)",
)


def undone(sentence: str, *, plan: str, sources: str = "") -> str | None:
    """Return what `sentence` says we did but not the plan, or will do but neither the plan nor the sources."""
    plain, ours = spelled(sentence), _stems(plan)
    theirs = ours | _stems(sources)
    for pattern, known in ((_DONE_JA, ours), (_DONE_EN, ours), (_WILL_JA, theirs), (_WILL_EN, theirs)):
        for match in pattern.finditer(plain):
            verb = next(filter(None, match.groups()), "")
            if _KNOWING.search(verb) or match[0] in spelled(sources) or _is_passive(verb, plain, sources):
                continue
            stems = _stems(verb if verb.isascii() else verb + "ます")
            said = plan if known is ours else plan + sources
            if not (stems <= known | _knowing() if stems else verb in spelled(said)):
                return match[0]
    return None


def _is_passive(verb: str, sentence: str, sources: str) -> bool:
    """Say whether a source tells the same of the company itself: "was obtained" as "we obtained"."""
    if not verb.isascii() or re.search(r"\byours?\b", sentence):
        return False
    return re.search(rf"\b(?:was|were|been) {verb}\b", spelled(sources)) is not None


def _stems(text: str) -> frozenset[str]:
    return frozenset(tokens.words(text))


def _knowing() -> frozenset[str]:
    return _stems(_KNOWING_EN)
