"""Which parts of a web page are no text of it, or are not shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode as Node

_SILENT = frozenset(
    (
        "head",
        "script",
        "style",
        "nav",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "button",
        "select",
        "textarea",
        "input",
        "datalist",
        "dialog",
        "map",
        "rt",
        "rp",
        "del",
        "s",
        "strike",
    )
)
_SILENT_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "dialog", "menu", "menubar"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def is_silent(node: Node) -> bool:
    """Return whether nothing of an element is to be read: menus, scripts, what is hidden or struck out."""
    if node.tag in _SILENT:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _SILENT_ROLES
        or _HIDDEN.search(attributes.get("style") or "") is not None
    )
