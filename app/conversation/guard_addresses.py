"""Web and mail addresses in a sentence, however they are written, against those the company allows."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_DOTS = re.compile(
    r"\s*(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|[。．｡](?=[a-z]))\s*|(?<=[a-z0-9])\s+\.(?=[a-z]{2})|\s+dot\s+(?=[a-z]{2,7}\b)",
    re.I,
)
_URL = re.compile(
    r"(?<![a-z0-9+.-])[0-9+.-]*+(?P<url>[a-z][a-z0-9+.-]*+:[/\\]+[^\s<>\"'」』）)]*)|(?<![:\w])(?P<bare>//[^\s<>\"']+)",
    re.I | re.A,
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++\s?@\s?[\w-]++(?:\.[\w-]++)*+", re.A)
_HOST = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]+)(?![\w-])", re.I | re.A
)
_FOREIGN_SCRIPT = re.compile(r"[^\x00-\x7f]\.(?:com|net|org|info|io|jp|co|example)\b", re.I | re.A)
_NUMERIC = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|\blocalhost\b", re.I | re.A)
_FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|zip|js|ts|py|md|png|jpe?g|html?|json|xml)$", re.I | re.A)


def foreign_address(text: str, *, hosts: frozenset[str], approved: str) -> str | None:
    """Return the first address that is neither on an allowed host nor written out in the approved texts.

    A host is allowed itself and with names before a dot ("docs.ours.example" for "ours.example").
    """
    plain = _DOTS.sub(".", re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)))
    for match in MAIL.finditer(plain):
        if match[0].casefold() not in approved:
            return match[0]
    plain = MAIL.sub(" ", plain)
    for match in _URL.finditer(plain):
        if not _url_allowed(url := match["url"] or match["bare"], hosts):
            return url
    plain = _URL.sub(" ", plain)
    found = [m[0] for p in (_NUMERIC, _HOST, _FOREIGN_SCRIPT) for m in p.finditer(plain)]
    return next((host for host in found if not is_allowed(host, hosts) and not _ordinary(host, approved)), None)


def _url_allowed(url: str, hosts: frozenset[str]) -> bool:
    try:
        parts = urlsplit(url.replace("\\", "/"))
        odd = parts.username is not None or parts.port is not None
    except ValueError:
        return False
    return parts.scheme in ("https", "") and not odd and is_allowed(parts.hostname or "", hosts)


def is_allowed(host: str, hosts: frozenset[str]) -> bool:
    """Say whether `host` is one of `hosts` or a name before a dot of one."""
    name = host.casefold().rstrip(".")
    return any(name == allowed or name.endswith("." + allowed) for allowed in hosts)


def _ordinary(word: str, approved: str) -> bool:
    """Say whether the dotted word is a file name, an abbreviation ("e.g") or a name from the approved texts."""
    return bool(_FILES.search(word)) or max(map(len, word.split("."))) == 1 or word.casefold() in approved
