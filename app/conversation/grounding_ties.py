"""Which words and figures of a source belong to one another: the price of one plan is not the price of the next.

A clause of the model's may join words that stand in one clause, sentence or cell of a source; words from elsewhere
only where they take nobody's place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from app.conversation.grounding_kin import unlike
from app.conversation.guard_figures import Figure, amounts, binding, same, spelled
from app.conversation.guard_plain_words import joining, retelling
from app.conversation.guard_units import Piece, pieces, units
from app.conversation.guard_words import CERTIFICATES, PROMISES
from app.retrieval import tokens

_PART = re.compile(
    r"、\s*|[,;:](?!\d)\s*|[()「」]|\b(?:and|but|while|so)\b(?<!\d and)"
    r"|(?<=\d )\band\b(?! \d)|(?<= (?:19|20)\d\d )and\b",
    re.ASCII,
)
_ASIDE = re.compile(r"[(（]((?=[^()（）]*\d)[^()（）はで]{1,20})[)）]")
"""A figure of what stands before it: "type S (7.5 kW)"."""
_BRACKETS = re.compile(r"\([^)]*\)|（[^）]*）")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.]+")
_CAPITAL = re.compile(r"(?<=[a-z,;:] )[A-Z][\w.'-]*[a-z][\w.'-]*")
_HEAD_JA = re.compile(r"^(?P<head>.{1,40}?)(?:では|には|とは|なら|は|も)(?![一-龥])")
_HEAD_EN = re.compile(
    r"^\W*(?:(?:at|for|with|in|on) )?(?P<head>(?:[^\s,]+ ){1,8}?)(?:now |also |only )?"
    r"(?:is|are|was|were|has|have|had|can|cannot|will|may|go(?:es)?|went|cuts?|takes?|costs?|starts?|covers?|comes?"
    r"|needs?|uses?|includes?|keeps?|kept|reads?|runs?|connects?|works?|sorts?|writes?|[a-z]{3,}ed)\b",
    re.ASCII,
)
_UNITS = frozenset(
    "minut hour day week month year second percent yen 分 時間 日 週 週間 月 年 円 枚 名 件 回 約".split()  # noqa: SIM905
)
_FORMS = frozenset("株式 有限 合同 会社 法人 inc ltd llc corp none zero nil".split())  # noqa: SIM905
_PERSON = re.compile(r"(?:様|さま|さん|氏)$")
_CONTRASTS = (
    (
        re.compile(r"初回|最初|(?<!\d)1回(?!目から)|1台目|\b(?:first|initial)\b", re.ASCII),
        re.compile(r"[2-9]回目|2台目|以降|追加|\b(?:further|additional|subsequent|extra)\b", re.ASCII),
    ),
    (
        re.compile(r"始め|始ま|開始|着手|\b(?:begins?|starts?|started)\b", re.ASCII),
        re.compile(r"終わ|完了|\b(?:finish|complet|takes?\b)", re.ASCII),
    ),
    (
        re.compile(r"当社|弊社|私ども|\b(?:we|our (?:staff|team|engineers|people))\b", re.ASCII),
        re.compile(
            r"お客様(?:に|が|ご自身)|ご自身|\b(?:themselves|yourself|yourselves)\b|\bcustomers (?!with)[a-z]", re.ASCII
        ),
    ),
    (
        re.compile(r"なし|無し|(?:が|の)ない場合|\bwithout\b|\bun(?:printed|coated|lined)\b", re.ASCII),
        re.compile(r"あり(?!ま|が)|有り|(?:が|の)ある場合|\bwith\b", re.ASCII),
    ),
    (
        re.compile(r"(?:始め|開始|着手|出荷|発送|契約|到着|解約|更新)(?:する|る)?の?前|\bbefore\b|\buntil\b", re.ASCII),
        re.compile(r"(?:始め|開始|着手|出荷|発送|契約|到着|解約|更新)(?:した|た|の)?後|\bafter\b|\bonce\b", re.ASCII),
    ),
    (
        re.compile(r"まま|変えず|変わら|\b(?:keep|keeps|present|existing|same)\b", re.ASCII),
        re.compile(r"変わ(?:り|る)|新しい|新規の|\b(?:new|changes|changed|another)\b", re.ASCII),
    ),
)
"""What makes two prices, or two conditions, of one thing."""
_EVERY = re.compile(r"毎回|いつも|どの|\b(?:each|every|always)\b (?!further|additional|extra)", re.ASCII)
_APPOSED = re.compile(r", (an? [^,]{3,40}),")
_VERB = re.compile(r"[うくぐすつぬぶむる]$")
_LABEL = re.compile(
    r"(?<![a-z\d])([a-z])(?=[^\x00-\x7f])|(?<![\w'.-])(?<!\d )([b-hj-z])(?![\w'.])|(?<=\b(?:type|plan|size) )(a)\b"
    r"|(?<![\d.,])([0-3])[- ]?((?![枚件名台個社人回日分時月年秒週箇か割営つ目歩通点倍拠店施本])[一-龥]|[ァ-ヶ]{2,}"
    r"|[a-z]{4,}?)s?(?![a-z])",
    re.ASCII,
)
_Clauses = Sequence[tuple[frozenset[str], frozenset[Figure]]]
_NOTHING = frozenset({Figure("money", "0")})
LONGEST_OPENING = 6  # words of "At Hokuto Foods," before the clause it opens


@dataclass(frozen=True, slots=True)
class Fact:
    """A clause of a source's sentence, or a cell.

    `shared` are the words of the sentence's clauses without a figure of their own (what they say holds for all),
    `beside` its other clauses or the row's other cells, `heading` the words above it, `around` whom the paragraph was
    about before, `subject` whom the sentence or row is about, `kind` the last word of that ("plan" of "Light plan"),
    `head` which of several the clause is about ("b" in "type A, for 5 people, is 10 yen, and type B 20 yen"), `rivals`
    the others.
    """

    text: str
    own: frozenset[str]
    subject: frozenset[str]
    figures: frozenset[Figure]
    shared: frozenset[str] = frozenset()
    beside: tuple[tuple[frozenset[str], frozenset[Figure]], ...] = ()
    around: frozenset[str] = frozenset()
    kind: frozenset[str] = frozenset()
    in_row: bool = False
    heading: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    rivals: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        return self.subject - self.kind

    def joint(self, figures: frozenset[Figure]) -> frozenset[str]:
        """Return the words of the clauses beside it whose figures a clause gives as well."""
        return frozenset[str]().union(*(words for words, own in self.beside if own and own <= figures))

    def others(self, figures: frozenset[Figure]) -> frozenset[str]:
        """Return the words beside it that a clause with these figures may add: of a cell only with its figure."""
        return frozenset[str]().union(*(words for words, own in self.beside if not self.in_row or own <= figures))


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a text; `common` are words of its sentences without figures that name nobody, and kinds ("box")."""

    told: tuple[Fact, ...]
    words: frozenset[str]
    common: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=256)
def facts(text: str) -> Facts:
    """Return all a document says, clause by clause."""
    found: list[Fact] = []
    peers = frozenset[str]().union(*(_peers(_told(piece)) for piece in pieces(text) if not piece.row))
    for row, group in groupby(pieces(text), key=lambda piece: piece.row):
        together = list(group)
        found += _row(together) if row else [fact for piece in together for fact in _clauses(piece, peers=peers)]
    names = frozenset[str]().union(*(fact.names for fact in found))
    plain = frozenset[str]().union(*(_content(p.text) for p in pieces(text) if not p.row and not told_figures(p.text)))
    every = frozenset[str]().union(*(fact.own | fact.shared | fact.subject for fact in found))
    kinds = frozenset[str]().union(*(fact.kind for fact in found if not fact.in_row))
    return Facts(tuple(found), every, (plain - names | kinds) - named(text), names)


def _row(cells: Sequence[Piece]) -> list[Fact]:
    under, subject = _content(cells[0].under), _content(cells[0].row)
    told = tuple((_content(cell.text) | subject, told_figures(cell.text)) for cell in cells)
    texts = [spelled(cell.text) for cell in cells]
    kind = frozenset(tokens.words(cells[0].row)[-1:]) if len(subject) > 1 else frozenset[str]()
    return [
        Fact(text, words, subject, figures, under, told, kind=kind, in_row=True, heading=under)
        for text, (words, figures) in zip(texts, told, strict=True)
    ]


def _told(piece: Piece) -> tuple[tuple[frozenset[str], frozenset[Figure]], ...]:
    """Return the words and the figures of each clause."""
    return tuple((_content(part), told_figures(part)) for part in parts(spelled(piece.text)))


def _clauses(piece: Piece, *, peers: frozenset[str]) -> list[Fact]:
    under = _content(piece.under)
    split, told = parts(spelled(piece.text)), _told(piece)
    shared = under.union(_elided(split), *(words for words, figures in told if not (figures or words & peers)))
    subject = subject_of(piece.text)
    around = frozenset[str]().union(*(_about(sentence) for sentence in units(piece.before)))
    kind, heads = _kind(piece.text), _heads(told, peers)
    every = peers.union(*heads)
    return [
        Fact(
            text,
            words,
            subject,
            figures,
            shared,
            tuple(
                one for one, other in zip(told, heads, strict=True) if one[1] or not (head and other) or head & other
            ),
            around,
            kind,
            heading=under,
            head=head,
            rivals=every - head,
        )
        for text, (words, figures), head in zip(split, told, heads, strict=True)
    ]


def _peers(told: _Clauses) -> frozenset[str]:
    """Return the names of "Mini is 10 yen, Base 20 yen": one word each beside figures of the same kinds."""
    by_kind: dict[frozenset[str], list[frozenset[str]]] = {}
    for words, figures in told:
        by_kind.setdefault(frozenset(one.kind + one.unit for one in figures), []).append(words)
    found = frozenset[str]()
    for kind, clauses in by_kind.items():
        own = [words - _repeated(clauses) for words in clauses]
        if kind and len(own) > 1 and all(len(words) == 1 for words in own):
            found = found.union(*own)
    return found


def _repeated(clauses: Sequence[frozenset[str]]) -> frozenset[str]:
    every = [word for words in clauses for word in words]
    return frozenset(word for word in every if every.count(word) > 1)


def _heads(told: _Clauses, peers: frozenset[str]) -> list[frozenset[str]]:
    """Return for each clause whom it is about, if not all: one of `peers`, or what sets the last clause without a
    figure apart from another such.
    """
    kinds = _repeated([words for words, figures in told if words and not figures])
    heads, head = [], frozenset[str]()
    for words, figures in told:
        letters = frozenset(word for word in words if len(word) == 1 and word.isascii())
        mine = frozenset[str]() if figures else letters or (words - kinds if words & kinds else frozenset[str]())
        head = words & peers or mine or head
        heads.append(head)
    return heads


def parts(sentence: str) -> list[str]:
    """Return the clauses that each tell something of their own."""
    return [part for part in _PART.split(_ASIDE.sub(r" \1 ", sentence)) if part.strip()]


def _elided(split: Sequence[str]) -> frozenset[str]:
    """Return what "accuracy is 99% for print and 94% for handwriting" says once for both."""
    heads = [re.split(r"\d", part, maxsplit=1)[0] for part in split if told_figures(part)]
    return _content(heads[0]) if len(heads) > 1 and not _content(heads[1]) else frozenset()


def untied(
    clause: str,
    texts: Sequence[str],
    *,
    beside: frozenset[str],
    cells: frozenset[Figure] = frozenset(),
    per: frozenset[str] = frozenset(),
) -> bool:
    """Say whether the clause joins what the sources keep apart.

    `beside` is whom the sentence was about so far, `cells` are the numbers it gave as row or column.
    A figure has to stand where its words stand, and without a figure all of the words in one place.
    """
    sources = [facts(text) for text in texts]
    known = frozenset[str]().union(*(source.words for source in sources))
    if any(len(label) == 1 for label in labels(clause) - known):
        return True  # a type that they do not speak of
    names = frozenset[str]().union(*(source.names for source in sources))
    common = frozenset[str]().union(*(source.common for source in sources))
    found = told_figures(clause)
    borrowed = common if found else frozenset(word for word in common if _VERB.search(word))
    said = _Said(clause, _content(clause) & known, beside & names, found, per, borrowed)
    fit = [fact for source in sources if said.subject <= source.words for fact in source.told]
    every = [fact for source in sources for fact in source.told]
    for one in found:
        place = [fact for fact in every if any(same(one, other, per=per) for other in fact.figures)]
        here = [fact for fact in place if fact.in_row and _is_under(cells, fact)]
        if any(fact.in_row for fact in place) and not here and _are_cells(cells, every):
            return True
        if place and not any(_stands(said, fact) for fact in fit if fact in place):
            return True
    return not found and not any(_stands(said, fact) for fact in fit)


def _is_under(cells: frozenset[Figure], fact: Fact) -> bool:
    return all(any(same(one, other) for other in fact.figures) for one in cells)


def _are_cells(cells: frozenset[Figure], every: Sequence[Fact]) -> bool:
    """Say whether some table has each of these numbers."""
    rows = [fact for fact in every if fact.in_row]
    return bool(cells) and all(any(_is_under(frozenset([one]), fact) for fact in rows) for one in cells)


class _Said(NamedTuple):
    text: str
    words: frozenset[str]
    subject: frozenset[str]
    figures: frozenset[Figure]
    per: frozenset[str]
    common: frozenset[str]


def _stands(said: _Said, fact: Fact) -> bool:
    told = said.words | said.subject
    if said.subject and fact.names and not fact.names & told and not said.subject <= fact.heading:
        return False  # it stands there of somebody else
    if fact.head and said.words & fact.rivals and not said.words & fact.head:
        return False  # it stands there of another one
    if _has_other_figures(said, fact) or _is_contrary(said.text, fact.text):
        return False
    near = fact.own | fact.shared
    missing = unlike(said.words - near, near)
    if not missing:
        return True
    if (fact.own & told or not fact.own) and missing <= fact.joint(said.figures):
        return True
    if fact.in_row or fact.head & told:  # "Size 80": named by its number; "Mini is 10 yen, 5 yen a month": by its head
        told |= retelling()
    if unlike((fact.own or fact.shared - fact.subject) - told, told):
        return False  # its own word was put aside for another
    rest = unlike(fact.subject - told, told)
    missing -= fact.others(said.figures) | (said.common if not rest else frozenset())
    return not missing or (missing <= fact.around and not rest)


def _has_other_figures(said: _Said, fact: Fact) -> bool:
    """Say whether a figure of the clause stands in place of the fact's own, as one year does of another."""
    mine = [one for one in said.figures if not any(same(one, other, per=said.per) for other in fact.figures)]
    unsaid = [one for one in fact.figures if not any(same(other, one, per=said.per) for other in said.figures)]
    return not {one.kind for one in mine}.isdisjoint(one.kind for one in unsaid)


def _is_contrary(clause: str, text: str) -> bool:
    if _EVERY.search(clause) and any(one.search(text) and not one.search(clause) for one in _CONTRASTS[0]):
        return True
    return any(
        (a.search(clause) and b.search(text) and not b.search(clause) and not a.search(text))
        or (b.search(clause) and a.search(text) and not a.search(clause) and not b.search(text))
        for a, b in _CONTRASTS
    )


def subject_of(part: str) -> frozenset[str]:
    """Return the words for whom or what a clause is about."""
    head = _head(part)
    is_opening = not head and tokens.detect_lang(part) == "en" and len(part.split()) <= LONGEST_OPENING
    return _content(part if is_opening and not amounts(part) else head)


def _about(sentence: str) -> frozenset[str]:
    return subject_of(sentence) | _content(" ".join(_APPOSED.findall(sentence)))


def _kind(part: str) -> frozenset[str]:
    subject = _content(_head(part))
    if len(subject) < 2 or _PERSON.search(_head(part)):
        return frozenset()
    return frozenset([word for word in tokens.words(_head(part)) if word in subject][-1:])


def _head(part: str) -> str:
    plain = " ".join(_BRACKETS.sub("", spelled(part)).split())
    head = (_HEAD_JA if tokens.detect_lang(part) == "ja" else _HEAD_EN).search(plain)
    return head["head"] if head else ""


@lru_cache(maxsize=4096)
def told_figures(text: str) -> frozenset[Figure]:
    """Return the figures of a text; what is free costs nothing, so that it is tied like any other price."""
    plain = CERTIFICATES.sub(" ", spelled(text))
    return binding(amounts(plain)) | (_NOTHING if PROMISES["free"].search(plain) else frozenset())


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    """Return the words of a text but figures and those that carry no fact of their own, unless it has no others."""
    plain = PROMISES["free"].sub(" ", text)
    told = frozenset(word for word in tokens.words(plain) if not word[0].isdigit()) - joining() - _FORMS
    return (told - retelling() or told - _UNITS) | labels(text)


@lru_cache(maxsize=4096)
def labels(text: str) -> frozenset[str]:
    """Return what tells kinds apart by a letter or small number: "w段", "2色", "2colour"."""
    found = ("".join(filter(None, match.groups())) for match in _LABEL.finditer(spelled(text)))
    return frozenset(label for label in found if not tokens.words(label[1:]) or not _plain(label[1:]))


def _plain(noun: str) -> bool:
    return frozenset(tokens.words(noun)) <= retelling() | _UNITS


def named(text: str) -> frozenset[str]:
    """Return the words that are names: Latin in Japanese, capitals inside an English sentence."""
    pattern = _LATIN if tokens.detect_lang(text) == "ja" else _CAPITAL
    return frozenset(tokens.words(" ".join(pattern.findall(text))))
