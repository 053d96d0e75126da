"""Each text says something of its own, fits every channel, and has no contact in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from waymark.content import letter
from waymark.content.checks.texts import Text, answers
from waymark.content.library import Library
from waymark.content.reading import Complaint
from waymark.content.schema import AgeBand, Answer, Nation
from waymark.content.wording import Wording

_CONTACT = re.compile(r"\b0[\d ]{9,12}\b|\b\S+@\S+\.\w+|https?://|\bwww\.", re.IGNORECASE)
_MELTED = re.compile(r"\s[-•]\s+[A-Z]")

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The signs of a text message of 160 (GSM 03.38); any other sign halves its length."""

TEXT_MESSAGE = 3 * 153 - 59
"""Letters of a short answer: three parts of a text message, less the link to read more."""

MESSENGER = 2000
CHAT = 4096
"""Letters of one message in Messenger; in WhatsApp and Telegram."""


def contact_in_words(text: Text, wording: Wording) -> Iterator[Complaint]:
    """Phone numbers, e-mails and links live in services and sources, never in the words."""
    if _CONTACT.search(text.words):
        yield text.complaint(
            "has a phone number, e-mail or link in its words: name the service under "
            "`services` instead, so that it is checked and kept in one place"
        )


def melted_lines(text: Text, wording: Wording) -> Iterator[Complaint]:
    """A wrong indent melts two lines of a list into one, and YAML does not mind."""
    if text.loc[-1] != "more" and _MELTED.search(text.words):
        yield text.complaint("looks like two lines in one: is the second indented too far?")


def empty_variant(library: Library) -> Iterator[Complaint]:
    """A variant says something else than the default does."""
    for answer, page in answers(library):
        for number, variant in enumerate(answer.variants):
            for name in ("short", "do_now", "do_not", "more", "services"):
                text = getattr(variant, name)
                if text is not None and text == getattr(answer, name):
                    yield page.complaint(
                        f"`{name}` of this variant repeats the default: delete it here",
                        "variants", number, name,
                    )


def too_long_for_a_text(text: Text, wording: Wording) -> Iterator[Complaint]:
    """A short answer stands alone in a text message, in signs that a text message has."""
    if text.loc[-1] not in ("short", "for_child"):
        return
    odd = sorted(set(text.words) - GSM)
    if odd:
        yield text.complaint(f"has signs a text message has not ({' '.join(odd)}): use plain ones")
    elif len(text.words) > TEXT_MESSAGE:
        yield text.complaint(f"has {len(text.words)} letters: cut it to {TEXT_MESSAGE} or fewer, "
                             "so that it fits into a text message of three parts")


def too_long_for_a_chat(library: Library) -> Iterator[Complaint]:
    """Every answer, in every variant, fits into one message of each chat."""
    today = date.today()
    for answer, page in answers(library):
        for nation, age in product((None, *Nation), _ages(answer)):
            reading = library.words(answer.key, nation, age)
            shown = letter.answer(reading, library, nation, today=today)
            for channel, length, limit in (("WhatsApp and Telegram", len(shown), CHAT),
                                           ("Messenger", len(letter.steps_to_take(reading)), MESSENGER)):
                if length > limit:
                    text = f"is {length} letters long as shown for {nation or 'the UK'}: {channel} take {limit}"
                    yield page.complaint(text, "short")


def _ages(answer: Answer) -> tuple[AgeBand | None, ...]:
    return (None, *answer.ages)
