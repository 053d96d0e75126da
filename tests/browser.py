"""A real browser for tests: headless Chromium, or a skip that says what is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-pdf-header-footer")


def chromium() -> str:
    """The browser's path. Skips the test where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium on this machine: see tools/bring_chromium.sh")
    return found


def print_to_pdf(page: Path, target: Path) -> Path:
    """Print a page as the browser's print dialogue would."""
    command = [chromium(), *QUIET, f"--user-data-dir={target.parent / 'profile'}",
               f"--print-to-pdf={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target
