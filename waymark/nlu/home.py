"""Where a message says that the family lives, as codes of authorities and nothing else.

What was typed is looked up here and forgotten: neither a postcode nor the name of a place
goes into a slot, an entity or what is kept of a message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from waymark.places import Found, Outcome, Reason, authorities, find

ABROAD, UNKNOWN = "abroad", "unknown"
"""What the entity says in place of a code: outside the UK; somewhere else, not known where."""

LONGEST = 6
"""Of so many words can a place be a message of its own: `Newcastle upon Tyne, Tyne and Wear`."""

# What may stand before and after a place in a message that says nothing else.
_WORDS_AROUND = (
    "a about actually address all also and are around at authority based be both btw but by city close "
    "come council county currently down er far from hello helps hey hi home how i id if im in is "
    "it its ive just last like live lives living local matters mean meant moved moving my near nearest "
    "no nope not now of oh ok okay on originally our out outside over please post postcode code "
    "recently region said say settled since so somewhere sorry still stay staying ta thanks thank "
    "that thats the there then think this to too town um up us village was way we were weve what with "
    "would year years yes yeah you your here hiya again instead wait house parent mum dad family"
)
_AROUND = frozenset(_WORDS_AROUND.split())
# Words that begin something else: a place between them is not the whole message.
_CLAUSE_WORDS = (
    "i im ive id we weve were live lives living moved moving stay staying is are was be mean "
    "said think my our"
)
_CLAUSE = frozenset(_CLAUSE_WORDS.split())
_ABROAD = re.compile(
    r"\b(?:(?:we|i)(?: now| currently| both| all)? (?:live|moved|are|am|stay)|i['’]?m|we['’]?re)"
    r"(?: \w+){0,3}? (?:abroad|overseas|outside (?:of )?the uk|not in the uk|in another country)\b",
    re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Place:
    """What a message says of a place, in codes of `waymark.places`.

    `codes`: one authority, or several of which one is meant. `nation`: its name, where it
    is certain. `wide`: a region or a big city. `missing`: a postcode that does not exist.
    `home`: said to be where the family lives. `alone`: the message says nothing else.
    """

    outcome: str
    codes: tuple[str, ...] = ()
    nation: str = ""
    wide: bool = False
    missing: bool = False
    home: bool = False
    alone: bool = False

    @property
    def told(self) -> bool:
        """Whether to rely on it: they live there, or it is all that they say."""
        return self.home or self.alone

    @property
    def is_nation(self) -> bool:
        """Whether a whole nation is named and nothing smaller."""
        return self.outcome == Outcome.NATION and not self.wide

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {"codes": list(self.codes)}

    @classmethod
    def of(cls, parse: Mapping[str, Any] | None) -> Place | None:
        """The place in a message's parse data, if it has one."""
        found = (parse or {}).get("place")
        return cls(**found | {"codes": tuple(found["codes"])}) if found else None


def read(text: str, *, asked: bool = False) -> Place | None:
    """The place that a message names. `asked`: we just asked where they live."""
    place = _place(find(text, asked=asked), alone=_alone(text, asked=asked))
    if place is None and _ABROAD.search(text):
        return Place(Outcome.ABROAD.value, home=True)
    return place


def of_code(code: str) -> Place | None:
    """The place of a button; None where there is no such code."""
    known = next((one for one in authorities() if one.code == code), None)
    if known is None:
        return None
    return Place(Outcome.AUTHORITY.value, (code,), known.nation, home=True, alone=True)


def entities(place: Place) -> dict[str, str]:
    """The values of the entities `authority` and `nation` that a told place has."""
    found = {"authority": _value(place), "nation": place.nation}
    return {name: value for name, value in found.items() if value}


def _place(found: Found, *, alone: bool) -> Place | None:
    missing = found.reason is Reason.NO_SUCH_POSTCODE
    if found.outcome is Outcome.NOTHING and not missing:
        return None
    known = [found.authority] if found.authority else [c.authority for c in found.candidates]
    return Place(found.outcome.value, tuple(one.code for one in known), found.nation,
                 found.outcome is Outcome.NATION and bool(found.region), missing, found.home,
                 alone)


def _alone(text: str, *, asked: bool) -> bool:
    """Whether a message is nothing but a place: what is left of it must itself be one."""
    kept = _WORD.findall(text)
    folded = [re.sub("['’]", "", word.lower()) for word in kept]
    while folded and folded[0] in _AROUND:
        del folded[0], kept[0]
    while folded and folded[-1] in _AROUND:
        del folded[-1], kept[-1]
    if not 0 < len(folded) <= LONGEST or not _CLAUSE.isdisjoint(folded):
        return False
    found = find(" ".join(kept), asked=asked)
    return found.home or found.reason is Reason.NO_SUCH_POSTCODE


def _value(place: Place) -> str:
    if place.outcome == Outcome.ABROAD:
        return ABROAD
    if place.outcome == Outcome.NATION:
        return UNKNOWN if place.wide else ""
    return ",".join(place.codes)
