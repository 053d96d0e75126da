"""When urgent help is shown, and when it has been said and would only tire a frightened person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from waymark.urgent.kinds import Kind

Event = Mapping[str, Any]

ACTION = "action_urgent"

QUIET = 6
"""For so many messages the same help is not shown again, unless it never was corrected and
is one of `SOON`."""

SOON = {Kind.IMMEDIATE_DANGER: 3, Kind.SUICIDE_SELF_HARM: 3, Kind.PARENT_CRISIS: 3}
"""Kinds of which a parent is reminded sooner, because minutes count."""

MOST = 2


def found(parse: Mapping[str, Any]) -> tuple[Kind, ...]:
    """The kinds that were found in a message, most pressing first."""
    return tuple(Kind(one["kind"]) for one in parse.get("urgent") or ())


def due(events: Sequence[Event]) -> tuple[Kind, ...]:
    """The kinds whose help comes next: found in the latest message and not just told.

    `events` are a tracker's, oldest first, as plain data. Nothing is due once
    `ACTION` has run for the latest message.
    """
    latest = _latest(events)
    if latest is None or any(_ran(event) for event in events[latest:]):
        return ()
    return to_tell(events)


def to_tell(events: Sequence[Event]) -> tuple[Kind, ...]:
    """As `due`, whether or not `ACTION` has begun: what that action is to say."""
    latest = _latest(events)
    if latest is None:
        return ()
    told = dict(_told(events[:latest]))
    kinds = found(events[latest].get("parse_data") or {})
    return tuple(kind for kind in kinds if kind in _ending(events[latest])
                 or told.get(kind, QUIET) >= SOON.get(kind, QUIET))[:MOST]


def ends_here(events: Sequence[Event]) -> bool:
    """Whether nothing may follow the help: somebody who seeks what harms children."""
    latest = _latest(events)
    return latest is not None and bool(_ending(events[latest]))


def last_told(events: Sequence[Event]) -> Kind | None:
    """The kind whose help was shown last in this talk."""
    for event in reversed(events):
        kinds = _kinds(event)
        if kinds:
            return kinds[0]
    return None


def _ending(event: Event) -> frozenset[Kind]:
    """Kinds that are answered with their help each time and with nothing else."""
    urgent = (event.get("parse_data") or {}).get("urgent") or ()
    return frozenset(Kind(one["kind"]) for one in urgent if one.get("ends"))


def _latest(events: Sequence[Event]) -> int | None:
    return next((n for n in range(len(events) - 1, -1, -1) if events[n].get("event") == "user"),
                None)


def _ran(event: Event) -> bool:
    return event.get("event") == "action" and event.get("name") == ACTION


def _told(events: Sequence[Event]) -> Iterator[tuple[Kind, int]]:
    """Each kind that was told, with how many messages ago; the latest telling comes last."""
    ago = sum(event.get("event") == "user" for event in events)
    for event in events:
        ago -= event.get("event") == "user"
        yield from ((kind, ago) for kind in _kinds(event))


def _kinds(event: Event) -> tuple[Kind, ...]:
    said = (event.get("metadata") or {}).get("waymark") or {}
    return tuple(map(Kind, said.get("urgent") or ()))
