"""When Waymark is not sure: a few likely needs in plain words, or people to talk to."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.people import say_people
from actions.topics import topic_buttons
from actions.turn import Turn
from waymark.dialogue import likely
from waymark.nlu.choices import answer_button, step_button


class Offer(Action):
    """Offers the likely answers; with none likely says so; after two misses stops guessing."""

    def name(self) -> str:
        return "action_offer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        turn = Turn(dispatcher, tracker)
        if turn.verdict.get("kind") == "offer":
            offer(turn)
        elif turn.thread.lost:
            say_people(turn, "I am not getting this right, and I do not want to guess. "
                             "These people can talk it through with you.")
        else:
            say_unsure(turn)
        return []


def offer(turn: Turn) -> None:
    """Show two or three likely needs and a way out."""
    answers = likely.offers(
        turn.verdict.get("candidates") or (), turn.library, turn.thread.last_answer
    )
    if not answers:
        say_unsure(turn)
        return
    buttons = [answer_button(answer.title, answer.key) for answer in answers]
    buttons.append(step_button("None of these", "none_of_these"))
    text = ("I want to be sure I give you the right answer. Is it one of these?"
            if turn.thread.misses == 0 else
            "I am still not quite sure. Is it one of these?")
    turn.say(text, buttons, decision="offer", offered=[answer.key for answer in answers])


def say_unsure(turn: Turn) -> None:
    """Say kindly that we did not understand, and open other doors."""
    maybe = [] if turn.thread.misses else likely.maybe(turn.verdict, turn.library)
    turn.say(
        "I am not sure I understood. Can you say it in other words, or choose what it is "
        "about? You can also ring the NSPCC helpline and talk to a person.\n\n"
        "If a child is in danger right now, call 999.",
        [*(answer_button(answer.title, answer.key) for answer in maybe),
         *topic_buttons(turn.library), step_button("Someone to talk to", "people")],
        decision="unsure",
        offered=[answer.key for answer in maybe],
    )
