"""What the prospect works with today."""

import re

from app.understanding.normal import Normal, any_of
from app.understanding.people_words import TOOLS

_IN_USE_JA = (
    r"[^。?]{0,16}(?:使って|使い(?:ま|こな|続)|利用|導入して|導入済|入れて|入って|契約(?:して|中)|管理して"
    r"|運用|連携(?:させ|して)い|で(?:回|やって|対応|管理|集計|記録)"
    r"|から(?:の)?(?:乗り?換|切り?替|移行|リプレ)|を?やめ|が(?:あ(?:る|り)))"
)
_IN_USE_EN = (
    r"\b(?:we|i|they|currently|team|sales)\b[^.?!]{0,30}\b"
    r"(?:use|using|on|have|run(?:ning)?|with|rely on|live in|moved to|switch(?:ing)? from"
    r"|pay(?:ing)?(?: \w+){0,4} for|in)\s+(?:a |an |our |the |just |mostly |only )*$"
)
_NONE = (
    r"^(?:特に)?(?:何も|なに?も|まだ)?"
    r"(?:使って(?:い)?(?:な|ませ)|(?:入れ|導入し)て(?:い)?(?:な|ませ)|なし|無し|ない(?:です)?|ありません)"
    r"|^(?:none|nothing|no tool)"
)
_QUESTION = (
    r"^[^。.!]{0,12}(?:と|に|との|へ|も)?(?:連携|対応|つなが|繋が|インテグ|integrat|連動)[^。]{0,14}"
    r"(?:\?|か|たい|可能|ますか)"
)
_ANSWER = re.compile(
    (
        r"^(?:今は|現在は|いまは|we use |we're on |currently |using |it's |just )?"
        r"(?P<tool>[^。、.!?\n]{1,30}?)"
        r"(?:を?(?:使って|利用して|導入して)(?:い)?(?:ます|る)|です|ですね|だけ|のみ|で(?:管理|対応|やって).*)?"
        r"[。.!]*$"
    ),
    re.I,
)


def read_tool(message: Normal, *, asked: bool) -> str | None:
    """Return the tool in use as written; a tool in a question about integration is none."""
    text = message.text
    for match in any_of(TOOLS).finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if re.match(_QUESTION, after, re.I) or after.lstrip().startswith(("?", "と比", "との違")):
            continue
        if asked or re.match(_IN_USE_JA, after) or re.search(_IN_USE_EN, before, re.I):
            return message.verbatim(match.start(), match.end())
    if asked and not re.search(_NONE, text, re.I) and "?" not in text and (answer := _ANSWER.match(text.strip())):
        tool = answer["tool"].strip()
        return (
            tool
            if len(tool) > 1 and not re.search(r"わか|分か|まだ|特に|答え|know|sure|nothing|rather", tool)
            else None
        )
    return None
