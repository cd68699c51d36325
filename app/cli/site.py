"""`sokuo site`: the key of the site that carries the widget, and the origins its pages may call from."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import typer
from sqlalchemy.orm import Session

from app.cli.open import open_parts
from app.core.errors import Invalid
from app.core.templating import LANGS
from app.flows.first_run import ensure_site
from app.models import Site

TAG = (
    '<script src="{base}/static/widget/loader.js" data-site="{key}" data-lang="{lang}" data-consent="ask" defer>'
    "</script>"
)


def site(*, company: str | None, origins: Sequence[str]) -> None:
    """Make the site if there is none, change what is given, and print it; `Invalid` (origin_invalid)."""
    wanted = [origin_of(written) for written in origins]
    with open_parts() as parts:

        def change(session: Session) -> Site:
            made = ensure_site(session, lang=parts.settings.default_lang, now=parts.clock.now())
            if company:
                made.name, made.company = company, dict.fromkeys(LANGS, company)
            made.origins = list(dict.fromkeys([*made.origins, *wanted]))
            return made

        shown = parts.database.write(change)
        base = parts.settings.base_url
    typer.echo(f"key      {shown.key}")
    typer.echo(f"company  {shown.name}")
    typer.echo(f"origins  {' '.join(shown.origins) or '-'}")
    typer.echo(TAG.format(base=base, key=shown.key, lang=shown.lang))


def origin_of(written: str) -> str:
    """Return scheme, host and port as a browser names them: no path, no slash at the end, lower case."""
    parts = urlsplit(written.strip())
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or "@" in parts.netloc
        or parts.path.strip("/")
        or parts.query
    ):
        raise Invalid("origin_invalid", f"{written}: needs scheme and host, as https://www.example.com")
    return f"{parts.scheme}://{parts.netloc}".lower()
