"""Times that tell of no plan: of an order only supposed, of leaving again, of what goes wrong then each year."""

import re

from app.understanding.found import Found
from app.understanding.normal import any_of, sentences

# 「来週発注したら、いつ届きますか」 "when could it be here if we order next week?"
_ORDERED_JA = re.compile(
    r"^(?:頃|ごろ|中|末)?(?:に|までに)?[^。、]{0,8}?(?:発注|注文|契約|申し?込|購入|決め|依頼|お願い)[^。、]{0,6}?"
    r"(?:たら|だら|れば|場合|とすると|として)"
)
_ORDERED_EN = re.compile(
    r"\b(?:if|suppos(?:e|ing)|assuming|say) (?:that )?(?:we|i|you)(?:'d| were to| would| did)? (?:\w+ )?"
    r"(?:order|buy|sign|purchas|commit|pay|place|book|go ahead|decide)\w*[^.?!,;]{0,24}$",
    re.I,
)
_ASKS_WHEN = re.compile(
    r"いつ|何[日週]|何[ヶヵケかカ箇個]月|ど[のれ][くぐ]らい"
    r"|間に合いますか|できますか|可能ですか"
    r"|\b(?:can|could|will|would|do) you\b|\bis it possible\b"
    r"|\b(?:when|how (?:soon|long|quick\w*|fast|early|many (?:days|weeks|months)))\b",
    re.I,
)
# "what happens if we want out after 4 months?", "switched it off after 3 months": a length, and no plan.
_LENGTH = re.compile(r"^\W*(?:after|within|inside|at least|in (?:under|less)|for|more than)\b", re.I)
_OUT_EN = re.compile(
    r"\b(?:want(?:s|ed)? out|get(?:ting)? out|opt(?:ing)? out|back(?:ing)? out|walk(?:ing)? away|cancel\w*"
    r"|terminat\w*|quit\w*|leav(?:e|ing)"
    r"|(?:stop|end|drop)(?:ping|ped)?|give (?:it |them )?(?:up|back)|return(?:ing|ed)?(?: it| them)?)\b"
    r"[^.?!;]{0,30}$",
    re.I,
)
_GONE_EN = re.compile(
    r"\b(?:(?:switched|turned|shut)(?: \w+){0,3} off|gave(?: \w+){0,2} up|went (?:back|down|dead|bust)|stopped|dropped"
    r"|abandoned|unplugged|disabled|muted|ignored|uninstalled|removed|ripped|tore|cancell?ed|left|quit|returned|broke"
    r"|failed|died|burn(?:ed|t)|wore|seized|ended up|got (?:bored|tired|fed)|lost)\b[^.?!;]{0,30}$",
    re.I,
)
_OUT_JA = re.compile(
    r"^(?:くらい|ぐらい|ほど)?(?:後|目|以内|経過後|経って|たって)?(?:に|で|には)?[^。、]{0,8}?(?:(?:解約|退会|撤退|返却|返品)(?!します|(?:を?する)?(?:予定|つもり|ので|ため))|やめ(?!る)|止め(?!る)|辞め(?!る)|キャンセル"
    r"|中止|手放|使わなく|電源を切|放置|誰も見な|飽き|壊れ(?:た|まし|て)|だめにな|ダメにな)"
)
_AGREED = re.compile(
    r"(?:今|現在|現行|既存|他社)の|リース|\b(?:our|the (?:current|existing|old|present)|current|existing) (?:\w+ )?"
    r"(?:contract|lease|agreement|subscription|deal|tool|system|vendor|provider|supplier)\b",
    re.I,
)
# What they want to be rid of is a habit or trouble of theirs, or another's product: that is a plan.
_WANTS_RID_OF_JA = re.compile(
    r"切り?替|乗り?換|移行|入れ替|置き換|[^。、]{1,10}(?:を|は)、?(?:やめ|止め|無くし|なくし)(?:たい|ます|る(?:予定|つもり|方針))"
)
_OURS_JA = re.compile(
    r"(?:契約|利用|使用|サービス|御社|貴社|センサー?|導入|トライアル|お?試し|これ|それ)(?:を|は)、?(?:やめ|止め)|か(?:[?。]|$)"
)
_WANTS_RID_OF_EN = re.compile(
    r"\b(?:want|need|like|plan|hope|aim|going|have|intend|mean)\w* to (?:stop|end|drop|give up|quit|get rid of|leave"
    r"|cancel"
    r"|terminate) (?!it\b|them\b|this\b|that\b|early\b|(?:the |your |our )?(?:contract|trial|service|subscription"
    r"|plan)\b"
    r"|your?\b|(?:using|paying for) (?:it|this|you|the)|after\b|within\b|at\b|in\b)\w"
    r"|\bswitch\w* to you",
    re.I,
)
_WHAT_IF_EN = re.compile(r"\b(?:if|what happens|can|could|possible|allowed)\b", re.I)
# 「毎年夏に止まる」 "it trips in summer": each time, without a word of what they want.
_EACH = re.compile(r"(?:毎年|例年|毎回|毎シーズン|毎度|いつも)の?、?$")
_TROUBLE = re.compile(r"止ま|落ち|壊れ|故障|トリップ|過熱|焼き?付|熱く|凍|結露|詰ま|トラブル|異常|不調|異音")
_TROUBLE_BEHIND = re.compile(
    rf"^(?:頃|ごろ|場|口|先|中)?(?:に|は|には|だと|になると|になったら|のたびに|が来ると)、?[^。、]{{0,12}}?(?:{_TROUBLE.pattern})"
)
_TROUBLE_BEFORE = re.compile(
    r"\b(?:stops?|trips?|fails?|breaks?|overheats?|goes (?:down|out|off)|dies|freezes?|seizes?|floods?|jams?|suffers?"
    r"|struggles?)\b[^.?!,;]{0,16}$",
    re.I,
)
_WANTED = re.compile(
    r"たい|[欲ほ]し|必要|導入|入れ|稼働|まで|前に|防|なくし|\b(?:want|need|like|would|by|before|until|install\w*|live|running)\b",
    re.I,
)
# 「最短でいつからですか」「3. 最短の導入時期」: asked of us, and no hurry told.
_HOW_SOON = re.compile(
    r"(?:最短|最速)(?:(?:で|だと|なら|の)?[^。、]{0,10}?(?:いつ|何[日週ヶか月時]|どの[くて]|どれく)"
    r"|の?(?:納期|導入時期|リードタイム)(?:[はをが?。\n]|$))"
)


def asks_how_soon(text: str) -> bool:
    """Say whether what begins here asks how soon it can be."""
    return _HOW_SOON.match(text) is not None


def is_supposed(text: str, one: Found) -> bool:
    """Say whether a time tells of no plan of theirs."""
    start, end = next(((s, e) for s, e in sentences(text) if s <= one.start < e), (0, len(text)))
    before, after, sentence = text[start : one.start], text[one.end : end], text[start:end]
    if (_ORDERED_JA.search(after) or _ORDERED_EN.search(before)) and _ASKS_WHEN.search(sentence):
        return True
    if _left_again(before, text[one.start : one.end], after):
        return True
    if _WANTED.search(sentence):
        return False
    each_time = _EACH.search(before) and _TROUBLE.search(after)
    return bool(each_time or _TROUBLE_BEFORE.search(before) or _TROUBLE_BEHIND.search(after))


def _left_again(before: str, named: str, after: str) -> bool:
    """Is it how long something was or would be used: 「3ヶ月で解約できますか」, "cancel after 6 months"?"""
    out = _OUT_JA.search(after)
    if out and re.match(r"\W*(?:\d|[一二三四五六七八九十数半])", named) and not _AGREED.search(before + out.group()):
        if _WANTS_RID_OF_JA.search(after) and not _OURS_JA.search(after):
            return False
        return re.search(r"[ヶヵケかカ箇個]月|半年|年|週間", named) is not None
    if not _LENGTH.search(named) or _AGREED.search(before):
        return False
    if any_of(_WANTS_RID_OF_EN.pattern).search(before + after) and not _WHAT_IF_EN.search(before):
        return False
    return any_of(_OUT_EN.pattern, _GONE_EN.pattern).search(before) is not None


def answers_another(text: str) -> bool:
    """Say whether words of having no date yet, given as an answer to another question, name nothing of time."""
    return _OF_TIME.search(text) is None


_OF_TIME = re.compile(
    r"時期|いつ|日程|スケジュール|予定|決ま|決め|未定|先[の。でだ]|まだ|急[いぎ]|導入|具体|検討|収集|段階|様子"
    r"|\b(?:time\w*|when|whenever|dates?|schedul\w*|deadline|decid\w*|yet|plan\w*|rush|hurry|urgen\w*|soon|undecided|later|budget|buy\w*)\b",
    re.I,
)
