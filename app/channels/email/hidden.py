"""Whether a reader of an HTML mail sees an element: by its attributes, its style, and simple rules of a `<style>`.

Hidden text is for machines to read, so it is left out. Not recognised: what only layout or a computation shows
(elements over one another, `transform`, `calc()`, `var()`, pictures of text), colours other than white, selectors other
than one tag, class or id, and what depends on the width of the window.
"""

from __future__ import annotations

import re
from typing import Any

MOST_STYLE_CHARS = 1000
MOST_SHEET_CHARS = 256 * 1024
SMALLEST_FONT_PX = 2.0
OFF_SCREEN_PX = -500.0
PX = {"": 1.0, "px": 1.0, "pt": 1.33, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0}
RELATIVE = {"em": 1.0, "ex": 0.5, "ch": 0.5, "%": 0.01}
ROOT_PX = 16.0
WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"))

READ = frozenset(
    [
        "display",
        "visibility",
        "opacity",
        "mso-hide",
        "max-height",
        "height",
        "width",
        "max-width",
        "overflow",
        "clip",
        "clip-path",
        "left",
        "right",
        "top",
        "bottom",
        "text-indent",
        "margin-left",
        "margin-top",
        "color",
        "background",
        "background-color",
        "font",
        "font-size",
    ]
)

Declarations = dict[str, str]

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?")
_LENGTH = re.compile(r"([+-]?\d{0,9}\.?\d{0,9})(px|pt|pc|mm|cm|in|r?em|ex|ch|%)?")
_NO_CLIP = re.compile(r"rect\((?:[01](?:px)?[\s,]*){4}\)|inset\((?:50|100)%\)")


class Sheet:
    """The rules of a mail's `<style>` elements, and what follows from them for one element."""

    def __init__(self, css: str, *, coloured: bool) -> None:
        """`coloured`: something in the mail has a background, so white text may be seen."""
        self._rules: dict[tuple[str, str], dict[str, Declarations]] = {}  # by class or id, then by tag
        self._coloured = coloured
        self._read(_COMMENT.sub(" ", css[:MOST_SHEET_CHARS]))

    def look(self, node: Any) -> Declarations:
        """Return the declarations that hold for an element, later and more special ones first."""
        given = node.attributes
        if not given and not self._rules:
            return {}
        found: Declarations = {}
        classes = dict.fromkeys((given.get("class") or "")[:MOST_STYLE_CHARS].lower().split())
        for key in (("", ""), *((".", name) for name in classes), ("#", (given.get("id") or "").lower())):
            rules = self._rules.get(key, {})
            for tag in ("", node.tag):
                _join(found, rules.get(tag, {}))
        if node.tag == "font" and given.get("color"):
            _join(found, {"color": str(given["color"]).lower()})
        _join(found, declarations(given.get("style") or ""))
        return {name: value.removesuffix("!important").strip() for name, value in found.items()}

    def hides(self, node: Any, style: Declarations) -> bool:
        """Say whether the element is not shown, with everything in it."""
        given = node.attributes
        parent = node.parent
        if "hidden" in given or (node.tag == "dialog" and "open" not in given):
            return True
        if parent is not None and parent.tag == "details" and node.tag != "summary" and "open" not in parent.attributes:
            return True
        return bool(style) and (_not_displayed(style) or _no_room(style) or self._uncoloured(style))

    def _uncoloured(self, style: Declarations) -> bool:
        colour = style.get("color", "").replace(" ", "")
        if colour == "transparent":
            return True
        ground = (style.get("background-color") or style.get("background", "")).replace(" ", "")
        return colour in WHITE and (ground in WHITE or not self._coloured)

    def _read(self, css: str) -> None:
        around: list[str] = []
        text = ""
        for piece in re.split(r"([{}])", css):
            if piece == "{":
                around.append(text.strip())
            elif piece == "}" and around:
                selectors = around.pop()
                if not selectors.startswith("@") and all(_always(outer) for outer in around):
                    self._add(selectors, declarations(text))
            text = piece.rpartition(";")[2] if not around else piece

    def _add(self, selectors: str, rule: Declarations) -> None:
        for selector in selectors[:MOST_STYLE_CHARS].split(","):
            simple = _SELECTOR.fullmatch(_plain(selector).strip())
            if simple and rule:
                rules = self._rules.setdefault((simple[2] or "", simple[3] or ""), {})
                _join(rules.setdefault(simple[1] or "", {}), rule)


def declarations(style: str) -> Declarations:
    """Return what a style says of being seen, in lower case; comments and escapes are resolved."""
    found: Declarations = {}
    for one in _COMMENT.sub(" ", style[:MOST_STYLE_CHARS]).split(";"):
        name, colon, value = _plain(one).partition(":")
        if colon and name.strip() in READ:
            _join(found, {name.strip(): re.sub(r"!\s+", "!", " ".join(value.split()))})
    return found


def font_size(style: Declarations, around: float) -> float:
    """Return the size of the text in pixels, inside an element whose text has the size `around`."""
    size = _px(style.get("font-size", ""), around)
    if size is not None:
        return size
    for word in style.get("font", "").split():
        length = word.partition("/")[0]
        if (length[-1:].isalpha() or length.endswith("%") or _px(length) == 0) and _px(length, around) is not None:
            return _px(length, around) or 0.0
    return around


def _always(rule: str) -> bool:
    """Say whether an at-rule holds in every window."""
    rule = rule.lower()
    return rule.startswith(("@media", "@supports", "@layer")) and "(" not in rule and "print" not in rule


def _join(found: Declarations, more: Declarations) -> None:
    for name, value in more.items():
        if value.endswith("!important") or not found.get(name, "").endswith("!important"):
            found[name] = value


def _plain(css: str) -> str:
    def char(escape: re.Match[str]) -> str:
        code = int(escape[1], 16) if escape[1] else 0
        return chr(code) if 0 < code < 0xD800 else escape[2] or ""

    return _ESCAPE.sub(char, css).lower()


def _px(value: str, around: float = ROOT_PX) -> float | None:
    length = _LENGTH.fullmatch(value)
    if length is None:
        return None
    try:
        number = float(length[1])
    except ValueError:
        return None
    unit = length[2] or ""
    return number * (ROOT_PX if unit == "rem" else RELATIVE[unit] * around if unit in RELATIVE else PX[unit])


def _not_displayed(style: Declarations) -> bool:
    opacity = _px(style.get("opacity", ""))
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or (opacity is not None and opacity < 0.05)
    )


def _no_room(style: Declarations) -> bool:
    if _px(style.get("max-height", "")) == 0 or _NO_CLIP.fullmatch(style.get("clip") or style.get("clip-path") or ""):
        return True
    sides = ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top")
    if any((_px(style.get(side, "")) or 0.0) < OFF_SCREEN_PX for side in sides):
        return True
    sizes = (_px(style.get(side, "")) for side in ("height", "width", "max-width"))
    return style.get("overflow") in ("hidden", "clip") and any(size is not None and size <= 1 for size in sizes)
