"""People to talk to: the NSPCC and other services, by nation and need, from the content."""

from __future__ import annotations

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from waymark.content import letter
from waymark.dialogue import resources
from waymark.nlu.choices import answer_button, step_button


class People(Action):
    """Names people who can help with what was just talked about, where the parent lives."""

    def name(self) -> str:
        return "action_people"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        say_people(Turn(dispatcher, tracker), "You do not have to sort this out alone.")
        return []


def say_people(turn: Turn, opening: str) -> None:
    """Services for the topic of the last answer, and 999 before all."""
    topic = (turn.thread.last_answer or "").split("/")[0] or None
    found = resources.for_need(turn.library, turn.nation, topic)
    where = f" in {turn.nation.value}" if turn.nation else ""
    text = "\n\n".join([
        opening,
        letter.contacts(found, date.today(), f"People who can help{where}:"),
        "If a child is in danger right now, call 999.",
    ])
    buttons = [step_button("Show me the topics", "topics")]
    if "support/local" in turn.library.answers:
        buttons.insert(0, answer_button("Help near me", "support/local"))
    turn.say(text, buttons)
