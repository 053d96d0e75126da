"""What a conversation has come to, read from its events alone.

Nothing is kept beside the tracker, so nothing can disagree with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Event = Mapping[str, Any]

ENOUGH_MISSES = 2
"""After so many turns in a row without an answer we stop guessing and name people."""


@dataclass(frozen=True)
class Thread:
    """The last answer shown, the keys last offered, and the misses in a row so far."""

    last_answer: str | None
    offered: tuple[str, ...]
    misses: int

    @classmethod
    def of(cls, events: Sequence[Event]) -> Thread:
        """Read it from a tracker's events, oldest first."""
        said = [_said(event) for event in events if event.get("event") == "bot"]
        said = _since_fresh([words for words in said if words])
        last = next((w["answer"] for w in reversed(said)
                     if w.get("answer") and not w.get("confirm")), None)
        offered = tuple(said[-1].get("offered") or ()) if said else ()
        misses = 0
        for words in reversed(said):
            if words.get("decision") not in ("unsure", "offer"):
                break
            misses += 1
        return cls(last, offered, misses)

    @property
    def lost(self) -> bool:
        """Whether guessing once more would only tire a worried person."""
        return self.misses >= ENOUGH_MISSES


def _since_fresh(said: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What was said since the parent turned to a new question."""
    places = [n for n, words in enumerate(said) if words.get("afresh")]
    return said[places[-1]:] if places else said


def _said(event: Event) -> Mapping[str, Any]:
    metadata = event.get("metadata") or {}
    said: Mapping[str, Any] = metadata.get("waymark") or {}
    return said
