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
WEIGHTS = {"authority": 60_000, "county": 60_000, "district": 30_000, "place": 0}


class Name(NamedTuple):
    """What a name may mean, how sure a bare mention is, and for abroad the country.

    `kind` is authority, county, district, town, place, nation or abroad. `how` says what it
    takes besides the name: nothing (""), a word like "in" before it ("cue"), a capital too
    ("capital"), or that the parent says they live there ("home").
    """

    kind: str
    how: str
    spots: Spots
    country: str = ""


@lru_cache(maxsize=1)
def names() -> dict[str, Name]:
    """All names, folded. Hand-kept ones come after the data and overrule it."""
    how = {row["key"]: row["how"] for row in rows("ordinary.csv")}
    found = {key: _name(key, parts, how) for key, parts in _parts().items()}
    found.update(_nations())
    _add_short_names(found)
    _add_abroad(found)
    return found


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


def of_council(gss: str) -> tuple[int, ...]:
    """The rows of a council, or of the one over a district."""
    return codes_by_gss().get(districts().get(gss, gss), ())


def _parts() -> dict[str, list[tuple[str, int, int]]]:
    """Under each key the kind, the authority and the people, as the file has them."""
    found = defaultdict(list)
    for row in rows("names.csv"):
        number = places_by_code()[row["code"]]
        found[row["key"]].append((row["kind"], number, int(row["population"] or 0)))
    return found


def _name(key: str, parts: list[tuple[str, int, int]], how: dict[str, str]) -> Name:
    kind = min((part[0] for part in parts), key=list(WEIGHTS).index)
    spots = tuple((number, max(people, WEIGHTS[kind_])) for kind_, number, people in parts)
    if kind == "place" and max(weight for _, weight in spots) >= TOWN:
        kind = "town"
    return Name(kind, how.get(key, "cue" if kind == "place" else ""), spots)


def _nations() -> dict[str, Name]:
    """The four nations and the English regions, with all that lies in them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, authority in enumerate(authorities()):
        found[fold(authority.nation)].append(number)
        if authority.region:
            found[fold(authority.region)].append(number)
    county = found.pop("west midlands")
    found["west midlands region"] = county
    for said, meant in NATIONS.items():
        found[said] = found[meant]
    return {
        key: Name("nation", HOW.get(key, ""), tuple((number, 0) for number in numbers))
        for key, numbers in found.items()
    }


NATIONS = {
    "cymru": "wales", "alba": "scotland", "n ireland": "northern ireland",
    "ni": "northern ireland", "norn iron": "northern ireland", "ulster": "northern ireland",
    "the six counties": "northern ireland", "greater london": "london",
    "north london": "london", "south london": "london", "east london": "london",
    "west london": "london", "central london": "london", "inner london": "london",
    "outer london": "london", "south east london": "london", "south west london": "london",
    "north west london": "london", "se london": "london", "sw london": "london",
    "nw london": "london", "n london": "london", "west country": "south west",
    "north east england": "north east", "north west england": "north west",
    "south east england": "south east", "south west england": "south west",
}
HOW = {
    "ni": "capital", "alba": "capital", "ulster": "cue", "north east": "cue", "north west": "cue",
    "south east": "cue", "south west": "cue", "west country": "cue",
}


def _add_short_names(found: dict[str, Name]) -> None:
    """The names that people use instead: each means one or more of the others."""
    for row in rows("short_names.csv"):
        if row["how"] != "never":
            meant = [found[key] for key in row["means"].split(";")]
            spots = dict(spot for name in meant for spot in name.spots)
            kind = meant[0].kind if len(meant) == 1 else "county"
            found[row["said"]] = Name(kind, row["how"], tuple(spots.items()))


def _add_abroad(found: dict[str, Name]) -> None:
    """Countries and cities; a hamlet of the same name gives way, a town does not."""
    for row in rows("abroad.csv"):
        before = found.get(row["said"])
        if row["how"] != "never" and (before is None or before.kind == "place"):
            found[row["said"]] = Name("abroad", row["how"], (), row["country"])
