"""Where the family lives: help near them, or the last answer again for their nation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from waymark.content.schema import Nation
from waymark.dialogue.local import moves
from waymark.dialogue.local.moves import Move, Talk
from waymark.dialogue.local.page import KEY
from waymark.dialogue.local.state import THIS_PLACE, asked, nation_before
from waymark.nlu import home

Said = list[dict[str, Any]]

QUESTIONS = {
    Move.ASK: "utter_where",
    Move.NO_POSTCODE: "utter_where_no_postcode",
    Move.UNKNOWN: "utter_where_unknown",
}


class TellPlace(Action):
    """Takes the place (its slots are set from the words or the button) and helps there."""

    def name(self) -> str:
        return moves.ACTION

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        place = moves.meant(tracker.events)
        learnt = home.entities(place) if place and place.told else {}
        found = moves.move(place, turn.chosen, _talk(turn, tracker, learnt), turn.library)
        if found in QUESTIONS:
            dispatcher.utter_message(response=QUESTIONS[found])
        elif found is Move.AGAIN:
            turn.answer(str(turn.thread.last_answer))
        else:
            dispatcher.utter_message(response=f"utter_{KEY}", learnt=learnt)
        if found is Move.ASK:
            return [SlotSet("authority", None)]
        return [SlotSet(name, value) for name, value in learnt.items()]


class NoPlace(Action):
    """The parent would rather not say where they live: help that is there for all."""

    def name(self) -> str:
        return "action_no_place"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        dispatcher.utter_message(response="utter_where_untold")
        return []


def say_no(dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
    """Reply to a plain "no" where we asked for the place; False where we did not ask."""
    question = asked(tracker.events)
    if question:
        this = question == THIS_PLACE
        dispatcher.utter_message(response="utter_where" if this else "utter_where_untold")
    return bool(question)


def _talk(turn: Turn, tracker: Tracker, learnt: dict[str, str]) -> Talk:
    now = Nation(learnt["nation"]) if learnt.get("nation") else turn.nation
    return Talk(turn.thread.last_answer, bool(asked(tracker.events)),
                nation_before(tracker.events), now)
