"""docs/conversations.md is written from what was really said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.journeys.journey import load, names
from waymark.settings import ROOT

TOOL = ROOT / "tools/show_conversations.py"


def test_the_page_shows_six_conversations_as_they_happen(server: Any, tmp_path: Path) -> None:
    """Every word of the parents, the replies cut short, buttons by their titles and not what they carry."""
    page = tmp_path / "page.md"
    subprocess.run([sys.executable, TOOL, server.url, page], check=True, cwd=tmp_path, timeout=300)
    text, shown = page.read_text(), [journey for name in names() if (journey := load(name)).shown]
    assert len(shown) == 6
    for journey in shown:
        assert f"## {journey.title}" in text
        assert all(f"**Parent:** {step.say}" in text for step in journey.steps if step.say)
    assert "> ..." in text and "\n> Buttons: [" in text
    assert "answer:" not in text and "choice:" not in text


def test_the_tool_says_how_to_use_it() -> None:
    """Without an address it says what it needs, and writes nothing."""
    told = subprocess.run([sys.executable, TOOL], capture_output=True, text=True, check=False)
    assert told.returncode == 1 and "show_conversations.py http://" in told.stderr
