"""What the words around a name say: that the parent lives there, or that somebody else does."""

from __future__ import annotations

import re

# Words that may stand between "in" and a name ("in a small village called Tarporley").
_FILL = (
    r"(?: (?:the|a|an|in|of|to|at|on|near|nr|just|outside|outskirts|edge|middle|centre|center|"
    r"out|down|up|over|here|little|small|tiny|big|sunny|rural|lovely|old|village|town|city|"
    r"hamlet|place|area|part|side|suburb|estate|region|borough|district|island|called|named|"
    r"north|south|east|west|central|northern|southern|eastern|western|is|its|near by))*"
)
_NOW = r"(?:in|near|nr|at|around|outside|by|on|between|within|just)"
_IN = rf"(?:{_NOW}|from|of)"
_MINE = r"(?:my|our)(?: local)?"
# The parent, or the family, lives there: "we live in", "im from", "our council is".
_CHILD = r"(?:son|daughter|child|boy|girl|lad|kids|dd|ds|d[ds]\d+|grand\w+|niece|nephew|family)"
_LIVE = (
    rf"\b(?:live|living|{_CHILD} lives|based|reside|residing|settled|home is|house is|stay|"
    rf"staying)(?: \w+){{0,2}}? ?{_IN}|\b(?:we|i) live|\b(?:we|i|weve|ive)(?: just| recently| all)? "
    r"(?:moved|are moving|relocated)(?: here| back| up| down| over| away)? to"
)
_OURS = (
    rf"\b{_MINE} (?:(?:council|postcode|post code|local authority|authority)(?: would be| is|s)?|"
    r"(?:area|town|city|village|borough|county|district|region|address|place|nearest town|"
    r"nearest city|home|home town)(?: would be| is|s))"
)
_ASKED = r"\b(?:postcode|post code|location|council|where i live|where we live|town|area)(?: is| its)"
_WE = r"\b(?:im|i am|we are|we re|were|am|we both|both)(?: (?!from)\w+){0,1}?"
_FROM = r"(?:\b(?:im|i am|we are|we re|i|we|were|am|are|both|all|family|come|originally)|^(?:hi|hello|hey)?) ?from"
_START = (
    r"^(?:(?:hi|hello|hey|yes|yeah|ok|parent|mum|mam|mom|dad|carer|nan|gran|family|teacher)"
    r"(?: there| here)? (?:in|near|nr|from|outside|around)|from)|\bhere in"
)
_FIRM = re.compile(rf"(?:{_LIVE}|{_OURS}|{_ASKED}){_FILL}$")
_HERE = re.compile(rf"(?:{_LIVE}|{_WE} {_NOW}){_FILL}$")
_HOME = re.compile(rf"(?:{_LIVE}|{_OURS}|{_ASKED}|{_WE} {_IN}|{_FROM}|{_START}){_FILL}$")
_PLAIN = re.compile(
    r"\b(?:in|lives? at|near|nr|around|outside|throughout|across|within|close to|not far from|"
    rf"local to|between){_FILL}$"
)
_AT = re.compile(r"\bat$")

# Somebody else: "a man in Leeds", "someone who lives in Leeds".
_SOMEONE = (
    r"\b(?:man|men|guy|guys|bloke|blokes|woman|women|someone|somebody|anyone|stranger|strangers|"
    r"person|people|adult|user|account|number|friend|friends|mate|mates|boyfriend|girlfriend|"
    r"bf|gf|ex|blackmailer|scammer|scammers|gang|predator|groomer|cousin|cousins|auntie|uncle|"
    r"family of his|"
    r"dad|father|husband|wife|partner|mum|mother|brother|sister|stepdad|nan|grandad|"
    r"(?<!my )(?<!our )boy|(?<!my )(?<!our )girl|(?<!my )(?<!our )lad|boys|girls|lads|kid|"
    r"texts?|messages?|pictures?|pics?|photos?|videos?|snaps?|calls?|request)"
)
_SAID = (
    r"(?: (?:who|that|which|is|was|are|were|hes|shes|he|she|they|theyre|live|lives|living|lived|"
    r"based|says|said|claims|claimed|somewhere|apparently|supposedly|over|online|only|called|"
    r"and|aged|him|her|down|up|back|\d+))*"
)
_OTHER = re.compile(rf"{_SOMEONE}{_SAID} (?:in|from|near|at|outside|around|of){_FILL}$")
_TRIP = re.compile(
    r"\b(?:(?:holiday|holidays|trip|trips|visit|visits|weekend|break|concert|gig|festival|party|"
    r"uni|university|college|match|game|tournament|job|work|works|working)(?: away)? "
    r"(?:in|to|at|from|near)|visit|visiting|visited|(?:going|went|gone|goes|go|off|flying|drive|drove|"
    rf"travel|travelled|travelling|trip|train|bus|coach|flight) (?:up |down |over )?to){_FILL}$"
)
_PAST = re.compile(
    r"\b(?:used to live|lived before|(?:moved|moving|move)(?: \w+)? from|left|"
    rf"not|isnt|wasnt|dont live|do not live|nowhere near)(?: (?:in|from|near|at))?{_FILL}$"
)
_TITLE = re.compile(r"\b(?:duke|duchess|earl|prince|princess|bank|university|bishop|battle) of$")
_NEAR = re.compile(r"\b(?:near|nr|outside|close to|far from|by|next to|from|around)(?: the)?$")

# "Leeds council" asks about a council; "Leeds United" and "Leeds Road" are no place to live.
_COUNCIL = re.compile(
    r"^(?:(?:city|county|borough|district|metropolitan|unitary|town) )*"
    r"(?:council|local authority|area|borough|social services|social care|childrens services|"
    r"childrens social|social work|safeguarding|early help|mash)\b"
)
_NO_HOME = re.compile(
    r"^(?:united|utd|fc|afc|rovers|wanderers|albion|athletic|fans?|match|game|shirt|kit|"
    r"supporters?|university|uni|airport|road|rd|street|lane|avenue|ave|drive|close|crescent|"
    r"terrace|way|arms|high street|pub|school|primary|academy|college|festival)\b"
)

WINDOW = 9


def firm(before: str) -> bool:
    """Whether the words before a name can only lead to where the parent lives."""
    return bool(_FIRM.search(before)) and not elsewhere(before)


def home(before: str) -> bool:
    """Whether the words before a name say that the parent or the child lives there."""
    return bool(_HOME.search(before)) and not elsewhere(before)


def here(before: str) -> bool:
    """Whether they live there now; where they come from does not count."""
    return bool(_HERE.search(before)) and not elsewhere(before)


def plain(before: str, capital: bool) -> bool:
    """Whether "in" or the like stands before it; "at" only before a capital."""
    return bool(_PLAIN.search(before)) or (capital and bool(_AT.search(before)))


def elsewhere(before: str) -> bool:
    """Whether the words before a name say that another lives there, or nobody any more."""
    return any(rule.search(before) for rule in (_OTHER, _TRIP, _PAST, _TITLE))


def near(before: str) -> bool:
    """Whether a name only says what lies near."""
    return bool(_NEAR.search(before))


def council(after: str) -> bool:
    """Whether the words after a name make it a council or an area."""
    return bool(_COUNCIL.search(after))


def no_home(after: str) -> bool:
    """Whether the words after a name make it a club, a road or a school."""
    return bool(_NO_HOME.search(after))
