"""What the writer does: a role, a function or a profession, told about themselves: English."""

import re

from app.understanding import people_words as words

ROLE = rf"(?i:{words.ROLES_EN})"
_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]*(?:['\-][A-Za-zÀ-ÿ]+)*"
_NAME = rf"(?:[A-Z]\.[ ]?){{0,3}}{_WORD}(?: (?:[A-Z]\.|van|de|von|da|del|la|bin|al|{_WORD})){{0,3}}"
_JOB = (
    r"(?:lead|manager|director|head|officer|engineer|planner|coordinator|specialist|analyst|supervisor|administrator"
    r"|buyer|consultant|technician|mechanic|fitter|electrician|superintendent|foreman|inspector|operator|scientist"
    r"|chemist"
    r"|pipefitter|rigger|brewer|tech|clerk|controller|advisor|adviser|architect|executive|chef|caretaker|plumber|machinist|millwright|welder|contractor"
    r"|accountant|auditor|researcher|(?<=maintenance )(?:guy|person|man)|(?<=IT )(?:guy|person)|(?<=repair )(?:guy"
    r"|person|man)|(?<=facilities )(?:guy|person))"
)
# What is said of a post behind it, as on cards in India and America: "(Engineering)", " - Maintenance".
_AREA = (
    r"(?: ?\([A-Z][A-Za-z&/,. ]{1,25}\)|(?:,| -) (?:Plant |Project )?(?i:maintenance|engineering|mechanical|electrical"
    r"|instrumentation|utilities|projects?|works|operations|ops|production|manufacturing|quality|reliability|purchase"
    r"|procurement|services|facilities|technical|supply chain)\b)"
)
# Posts that are told in short: "AGM Mechanical", "Dy. General Manager", "Sr. Engineer (Projects)", "VP Ops".
POST = (
    rf"(?:\b(?:[ACD]?GM|[AES]?VP|AVP|MD|Mgr|Dir|Supt)\b\.?(?:{_AREA}|(?: (?:of |for |& )?[A-Z][\w&/]*){{1,3}})?"
    r"|\b(?:(?:Sr|Jr|Asst|Dy|Dep|Assoc)\b\.?|Senior|Junior|Assistant|Deputy|Associate|Joint|Additional)"
    rf" (?:[A-Z][\w&/]*\.? ){{0,2}}?(?:Manager|Engineer|Officer|Executive|Director|Supervisor|Superintendent|Technician"
    rf"|Foreman|Buyer|Planner|Mgr\b\.?|Engr\b\.?)\b{_AREA}?)"
)
_MODIFIER = (
    r"(?!(?:an?|the|please|we|i|you|is|are|have|has|send|need|do|does|can|my|our|any|some|no|not|only|real|good"
    r"|big|your|his|her|their|same|right|bit|first)\b)[a-z&/\-]+"
)
_TITLE = rf"(?:(?:{_MODIFIER} ){{0,3}}{_JOB}|(?:chief|head|vp|director) (?:of )?(?:[a-z&]+ ){{0,3}}?{_JOB}?)\b"
# A name that nobody carries, and a thing: "in contact person", "a lead".
_NO_ROLE = re.compile(
    r"^(?:(?:a |the )?(?:lead|head|guy|person|operator|executive)|(?:\w+ )?(?:contact|right|wrong|same|new|busy|nice"
    r"|curious|kind of|type of|sort of) \w+)$",
    re.I,
)
_FUNCTION = (
    r"(?:purchasing|procurement|facilities|utilities|maintenance|engineering|quality(?: assurance| control)?"
    r"|operations|ops|IT|finance"
    r"|accounting|accounts payable|HR|legal|sourcing|supply chain|production|manufacturing"
    r"|reliability|plant engineering)"
)
# What stands before a company in a line: "Procurement Section, Finch Glass", "DGM (Utilities) at Vesta Tyres".
WORK = (
    rf"(?:(?:[AD]?GM|[AS]?VP|MD)\b(?: ?\((?:[A-Z][\w&/ ]*)\)|(?: (?i:{_FUNCTION}))?)"
    rf"|(?:[A-Z][\w&/]+ ){{0,2}}(?i:{_FUNCTION}|partner)"
    r"(?: (?i:department|dept\.?|section|division|team|office|unit|group))?)"
)
JOB = rf"(?:[a-z&/]+ ){{0,3}}{_JOB}"
_BEFORE_COMPANY = re.compile(rf"(?:{WORK}|(?i:{JOB}))(?:\s*(?:,|\||@| at\b)\s*|$)")
_STARTS = r"(?:^|(?<=[.!?\n]\s)|(?<=\n)|(?<=[Hh]i, )|(?<=[Hh]ello, ))"
_ASSISTANT = (
    r"(?P<role>(?:EA|PA|(?:executive |personal |management )?assistant|(?:executive )?secretary|chief of staff"
    r"|deputy) to "
    r"(?:(?:the|our|my) )?(?:[A-Za-z\-]+ ){0,3}?"
    r"(?:C[A-Z]O|CEO|president|chairman|director|MD|VP|manager|head|board|owner|founder|partner|chief))\b"
)
_SELF = (
    re.compile(rf"{_STARTS}(?:(?:i'?m|i am|this is|it's) (?:the |an? )?)?{_ASSISTANT}", re.I),
    re.compile(
        (
            rf"\b(?:i'?m|i am)(?: currently| also)? (?:the |an? )(?:only )?(?P<role>{_TITLE})(?=$|[.,!;)\n]| (?:at"
            rf"|for|in|on|of|with|from|and|here|who|by|so|but)\b)"
        ),
        re.I,
    ),
    re.compile(rf"{_STARTS}(?:an? )?(?P<role>{_TITLE})(?:,? (?:for|at|on|in|of|with) [^.,!?\n]{{2,40}})? here\b", re.I),
    # "Marta Ruiz, chief chemist at …"; in capitals too: "Nils Berg, DGM Utilities, …"
    re.compile(
        rf"(?:^|[\n.!] ?){_NAME},? (?:the |an? )?(?P<role>{POST}|(?<=, ){_TITLE}{_AREA})(?P<work>(?!))?"
        rf"(?=\s*(?:,| at | @|\||\n|$))"
    ),
    re.compile(
        rf"(?:^|[\n.!] ?){_NAME}, (?:the |an? )?(?:(?P<role>{_TITLE})(?=\s*(?:,| at | @|\||\n|$| with ))"
        rf"|(?P<work>{WORK})(?=(?:,| at) [A-Z]))"
    ),
    re.compile(rf"{_STARTS}(?P<role>{_TITLE}) (?:at|for|in|on|of|with) (?:an?|the|our) ", re.I),
    re.compile(
        (
            rf"\b(?:i'?m|i am|i work)(?: here)? in (?:the |our )?(?P<role>{_FUNCTION})(?: (?:department|dept|team"
            rf"|office))?(?=$|[.,!;\n]| (?:at|for|and|here|with)\b)"
        ),
        re.I,
    ),
)
# A line of its own in a signature, under a name: "Strategic Sourcing Manager".
_LINE = re.compile(
    rf"(?:^|\n)[ \t]*(?P<name>{_NAME})[ \t]*\n[ \t]*(?P<role>{POST}|(?:(?:[A-Z][\w&/\-]*|and|of|&|for),? ){{0,6}}?"
    rf"(?:(?i:{_JOB}){_AREA}?"
    r"|(?:Head|Director|VP|Vice President|Chief|Manager)(?: of|,)(?: (?:[A-Z][\w&/\-]*|and|&))+))"
    r"[ \t]*(?=$|\||,|\n)(?:\n[ \t]*(?P<company>[A-Z][\w&'\-]*(?: (?:&|and|of"
    r"|[A-Z][\w&'\-]*\.?)){1,5}))?[ \t]*(?=$|\n|\||,)"
)
_ORDER = (
    r"(?:[Aa]sk|[Tt]ell|[Cc]all|[Dd]ear|[Ss]ee|[Uu]se|[Nn]eed|[Cc]c|[Ee]mail|[Cc]ontact|[Tt]o|[Aa]ttn|[Pp]ing|[Tt]ry"
    r"|Our|Your|Their|His|Her)"
)
_ROLE_OF = (
    (
        rf"(?i:\bi'm|\bi am|\bim|\bas|\bmy (?:role|title|position|job)(?: title)? is"
        rf"|(?:role|title|position)\s*:|\bworking as|\bi work as)\s+(?i:the |a |an |our |currently |also )*"
        rf"(?P<role>{ROLE})"
    ),
    rf"(?:^|\n|\|\s*|\(\s*|,\s*)(?i:the |an? )?(?P<role>{ROLE})(?=\s*(?:$|\n|\||of |at |@|,|\)|for |here|\.))",
    rf"(?<![a-z] ){_NAME},?(?: -)? (?i:the )?(?P<role>{ROLE})(?=\s*(?:at |@|,|for |of |\||\.|$|\n|here))",
    r"(?P<role>\bI (?:run|head(?: up)?|oversee) (?:the |our )?[a-z ]{3,25}?)(?=[.,!]|$| at )",
)
# "The plant manager at Osaka says no": told of somebody else.
_OF_OTHERS = re.compile(
    r"^[^.,!?\n]*? (?:says?|said|wants?|asked|asks|told|will|would|needs?|thinks?|likes?|refuses?|decides?|has|is"
    r"|was|can)\b"
)
_THE = re.compile(r"(?:^|[\n,.(|]\s*)the $", re.I)


def without_work(company: str) -> str:
    """Return a company's name without the department or the job before it; "" if there is nothing else."""
    found = _BEFORE_COMPANY.match(company)
    return company[found.end() :] if found else company


def signature(text: str) -> tuple[str, str, str | None] | None:
    """Return name, role and company where each has a line of its own under a message."""
    match = _LINE.search(text)
    return (match["name"], match["role"], match["company"]) if match else None


def read_role(text: str) -> str | None:
    """Return the role in which somebody writes, in their words."""
    found = _known(text)
    line = _LINE.search(text)
    if line and (found is None or found.lower() in line["role"].lower()):
        return str(line["role"])
    for pattern in _SELF:
        for match in pattern.finditer(text):
            role = (match["role"] or match["work"]).strip()
            if _NO_ROLE.match(role) is None and (found is None or found.lower() in role.lower()):
                return role
    return found


def _known(text: str) -> str | None:
    for pattern in _ROLE_OF:
        for match in re.finditer(pattern, text):
            others = _THE.search(text[: match.start("role")]) and _OF_OTHERS.match(text[match.end("role") :])
            if not others and not re.match(rf"\W*{_ORDER}\b", match.group()):
                return match["role"].strip(" ,")
    return None
