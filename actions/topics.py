"""Looking around: the topics, and the answers of one topic."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Buttons, Turn
from waymark.content.library import Library
from waymark.nlu.choices import answer_button, flow_button, step_button, topic_button

TITLES = {
    "happened": "Something has happened",
    "talk": "Talking to my child",
    "law": "The law",
    "police": "The police",
    "school": "School",
    "prevent": "Phones, apps and settings",
    "why": "Understanding it",
    "support": "Help and support",
    "figures": "How common it is",
    "about": "About Waymark",
}


MAKE_A_PLAN = flow_button("Make a plan", "plan", "start")
"""What helps who does not know where to begin."""


def topic_buttons(library: Library) -> Buttons:
    """A button for every topic that has an answer, the most needed first."""
    return [topic_button(title, topic) for topic, title in TITLES.items()
            if topic in library.topics]


class Topics(Action):
    """Shows all topics, or the answers of the topic whose button was pressed."""

    def name(self) -> str:
        return "action_topics"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        turn = Turn(dispatcher, tracker)
        topic = turn.chosen[1] if turn.chosen and turn.chosen[0] == "topic" else None
        answers = [a for a in turn.library.answers.values() if a.topic == topic]
        if answers:
            buttons = [answer_button(a.title, a.key) for a in answers]
            buttons = [*([MAKE_A_PLAN] if topic == "happened" else []), *buttons]
            turn.say(f"{TITLES.get(str(topic), 'Here')}: what would you like to know?",
                     [*buttons, step_button("Other topics", "topics")],
                     offered=[a.key for a in answers])
        else:
            turn.say("What is it about?", [MAKE_A_PLAN, *topic_buttons(turn.library)])
        return []
