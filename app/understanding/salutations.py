"""Whom a letter is addressed to is no wish for that person: 「ご担当者様」 "Dear Sales Manager," are left out. Pure."""

from app.understanding.normal import any_of

LINES = 4  # a company, a department, a person, and an empty line between
_JA = (
    r"^[^。、,!?\n]{0,40}(?:様|さま|殿|御中|各位|皆さん)(?:へ|方)?[、,。]?$",
    r"^(?:ご|御)?担当(?:者|の方)?(?:へ|さん)?[、,]?$",
)
_EN = (
    r"^(?:dear|to|attn|attention|hi|hello|hey|greetings|good (?:morning|afternoon|evening))\b[^\n.!?]{0,60}?[,:;-]*$",
)
_WISHES = (  # said in such a line, these are no address
    r"(?:お願|希望|つな|繋|代わ|替わ|変わ|出し|呼|話|相談|電話|連絡|ください|下さい)",
    r"\b(?:i|we|me|us|you|can|could|may|want|need|like|please|talk|speak|chat|connect|reach)\b",
)
# In one line with what follows: 「ご担当者様 初めてご連絡…」 "Dear Sales Manager, we would like …".
_BEFORE = (
    r"^[^。、,!?\n]{0,30}?(?:ご|御)?(?:担当(?:者|の方)?|責任者)(?:様|さま|殿|各位)[、,\s]+"
    r"(?=(?!お願|希望|つな|繋|代わ|替わ|出し|呼|直接|お?電話|とお?話)[^\n]{8})",
    r"^(?:dear|to(?: the)?) [^\n,.!?]{0,30}\b(?:person|manager|supervisor|representative|agent)\b"
    r"[^\n,.!?]{0,20},\s+(?=[^\n]{8})",
)


def without_salutation(text: str) -> str:
    """Return the text without the lines at its head that name whom it is for; a text that is no more stays as it is."""
    lines = text.split("\n")
    kept = [line for line in lines[:LINES] if not _is_salutation(line.strip())] if len(lines) > 1 else lines[:LINES]
    rest = any_of(*_BEFORE).sub("", "\n".join([*kept, *lines[LINES:]]).strip(), count=1)
    return rest if rest.strip() else text


def _is_salutation(line: str) -> bool:
    return any_of(*_JA, *_EN).search(line) is not None and any_of(*_WISHES).search(line) is None
