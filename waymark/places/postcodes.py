"""Postcodes in what a parent types: whole ones, outcodes and sectors, typing slips forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waymark.places.tables import sector_digits
from waymark.places.words import plain

_OUT = r"[A-Z]{1,2}[0-9][0-9A-Z]?"
_WHOLE = re.compile(rf"^({_OUT})([0-9])([ABD-HJLNP-UW-Z]{{2}})$")
_SECTOR = re.compile(rf"^({_OUT}) ([0-9])$")
_FORCES = re.compile(r"^(?:BF1.*|BFPO ?\d*)$")
# In the middle of a message: "CW1 2AB", "cw12ab", "CW1". Never "S4 2nd", which is a school year.
_IN_TEXT = re.compile(
    rf"(?<![\w.])({_OUT})(?:[ -]{{0,2}}([0-9](?!ND|RD|ST|TH)[ABD-HJLNP-UW-Z]{{2}}))?(?!\w)",
    re.IGNORECASE,
)
ISLANDS = {"JE": "Jersey", "GY": "Guernsey", "IM": "the Isle of Man"}
FORCES = "British Forces abroad"


@dataclass(frozen=True)
class Postcode:
    """An outcode, and where it was typed the sector's digit and the two last letters.

    `country` stands for those outside the UK; `known` is false where there is no such postcode.
    """

    outcode: str
    digit: str = ""
    unit: str = ""
    country: str = ""

    @property
    def known(self) -> bool:
        digits = sector_digits().get(self.outcode)
        return bool(self.country) or (digits is not None and self.digit in digits)

    @property
    def whole(self) -> bool:
        return bool(self.unit)


def in_text(text: str) -> Iterator[tuple[Postcode, str]]:
    """Each postcode in a message as it stands, with what was typed."""
    for match in _IN_TEXT.finditer(plain(text)):
        out, rest = match.group(1).upper(), (match.group(2) or "").upper()
        yield _placed(out, rest[:1], rest[1:]), match.group()


def read(typed: str) -> Postcode | None:
    """The postcode that these words are, with O for 0 and I or L for 1 put right."""
    typed = " ".join(re.sub(r"[^A-Z0-9]+", " ", plain(typed).upper()).split())
    if _FORCES.match(typed):
        return Postcode(typed, country=FORCES)
    if not 2 <= len(typed.replace(" ", "")) <= 7:
        return None
    readings = [found for form in _forms(typed) if (found := _read(form)) is not None]
    return next((found for found in readings if found.known), readings[0] if readings else None)


def _read(typed: str) -> Postcode | None:
    """A postcode written without a slip."""
    bare = typed.replace(" ", "")
    whole, sector = _WHOLE.match(bare), _SECTOR.match(typed)
    if whole:
        return _placed(whole.group(1), whole.group(2), whole.group(3))
    if sector:
        return _placed(sector.group(1), sector.group(2), "")
    return _placed(bare, "", "") if re.fullmatch(_OUT, bare) else None


def _placed(out: str, digit: str, unit: str) -> Postcode:
    return Postcode(out, digit, unit, ISLANDS.get(out[:2], ""))


def _forms(typed: str) -> Iterator[str]:
    """The words as typed, then with letters for digits and digits for letters put right."""
    yield typed
    if not any(sign.isdigit() for sign in typed) or not any(sign.isalpha() for sign in typed):
        return
    bare = typed.replace(" ", "")
    for area in (2, 1):
        head = bare[:area].translate(_TO_LETTER)
        if len(bare) >= 5:
            yield head + _digits(bare[area:-3]) + _digits(bare[-3:-2]) + bare[-2:]
        yield head + _digits(bare[area:])


_AS_DIGIT = {"O": "0", "I": "1", "L": "1"}
_TO_LETTER = str.maketrans("01", "OI")


def _digits(part: str) -> str:
    """Letters that look like a digit as that digit."""
    return "".join(_AS_DIGIT.get(sign, sign) for sign in part)
