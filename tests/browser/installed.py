"""Says what the browser tests need and this machine does not have.

The headless shell is Chromium without a desktop's windows: the same engine, in a third of the processor time.
"""

import shutil
import subprocess

CHROMIUM = "/usr/bin/chromium-headless-shell"
FONT = "Noto Sans CJK"


def missing() -> list[str]:
    """Return the Debian packages that are missing; none when every browser test can run."""
    packages = [] if shutil.which(CHROMIUM) else ["chromium-headless-shell"]
    if not _has_font():
        packages.append("fonts-noto-cjk")
    return packages


def _has_font() -> bool:
    if shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False)
    return FONT in listed.stdout
