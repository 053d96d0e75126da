"""What content/plan/questions.yml may say: every question and phrase of the talk.

`content/GUIDE.md` tells staff the same in their words: change both together.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field, root_validator

from waymark.content.schema import Kept, Part
from waymark.plan.situation import FIELDS, values

LABEL = 24


class Option(Part):
    """A choice: its button, how we say it back, and what to say at once where it is danger."""

    value: str
    label: str = Field(min_length=2, max_length=LABEL)
    says: str = ""
    reply: str = ""


class Question(Part):
    """One question. `more` are options that stand behind "Something else"."""

    text: str = Field(min_length=3, max_length=300)
    options: tuple[Option, ...]
    more: tuple[Option, ...] = ()

    @property
    def all_options(self) -> tuple[Option, ...]:
        return (*self.options, *self.more)


class Phrases(Part):
    """What is said between the questions."""

    intro: str
    known: str
    known_wrong: str
    back: str
    missed: str
    skipped: str
    changed: str
    before: str
    adult_age: str
    abroad: str
    left: str
    nothing_more: str
    more: str
    professional: str
    child: str
    ready: str
    do_not: str
    help: str
    print_it: str
    something_else: str
    skip: str


class Questions(Kept):
    """content/plan/questions.yml: every question and phrase of the talk that makes a plan."""

    key: str
    title: str = Field(min_length=3, max_length=70)
    phrases: Phrases
    questions: dict[str, Question]

    @root_validator(skip_on_failure=True)
    def _asks_for_every_field(cls, read: dict[str, Any]) -> dict[str, Any]:
        asked = read["questions"]
        if list(asked) != list(FIELDS):
            raise ValueError(f"asks for {', '.join(asked)}: ask for {', '.join(FIELDS)}")
        for name, question in asked.items():
            offered = [option.value for option in question.all_options]
            if sorted(offered) != sorted(values(name)):
                raise ValueError(f"`{name}` offers {', '.join(offered)}: offer {', '.join(values(name))}")
        return read
