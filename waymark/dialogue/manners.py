"""Thanks, goodbyes and anger: which words fit what was talked about, and were not just said."""

from __future__ import annotations

from collections.abc import Sequence

from waymark.content.library import Library
from waymark.dialogue import turns
from waymark.dialogue.turns import Event

THANKS, GOODBYE = "small_talk/thanks", "small_talk/goodbye"
YES = "small_talk/affirm"
ANGER = ("small_talk/insult", "small_talk/upset_with_bot")

AFTER_HARD_NEWS = {THANKS: ("utter_thanks_after_news", "utter_thanks_again"),
                   GOODBYE: ("utter_goodbye_after_news", "utter_goodbye_again")}
NEXT_STEP = frozenset(name for names in AFTER_HARD_NEWS.values() for name in names)
"""The responses below which one answer to read next is offered."""

STILL_ANGRY = ("utter_still_angry", "utter_angry_once_more")
"""In turn, after the one time that we said sorry."""


def hard_news(events: Sequence[Event]) -> bool:
    """Whether the parent told of something that happened, or of danger."""
    said = [turns.said(event) for event in turns.this_talk(events)]
    return any(words.get("urgent") or str(words.get("answer", "")).startswith("happened/")
               for words in said)


def response(label: str, events: Sequence[Event]) -> str:
    """The response for small talk, never the same twice in a row where there is a choice."""
    before = _said_before(events)
    if label in ANGER:
        choice = STILL_ANGRY if any(name.startswith("utter_small_talk/") for name in before) else ()
    else:
        choice = AFTER_HARD_NEWS.get(label, ()) if hard_news(events) else ()
    if not choice:
        return f"utter_{label}"
    return choice[sum(name in choice for name in before) % len(choice)]


def next_step(library: Library, last: str | None, events: Sequence[Event]) -> str | None:
    """One answer to read next: what follows the last one and has not been shown."""
    answer = library.answers.get(last or "")
    if answer is None:
        return None
    seen = {turns.said(event).get("answer") for event in turns.this_talk(events)}
    return next((key for key in answer.next if key in library.answers and key not in seen), None)


def _said_before(events: Sequence[Event]) -> list[str]:
    """The responses that carry `manners`, in their order: thanks, goodbyes, anger."""
    found = (turns.said(event).get("manners") for event in turns.this_talk(events))
    return [str(name) for name in found if name]
