"""What is offered to young people and families in one part of the country, and who says so.

Each file names the councils or police forces it serves. Programmes come and go: past its
date one is not shown to parents until somebody has asked whether it still runs.
`content/GUIDE.md` tells staff the same in their words: change both together.
"""

from __future__ import annotations

import difflib
from datetime import date

from pydantic import Field, root_validator, validator

from waymark.content.schema import Kept, words
from waymark.places import Authority, authorities

WHAT_WORDS = 50
ASK_WORDS = 20


class Programme(Kept):
    """One thing on offer locally. The name of its file is its key."""

    key: str
    title: str = Field(min_length=3, max_length=70)
    by: str = Field(min_length=3)
    what: str
    ask: str
    authorities: tuple[str, ...] = ()
    police_forces: tuple[str, ...] = ()
    reported: int = Field(ge=2000)
    next: tuple[str, ...] = ()
    check_again: date

    @validator("what", "ask")
    def _fits(cls, text: str, field: object) -> str:
        most = WHAT_WORDS if getattr(field, "name", "") == "what" else ASK_WORDS
        if not text:
            raise ValueError("is empty: write a short sentence or two")
        if words(text) > most:
            raise ValueError(f"has {words(text)} words: cut it to {most} or fewer")
        return text

    @validator("authorities", each_item=True)
    def _council_is_known(cls, name: str) -> str:
        return _known(name, {authority.name for authority in authorities()}, "council")

    @validator("police_forces", each_item=True)
    def _force_is_known(cls, name: str) -> str:
        return _known(name, {authority.police_force for authority in authorities()},
                      "police force")

    @root_validator(skip_on_failure=True)
    def _serves_somebody(cls, values: dict[str, object]) -> dict[str, object]:
        if not values.get("authorities") and not values.get("police_forces"):
            raise ValueError("does not say where it runs: add `authorities:` or `police_forces:`")
        return values

    def serves(self, authority: Authority) -> bool:
        """Whether it is for families in the area of this council or Trust."""
        return authority.name in self.authorities or authority.police_force in self.police_forces

    def stale(self, today: date) -> bool:
        """Whether nobody has asked for too long if it still runs."""
        return today > self.check_again


def _known(name: str, names: set[str], kind: str) -> str:
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        hint = f": did you mean {near[0]}?" if near else ": see waymark/places/data/authorities.csv"
        raise ValueError(f"{name!r} is no {kind} that we know{hint}")
    return name
