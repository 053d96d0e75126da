"""A pressed button says exactly which answer or step is meant; nothing is guessed.

Buttons carry `answer:law/forwarding`, `topic:law`, `choice:more`, or a step of a longer
flow: `rehearsal:after/14_15`, `plan:age/14_15`. A place is meant by the code of its
authority: `place:E06000049`. Somebody may type the same and sees the
same: public words, never a command.
"""

from __future__ import annotations

import re

STEPS = {
    "more": "more",
    "sources": "sources",
    "none_of_these": "none_of_these",
    "people": "people",
    "topics": "topics",
    "england": "tell_nation",
    "wales": "tell_nation",
    "scotland": "tell_nation",
    "northern_ireland": "tell_nation",
    "no_danger": "no_danger",
    "somewhere_else": "tell_place",
    "rather_not_say": "no_place",
    "delete_chat": "delete_chat",
    "delete_yes": "delete_yes",
    "delete_no": "delete_no",
}
"""What a `choice:` button may ask for, and the intent it stands for."""

_INTENTS = {"topic": "topics", "urgent": "urgent_help", "place": "tell_place"}

FLOWS = ("rehearsal", "plan")
"""Flows of several steps. The intent of their buttons has the name of the flow."""

_BUTTON = re.compile(r"^(answer|topic|choice|urgent|rehearsal|plan):([a-z_]+(?:/[a-z0-9_]+)?)$")
_PLACE = re.compile(r"^(place):([A-Z][A-Z0-9]{2,8}(?:-[A-Z]{1,2})?)$")
"""The code of a council, of a part of one, or of a Trust: `E06000049`, `N09000007-SE`, `HSC-B`."""


def answer_button(title: str, key: str) -> dict[str, str]:
    """A button that shows an answer."""
    return {"title": title, "payload": f"answer:{key}"}


def topic_button(title: str, topic: str) -> dict[str, str]:
    """A button that lists the answers of a topic."""
    return {"title": title, "payload": f"topic:{topic}"}


def step_button(title: str, step: str) -> dict[str, str]:
    """A button that takes a step of the conversation, one of `STEPS`."""
    if step not in STEPS:
        raise ValueError(f"no step {step!r}: one of {', '.join(STEPS)}")
    return {"title": title, "payload": f"choice:{step}"}


def flow_button(title: str, flow: str, value: str) -> dict[str, str]:
    """A button that takes a step of one of `FLOWS`: `plan:age/14_15`."""
    if read(f"{flow}:{value}") is None:
        raise ValueError(f"{flow}:{value} is no button: flows are {', '.join(FLOWS)}")
    return {"title": title, "payload": f"{flow}:{value}"}


def urgent_button(title: str, kind: str) -> dict[str, str]:
    """A button that shows the help for a kind of danger."""
    return {"title": title, "payload": f"urgent:{kind}"}


def place_button(title: str, code: str) -> dict[str, str]:
    """A button that says which authority is meant, by its code in `waymark.places`."""
    if read(f"place:{code}") is None:
        raise ValueError(f"{code!r} is no code of an authority")
    return {"title": title, "payload": f"place:{code}"}


def step_of(chosen: tuple[str, str]) -> str:
    """The intent that a pressed button stands for; the key itself for an answer."""
    kind, value = chosen
    if kind in _INTENTS:
        return _INTENTS[kind]
    return kind if kind in FLOWS else STEPS.get(value, value)


def read(text: str) -> tuple[str, str] | None:
    """What a button says: `("answer", key)`, `("choice", step)`, ...; None for typed words."""
    match = _PLACE.match(text.strip()) or _BUTTON.match(text.strip())
    if not match:
        return None
    kind, value = match.groups()
    if kind == "place":
        return kind, value
    if kind not in FLOWS and (kind == "answer") != ("/" in value):
        return None
    if kind == "choice" and value not in STEPS:
        return None
    return kind, value
