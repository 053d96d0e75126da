"""When urgent help is shown: at once, not at every turn, and again when it is new."""

from __future__ import annotations

from typing import Any

import pytest

from waymark.dialogue import danger
from waymark.urgent.kinds import Kind

B, S, A, NOW = Kind.BLACKMAIL, Kind.SUICIDE_SELF_HARM, Kind.ADULT_CONCERN, Kind.IMMEDIATE_DANGER


def user(*kinds: Kind) -> dict[str, Any]:
    urgent = [{"kind": kind.value, "ends": kind is A} for kind in kinds]
    return {"event": "user", "parse_data": {"urgent": urgent}}


def helped(*kinds: Kind) -> list[dict[str, Any]]:
    said = {"waymark": {"urgent": [kind.value for kind in kinds]}}
    return [{"event": "action", "name": danger.ACTION}, {"event": "bot", "metadata": said}]


def answered() -> list[dict[str, Any]]:
    return [{"event": "action", "name": "utter_law"},
            {"event": "bot", "metadata": {"waymark": {"answer": "law/forwarding"}}}]


def test_danger_is_helped_at_once() -> None:
    """The help for what was found comes next."""
    assert danger.due([user(B)]) == (B,)


def test_no_danger_no_help() -> None:
    """A message without danger is answered as ever."""
    assert danger.due([user()]) == () and danger.due([]) == ()


def test_help_is_shown_once_for_a_message() -> None:
    """When the help has been shown, the answer follows."""
    assert danger.due([user(B), *helped(B)]) == ()


def test_the_same_help_is_not_repeated_at_every_turn() -> None:
    """While the same danger stands, the next messages are answered without it."""
    talk = [user(B), *helped(B), *answered(), user(B)]
    assert danger.due(talk) == ()


@pytest.mark.parametrize(("kind", "after"), [(B, 6), (S, 3), (NOW, 3)])
def test_it_is_repeated_when_some_time_has_passed(kind: Kind, after: int) -> None:
    """After some messages a parent is reminded; sooner where minutes count."""
    talk = [user(kind), *helped(kind)]
    for _ in range(after - 1):
        talk += [user(), *answered()]
    assert danger.due([*talk, user(kind)]) == ()
    assert danger.due([*talk, user(), *answered(), user(kind)]) == (kind,)


def test_another_danger_is_new() -> None:
    """A danger that was not told yet is helped, whatever was told before."""
    assert danger.due([user(B), *helped(B), *answered(), user(B, S)]) == (S,)


def test_two_dangers_are_enough_at_once() -> None:
    """No more than two are told at a time, in the order in which they were found."""
    assert danger.due([user(NOW, S, B)]) == (NOW, S)


def test_what_harms_children_gets_help_every_time_and_nothing_after() -> None:
    """Somebody drawn to children is shown the way to help each time, and no information."""
    talk = [user(A), *helped(A), user(A)]
    assert danger.due(talk) == (A,) and danger.ends_here(talk)
    assert not danger.ends_here([user(B)])


def test_what_was_told_last_can_be_corrected() -> None:
    """"Nobody is in danger" is about the help that was shown last."""
    assert danger.last_told([user(B), *helped(B), user(S), *helped(S)]) is S
    assert danger.last_told([user(), *answered()]) is None
