"""The buttons of a rehearsal."""

from __future__ import annotations

from collections.abc import Iterable

from waymark.content.library import Library
from waymark.content.schema import Answer
from waymark.dialogue.rehearsal import talks
from waymark.dialogue.rehearsal.place import Place
from waymark.nlu.choices import answer_button, flow_button, step_button

Button = dict[str, str]
FLOW = "rehearsal"

FIRST, SECOND = "first", "second"
"""The two replies, as the buttons name them."""


def button(title: str, value: str) -> Button:
    """A button that takes a step of the rehearsal."""
    return flow_button(title, FLOW, value)


def stop() -> Button:
    return button("Stop practising", "stop")


def take_away() -> Button:
    return button("The take-away", "take_away")


def close() -> Button:
    return button("How to end the talk", "close")


def people() -> list[Button]:
    """Ways out to help."""
    return [step_button("Someone to talk to", "people"), step_button("Show me the topics", "topics")]


def replies(place: Place) -> list[Button]:
    """The two replies of the turn that is played; they carry it, so that old ones still work."""
    return [button("The first", f"{place.reaction}/{FIRST}"),
            button("The second", f"{place.reaction}/{SECOND}")]


def reactions(names: Iterable[str]) -> list[Button]:
    """One button for each reaction of a child."""
    return [button(talks.REACTIONS[name], name) for name in names]


def ages(bands: Iterable[str]) -> list[Button]:
    """One button for each age band."""
    return [button(talks.BANDS[band].capitalize(), f"age/{band}") for band in bands]


def situations(names: Iterable[str]) -> list[Button]:
    """One button for each situation."""
    return [button(talks.SITUATIONS[name], name) for name in names]


def other_talk(place: Place) -> list[Button]:
    """A way to change the talk, where one was taken."""
    return [button("A different talk", "other_talk")] if place.situation else []


def other_age() -> Button:
    return button("A different age", "other_age")


def answers(found: Iterable[Answer]) -> list[Button]:
    """Answers outside the rehearsal."""
    return [answer_button(answer.title, answer.key) for answer in found]


def by_key(library: Library, keys: Iterable[str]) -> list[Button]:
    """The answers by these keys that there are."""
    return answers(library.answers[key] for key in keys if key in library.answers)


def carry_on() -> Button:
    """Back to where the rehearsal was left."""
    return button("Carry on practising", "carry_on")


def below_answer(library: Library, key: str, *, paused: bool) -> Button | None:
    """The button below an answer: practise the talk it is about, or carry on where we were."""
    if paused:
        return carry_on()
    answer = library.answers[key]
    if not library.starters or not (answer.starters or answer.topic == "talk"):
        return None
    return button("Practise this talk", talks.fitting(library, key) or "start")
