"""The YAML head of a document: who approved it, until when it holds, and what a case study proves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, get_args

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from app.core import log
from app.core.errors import Invalid
from app.retrieval.passages import Kind, Lang

CODE = "knowledge_front_matter_invalid"
FENCE = "---"
LONGEST = 100_000
DEEPEST = 50
MOST_KEYS = 500

ADDRESS = r"^(https?://[^\s/\\]\S*|/([^\s/\\]\S*)?)$"
"""Where a citation may lead: an address, or a path of our own site, which neither `//` nor `/\\` begins."""

logger = log.get(__name__)

_KINDS: dict[str, Kind] = {
    **{kind: kind for kind in get_args(Kind)},
    **dict.fromkeys(("case_study", "case_studies", "cases", "事例", "導入事例", "お客様事例"), "case"),
    **dict.fromkeys(("products", "製品", "商品", "サービス"), "product"),
    **dict.fromkeys(("price", "prices", "料金", "価格"), "pricing"),
    **dict.fromkeys(("faqs", "q&a", "よくある質問", "よくあるご質問"), "faq"),
    **dict.fromkeys(("policies", "terms", "ポリシー", "方針", "規約"), "policy"),
    **dict.fromkeys(("セキュリティ",), "security"),
    **dict.fromkeys(("about", "会社", "会社概要"), "company"),
    **dict.fromkeys(("文書", "資料"), "document"),
}
_LANGS: dict[str, Lang] = {
    **dict.fromkeys(("ja", "jp", "ja_jp", "japanese", "日本語"), "ja"),
    **dict.fromkeys(("en", "en_us", "en_gb", "english", "英語"), "en"),
}
_KEYS = {"language": "lang", "public_url": "url", "言語": "lang", "タイトル": "title", "種類": "kind"}
_NOBODY = frozenset(("", "no", "none", "false", "nobody", "未承認", "なし"))

_ENTRY = re.compile(r"(?P<key>[^\s#:\[\]{}][^:]{0,100}?)\s{0,100}:\s+(?P<value>\S.*)")
_UNCLOSED = re.compile(r"\[[^\]]*$|\{[^}]*$|\"[^\"]*$|'[^']*$")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]\d.*)?")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # in C where libyaml is there
    """Reads every value as it is written, "1.10" and "No" too: only an empty one is none."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as its base class has it
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _as_text(value: object) -> object:
    """Take lists and, from the console, numbers as text."""
    if isinstance(value, list):
        return "、".join(str(item) for item in value)
    return str(value) if isinstance(value, int | float | date) and not isinstance(value, bool) else value


def _as_list(value: object) -> object:
    return [part for part in str(value).split(",") if part.strip()] if isinstance(value, str) else value or []


def _as_figures(value: object) -> object:
    """Take one figure for a list of one: a comma may be part of a number."""
    return [value] if isinstance(value, str) else value or []


def _as_kind(value: object) -> object:
    return _KINDS.get(_key(value), value) if isinstance(value, str) else value or "document"


def _as_lang(value: object) -> object:
    return _LANGS.get(_key(value), value) if isinstance(value, str) else value


def _as_date(value: object) -> object:
    """Take 2030/3/31 and 2030年3月31日 for the date they are."""
    if not isinstance(value, str):
        return value
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", value).strip())
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else value


def _as_approver(value: object) -> object:
    return None if isinstance(value, str) and value.strip().casefold() in _NOBODY else value


def _key(value: object) -> str:
    """Write a key or a kind in one way: "Valid until", "valid-until" and "valid_until" are one."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", str(value)).strip().casefold())


Line = Annotated[str, BeforeValidator(_as_text)]
Lines = Annotated[list[Line], BeforeValidator(_as_list)]
Day = Annotated[date | None, BeforeValidator(_as_date)]


class Term(BaseModel):
    """One notion in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ja: Line = Field(min_length=1)
    en: Line = Field(min_length=1)


def _as_terms(value: object) -> object:
    """Take `{人手不足: labor shortage}`, also in a list, as well as `[{ja: 人手不足, en: labor shortage}]`."""
    if isinstance(value, dict):
        return [{"ja": ja, "en": en} for ja, en in value.items()]
    if not isinstance(value, list):
        return value or []
    return [
        _as_terms(term)[0] if isinstance(term, dict) and len(term) == 1 else term  # type: ignore[index]
        for term in value
    ]


class FrontMatter(BaseModel):
    """Every key is optional; keys we do not know are kept and ignored. `figure` is the first of `figures`."""

    model_config = ConfigDict(extra="allow", str_strip_whitespace=True)

    title: Line | None = None
    lang: Annotated[Lang | None, BeforeValidator(_as_lang)] = None
    kind: Annotated[Kind, BeforeValidator(_as_kind)] = "document"
    url: Annotated[str, Field(pattern=ADDRESS)] | None = None
    industry: Lines = []
    challenge: Lines = []
    product: Lines = []
    topics: Lines = []
    figure: Line | None = None
    figures: Annotated[list[Line], BeforeValidator(_as_figures)] = []
    quote: Line | None = None
    customer: Line | None = None
    approved_by: Annotated[Line | None, BeforeValidator(_as_approver)] = "operator"
    approved_on: Day = None
    valid_from: Day = None
    valid_until: Day = None
    glossary: Annotated[list[Term], BeforeValidator(_as_terms)] = []

    @model_validator(mode="before")
    @classmethod
    def _name_keys(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Refuse `valid_untill`: a date nobody reads would keep an expired price alive."""
        named = {_KEYS.get(_key(key), _key(key)): value for key, value in values.items()}
        if len(named) > MOST_KEYS:
            raise ValueError(f"more than {MOST_KEYS} keys")
        for key in named.keys() - cls.model_fields.keys():
            if close := get_close_matches(key, cls.model_fields, n=1, cutoff=0.8):
                raise ValueError(f"unknown key {key}: did you mean {close[0]}?")
        if isinstance(named.get("figure"), list):
            named["figures"] = [*named.pop("figure"), *_listed(named.get("figures"))]
        if not named.get("figure") and (figures := _listed(named.get("figures"))):
            named["figure"] = figures[0]
        return named

    @property
    def approved(self) -> bool:
        """False only where the author wrote an empty `approved_by`: the operator vouches for what they add."""
        return bool(self.approved_by)

    @property
    def ends_before_it_begins(self) -> bool:
        """True where nobody could ever read the document."""
        return bool(self.valid_from and self.valid_until and self.valid_until < self.valid_from)

    @property
    def every_figure(self) -> tuple[str, ...]:
        """Return all figures, the one to tell first in front."""
        return tuple(dict.fromkeys(figure for figure in (self.figure, *self.figures) if figure))


def _listed(figures: object) -> list[Any]:
    found = _as_figures(figures)
    return found if isinstance(found, list) else []


@dataclass(frozen=True, slots=True)
class Split:
    """A document's head and the text below it."""

    head: FrontMatter
    body: str


def split(text: str) -> Split:
    """Return the head (empty if there is none) and the body; `Invalid` if the head cannot be trusted.

    A line whose value is no YAML, such as `title: Sensors: an overview`, is taken as the text it is.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return Split(FrontMatter(), text)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise Invalid(CODE, "the front matter has no closing ---")
    return Split(_parse("\n".join(lines[1:end])), "\n".join(lines[end + 1 :]))


def _parse(source: str) -> FrontMatter:
    try:
        values = _load(source)
    except (yaml.YAMLError, ValueError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise Invalid(CODE, f"the front matter is not YAML: {reason}") from None
    if values is None:
        return FrontMatter()
    if not isinstance(values, dict):
        raise Invalid(CODE, "the front matter is not a list of keys and values")
    return from_values(values)


def from_values(values: Mapping[Any, Any]) -> FrontMatter:
    """Return a head made of keys and values; `Invalid` if it cannot be trusted."""
    try:
        return FrontMatter.model_validate(dict(values))
    except (ValidationError, RecursionError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": "nested too deep"}
        where = ".".join(str(part) for part in first["loc"])
        raise Invalid(CODE, f"{where}: {first['msg']}" if where else str(first["msg"])) from None


def _load(source: str) -> Any:
    if len(source) > LONGEST:
        raise ValueError(f"longer than {LONGEST} characters")
    try:
        return _values(source)
    except yaml.YAMLError:
        return _values("\n".join(_quoted(source)))


def _values(source: str) -> Any:
    """Return plain values; a value that names its own type is no YAML to us."""
    depth = aliases = 0
    for event in yaml.parse(source, Loader=_Loader):  # goes into nothing: `yaml.load` would crash the program
        aliases += isinstance(event, yaml.AliasEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError("nested too deep")
        if getattr(event, "tag", None):
            raise yaml.YAMLError("it names types")
    values = yaml.load(source, Loader=_Loader)  # noqa: S506 - a safe loader
    if aliases:
        raise ValueError("it refers to itself")  # a few lines of that can stand for gigabytes
    return values


def _quoted(source: str) -> Iterator[str]:
    """Write the values in quotes that are no YAML as they stand."""
    for line in source.splitlines():
        match = _ENTRY.fullmatch(line.rstrip())
        if match is None or _UNCLOSED.match(match["value"]) or _is_yaml(line):
            yield line
        else:
            logger.info("front_matter_value_taken_as_text", key=match["key"])
            yield f"{match['key']}: {_in_quotes(match['value'])}"


def _is_yaml(line: str) -> bool:
    try:
        _values(line)
    except yaml.YAMLError:
        return False
    return True


def _in_quotes(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
