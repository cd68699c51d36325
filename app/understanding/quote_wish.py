"""What a quote has to say: 宛名, 数量 and 希望日."""

import re
from datetime import date

from app.understanding.facts import QuoteWish
from app.understanding.normal import Normal, any_of

_WISH = (
    r"(?<!概算の)(?:お|御)?見積(?!もりソフト|システム)|みつもり",
    r"\bquot(?:e|es|ation|ations)\b|\bestimates?\b|\bproforma\b",
)
_ADDRESSEE = (
    r"宛[名先](?:は|を|:|が|には)\s?(?P<who>[^。、,\n]{2,40})",
    (
        r"(?P<who3>(?:(?:株式|有限|合同)会社|[(]株[)])?[^\s。、,\n「」はがをでに]{2,25}?(?:様"
        r"|御中)?)(?:宛(?:て)?)(?:に|で|の|へ)(?=[^。\n]{0,12}(?:見積|お願い|作成|発行|ください"
        r"|頂|いただ))"
    ),
    (
        r"\b(?:addressed|made out|issued|address it|make it out) to\s+(?P<who4>(?!(?:me|us|my|our"
        r"|the)\b)[^.,;\n]{2,40}?)(?=[.,;\n]|\s(?:for|by|and|please|with)\b|$)"
    ),
    (
        r"\b(?:in the name of|addressee(?: is|:)?"
        r"|on the name)\s+(?P<who5>[^.,;\n]{2,40}?)(?=[.,;\n]|\s(?:for|by|and|please)\b|$)"
    ),
    r"\b(?:quote|quotation|estimate) (?:to|for) (?P<who6>[A-Z][\w&'.\-]*(?: (?:[A-Z][\w&'.\-]*|of|and|&))*)",
)
_QUANTITY = (
    (
        r"(?<!第)(?P<q>(?:約|およそ)?\d{1,3}(?:,\d{3})+|(?:約|およそ)?\d{1,5}"
        r"|[一二三四五六七八九十百]{1,4})(?:\s?(?:~|-|から)\s?\d{1,5})?\s?"
        r"(?:台|セット|ライセンス|ユーザー|名(?:分|様)?|人(?:分)?|席|アカウント|拠点|店舗|個|本"
        r"|枚|箱|式|[ヶかカケ]所|シート|ID|工場|ライン|倉庫)(?!目|前|以内に|様)"
    ),
    (
        r"\b(?P<q2>(?:about |around |roughly |approx\.? )?(?:\d{1,3}(?:,\d{3})+|\d{1,5}|a dozen"
        r"|two|three|four|five|six|seven|eight|nine|ten|twenty))(?:\s?(?:-|to)\s?\d{1,5})?\s?"
        r"(?:[a-z]+ )?(?:units?|sensors?|robots?|users?|seats?|licen[sc]es|reps|sites|gateways?"
        r"|people|pcs|pieces|sets?|machines|locations|devices|kits|accounts|warehouses|carts?"
        r"|vehicles)\b"
    ),
)


def read_quote(message: Normal, *, wanted_by: date | None) -> QuoteWish | None:
    """Return what is known of the quote that is wished for, None if none is; words stand as written.

    `wanted_by` is the day by which a paper is wanted, as `papers.wanted_by` reads it.
    """
    text = message.text
    if not any_of(*_WISH).search(text):
        return None
    return QuoteWish(_addressee(message), _quantity(message), wanted_by)


def _addressee(message: Normal) -> str | None:
    for pattern in _ADDRESSEE:
        if match := re.search(pattern, message.text, 0 if "who6" in pattern else re.IGNORECASE):
            group = next(name for name in match.groupdict() if match[name])
            who = message.verbatim(match.start(group), match.end(group)).strip(" 「」『』\"'")
            who = re.sub(
                r"(?:宛(?:て)?)?(?:で(?:す|お願い.*|ご?作成.*|発行.*)?|に(?:して.*|てお願い.*|て)?|と(?:して|な).*)?$",
                "",
                who,
            )
            if len(who) > 1 and not re.search(r"^(?:弊社|当社|うち|こちら|私|上記|下記|以下|会社名|メール)", who):
                return re.sub(r"(?:様|さま|御中)$", "", who).strip()
    return None


def _quantity(message: Normal) -> str | None:
    match = any_of(*_QUANTITY).search(message.text)
    return message.verbatim(match.start(), match.end()) if match else None
