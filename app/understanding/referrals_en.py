"""Somebody else whom the writer names instead of themselves: "please contact my colleague Petra, petra@…"."""

import re

_KIN = (
    r"(?:colleague|co-?worker|boss|manager|supervisor|assistant|secretary|deputy|partner|engineer|technician|foreman"
    r"|buyer|accountant|head|chief|lead|director|specialist|consultant|electrician|mechanic|son|daughter|husband|wife|brother"
    r"|sister|father|mother|dad|mom|mum|nephew|niece|cousin|uncle|aunt|successor|replacement"
    r"|(?:\w+ ){0,2}(?:team|department))"
)
_REACH = (
    r"(?:contact|call|phone|ring|text|e-?mail|mail|ask|reach(?: out to)?|write(?: to)?|speak (?:to|with)"
    r"|talk (?:to|with)|get in touch with|go (?:to|through)|deal with)"
)
_WHOSE = r"(?:my|our|the) (?:[a-z\-]+ ){0,2}"
_DEALS = (
    r"(?:deals? with|handles?|looks? after|takes? care of"
    r"|is (?:in charge|responsible|the (?:right|one|person|contact|best|better))"
    r"|will (?:deal with|handle|take (?:care|over)|be (?:your|the) contact)|does (?:that|this|it)\b"
    r"|knows? (?:more|better|all)|can (?:help|answer|tell)|is (?:your|our) contact)"
)
_NOT_ME = (
    r"(?:not (?:the )?(?:right|correct|best) (?:person|one|contact)|wrong person"
    r"|not my (?:area|department|job|field|decision)"
    r"|not (?:in charge|responsible)|(?:left|leaving) the company)"
)
_OWN = r"(?:\bI'?m\b|\bI am\b|\bthis is\b|\bmy name\b|\bmyself\b|\bregards\b|\bthanks\b)"
_REST = rf"(?:(?!{_OWN})(?!\n\s*\n)[^\n])*"
_REFERRAL = re.compile(
    rf"(?:\b(?:{_REACH}) {_WHOSE}{_KIN}\b|\b{_WHOSE}{_KIN}\b(?:,? [A-Z][\w'\-]+){{0,3}},? {_DEALS}"
    rf"|\b(?:{_REACH}) (?:him|her|them)\b"
    rf"|(?<!I'm )(?<!I am )\bthe (?:right|best|correct|responsible) (?:person|one|contact)\b"
    rf"|\b{_NOT_ME}\b){_REST}",
    re.I,
)
_END = re.compile(r"(?<=[a-z0-9)])[.!?](?=\s+[A-Z]|\s*$)")
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Ltd|Inc|Co|Corp)$")


def without_referral(text: str) -> str:
    """Return the text without what names the person to speak to instead; the address in it is read before."""
    return _REFERRAL.sub(_to_the_end_of_its_sentence, text)


def _to_the_end_of_its_sentence(found: re.Match[str]) -> str:
    said = found.group()
    if re.match(_NOT_ME, said, re.I):  # who is right instead may follow in the next sentence
        return " "
    for end in _END.finditer(said):
        if not _TITLE_END.search(said[: end.start()]):
            return said[end.start() :]
    return " "
