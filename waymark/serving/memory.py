"""Conversations in memory only, and not for ever: what is long silent is forgotten."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from waymark.dialogue.forgetting import asks_to_forget

IDLE_SECONDS = 2 * 60 * 60
MOST = 2000
"""Conversations held at once; the longest silent goes first. About 20 kB each."""


class ForgetfulStore(InMemoryTrackerStore):
    """Rasa's in-memory store with an end to it: nothing is written, nothing piles up."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._seen: dict[str, float] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        if asks_to_forget(tracker):
            await self.delete(tracker.sender_id)
            return
        await super().save(tracker)
        self._seen.pop(tracker.sender_id, None)
        self._seen[tracker.sender_id] = time.monotonic()
        self._forget()
        # Nobody may write for hours: the promise to forget must not wait for the next parent.
        asyncio.get_running_loop().call_later(IDLE_SECONDS + 1, self._forget)

    async def delete(self, sender_id: str) -> None:
        """Remove all of a conversation, because the parent asked for it."""
        self._seen.pop(sender_id, None)
        self.store.pop(sender_id, None)

    def _forget(self) -> None:
        """Drop conversations that have been silent for too long, or are too many."""
        oldest_allowed = time.monotonic() - IDLE_SECONDS
        for sender, seen in list(self._seen.items()):  # in the order of last use
            if seen >= oldest_allowed and len(self._seen) <= MOST:
                break
            del self._seen[sender]
            self.store.pop(sender, None)
