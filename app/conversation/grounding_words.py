"""A source as the words, figures and claims of its sentences, and how a clause of the model's may differ from them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.conversation.grounding_kin import unlike
from app.conversation.grounding_ties import named
from app.conversation.guard_claims import declines, read_claims
from app.conversation.guard_figures import Figure, amounts, binding, same, spelled
from app.conversation.guard_leak import folded
from app.conversation.guard_plain_words import retelling
from app.conversation.guard_units import units
from app.conversation.guard_words import CERTIFICATES, PROMISES, REASSURES
from app.retrieval import tokens

PARTS = re.compile(r"、\s*|[,;](?!\d)\s*|(?<!\d )\b(?:and|but|while|so)\b(?! \d)")
_NEGATED = re.compile(
    r"ません|ない(?!か)|なくな|なし|不要|不可|かねます|対象外|除[くき]|以外|\b(?:not|no|never|without|cannot|unable|except|excluding|nor)\b|n't\b",
    re.ASCII,
)
_ALL = {
    "all": r"すべて|全て|あらゆる|どんな|どの.{1,8}(?:で|と|に)も|[誰何]でも|どこでも|一切"
    r"|全(?:社|国|機種|品|員|部|拠点)|\b(?:all|every|any|everything|anything|everyone|anyone|anywhere|everywhere|fully|completely|entirely|whatever)\b",
    "always": r"必ず|常に|いつでも|いつも|毎回|絶えず|24時間365日"
    r"|\b(?:always|anytime|constantly|permanently|24/7|around the clock)\b",
    "only": r"だけで|のみで|しか|\b(?:only|just|merely|simply)\b",
    "included": r"\bpart of\b|含ま?[むみめれ]|込み|付き|付属|標準(?:で|装備|搭載)"
    r"|\b(?:includ|covered\b|covers\b|come with|comes with|built[- ]in|as standard)",
    "each hour": r"毎時|(?:1時間|一時間)(?:ごと|毎|おき)|\bhourly\b|\b(?:each|every) hour\b",
    "each second": r"毎秒|1秒単位|秒(?:ごと|おき)|\b(?:each|every) second\b|\bto the second\b",
    "each minute": r"\bto the minute\b|毎分(?!\d)|分(?:ごと|おき)|\b(?:each|every) minute\b",
    "at once": r"\breal[- ]time\b|リアルタイム",
    "each day": r"毎日|日次|\bdaily\b|\b(?:each|every) day\b",
    "each week": r"毎週|週次|\bweekly\b|\b(?:each|every) week\b",
    "instant": r"即(?:日|時|座)|すぐ|直ちに|\b(?:instant|immediate|right away|straight away|at once|overnight)",
}
_ALL |= {
    "any number": r"何[一-龥]{1,2}でも|\bhowever (?:many|much|often)\b|\bno matter\b",
    "even so": r"[くし]ても|た(?:後|あと|場合)でも|た後も|であっても"
    r"|\beven (?:when|if|after|before|without|though|where)\b",
    "still": r"[いきしちりみびぎえけせてれべめ]続け|引き続き|\bstill\b|\bcontinu",
    "separate": r"別料金|別途|別売|有料|\bseparately\b|\bextra (?:charge|cost)|\bcharged\b",
    "hardly": r"\b(?:hardly|barely|scarcely)\b",
    "easily": r"問題(?:は|も|なく)(?:あり|ござい)?|\bno (?:problem|issue|trouble)s?\b|\beasily\b|\beasy\b",
}
_QUANTIFIERS = {name: re.compile(pattern, re.ASCII) for name, pattern in _ALL.items()}
_MORE = re.compile(
    r"増[えやし]|上が|伸び|長く|高く|倍|\b(?:increas|rose|rise|grew|grow|more|longer|higher|up by|gain|doubl)", re.ASCII
)
_LESS = re.compile(r"減|下が|短|低|削|\b(?:cut|fell|fall|drop|reduc|less|fewer|shorter|lower|down|declin)", re.ASCII)
_ASIDE = re.compile(
    r"\bwithout (?!(?:an? |any )?limits?\b)\w+|\w{1,4}(?:なし|無し)|(?:が|の)ない(?:場合|とき|時)"
    r"|\b(?:except|excluding)\b|除[くき]|以外",
    re.ASCII,
)
"""What is taken out of a statement that affirms all the same."""
_FIGURES = re.compile(r"(?:[\d.,]*\d[万億千百]*)+(?:つ|%)?(?![a-z\d-])", re.ASCII)
_UNDER, _OVER = (
    re.compile(
        r"未満|以下|まで(?!も|に|減|下|縮|短)"
        r"|\b(?:under|below|less than|fewer than|up to|at most|maximum)\b",
        re.ASCII,
    ),
    re.compile(r"以上|から|より多|\b(?:or more|at least|and up|from|over|minimum|starts? at|starting at)\b", re.ASCII),
)
_SURELY_OVER = re.compile(r"以上|\b(?:or more|at least)\b", re.ASCII)
_WAS = re.compile(
    r"(?:なり|減り|増え|下がり|上がり|伸び|(?:短縮|削減|改善|解消)(?:でき|され|し))ました"
    r"|\b(?:fell|rose|dropped|went|grew|became|saved|halved|shrank|declined|improved|decreased|increased)\b",
    re.ASCII,
)
_WILL = re.compile(
    r"(?:なり|減り|増え|下がり|上がり|伸び|(?:短縮|削減|改善|解消)(?:でき|され|し))ます|御社|貴社|そちら"
    r"|\b(?:falls?|rises?|drops?|goes|grows?|becomes?|saves?|shrinks?|declines?|improves?|decreases?|increases?|will"
    r"|would|can|could|yours?)\b",
    re.ASCII,
)
"""What became so for one customer is no result that others will have."""
_PLANNED = re.compile(
    r"予定(?!表|通)|計画(?:中|です|して)|今後|これから|まだ|準備中|検討中"
    r"|\b(?:planned|planning|plans? to|will be|upcoming|not yet|yet|roadmap)\b",
    re.ASCII,
)
_NEEDLESS = re.compile(
    r"不要|必要(?:は|も)?(?:あり|ござい)ません|\bnot (?:needed|required|necessary)|\boptional\b|\bno need\b"
    r"|\bwithout (?:any |prior |giving |previous )*notice\b|(?:予告|連絡|お知らせ|通知)(?:は|も)?(?:なし|無し|なく)",
    re.ASCII,
)
_IDLE = re.compile(
    r"\bnot (?:only|just)\b|\bno (?:(?:more|less|later|fewer) than|one)\b|\bnobody\b"
    r"|だけで(?:は)?なく|のみならず",
    re.ASCII,
)
_CONCEDES = re.compile(
    _ALL["even so"] + "|" + _ALL["easily"] + r"[^、。]{0,2}ません|(?:問題)(?:は|も)?(?:あり|ござい)ません", re.ASCII
)
_NONE = re.compile(r"\bnone\b|\bto 0\b(?![.,]\d)|ゼロ", re.ASCII)
_NOT_FREE = re.compile(r"\bnot free\b|n't free\b|無料(?:では|じゃ)|有料|有償", re.ASCII)
_CERTIFIED = re.compile("認証|認定|certif")
_ALONE = re.compile(r"\bonly\b|(?:だけ|のみ)[はがを]", re.ASCII)
_ITEM = re.compile(
    r"(?!.*\b(?:is|are|was|were|has|have|had|can|cannot|will|may|do|does|not|no|never|without|[a-z]{3,}(?:ed|ing))\b)"
    r"[a-z'-]+(?: [a-z'-]+){0,2}|[一-鿿々ァ-ヶー]{1,12}",
    re.ASCII,
)
"""Of a list in front of what is said of all its items."""
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
    def denied(self) -> frozenset[str]:
        """The words of its clauses that deny."""
        told = [part for part in _told(self.text) if _withholds(part)]
        return frozenset[str]().union(*(frozenset(tokens.words(part)) | _certificates(part) for part in told))

    @cached_property
    def claims(self) -> frozenset[str]:
        """Its promises and what it says of all, of always, of nothing else."""
        plain = spelled(self.text)
        told = [part for part in PARTS.split(plain) if part.strip() and not declines(part)]
        held = {"certificate"} if any(_certificates(part) or _CERTIFIED.search(part) for part in told) else set()
        return frozenset[str]().union(*(read_claims(part).promises for part in told)) | _quantified(plain) | held


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a source: its words, whether it affirms or denies; whether its sentence plans, what that denies."""

    words: frozenset[str]
    affirms: bool
    denies: bool
    planned: bool
    denied: frozenset[str]


@lru_cache(maxsize=256)
def document(text: str) -> Told:
    """Return a document's text as read before: many replies stand on the same one."""
    return Told(text)


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

    @cached_property
    def clauses(self) -> list[Clause]:
        return [
            Clause(
                frozenset(tokens.words(part)) | _certificates(part),
                _NEGATED.search(_ASIDE.sub(" ", REASSURES.sub(" ", spelled(part)))) is None,
                _NEGATED.search(spelled(part)) is not None,
                _PLANNED.search(spelled(unit.text)) is not None,
                unit.denied,
            )
            for unit in self.units
            for part in _told(unit.text)
        ]

    @cached_property
    def affirmed(self) -> frozenset[str]:
        return frozenset[str]().union(*(clause.words for clause in self.clauses if clause.affirms))

    @cached_property
    def denied(self) -> frozenset[str]:
        return frozenset[str]().union(*(clause.words for clause in self.clauses if not clause.affirms))

    def says(self, sentence: str) -> bool:
        """Say whether `sentence` is one of this text's own."""
        return folded(sentence) in self.sentences

    def has_figure(self, figure: Figure) -> bool:
        return any(same(figure, one) for one in self.figures)


def _told(text: str) -> list[str]:
    """Return the clauses of a sentence; items of a list stay with what is said of them all."""
    told: list[str] = []
    items = ""
    for part in filter(str.strip, PARTS.split(text)):
        if _ITEM.fullmatch(spelled(part).strip()):
            items += f"{part.strip()} "
        else:
            told.append(items + part)
            items = ""
    return [*told, items] if items else told


def strange(clause: str, known: frozenset[str], *, plain: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words of a clause that are neither `known`, nor kin to a known word, nor `plain`; a name never is."""
    allowed = known | (plain - named(clause))
    new = {word for word in tokens.words(_FIGURES.sub(" ", spelled(clause))) if not (word in allowed or word.isdigit())}
    if not new:
        return frozenset()
    return unlike(frozenset(new), known)


def overstates(clause: str, texts: Sequence[Told], *, beside: str, free: Told) -> bool:
    """Say whether the clause says of all, always or included what no sentence of the sources on this says so."""
    plain = spelled(clause)
    found = _matched(_QUANTIFIERS, plain)
    if _NEGATED.search(_CONCEDES.sub(" ", plain)):
        found = {"only": found["only"]} if _ALONE.search(_IDLE.sub(" ", plain)) else {}
    return _unfounded(found, clause, texts, beside=beside, free=free)


def torn(clause: str, texts: Sequence[Told], *, beside: str, free: Told, per: frozenset[str] = frozenset()) -> bool:
    """Say whether a figure or a promise of the clause stands in no sentence of the sources that speaks of the same."""
    plain = spelled(clause)
    every = [unit for text in texts for unit in text.units]
    for figure in binding(amounts(clause)):
        if free.has_figure(figure) and not any(text.has_figure(figure) for text in texts):
            continue
        near = [unit for unit in every if any(same(figure, one, per=per) for one in unit.figures)]
        if not any(_speaks_of(unit, frozenset(), plain) and _moves_so(plain, unit, figure, per=per) for unit in near):
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
    """Say whether it affirms what the sentence nearest to it in its sources denies, calls needless or only plans."""
    plain = REASSURES.sub(" ", spelled(sentence))
    needless, planned = _NEEDLESS.search(plain) is not None, _PLANNED.search(plain) is not None
    negated = _NEGATED.search(plain) is not None and not needless
    every = [clause for text in texts for clause in text.clauses]
    if _NOT_FREE.search(plain) and not any(_NOT_FREE.search(spelled(text.text)) for text in texts):
        return True
    if not (negated or needless or planned) and _topic(plain) & _only_denied(texts):
        return True
    for clause in PARTS.split(sentence):
        held = _certificates(clause)
        about = _topic(clause) | held
        among = [part for part in every if held <= part.words] or every
        near = max((len(about & part.words) for part in among), default=0)
        if not about or near < min(ENOUGH, len(about)):
            continue
        best = [part for part in among if len(about & part.words) == near]
        if _is_early(clause, best, planned=planned):
            return True
        if needless and not any(part.denies for part in best):
            return True
        if _withholds(clause) and not any(about & part.denied or part.planned for part in best):
            return True
        if _leaves_out(clause) and not any(part.denies or part.denied for part in best):
            return True
        if not needless and not negated and not any(part.affirms for part in best):
            return True
    return False


def _is_early(clause: str, best: Sequence[Clause], *, planned: bool) -> bool:
    """Say whether a clause tells of a plan as done, or of what is done as a plan; `planned`: its sentence plans."""
    if _PLANNED.search(spelled(clause)) and not any(part.planned or part.denies for part in best):
        return True
    return not planned and all(part.planned for part in best)


def _only_denied(texts: Sequence[Told]) -> frozenset[str]:
    """Return the words that these sources use to deny and for nothing else."""
    affirmed = frozenset[str]().union(*(text.affirmed for text in texts))
    return frozenset[str]().union(*(text.denied for text in texts)) - affirmed


def _withholds(clause: str) -> bool:
    """Say whether a clause denies what it tells; what it only sets aside ("without print") is no denial."""
    plain = _CONCEDES.sub(" ", spelled(clause))
    rest = _ASIDE.sub(" ", _IDLE.sub(" ", plain))
    return any(pattern.search(text) for pattern, text in ((PROMISES["free"], plain), (_NONE, plain), (_NEGATED, rest)))


def _leaves_out(clause: str) -> bool:
    return _ASIDE.search(spelled(clause)) is not None


def _certificates(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"[\s/-]|iec", "", match[0]) for match in CERTIFICATES.finditer(spelled(text)))


def _topic(clause: str) -> frozenset[str]:
    """Return what a clause is about: its words but figures and those of the closed lists."""
    return frozenset(word for word in tokens.words(clause) if not word[0].isdigit()) - retelling()


def _speaks_of(unit: Unit, about: frozenset[str], plain: str) -> bool:
    if (_UNDER.search(plain) and _OVER.search(unit.text)) and not (_OVER.search(plain) or _UNDER.search(unit.text)):
        return False
    if (_SURELY_OVER.search(plain) and _UNDER.search(unit.text)) and not (
        _UNDER.search(plain) or _OVER.search(unit.text)
    ):
        return False
    if _WILL.search(plain) and _WAS.search(unit.text) and not _WILL.search(unit.text):
        return False
    return not about or len(unlike(about - unit.words, unit.words)) < len(about)


def _moves_so(plain: str, unit: Unit, figure: Figure, *, per: frozenset[str]) -> bool:
    """Say whether what has the figure there goes up or down as it does here."""
    parts = [part for part in PARTS.split(unit.text) if any(same(figure, one, per=per) for one in amounts(part))]
    there = " ".join(parts) or unit.text
    up, down = _MORE.search(plain), _LESS.search(plain)
    if up and not down:
        return bool(_MORE.search(there) or not _LESS.search(there))
    return not (down and not up) or bool(_LESS.search(there) or not _MORE.search(there))


def _matched(families: Mapping[str, re.Pattern[str]], plain: str) -> dict[str, frozenset[str]]:
    """Return the families found, each with the words that make it."""
    return {
        name: frozenset(word for match in pattern.finditer(plain) for word in tokens.words(match[0]))
        for name, pattern in families.items()
        if pattern.search(plain)
    }


def _quantified(plain: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _QUANTIFIERS.items() if pattern.search(plain))
