"""The decision: never an answer that is not likely enough, never one for what is not ours."""

from __future__ import annotations

import numpy as np
import pytest

from waymark.nlu.decision import Thresholds, decide

LABELS = ("about/bot", "law/forwarding", "law/is_it_a_crime", "not_ours/sleep", "out_of_scope",
          "small_talk/greet", "tell_nation")
BARS = Thresholds(answer=0.6, offer=0.1, foreign=0.5)


def chances(**some: float) -> np.ndarray:
    named = {"crime": 2, "forwarding": 1, "bot": 0, "sleep": 3, "else": 4, "greet": 5, "nation": 6}
    found = np.full(len(LABELS), 1e-4)
    for name, chance in some.items():
        found[named[name]] = chance
    return found


@pytest.mark.parametrize(("given", "kind"), [
    ({"crime": 0.8}, "answer"),
    ({"crime": 0.5, "forwarding": 0.4}, "offer"),
    ({"crime": 0.05}, "unsure"),
    ({"crime": 0.4, "sleep": 0.55}, "unsure"),
    ({"crime": 0.3, "sleep": 0.3, "else": 0.3}, "unsure"),
    ({"greet": 0.9}, "small_talk"),
    ({"nation": 0.9}, "flow"),
    ({"greet": 0.4, "crime": 0.35}, "offer"),
])
def test_what_is_done_follows_from_how_likely_it_is(
    given: dict[str, float], kind: str
) -> None:
    """Likely enough is answered; less is offered; foreign or unlikely is declined."""
    assert decide(LABELS, chances(**given), BARS).kind == kind


def test_signs_alone_are_never_answered() -> None:
    """A message without words is not guessed at, however sure the head is."""
    assert decide(LABELS, chances(crime=0.99), BARS, wordless=True).kind == "unsure"


def test_candidates_are_answers_only() -> None:
    """Small talk and what is not ours are never offered as an answer."""
    found = decide(LABELS, chances(crime=0.4, sleep=0.3, greet=0.2), BARS)
    assert {key for key, _ in found.candidates} <= {"about/bot", "law/forwarding",
                                                    "law/is_it_a_crime"}
