"""The look-up itself."""

from __future__ import annotations

from waymark.places import codes, mentions, tables, units
from waymark.places.found import Found
from waymark.places.settle import settle
from waymark.places.words import words

LONGEST_TEXT = 4_000


def find(text: str, *, asked: bool = False) -> Found:
    """The authority, the nation or the country that a message names as home, or what to ask.

    `asked` says that the parent was just asked where they live, so that a bare "Hope" or
    "Street" is a place. Only the first 4,000 signs are read.
    """
    text = text[:LONGEST_TEXT]
    said = words(text)
    named = list(mentions.all_named(said))
    by_code = codes.mentions(text, said, asked, mentions.taken_up(named))
    covered = {number for m in by_code for number in range(m.start, m.end)}
    by_name = mentions.mentions(said, named, asked, covered)
    return settle(said, sorted([*by_code, *by_name], key=lambda m: m.start))


def warm(*, whole_postcodes: bool = False) -> None:
    """Loads the tables now instead of at the first look-up.

    With `whole_postcodes` the package of whole postcodes too, where it is installed: three
    seconds and 25 MB; otherwise each letter of it is read when first asked for.
    """
    if whole_postcodes:
        units.load_all()
    tables.names()
    tables.first_words()
    tables.joined_names()
    tables.postcodes()
    tables.sector_digits()
