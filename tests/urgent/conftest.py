"""The urgent files as they are, read once, and small ones to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from waymark.settings import ROOT
from waymark.urgent.folder import Folder, read
from waymark.urgent.gate import Gate


@pytest.fixture(scope="session")
def folder() -> Folder:
    """content/urgent as it is shipped."""
    return read(ROOT / "content")


@pytest.fixture(scope="session")
def gate(folder: Folder) -> Gate:
    """The gate as it is shipped."""
    return Gate.of(folder)


class Editor:
    """Changes a line of an urgent file as a member of staff would."""

    def __init__(self, content: Path) -> None:
        self.content = content

    def change(self, name: str, old: str, new: str) -> None:
        path = self.content / "urgent" / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def editor(own_content: Path) -> Editor:
    """A copy of the content and somebody who edits it."""
    return Editor(own_content)
