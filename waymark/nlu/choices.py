"""A pressed button says exactly which answer or step is meant; nothing is guessed.

Buttons carry `answer:law/forwarding`, `topic:law` or `choice:more`. Somebody may type the
same and sees the same: public words, never a command or a slot of their choosing.
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
}
"""What a `choice:` button may ask for, and the intent it stands for."""

_BUTTON = re.compile(r"^(answer|topic|choice):([a-z_]+(?:/[a-z0-9_]+)?)$")


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


def read(text: str) -> tuple[str, str] | None:
    """`("answer", key)`, `("topic", name)`, `("choice", step)`; None for typed words."""
    match = _BUTTON.match(text.strip())
    if not match:
        return None
    kind, value = match.groups()
    if (kind == "answer") != ("/" in value) or (kind == "choice" and value not in STEPS):
        return None
    return kind, value
