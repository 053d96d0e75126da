"""Thanks, goodbyes and anger get words that fit what was talked about, and not the same twice."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from waymark.content.library import Library
from waymark.dialogue import manners, turning
from waymark.dialogue.manners import response

UPSET, INSULT = "small_talk/upset_with_bot", "small_talk/insult"
NEWS = {"event": "bot", "metadata": {"waymark": {"answer": "happened/child_sent"}}}


def after(names: list[str]) -> list[dict[str, Any]]:
    return [{"event": "bot", "metadata": {"waymark": {"manners": name}}} for name in names]


def test_sorry_is_said_once_and_nothing_twice_in_a_row() -> None:
    """However long the anger lasts, only its first reply is an apology."""
    said: list[str] = []
    for label in (UPSET, INSULT, INSULT, UPSET, UPSET):
        said.append(response(label, after(said)))
    assert said[0] == f"utter_{UPSET}"
    assert set(said[1:]) == set(manners.STILL_ANGRY)
    assert all(one != other for one, other in pairwise(said))


@pytest.mark.parametrize("label", ["small_talk/thanks", "small_talk/goodbye"])
def test_after_hard_news_the_words_are_warmer(label: str) -> None:
    """Thanks and goodbye know that something has happened, and change when said again."""
    first = response(label, [NEWS])
    assert response(label, []) == f"utter_{label}" != first
    assert response(label, [NEWS, *after([first])]) not in (first, f"utter_{label}")
    assert response("small_talk/greet", [NEWS]) == "utter_small_talk/greet"


def test_urgent_help_is_hard_news_too() -> None:
    """Who was shown help for danger is not sent off with a plain goodbye."""
    help_shown = {"event": "bot", "metadata": {"waymark": {"urgent": ["blackmail"]}}}
    assert manners.hard_news([help_shown]) and not manners.hard_news([])
    assert not manners.hard_news([help_shown, {"event": "restart"}])


def test_the_next_step_is_one_that_was_not_shown(library: Library) -> None:
    """One useful thing is offered, and never what was read already."""
    first, second, *_ = library.answers["happened/child_sent"].next
    shown = {"event": "bot", "metadata": {"waymark": {"answer": first}}}
    assert manners.next_step(library, "happened/child_sent", []) == first
    assert manners.next_step(library, "happened/child_sent", [shown]) == second
    assert manners.next_step(library, None, []) is None


@pytest.mark.parametrize(("words", "topic"), [
    ("what about school", "school"), ("and what about the police then?", "police"),
    ("actually forget that, what about school", "school"), ("what about talking to him", "talk"),
    ("what about a nine year old", None), ("what about his father", None), ("school", None),
])
def test_a_topic_that_is_only_named(words: str, topic: str | None) -> None:
    """"What about school" names a topic of ours; other things are left to the classifier."""
    assert turning.topic(words) == topic


@pytest.mark.parametrize(("words", "is_cry"), [
    ("please make it stop", True), ("how do I stop him", True), ("stop this from spreading", True),
    ("stop", False), ("stop it", False), ("please stop messaging me", False),
])
def test_a_cry_for_help_is_not_leaving(words: str, is_cry: bool) -> None:
    """"Make it stop" is about the child; we do not say goodbye to it."""
    assert turning.wants_it_stopped(words) is is_cry
