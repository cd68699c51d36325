"""What we asked for, said back before it is answered: 「会社ですか?村上鉄工です」 "My company? Acme Pumps"."""

import re

_LED_IN = r"(?:あ+|ああ|えっと|えーと|はい|うん|私の|こちらの|oh|ah|um|ok(?:ay)?|yes|sure|well)?[、,.…\s]*"
_WHAT_JA = (
    r"会社名?|社名|お?名前|氏名|所属|勤務先|役職|(?:お?電話|携帯)(?:番号)?|番号|メール(?:アドレス)?|連絡先|アドレス|時期"
    r"|人数"
)
_WHAT_EN = r"company(?: name)?|name|role|title|(?:phone |mobile )?number|phone|e-?mail(?: address)?|address|team size"
_ANY = frozenset({"連絡先", "アドレス"})  # a name, a number, an address may follow
_ECHO_JA = re.compile(
    rf"^\W*{_LED_IN}(?P<what>{_WHAT_JA})(?:(?:です|でしょう|のこと(?:です)?)か[?。、\s]*|[?]\s*)(?=[^\s?])", re.I
)
_ECHO_EN = re.compile(
    rf"^\W*{_LED_IN}(?:my |our |the )?(?P<what>{_WHAT_EN})\?\s*(?:it'?s |it is |that'?s |that would be )?(?=[^\s?])",
    re.I,
)


def without_echo(text: str) -> str:
    """Return a normalised text in which a question of ours that is only said back names what the answer is."""
    text = _ECHO_JA.sub(lambda match: "" if match["what"] in _ANY else f"{match['what']}は", text, count=1)
    return _ECHO_EN.sub(lambda match: f"my {match['what']} is ", text, count=1)
