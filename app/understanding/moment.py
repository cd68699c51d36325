"""Is a message nothing but a wish that we wait a moment (「少々お待ちください」 "hold on", "let me check")?"""

from app.understanding.normal import any_of

_OPENS_JA = r"^\W*(?:(?:はい|ええ|あ|すみません|すいません|ごめんなさい|えー?っと|では)[、,。\s]*)*"
_A_WHILE_JA = r"(?:あと)?(?:ちょっと|少し|少々|しばらく|一瞬|今|いま|[1-9一二三四五]+分)(?:だけ|ほど|くらい)?[、\s]*"
_LOOKS_JA = r"(?:(?:確認|チェック)(?:し|いたし)|調べ|探し|見)(?:て(?:み|き))?ます(?:ね|ので)?"
_WAIT_JA = (
    r"(?:お待ち(?:ください|下さい|いただけ(?:ます(?:でしょう)?か)?|を)"
    r"|待って(?:て|いて)?(?:ください|下さい|もらえますか)?)ね?"
)
_OPENS_EN = r"^\W*(?:(?:ok(?:ay)?|sorry|yes|sure|yeah|um+|please)[,.\s]*)*(?:just )?"
_A_WHILE_EN = r"(?:a|one) (?:quick |little )?(?:sec|second|moment|minute|min)"
_WAIT_EN = (
    rf"(?:(?:hold on|hang on|wait|bear with me)(?: (?:for )?{_A_WHILE_EN})?|(?:give me )?{_A_WHILE_EN}"
    r"|give me (?:two|\d) (?:sec(?:ond)?s|min(?:ute)?s)|brb|(?:i'?ll )?be right back|(?:i'?ll be )?back in a \w+"
    r"|let me (?:just |quickly )?(?:check|look)(?: (?:that|it up|quickly))?)"
)
_A_MOMENT = (
    rf"{_OPENS_JA}(?:{_A_WHILE_JA})*(?:{_LOOKS_JA}[、。\s]*(?:{_A_WHILE_JA})*)?{_WAIT_JA}\W*$",
    rf"{_OPENS_JA}(?:今|いま|すぐに?)[、\s]*(?:{_A_WHILE_JA})*{_LOOKS_JA}\W*$",
    rf"{_OPENS_EN}{_WAIT_EN}(?:,? please)?\W*$",
)


def asks_to_wait(text: str) -> bool:
    """Say whether a normalised message asks for a moment and says no more."""
    return any_of(*_A_MOMENT).search(text) is not None
