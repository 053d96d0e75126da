"""What follows when a place was told, or was asked for and came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from waymark.content.library import Library
from waymark.content.schema import Nation
from waymark.dialogue.local.page import KEY
from waymark.dialogue.local.state import THIS_PLACE, Event, asked, in_passing
from waymark.nlu import decision, home, told
from waymark.nlu.home import Place
from waymark.places import Outcome

ACTION = "action_tell_place"

ELSEWHERE = ("choice", "somewhere_else")
LONGEST_NAME = 4
"""Of so many words may the name of a place be that we do not know."""

YES = "small_talk/affirm"
_UNREAD = ("small_talk/gibberish", "small_talk/other_language")


class Move(str, Enum):
    """What is said to a place."""

    HELP = "help"
    AGAIN = "again"
    ASK = "ask"
    NO_POSTCODE = "no_postcode"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Talk:
    """What matters of the talk so far. `before`, `now`: the nation, until now and from now on."""

    last_answer: str | None
    asked: bool
    before: Nation | None
    now: Nation | None


def move(place: Place | None, chosen: tuple[str, str] | None, talk: Talk, library: Library) -> Move:
    """The next move. What was answered last is said again where it differs by nation."""
    if chosen == ELSEWHERE:
        return Move.ASK
    if place is None:
        return Move.UNKNOWN
    if place.missing:
        return Move.NO_POSTCODE
    pressed = chosen is not None
    if pressed or talk.asked or talk.last_answer == KEY or place.outcome == Outcome.ABROAD:
        return Move.HELP
    return Move.AGAIN if _differs(library, talk) else Move.HELP


def due(events: Sequence[Event]) -> bool:
    """Whether the latest message is the place that we asked for, though it reads as something else.

    "Street", "Deal" and "Hope" are places for who was just asked where they live. What is
    clearly another step of the talk ("tell me more") stays that.
    """
    latest, question = _latest(events), asked(events)
    if latest is None or not question or _ran(events[latest:]):
        return False
    parse, text = events[latest].get("parse_data") or {}, str(events[latest].get("text") or "")
    says_yes = question == THIS_PLACE and _label(parse) == YES
    return not parse.get("urgent") and (says_yes or _answers(parse, text))


def done(events: Sequence[Event]) -> bool:
    """Whether that place has had its reply."""
    latest = _latest(events)
    if latest is None or not asked(events) or not _ran(events[latest:]):
        return False
    return _intent(events[latest].get("parse_data") or {}) != told.TELL


def meant(events: Sequence[Event]) -> Place | None:
    """The place of the latest message, read as the reply to what we asked."""
    latest, question = _latest(events), asked(events)
    if latest is None:
        return None
    parse, text = events[latest].get("parse_data") or {}, str(events[latest].get("text") or "")
    place = Place.of(parse)
    if place or not question or parse.get("chosen"):
        return place
    passing = in_passing(events) if question == THIS_PLACE and _label(parse) == YES else None
    if passing:
        return home.of_code(passing.code)
    place = home.read(text, asked=True)
    return place if place and place.alone else None


def _answers(parse: Any, text: str) -> bool:
    verdict = parse.get("decision") or {}
    if _intent(parse) == told.TELL or parse.get("chosen") or verdict.get("kind") == decision.FLOW:
        return False
    place = home.read(text, asked=True)
    if place and place.alone and "?" not in text:
        return True
    return _is_unread(verdict, _intent(parse)) and 0 < len(text.split()) <= LONGEST_NAME


def _is_unread(verdict: Any, intent: str) -> bool:
    """Whether nothing is made of the message, so that it may be a place we do not know."""
    label = verdict.get("label")
    if label in _UNREAD:
        return True
    if label not in (None, told.TELL) and decision.group(str(label)) != decision.ANSWER:
        return False
    chances = [chance for _, chance in verdict.get("candidates") or ()]
    return intent == "nlu_fallback" and max(chances, default=0.0) < told.WEAK


def _differs(library: Library, talk: Talk) -> bool:
    """Whether the last answer has other words for the nation that was now told."""
    if talk.last_answer not in library.answers or talk.now is None:
        return False
    key = str(talk.last_answer)
    words = [(r.short, r.do_now, r.do_not, r.more, r.services) for r in
             (library.words(key, nation, None) for nation in (talk.before, talk.now))]
    return words[0] != words[1]


def _latest(events: Sequence[Event]) -> int | None:
    return next((n for n in range(len(events) - 1, -1, -1) if events[n].get("event") == "user"),
                None)


def _ran(events: Sequence[Event]) -> bool:
    return any(e.get("event") == "action" and e.get("name") == ACTION for e in events)


def _label(parse: Any) -> str:
    return str((parse.get("decision") or {}).get("label") or "")


def _intent(parse: Any) -> str:
    return str((parse.get("intent") or {}).get("name") or "")
