"""Turning away: to another topic ("and what about school"), or from the chat altogether."""

from __future__ import annotations

import re

from waymark.nlu import lead

ACTION = "action_another_topic"

_TOPICS = {
    "school": r"schools?|the teachers?",
    "police": r"police|cops",
    "law": r"law|legal side|legal stuff",
    "talk": r"talking(?: to (?:him|her|them|my \w+))?",
    "prevent": r"settings|phones?|apps?",
    "support": r"help|support",
    "figures": r"figures|numbers|statistics",
}
_STOP_IT = re.compile(
    r"\b(?:make|get|want|need|tell) (?:it|him|her|them|people|this|that) (?:to )?stop\b|"
    r"\bhow (?:do|can|could|would) (?:i|we) (?:\w+ )?stop\b|"
    r"\bstop (?:him|her|them|people|everyone|whoever|(?:this|it) (?:from|spreading|getting|going)|"
    r"the (?:pic|photo|video|boy|girl|lad|sharing|spread)\w*)\b"
)
_FORM = re.compile(
    r"(?:(?:and|but|so|ok|then)\W+)*(?:what|how|wot) about (?:the |her |his |their |my )?(?P<named>[a-z ]+?)"
    r"(?: (?:then|now|side|stuff|please))*\W*|(?:and|ok) (?:the )?(?P<short>[a-z ]+?)\s*\?+"
)


def wants_it_stopped(words: str) -> bool:
    """Whether "stop" is about what happens to the child, and not about this chat."""
    return bool(_STOP_IT.search(words.lower()))


def topic(words: str) -> str | None:
    """The topic of the content that a short message names, if it names one."""
    match = _FORM.fullmatch(" ".join(lead.rest(words).lower().split()))
    if not match:
        return None
    named = match["named"] or match["short"]
    return next((name for name, form in _TOPICS.items() if re.fullmatch(form, named)), None)
