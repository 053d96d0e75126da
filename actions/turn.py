"""What every action reads from the tracker, in one place."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from waymark.content.library import Library
from waymark.content.schema import AgeBand, Nation
from waymark.dialogue.slots import age_of, nation_of
from waymark.dialogue.thread import Thread
from waymark.live import shelf

Buttons = list[dict[str, str]]


class Turn:
    """One turn of a conversation: the thread so far, the slots, what was understood."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        self._dispatcher = dispatcher
        self._tracker = tracker
        self.library: Library = shelf().library
        self.thread = Thread.of(tracker.events)
        self.nation: Nation | None = nation_of(tracker.slots)
        self.age: AgeBand | None = age_of(tracker.slots)

    @property
    def verdict(self) -> dict[str, Any]:
        """The classifier's decision on the latest message, as plain data."""
        return (self._tracker.latest_message or {}).get("decision") or {}

    @property
    def chosen(self) -> tuple[str, str] | None:
        """The button that was pressed, if one was."""
        chosen = (self._tracker.latest_message or {}).get("chosen")
        return (chosen[0], chosen[1]) if chosen else None

    @property
    def words(self) -> str:
        """What was typed. It is read here and never logged, kept or repeated."""
        return str((self._tracker.latest_message or {}).get("text") or "")

    def answer(self, key: str, part: str = "answer") -> None:
        """Show an answer, or one of its parts, in the words of the live content."""
        self._dispatcher.utter_message(response=f"utter_{key}", part=part)

    def say(
        self, text: str, buttons: Buttons | None = None, *, decision: str = "flow",
        offered: list[str] | None = None, **said: Any,
    ) -> None:
        """Say something of our own; `decision`, `offered` and `said` become part of the thread."""
        self._dispatcher.utter_message(
            text=text,
            buttons=buttons or [],
            waymark={"decision": decision, "offered": offered or [], **said},
        )
