"""What is said before any rule is asked, because only the talk so far tells what is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from waymark.dialogue import corrections, forgetting, turning, turns
from waymark.dialogue.turns import Event

LISTEN = "action_listen"
SURE = 0.95
"""A topic that is only named ("what about the police") is answered from this chance on."""

OFFER = "action_offer"
OVER, RESTART = "utter_start_over", "action_restart"
"""Starting over ends a form as well, which would else take the words for a reply."""


def may_be(words: str, parse: Mapping[str, Any]) -> bool:
    """A quick look, so that the talk so far is read only where it can matter."""
    short = len(words.split()) <= corrections.LONGEST
    return short or (parse.get("decision") or {}).get("label") == forgetting.HOW


def action(events: Sequence[Event]) -> str | None:
    """The action that comes next, `LISTEN` after it; None where the rules decide."""
    found = _action(events)
    done = found is not None and turns.has_run(events, found)
    return LISTEN if done else found


def _action(events: Sequence[Event]) -> str | None:
    about_deleting = forgetting.reply(events)
    if about_deleting:
        return about_deleting
    if corrections.due(events):
        return corrections.ACTION
    now = turns.latest(events)
    if turns.label(now) == "start_over" and turns.in_form(events):
        return OVER if not turns.has_run(events, OVER) else RESTART
    if turns.label(now) == "stop" and turning.wants_it_stopped(turns.typed(now)):
        return OFFER
    verdict = turns.parse(now).get("decision") or {}
    sure = verdict.get("kind") == "answer" and verdict.get("confidence", 0.0) >= SURE
    return turning.ACTION if not sure and turning.topic(turns.typed(now)) else None
