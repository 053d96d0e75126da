"""The order of the book: topics as a parent meets them, and what is still to be confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from waymark.content.library import Library
from waymark.content.schema import Answer, Variant

TOPICS = {
    "happened": "Something has happened",
    "talk": "Talking with your child",
    "law": "The law",
    "police": "The police",
    "school": "School",
    "why": "Why it happens and what it can do",
    "prevent": "Phones, apps and settings",
    "support": "Help",
    "figures": "Figures",
    "about": "About Waymark",
}
"""Every topic in the order of the book, with its heading."""


@dataclass(frozen=True)
class Chapter:
    """A topic with its answers, by key."""

    topic: str
    heading: str
    answers: tuple[Answer, ...]


def chapters(library: Library) -> list[Chapter]:
    """The topics in their order; one that nobody has put in order stands at the end."""
    known = [*TOPICS, *(topic for topic in library.topics if topic not in TOPICS)]
    found = [
        Chapter(topic, TOPICS.get(topic, topic.capitalize()),
                tuple(a for a in library.answers.values() if a.topic == topic))
        for topic in known
    ]
    return [chapter for chapter in found if chapter.answers]


def to_confirm(library: Library) -> int:
    """How many facts in all the content nobody has confirmed yet."""
    parts = [*library.answers.values(), *library.starters.values(), *library.services.values(),
             *library.programmes.values()]
    return sum(len(part.open_checks) for part in parts)


def for_whom(variant: Variant) -> str:
    """`Scotland, Northern Ireland, a child of 11-13`."""
    nations = [nation.value for nation in variant.nation or ()]
    ages = [f"a child of {age.value}" for age in variant.age or ()]
    return ", ".join([*nations, *ages])
