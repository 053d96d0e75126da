"""Whole conversations with the served Waymark, as journeys from the first words to the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.journeys import expected, rules
from tests.journeys.journey import NONE, load, names
from tests.journeys.talk import Fault, NoSuchButton, Talk, Turn
from waymark.content.library import Library

Walk = tuple[list[Turn], list[Fault]]
Walks = Callable[[str], Walk]

AT_ONCE = 1 / 2
"""Of the answers that parents need, at least so many come without asking back."""


@pytest.fixture(scope="session")
def walk(server: Any) -> Walks:
    """`walk(name)`: a journey from beginning to end, walked once."""

    @cache
    def walked(name: str) -> Walk:
        talk, turns = Talk(server.url), list[Turn]()
        for number, step in enumerate(load(name).steps, 1):
            try:
                turns.append(talk.take(step))
            except NoSuchButton as error:
                return turns, [(number, str(error))]
        return turns, []

    return walked


@pytest.mark.parametrize("name", names())
def test_a_journey_goes_well_from_beginning_to_end(
    walk: Walks, library: Library, name: str
) -> None:
    """Each message of a parent comes to what that parent needs, and the general rules hold."""
    turns, missing = walk(name)
    faults = [*missing, *rules.faults(turns, library)]
    for number, turn in enumerate(turns, 1):
        faults += [(number, fault) for fault in expected.faults(turn)]
    assert not faults, "\n".join(_line(turns, *fault) for fault in sorted(faults))


def _line(turns: list[Turn], number: int, fault: str) -> str:
    sent = turns[number - 1].step.text if number <= len(turns) else ""
    return f"turn {number} {sent!r}\n    {fault}"


def test_most_answers_come_without_asking_back(walk: Walks) -> None:
    """A worried person is not asked "is it one of these?" at every other message."""
    turns = [turn for name in names() for turn in walk(name)[0]]
    needed = [t for t in turns if t.step.expect.answer and NONE not in t.step.expect.answer]
    at_once = sum(bool(turn.answers) and not turn.picked for turn in needed)
    assert at_once >= AT_ONCE * len(needed), f"{at_once} of {len(needed)}"


def test_the_journeys_are_whole_conversations(library: Library) -> None:
    """Twenty of them, of 6 to 14 turns, and what they expect exists."""
    journeys = [load(name) for name in names()]
    assert len(journeys) == 20
    assert all(6 <= len(journey.steps) <= 14 for journey in journeys)
    expects = [step.expect for journey in journeys for step in journey.steps]
    keys = {key for expect in expects
            for choice in (expect.answer, *expect.offers) for key in choice} - {NONE}
    assert keys <= set(library.answers), keys - set(library.answers)
