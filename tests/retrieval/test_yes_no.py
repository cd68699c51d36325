"""A "No." is only read out to the question that it answers."""

from __future__ import annotations

import pytest

from app.retrieval.passages import Lang
from app.retrieval.yes_no import without_stray_yes

BAND = "No. The band is another one, so neither affects the other."
NETWORK = "No, it does not need your network."


@pytest.mark.parametrize(
    ("text", "under", "query", "told"),
    [
        (BAND, "Does it interfere with Wi-Fi or other wireless equipment?", "Does it need our Wi-Fi?", BAND[4:]),
        (BAND, "Does it interfere with Wi-Fi?", "Will it interfere with our Wi-Fi?", BAND),
        (NETWORK, "Do we have to connect it to our network?", "Must it be connected to the network?", NETWORK),
        (
            NETWORK,
            "Do we have to connect it to our network?",
            "Does it work without a network?",
            "It does" + NETWORK[11:],
        ),
        ("Yes. It does.", "Can it be used on old machines?", "Is it ok for a 30-year-old pump?", "Yes. It does."),
        ("Yes. It does.", "Can it be used on old machines?", "Can it be painted?", "It does."),
        ("Yes.", "Can it be used on old machines?", "Can it be painted?", "Yes."),
        ("No wiring is needed.", "What about cables?", "Is it painted?", "No wiring is needed."),
        ("No vibration expertise is needed.", "Do we need experts?", "Is it red?", "No vibration expertise is needed."),
        ("いいえ。互いに影響しません。", "無線機器に影響しますか", "パスワードは要りますか", "互いに影響しません。"),
        ("はい、結べます。", "秘密保持契約は結べますか", "秘密保持契約を結びたい", "はい、結べます。"),
        ("はいの数を数えます。", "数え方", "何色ですか", "はいの数を数えます。"),
    ],
)
def test_a_yes_or_no_stays_with_its_question(text: str, under: str, query: str, told: str) -> None:
    lang: Lang = "en" if text.isascii() else "ja"
    assert without_stray_yes(text, under=under, query=query, lang=lang) == told
