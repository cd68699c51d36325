"""Does the writer use our product and need help with it?"""

from app.understanding import intent_words_en as en
from app.understanding import intent_words_ja as ja
from app.understanding.normal import any_of

_SIGNS = (*ja.INTENTS["existing_customer_support"], *en.INTENTS["existing_customer_support"])
_FAULT = (*ja.FAULT, *en.FAULT)
_OWN_MACHINES = (*ja.OWN_MACHINES, *en.OWN_MACHINES)


def is_support(text: str) -> bool:
    """Say whether it is a support case: a machine of their own that fails is a challenge, not our case."""
    if any_of(*_SIGNS).search(text):
        return True
    return any_of(*_FAULT).search(text) is not None and not any_of(*_OWN_MACHINES).search(text)
