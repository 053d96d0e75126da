"""Keeping the thread: corrections, another topic, and small talk that fits what was said."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.topics import TITLES
from actions.turn import Buttons, Turn
from waymark.content.schema import AgeBand
from waymark.dialogue import corrections, manners, neighbours, turning
from waymark.dialogue.corrections import Correction
from waymark.nlu.choices import answer_button, step_button

Said = list[dict[str, Any]]

MOST_OFFERED = 6


class Correct(Action):
    """Says in one line what was taken from a correction, and shows what fits."""

    def name(self) -> str:
        return corrections.ACTION

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        last = corrections.corrected(tracker.events) or ""
        found = corrections.read(turn.words, last, corrections.sex(tracker.events))
        if found is None:
            found = Correction(keys=corrections.missed(turn.words, last, turn.verdict))
        if found.keys and not found.is_plain:
            _offer(turn, found, last)
        else:
            turn.say(f"All right: {found.taken}.")
            _show(turn, dispatcher, found, last)
        return [SlotSet("age", str(found.years))] if found.years is not None else []


class SmallTalk(Action):
    """Thanks, anger, a plain yes: in words that fit what was talked about."""

    def name(self) -> str:
        return "action_small_talk"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        label = str(turn.verdict.get("label") or manners.THANKS)
        if label == manners.YES and _yes(turn, dispatcher):
            return []
        name = manners.response(label, tracker.events)
        if label in manners.ANGER:
            _with_other_doors(turn, dispatcher, name, tracker)
        elif name in manners.NEXT_STEP:
            key = manners.next_step(turn.library, turn.thread.last_answer, tracker.events)
            _with_next(turn, dispatcher, name, key)
        else:
            dispatcher.utter_message(response=name)
        return []


class AnotherTopic(Action):
    """Shows the answers of a topic that was only named: "and what about school"."""

    def name(self) -> str:
        return turning.ACTION

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        topic = turning.topic(turn.words)
        last = turn.library.answers.get(turn.thread.last_answer or "")
        likely = [key for key, _ in turn.verdict.get("candidates") or ()]
        in_topic = {key for key, answer in turn.library.answers.items() if answer.topic == topic}
        keys = dict.fromkeys([*(last.next if last else ()), *likely, *turn.library.answers])
        offered = [key for key in keys if key in in_topic][:MOST_OFFERED]
        turn.say(f"{TITLES.get(str(topic), 'Here')}: what would you like to know?",
                 [*_buttons(turn, offered), step_button("Other topics", "topics")],
                 decision="offer", offered=offered)
        return []


def _offer(turn: Turn, found: Correction, last: str) -> None:
    taken = f"All right: {found.taken}." if found.taken else "I want to get this right."
    question = "Which comes nearest?" if len(found.keys) > 1 else "Is it this?"
    turn.say(f"{taken} {question}",
             [*_buttons(turn, found.keys), step_button("None of these", "none_of_these")],
             decision="offer", offered=list(found.keys), corrected=last)


def _show(turn: Turn, dispatcher: CollectingDispatcher, found: Correction, last: str) -> None:
    """The answer that fits, or that what was said holds."""
    answer = turn.library.answers.get(last)
    learnt = {} if found.years is None else {"age": str(found.years)}
    band = AgeBand.of(found.years) if found.years is not None else None
    if found.keys:
        dispatcher.utter_message(response=f"utter_{found.keys[0]}", part="answer", learnt=learnt)
    elif answer and band in answer.ages:
        dispatcher.utter_message(response=f"utter_{last}", part="answer", learnt=learnt)
    else:
        other = found.whose not in corrections.OWN
        keys = [key for key in (answer.next if answer else ()) if key in turn.library.answers]
        dispatcher.utter_message(
            response="utter_holds_for_another_child" if found.whose and other
            else "utter_still_holds",
            buttons=_buttons(turn, keys),
            waymark={"decision": "flow", "corrected": last, "offered": keys},
        )


def _yes(turn: Turn, dispatcher: CollectingDispatcher) -> bool:
    """A plain "yes" to what was offered: shown if it was one, asked about if it was more."""
    keys = [key for key in turn.thread.offered if key in turn.library.answers]
    if len(keys) == 1:
        turn.answer(keys[0])
    elif keys:
        dispatcher.utter_message(response="utter_which_one", buttons=_buttons(turn, keys),
                                 waymark={"decision": "flow", "offered": keys})
    return bool(keys)


def _with_next(
    turn: Turn, dispatcher: CollectingDispatcher, name: str, key: str | None
) -> None:
    """Warm words, and one useful thing below them."""
    keys = [key] if key else []
    buttons = _buttons(turn, keys) or [step_button("Someone to talk to", "people")]
    dispatcher.utter_message(response=name, buttons=buttons, waymark={
        "decision": "small_talk", "manners": name, "offered": keys})


def _with_other_doors(
    turn: Turn, dispatcher: CollectingDispatcher, name: str, tracker: Tracker
) -> None:
    """Kind words; what may have been meant instead, somebody to talk to, and the topics."""
    keys = list(neighbours.instead(corrections.corrected(tracker.events) or ""))
    buttons = [*_buttons(turn, keys), step_button("Someone to talk to", "people"),
               step_button("Show me the topics", "topics")]
    dispatcher.utter_message(response=name, buttons=buttons, waymark={
        "decision": "unsure", "manners": name, "offered": keys,
        "corrected": turn.thread.last_answer if keys else None})


def _buttons(turn: Turn, keys: list[str] | tuple[str, ...]) -> Buttons:
    return [answer_button(turn.library.answers[key].title, key) for key in keys
            if key in turn.library.answers]
