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
_DROPS = re.compile(
    r"(?:打ち?合わ?せ|面談|デモ|商談|アポイント|アポ|ご?訪問|来訪|会議|ミーティング|お?約束|ご?予約)(?:の(?:件"
    r"|お願い|話))?[はをもの]?、?"
    r"(?:一旦|いったん|やっぱり?|やはり|今回は|とりあえず|すみませんが?|、)*(?:お?取り?(?:やめ|止め|消し)"
    r"|キャンセル|中止|なし(?=で|に|と)|無し(?=で"
    r"|に|と)|見送|見合わせ|お断り|やめ(?:て(?:おき|くだ)|に|ます|たい|と))(?!料|でき|する場合|の場合|した|規定"
    r"|ポリシー|可能|は可能|待ち)"
    r"|\b(?:cancel|call off|forget(?: about)?|drop|skip) (?:the|our|my|that|this|tomorrow['’]s|today['’]s"
    r"|any) (?:\w+ ){0,2}"
    r"(?:meetings?|demo|appointment|visit|booking|session)\b"
    r"|\b(?:meeting|demo|appointment|visit) (?:is|['’]s) (?:off|cancel+ed|not needed)\b"
    r"|\bno (?:need for (?:a|the) )?(?:meeting|demo|visit)(?: any ?more| after all| then)\b",
    re.I,
)
_ANOTHER_TIME = re.compile(
    r"ずら|変更|延期|別の|かわりに|代わりに|にして(?:ほし|くだ|もら)|\b(?:reschedul\w*|postpone|move|instead"
    r"|another (?:day|time|date)|rather)\b",
    re.I,
)


def drops_a_meeting(text: str) -> bool:
    """Say whether they take back a meeting, and name no other time for it."""
    return _DROPS.search(text) is not None and _ANOTHER_TIME.search(text) is None
