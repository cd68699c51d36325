"""What the prospect works with today."""

import re

from app.understanding.normal import Normal, any_of
from app.understanding.people_words import NOT_NAMES_EN, NOT_NAMES_JA, TOOLS

_IN_USE_JA = (
    r"[^。?]{0,16}(?:使って|使い(?:ま|こな|続)|利用|導入して|導入済|入れて|入って|契約(?:して|中)|管理して"
    r"|運用|連携(?:させ|して)い|で(?:回|やって|対応|管理|集計|記録)"
    r"|から(?:の)?(?:乗り?換|切り?替|移行|リプレ)|を?やめ|が(?:あ(?:る|り)))"
)
_IN_USE_EN = (
    r"\b(?:we|i|they|currently|team|sales|today|everything|all)\b[^.?!]{0,30}\b"
    r"(?:use|using|on|have|run(?:ning)?|with|rely on|live in|moved to|switch(?:ing)? from"
    r"|pay(?:ing)?(?: \w+){0,4} for|in)\s+(?:a |an |our |the |just |mostly |only )*$"
)
# 「いま使っているのはエクセルです」
_IS_IN_USE_JA = (
    r"(?:使(?:って|い)(?:い)?る(?:の|もの|ツール|システム|ソフト|製品)|(?:今の|現在の|現行の?)(?:ツール|システム"
    r"|ソフト|製品|ベンダー|業者))"
    r"(?:は|が)、?\s*"
)
_NAMED = r"[A-Z][\w\-]*(?: [A-Z0-9][\w\-]*){0,2}"
# Tools nobody has listed: by their capital letter, or by what is said about them.
_UNLISTED = re.compile(
    rf"(?i:\b(?:we|i|they|we're|i'm|team)(?: are| have| all| both)*(?: already| currently| now| just| also| mostly"
    rf"| still)*"
    rf" (?:use|using|run|running|are on|on|rely on|rely upon|switched to|moved to"
    rf"|migrated to))(?: from {_NAMED} to)? (?P<en>{_NAMED})"
    rf"|(?i:\b(?:moved|switched|migrated|switching|moving|migrating) from) {_NAMED} to (?P<to>{_NAMED})"
    rf"|(?i:\b(?:run|do|track|manage|log|keep|plan|handle|record)s? (?:everything|it all|it|that|this|all of it"
    rf"|most of it) (?:in|on|with)) (?P<within>{_NAMED})"
    rf"|(?i:\bbeen using) (?P<been>{_NAMED})"
    rf"|(?i:\b(?:current|existing|present|incumbent) (?:vendor|supplier|provider|tool|system|software|platform|crm"
    rf"|cmms|solution)"
    rf"(?: is|:|'s)) (?P<vendor>{_NAMED})"
    r"|(?:(?:他社|別の会社|よそ)の)?(?P<ja>[^\s、。はがをの]{2,15})という(?:[^\s、。はがを]{0,6})?"
    r"(?:製品|ツール|サービス|システム|ソフト|アプリ)を?(?:使|入れ|導入し|利用し|契約し)(?!たい)"
    rf"|{_IS_IN_USE_JA}(?P<told>[^\s、。はがをの]{{2,15}}?)(?=です|だ|になります)"
    r"|(?P<own>自社(?:開発|製作|製)の\S{2,8}?|手書きの\S{2,6}?|紙の\S{2,6}?)(?:を|で)(?:使|利用|運用|管理)"
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
        r"^(?:今は|現在は|いまは|ずっと|今まで|これまで|基本|主に|we use |we're on |currently |using |it's |just )?"
        r"(?P<tool>[^。、.!?\n]{1,30}?)"
        r"(?:を?(?:使って|利用して|導入して)(?:い)?(?:ます|る)|です|ですね|だけ|のみ|で(?:管理|対応|やって).*)?"
        r"[。.!]*$"
    ),
    re.I,
)
_NO_TOOL = re.compile(r"わか|分か|まだ|特に|答え|know|sure|nothing|rather")


def read_tool(message: Normal, *, asked: bool) -> str | None:
    """Return the tool in use as written; a tool in a question about integration is none."""
    text = message.text
    answer = _answer(text) if asked else None
    for match in any_of(TOOLS).finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if re.match(_QUESTION, after, re.I) or after.lstrip().startswith(("?", "と比", "との違")):
            continue
        if answer and answer != match.group() and re.match(r"\s?(?:と|や|and|&|\+)", after, re.I):
            return answer
        if asked or _in_use(before, after):
            return message.verbatim(match.start(), match.end())
    for match in _UNLISTED.finditer(text):
        group = next(name for name, told in match.groupdict().items() if told)
        if _NO_TOOL.search(match[group]):
            continue
        if match[group].split()[0].lower() not in NOT_NAMES_EN and match[group] not in NOT_NAMES_JA:
            return message.verbatim(*match.span(group))
    return answer


def _in_use(before: str, after: str) -> bool:
    if re.match(_IN_USE_JA, after) or re.search(_IN_USE_EN, before, re.I):
        return True
    return re.search(_IS_IN_USE_JA + "$", before) is not None


def _answer(text: str) -> str | None:
    """Return the whole of a short answer to our question."""
    if re.search(_NONE, text, re.I) or "?" in text:
        return None
    answer = _ANSWER.match(text.strip())
    tool = answer["tool"].strip() if answer else ""
    return tool if len(tool) > 1 and not _NO_TOOL.search(tool) else None
