"""What came from the parent, and what a rehearsal leaves to others to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Heard:
    """What came from the parent. `pressed`: the payload of a button. `danger`: told plainly."""

    words: str = ""
    intent: str = ""
    pressed: tuple[str, str] | None = None
    verdict: Mapping[str, Any] | None = None
    danger: bool = False

    @property
    def label(self) -> str:
        return str((self.verdict or {}).get("label") or self.intent)

    @property
    def is_answered(self) -> bool:
        """Whether there is a sure answer to it."""
        return (self.verdict or {}).get("kind") == "answer"


@dataclass(frozen=True)
class Elsewhere:
    """Something that was chosen by its place in the list and is said elsewhere."""

    payload: str
