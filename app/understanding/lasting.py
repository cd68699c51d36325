"""How long something has lasted: 「金曜から止まったまま」, "dead since Friday" name no time that is wished for."""

import re

_DAY_JA = (
    r"(?:(?:先々?週|今週|この前)の?)?(?:[月火水木金土日]曜日?|週末|週明け|昨日|今日|本日|\d{1,2}日)"
    r"(?:の?(?:朝(?:イチ|一番?)?|昼|夕方|夜|晩|深夜|早朝|午前|午後)|の?\d{1,2}(?:時半?|:\d\d)(?:頃|ごろ)?)*"
)
# What goes on in the same clause: a failure, silence, waiting, calls in vain.
_LASTS_JA = re.compile(
    r"まま|ずっと|音沙汰|故障|停止中|不通|ダウン|オフライン|エラー|ない(?!と|か|なら|よう|場合)|な(?:く|くて)$|ません(?!か)"
    r"|(?:止ま|落ち|壊れ|切れ|死ん|途切れ|固ま|消え|困っ|待(?:っ|たされ))[ってで]+"
    r"|(?:(?:電話|連絡|催促|お願い)し|かけ)て(?:いる|い?ます|る|も(?:出|つな|繋|音|返)|い?るのに)"
)
# 「金曜から出られません」「月曜から使いたい」: when they can be reached, or a plan.
_AHEAD_JA = re.compile(
    r"(?:出(?:ら?れ)|[^ぁ-ん]に?い|おり)(?:ない|ません)|休み|不在|出張|たい|予定|つもり|導入|稼働|開始|使い始|なら|空い"
)
_SINCE_JA = re.compile(rf"{_DAY_JA}(?:から|以来)(?P<rest>[^。、,!?\n]{{0,30}})")
_DAY_EN = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?|today|yesterday|noon|midnight|(?:the )?weekend"
    r"|(?:this |the )?(?:morning|afternoon|evening|night)|lunch(?:time)?|\d{1,2}(?::\d\d)? ?(?:am|pm)?)"
)
_SINCE_EN = re.compile(
    rf"\bsince (?:about |around |early |late |last |this |the )*{_DAY_EN}\b(?:,? (?:at |around )?{_DAY_EN}\b)*", re.I
)


def without_since(text: str) -> str:
    """Return a normalised text with a blank for each day or time since which something lasts; its length stays."""
    return _SINCE_JA.sub(_blanked, _SINCE_EN.sub(lambda match: " " * len(match.group()), text))


def _blanked(match: re.Match[str]) -> str:
    rest = match["rest"]
    lasts = _LASTS_JA.search(rest) and not _AHEAD_JA.search(rest)
    return " " * (match.start("rest") - match.start()) + rest if lasts else match.group()
