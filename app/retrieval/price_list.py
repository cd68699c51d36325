"""What a price list says as a whole: the price of every plan, and what one unit more costs. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.retrieval import tokens
from app.retrieval.extract import MAX_CHARACTERS, join
from app.retrieval.passages import Answer, Citation, Passage
from app.retrieval.sentences import is_crumb, statements

AMOUNT = re.compile(
    r"[¥￥$€£]\s?\d[\d,.]*|\d[\d,.]*\s?(?:万|億)?(?:円|ドル|ユーロ|元)|\b(?:JPY|USD|EUR|GBP)\s?\d[\d,.]*"
    r"|\d[\d,.]* (?:yen|dollars|euros)\b"
)
FREE = re.compile(r"無料|無償|\bfree\b", re.I)
TOTAL = re.compile(
    r"合計|総額|総費用|総コスト|トータル|初年度|[2２二]年目以降"
    r"|\b(?:totals?|altogether|in all|overall)\b|\bfirst[- ]year\b|\bin the first year\b",
    re.I,
)
"""A sum over plans or months: told to whoever asks for it, and too long beside the prices it is made of."""
ASKS_A_TOTAL = re.compile(
    rf"{TOTAL.pattern}|年間|年額|[1１一]年(?:間)?(?:で|分|使)|全部で|込み込み"
    r"|\b(?:annual(?:ly)?|yearly|per (?:year|annum)|a year|all[- ]in|over (?:a|one|the) year)\b"
    r"|\bfor (?:a|one) (?:full )?year\b",
    re.I,
)
_ON_REQUEST = re.compile(r"見積|応相談|お問い?合わせ|\bquot(?:e|ation)|\bon request|\bcontact us", re.I)
_WHOLE = re.compile(r"(?<![\d.])\d{1,9}(?![\d.])")
_FIRST_FIGURE = re.compile(r"[:：\d]")
_FURTHER = re.compile(
    r"(?=.*(?:追加|増設|\b(?:additional|extra|further)\b))"
    r"(?=.*(?:あたり|当たり|につき|ごと|毎に|\b(?:each|every|per (?!month|year|day|hour))))",
    re.I | re.S,
)


def price_list(passages: Sequence[Passage], *, query: str = "") -> Answer | None:
    """Return every price in the best passage: learned weights would pick one plan of several. None without a price.

    Totals are told if `query` asks for one.
    """
    told = _prices(passages[0].text) if passages else []
    if not told:
        return None
    plain = told if ASKS_A_TOTAL.search(query) else [one for one in told if not TOTAL.search(one)]
    return _cited(passages[0], plain or told)


def price_list_for_many(passages: Sequence[Passage], others: Sequence[Passage], *, query: str = "") -> Answer | None:
    """Return the prices of the plans, what is quoted on request, and what one unit more costs (in `others`).

    What is quoted on request for more than `query` asks for is left out; totals are told if it asks for one. Of the
    plans what says how much each covers is enough. One unit's price alone would be read as the price of each, a plan
    for fewer units as the price of all.
    """
    told = _prices(passages[0].text) if passages else []
    covering = [text for text in told if re.search(r"\d", AMOUNT.sub("", text))]
    totals = [text for text in told if TOTAL.search(text)] if ASKS_A_TOTAL.search(query) else []
    plain = [text for text in covering or told if not TOTAL.search(text)] or told
    base = _cited(passages[0], [*plain, *(text for text in totals if text not in plain)]) if told else None
    if base is None:
        return None
    asked = [text for text in _said(passages[0].text) if _ON_REQUEST.search(text) and not AMOUNT.search(text)]
    asked = [text for text in asked if is_crumb(text) and _is_reached(text, query)]
    plans = join([base.text, *asked], lang=passages[0].lang)
    return _with_one_more(Answer(plans, base.citations, "answer"), others)


def _is_reached(text: str, query: str) -> bool:
    """Say whether what is quoted on request begins at so many as are asked for, as far as both tell a number."""
    wanted, begins = (_WHOLE.findall(tokens.plain(one)) for one in (query, text))
    return not wanted or not begins or max(map(int, wanted)) >= min(map(int, begins))


def _with_one_more(base: Answer, others: Sequence[Passage]) -> Answer:
    """Return the prices with what one unit more costs of what they speak of, if that is told anywhere."""
    first, known = base.citations[0].passage, frozenset(tokens.words(base.text))
    further = [(len(known & _of_what(text)), text, one) for one in others for text in _further(one.text)]
    shared, more, source = max(further, key=lambda one: one[0], default=(0, "", first))
    if not shared or more in base.text:
        return base
    found = base.citations if source.document_id == first.document_id else (*base.citations, Citation(2, source))
    return Answer(join([base.text, more], lang=first.lang), found, "answer")


def _cited(passage: Passage, texts: Sequence[str]) -> Answer | None:
    return Answer(join(texts, lang=passage.lang), (Citation(1, passage),), "answer") if texts else None


def _prices(text: str) -> list[str]:
    """Return what names a sum, in order and as far as it fits; no row of a table that a sentence says in full."""
    priced = [one for one in _said(text) if AMOUNT.search(one)]
    written = {amount for one in priced if not is_crumb(one) for amount in AMOUNT.findall(one)}
    kept: list[str] = []
    for one in priced:
        repeats = is_crumb(one) and written.issuperset(AMOUNT.findall(one))
        if not repeats and (not kept or sum(map(len, (*kept, one))) <= MAX_CHARACTERS[tokens.detect_lang(text)]):
            kept.append(one)
    return kept


def _of_what(text: str) -> frozenset[str]:
    """Return the words before the first figure: what there is one more of."""
    return frozenset(tokens.words(_FIRST_FIGURE.split(text)[0]))


def _further(text: str) -> list[str]:
    return [one for one in _said(text) if _FURTHER.match(one) and AMOUNT.search(one)]


def _said(text: str) -> list[str]:
    return [statement.text for statement in statements(text)]
