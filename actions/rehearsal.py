"""Practising a talk: Waymark plays the child from the conversation starters."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionReverted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.people import say_people
from actions.topics import topic_buttons
from actions.turn import Turn
from waymark.dialogue.rehearsal import talks
from waymark.dialogue.rehearsal.heard import Elsewhere, Heard
from waymark.dialogue.rehearsal.moves import Rehearsal
from waymark.dialogue.rehearsal.pages import Page
from waymark.dialogue.rehearsal.place import Place
from waymark.nlu import choices

Said = list[dict[str, Any]]

SLOT, NOW, PAUSED = "practising", "now", "paused"


class Practise(Action):
    """Plays the next step; what is no step of the rehearsal goes to its own rule, unsaid."""

    def name(self) -> str:
        return "action_rehearsal"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        place = Place.of(tracker.events)
        rehearsal = Rehearsal(turn.library, place, nation=turn.nation, age=turn.age,
                              last_answer=_spoken_of(turn))
        found = rehearsal.hear(_heard(turn, tracker))
        if isinstance(found, Page):
            return _say(turn, found)
        if isinstance(found, Elsewhere):
            _show(turn, found)
        return _leave(place, said=found is not None)


def _spoken_of(turn: Turn) -> str | None:
    """What was just talked about: the last answer, or the likeliest one after an offer."""
    thread = turn.thread
    return thread.offered[0] if thread.misses and thread.offered else thread.last_answer


def _heard(turn: Turn, tracker: Tracker) -> Heard:
    latest = tracker.latest_message or {}
    # What only sounds alike may be a move all the same ("she'd say nothing"): its help was
    # shown before this. Danger that was told in plain words is never played with.
    danger = any(one.get("by") != "likeness" for one in latest.get("urgent") or ())
    return Heard(words=turn.words, intent=str((latest.get("intent") or {}).get("name") or ""),
                 pressed=turn.chosen, verdict=turn.verdict, danger=danger)


def _say(turn: Turn, page: Page) -> Said:
    turn.say(page.text, list(page.buttons), rehearsal=page.place.as_metadata())
    events = [SlotSet(SLOT, NOW)]
    if page.place.age and page.place.age != talks.band_of(turn.age):
        events.append(SlotSet("age", str(page.years or talks.first_year(page.place.age))))
    return events


def _show(turn: Turn, elsewhere: Elsewhere) -> None:
    """What was chosen by its number from the buttons at the end of a rehearsal."""
    kind, value = choices.read(elsewhere.payload) or ("", "")
    if kind == "answer" and value in turn.library.answers:
        turn.answer(value)
    elif value == "people":
        say_people(turn, "You do not have to sort this out alone.")
    else:
        turn.say("What is it about?", topic_buttons(turn.library))


def _leave(place: Place | None, *, said: bool) -> Said:
    """Step aside. Where nothing was said, undo ourselves, so that the ordinary rule answers."""
    if said:
        return []
    return [ActionReverted(), SlotSet(SLOT, PAUSED if place and place.goes_on else None)]
