"""The postcodes that a message gives, as mentions of places."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from waymark.places import cues, units
from waymark.places.around import before_words, core, only
from waymark.places.authority import authorities
from waymark.places.mentions import Mention
from waymark.places.postcodes import Postcode, in_text, read
from waymark.places.tables import Spots, of_council, postcodes
from waymark.places.words import Word, words

# Outcodes that parents type for something else: "dd11" is a daughter of 11, "S4" a school year.
DOUBTFUL = frozenset(("DD", "DN", "CO"))


def mentions(
    text: str, said: list[Word], asked: bool, named: AbstractSet[int] = frozenset()
) -> list[Mention]:
    """Every postcode that is meant as one; one with a slip where it is the whole message.

    `named` are the words that names take up: `L8` after `Liverpool` is a postcode.
    """
    return list(_with_slip(said)) or list(_in_text(text, said, asked, named))


def _in_text(
    text: str, said: list[Word], asked: bool, named: AbstractSet[int]
) -> Iterator[Mention]:
    for code, typed in in_text(text):
        start = _start(said, typed)
        end = start + len(words(typed))
        before = before_words(said, start)
        own = set(range(start, end))
        beside = len(code.outcode) > 2 or start - 1 in named
        alone = only(said, own | named if beside else own)
        if _meant(code, typed, before, alone, asked):
            home = (alone or code.whole or cues.home(before)) and not cues.elsewhere(before)
            yield mention(code, start, end, home)


def _start(said: list[Word], typed: str) -> int:
    """Which word a typed postcode begins with."""
    first = words(typed)[0].text
    return next((at for at, word in enumerate(said) if word.text == first), 0)


def _meant(code: Postcode, typed: str, before: str, alone: bool, asked: bool) -> bool:
    """Whether this is a postcode and not a motorway, a school year or a child's age."""
    if code.whole:
        return code.known or alone or cues.home(before)
    if not code.known or before.endswith(" the") or cues.elsewhere(before):
        return False
    if alone and (asked or cues.home(before)):
        return True
    capital = typed.isupper()
    if len(code.outcode) == 2 or code.outcode[:2] in DOUBTFUL:
        return (capital and alone) or cues.firm(before)
    return alone or (capital and code.outcode[1].isalpha()) or cues.home(before)


def _with_slip(said: list[Word]) -> Iterator[Mention]:
    """`cwi 2ab`, `SO 15 2AB`, `CW1 2`: what is left of the message without chaff."""
    found = core(said, longest=5)
    if found is None:
        return
    start, end = found
    start -= _area_before(said, start)
    typed = " ".join(word.text for word in said[start:end])
    code = read(typed) if any(sign.isdigit() for sign in typed) else None
    if code is not None and (code.whole or (code.known and _is_no_age(code, typed))):
        yield mention(code, start, end, home=True)


def _area_before(said: list[Word], start: int) -> bool:
    """`SO 15 2AB`: the chaff before a number is the first part of a postcode."""
    return start > 0 and said[start].text[0].isdigit() and len(said[start - 1].text) <= 2


def _is_no_age(code: Postcode, typed: str) -> bool:
    """`dd 11` is no postcode, `CW 1` is; a plain outcode is judged by what stands around it."""
    if code.country:
        return True
    return typed.upper() != code.outcode and (bool(code.digit) or code.outcode[:2] not in DOUBTFUL)


def mention(code: Postcode, start: int, end: int, home: bool) -> Mention:
    if code.country:
        return Mention(start, end, "abroad", country=code.country, home=home)
    if not code.known:
        return Mention(start, end, "unknown", home=home)
    return Mention(start, end, "postcode", _spots(code), home=home)


def _spots(code: Postcode) -> Spots:
    """The authority of a whole postcode, else what its sector or outcode may mean."""
    known = postcodes()
    spots = known.get(f"{code.outcode} {code.digit}") or known[code.outcode]
    gss = units.district(code.outcode, code.digit + code.unit) if code.whole else ""
    exact = of_council(gss)
    both = tuple(spot for spot in spots if spot[0] in exact)
    if both or not exact or not authorities()[spots[0][0]].gss:
        return both or spots
    return tuple((number, 100) for number in exact)
