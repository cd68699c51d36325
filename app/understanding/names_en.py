"""Who writes, for which company and in which role: English."""

import re

from app.understanding import people_words as words
from app.understanding.companies_en import is_firm, stated_company
from app.understanding.contact_points import COUNTED
from app.understanding.referrals_en import without_referral
from app.understanding.roles_en import JOB, POST, ROLE, WORK, read_role, signature, without_work
from app.understanding.shapes_ja import Person

_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]*(?:['\-][A-Za-zÀ-ÿ]+)*"
_NAME = rf"(?:[A-Z]\.[ ]?){{0,3}}{_WORD}(?: (?:[A-Z]\.|van|de|von|da|del|la|bin|al|{_WORD})){{0,3}}"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?"
_COMPANY = (
    r"[A-Z0-9][\w&'\-]*(?:\.(?=[a-z]{2,3}\b))?[\w]*"
    r"(?:(?<![a-z]{3}\.)(?:,? | & | and | of )(?!K\.K\.|I\b)(?:(?:[A-Z][\w&'\-]*)|Inc\b|GmbH|LLC|Ltd)\.?)*"
    r"(?: \([A-Z][a-z]+\)(?: (?:Ltd|Inc|LLC|K\.K)\b\.?)?| K\.K\.|,? Co\., Ltd\.?)?"
)
_FORM = rf"\b{words.COMPANY_FORM_EN}\b\.?"
_FORMED = rf"[A-Z][\w&'\-]*(?: (?:&|and|of|[A-Z][\w&'\-]*)){{0,3}} {words.COMPANY_FORM_EN}\b\.?"
_GENERIC_ROLE = (
    r"(?:[A-Za-z&/]+ ){0,3}(?:lead|manager|director|head|officer|engineer|planner|coordinator"
    r"|specialist|analyst|supervisor|administrator|buyer"
    r"|owner|consultant|architect|designer|strategist|partner|president|founder)"
)
_NOT_COMPANIES = """
linkedin google facebook youtube tokyo osaka london berlin paris japan germany france canada us usa uk europe america
singapore york boston chicago sales marketing it hr the our your my ops
"""
# "sorry, that should be Moira Flynn": what was told before was not right.
_PUT_RIGHT = (
    r"^\W*(?i:(?:sorry|oops|whoops|apologies|pardon|correction|typo|my bad|i meant)[\s,:;.!*-]*"
    r"(?:(?:that(?:'s| is| should be| should read)|it(?:'s| is| should be)|i meant|make that|(?:my )?name is|should be"
    r"|should read)\s)?)(?<=[\s*])"
)
_NAME_PUT_RIGHT = re.compile(rf"{_PUT_RIGHT}(?P<name>{_WORD}(?: {_WORD}){{1,2}})(?=\s*(?:[!.,*;(]|$|\n|not\b))")
# "Dr. Ada Kern": what stands before a name is none of it.
TITLED = re.compile(r"\b(?:i\. ?[AV]\.|ppa\.|(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Herr|Frau)\b\.?) ?(?=[A-ZÀ-Þ])")
_PLACES = frozenset(_NOT_COMPANIES.split())
_NO_COMPANY = _PLACES | (words.NOT_NAMES_EN - words.JOBS_EN)
_SELF = (
    (
        rf"(?i:\bmy name is|\bmy name's|\bname is|(?:^|\n)\s*(?:full )?name\s*[:=]|\bi am|\bi'm|\bim|\bthis is"
        rf"|\bit'?s|\bname's|\bcall me|\bmy full name is)\s+{_TITLE}(?P<name>{_NAME})"
    ),
    rf"(?:^|[.!\n]\s*|,\s*){_TITLE}(?P<name>{_NAME})\s+(?i:here\b|speaking\b)",
    rf"(?:^|[.!\n]\s*)(?i:it's |this is )?(?P<name>{_WORD})(?i:,? speaking\b)",
    rf"(?:^|[.!\n,]\s*|(?i:hi|hello|hey)[,!]? ){_TITLE}(?P<name>{_NAME}),? (?i:from|at|with|over at) (?=[A-Z])",
    rf"^\W*(?P<name>{_WORD}),? from the\b",
    rf"(?:^|\n|[.!]\s)\s*{_TITLE}(?P<name>{_NAME}),\s+(?=(?i:{_GENERIC_ROLE})\s*(?:,|\n|$| at | @|\|))",
    rf"(?:^|\n)\s*(?P<name>{_NAME})(?:,\s+|\s*\n+\s*|\s+-\s+)(?={ROLE}|{POST})",
    rf"(?:^|\n|[.!]\s)\s*(?P<name>{_NAME}), (?:the |an? )?(?=(?i:{JOB})(?: at| with| @) [A-Z])",
    (
        rf"(?i:best(?: wishes)?|(?:kind |warm |best )?regards|cheers|thanks|thank you|sincerely"
        rf"|many thanks|thx|yours(?: truly| sincerely| faithfully)?|faithfully|respectfully|cordially|br|all the best"
        rf"|take care|mit freundlichen grüßen|viele grüße|cordiali saluti|cordialement|saludos|abraços),?!?\s*\n+\s*"
        rf"(?P<name>{_NAME})(?=\s*(?:\n|$|,|\|))"
    ),
    (
        rf"(?i:thanks|cheers|regards|best(?: wishes)?|all the best|yours),? (?P<name>{_WORD}(?: {_WORD})?)\.?\s*"
        rf"(?:$|\n\s*(?=(?:{_FORMED}|{ROLE}|\S+@\S+|\+?\d[\d ()-]{{6,}})[ \t]*(?:$|\n)))"
    ),
    # "Here is Marta, I work in a dairy"; whom to ask for at their own number or in a quote
    rf"(?:^|[.!\n]\s*|(?i:hi|hello|hey)[,!]? )(?i:here(?: is|'s)) (?P<name>{_NAME}),? (?=I\b|(?i:from|at) [A-Z])",
    (
        r"(?i:\bmy|\bwork|\boffice) (?i:phone|number|cell|mobile)\b[^\n]{0,60}\b(?i:ask for) "
        rf"{_TITLE}(?P<name>{_NAME})"
    ),
    (
        rf"(?:^\W*|(?<=[,;.)] ))(?i:(?:kind )?attention(?: of)?|k(?:ind )?attn\b\.?|attn\b\.?|f\.?a\.?o\b\.?|c/o):?"
        rf"(?: (?i:myself|me)\W{{1,3}}| ){_TITLE}(?P<name>{_NAME})"
    ),
    rf"\n\s*[-~]+\s*(?P<name>{_NAME})\s*$|\s[-~]\s(?P<name2>{_WORD}(?: {_WORD})?)\s*$",
)
_LOWER_SELF = (
    r"(?i)(?:^|\n)\s*(?:full )?name\s*[:=]\s*(?P<label>[a-z][a-z'\-]+(?: [a-z][a-z'\-]+)?)(?=\s*(?:[,\n]|$))|"
    r"\bmy name(?: is|'s|s)\s+(?P<name>[a-z][a-z'\-]+(?: [a-z][a-z'\-]+)?)"
    r"(?=\s*(?:[,.!\n]|$|and\b|from\b|at\b|with\b))"
)
# Spoken, or typed in haste: "hello this is rosa from the bakery", "my number is … ask for rosa diaz".
_LOWER_SPOKEN = re.compile(
    r"^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|um|uh)[,.!\s]+)+(?:this is|it's|i'm|i am) "
    r"(?P<name>[a-z]{3,12}(?: [a-z]{3,14})?) (?:from|at|with) |"
    r"\bmy (?:phone |mobile |cell )?(?:number|phone|mobile|cell)\b[^\n]{0,60}"
    r"\bask for (?P<asked>[a-z]{2,12}(?: [a-z]{2,14})?)\W*$",
    re.I,
)
_LOWER_LINE = re.compile(
    r"(?:^|\n|, )\s*(?P<name>[a-z]{2,12} [a-z]{2,14})"
    r"(?:(?P<rest>(?:,? [a-z&'\-]{2,20}){0,4})[ .]*(?=\n|$)|(?=\s?[,(-]| here\b))"
)
# "i'm a fitter at brent aggregates": as the domain beside it has it.
_LOWER_AT = re.compile(
    rf"(?i:\b{JOB})(?: at| with| for| @) (?P<company>[a-z0-9][\w&'\-]*(?: [a-z0-9][\w&'\-]*){{0,2}})(?=[ ,.]*(?:\n|$))"
)
# Chat in small letters: "i'm dave from bluewater foods".
_LOWER_GREETING = re.compile(r"^(?:hi|hello|hey)\W+(?:i'?m|this is|it'?s) (?P<name>[a-z]{2,12})(?=[,.!]|$)", re.I)
_LOWER_PRONOUNS = re.compile(r"^\W*(?P<name>[A-Za-z][a-z]{1,11}(?: [A-Za-z][a-z]{1,13})?) \((?:she|he|they)\b")
_LOWER_BESIDE_MAIL = re.compile(r"\b(?:i'?m|this is|it'?s) (?P<name>[a-z]{2,12}(?: [a-z]{2,14})?)[,.]? (?=\S+@)")
_LOWER_FROM = re.compile(
    r"\b(?:i'?m|i am|this is|it'?s|my name(?:'s| is)) (?P<name>[a-z]{2,12}(?: [a-z]{2,14})?),? "
    r"(?:here )?(?:from|at|with) "
    r"(?P<company>[A-Za-z0-9][\w&'\-]*(?: [\w&'\-]+){0,2}?)(?=\s*(?:[.,!\n]|$|and\b|we\b))"
)
_COMPANY_OF = (
    (
        rf"(?i:\bcompany(?: name)?(?:'s| is|:)(?: called| named)?|\b(?:called"
        rf"|named)(?= [A-Z][\w']* (?:&|and|Inc|Ltd|Co\b|LLC))|\borgani[sz]ation(?: is|:)"
        rf"|\bon behalf of|\brepresenting"
        rf"|\bi (?:work|am working) (?:at|for|with)|\bworking (?:at|for)|\bemployed (?:at|by)|\bcalling from"
        rf"|\b(?:i'm|i am) in [a-z]+(?: [a-z]+)? (?:at|for|with)|\bwriting from|\bi'm (?:with|at|from)"
        rf"|\bi am (?:with|at|from))\s+(?P<company>{_COMPANY})"
    ),
    rf"(?:^|\n)\s*{_TITLE}{_NAME},\s+(?i:{_GENERIC_ROLE})\s*(?:,| at | @\s?|\|)\s*(?P<company>{_COMPANY})",
    (
        rf"(?i:best|regards|cheers|thanks|sincerely"
        rf"|thank you),?!?\s*\n+\s*{_NAME}\s*\n\s*(?!{ROLE})(?P<company>{_COMPANY})(?=\s*(?:\n|$))"
    ),
    (
        rf"\b(?i:i am|i'm) (?i:responsible|in charge|looking after)\b[^.\n]{{0,40}}? (?i:for|at"
        rf"|with) (?P<company>[A-Z]{_COMPANY})"
    ),
    (
        rf"\b(?i:i) (?i:look after|run|manage|handle|lead|head|oversee|own|do|am in charge of"
        rf"|take care of)\b[^.\n]{{0,40}}? (?i:for|at|with) "
        rf"(?P<company>{_COMPANY})"
    ),
    (
        rf"(?:^|[.!\n,]\s*|(?i:name is |i'm |i am |this is |it'?s |name's |hi "
        rf"|hello )){_TITLE}(?P<who>{_NAME}),?(?: here| speaking)?,? "
        rf"(?i:from|at|with|over at|@) (?P<company>{_COMPANY})"
    ),
    (
        rf"\b(?:C[ETFOMRI]O|(?i:founder|co-?founder|owner|president|managing director"
        rf"|partner)) of (?P<company>[A-Z]{_COMPANY})"
    ),
    rf"(?:{POST}\s*(?:,| at| @|\|)|{ROLE}\s*(?:,| at| @|\|)|{WORK}(?: at| @))\s*(?P<company>{_COMPANY})",
    (
        rf"(?:(?:^|[\n.!] ?)(?:{_NAME}, (?:(?:the|an?) )?)?(?!(?i:the|an?|our|your|my) )"
        rf"|(?i:\bi'?m|\bi am) (?i:the|an?) )(?i:{JOB})(?i: at| with| for| @) (?P<company>{_COMPANY})"
        r"(?!\w|\s+(?!(?:and|in|here|we|but|so)\b|\S+@)[A-Za-z])"  # "Engineers at Toyota told us"
    ),
    # "Moorland Dairies, I'm the shift lead": only what ends like a company's name
    (
        rf"(?:^|\n)\s*(?P<firm>)(?P<company>{_COMPANY})\s?[,;.-]+ (?i:i'?m|i am|i) (?i:(?:the|an?|one of|their) "
        rf"|in charge|look after|run\b|manage\b)"
    ),
    # a company put right
    rf"{_PUT_RIGHT}(?P<firm>)(?P<company>{_COMPANY})(?=\s*(?:[!.,*;(]|$|\n|not\b))",
    (
        r"(?i:\b(?:company|firm|business)(?:'s)? name\b[^.\n]{0,30}\b(?:should be|should read|is)|\bwe(?:'re| are) now"
        r"(?: called| named)?|\bnow (?:called|trading as|named))"
        rf" (?P<company>{_COMPANY})"
    ),
    (
        r"(?i:\bwe are|\bwe're)\s+(?P<company>[A-Z][\w&'\-]* (?:& )?[A-Z][\w&'\-]*(?: [A-Z][\w&'\-"
        r"]*)*)(?=, (?:an?|the|and|based|out of)\b| and we\b|\. )"
    ),
    rf"(?i:\bwe are|\bwe're|\bhere at|\bover at|\bgreetings from|\bhello from)\s+(?P<company>{_COMPANY})",
    rf"(?:^|[.!\n]\s*|(?i:hi|hello|hey)[,!]? )(?P<company>{_FORMED}) (?i:here\b|speaking\b)",
    rf"(?:^|[.!\n]\s*)(?i:for|on behalf of|at) (?P<company>{_FORMED}),? (?i:we|i)\b",
    (
        r"(?i:\bmade out to|\baddressed to|\baddressee(?: is)?:?|\b(?:ship|deliver|bill|invoice|send it) (?P<to>to))\s+"
        rf"(?P<company>{_COMPANY})"
    ),
    (
        rf"(?:^|\n)[ \t]*{_TITLE}{_NAME}[ \t]*\n[ \t]*(?=[A-Z])(?:{WORK}|(?i:{JOB}))(?:,| \|)[ \t]*"
        rf"(?P<company>{_COMPANY})"
    ),
)
# "at 95C", "from 20Hz"; 3M is a company.
_MEASURE = re.compile(
    r"\d[\d.,]*\s?(?:°?[CF]|K|k|[kM]?Hz|[kM]?W|kVA|k?V|A|rpm|RPM|[mck]?m|mm|kg|g|t|bar|psi|dB|[kM]?Pa|hp|HP|h|hrs?|min|s|ms"
    r"|[ap]m|[AP]M|st|nd|rd|th|%|x|days?|weeks?|months?|years?)?"
)
# "The Willow Inn Kobe" is a name, "the factory" is none; "Kano Rubber, Medan": the place is no part of it.
_NAMED_THE = re.compile(r"The [A-Z][\w'\-]+ [A-Z]")
_REACH_ME = re.compile(r"\b(?:e-?mail|mail|write(?: to)?|call|ring|phone|contact|reach) me\b|\bsign me up\b", re.I)
_UNDER = re.compile(rf"[a-z][.!?]\s+(?P<name>{_WORD} {_WORD})\.?\s*$")
# Where goods or a quote are to go: "Ship to Kita Dairy, 1-2 Minami, Sapporo."
_SENT_TO = re.compile(
    r"\b(?:ship|deliver|send|bill|invoice|made out|address(?:ed|ee))(?: \w+)? (?:to|is)\b[^\n.@]*",
    re.I,
)
_LEAD_IN = re.compile(r"^(?:sure|ok|yes|yeah)?[, ]*(?:it'?s|i'?m|i am|this is|name'?s|my name is) ", re.I)
_MATES = re.compile(
    (
        r"\S+@[\w\-]+ \.\S+|\S+@\S+|https?://\S+"
        rf"|\+?\(?\d(?:(?!{COUNTED})[\d\-()./ ]){{7,}}\d"
        r"|\b(?:e-?mail|phone|tel|mobile|cell|mail)\b\s*:?"
        r"|(?<=name )is\b|(?<=mail )is\b|(?<=number )is\b|(?<=phone )is\b|(?<=address )is\b"
        r"|\bis\b(?=\s*(?:\S+@|[+(]?\d|my name))"
        r"|\b(?:it's|reach me at|at|and|my)\b"
    ),
    re.I,
)


def read_person(text: str, *, bare: bool) -> Person:
    """Return the writer; `bare`: a lone word may be a name, because we asked or a contact point stands beside it."""
    text = TITLED.sub("", without_referral(text))
    signed = signature(text)
    role = read_role(text)
    company = (signed[2] if signed else None) or _company(text) or stated_company(text)
    lone = _lone(text) if bare else _signed(text)
    beside, of = _beside_address(text)
    name = (
        _name(text) or beside or (_without_tail(signed[0]) if signed else None) or (lone if lone != company else None)
    )
    company = company or _lower_company(text) or of or (_listed_company(text, name) if name and bare else None)
    if company and role and company in role:  # "Paula Reis, Engineering Buyer" in two lines
        company = None
    return Person(name=name, company=company, role=role)


def name_put_right(text: str) -> str | None:
    """Return the name of "sorry, Moira Flynn!!": theirs, where another one was told before."""
    match = _NAME_PUT_RIGHT.match(text)
    return match["name"] if match and _without_tail(match["name"]) == match["name"] else None


def _name(text: str) -> str | None:
    if right := name_put_right(text):
        return right
    for pattern in _SELF:
        for match in re.finditer(pattern, text):
            groups = match.groupdict()
            name = (groups.get("name") or groups.get("name2") or "").strip()
            if name := _without_tail(name):
                return name
    lower = re.search(_LOWER_SELF, text) or _LOWER_FROM.search(text) or _LOWER_BESIDE_MAIL.search(text)
    lower = lower or _LOWER_PRONOUNS.search(text) or _LOWER_GREETING.search(text) or _LOWER_SPOKEN.search(text)
    told = next(filter(None, map((lower.groupdict() if lower else {}).get, ("label", "asked", "name"))), None)
    return told.title() if told and _is_name(told) else None


def _without_tail(name: str) -> str | None:
    """Cut a name before the first word that is none ("Ella From"); None for a company's or a post."""
    if re.fullmatch(POST, name):
        return None
    kept: list[str] = []
    words_of_name = name.split()
    for place, word in enumerate(words_of_name):
        first = place == 0 and len(words_of_name) > 1 and word.lower() in words.MONTHS_AS_NAMES
        if first and words_of_name[1].lower() not in words.NOT_NAMES_EN:
            kept.append(word)
            continue
        if word.lower().split("'")[0] in words.NOT_NAMES_EN or re.fullmatch(words.TOOLS, word):
            break
        kept.append(word)
    joined = " ".join(kept)
    if len(kept) < 2 <= len(words_of_name) and words_of_name[-1].lower() in words.JOBS_EN:
        # "Process Engineer here"; "Angela Farmer" is a name
        return None if words_of_name[0].lower() in words.OF_A_JOB_EN else name
    if _is_time(joined) or (joined and is_firm(joined)) or (joined.isupper() and len(joined) < 5):
        return None
    return joined


def _is_name(name: str) -> bool:
    return not _is_time(name) and all(word not in words.NOT_NAMES_EN for word in name.lower().split())


def _is_time(name: str) -> bool:
    """Say whether nothing but a time stands there: "Tue morning"."""
    return words.TIME_EN.issuperset(name.lower().split())


def _beside_address(text: str) -> tuple[str | None, str | None]:
    """Return name and company of "rosa@brightkiln.example rosa diaz bright kiln", as the address has them."""
    address = re.search(r"(?P<local>[\w.+\-]+)@(?P<domain>[\w\-]+)", text)
    plain = re.sub(r"\S+@\S+", "\n", text)
    match = address and _LOWER_LINE.search(plain)
    if not address or not match or not _is_name(match["name"]):
        return None, None
    first, last = match["name"].split()
    local, domain = address["local"].lower(), address["domain"].lower()
    spelled = (first[0] + last, first + last[0], first + last)
    if first not in re.split(r"[.+_\-]", local) and local not in spelled:
        return None, None
    at = _LOWER_AT.search(plain)
    company = at["company"] if at else (match["rest"] or "").strip()
    return match["name"].title(), company if company and company.split()[0] in domain else None


def _company(text: str) -> str | None:
    for pattern in _COMPANY_OF:
        for match in re.finditer(pattern, text):
            company = _without_place(without_work(match["company"].strip(" ,")))
            told_by = match.groupdict()
            if not company or re.fullmatch(POST, company) or ("to" in told_by and not re.search(_FORM, company)):
                continue
            if "firm" in told_by and not is_firm(company):
                continue
            company = company if re.search(r"\b(?:Inc|Ltd|Co|Corp|K\.K)\.$", company) else company.rstrip(".")
            if (who := told_by.get("who")) and not _without_tail(_LEAD_IN.sub("", who)):
                continue  # "Pumps at 95C", "Motors from Siemens"
            told = (
                not re.match(r"(?i)\s*(?:we are|we're)", match.group()) or re.search(_FORM, company) or " " in company
            )
            if (
                told
                and (company.split()[0].lower() not in _NO_COMPANY or _NAMED_THE.match(company))
                and not re.fullmatch(words.TOOLS, company)
                and not _MEASURE.fullmatch(company)
                and not (company.endswith("'s") and re.match(r"\s+[a-z]", text[match.end("company") :]))
            ):
                return company
    for line in re.split(r"[\n|]", text):
        legal = re.fullmatch(rf"\s*(?P<company>(?:[A-Z][\w&'\-]* |& |and |of |\([A-Z][a-z]+\) )+{_FORM})\s*,?", line)
        if legal:
            return str(legal["company"]).strip()
    return None


def _without_place(company: str) -> str:
    """Cut what follows a comma, unless a legal form or a partner does: "Kano Rubber, Medan", "Moor, Hale & Co."."""
    name, comma, rest = company.partition(", ")
    return company if not comma or re.search(rf"{_FORM}|&|\band\b", rest) else name


def _lower_company(text: str) -> str | None:
    match = _LOWER_FROM.search(text)
    told = match and _is_name(match["name"]) and match["company"].split()[0] not in _NO_COMPANY
    return match["company"] if match and told else None


def _listed_company(text: str, name: str) -> str | None:
    """Return the company of "Kenji Mori, Mori Kogyo, kenji@…": the words beside a name in a list."""
    before, _, after = text.partition(name)
    for part in re.split(r"[,\n;|/()]|\s-\s|\.\s", after + "\n" + before):
        word = part.strip(" .")
        if not without_work(word):
            continue
        if (
            re.fullmatch(rf"{_WORD}(?: (?:&|and|of|{_WORD}|{_FORM})){{0,4}}", word)
            and not re.search(ROLE, word)
            and word.split()[0].lower().split("'")[0] not in _NO_COMPANY
            and not re.fullmatch(words.TOOLS, word)
        ):
            return word
    return None


def _signed(text: str) -> str | None:
    """Return the name under a message that asks to be reached: "mail me about that. Jess Pruitt"."""
    match = _UNDER.search(text) if _REACH_ME.search(text) else None
    return match["name"] if match and _without_tail(match["name"]) == match["name"] else None


def _lone(text: str) -> str | None:
    rest = _SENT_TO.sub("\n", re.sub(r"\b(?:at|for|with|of|from) (?:[A-Z][\w&'\-]*[ ]?)+", "\n", text))
    rest = _MATES.sub("\n", rest)
    for line in re.split(r"[\n,;:/|()?!]+|(?<=[a-z])\.\s|\s-\s", rest):
        word = line.strip(" .!-:")
        likely = re.fullmatch(_NAME, word) and word.split()[-1].lower() not in _PLACES  # "Bakeries Japan" is none
        if likely and len(word.split()) <= 4 and _without_tail(word) == word:
            return word
        word = _LEAD_IN.sub("", word)
        whole = _LEAD_IN.sub("", rest.strip(" \n.,!-:"))
        if re.fullmatch(r"[a-z]{2,12}(?: [a-z]{2,14})?", word) and _is_name(word) and word == whole:
            return word.title()
    return None
