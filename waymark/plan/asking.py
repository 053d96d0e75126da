"""Which question comes next. What the situation has settled is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waymark.plan.situation import FIELDS, Spread, Threats, What, from_slug, slot

NOTHING_TO_SPREAD = frozenset({What.ASKED.value, What.ASKED_OTHERS.value})
SAID_BY_WHAT = {
    "threats": frozenset({What.THREATENED.value}),
    "spread": NOTHING_TO_SPREAD | {What.SPREADING.value},
}
"""Questions that what happened has answered, or left without a meaning."""


def fields(slots: Mapping[str, Any]) -> list[str]:
    """What has to be known, in the order in which it is asked."""
    what = slots.get(slot("what"))
    return [name for name in FIELDS if what not in SAID_BY_WHAT.get(name, ())]


def missing(slots: Mapping[str, Any]) -> str | None:
    """The field to ask for next, or None where nothing is missing."""
    return next((name for name in fields(slots) if slots.get(slot(name)) is None), None)


def contradicted(slots: Mapping[str, Any], facts: Mapping[str, str | None]) -> dict[str, None]:
    """What can no longer be true after new facts: it is taken back, and asked again."""
    what = facts.get("what", slots.get(slot("what")))
    against = {
        What.THREATENED.value: facts.get("threats") == Threats.NO.value,
        What.SPREADING.value: facts.get("spread") == Spread.NO.value,
    }
    return {"what": None} if "what" not in facts and against.get(str(what)) else {}


def fact(value: str) -> tuple[str, str] | None:
    """What a button `plan:adult/yes` says; `skip` stands for unknown; None for other steps."""
    name, _, chosen = value.partition("/")
    if name not in FIELDS or not chosen:
        return None
    found = "unknown" if chosen == "skip" else from_slug(name, chosen)
    return (name, found) if found else None
