"""What a thing costs, as the company's price lists tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.conversation.counted import is_counted, without_counts
from app.conversation.terms import ENDS_A_CONTRACT
from app.conversation.wanted import Wanted, own_language
from app.knowledge.library import Library
from app.retrieval.passages import Answer, Found, Kind
from app.retrieval.price_list import AMOUNT, FREE, price_list, price_list_for_many
from app.understanding.facts import Lang

PRICES: tuple[Kind, ...] = ("pricing",)
# "How much is it?" shares no word with a price list
TOPIC_WORDS: Mapping[Lang, str] = {"ja": "プラン 初期費用 月額 円", "en": "plan price"}
ONE_MORE: Mapping[Lang, str] = {"ja": "追加 1台あたり 月額", "en": "additional each per month"}
HOW_MUCH = re.compile(
    r"料金|価格|金額|費用|値段|いくら|なんぼ|何円|コスト|月額|年額|単価|予算|プラン|有料|[高安]い|見積"
    r"|[台個本](?:だけ|のみ|しか|未満|以下|から)"
    r"|\b(?:how much|pric\w+|costs?|charges?|fees?|rates?|plans?|expensive|cheap\w*|ball ?park|budget|quot\w+"
    r"|fewer than|as few as)\b",
    re.I,
)  # about the trial, the invoice or the term none of these is said
PRICE_WORDS = re.compile(
    r"料金|価格|金額|費用|値段|月額|年額|税込|税別|教えて|プラン|初期|イニシャル|ランニング|コスト|年間|合計|総額|トータル|概算|目安|相場|全部|一式"
    r"|載っ|掲載|書い|最低|最安|(?:一番|いちばん|最も)?(?:安|高)[いく]|具体的|詳細|詳し|御社|貴社|製品|サービス|\b(?:price|pricing|prices|costs?|charges?|plans?|month|monthly|there|would"
    r"|about|please|could|offer|which|initial|set-?up|upfront|total|annual|yearly|roughly|approximately|estimate"
    r"|ballpark|running|product|service|system|solution|cheap(?:est)?|affordable|lowest"
    r"|least expensive|option|entry|included?|listed)\b",
    re.I,
)
NAMES_A_THING = re.compile(r"[ァ-ヶー]{3,}|[一-鿿]{2,}|[A-Za-z]{5,}")
LETTERS_OF_A_NAME = 5  # in which singular and plural are one


def priced(library: Library, wanted: Wanted, *, query: str) -> Answer | None:
    """Return the price of what is named, or else all prices; None for what asks for no sum: any document may say it."""
    thing = without_counts(query)
    named = _named(thing)
    if named and not HOW_MUCH.search(query):
        return None
    if named and ENDS_A_CONTRACT.search(query):
        return None
    if named and (price := _price_of(library, wanted, thing, named=named)):
        return price
    topic = TOPIC_WORDS[wanted.lang]
    found = _of_prices(library, wanted, f"{thing} {topic}" if named else topic)
    if not found.passages:
        return None
    if is_counted(query) or is_counted(wanted.query):
        more = _of_prices(library, wanted, ONE_MORE[wanted.lang]).passages
        listed = price_list_for_many(found.passages, more, query=wanted.query)
    else:
        listed = price_list(found.passages, query=wanted.query)
    return listed or library.answer(replace(found, verdict="answer"))


def _price_of(library: Library, wanted: Wanted, thing: str, *, named: Sequence[str]) -> Answer | None:
    """Return the price of the thing that is named, or that it is free; None where neither is told."""
    for query, says in ((thing, AMOUNT), (" ".join(named), FREE)):
        answer = library.answer(_of_prices(library, wanted, query))
        told = "\n".join(
            (answer.text, *(f"{one.passage.title}\n{one.passage.text}" for one in answer.citations))
        ).lower()
        is_it = any(word.lower()[:LETTERS_OF_A_NAME] in told for word in named)
        if answer.verdict == "answer" and says.search(answer.text) and is_it:
            return answer
    return None


def _of_prices(library: Library, wanted: Wanted, query: str) -> Found:
    return own_language(library.search(query, lang=wanted.lang, kinds=PRICES))


def _named(query: str) -> list[str]:
    """Return the words of a question about a price that may name a thing."""
    return NAMES_A_THING.findall(PRICE_WORDS.sub("", query))
