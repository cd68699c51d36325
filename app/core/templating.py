"""Pages and texts: Jinja2 in a sandbox, words from Babel catalogues.

Every sentence a person reads has an id (`queue.empty`) and stands in `templates/texts/<domain>.<lang>.po`. A missing id
is an error, in tests and at run time, never a silent fallback to another language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

LANGS = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Texts:
    """The catalogues of both languages; `texts("ja", "queue.empty")`."""

    catalogues: Mapping[str, Translations]

    def __call__(self, lang: str, text_id: str, /, **values: object) -> str:
        """Return the text with `%(name)s` places filled; `KeyError` if the id is unknown."""
        text = self.catalogues[lang].gettext(text_id)
        if text == text_id:
            raise KeyError(f"{text_id} has no text in {lang}")
        return text % values if values else text

    def variants(self, lang: str, text_id: str) -> int:
        """Return in how many ways a text is said: `text_id`, then `text_id.2`, `.3` and so on; 0 if it is unknown."""
        count = int(self.has(lang, text_id))
        while count and self.has(lang, f"{text_id}.{count + 1}"):
            count += 1
        return count

    def plural(self, lang: str, text_id: str, count: int, /, **values: object) -> str:
        """Return the text for `count` (Japanese has one form); `%(count)s` is filled."""
        text = self.catalogues[lang].ngettext(text_id, text_id, count)
        if text == text_id:
            raise KeyError(f"{text_id} has no text in {lang}")
        return text % {"count": count, **values}

    def has(self, lang: str, text_id: str) -> bool:
        """Say whether the id has a text."""
        return self.catalogues[lang].gettext(text_id) != text_id


@cache
def load_texts(templates: Path) -> Texts:
    """Read every catalogue below `templates/texts`, once per process."""
    made: dict[str, Translations] = {}
    for lang in LANGS:
        merged = Translations()
        for path in sorted((templates / "texts").glob(f"*.{lang}.po")):
            with path.open("rb") as file:
                catalogue = read_po(file, locale=lang)
            compiled = BytesIO()
            write_mo(compiled, catalogue)
            compiled.seek(0)
            loaded = Translations(compiled)
            merged.merge(loaded)
            merged.plural = loaded.plural
        made[lang] = merged
    return Texts(made)


def make_environment(templates: Path, texts: Texts, *, folder: str) -> SandboxedEnvironment:
    """Return an environment for `templates/<folder>`: autoescaped, strict, with `t` and `tn` in the page's `lang`."""
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates / folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    @pass_context
    def t(context: Context, text_id: str, **values: Any) -> str:
        return texts(context["lang"], text_id, **values)

    @pass_context
    def tn(context: Context, text_id: str, count: int, **values: Any) -> str:
        return texts.plural(context["lang"], text_id, count, **values)

    environment.globals.update(t=t, tn=tn)
    return environment
