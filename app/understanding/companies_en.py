"""How a company's name ends, and one in brackets behind a statement: "We're already a customer (Ferncliff Brewing)"."""

import re

from app.understanding import people_words as words

_FORMED = rf"[A-Z][\w&'\-]*(?: (?:&|and|of|[A-Z][\w&'\-]*)){{0,3}} {words.COMPANY_FORM_EN}\b\.?"
_TWO_WORDS = r"[A-Z][\w'\-]+(?: (?:&|and|of|[A-Z][\w'\-]+)){1,3}"
_IN_BRACKETS = rf"\((?P<company>{_FORMED}|{_TWO_WORDS})\)"
# Last words of companies that are no legal form, and that few people bear as a name.
_TRADES = """
aggregates airport biogas bottlers boxes brewers cartons cements college council crafts distillers distillery feeds
fibers fibres forge forgings formulations galvanising galvanizing grain growers hydro laboratories laundry linen meats
mines orchards paperboard plating poultry precision pressings printers products quarry rail railway
railways refinery school shipyard smelters spinners stampings sugar trust waste water weavers winery wines
"""
_LAST_WORDS = frozenset(_TRADES.split())
_FORM = re.compile(rf"{words.COMPANY_FORM_EN}\.?")
_ENDS = re.compile(rf"\b{words.COMPANY_FORM_EN}\b\.?$")
_NEAR = r"[^.()\n]{0,45}?"
_STATUS = r"(?:customer|client|user|subscriber|account holder)s?"
_STATED = re.compile(
    rf"(?:\b(?i:we are|we're|i'm|i am)\b{_NEAR}(?=\({_FORMED}\))"
    rf"|\b(?i:we|i)\b{_NEAR}\b(?i:your|with you|from you)\b{_NEAR}"
    rf"|\b(?i:existing|current|long-?time|already an?|paying) (?i:{_STATUS})\b{_NEAR}"
    r"|\b(?i:our) (?i:\w+ )?(?i:account|plan|contract|subscription|license|company|firm|site|plant|factory|mill|team)\b"
    rf"{_NEAR}|\b(?i:invoice|receipt|renewal)\s)\s?{_IN_BRACKETS}"
)
# "our supplier (Bexham Foundry)", "a dealer (Nordic Controls)": somebody else's name.
_THIRD = re.compile(
    r"\byour (?:\w+ ){0,2}(?:story|stories|case|case study|page|article|reference|example|site|website|brochure"
    r"|partner|rep)\s?$"
    r"|\b(?:our|their|his|her|your|another|the|a|an|my|with|from|for|by|of|using) (?:\w+ ){0,2}"
    r"(?:clients?|customers?|vendors?|suppliers?|integrators?|dealers?|distributors?|resellers?|competitors?"
    r"|contractors?"
    r"|partners?|providers?|makers?|manufacturers?|agency|consultants?|landlord|firm|tool|system|software|product"
    r"|apps?|solution|brand|motors?|pumps?"
    r"|drives?|fans?|machines?)\s?$|\b(?:others|rivals?|alternatives?)\s?$",
    re.I,
)
_OWN_STATUS = re.compile(
    r"\b(?:we are|we're|i'm|i am)(?: already| now| still)? (?:an?|your) (?:\w+ )?(?:customer|client|user)s?\s?$", re.I
)
_NO_COMPANY = re.compile(
    r"\b(?:Plan|Standard|Starter|Enterprise|Premium|Basic|Trial|Demo|Gateway|Sensors?|Manager|Platform|Dashboard"
    r"|App|Japan"
    r"|Tokyo|Osaka|Kobe|Nagoya|York|Building|Floor|Line|Unit|Pump|Model|Series|January|February|March|April|June"
    r"|July|August"
    r"|September|October|November|December|Order|Invoice|Ref|Number|No)\b"
)


def stated_company(text: str) -> str | None:
    """Return the company a customer puts in brackets; a client's, a vendor's or a plan's name is none."""
    for match in _STATED.finditer(text):
        before = text[: match.start("company") - 1]
        theirs = _THIRD.search(before) and not _OWN_STATUS.search(before)
        if not theirs and not _NO_COMPANY.search(match["company"]) and not re.fullmatch(words.TOOLS, match["company"]):
            return match["company"]
    return None


def is_firm(name: str) -> bool:
    """Say whether a legal form or a trade stands behind the first word ("Moorland Dairies", "Kestrel Paper Mills")."""
    behind = name.split()[1:]
    return any(word.lower() in _LAST_WORDS or _FORM.fullmatch(word) for word in behind) or bool(_ENDS.search(name))
