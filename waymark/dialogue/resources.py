"""Which services to name, by nation and by need."""

from __future__ import annotations

from waymark.content.library import Library
from waymark.content.schema import Nation, Service

FIRST = "nspcc_helpline"
TOPIC_NEEDS = {
    "law": "law",
    "police": "law",
    "school": "school",
    "talk": "talk",
    "happened": "picture",
    "why": "talk",
    "prevent": "talk",
    "support": "child_support",
    "figures": "figures",
    "about": "parent_support",
}


def for_need(
    library: Library, nation: Nation | None, topic: str | None, most: int = 4
) -> list[Service]:
    """The NSPCC first, then services for this need, those of one nation alone before others.

    Always at least one while any service serves the nation: a parent is never sent away
    with nobody to call. Services for professionals are left out.
    """
    need = TOPIC_NEEDS.get(topic or "", "parent_support")
    open_to = [
        service for service in library.services.values()
        if (nation is None or nation in service.nations) and "professional" not in service.needs
    ]
    ranked = sorted(open_to, key=lambda s: (s.key != FIRST, need not in s.needs,
                                            _spread(s, nation)))
    fitting = [s for s in ranked if s.key == FIRST or need in s.needs]
    return (fitting or ranked)[:most]


def _spread(service: Service, nation: Nation | None) -> int:
    """While we do not know the nation, services for all of them come first."""
    return -len(service.nations) if nation is None else len(service.nations)
