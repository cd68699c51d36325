"""What documents tell of what a person takes up otherwise: are there discounts, how soon does support answer? Pure."""

from __future__ import annotations

import re

from app.conversation.situation_words import DISCOUNT

PLAIN_QUESTION = re.compile(r"[?？]|か(?:。|\n|$)|教えて")
LESS = re.compile(rf"{DISCOUNT.pattern}|\bcheaper\b|\bsave (?:money|anything)\b", re.I)
HAGGLES = re.compile(
    r"もらえ|もらい|いただけ|いただき|頂け|くれ|くださ|下さ|お願い|ほし[いく]|欲し[いく]|まけ|勉強して|交渉"
    r"|もう少し|もっと|[たれ]ら|予算|相談|安くし|\d\s?(?:%|％|割|percent)"
    r"|\b(?:can|could|would|will) (?:you|u)\b|\bgive|\bknock|\btake\b.{0,16}\boff\b|\b(?:% ?|percent )off\b"
    r"|\bnegotia\w*|\bbest price|\bmatch|\bif (?:we|i) (?:buy|order|sign|take|commit)\b"
    r"|\bneed|\bwant|\bplease|\bexpect|\bdeserve",
    re.I,
)
OF_SUPPORT = re.compile(
    r"サポート|問い?合わ?せ|窓口|ヘルプデスク|\b(?:support|help ?desk|hotline|customer service)\b", re.I
)
OF_THEIR_OWN = re.compile(r"いつ|何時|まだ|の件|\b(?:when|yet|still|call(?:ing)? me|my)\b", re.I)  # no rule tells this


def asks_for_a_discount(text: str) -> bool:
    """Say whether it is asked if there is a discount, without asking for one: haggling is a person's to answer."""
    return DISCOUNT.search(text) is not None and not HAGGLES.search(text) and PLAIN_QUESTION.search(text) is not None


def asks_what_is_cheaper(text: str) -> bool:
    """Say whether it is asked, without haggling, how to pay less."""
    return LESS.search(text) is not None and not HAGGLES.search(text)


def asks_how_soon_support_answers(text: str) -> bool:
    """Say whether it is asked how long an answer of support takes in general, and not where theirs is."""
    asks = OF_SUPPORT.search(text) and PLAIN_QUESTION.search(text)
    return asks is not None and not OF_THEIR_OWN.search(text)
