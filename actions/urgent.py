"""Help for danger comes first; what was understood is said, and can be corrected."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from waymark.dialogue import danger, help_first
from waymark.live import urgent
from waymark.nlu.choices import answer_button, step_button, urgent_button
from waymark.urgent.kinds import Kind

Said = list[dict[str, Any]]


class UrgentHelp(Action):
    """Shows the help for the danger found in the latest message, the most pressing first."""

    def name(self) -> str:
        return danger.ACTION

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        kinds = danger.to_tell(tracker.events)
        child = Kind.CHILD_USER in danger.found(tracker.latest_message or {})
        follows = (turn.verdict.get("label") or "") if turn.verdict.get("kind") == "answer" else ""
        for place, kind in enumerate(kinds):
            show(turn, kind, child=child, follows=follows, first=place == 0)
        return []


class ChosenHelp(Action):
    """Shows the help for a danger that was chosen by its button, in full."""

    def name(self) -> str:
        return "action_chosen_help"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        chosen = turn.chosen[1] if turn.chosen else ""
        if chosen in set(Kind):
            show(turn, Kind(chosen), child=False, follows="", first=True)
        else:
            ask_what(turn)
        return []


class SafeWord(Action):
    """HELP: people to call at once, and a button for each danger."""

    def name(self) -> str:
        return "action_safe_word"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        ask_what(Turn(dispatcher, tracker))
        return []


class NoDanger(Action):
    """The parent says that nobody is in danger: thanked, believed, and the talk goes on."""

    def name(self) -> str:
        return "action_no_danger"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        told = danger.last_told(tracker.events)
        reply = urgent().kinds[told].wrong.reply if told else help_first.NO_DANGER
        keys = [key for key in [turn.thread.last_answer] if key in turn.library.answers]
        buttons = [answer_button(turn.library.answers[key].title, key) for key in keys if key]
        turn.say(reply, [*buttons, step_button("Show me the topics", "topics")])
        return []


def show(turn: Turn, kind: Kind, *, child: bool, follows: str, first: bool) -> None:
    """Say one kind's help: all of it, or its short form where the steps stand elsewhere."""
    part = urgent().kinds[kind]
    brief = not first or follows in part.next
    text = help_first.text(part, turn.library, turn.nation, child=child, brief=brief)
    buttons = [step_button(part.wrong.label, "no_danger")] if first else []
    keys = [key for key in part.next if key in turn.library.answers and key != follows]
    if first and not follows:
        buttons = [*(answer_button(turn.library.answers[k].title, k) for k in keys), *buttons]
    turn.say(text, buttons, urgent=[kind.value])


def ask_what(turn: Turn) -> None:
    """Numbers to call now, and what the danger is, by button."""
    text = help_first.safe_word(turn.library, turn.nation)
    turn.say(text, [urgent_button(part.label, kind.value) for kind, part in urgent().kinds.items()
                    if kind is not Kind.ADULT_CONCERN])
