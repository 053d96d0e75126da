"""From the places that a message names to one outcome."""

from __future__ import annotations

from waymark.places import tables
from waymark.places.authority import Authority, authorities
from waymark.places.found import Found, Reason, abroad, nothing, one, several
from waymark.places.mentions import Mention
from waymark.places.tables import Spots
from waymark.places.words import Word

WIDE = ("authority", "county", "nation")


def settle(said: list[Word], mentions: list[Mention]) -> Found:
    """What the places say together: the home before others, `Newport` narrowed by `Wales`."""
    pool = at_home(said, mentions)
    known = [m for m in pool if m.kind != "unknown"]
    if not known:
        return nothing(Reason.NO_SUCH_POSTCODE) if pool else nothing()
    first = known[0]
    foreign = _foreign(said, known)
    if foreign is not None:
        return abroad(foreign.country, foreign.home)
    known = [m for m in known if m.spots]
    spots, wide = _narrowed(said, known)
    return _outcome([authorities()[number] for number, _ in spots], first.home, wide)


def at_home(said: list[Word], mentions: list[Mention]) -> list[Mention]:
    """The places where they live and those that say more of them; all if none is."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.home or (kept and linked(said, kept[-1], mention)):
            kept.append(mention)
    return kept or mentions


def linked(said: list[Word], before: Mention, after: Mention) -> bool:
    """Whether a place says more of the one before: `Newport, Wales`, `Bangor in Co Down`."""
    between = said[before.end : after.start]
    if any(word.stop for word in [*between, said[after.start]]):
        return False
    return len(between) <= 3 and all(word.text in LINKS for word in between)


_LINKS = "in near nr by the county of co and or outside just area city town"
LINKS = frozenset(_LINKS.split())
EITHER = frozenset(("and", "or"))


def _foreign(said: list[Word], known: list[Mention]) -> Mention | None:
    """The country, where it comes first or says more of the first; Ireland takes no Belfast."""
    first = known[0]
    if not first.spots:
        second = known[1] if len(known) > 1 and linked(said, first, known[1]) else None
        return None if second and _northern_irish(second) else first
    if len(known) > 1 and not known[1].spots and linked(said, first, known[1]):
        ours = known[1].country == "Ireland" and _northern_irish(first)
        return None if ours else known[1]
    return None


def _northern_irish(mention: Mention) -> bool:
    nations = {authorities()[number].nation for number, _ in mention.spots}
    return "Northern Ireland" in nations


def _narrowed(said: list[Word], known: list[Mention]) -> tuple[Spots, bool]:
    """The authorities that fit all places together, and whether that is a nation or region."""
    first = known[0]
    spots, wide = without_specks(first), first.kind == "nation"
    last = first
    for after in known[1:]:
        both = _both(first, spots, after)
        if both:
            wide = wide and len(both) == len(spots) and after.kind == "nation"
            spots, last = both, after
        elif linked(said, last, after) and _either(said, last, after):
            spots, wide, last = _joined(spots, without_specks(after)), False, after
    return spots, wide


def _both(first: Mention, spots: Spots, after: Mention) -> Spots:
    """What of the first place lies in the other, hamlets too where that is a county."""
    if after.near and len(spots) == 1:
        return spots if spots[0][0] in dict(after.spots) else ()
    kept = _in_both(spots, without_specks(after))
    if not kept and first.kind in WIDE:
        kept = _in_both(spots, after.spots)
    if not kept and after.kind in WIDE:
        kept = _in_both(first.spots, after.spots)
    return kept


def _in_both(spots: Spots, others: Spots) -> Spots:
    inside = _inside(others)
    return tuple(spot for spot in spots if spot[0] in inside)


def _inside(spots: Spots) -> set[int]:
    """The authorities of a place; for a county also the cities in it that govern themselves."""
    found = [authorities()[number] for number, _ in spots]
    counties = {authority.county for authority in found if authority.county == authority.name}
    cities = {n for n, authority in enumerate(authorities()) if authority.county in counties}
    return {number for number, _ in spots} | cities


def _either(said: list[Word], before: Mention, after: Mention) -> bool:
    return any(word.text in EITHER for word in said[before.end : after.start])


def _joined(spots: Spots, more: Spots) -> Spots:
    return tuple((dict(spots) | dict(more)).items())


def without_specks(mention: Mention) -> Spots:
    return tables.without_specks(mention.spots)


def _outcome(possible: list[Authority], home: bool, wide: bool) -> Found:
    """One, several to ask for, or the Trust that all of them have in Northern Ireland."""
    if len(possible) == 1:
        return one(possible[0], home)
    trusts = {authority.trust for authority in possible}
    if len(trusts) == 1 and "" not in trusts:
        return one(next(a for a in authorities() if a.name in trusts), home)
    return several(possible, home, wide)
