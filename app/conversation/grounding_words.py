"""A source as the words, figures and claims of its sentences, and how a clause of the model's may differ from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.conversation.guard_claims import SMALL_COUNTS, declines, read_claims
from app.conversation.guard_figures import Figure, amounts, same, spelled
from app.conversation.guard_leak import folded
from app.conversation.guard_plain_words import joining, retelling
from app.conversation.guard_units import units
from app.conversation.guard_words import PROMISES, REASSURES
from app.retrieval import tokens

PARTS = re.compile(r"、\s*|[,;](?!\d)\s*|(?<!\d )\b(?:and|but|while|so)\b(?! \d)")
_NEGATED = re.compile(
    r"ません|ない(?!か)|なし|不要|不可|かねます|対象外|除[くき]|以外|\b(?:not|no|never|without|cannot|unable|except|excluding|nor)\b|n't\b",
    re.ASCII,
)
_ALL = {
    "all": r"すべて|全て|あらゆる|どんな|どの.{1,6}でも|誰でも|どこでも|何でも|一切|全(?:社|国|機種|品|員|部|拠点)"
    r"|\b(?:all|every|any|everything|anything|everyone|anyone|anywhere|everywhere|fully|completely|entirely|whatever)\b",
    "always": r"必ず|常に|いつでも|いつも|毎回|絶えず|24時間365日"
    r"|\b(?:always|anytime|constantly|permanently|24/7|around the clock)\b",
    "only": r"だけで|のみで|しか|\b(?:only|just|merely|simply)\b",
    "included": r"含ま?[むみめれ]|込み|付き|付属|標準(?:で|装備|搭載)"
    r"|\b(?:includ|cover|come with|comes with|built[- ]in|as standard)",
    "instant": r"即(?:日|時|座)|すぐ|直ちに|\b(?:instant|immediate|right away|straight away|at once|overnight)",
}
_QUANTIFIERS = {name: re.compile(pattern, re.ASCII) for name, pattern in _ALL.items()}
_MORE = re.compile(
    r"増[えやし]|上が|伸び|長く|高く|倍|\b(?:increas|rose|rise|grew|grow|more|longer|higher|up by|gain|doubl)", re.ASCII
)
_LESS = re.compile(r"減|下が|短|低|削|\b(?:cut|fell|fall|drop|reduc|less|fewer|shorter|lower|down|declin)", re.ASCII)
_ONE_KANJI = re.compile(r"([一-鿿])[ぁ-ゖ]+")
_COMPOUND = re.compile(r"[一-鿿]{2,4}")
_PREFIX = 6
_FIGURES = re.compile(r"[\d.,]*\d[万億千百]*(?:つ|%)?(?![a-z\d-])", re.ASCII)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.]+")
_CAPITAL = re.compile(r"(?<=[a-z,;:] )[A-Z][\w.'-]*[a-z][\w.'-]*")
_UNDER, _OVER = (
    re.compile(r"未満|以下|まで(?!も|に)|\b(?:under|below|less than|fewer than|up to|at most|maximum)\b", re.ASCII),
    re.compile(r"以上|から|より多|\b(?:or more|at least|and up|from|over|minimum)\b", re.ASCII),
)
_NEEDLESS = re.compile(
    r"不要|必要(?:は|も)?(?:あり|ござい)ません|\bnot (?:needed|required|necessary)|\boptional\b|\bno need\b", re.ASCII
)
_MEASURES = frozenset(
    "時間 分 秒 日 日間 週間 箇月 月 年 月額 年額 月々 税別 税 円 名 台 件 社 拠点 約 凡そ まで 毎分 hour minut second"  # noqa: SIM905
    " day week month year jpy yen tax plus exclud per monthli annual kg m".split()
)
ENOUGH = 2


@dataclass(frozen=True)
class Unit:
    """One sentence of a source."""

    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(tokens.words(self.text))

    @cached_property
    def figures(self) -> frozenset[Figure]:
        return amounts(self.text)

    @cached_property
    def claims(self) -> frozenset[str]:
        """Its promises and what it says of all, of always, of nothing else."""
        plain = spelled(self.text)
        told = [part for part in PARTS.split(plain) if part.strip() and not declines(part)]
        return frozenset[str]().union(*(read_claims(part).promises for part in told)) | _quantified(plain)


class Told:
    """A text as its sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = frozenset(tokens.words(text))
        self.figures = amounts(text)
        self.lang = tokens.detect_lang(text)
        self.units = [Unit(unit) for unit in units(text)]
        self.sentences = frozenset(folded(unit.text) for unit in self.units)
        for unit in self.units:
            self.figures |= unit.figures

    def says(self, sentence: str) -> bool:
        """Say whether `sentence` is one of this text's own."""
        return folded(sentence) in self.sentences

    def has_figure(self, figure: Figure) -> bool:
        return any(same(figure, one) for one in self.figures)


def strange(clause: str, known: frozenset[str], *, plain: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words of a clause that are neither `known`, nor kin to a known word, nor `plain`; a name never is."""
    allowed = known | (plain - _names(clause))
    new = {word for word in tokens.words(_FIGURES.sub(" ", spelled(clause))) if word not in allowed}
    if not new:
        return frozenset()
    native = {m[1] for word in known if (m := _ONE_KANJI.fullmatch(word))}
    compound = {c for word in known if _COMPOUND.fullmatch(word) for c in word}
    return frozenset(word for word in new if not _is_kin(word, known, native=native, compound=compound))


def overstates(clause: str, texts: Sequence[Told], *, beside: str, free: Told) -> bool:
    """Say whether the clause says of all, always or included what no sentence of the sources on this says so."""
    found = {} if _NEGATED.search(spelled(clause)) else _matched(_QUANTIFIERS, spelled(clause))
    return _unfounded(found, clause, texts, beside=beside, free=free)


def torn(clause: str, texts: Sequence[Told], *, beside: str, free: Told) -> bool:
    """Say whether a figure or a promise of the clause stands in no sentence of the sources that speaks of the same."""
    plain = spelled(clause)
    about = _topic(clause)
    every = [unit for text in texts for unit in text.units]
    for figure in binding(amounts(clause)):
        if free.has_figure(figure) and not any(text.has_figure(figure) for text in texts):
            continue
        near = [unit for unit in every if any(same(figure, one) for one in unit.figures)]
        if not any(_speaks_of(unit, about, plain) and not _swapped(figure, clause, unit) for unit in near):
            return True
    found = {} if declines(plain) else _matched(PROMISES, plain)
    return _unfounded(found, clause, texts, beside=beside, free=free)


def _unfounded(
    found: dict[str, frozenset[str]], clause: str, texts: Sequence[Told], *, beside: str, free: Told
) -> bool:
    """Say whether one of these claims stands in no sentence about the same thing, or with the same figure."""
    figures, plain = binding(amounts(beside)), spelled(clause)
    for claim, words in found.items():
        topic = (_topic(clause) - words) or (_topic(beside) - words)
        near = [unit for unit in (*(u for text in texts for u in text.units), *free.units) if claim in unit.claims]
        if not any(
            _speaks_of(unit, topic, plain) if topic else any(same(a, b) for a in figures for b in unit.figures)
            for unit in near
        ):
            return True
    return False


def is_flipped(sentence: str, texts: Sequence[Told]) -> bool:
    """Say whether the sentence affirms what the sentence nearest to it in its sources denies, or calls it needless."""
    plain = REASSURES.sub(" ", spelled(sentence))
    needless = _NEEDLESS.search(plain) is not None
    if _NEGATED.search(plain) and not needless:
        return False
    parts = [Unit(part) for text in texts for unit in text.units for part in PARTS.split(unit.text) if part.strip()]
    for clause in PARTS.split(sentence):
        about = _topic(clause)
        near = max((len(about & part.words) for part in parts), default=0)
        if about and near >= min(ENOUGH, len(about)):
            best = [part for part in parts if len(about & part.words) == near]
            if all((_NEGATED.search(spelled(part.text)) is None) is needless for part in best):
                return True
    return False


def _names(clause: str) -> frozenset[str]:
    """Return the Latin words of a Japanese clause and the capitals inside an English one: Teams is no team."""
    pattern = _LATIN if tokens.detect_lang(clause) == "ja" else _CAPITAL
    return frozenset(tokens.words(" ".join(pattern.findall(clause))))


def _is_kin(word: str, known: Iterable[str], *, native: set[str], compound: set[str]) -> bool:
    """Say whether "短い" meets "短縮", or "installer" meets "install"."""
    if one := _ONE_KANJI.fullmatch(word):
        return one[1] in compound
    if _COMPOUND.fullmatch(word):
        return not native.isdisjoint(word)
    if word.isascii() and len(word) >= 4:
        return any(_share_a_stem(word, other) for other in known if other.isascii() and len(other) >= 4)
    return False


def _share_a_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or (short[:_PREFIX] == long[:_PREFIX] and len(short) >= _PREFIX)


def _topic(clause: str) -> frozenset[str]:
    """Return what a clause is about: its words but figures and those of the closed lists."""
    return frozenset(word for word in tokens.words(clause) if not word[0].isdigit()) - retelling()


def _speaks_of(unit: Unit, about: frozenset[str], plain: str) -> bool:
    if (_UNDER.search(plain) and _OVER.search(unit.text)) and not (_OVER.search(plain) or _UNDER.search(unit.text)):
        return False
    if _MORE.search(plain) and not _LESS.search(plain) and _LESS.search(unit.text) and not _MORE.search(unit.text):
        return False
    return not about or len(strange(" ".join(about), unit.words)) < len(about)


def _swapped(figure: Figure, clause: str, unit: Unit) -> bool:
    """Say whether the unit says it of another: "A costs 1, B costs 2" told as "A costs 2"."""
    parts = [Unit(part) for part in PARTS.split(unit.text) if part.strip()]
    own = [part for part in parts if any(same(figure, one) for one in part.figures)]
    others = [part for part in parts if part not in own and part.figures]
    if len(own) != 1 or not others:
        return False
    about, mine = _subject(clause), _subject(own[0].text)
    elsewhere = frozenset[str]().union(*(_subject(part.text) for part in others)) - mine
    return bool(about & elsewhere) and bool(strange(" ".join(mine), about))


def _subject(part: str) -> frozenset[str]:
    return frozenset(word for word in tokens.words(part) if not word[0].isdigit()) - joining() - _MEASURES


def _matched(families: Mapping[str, re.Pattern[str]], plain: str) -> dict[str, frozenset[str]]:
    """Return the families found, each with the words that make it."""
    return {
        name: frozenset(word for match in pattern.finditer(plain) for word in tokens.words(match[0]))
        for name, pattern in families.items()
        if pattern.search(plain)
    }


def _quantified(plain: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _QUANTIFIERS.items() if pattern.search(plain))


def binding(found: frozenset[Figure]) -> frozenset[Figure]:
    """Leave out counts as small as in "both" and "one of them"."""
    return frozenset(one for one in found if one.kind != "count" or one.unit or one.value not in SMALL_COUNTS)
