"""Where the making of a plan stands, read from a conversation's events alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waymark.urgent.kinds import Kind

Event = Mapping[str, Any]

FORM = "plan_form"
HELP = "action_urgent"


@dataclass(frozen=True)
class Talk:
    """What was said so far.

    `begun`: a question of this plan was asked. `before`: there was a plan before, ready or
    left. `missed`: fields whose reply was not understood once. `answers`: the keys shown,
    oldest first. `kinds`: dangers found and not taken back. `aside`: something else was
    said since the latest message. `away`: our last words before it were about something
    else. `rejected`: the form has stood back for that message.
    `earlier_age`: the slot `age` as it was before that message.
    """

    begun: bool = False
    before: bool = False
    missed: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    aside: bool = False
    away: bool = False
    rejected: bool = False
    earlier_age: str | None = None
    nation_told: str = ""

    @classmethod
    def of(cls, events: Sequence[Event]) -> Talk:
        """Read it from a tracker's events, oldest first."""
        steps = [_plan(event) for event in events]
        start = max((n + 1 for n, step in enumerate(steps) if step.get("step")), default=0)
        latest = max((n for n, e in enumerate(events) if e.get("event") == "user"), default=0)
        since = events[latest + 1:]
        return cls(
            begun=any(step.get("asked") for step in steps[start:]),
            before=start > 0,
            missed=frozenset(step["missed"] for step in steps[start:] if step.get("missed")),
            answers=tuple(filter(None, map(_answer, events))),
            kinds=_kinds(events),
            aside=any(_bot(event) and not _plan(event) for event in since),
            away=next((not _plan(e) for e in reversed(events[:latest]) if _bot(e)), False),
            rejected=any(event.get("event") == "action_execution_rejected" for event in since),
            earlier_age=_slot(events[:latest], "age"),
            nation_told=_slot(since, "nation") or "",
        )


def _bot(event: Event) -> bool:
    return event.get("event") == "bot"


def _said(event: Event) -> Mapping[str, Any]:
    """What our words carry, empty for other events."""
    said = (event.get("metadata") or {}).get("waymark") if _bot(event) else None
    return said or {}


def _plan(event: Event) -> Mapping[str, Any]:
    return _said(event).get("plan") or {}


def _answer(event: Event) -> str | None:
    said = _said(event)
    return said.get("answer") if said.get("part", "answer") == "answer" else None


def _kinds(events: Sequence[Event]) -> tuple[Kind, ...]:
    """Dangers found in messages, less those of which the parent then said that they are none."""
    found: dict[Kind, None] = {}
    told: list[Kind] = []
    for event in events:
        parse = event.get("parse_data") or {}
        if (parse.get("intent") or {}).get("name") == "no_danger":
            for kind in told:
                found.pop(kind, None)
        found |= {Kind(one["kind"]): None for one in parse.get("urgent") or ()}
        told = [Kind(kind) for kind in _said(event).get("urgent") or ()] or told
    return tuple(found)


def _slot(events: Sequence[Event], name: str) -> str | None:
    found = [event.get("value") for event in events
             if event.get("event") == "slot" and event.get("name") == name]
    return str(found[-1]) if found and found[-1] is not None else None
