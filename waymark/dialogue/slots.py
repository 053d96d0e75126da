"""What a conversation's slots say about the child: nation and age band."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waymark.content.schema import AgeBand, Nation


def nation_of(slots: Mapping[str, Any]) -> Nation | None:
    """The nation in a conversation's slots, if it is one."""
    value = slots.get("nation")
    return Nation(value) if value in [nation.value for nation in Nation] else None


def age_of(slots: Mapping[str, Any]) -> AgeBand | None:
    """The age band for the age in a conversation's slots, if it is a child's."""
    value = str(slots.get("age") or "")
    return AgeBand.of(int(value)) if value.isdigit() else None
