"""The nation and the child's age, as parents mention them in passing.

Only what changes the words of an answer is looked for. A grown-up's age, a time of day or
the name of a police outcome is not a child's age.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from waymark.content.schema import Nation


@dataclass(frozen=True)
class Mention:
    """A nation (its name) or an age (whole years) and where in the text it stands."""

    entity: str
    value: str
    start: int
    end: int


# Cities and regions only where the name can hardly mean anything else.
NATIONS: dict[Nation, tuple[str, ...]] = {
    Nation.SCOTLAND: (
        "scotland", "scottish", "scots law", "glasgow", "edinburgh", "aberdeen", "dundee",
        "inverness", "paisley", "falkirk", "fife", "ayrshire", "lanarkshire", "highlands",
        "perthshire", "dumfries", "kilmarnock", "livingston", "shetland", "orkney",
    ),
    Nation.NORTHERN_IRELAND: (
        "northern ireland", "northern_ireland", "n ireland", "n.ireland", "norn iron", "belfast", "derry",
        "londonderry", "lisburn", "newry", "armagh", "omagh", "ballymena", "bangor co down",
        "psni", "fermanagh", "tyrone", "county down", "county antrim", "co antrim", "co down",
    ),
    Nation.WALES: (
        "wales", "welsh", "cardiff", "swansea", "wrexham", "newport gwent", "aberystwyth",
        "llandudno", "anglesey", "gwynedd", "merthyr", "caerphilly", "pembrokeshire",
        "ceredigion", "powys", "rhondda", "bridgend", "cymru",
    ),
    Nation.ENGLAND: (
        "england", "english law", "london", "manchester", "birmingham", "liverpool", "leeds",
        "sheffield", "bristol", "newcastle upon tyne", "nottingham", "cumbria", "cheshire",
        "cornwall", "devon", "yorkshire", "lancashire", "essex", "norfolk", "surrey",
        "sussex", "chester", "warrington", "crewe", "carlisle", "kendal",
    ),
}
_NATION = {
    name: nation for nation, names in NATIONS.items() for name in names
} | {"ni": Nation.NORTHERN_IRELAND}
# "NI" is the nation only in capitals ("ni" may be a typing mistake); "New South Wales" is not.
_NATIONS = re.compile(
    r"(?<!new south )\b(?:(?P<name>"
    + "|".join(sorted((re.escape(n) for n in _NATION if n != "ni"), key=len, reverse=True))
    + r")|(?-i:(?P<ni>N\.?I)))\b",
    re.IGNORECASE,
)

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"],
        4,
    )
}
_YEARS = r"(?P<age>\d{1,2}|" + "|".join(_NUMBERS) + r")"
_CHILD = (
    r"(?:d[ds]|ds[ds]|dn|dc|dgd|dgs|my|our|her|his|son|daughter|stepson|stepdaughter|girl|boy|"
    r"lad|child|kid|niece|nephew|grandson|granddaughter|gd|gs|sister|brother|eldest|youngest)"
)
_NOT_AN_AGE = (
    r"(?!\s*(?:%|am\b|pm\b|o'?clock|:|/|\.\d|hours?|hrs?|min|days?|weeks?|months?|"
    r"times|pics?|pictures?|photos?|nudes?|messages?|quid|pounds|people|boys|girls|lads|kids|"
    r"others|different|stone|miles|of (?:them|us|these|her|his|the)|grand|k\b|"
    r"(?:years?|yrs?)(?! ?-?old)|\d))"
)
_AGES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEARS}\s*-?\s*(?:years?|yrs?|yr)\s*-?\s*olds?\b",
        rf"\b{_YEARS}\s*-?\s*y\.?/?o\.?\b",
        rf"\b{_YEARS}\s?(?:f|m)\b(?!\w)",
        rf"\b{_CHILD}\s*\(?\s*(?:is|was|are|who'?s?|she'?s|he'?s|just|only|aged|,|-)?\s*"
        rf"(?:is|just|only|aged|turned)?\s*\(?{_YEARS}\b{_NOT_AN_AGE}",
        rf"\b(?:he|she|they|hes|he's|shes|she's|theyre|they're|they are|who's|whos|who is|"
        rf"he’s|she’s|they’re)\s+(?:is\s+|was\s+|are\s+|were\s+)?(?:only\s+|just\s+|nearly\s+|"
        rf"almost\s+|still\s+|about\s+)?(?:only\s+|just\s+)?(?:turned\s+|turning\s+)?"
        rf"{_YEARS}\b{_NOT_AN_AGE}",
        rf"\b(?:aged?|turned|turns|turning|age of)\s+{_YEARS}\b{_NOT_AN_AGE}",
        rf"\bonly\s+{_YEARS}\b{_NOT_AN_AGE}",
        rf"\(\s*{_YEARS}\s*\)",
    )
]
_SCHOOL_YEARS = [
    (re.compile(r"\b(?:year|yr|y)\s?(?P<age>\d{1,2})\b(?!\s*(?:pm|am|old|years))", re.IGNORECASE), 4, 13),
    (re.compile(r"\bgrade\s?(?P<age>\d{1,2})\b", re.IGNORECASE), 5, 12),
    (re.compile(r"\b(?P<age>\d{1,2})(?:th|st|nd|rd)\s+grade\w*", re.IGNORECASE), 5, 12),
    (re.compile(r"(?-i:\bP(?P<age>[1-7])\b)"), 4, 7),
    (re.compile(r"(?-i:\bS(?P<age>[1-6])\b)"), 11, 6),
]


def nations(text: str) -> list[Mention]:
    """Every nation named in the text, in order."""
    found = []
    for match in _NATIONS.finditer(text):
        name = (match.group("name") or "ni").lower()
        found.append(Mention("nation", _NATION[name].value, *match.span()))
    return found


def ages(text: str) -> list[Mention]:
    """Ages of children in the text, the first mentioned first; grown-ups are left out."""
    found = {}
    for pattern in _AGES:
        for match in pattern.finditer(text):
            years = _years(match.group("age"))
            if years is not None and years < 18:
                found[match.start("age")] = (years, match.end("age"))
    for pattern, offset, most in _SCHOOL_YEARS:
        for match in pattern.finditer(text):
            number = int(match.group("age"))
            if 1 <= number <= most:
                found[match.start("age")] = (number + offset, match.end("age"))
    return [
        Mention("age", str(years), start, end) for start, (years, end) in sorted(found.items())
    ]


def _years(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())
