"""What is live in this process, opened when it is first asked for: answers, and the urgent gate."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from waymark.content.shelf import Reloaded, Shelf
from waymark.settings import settings
from waymark.urgent import folder
from waymark.urgent.folder import Folder
from waymark.urgent.gate import Gate


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The live answers. Raises `Unreadable` if there is no good content at all."""
    return Shelf(settings().content)


class Urgent:
    """The help for each kind of danger, and the gate that finds it."""

    def __init__(self, read: Folder) -> None:
        self.kinds = read.kinds
        self.gate = Gate.of(read)


@lru_cache(maxsize=1)
def urgent_shelf() -> Reloaded[Urgent]:
    """The live urgent help. Raises `Unreadable` if there is no good content at all."""
    return Reloaded(settings().content, lambda root: Urgent(folder.read(root)), _urgent_files)


def urgent() -> Urgent:
    """The urgent help as it is now."""
    return urgent_shelf().current


def _urgent_files(root: Path) -> list[Path]:
    return sorted((root / "urgent").glob("*.yml"))
