"""A journey: one parent's whole conversation with Waymark, and what must come of each message.

Each YAML file beside this page is one. A step is what the parent types (`say`) or the button
they press (`press`, by its title or what it carries), and what must come of it (`expect`). A
word in a list may be a list itself: any one of those will do. `lives` says from which step
on Waymark was told where the family lives, `forgets` that from here on it must not know.

Where Waymark asks which answer is meant and an acceptable one is on a button, the parent
presses it, as a real one would.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, Extra, root_validator, validator

from waymark.content.schema import Nation
from waymark.urgent.kinds import Kind

FOLDER = Path(__file__).parent
NONE = "none"
"""Among acceptable answers: that no answer is shown."""

Choice = tuple[str, ...]
"""One of these will do."""


class Part(BaseModel):
    """What a file may hold, and nothing else, so that a slip is not taken for a rule."""

    class Config:
        extra = Extra.forbid
        frozen = True


class Expect(Part):
    """What must come of one message. What is not named is not looked at.

    `answer`: what may be shown, `none` for no answer at all. `offers`: answers that are
    shown or one press away. `urgent`: the dangers helped with, in this order. `says`,
    `never`: phrases in all that is said. `first`: a phrase of the first message.
    `buttons`: titles, or what they carry.
    """

    answer: Choice = ()
    offers: tuple[Choice, ...] = ()
    urgent: tuple[tuple[Kind, ...], ...] = ()
    no_urgent: bool = False
    says: tuple[Choice, ...] = ()
    never: Choice = ()
    buttons: tuple[Choice, ...] = ()
    first: Choice = ()

    @validator("answer", "never", "first", pre=True)
    def _one_or_more(cls, value: str | list[str]) -> list[str]:
        return [value] if isinstance(value, str) else value

    @validator("offers", "urgent", "says", "buttons", pre=True)
    def _each_one_or_more(cls, value: list[str | list[str]]) -> list[list[str]]:
        return [[one] if isinstance(one, str) else one for one in value]

    @root_validator
    def _can_fail(cls, values: dict[str, object]) -> dict[str, object]:
        if not any(values.values()):
            raise ValueError("expects nothing")
        return values


class Step(Part):
    """One message of the parent, and what must come of it."""

    say: str = ""
    press: str = ""
    lives: Nation | None = None
    forgets: bool = False
    expect: Expect

    @root_validator
    def _is_one_message(cls, values: dict[str, object]) -> dict[str, object]:
        if bool(values.get("say")) == bool(values.get("press")):
            raise ValueError("has to have either `say` or `press`")
        return values

    @property
    def text(self) -> str:
        return self.say or f"[{self.press}]"


class Journey(Part):
    """A whole conversation. `shown`: it stands in docs/conversations.md too."""

    title: str
    who: str
    shown: bool = False
    steps: tuple[Step, ...]


def load(name: str) -> Journey:
    """The journey of a file. Raises `ValueError` where the file is no journey."""
    path = FOLDER / f"{name}.yml"
    return Journey.parse_obj(yaml.safe_load(path.read_text(encoding="utf-8")))


def names() -> list[str]:
    """The name of each file."""
    return sorted(path.stem for path in FOLDER.glob("*.yml"))
