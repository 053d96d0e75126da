"""Urgent help as a parent reads it: what was understood, what to do, whom to call."""

from __future__ import annotations

from datetime import date

from waymark.content import letter
from waymark.content.library import Library
from waymark.content.schema import Nation, Status
from waymark.urgent.schema import Urgent

SAFE_WORD = (
    "If anyone is in danger now, call 999. You do not have to type anything else.\n\n"
    "What is happening? Choose one, or tell me in your own words."
)
SAFE_SERVICES = ("nspcc_helpline", "childline", "samaritans")
NO_DANGER = "Thank you for telling me. If that changes, call 999. What would you like to know?"
STEPS = "In the next ten minutes:"


def text(
    part: Urgent, library: Library, nation: Nation | None, *, child: bool, brief: bool
) -> str:
    """One kind's help. `brief` leaves out the steps, where an answer with them follows.

    `child`: somebody under 18 is writing, so the words for a child are taken where there
    are some.
    """
    words = part.for_child if child and part.for_child else part.short
    full = not brief and not (child and part.for_child)
    found = letter.services(part.services, library, nation)[:4]
    blocks = [
        part.understood,
        words,
        letter.steps(STEPS, part.now) if full else "",
        letter.steps("What not to do:", part.do_not) if full else "",
        letter.contacts(found, date.today()),
        letter.STARTER if part.status is Status.STARTER and full else "",
    ]
    return "\n\n".join(filter(None, blocks))


def safe_word(library: Library, nation: Nation | None) -> str:
    """What HELP is answered with."""
    found = letter.services(SAFE_SERVICES, library, nation)
    return "\n\n".join([SAFE_WORD, letter.contacts(found, date.today(), "People to talk to now:")])
