"""What is looked up: names and postcodes, each with the authorities that it may mean."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from waymark.places.authority import authorities, codes_by_gss, places_by_code, rows
from waymark.places.words import fold

Spots = tuple[tuple[int, int], ...]
"""Numbers of authorities, each with a weight: people, or share of a postcode in percent."""

TOWN = 15_000
# A namesake abroad is meant rather than a place with fewer people than this.
VILLAGE = 3_000
# Beside a town of 3,000 people a namesake is a speck with fewer than a twentieth of its people;
# a hamlet is one with fewer than an eighth.
LARGE, SPECK, HAMLET, HAMLET_SPECK = 3_000, 0.05, 2_000, 0.125
WEIGHTS = {"authority": 60_000, "county": 60_000, "district": 30_000, "place": 0}


class Name(NamedTuple):
    """What a name may mean, how sure a bare mention is, and for abroad the country.

    `kind` is authority, county, district, town, place, nation or abroad. `how` says what it
    takes besides the name: nothing (""), a word like "in" before it ("cue"), a capital too
    unless the parent says they live there ("capital"), a capital always ("wary"), or both a
    capital and that they live there ("home").
    """

    kind: str
    how: str
    spots: Spots
    country: str = ""


@lru_cache(maxsize=1)
def names() -> dict[str, Name]:
    """All names, folded. Hand-kept ones come after the data and overrule it."""
    found = {key: _name(key, parts) for key, parts in _parts().items()}
    found.update(_nations())
    _add_short_names(found)
    _add_abroad(found)
    return found


@lru_cache(maxsize=1)
def first_words() -> dict[str, int]:
    """Under each word that begins a name, how many words the longest such name has."""
    found: dict[str, int] = {}
    for key in names():
        parts = key.split(" ")
        found[parts[0]] = max(len(parts), found.get(parts[0], 0))
    return found


@lru_cache(maxsize=1)
def how_ordinary() -> dict[str, str]:
    """What it takes for an ordinary word to be a place; `never` for one that is like a name."""
    return {row["key"]: row["how"] for row in rows("ordinary.csv")}


@lru_cache(maxsize=1)
def joined_names() -> dict[str, str]:
    """`miltonkeynes`: the larger names of several words, typed without blanks."""
    return {
        key.replace(" ", ""): key
        for key, name in names().items()
        if " " in key and name.kind != "place" and len(key) > 7
    }


@lru_cache(maxsize=1)
def postcodes() -> dict[str, Spots]:
    """Outcodes (`CW1`), and the sectors (`CW1 2`) that say something else than their outcode."""
    found: dict[str, Spots] = {}
    for name, column in (("outcodes.csv", "outcode"), ("sectors.csv", "sector")):
        for row in rows(name):
            spot = (places_by_code()[row["code"]], round(float(row["share"]) * 100))
            found[row[column]] = (*found.get(row[column], ()), spot)
    return found


@lru_cache(maxsize=1)
def sector_digits() -> dict[str, str]:
    """The sectors that each outcode has: `CW1` has 1 to 6."""
    return {row["outcode"]: row["digits"] for row in rows("sector_digits.csv")}


@lru_cache(maxsize=1)
def districts() -> dict[str, str]:
    """The authority over each lower-tier district, by their codes."""
    return {row["district"]: row["gss"] for row in rows("districts.csv")}


def without_specks(spots: Spots) -> Spots:
    """The likeliest first, and without hamlets where a town has the name."""
    ranked = tuple(sorted(spots, key=lambda spot: -spot[1]))
    most = ranked[0][1]
    if most < LARGE:
        return ranked
    return tuple(
        spot for spot in ranked if spot[1] >= most * (SPECK if spot[1] >= HAMLET else HAMLET_SPECK)
    )


def people(name: Name) -> int:
    """How many live in the largest place of that name."""
    return max((weight for _, weight in name.spots), default=0)


def of_council(gss: str) -> tuple[int, ...]:
    """The rows of a council, or of the one over a district."""
    return codes_by_gss().get(districts().get(gss, gss), ()) if gss else ()


def _parts() -> dict[str, list[tuple[str, int, int]]]:
    """Under each key the kind, the authority and the people, as the file has them."""
    found = defaultdict(list)
    for row in rows("names.csv"):
        number = places_by_code()[row["code"]]
        found[row["key"]].append((row["kind"], number, int(row["population"] or 0)))
    return found


def _name(key: str, parts: list[tuple[str, int, int]]) -> Name:
    kind = min((part[0] for part in parts), key=list(WEIGHTS).index)
    spots = tuple((number, max(people, WEIGHTS[kind_])) for kind_, number, people in parts)
    if kind == "place" and max(weight for _, weight in spots) >= TOWN:
        kind = "town"
    how = how_ordinary().get(key, "cue" if kind == "place" else "")
    return Name(kind, how, spots)


def _nations() -> dict[str, Name]:
    """The four nations and the English regions, with all that lies in them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, authority in enumerate(authorities()):
        found[fold(authority.nation)].append(number)
        if authority.region:
            found[fold(authority.region)].append(number)
    # The name of this region is that of a county within it, which more people mean.
    found["west midlands region"] = found.pop("west midlands")
    return {
        key: Name("nation", how_ordinary().get(key, ""), tuple((n, 0) for n in numbers))
        for key, numbers in found.items()
    }


def _add_short_names(found: dict[str, Name]) -> None:
    """The names that people use instead: each means one or more of the others."""
    for row in rows("short_names.csv"):
        meant = [found[key] for key in row["means"].split(";")]
        before = found[row["said"]].spots if row["said"] in found else ()
        spots = dict(before) | _together(meant)
        found[row["said"]] = Name(_kind(meant), row["how"], tuple(spots.items()))


def _together(meant: list[Name]) -> dict[int, int]:
    """All that is meant, each as likely as the others where a name means several."""
    if len(meant) == 1:
        return dict(meant[0].spots)
    spots = dict(spot for name in meant for spot in without_specks(name.spots))
    return dict.fromkeys(spots, max(spots.values()))


def _kind(meant: list[Name]) -> str:
    if len(meant) == 1:
        return meant[0].kind
    wide = all(name.kind in ("authority", "county") for name in meant)
    return "county" if wide else "town"


def _add_abroad(found: dict[str, Name]) -> None:
    """Countries and cities; a hamlet of the same name gives way, a town does not."""
    for row in rows("abroad.csv"):
        before = found.get(row["said"])
        if before is None or people(before) < VILLAGE:
            found[row["said"]] = Name("abroad", row["how"], (), row["country"])
