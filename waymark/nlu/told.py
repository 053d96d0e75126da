"""What a message does, now that the place in it is known."""

from __future__ import annotations

import re
from dataclasses import replace

from waymark.nlu import decision
from waymark.nlu.home import Place
from waymark.places import Outcome

TELL, NATION, LOCAL = "tell_place", "tell_nation", "support/local"

FEW, WEAK = 10, 0.25
"""A message of so few words, with no likelier answer than that, only tells where they live."""

LIKELY, LIKELY_HERE = 0.5, 0.25
"""From which chance on help nearby is shown and not offered; less will do where a place is named."""

OURS = 0.8
"""How sure we must be for that that it is about what we know: "who delivers logs in Penrith"."""

_CUE = re.compile(
    r"\b(?:in|near|nr|from|live|living|moved|postcode|post code|council|town|village|city|abroad|"
    r"area|borough|county|overseas|country|trust|outside)\b", re.IGNORECASE)
_NOT_SMALL_TALK = ("small_talk/gibberish", "small_talk/other_language", "small_talk/joke_or_chat")


def settle(verdict: decision.Decision, place: Place | None, text: str) -> decision.Decision:
    """The decision on a message, now that the place in it is known.

    A message that is only a place tells one, however it was read. A message that asks for
    something keeps its answer, or what is declined its refusal.
    """
    verdict = _nearest_help(verdict, place)
    if place is None:
        return _not_a_place(verdict, text)
    if place.alone and not _is_small_talk(verdict):
        return _tells(place)
    if verdict.label in (TELL, NATION) and verdict.kind == decision.FLOW:
        return replace(verdict, label=_step(verdict.label, place))
    return _tells(place) if place.home and _says_little(verdict, text) else verdict


def _nearest_help(verdict: decision.Decision, place: Place | None) -> decision.Decision:
    """Help near the family needs no certainty: it harms nobody, and is what a place is named for."""
    if verdict.kind != decision.OFFER or verdict.label != LOCAL or verdict.ours < OURS:
        return verdict
    enough = LIKELY_HERE if place else LIKELY
    return replace(verdict, kind=decision.ANSWER) if verdict.confidence >= enough else verdict


def _not_a_place(verdict: decision.Decision, text: str) -> decision.Decision:
    """Words that nobody knows are no place, unless something says that they are one."""
    if verdict.label != TELL or _CUE.search(text):
        return verdict
    return replace(verdict, kind=decision.UNSURE, label=None)


def rely(verdict: decision.Decision, place: Place | None) -> Place | None:
    """The place to remember: a told one, or one in which help was asked for."""
    if place is None or place.outcome == Outcome.NOTHING:
        return None
    helped = verdict.label in (TELL, LOCAL) and verdict.kind in (decision.FLOW, decision.ANSWER)
    return place if place.told or helped else None


def _tells(place: Place) -> decision.Decision:
    return decision.Decision(decision.FLOW, _step(TELL, place), 1.0, 1.0, ())


def _step(label: str, place: Place) -> str:
    """A nation is told where no more than a nation was said, or it was named in passing."""
    if place.missing:
        return TELL
    return NATION if place.is_nation or (label == NATION and not place.told) else TELL


def _says_little(verdict: decision.Decision, text: str) -> bool:
    """Whether we have no answer to a short message, and do not decline it either."""
    if verdict.kind not in (decision.UNSURE, decision.OFFER) or len(text.split()) > FEW:
        return False
    foreign = verdict.label is not None and decision.group(verdict.label) == "foreign"
    return not foreign and (not verdict.candidates or verdict.candidates[0][1] < WEAK)


def _is_small_talk(verdict: decision.Decision) -> bool:
    return verdict.kind == decision.SMALL_TALK and verdict.label not in _NOT_SMALL_TALK
