"""What holds for every turn of every journey, whatever it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.journeys.talk import LIMIT, Fault, Message, Turn, about
from waymark.content import letter
from waymark.content.library import Library
from waymark.content.schema import Nation, Status
from waymark.dialogue.rehearsal import phrases

_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"”’)]*\s+|\n+")
PLAN = "/plan/"
"""Stands in the last words of a plan, in the address where it can be printed."""

_DECLINED = ("not something I know about", "I only know")
_NOTES = (letter.STARTER, letter.DRAFT)


def faults(turns: Sequence[Turn], library: Library) -> Iterator[Fault]:
    """The rules that are broken, and by which turns."""
    lives: Nation | None = None
    for number, turn in enumerate(turns, 1):
        lives = None if turn.step.forgets else turn.step.lives or lives
        for fault in (*_replied(turn), *_help_first(turn), *_never_turned_away(turn),
                      *_note_in_sight(turn, library), *_advice(turn, library),
                      *_contacts(turn, library, lives)):
            yield number, fault
    yield from _said_again(turns)


def _replied(turn: Turn) -> Iterator[str]:
    """Every message has a reply, in time, with words in it."""
    if turn.seconds > LIMIT:
        yield f"the reply took {turn.seconds:.1f} s"
    if not turn.said:
        yield "there is no reply"
    if any(not message["text"].strip() for message in turn.said):
        yield "a message has no words"


def _help_first(turn: Turn) -> Iterator[str]:
    """Help for danger never stands after anything that Waymark says to the same message."""
    helps = ["urgent" in about(message) for message in turn.said if about(message)]
    if helps != sorted(helps, reverse=True):
        yield "help for danger came after something else"


def _never_turned_away(turn: Turn) -> Iterator[str]:
    """Nobody who tells of danger is told in the same breath that this is not our business."""
    if turn.urgent and any(words in turn.whole for words in _DECLINED):
        yield "it helps with danger, and then says that this is nothing it knows about"


def _note_in_sight(turn: Turn, library: Library) -> Iterator[str]:
    """Words that nobody has approved say so where they are shown."""
    for message in turn.said:
        if _unapproved(message, library) and not any(note in message["text"] for note in _NOTES):
            yield "it does not say that nobody has approved these words"


def _unapproved(message: Message, library: Library) -> bool:
    """Whether it is an answer that nobody has approved, the end of a plan, or how to begin a talk."""
    answer = library.answers.get(about(message).get("answer") or "")
    if answer and not about(message).get("confirm"):
        return answer.status in (Status.STARTER, Status.DRAFT)
    return any(words in message["text"] for words in (phrases.OPENING, PLAN))


def _advice(turn: Turn, library: Library) -> Iterator[str]:
    """Nothing tells anybody to look at the picture, to copy it or to pass it on."""
    rules = [rule for rule in library.wording.rules if "look at the picture" in rule.why]
    assert rules, "content/wording.yml has no rule on looking at the picture"
    for sentence in _SENTENCE_END.split(turn.whole):
        for rule in rules:
            if rule.find(sentence):
                yield f"{rule.why}: {sentence!r}"


def _contacts(turn: Turn, library: Library, lives: Nation | None) -> Iterator[str]:
    """Who knows where they live is sent to nobody who serves another nation."""
    if lives is None:
        return
    for service in library.services.values():
        if lives not in service.nations and f"• {service.name}: " in turn.whole:
            yield f"{service.name} does not serve {lives.value}"


def _said_again(turns: Sequence[Turn]) -> Iterator[Fault]:
    """Nothing is said twice running word for word, except what was chosen by its button."""
    before = ""
    for number, turn in enumerate(turns, 1):
        chosen = turn.picked or turn.sent.startswith("answer:")
        for message in turn.said:
            if message["text"] == before and not chosen:
                yield number, f"it says the same again: {message['text'][:60]!r}"
            before = message["text"]
