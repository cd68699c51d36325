"""What a thing has to bear in a question, and the limit of the same kind in a passage: -25 °C meets "−20 to 85 °C".

The words around it need not be the same: whoever asks names their own machine, and the document names ours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.retrieval import tokens
from app.retrieval.everyday import notions

EVIDENCE = 0.45
"""How well a limit of the same kind answers whether something fits: as well as the words of a good question."""

SETTLING = 0.55
"""The same where the limit tells of the very figure: "not below 120 rpm" to whoever has 90 rpm."""

_NUMBER = r"(?<![A-Za-z\d.,])[-−–+±]?\d[\d.,]*"
_END = r"(?![a-z\d])"
_DASH = r"\s?(?:[-–—−~〜～]|to|and|から|…|\.\.\.?)\s?"
_LIMITS_BEFORE = (
    r"(?:up to|at (?:least|most)|below|above|under|over|beyond|exceeding|down to|within|rated (?:to|for)|withstands?"
    r"|(?:hotter|colder|warmer|cooler|slower|faster|lower|higher|more|less|greater|smaller) than"
    r"|max(?:imum)?\.?|min(?:imum)?\.?|最大|最小|最高|最低|上限|下限)"
)
_LIMITS_AFTER = (
    r"(?:or (?:more|less|above|below|higher|lower|hotter|colder|slower|faster|under|over)|max(?:imum)?\b|min(?:imum)?\b"
    r"|以上|以下|未満|以内|まで|を?(?:超|こ)え|を?上回|を?下回|より(?:低|高|遅|速|大き|小さ)|が(?:上限|下限|限度))"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of figure: how its units are written, and the words by which documents that give one are found."""

    units: str
    words: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "temperature": Kind(
        rf"°\s?c{_END}|(?<=\d)c{_END}(?!-)|celsius|(?:(?<=\d\d)|(?<=[-−]\d))\s?度(?![数合目重回])"
        r"|deg(?:rees?)?\b(?! (?:angle|turn|view|rot|of))",
        ("℃", "温度", "temperature", "degrees"),
    ),
    "turns": Kind(
        rf"rpm{_END}|r\.p\.m\.|r/min{_END}|min-1{_END}|回転|revolutions|turns (?:per|a) minute",
        ("rpm", "回転", "r/min"),
    ),
    "pressure": Kind(rf"[km]?pa{_END}|bar{_END}|psi{_END}|気圧", ("MPa", "kPa", "bar", "pressure", "圧力")),
    "frequency": Kind(rf"[kmg]?hz{_END}|ヘルツ", ("Hz", "kHz", "frequency", "周波数")),
    "humidity": Kind(rf"% ?rh{_END}|%(?= ?(?:relative )?humidity)", ("humidity", "湿度", "RH")),
    "sound": Kind(rf"db{_END}|デシベル|decibels?", ("dB", "noise", "騒音")),
}
FROST = "frost"
"""Temperatures below zero: how hot it may be there tells nothing of a freezer."""
_AS = {FROST: "temperature"}
_BELOW_ZERO = re.compile(r"(?<![\d°Cc])(?<![\d°Cc] )[-−]\s?\d")
_MINUS = re.compile(r"(?:マイナス|氷点下|零下|\bminus )\s?(?=\d)", re.I)
_BARE_FROST = re.compile(r"\bat [-−]\s?\d{1,3}(?=\s*(?:[?!.,;]|$))", re.I)  # "a freezer at -30?"
INGRESS = "ingress"
"""Water, oil and dust have no figure of their own; what a thing bears of them is its IP code."""
_INGRESS_WORDS = ("IP54", "IP65", "IP66", "IP67", "IP68", "waterproof", "dust-tight", "防水", "防塵", "保護等級")
_PROTECTED = re.compile(
    r"(?<![a-z])IP ?[\dX][\dX]K?(?![a-z\d])|water-?proof|dust-?(?:tight|proof)|splash-?proof|防水|防塵|防滴", re.I
)
_IP_CODE = frozenset({"ip67"})
_A_NUMBER = re.compile(r"(?<![\d.])[-−–+±]?\s?\d[\d.]*")
_FROM_BELOW = re.compile(
    r"up to|at most|below|under|within|(?:colder|cooler|slower|lower|less|smaller) than|max|最大|最高|上限"
    r"|or (?:less|below|lower|colder|slower|under)|以下|未満|以内|まで|下回|より(?:低|遅|小さ)|限度",
    re.I,
)
_FROM_ABOVE = re.compile(
    r"at least|above|over|beyond|exceeding|(?:hotter|warmer|faster|higher|more|greater) than|min|down to|最小|最低|下限"
    r"|or (?:more|above|higher|hotter|faster|over)|以上|超|を?こえ|上回|より(?:高|速|大き)",
    re.I,
)
CLAUSE = re.compile(r"[。、\n]|,\s|(?<=[a-z])\.\s")
_ASKED = {name: re.compile(rf"(?:{_NUMBER})\s?(?:{kind.units})", re.I) for name, kind in KINDS.items()}
_BOUND = {
    name: re.compile(
        rf"(?:{_NUMBER})\s?(?:{kind.units})?{_DASH}(?:[-−–+±]?\d[\d.,]*)\s?(?:{kind.units})"
        rf"|{_LIMITS_BEFORE}\s?(?:about |約)?(?:{_NUMBER})\s?(?:{kind.units})"
        rf"|(?:{_NUMBER})\s?(?:{kind.units})[\s,、]?(?:のもの|の環境|の場所)?\s?{_LIMITS_AFTER}",
        re.I,
    )
    for name, kind in KINDS.items()
}
_FITS = re.compile(
    r"\b(?:works?|working|used?|using|ok(?:ay)?|fine|suit\w*|cope|surviv\w+|withstand|stand|handle|take|runs?|operat\w+"
    r"|install(?:ed)?|mount(?:ed)?|fit(?:ted)?|attach(?:ed)?|measur\w+|monitor\w*|possible|problem|trouble|issue"
    r"|supports?|supported|compatible|rated|range|limits?|too (?:hot|cold|slow|fast|high|low|warm|loud)|enough|allowed"
    r"|tolerat\w+|spec\w*|go up to|reach|safe|last|good for|do (?:that|this|it|these|those)|detect\w*|diagnos\w+)\b"
    r"|使え|使用|使って|大丈夫|だいじょうぶ|平気|問題|耐え|耐熱|対応|動作|動き|動く|測れ|測定|計測|計れ|検知|診断|見(?:られ|れ)ます|取り?付け"
    r"|付けられ|つけ(?:られ|ても)|付き(?:ます|ません|そう)|設置|可能|範囲|対象|いけ(?:ます|る)|OK|無理|限界|上限|下限|もちます|持ちます"
    r"|(?:です|ます|なん)(?:が|けど|けれど)(?:[、。…]|$)",
    re.I,
)
_CONDITIONS = re.compile(
    r"\b(?:price|pric\w+|cost|costs|discount|deliver\w*|ship|quote|warranty|guarantee|address|phone)\b|料金|価格|値段|いくら|見積|割引"
    r"|納期|届|配送|送料|保証"
    r"|防爆|爆発|可燃性|\b(?:atex|iecex|ex[- ]?proof|explosi\w*|hazardous|zone [012]|sil ?[1-4])\b",
    re.I,
)
"""What is asked of such a figure and no limit answers: its price, its delivery, whether it is safe among gases."""
_TELLS = re.compile(
    r"(?:です|ます|でした|ました)(?:ね|よ)?[。!！\s]*$|\b(?:is|are|was|were|have|has|had|it's|we|i|they|you|makes?)\b",
    re.I,
)
"""Whole sentences that tell of their own things, and ask nothing."""
_YOURS = re.compile(r"\byour ([a-z-]+)|(?:御社|貴社)の([^\W\d_ぁ-ん]+)", re.I)
FRAGMENT: Mapping[str, int] = {"ja": 16, "en": 5}
"""Characters or words up to which a figure with a thing asks by itself: "-25C freezer"."""


def asked(query: str) -> frozenset[str]:
    """Return the kinds of figures of which `query` asks whether they fit."""
    text = _with_signs(query)
    told = [(name, match[0]) for name, pattern in _ASKED.items() for match in pattern.finditer(text)]
    found = frozenset(FROST if name == "temperature" and _BELOW_ZERO.match(figure) else name for name, figure in told)
    if any(_IP_CODE in notion.said for notion in notions(query, tokens.detect_lang(query))):
        found |= {INGRESS}
    asks = not _CONDITIONS.search(text) and (_FITS.search(text) or _is_fragment(text))
    return found if asks else frozenset()


def bounds(text: str) -> frozenset[str]:
    """Return the kinds of figures for which `text` names a range or a limit."""
    plain = _with_signs(text)
    told = [(name, match[0]) for name, pattern in _BOUND.items() for match in pattern.finditer(plain)]
    found = {name for name, _ in told}
    if any(name == "temperature" and _BELOW_ZERO.search(limit) for name, limit in told):
        found.add(FROST)
    if _PROTECTED.search(plain):
        found.add(INGRESS)
    return frozenset(found)


def settles(query: str, text: str) -> bool:
    """Return whether a sentence of `text` tells by a limit that the figure asked about fits, or that it does not.

    "Not below 120 rpm" settles 90 rpm and not 200; "120 rpm or more" settles 200 and not 90, of which it is silent.
    """
    wanted = _figures(_with_signs(query))
    return any(_settled(wanted, sentence) for sentence in CLAUSE.split(_with_signs(text)))


def _settled(wanted: Sequence[tuple[str, float]], sentence: str) -> bool:
    told = list(_spans(sentence))
    inside = [low <= value <= high for name, value in wanted for of, low, high in told if of == name]
    return any(inside)


def _figures(text: str) -> list[tuple[str, float]]:
    """Return the figures of a question with the kind of each."""
    return [(name, _value(match[0])) for name, pattern in _ASKED.items() for match in pattern.finditer(text)]


def _spans(sentence: str) -> Iterator[tuple[str, float, float]]:
    """Give the kind and the ends of each range in a sentence; a limit has no other end."""
    for name, pattern in _BOUND.items():
        for match in pattern.finditer(sentence):
            ends = [_value(number) for number in _A_NUMBER.findall(match[0])]
            if len(ends) > 1:
                yield name, min(ends), max(ends)
            elif ends and _FROM_BELOW.search(match[0]):
                yield name, -math.inf, ends[0]
            elif ends and _FROM_ABOVE.search(match[0]):
                yield name, ends[0], math.inf


def _value(figure: str) -> float:
    number = _A_NUMBER.search(figure)
    plain = number[0].replace("−", "-").replace("–", "-").replace(" ", "").lstrip("+±").rstrip(".") if number else "0"
    return float(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else math.nan


def words_for(kinds: frozenset[str]) -> tuple[str, ...]:
    """Return the words by which passages that tell such limits are found."""
    texts = (_INGRESS_WORDS if name == INGRESS else KINDS[_AS.get(name, name)].words for name in sorted(kinds))
    return tuple(word for some in texts for text in some for word in tokens.words(text))


def of_yours(query: str) -> frozenset[str]:
    """Return the words for the thing of ours that `query` names as such: "does your chiller …", 「御社の冷却機は…」."""
    named = (match[1] or match[2] for match in _YOURS.finditer(tokens.as_read(query)))
    return frozenset(word for name in named for word in tokens.words(name))


def without(query: str) -> str:
    """Return `query` without its figures, their units, and what is said of fitting."""
    text = _FITS.sub(" ", _with_signs(query))
    for pattern in _ASKED.values():
        text = pattern.sub(" ", text)
    return text


def _with_signs(text: str) -> str:
    return _BARE_FROST.sub(r"\g<0> °C", _MINUS.sub("-", tokens.as_read(text)))


def _is_fragment(text: str) -> bool:
    if _TELLS.search(text):
        return False
    if tokens.detect_lang(text) == "ja":
        return len(text.strip()) <= FRAGMENT["ja"]
    return len(text.split()) <= FRAGMENT["en"]
