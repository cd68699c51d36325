"""What a quote has to say: 宛名, 数量 and 希望日."""

import re
from datetime import date

from app.understanding.facts import QuoteWish
from app.understanding.normal import Normal, any_of
from app.understanding.quantities import quantity

_WISH = (
    r"(?<!概算の)(?:お|御)?見積(?!もりソフト|システム)|みつもり",
    r"\bquot(?:e|es|ation|ations)\b|\bestimates?\b|\bproforma\b",
    r"\b(?:send|make|give|e-?mail|mail|prepare) (?:me|us) (?:an?|your|the)(?: (?:formal|written|official|price"
    r"|commercial|best|binding|firm))? offer\b(?! (?:letter|code))",
)
# "K.K.", "Co., Ltd.": marks inside a company's name.
_FORM_EN = (
    r"(?:K\.\s?K\.|Co\.,? ?Ltd\.?|S\.A\.(?:S\.)?|S\.p\.A\.|B\.V\.|N\.V\.|Y\.K\.|Ltd\.|Inc\.|Corp\.|Co\."
    r"|Pty\.|a\.s\.|s\.r\.o\.)"
)
_WHO_EN = rf"(?:[^.,;\n]|,? {_FORM_EN}){{2,60}}?(?:,? {_FORM_EN})?"
_WHO_ENDS = r"(?=[.,;\n]|\s(?:for|by|and|please|with|attn|attention)\b|$|(?<=\.)\s)"
_ADDRESSEE = (
    r"宛[名先](?:は|を|:|が|には)\s?(?P<who>[^。、,\n]{2,40})",
    (
        r"(?P<who3>(?:(?:株式|有限|合同)会社|[(]株[)])?[^\s。、,\n「」はがをでに]{2,25}?(?:様"
        r"|御中)?)(?:宛(?:て)?)(?:に|で|の|へ)(?=[^。\n]{0,12}(?:見積|お願い|作成|発行|ください"
        r"|頂|いただ))"
    ),
    (
        r"\b(?:addressed|made out|issued|address it|make it out) to\s+(?P<who4>(?!(?:me|us|my|our"
        rf"|the)\b){_WHO_EN}){_WHO_ENDS}"
    ),
    (
        r"\b(?:in the name of|addressee(?: is|:)?"
        rf"|on the name)\s+(?P<who5>{_WHO_EN}){_WHO_ENDS}"
    ),
    r"\b(?:quote|quotation|estimate) (?:to|for) (?P<who6>[A-Z][\w&'.\-]*(?: (?:[A-Z][\w&'.\-]*|of|and|&))*)",
)


def read_quote(message: Normal, *, wanted_by: date | None) -> QuoteWish | None:
    """Return what is known of the quote that is wished for, None if none is; words stand as written.

    `wanted_by` is the day by which a paper is wanted, as `papers.wanted_by` reads it.
    """
    text = message.text
    if not any_of(*_WISH).search(text):
        return None
    return QuoteWish(addressee(message), quantity(message), wanted_by)


def addressee(message: Normal) -> str | None:
    """Return to whom a quote is to be made out, as written."""
    for pattern in _ADDRESSEE:
        if match := re.search(pattern, message.text, 0 if "who6" in pattern else re.IGNORECASE):
            group = next(name for name in match.groupdict() if match[name])
            who = message.verbatim(match.start(group), match.end(group)).strip(" 「」『』\"'")
            who = re.sub(
                r"(?:宛(?:て)?)?(?:で(?:す|お(?:願|ねが)い.*|ご?作成.*|発行.*)?|に(?:して.*|てお願い.*|て)?|と(?:して|な).*)?$",
                "",
                who,
            )
            if len(who) > 1 and not re.search(r"^(?:弊社|当社|うち|こちら|私|上記|下記|以下|会社名|メール)", who):
                return re.sub(r"\s*(?:様|さま|御中)$", "", who).strip(" 「」『』\"'")
    return None
