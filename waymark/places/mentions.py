"""The places that a message names, and whether each is meant as a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from waymark.places import cues, misspelt
from waymark.places.around import POLITE, after_words, before_words, only
from waymark.places.tables import VILLAGE, Name, first_words, names, people
from waymark.places.words import Word

LINKS = frozenset(("and", "or", "in", "near", "co"))


@dataclass(frozen=True)
class Mention:
    """A place meant by the words from `start` to `end`.

    `kind` is a kind of `Name`, or postcode, or unknown for a postcode that does not exist.
    `home` says that they live there, `near` that it only says what lies near.
    """

    start: int
    end: int
    kind: str
    spots: tuple[tuple[int, int], ...] = ()
    country: str = ""
    home: bool = False
    near: bool = False


@dataclass(frozen=True)
class Setting:
    """What is known of the whole message.

    `alone`: it is nothing but places and chaff. `bare`: nothing but places and a greeting or
    thanks. `asked`: the parent was just asked where they live.
    """

    alone: bool
    bare: bool
    asked: bool


Named = tuple[int, int, Name]
"""The words from the one number to the other, and the name that they are."""


def mentions(
    said: list[Word], named: list[Named], asked: bool, covered: AbstractSet[int] = frozenset()
) -> list[Mention]:
    """Those of the names that are meant as places; `covered` are the words of a postcode.

    `asked` says that the parent was just asked where they live: then even "hope" is a place.
    """
    setting = _setting(said, covered | taken_up(named), asked)
    kept: list[Named] = []
    for one in named:
        if _meant(said, one, setting) or (kept and _enumerated(said, kept[-1], one)):
            kept.append(one)
    if not kept and not covered:
        kept = misspelt.named(said, asked)
        setting = _setting(said, taken_up([*named, *kept]), asked)
    return [_mention(said, one, setting.alone) for one in kept]


def _setting(said: list[Word], taken: AbstractSet[int], asked: bool) -> Setting:
    return Setting(only(said, taken), only(said, taken, POLITE), asked)


def _enumerated(said: list[Word], last: Named, named: Named) -> bool:
    """`between Leeds and Bradford`, `Hale, Cheshire`: what makes the one a place does the other."""
    between = said[last[1] : named[0]]
    stop = any(word.stop for word in [*between, said[named[0]]])
    close = len(between) <= 2 and all(word.text in LINKS for word in between)
    return close and not stop and said[named[0]].capital and named[2].how != "home"


def _mention(said: list[Word], named: Named, alone: bool) -> Mention:
    start, end, name = named
    before = before_words(said, start)
    home = (alone or cues.home(before)) and not cues.elsewhere(before)
    return Mention(start, end, name.kind, name.spots, name.country, home, cues.near(before))


def _meant(said: list[Word], named: Named, setting: Setting) -> bool:
    """Whether these words are a place here, by what kind of name it is and what stands around."""
    start, end, name = named
    before, after = before_words(said, start), after_words(said, end)
    begins = start == 0 or said[start].stop
    capital = said[start].capital and (setting.bare or not begins)
    if setting.alone and setting.asked:
        return True
    if setting.alone:
        return _by_itself(name, before, capital, setting.bare)
    if cues.elsewhere(before) or cues.no_home(after):
        return False
    if name.kind == "abroad":
        return cues.here(before) and (not name.how or capital)
    return _by_cue(name.how, before, after, capital)


def _by_itself(name: Name, before: str, capital: bool, bare: bool) -> bool:
    """Whether it is a place where little else was said: not in "its a big deal", "Its Clare"."""
    if name.how in ("wary", "home"):
        return _by_cue(name.how, before, "", capital) or (bare and capital and name.how == "wary")
    if not name.how or cues.home(before) or cues.plain(before, capital):
        return True
    town = name.kind != "place"
    if name.how == "cue":
        return bare or town
    return bare and (capital or town or people(name) >= VILLAGE)


def _by_cue(how: str, before: str, after: str, capital: bool) -> bool:
    plain = cues.plain(before, capital) or cues.home(before) or cues.council(after)
    if how == "home":
        return capital and cues.firm(before)
    if how == "wary":
        return capital and plain
    if how == "capital":
        return cues.firm(before) or (plain and capital)
    return plain if how == "cue" else True


def all_named(said: list[Word]) -> Iterator[Named]:
    """The longest names in the message, from left to right, meant as places or not."""
    start = 0
    while start < len(said):
        end, name = _longest(said, start)
        if name is not None:
            yield start, end, name
        start = end


def _longest(said: list[Word], start: int) -> tuple[int, Name | None]:
    first = said[start].text
    longest = first_words().get(first, 1 if said[start].owner else 0)
    for end in range(min(len(said), start + longest), start, -1):
        name = _name(" ".join(word.text for word in said[start:end]), said[end - 1].owner)
        if name is not None and _unbroken(said[start + 1 : end], name):
            return end, name
    return start + 1, None


def _name(key: str, owner: bool) -> Name | None:
    """The name; `Chester's` is Chester rather than the hamlet of Chesters."""
    name = names().get(key)
    if owner and (name is None or name.kind == "place"):
        return names().get(key[:-1], name)
    return name


def _unbroken(rest: list[Word], name: Name) -> bool:
    """A sentence's end breaks a name; a comma may stand in that of an authority only."""
    if any(word.stop for word in rest):
        return False
    return name.kind == "authority" or not any(word.comma for word in rest)


def taken_up(named: Iterable[Named]) -> AbstractSet[int]:
    return {number for start, end, _ in named for number in range(start, end)}
