"""What the rules found in one message: frozen facts without behaviour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Lang = Literal["ja", "en"]
Asked = Literal["timing", "challenge", "contact", "authority", "tool", "team_size", "call_time", "phone"]
TimingKind = Literal["range", "asap", "undecided", "none", "past"]
Authority = Literal["self", "superior", "ringi", "unknown"]
CallbackMethod = Literal["phone", "email", "none"]

# Name of a category -> terms per language. A term is a word or a regular expression.
ChallengeCategories = Mapping[str, Mapping[Lang, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Timing:
    """When the prospect wants it in use; dates are inclusive, `latest` None means open."""

    kind: TimingKind = "none"
    earliest: date | None = None
    latest: date | None = None
    quote: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A present problem; `span` stands in the message exactly like this."""

    span: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactData:
    """The prospect's own data; `phone` in E.164, `team_size` the people who would use the product."""

    name: str | None = None
    reading: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None
    role: str | None = None
    team_size: int | None = None


@dataclass(frozen=True, slots=True)
class Callback:
    """Best day, time ("HH:MM") and way to reach the prospect; method "none" means: do not call.

    Method "email" means by mail instead of a call, if one was promised. `zone`: the zone the times are meant in, as an
    IANA name ("ET" is "America/New_York"), None if none was named. `in_minutes` counts from the message ("in 30
    minutes"). `not_days`: days without calls ("except Friday" is the next one); `not_from` to `not_to`: hours of any
    day without calls. What is excluded never stands in `day`, `start` or `end`.
    """

    start: str | None = None
    end: str | None = None
    method: CallbackMethod | None = None
    day: date | None = None
    zone: str | None = None
    in_minutes: int | None = None
    not_days: tuple[date, ...] = ()
    not_from: str | None = None
    not_to: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingWish:
    """Days and hours wished for a meeting or a demo, in the order named; `zone` as in `Callback`."""

    days: tuple[date, ...] = ()
    start: str | None = None
    end: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteWish:
    """What a quote has to say: to whom, for how many (verbatim), and by when it is wanted."""

    addressee: str | None = None
    quantity: str | None = None
    wanted_by: date | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything read from one message; `intents` best first.

    `refuses`: what the prospect will not tell, asked or not. `is_customer`: they use the product already. `asks_who`:
    they want to know whether software or a person answers. `turns_down`: they decided against this offer. `postpones`:
    they will think it over, ask inside or come back by themselves. `threatens`: with a court, the public or violence.
    `asks_to_wait`: they ask for a moment, and say no more.
    `wanted_by`: the last day on which they want a paper
    from us (quote, questionnaire, documents); that day is never in `timing`. `meeting`: when they would like to meet.
    """

    lang: Lang
    intents: tuple[str, ...]
    timing: Timing = field(default_factory=Timing)
    challenges: tuple[Challenge, ...] = ()
    has_challenge: bool = False
    contact: ContactData = field(default_factory=ContactData)
    callback: Callback | None = None
    authority: Authority | None = None
    tool: str | None = None
    declines: bool = False
    corrects: bool = False
    hurry: bool = False
    crisis: bool = False
    quote: QuoteWish | None = None
    refuses: tuple[Asked, ...] = ()
    only_thanks: bool = False
    is_customer: bool = False
    asks_who: bool = False
    turns_down: bool = False
    postpones: bool = False
    asks_to_wait: bool = False
    threatens: bool = False
    wanted_by: date | None = None
    meeting: MeetingWish | None = None
