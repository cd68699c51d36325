"""Is a message Japanese or English?"""

import re

from app.understanding.facts import Lang

_ADDRESS = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9.-]+"  # whatever stands right before it
_NOISE = re.compile(rf"{_ADDRESS}|https?://[!-~]+")
_KANA = re.compile(r"[぀-ヿ]")
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿々]")
_ENDS_IN_HIRAGANA = re.compile(r"[ぁ-ん][。、!?！？\s]*$")  # "Bright Motors、info@bright.example です"
_LATIN = re.compile(r"[A-Za-z]")


def detect(text: str, *, fallback: Lang = "ja") -> Lang:
    """Return the language of a normalised message; `fallback` when it holds no letters.

    A Japanese character says about as much as three Latin letters.
    """
    plain = _NOISE.sub(" ", text)
    japanese = len(_JAPANESE.findall(plain))
    latin = len(_LATIN.findall(plain))
    if not japanese and not latin:
        return fallback
    if _ENDS_IN_HIRAGANA.search(plain):
        return "ja"
    if _KANA.search(plain):
        return "ja" if japanese * 5 >= latin else "en"
    return "ja" if japanese * 3 >= latin else "en"
