"""The YAML head of a document: who approved it, until when it holds, and what a case study proves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from app.core.errors import Invalid
from app.retrieval.passages import Kind, Lang

CODE = "knowledge_front_matter_invalid"
FENCE = "---"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _as_text(value: object) -> object:
    """Take `figure: 42` and lists as text, so that authors need no quotes."""
    if isinstance(value, list):
        return "、".join(str(item) for item in value)
    return str(value) if isinstance(value, int | float | date) and not isinstance(value, bool) else value


def _as_list(value: object) -> object:
    return [part for part in str(value).split(",") if part.strip()] if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_as_text)]
Lines = Annotated[list[Line], BeforeValidator(_as_list)]


class Term(BaseModel):
    """One notion in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ja: Line = Field(min_length=1)
    en: Line = Field(min_length=1)


def _as_terms(value: object) -> object:
    """Take `{人手不足: labour shortage}` as well as `[{ja: 人手不足, en: labour shortage}]`."""
    if not isinstance(value, dict):
        return value
    return [{"ja": ja, "en": en} for ja, en in value.items()]


class FrontMatter(BaseModel):
    """Every key is optional; keys we do not know are kept and ignored."""

    model_config = ConfigDict(extra="allow", str_strip_whitespace=True)

    title: Line | None = None
    lang: Lang | None = None
    kind: Kind = "document"
    url: Annotated[str, Field(pattern=r"^(https?:/)?/\S+$")] | None = None
    industry: Lines = []
    challenge: Lines = []
    product: Lines = []
    topics: Lines = []
    figure: Line | None = None
    quote: Line | None = None
    customer: Line | None = None
    approved_by: Line | None = "operator"
    approved_on: date | None = None
    valid_until: date | None = None
    glossary: Annotated[list[Term], BeforeValidator(_as_terms)] = []

    @model_validator(mode="before")
    @classmethod
    def _refuse_misspelt_keys(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Refuse `valid_untill`: a date nobody reads would keep an expired price alive."""
        for key in values.keys() - cls.model_fields.keys():
            if close := get_close_matches(str(key), cls.model_fields, n=1, cutoff=0.8):
                raise ValueError(f"unknown key {key}: did you mean {close[0]}?")
        return values

    @property
    def approved(self) -> bool:
        """False only where the author wrote an empty `approved_by`: the operator vouches for what they add."""
        return bool(self.approved_by)


@dataclass(frozen=True, slots=True)
class Split:
    """A document's head and the text below it."""

    head: FrontMatter
    body: str


def split(text: str) -> Split:
    """Return the head (empty if there is none) and the body; `Invalid` if the head cannot be trusted."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return Split(FrontMatter(), text)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise Invalid(CODE, "the front matter has no closing ---")
    return Split(_parse("\n".join(lines[1:end])), "\n".join(lines[end + 1 :]))


def _parse(source: str) -> FrontMatter:
    try:
        values = yaml.load(source, Loader=_LOADER)  # noqa: S506 - safe, in C where libyaml is there
    except (yaml.YAMLError, ValueError) as error:
        raise Invalid(CODE, f"the front matter is not YAML: {str(error).splitlines()[0]}") from None
    if values is None:
        return FrontMatter()
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        raise Invalid(CODE, "the front matter is not a list of keys and values")
    try:
        return FrontMatter.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Invalid(CODE, f"{where}: {first['msg']}" if where else str(first["msg"])) from None
