"""Does the writer use our product already, and do they need help with it?"""

import re
from functools import lru_cache

from app.understanding import support_words as words
from app.understanding.normal import any_of, sentences

_OF_OTHERS = re.compile("|".join(words.OF_OTHERS), re.I)
_OURS = re.compile("|".join(words.OURS), re.I)


@lru_cache(maxsize=8)  # asked wherever a customer is read otherwise than a buyer
def is_customer(text: str) -> bool:
    """Say whether the writer tells that they use the product."""
    return any_of(*words.CUSTOMER).search(text) is not None and not of_others(text)


def of_others(text: str) -> bool:
    """Say whether the product they use is another company's."""
    return _OF_OTHERS.search(text) is not None and _OURS.search(text) is None


def _of_another_tool(sentence: str) -> bool:
    return any_of(*words.OTHER_TOOL).search(sentence) is not None and _OURS.search(sentence) is None


def fails_customer(text: str) -> bool:
    """Say whether our product fails a customer in so many words, so that nothing need agree."""
    fault = any_of(*words.FAULT, *words.FAILS).search(text)
    return fault is not None and is_customer(text) and any_of(*words.OWN_MACHINES).search(text) is None


def device_fails(text: str) -> bool:
    """Say whether a device or a screen of ours is told to fail, by somebody who need not say that they use it."""
    told = (text[start:end] for start, end in sentences(text))
    faults = (one for one in told if any_of(*words.DEVICE_FAULT).search(one))
    return any(any_of(*words.NOT_OF_OURS).search(one) is None for one in faults)


def is_support(text: str) -> bool:
    """Say whether it is a support case: a machine of their own that fails is a challenge, and what is asked before
    buying (terms, invoices, adding users) is a question; a customer who wants more is no case either.
    """
    if device_fails(text):
        return True
    customer = is_customer(text)
    fault = any_of(*words.FAULT)
    if customer:
        how_to = any_of(*words.HOW_TO).search(text) and not any_of(*words.WANTS_MORE).search(text)
        asks_more = any_of(*words.MORE).search(text) and not how_to
        return fault.search(text) is not None or not asks_more
    parts = [text[start:end].strip() for start, end in sentences(text)]
    told = [part for part in parts if not (any_of(*words.BEFORE_BUYING).search(part) or _of_another_tool(part))]
    if any_of(*words.COMPARES).search(text):
        return False
    if any(any_of(*words.OWN_ACCOUNT).search(part) for part in told):
        return True
    return any(fault.search(part) for part in told) and any_of(*words.OWN_MACHINES).search(text) is None
