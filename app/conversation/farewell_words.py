"""Short messages that close the talk, or say that what was waited for has come. Pure."""

from __future__ import annotations

import re

_THANKS_JA = (
    r"(?:(?:どうも|本当に|とても|大変)?ありがと\w*|すみません\w*|失礼(?:し|いた)\w*|助かり\w*|お騒がせ\w*|お手数\w*)"
)
CLOSES = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|no|nah|hmm+|well|so|then|right|alright|ah|oh|thanks|thank you|hi|please)\W+)*"
    r"(?:(?:there(?:['’]s| is) )?no need (?:to (?:contact|e-?mail|get back to|reach out(?: to)?"
    r"|follow up(?: with)?)"
    r"|for (?:a|any) (?:contact|follow-?up))(?: (?:me|us))?(?: back| again)?"
    r"|(?:that(?:['’]?s| is)|it(?:['’]?s| is)) (?:probably )?an? no(?: from (?:me|us))?"
    r"|(?:(?:it|this|that)(?:['’]?s| is) )?(?:probably )?not for us)"
    r"(?:[\s,.!]+(?:then|thanks|thank you|cheers|anyway|though|for now|so|very|much|sorry|bye|i['’]?m|we['’]?re"
    r"|just|only|browsing|looking"
    r"|around|all good))*\W*$"
    rf"|^\W*(?:いや|いえ|では|じゃあ?|それなら)?[、。]?(?:うち|弊社|当社)に(?:は)?(?:合わ(?:な(?:い|さそう|そう)"
    rf"|ませ)|向か(?:な|ま))[ぁ-ん]{{0,8}}[。、！!\s]*{_THANKS_JA}?\W*$",
    re.I,
)  # and ask for nothing more; who only wants no call may be written to
MISTAKEN = re.compile(
    r"^\W*(?:あ、?)?(?:(?:すみません|すいません|ごめん(?:なさい)?|失礼(?:しました)?)[、。\s]*)?(?:押し|送り|書き"
    r"|問い合わせ|掛け|かけ)?間違え(?:て(?:送り|書き|押し))?(?:まし)?た"
    r"(?:みたい)?(?:です)?\W*(?:(?:すみません|失礼)\w*\W*)?$"
    r"|^\W*(?:(?:sorry|oops|oh|my bad)\W+)*(?:wrong (?:window|chat|site|website|tab)|sent (?:this |it )?by mistake"
    r"|ignore (?:this|that|me))(?:,? sorry)?\W*$",
    re.I,
)  # not to us, where nothing was asked and nothing is known or wished yet
HAS_COME = re.compile(
    r"^\W*(?:先ほど|さきほど|さっき|たった今|今|いま|今朝|昨日|本日|無事(?:に)?|ようやく|やっと|おかげ(?:さま|様)で"
    r"|自己|自分で)*、?"
    r"(?:届き|直り|治り|解決し|解決でき|復旧し|繋がり|つながり|ログインでき|直せ|動くようになり|使えるようになり"
    r"|見られるようになり)ました"
    r"(?!か|が|けど|けれど|のに)(?:ので)?[^？?]*$"
    r"|^\W*(?:(?:hi|hello|ok(?:ay)?|thanks|thank you|great|never ?mind|good news)\W+)*(?:(?:it|that|this|everything"
    r"|the (?:\w+ )?(?:problem|issue|login|parcel|package))"
    r"(?:['’]?s| is| has)? (?:just |now |finally |been |all )*(?:arrived|works? (?:again|now)|working (?:again|now)"
    r"|fixed|solved|resolved|sorted(?: out)?)"
    r"|(?:problem|issue) (?:solved|fixed|resolved)|(?:it )?works (?:again|now))\b(?![^.!]*\bbut\b)[^?]*$",
    re.I,
)  # what they waited for
_MEETING_JA = r"(?:打ち?合わ?せ|面談|デモ|商談|アポイント|アポ|ご?訪問|来訪|会議|ミーティング)"
_DROPS = re.compile(
    rf"(?:{_MEETING_JA}(?:の(?:件|お願い|話|ご?予約))?|お?約束|ご?予約(?!の))[はをもの]?、?"
    r"(?:一旦|いったん|やっぱり?|やはり|今回は|とりあえず|すみませんが?|、)*(?:お?取り?(?:やめ|止め|消し)"
    r"|キャンセル|中止|なし(?=で|に|と)|無し(?=で"
    r"|に|と)|見送|見合わせ|お断り|やめ(?:て(?:おき|くだ)|に|ます|たい|と))(?!料|でき|する場合|の場合|した(?!い)|規定"
    r"|ポリシー|可能|待ち|は|が|率|数|の?多|され|方法|期限)"
    r"|(?<!fee to )(?<!cost to )(?<!possible to )(?<!how to )"
    r"\b(?:cancel|call off|forget(?: about)?|drop|skip) (?:the|our|my|that|this|tomorrow['’]s|today['’]s"
    r"|any) (?:\w+ ){0,2}"
    r"(?:meetings?|demo|appointment|visit|booking|session)\b"
    r"(?! (?:later|free|up to|at short|without)\b|[^.?!\n]{0,40}\bif (?!that|it|you|possible))"
    r"|\b(?:meeting|demo|appointment|visit) (?:is|['’]s) (?:off|cancel+ed|not needed)\b"
    r"|\bno (?:need for (?:a|the) )?(?:meeting|demo|visit)(?: any ?more| after all| then)\b",
    re.I,
)
_ANOTHER_TIME = re.compile(
    r"ずら|変更|延期|別の|かわりに|代わりに|(?<!中止)(?<!キャンセル)(?<!な[しい])(?<!消し)(?<!やめ)にして(?:ほし|くだ|もら)|\b(?:reschedul\w*|postpone|move|instead"
    r"|another (?:day|time|date)|rather)\b",
    re.I,
)
_CLAUSE = re.compile(r"[^。．.、,;!！?？\n]+")
_WHEN = re.compile(
    r"[月火水木金土日]曜|\d\s?[日時](?!間)|明日|明後日|あさって|来週|再来週|午[前後]"
    r"|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|\b(?:tomorrow|next week|at \d|\d ?[ap]\.?m\b|\d:\d\d)",
    re.I,
)
_WISHES_ONE = re.compile(
    rf"{_MEETING_JA}[^。]{{0,8}}(?:お願い|希望|したい|して(?:ほし|もら)|受けたい|見たい)"
    r"|\b(?:like|want|love|have|book|arrange|schedule) (?:to (?:see|have|book) )?"
    r"(?:a|the|your) (?:\w+ )?(?:demo|meeting|call|visit)\b",
    re.I,
)
# Why they cannot come is no other time.
_CANNOT = re.compile(
    r"都合|不在|出張|休|外せ|無理|忙し|行け|出られ|予定が|急用|用事|\b(?:away|out|busy|not|can['’]?t|cannot|won['’]?t"
    r"|unable|ill|sick|holiday|because|since|as (?:i|we))\b",
    re.I,
)


def drops_a_meeting(text: str) -> bool:
    """Say whether they take back a meeting, and name no other time for it, nor wish for one beside it."""
    if _DROPS.search(text) is None or _ANOTHER_TIME.search(text):
        return False
    beside = (one for one in _CLAUSE.findall(text) if not _DROPS.search(one) and not _CANNOT.search(one))
    return not any(_WHEN.search(one) or _WISHES_ONE.search(one) for one in beside)
