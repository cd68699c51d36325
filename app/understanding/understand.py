"""Read one message of a prospect: language, intents and every fact in it."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

from app.understanding import stance
from app.understanding.authority import read_authority
from app.understanding.callback import read_callback
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.challenges import read_challenges
from app.understanding.contact_data import is_company, read_contact, without_names
from app.understanding.current_tool import read_tool
from app.understanding.echoes import without_echo
from app.understanding.facts import Asked, ChallengeCategories, Lang, Timing, Understanding
from app.understanding.identity import asks_who
from app.understanding.intents import read_intents
from app.understanding.language import detect
from app.understanding.meeting import read_meeting
from app.understanding.moment import asks_to_wait
from app.understanding.names_en import name_put_right
from app.understanding.normal import normalise
from app.understanding.papers import wanted_by
from app.understanding.punctuation import punctuated
from app.understanding.quote_wish import read_quote
from app.understanding.refusals import refuses
from app.understanding.salutations import without_salutation
from app.understanding.support import is_customer
from app.understanding.thanks import only_thanks
from app.understanding.timing import read_timing
from app.understanding.timing_supposed import answers_another

HEAD, TAIL = 1200, 400
# Messages that reach every list of words.
_WARM_UP = (
    "ことり商会の鳥です。来月には導入したいのですが、返信が遅くて困っています。03-5555-0100、15時以降で",
    "うん",
    "My name is Wren from Wren Supply. Our line goes down, we need it in 3 months. Call +1 312 555 0100 after 3pm",
    "ok",
)


def understand(
    text: str,
    *,
    today: date,
    asked: Asked | None = None,
    lang: Lang | None = None,
    categories: ChallengeCategories = DEFAULT_CATEGORIES,
) -> Understanding:
    """Return what a message says, by rules and a small classifier.

    `asked` is what our last question was about: then a bare noun is a challenge, a bare word a name.
    `lang` overrides the detection; `today` is the day in the prospect's zone. Words found are quoted verbatim.
    """
    message = normalise(punctuated(_within_reach(text)))
    language = lang or detect(message.text)
    paper_by = wanted_by(message.text, today=today, beside=asked == "timing")
    quote = read_quote(message, wanted_by=paper_by)
    timing = read_timing(
        message,
        today=today,
        lang=language,
        asked=asked == "timing",
        paper_wanted_by=paper_by,
    )
    if asked == "challenge" and timing.kind == "undecided" and answers_another(message.text):
        timing = Timing()  # "nothing really, just comparing"
    challenges = read_challenges(message, asked=asked == "challenge", categories=categories)
    contact = read_contact(message, lang=language, asked=asked == "contact", asked_team_size=asked == "team_size")
    if contact.company is None and quote and quote.addressee and is_company(quote.addressee):
        contact = replace(contact, company=quote.addressee)
    said = without_salutation(without_echo(message.text))
    nameless = without_names(said, contact)
    waits = asks_to_wait(said)
    intents = (
        ("smalltalk",)
        if waits
        else read_intents(said, timing=timing, challenges=challenges, contact=contact, asked=asked)
    )
    if "prompt_injection" in intents:  # an order to the software tells nothing about its writer's plans
        timing, challenges = Timing(), ()
    return Understanding(
        lang=language,
        intents=intents,
        timing=timing,
        challenges=challenges,
        has_challenge=bool(challenges),
        contact=contact,
        callback=read_callback(
            nameless, asked=asked == "call_time", today=today, problems=[one.span for one in challenges]
        ),
        authority=read_authority(message.text, asked=asked == "authority"),
        tool=read_tool(message, asked=asked == "tool"),
        declines=stance.declines(message.text) or (asked == "challenge" and stance.has_none(message.text)),
        corrects=stance.corrects(message.text) or (language == "en" and name_put_right(message.text) is not None),
        hurry=stance.hurry(message.text),
        crisis=stance.crisis(message.text),
        quote=quote,
        refuses=() if contact.email or contact.phone else refuses(said),
        only_thanks=timing.kind == "none" and not challenges and only_thanks(message.text, contact=contact),
        is_customer=is_customer(message.text),
        asks_who=asks_who(said),
        turns_down=stance.turns_down(message.text),
        postpones=not waits and stance.postpones(message.text),
        asks_to_wait=waits,
        wanted_by=paper_by,
        meeting=read_meeting(nameless, today=today, asked=False),
        threatens=stance.threatens(message.text),
    )


def warm(categories: ChallengeCategories = DEFAULT_CATEGORIES) -> None:
    """Compile the vocabulary of both languages at start-up, so that the first prospect does not wait for it."""
    for text in _WARM_UP:
        for asked in (None, *get_args(Asked)):
            understand(text, today=date(2000, 1, 1), asked=asked, categories=categories)


def _within_reach(text: str) -> str:
    """Cut a very long mail to its beginning and its signature, so that no message takes longer than a blink."""
    text = text.strip()
    return text if len(text) <= HEAD + TAIL else text[:HEAD] + "\n" + text[-TAIL:]


def to_row(understanding: Understanding, id: str | None) -> dict[str, Any]:
    """Return the JSON row of `sokuo understand`; dates are ISO, times "HH:MM"."""
    timing, contact, callback = understanding.timing, understanding.contact, understanding.callback
    return {
        "id": id,
        "lang": understanding.lang,
        "intents": list(understanding.intents),
        "timing": {
            "kind": timing.kind,
            "earliest": timing.earliest.isoformat() if timing.earliest else None,
            "latest": timing.latest.isoformat() if timing.latest else None,
        },
        "challenges": [{"span": c.span, "categories": list(c.categories)} for c in understanding.challenges],
        "has_challenge": understanding.has_challenge,
        "contact": {
            "name": contact.name,
            "reading": contact.reading,
            "company": contact.company,
            "email": contact.email,
            "phone": contact.phone,
            "role": contact.role,
            "team_size": contact.team_size,
        },
        "callback": {"from": callback.start, "to": callback.end, "method": callback.method} if callback else None,
    }
