"""What a look-up answers: authority facts only, nothing of what the parent typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from waymark.places.authority import Authority

MOST_TO_ASK = 12


class Outcome(str, Enum):
    """How far the words of a parent lead."""

    AUTHORITY = "authority"
    ASK = "ask"
    NATION = "nation"
    ABROAD = "abroad"
    NOTHING = "nothing"


class Reason(str, Enum):
    """Why nothing was found."""

    NO_PLACE = "no_place"
    NO_SUCH_POSTCODE = "no_such_postcode"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Candidate:
    """One of several authorities, with the words to ask for it."""

    label: str
    authority: Authority


@dataclass(frozen=True)
class Found:
    """The outcome, and what goes with it.

    `authority` goes with AUTHORITY, `candidates` (likeliest first) with ASK, `country` with
    ABROAD, `reason` with NOTHING. `nation` and `region` stand wherever they are certain.
    `home` is true where the parent said that they live there, false where a place was only
    named in passing: ask before relying on it.
    """

    outcome: Outcome
    authority: Authority | None = None
    candidates: tuple[Candidate, ...] = ()
    nation: str = ""
    region: str = ""
    country: str = ""
    reason: Reason | None = None
    home: bool = False


def nothing(reason: Reason = Reason.NO_PLACE) -> Found:
    return Found(Outcome.NOTHING, reason=reason)


def abroad(country: str, home: bool) -> Found:
    return Found(Outcome.ABROAD, country=country, home=home)


def one(authority: Authority, home: bool) -> Found:
    return Found(
        Outcome.AUTHORITY, authority, nation=authority.nation, region=authority.region, home=home
    )


def several(possible: Iterable[Authority], home: bool, wide: bool = False) -> Found:
    """Which to ask for; only the nation where they are too many, or a whole nation or region."""
    found = tuple(possible)
    nation, region = _shared(a.nation for a in found), _shared(a.region for a in found)
    if nation and (wide or len(found) > MOST_TO_ASK):
        return Found(Outcome.NATION, nation=nation, region=region, home=home)
    if len(found) > MOST_TO_ASK:
        return nothing(Reason.TOO_MANY)
    candidates = tuple(Candidate(a.label, a) for a in found)
    return Found(Outcome.ASK, None, candidates, nation, region, home=home)


def _shared(values: Iterable[str]) -> str:
    """The value that all have, or nothing."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""
