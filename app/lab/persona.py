"""Scripted prospects as files: who they are, what they write, and how the conversation has to go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from app.core.errors import SetupError

SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml reads ten times faster

PERSONAS = Path(__file__).parent / "personas"

Lang = Literal["ja", "en"]
Channel = Literal["widget", "email"]
Band = Literal["hot", "warm", "cold"]
Topic = Literal["timing", "challenge", "contact", "authority", "tool", "team_size", "role", "call_time", "phone"]


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a pattern: {pattern} ({error})") from None
    return pattern


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


Pattern = Annotated[str, BeforeValidator(_compiles)]
Patterns = Annotated[tuple[Pattern, ...], BeforeValidator(_several)]
Topics = Annotated[tuple[Topic, ...], BeforeValidator(_several)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reply(_Written):
    """What one reply has to be like. Patterns are found in it, read without width or case (NFKC).

    `says`: every one is found. `never`: none is. `asks`: exactly these topics; None leaves it open. `silent`: nothing
    is said at all. `lang`: the language it is in, the persona's own unless named.
    """

    says: Patterns = ()
    never: Patterns = ()
    asks: Topics | None = None
    silent: bool = False
    lang: Lang | None = None


class Turn(_Written):
    """One message. `gives`: what it settles by telling or refusing it. `if_asked`: the question it answers."""

    say: str = Field(min_length=1)
    if_asked: Topic | None = None
    gives: Topics = ()
    at: AwareDatetime | None = None
    channel: Channel | None = None
    reply: Reply = Reply()


class Window(_Written):
    """A timing: the kind, inclusive dates (`latest` None is open), and other readings that are as right."""

    kind: Literal["range", "asap", "undecided", "none", "past"]
    earliest: date | None = None
    latest: date | None = None
    alternatives: tuple[Window, ...] = Field((), alias="or")


class Slots(_Written):
    """What has to be known at the end; what is not named has to be empty. Authority and tool count only if named."""

    name: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None
    role: str | None = None
    team_size: int | None = None
    timing: Window | None = None
    challenges: tuple[str, ...] = ()
    authority: Literal["self", "superior", "ringi", "unknown"] | None = None
    tool: str | None = None


class Ending(_Written):
    """How the conversation has to end. `handoff` and `booking` None are not looked at.

    `cited`: documents that have to be named somewhere, without their folder; `a | b` is either of them. `never`:
    patterns that no reply may hold. `never_asks`, `never_acts`: what the assistant may not do. `each`: what every reply
    has to be like. `repeats`: so many sentences may come twice.
    """

    slots: Slots = Slots()
    band: Annotated[tuple[Band, ...], BeforeValidator(_several)] = Field(min_length=1)
    handoff: bool | None = None
    booking: bool | None = None
    cited: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    never: Patterns = ()
    never_asks: Topics = ()
    never_acts: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    each: Reply = Reply()
    repeats: int = Field(0, ge=0)


class Persona(_Written):
    """A prospect: `kind` is the sort of conversation, `about` a line about them in each language of the sheet.

    `form` is what they filled in first; the text of the first turn is its message.
    """

    id: str
    kind: str
    about: dict[Lang, str]
    lang: Lang
    channel: Channel = "widget"
    now: AwareDatetime
    page_views: tuple[str, ...] = ()
    form: dict[str, str | list[str]] | None = None
    turns: tuple[Turn, ...] = Field(min_length=1)
    expect: Ending

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        times: list[datetime] = [self.now, *(turn.at for turn in self.turns if turn.at)]
        if times != sorted(times):
            raise ValueError("the times of its turns run backwards")
        return self


def load_personas(folder: Path) -> list[Persona]:
    """Return the prospect of every `*.yaml` in a folder, by name; `SetupError` (persona_invalid) names the file."""
    return [_read(path) for path in sorted(folder.glob("*.yaml"))]


def chosen(personas: Sequence[Persona], only: Sequence[str]) -> list[Persona]:
    """Return the personas whose name begins with one of `only`, all without any; `SetupError` if one fits nobody."""
    for start in only:
        if not any(one.id.startswith(start) for one in personas):
            raise SetupError("persona_unknown", f"{start}: one of {', '.join(one.id for one in personas)}")
    return [one for one in personas if not only or one.id.startswith(tuple(only))]


def _read(path: Path) -> Persona:
    try:
        written = yaml.load(path.read_text("utf-8"), Loader=SAFE)  # noqa: S506 - a safe loader
        return Persona.model_validate({**written, "id": path.stem})
    except (yaml.YAMLError, TypeError) as error:
        raise SetupError("persona_invalid", f"{path.name}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SetupError("persona_invalid", f"{path.name}: {where}: {first['msg']}") from None
