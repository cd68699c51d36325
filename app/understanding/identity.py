"""Does the prospect want to know whether software or a person answers?"""

from app.understanding.identity_words import ASKS_WHO_EN, ASKS_WHO_JA
from app.understanding.normal import any_of, sentences


def asks_who(text: str) -> bool:
    """Say whether one of the sentences of a normalised message asks who or what is writing here."""
    for start, end in sentences(text):
        sentence = text[start:end].strip()
        if any_of(*ASKS_WHO_JA).search(sentence) or any_of(*ASKS_WHO_EN).search(sentence):
            return True
    return False
