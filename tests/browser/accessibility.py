"""What axe finds wrong with a page, in light and in dark."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LOADED = "typeof axe === 'object'"
# Frames are pages of their own; without this axe waits for each of them in vain.
RUN = "options => axe.run({iframes: false, resultTypes: ['violations'], ...options}).then(found => found.violations)"


def faults_of(page: Page) -> list[Any]:
    """Return every violation in the light scheme, and those of the colours in the dark one."""
    if not page.evaluate(LOADED):
        page.evaluate(AXE_SCRIPT)
    found: list[Any] = page.evaluate(RUN, {})
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(RUN, {"runOnly": ["color-contrast"]})
    page.emulate_media(color_scheme="light")
    return found
