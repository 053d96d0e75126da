"""A talk's events by turns: what was typed last, and what we said just before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Event = Mapping[str, Any]


def this_talk(events: Sequence[Event]) -> Sequence[Event]:
    """The events since the talk was last started over."""
    places = [n for n, event in enumerate(events) if event.get("event") == "restart"]
    return events[places[-1] + 1:] if places else events


def latest(events: Sequence[Event]) -> Event | None:
    """The latest message."""
    talk = this_talk(events)
    return next((event for event in reversed(talk) if event.get("event") == "user"), None)


def in_form(events: Sequence[Event]) -> bool:
    """Whether a form is asking its questions."""
    loops = (event for event in reversed(this_talk(events)) if event.get("event") == "active_loop")
    return bool(next(loops, {}).get("name"))


def before_latest(events: Sequence[Event]) -> Sequence[Event]:
    """What came before the latest message, in this talk."""
    events = this_talk(events)
    places = [n for n, event in enumerate(events) if event.get("event") == "user"]
    return events[:places[-1]] if places else events


def has_run(events: Sequence[Event], action: str) -> bool:
    """Whether an action has run for the latest message."""
    for event in reversed(events):
        if event.get("event") == "user":
            break
        if event.get("event") == "action" and event.get("name") == action:
            return True
    return False


def of_last_turn(events: Sequence[Event]) -> list[Mapping[str, Any]]:
    """What our words carried that the latest message is a reply to, in their order."""
    found: list[Mapping[str, Any]] = []
    for event in reversed(before_latest(events)):
        if event.get("event") == "user":
            break
        words = said(event)
        if words:
            found.insert(0, words)
    return found


def said(event: Event) -> Mapping[str, Any]:
    """What our words carry in their metadata; empty for any other event."""
    words: Mapping[str, Any] = (event.get("metadata") or {}).get("waymark") or {}
    return words if event.get("event") == "bot" else {}


def typed(event: Event | None) -> str:
    """The words of a message."""
    return str((event or {}).get("text") or "")


def parse(event: Event | None) -> Mapping[str, Any]:
    """What was understood of a message."""
    found: Mapping[str, Any] = (event or {}).get("parse_data") or {}
    return found


def label(event: Event | None) -> str:
    """What a message was taken for, whole: `small_talk/affirm`, `deny`."""
    understood = parse(event)
    intent = str((understood.get("intent") or {}).get("name") or "")
    decision = understood.get("decision") or {}
    sure = decision.get("kind") not in ("offer", "unsure")
    return str(decision.get("label") or intent) if sure else intent
