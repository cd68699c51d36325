"""A plan put off, put right or made to depend, and the day by which something is to be delivered."""

import re
from datetime import timedelta

from app.understanding import timing_words as words
from app.understanding.normal import any_of
from app.understanding.periods import Window

# 「納期は1月末」 "delivery date: 31 January": it may come before that.
_DUE = re.compile(
    r"(?:納期|納品日?|納入日?)(?:の?希望日?)?(?:は|:|が|も|を|で|、)?\s*$"
    r"|^\W*(?:delivery|shipment|installation)(?: \w+)?:[^.\n]{0,40}, ?"
    r"(?:by|before|on|no later than|not later than) (?:the )?$"
    r"|\b(?:delivery(?: date)?|deadline|due(?: date)?)(?: (?:is|would be|needed|required|wanted|requested))?:?"
    r"(?: on)?\s*(?:the )?$",
    re.I,
)
_DUE_BEHIND = re.compile(r"^の?(?:納期|納品|納入)(?!後|から)")
_SUBJECTS = (
    r"導入|稼働|開始|時期|計画|プロジェクト|予定|スケジュール|工事|定期?修|立ち上げ|更新|リプレ[イー]?ス|切り?替え"
)
# 「9月に延期になりました」 "the rollout has been pushed to September"
_MOVED_BEHIND = re.compile(
    r"^(?:頃|ごろ|中)?(?:に|へ|まで)(?:延期|延び|伸び|ずれ|後ろ倒し|後ろ倒れ|前倒し|繰り?(?:延べ|上げ|下げ)|変更|変わ)"
)
_OF_THE_PLAN = re.compile(
    r"(?:^|[。!?\n])\W*(?:(?:すみません|すいません|申し訳[^。、]{0,10}|実は|ごめんなさい|社内の都合で|都合により)[、。\s]*)*"
    rf"(?:[^。、]{{0,8}}(?:{_SUBJECTS})[^。、]{{0,8}}[がはもを]、?)?\s*$"
    rf"|、(?:[^。、]{{0,8}}(?:{_SUBJECTS})[^。、]{{0,8}}[がはもを])\s*$"
)
_MOVED_EN = re.compile(
    r"(?:^|[.!?\n]|,)\W*(?:(?:sorry|actually|unfortunately|fyi|update)\W+)*(?:but )?"
    r"(?:(?:(?:the|our|this|my) )?(?:whole )?(?:project|install(?:ation)?|start|go-?live|launch|roll-?out|shutdown"
    r"|outage|turnaround|plan|timeline|timing|implementation|deployment|upgrade|it|that|everything)(?: date)?"
    r"(?: has been| have been|'s been| was| got| is(?: now)?| has| had to be)?|we(?:'ve| have)?(?: had to)?) ?"
    r"(?:postponed|push(?:ed)?(?: (?:it|this|that|back|out))*|delayed|mov(?:ed?|ing)(?: (?:it|this|back|out))*"
    r"|shift(?:ed)?|slip(?:ped)?|rescheduled)(?: back| out| forward)?"
    r" (?:to|until|till|into|(?P<away>from)) (?:the )?$",
    re.I,
)
_DAYS = timedelta(9)  # a plan is moved to a part of a month or more, an appointment to a day


# "oops, I meant June", "I said May but it's actually June", "make that August"
_CORRECTED_EN = re.compile(
    r"(?:^|[.!?\n,;:-])\W*(?:(?:sorry|oops|no|wait|well|ok(?:ay)?|ah|hm+|my (?:bad|mistake))\W+){0,3}"
    r"(?:[\w' ]{0,30}?\bbut )?"
    r"(?:(?:i|we) (?:actually )?(?:mean|meant)|correction|make (?:that|it)|typo|scratch that|actually"
    r"|(?:it's|it is|that's|that is|it should be|should be|should have been) ?(?:actually|really|now|rather)?)\b\W*"
    r"(?:\b(?:sorry|typo|i|we|meant|actually|really|it's|is|be|should|in|by|for|from|until|the)\b\W*){0,6}$",
    re.I,
)
_CORRECTED_JA = re.compile(
    r"(?:訂正|修正|間違え|間違い|まちがえ|書き間違い?|打ち間違い?|誤記|誤り)"
    r"(?:し(?:ます|ました|て)|いたします|ました|まして|です|でした|させて[^。、]{0,8}|が(?:あり|ござい)[^。、]{0,6})?[、。:!\s]+$"
    r"|(?:やっぱり?|やはり|正しくは|正確には)(?:導入|稼働|時期|開始)?は?、?\s?$"
)
_CORRECTED_SO = re.compile(
    r"^(?:末|頃|ごろ|中|から|まで)*(?:です|でした|に(?:な[りっ]|変|して|します|ずら)|で(?:お願い|す|$|[。、!])|$|[。!])"
)
_CORRECTED_SO_EN = re.compile(
    r"^(?:\W*$|\W*[.,;!?\n]|\W+(?:not|instead|please|now|then|rather|for|at the (?:latest|earliest)|sorry)\b)", re.I
)
_CORRECTED_BEHIND = re.compile(
    r"^(?:末|頃|ごろ|中)*(?:の(?:間違い|誤り|まちがい|打ち間違|書き間違)|(?:に|へ)(?:訂正|修正)|[がで]正し(?:い|く))"
)
_WRONG_BEFORE = re.compile(r"(?:では|じゃ)なくて?、?$")
# "If my boss agrees, in May", 「うまくいけば来年の秋」
_CONDITION_EN = re.compile(
    r"(?:^|[.!?\n])\W*(?:if|once|assuming|provided|as soon as)\b[^.!?\n,]{3,60},"
    r"(?:\W|\b(?:then|so|probably|maybe|perhaps|hopefully|likely|it|would|be|in|by|from|for|the|at)\b){0,12}$",
    re.I,
)
_CONDITION_JA = re.compile(
    r"(?:^|[。!?\n])[^。!?\n\d]{2,30}?(?:れば|たら|だら|えば|けば|てば|(?:なら|次第)(?=、))、?(?:早くて(?:も)?|たぶん|多分|おそらく|できれば|早ければ)?$"
)
_ASKED_OF_US = r"もし(?:可能|よ)|よ(?:ろし)?ければ|可能であれば|できれば|\bif (?:you|possible|it suits|that suits)\b"
_GOES_WRONG = (
    r"止ま|停止|壊れ|故障|落ち|切れ|詰ま|トラブル|異常|過ぎ|間に合わ"
    r"|\b(?:stops?|fails?|breaks?|trips?|dies|jams?|goes (?:down|out|off|wrong|dead)|overheats?|floods?|miss|late)\b"
)


# "sorry, June" and no more
_SORRY = re.compile(
    r"^\W*(?:(?:oh|ah|no|oops|well)\W+)*(?:sorry|oops|my (?:bad|mistake)"
    r"|(?:すみません|すいません|ごめん(?:なさい)?|失礼(?:しました)?))[^\w]+"
    r"(?:(?:in|by|for|from|the)\s+)*$",
    re.I,
)
_NO_MORE = re.compile(r"^(?:頃|ごろ|末|から|まで)*(?:です|でした)?\W*$")
# "we'll do it in June", 「6月にやります」
_DOES_IT = re.compile(
    r"(?:^|[.!?\n,;])\W*(?:(?:so|then|and|but|yes|ok(?:ay)?|probably|i think|guess)\W+)*(?:we|i)"
    r"(?:'ll| will| would|'d| want to| plan to| can) (?:only |probably |then )?do (?:it|this) "
    r"(?:(?:in|by|before|after|around|from|during|the)\s+)*$",
    re.I,
)
_DOES_IT_BEHIND = re.compile(
    r"^(?:頃|ごろ|末|以降)?に?(?:やります|やる(?:予定|つもり)|やりたい|実施(?:します|予定|したい))"
)


def said_anew(text: str, start: int, end: int, window: Window) -> bool:
    """Is it when they want it, by the words around it: the plan moved or put right, or what a condition leads to?"""
    if window.latest is not None and window.latest - window.earliest < _DAYS:
        return False
    if _SORRY.search(text[:start]) and _NO_MORE.search(text[end:]):
        return True
    return (
        _does_it(text, start, end)
        or _moved_to(text, start, end)
        or _put_right(text, start, end)
        or _on_condition(text[:start])
    )


def _does_it(text: str, start: int, end: int) -> bool:
    """Will they do it then, whatever stood before: and is nothing else, a call or a demo, spoken of?"""
    told = _DOES_IT.search(text[:start]) or _DOES_IT_BEHIND.search(text[end:])
    elsewhere = any_of(*words.CUES_EN[words.ELSEWHERE], *words.CUES_JA[words.ELSEWHERE])
    return told is not None and elsewhere.search(text) is None


def _put_right(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    if _CORRECTED_BEHIND.search(after):
        return True
    if _CORRECTED_EN.search(before[-90:]) and _CORRECTED_SO_EN.search(after):
        return True
    told = _CORRECTED_JA.search(before[-40:]) or _WRONG_BEFORE.search(before)
    return told is not None and _CORRECTED_SO.search(after) is not None


def _on_condition(before: str) -> bool:
    told = _CONDITION_EN.search(before[-160:]) or _CONDITION_JA.search(before[-60:])
    return told is not None and not any_of(_ASKED_OF_US, _GOES_WRONG).search(told.group())


def is_due(text: str, start: int, end: int, window: Window) -> bool:
    """Is it the day or the end of a month by which it is to be delivered?"""
    limit = window.latest is not None and (window.latest == window.earliest or text[:end].endswith("末"))
    limit = limit or re.match(r"(?:the )?end of", text[start:end], re.I) is not None
    return limit and (_DUE.search(text[:start]) or _DUE_BEHIND.search(text[end:])) is not None


def _moved_to(text: str, start: int, end: int) -> bool:
    """Has their plan been put off, or forward, to this time?"""
    behind = _MOVED_BEHIND.search(text[end:]) and _OF_THE_PLAN.search(text[:start])
    before = _MOVED_EN.search(text[:start])
    there = before is not None and (not before["away"] or " to " in text[start:end])
    return bool(behind) or there


# 「7月から9月に延期」 "moved from July to September"
_AWAY_EN = re.compile(
    r"\b(?:postponed|push(?:ed)?|delayed|moved?|shift(?:ed)?|slip(?:ped)?|rescheduled|changed?)"
    r"(?: \w+){0,2} from (?:the )?$",
    re.I,
)


def moves_away(text: str, start: int, end: int, later_end: int) -> bool:
    """Has something been put off from the time that stands here to the next one?"""
    from_here = re.match(r"から|\s+(?:to|until|till|into)\b", text[end:], re.I)
    return from_here is not None and bool(_MOVED_BEHIND.search(text[later_end:]) or _AWAY_EN.search(text[:start]))
