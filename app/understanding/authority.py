"""Who decides about the purchase on the prospect's side."""

from app.understanding.facts import Authority
from app.understanding.normal import any_of

_RINGI = (
    r"稟議|りんぎ|取締役会|役員会|経営会議|決裁(?:が|を|は)(?:必要|取|回|通)|社内決裁|複数部門の承認",
    (
        r"\b(?:board (?:approval|decides|has to|needs|sign)|committee|procurement (?:process|has|needs|team)"
        r"|formal approval|approval process|several (?:people|stakeholders)|buying committee"
        r"|purchasing department)\b"
    ),
)
_SUPERIOR = (
    (
        r"(?:上司|上長|社長|部長|課長|役員|本部長|上の者|上層部|上|ボス|経営(?:層|陣)|代表|本社|親会社"
        r"|オーナー)(?:の|に|が|と|へ)(?:承認|決裁|許可|確認|相談|判断|決め|聞|OK|了承|報告|最終)"
    ),
    r"決裁者は(?!私|自分|僕|わたし)",
    (
        r"(?:私|自分|わたし|僕)(?:に)?(?:は|では)"
        r"(?:決め(?:られ|れ)|決裁(?:権)?(?:が|は)?(?:な|あり)|判断(?:でき|し))"
    ),
    (
        r"\b(?:my|our|the) (?:boss|manager|ceo|cfo|cto|coo|director|vp|owner|president|management|head"
        r"|leadership|superior|supervisor|partner)s?\b.{0,30}\b"
        r"(?:decid\w*|approv\w*|sign\w*|call|ok|okay|final|say|choos\w*|convinc\w*)"
        r"|\b(?:ask|convince|check with|talk to|run it by|clear it with|report to) (?:my|our|the) "
        r"(?:boss|manager|ceo|cfo|director|vp|owner|management|partner|leadership)|\bnot my (?:call|decision)"
        r"|\bi (?:can't|cannot|don't) (?:decide|make the decision)|\bneeds? (?:my )?(?:boss|manager|ceo|cfo)\b"
    ),
)
_SELF = (
    (
        r"(?:私|自分|わたし|僕|わたくし|こちら)(?:が|で|の一存で|一人で)(?:決|判断|決裁|最終)"
        r"|私が(?:責任者|決裁者|社長|代表)|決裁(?:権|者)?(?:は|が)?(?:私|自分|あり|持)|自分で(?:判断|決め)"
        r"|一任され|即決(?:でき|可)|ワンマン"
    ),
    (
        r"\bi (?:decide|make the (?:final )?(?:decision|call)|can decide|sign off"
        r"|have (?:the )?(?:final say|authority|budget)|am the decision|hold the budget)"
        r"|\bi'm the (?:decision|one who decides|buyer|owner)|\bit's my (?:call|decision)|\bmy call\b"
        r"|\bmy decision\b|\bup to me\b|\bdecision[- ]maker(?: here)?\b|\bi own the (?:budget|decision)"
    ),
)
_UNKNOWN = (
    r"分から|わから|まだ|未定|これから|不明|決まって",
    r"not sure|don't know|dunno|no idea|unclear|not decided|depends|tbd",
)
_SHORT = {
    "self": (r"^(?:はい、?)?(?:私|自分|わたし|僕|私です|自分です|自分で判断)", r"^(?:me|i do|i am|myself|yes)\b"),
    "superior": (r"上長|上司|社長|部長|役員", r"\b(?:boss|manager|ceo|cfo|director|owner|vp|management)\b"),
}


def read_authority(text: str, *, asked: bool) -> Authority | None:
    """Return who decides; "unknown" only as an answer to our question."""
    if any_of(*_RINGI).search(text):
        return "ringi"
    if any_of(*_SUPERIOR).search(text):
        return "superior"
    if any_of(*_SELF).search(text):
        return "self"
    if not asked:
        return None
    if any_of(*_SHORT["superior"]).search(text):
        return "superior"
    if any_of(*_SHORT["self"]).search(text):
        return "self"
    return "unknown" if any_of(*_UNKNOWN).search(text) else None
