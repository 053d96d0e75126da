"""Follow-ups keep the thread: more, sources, another nation or age, this one, none of these."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.local import say_no
from actions.offer import say_unsure
from actions.people import say_people
from actions.topics import topic_buttons
from actions.turn import Turn
from waymark.content.schema import Nation
from waymark.dialogue import likely
from waymark.dialogue.local.page import KEY as LOCAL
from waymark.dialogue.local.state import asked
from waymark.nlu.choices import answer_button, step_button

Said = list[dict[str, Any]]

_NUMBERS = {"first": 0, "one": 0, "1": 0, "second": 1, "two": 1, "2": 1, "third": 2,
            "three": 2, "3": 2, "fourth": 3, "four": 3, "4": 3, "last": -1, "bottom": -1,
            "top": 0, "1st": 0, "2nd": 1, "3rd": 2, "middle": 1}


class More(Action):
    """Shows the rest of the last answer."""

    def name(self) -> str:
        return "action_more"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        _part(Turn(dispatcher, tracker), "more")
        return []


class Sources(Action):
    """Shows where the last answer comes from."""

    def name(self) -> str:
        return "action_sources"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        _part(Turn(dispatcher, tracker), "sources")
        return []


class TellNation(Action):
    """Takes the nation (its slot is set from the words or the button) and says the last answer again for it."""

    def name(self) -> str:
        return "action_tell_nation"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        if turn.nation is None:
            turn.say("Which nation do you live in?", [
                step_button(n.value, n.value.lower().replace(" ", "_")) for n in Nation])
            return []
        key = LOCAL if asked(tracker.events) else likely.for_nation(
            turn.nation, turn.library, turn.thread.last_answer)
        if key:
            turn.answer(key)
        else:
            turn.say(f"Thank you. I will answer for {turn.nation.value} from now on. What would "
                     "you like to know?", topic_buttons(turn.library))
        return []


class TellAge(Action):
    """Takes the child's age and says the last answer again where it depends on it."""

    def name(self) -> str:
        return "action_tell_age"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        last = turn.library.answers.get(turn.thread.last_answer or "")
        if turn.age is None:
            turn.say("How old is your child? A number is enough, such as 13.")
        elif last and turn.age in last.ages:
            turn.answer(last.key)
        else:
            _note_age(turn)
        return []


class Choose(Action):
    """Shows the answer that was chosen from what was offered by its place in the list."""

    def name(self) -> str:
        return "action_choose"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        key = picked(turn.words, turn.thread.offered)
        if key and key in turn.library.answers:
            turn.answer(key)
        else:
            say_unsure(turn)
        return []


class NoneOfThese(Action):
    """Opens other doors when the offer missed; after two misses names people."""

    def name(self) -> str:
        return "action_none_of_these"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        if turn.thread.lost:
            say_people(turn, "I am sorry that I did not find it. These people can talk it "
                             "through with you.")
        else:
            turn.say("I am sorry that I missed it. Tell me in other words what is worrying "
                     "you, or choose what it is about.",
                     [*topic_buttons(turn.library), step_button("Someone to talk to", "people")],
                     decision="unsure")
        return []


class Deny(Action):
    """A plain "no": to an offer it means none of these, else it is small talk."""

    def name(self) -> str:
        return "action_deny"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Said:
        turn = Turn(dispatcher, tracker)
        if say_no(dispatcher, tracker):
            return []
        if turn.thread.misses and turn.thread.offered:
            return NoneOfThese().run(dispatcher, tracker, domain)
        turn.say("That is all right. If something else is on your mind, tell me in your own words.")
        return []


def picked(words: str, offered: tuple[str, ...]) -> str | None:
    """The offered key that "the second one", "2" or "last" means, if it means one."""
    for word in re.findall(r"[a-z0-9]+", words.lower()):
        place = _NUMBERS.get(word)
        if place is not None and -len(offered) <= place < len(offered):
            return offered[place]
    return None


def _part(turn: Turn, part: str) -> None:
    last = turn.thread.last_answer
    if last in turn.library.answers:
        turn.answer(str(last), part)
    else:
        turn.say("What would you like to know more about?", topic_buttons(turn.library))


def _note_age(turn: Turn) -> None:
    last = turn.library.answers.get(turn.thread.last_answer or "")
    if last is None:
        turn.say("Thank you, that helps. What has happened, or what would you like to know?",
                 topic_buttons(turn.library))
        return
    keys = [key for key in last.next if key in turn.library.answers]
    turn.say("Thank you, that helps. What I said holds at this age too. What next?",
             [answer_button(turn.library.answers[key].title, key) for key in keys],
             offered=keys)
