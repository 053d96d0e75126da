"""What stands around a name in a message."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from waymark.places.cues import WINDOW
from waymark.places.words import Word

# What may stand around a place in a message that is nothing but a place.
_CHAFF = (
    "i im am we are were live lives living stay staying based come currently now here in near nr "
    "at from around by outside just on the a an of close to far not its it is thats this my our "
    "your postcode post code council area town city village county place borough called small "
    "little tiny big region district hi hello hey yes yeah yep ok okay um er oh sorry so think "
    "both all us me and or between but actually originally local authority address home family "
    "house thanks thank you please ta cheers x xx xxx uk gb there would be over up down out way "
    "north south east west central"
)
_POLITE = "hi hello hey yes please thanks thank you ta cheers x xx xxx uk"
CHAFF = frozenset(_CHAFF.split())
POLITE = frozenset(_POLITE.split())


def before_words(said: list[Word], start: int) -> str:
    """The words before a name, back to where the sentence begins; "…" where that is too far."""
    first = start
    while first > 0 and start - first < WINDOW and not said[first].stop:
        first -= 1
    cut = first > 0 and not said[first].stop
    return " ".join(["…"] * cut + [word.text for word in said[first:start]])


def after_words(said: list[Word], end: int) -> str:
    """The few words after a name, up to a comma or the end of the sentence."""
    last = end
    while last < min(len(said), end + 3) and not (said[last].stop or said[last].comma):
        last += 1
    return " ".join(word.text for word in said[end:last])


def core(said: list[Word], longest: int) -> tuple[int, int] | None:
    """Where the words that are no chaff stand, if they are few and together."""
    rest = [number for number, word in enumerate(said) if word.text not in CHAFF]
    together = bool(rest) and rest[-1] - rest[0] == len(rest) - 1 < longest
    return (rest[0], rest[-1] + 1) if together else None


def only(
    said: list[Word], covered: AbstractSet[int], chaff: AbstractSet[str] = CHAFF
) -> bool:
    """Whether the message is nothing but these words and chaff."""
    return bool(covered) and all(
        word.text in chaff or number in covered for number, word in enumerate(said)
    )
