"""What a parent is told when Waymark itself has failed: kind, short, somebody to call."""

from __future__ import annotations

from datetime import date

from waymark.content import letter
from waymark.dialogue.resources import FIRST
from waymark.live import shelf

WORDS = (
    "I am sorry, something went wrong at my end and I could not answer. Please try again in "
    "a minute. If a child is in danger right now, call 999."
)


def sorry() -> str:
    """The apology, with the NSPCC helpline from the content if that can be read."""
    try:
        service = shelf().library.services[FIRST]
    except Exception:  # noqa: BLE001 (the last line of defence: the words still go out)
        return WORDS
    return f"{WORDS}\n\n{letter.contact(service, date.today())}"
