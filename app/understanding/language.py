"""Is a message Japanese or English?"""

import re

from app.understanding.facts import Lang

_ADDRESS = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9.-]+"  # whatever stands right before it
_NOISE = re.compile(rf"{_ADDRESS}|https?://[!-~]+")
_KANA = re.compile(r"[぀-ヿ]")
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿々]")
_ENDS_IN_HIRAGANA = re.compile(r"[ぁ-ん][。、!?！？\s]*$")  # "Bright Motors、info@bright.example です"
_LATIN = re.compile(r"[A-Za-z]")
_COURTESY = re.compile(
    r"(?:どうぞ|何卒|なにとぞ)?(?:よろしく|宜しく)(?:お?(?:願|ねが)い)?(?:(?:いた|致)?します|申し上げます)?"
    r"|ありがとう(?:ございま(?:す|した))?|お世話になっ?(?:ております|ています|ります)|(?:はじめ|初め)まして|こんにち[はわ]|敬具"
)  # said by whoever writes to Japan, in whatever language
_ENGLISH = re.compile(r"\b(?:we|i|the|to|is|are|our|you|your|would|please|need|have|can|do|does)\b", re.I)
_A_SENTENCE = 3  # so many of these words make English sentences


def detect(text: str, *, fallback: Lang = "ja") -> Lang:
    """Return the language of a normalised message; `fallback` when it holds no letters.

    A Japanese character says about as much as three Latin letters.
    """
    plain = _NOISE.sub(" ", text)
    english = len(_ENGLISH.findall(plain))
    if english:
        plain = _COURTESY.sub(" ", plain)
    japanese = len(_JAPANESE.findall(plain))
    latin = len(_LATIN.findall(plain))
    if not japanese and not latin:
        return fallback
    if english < _A_SENTENCE and _ENDS_IN_HIRAGANA.search(plain):
        return "ja"
    if _KANA.search(plain):
        return "ja" if japanese * 5 >= latin else "en"
    return "ja" if japanese * 3 >= latin else "en"
