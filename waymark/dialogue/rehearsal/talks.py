"""Which talks can be practised, which one fits what was just talked about, and how they are named."""

from __future__ import annotations

import hashlib
import re

from waymark.content.library import Library
from waymark.content.schema import AgeBand
from waymark.content.starter import AGES, Situation

SITUATIONS = {
    Situation.BEFORE.value: "Before anything happens",
    Situation.AFTER.value: "Something has happened",
    Situation.ASKING.value: "Asking for pictures",
    Situation.SPECIAL_NEEDS.value: "Child with special needs",
}
"""What a parent reads on the button of each situation."""

BANDS = {"under_8": "under 8", "8_10": "8 to 10", "11_13": "11 to 13",
         "14_15": "14 or 15", "16_17": "16 or 17"}
"""The age bands by the name of their file, in words."""

REACTIONS = {
    "silence": "Says nothing",
    "anger": "Gets angry",
    "tears": "Cries",
    "everyone_does_it": "Says everyone does it",
    "looked_at_phone": "You looked at my phone",
}
"""What a child may do, with its button; the names are those of a starter's `replies`."""

FITTING = {
    "talk/boys_and_asking": Situation.ASKING.value,
    "happened/child_shared_someone_else": Situation.ASKING.value,
    "law/asking_for_nudes": Situation.ASKING.value,
    "talk/send_children": Situation.SPECIAL_NEEDS.value,
}
"""Situations for answers whose file does not settle it."""


def fitting(library: Library, answer_key: str | None) -> str | None:
    """The situation that fits an answer: the one whose starters it names, else by its topic."""
    answer = library.answers.get(answer_key or "")
    if answer is None:
        return None
    named = {key.split("/")[0] for key in answer.starters if key in library.starters}
    if len(named) == 1:
        return named.pop()
    return FITTING.get(answer.key, Situation.AFTER.value if answer.topic == "happened" else None)


def situations(library: Library) -> list[str]:
    """The situations with at least one starter, in the order of `SITUATIONS`."""
    return [name for name in SITUATIONS if bands(library, name)]


def bands(library: Library, situation: str) -> list[str]:
    """The age bands for which a situation has a starter, the youngest first."""
    return [band for band in BANDS if f"{situation}/{band}" in library.starters]


def band_of(age: AgeBand | None) -> str:
    """The name of the file for an age band; empty while we do not know the age."""
    return next((name for name, band in AGES.items() if band is age), "")


def first_year(band: str) -> int:
    """The age that stands for a band where no number was told."""
    return 7 if band == "under_8" else int(re.findall(r"\d+", band)[0])


def better_first(starter: str, reaction: str) -> bool:
    """Whether the reply that helps stands first: mixed within each starter, always the same."""
    ranked = sorted(REACTIONS, key=lambda name: _number(f"{starter}/{name}"))
    return (ranked.index(reaction) + _number(starter)) % 2 == 0


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)
