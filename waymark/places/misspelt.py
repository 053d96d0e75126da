"""Names with one wrong letter, looked for only where a place must stand."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.places import cues
from waymark.places.around import CHAFF, before_words, core
from waymark.places.tables import Name, how_ordinary, joined_names, names, people
from waymark.places.words import Word

SHORTEST = 6
LETTERS = "abcdefghijklmnopqrstuvwxyz "
MANY = 5_000
LARGE = ("authority", "county", "district", "town", "nation")


def named(said: list[Word], asked: bool) -> list[tuple[int, int, Name]]:
    """The one misspelt place: the whole message but for chaff, or what follows "we live in"."""
    for start, end, sure in _where(said):
        name = _meant(said[start:end], asked or (sure and end - start == 1))
        if name is not None:
            return [(start, end, name)]
    return []


def _where(said: list[Word]) -> Iterator[tuple[int, int, bool]]:
    """Where a place must stand, and whether nothing else can."""
    whole = core(said, longest=4)
    if whole:
        yield *whole, whole[0] > 0 and said[whole[0]].capital
    for start in range(1, len(said)):
        word = said[start]
        if word.text not in CHAFF and not word.stop and cues.firm(before_words(said, start)):
            for end in range(min(len(said), start + 4), start, -1):
                yield start, end, word.capital
            return


def _meant(said: list[Word], sure: bool) -> Name | None:
    """The name one letter away; a hamlet only where a place is certain."""
    key = " ".join(word.text for word in said)
    joined = joined_names().get(key.replace(" ", ""))
    if joined:
        return names()[joined]
    known = key in names() or how_ordinary().get(key) == "never"
    if known or len(key) < SHORTEST or any(sign.isdigit() for sign in key):
        return None
    found = [name for name in near(key) if name.how in ("", "cue") and name.spots]
    large = [name for name in found if _is_large(name)]
    return _any_of(large or found) if large or (sure and found) else None


def _is_large(name: Name) -> bool:
    return (name.kind in LARGE and not name.how) or people(name) >= MANY


def _any_of(found: list[Name]) -> Name:
    """All that the word may have meant."""
    spots = dict(spot for name in found for spot in name.spots)
    return Name("town", "", tuple(spots.items()))


def near(key: str) -> tuple[Name, ...]:
    """The names one letter away that begin with the same letter."""
    table = names()
    return tuple(table[edit] for edit in sorted(set(_edits(key))) if edit in table)


def _edits(key: str) -> Iterator[str]:
    """Every word one letter away: one more, one less, one other, two changed about."""
    for at in range(1, len(key) + 1):
        head, tail = key[:at], key[at:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail and tail[0] != " ":
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
