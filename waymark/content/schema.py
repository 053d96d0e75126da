"""What an answer file and a service file may say.

`content/GUIDE.md` tells staff the same in their words: change both together.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel, Extra, Field, root_validator, validator

SHORT_WORDS = 60
MORE_WORDS = 300
KEY = re.compile(r"^[a-z]+/[a-z0-9_]+$")


class Nation(str, Enum):
    """A nation of the United Kingdom."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class AgeBand(str, Enum):
    """The ages for which an answer may have words of its own."""

    UNDER_8 = "under 8"
    FROM_8 = "8-10"
    FROM_11 = "11-13"
    FROM_14 = "14-15"
    FROM_16 = "16-17"

    @classmethod
    def of(cls, years: int) -> AgeBand | None:
        """The band of a child of so many years; None for an adult or an impossible age."""
        starts = [(16, cls.FROM_16), (14, cls.FROM_14), (11, cls.FROM_11), (8, cls.FROM_8)]
        if not 0 <= years < 18:
            return None
        return next((band for start, band in starts if years >= start), cls.UNDER_8)


class Grade(str, Enum):
    """How sure a fact is: the body's own page, another page, general knowledge."""

    OWN_PAGE = "V"
    OTHER_PAGE = "V2"
    UNCHECKED = "G"


class Status(str, Enum):
    """How far an answer has come. Only `approved` says that a safeguarding lead agreed."""

    STARTER = "starter"
    DRAFT = "draft"
    APPROVED = "approved"


def words(text: str) -> int:
    """How many words a text has, counted as a person would."""
    return len(text.split())


class Part(BaseModel):
    """A piece of a content file: unknown names are refused, texts lose outer blanks."""

    class Config:
        extra = Extra.forbid
        anystr_strip_whitespace = True
        allow_mutation = False


class Words(Part):
    """The parts of an answer that a parent reads."""

    short: str | None
    do_now: tuple[str, ...] | None
    do_not: tuple[str, ...] | None
    more: str | None
    services: tuple[str, ...] | None

    @validator("short")
    def _short_fits(cls, text: str | None) -> str | None:
        if text is not None and not text:
            raise ValueError("is empty: write the answer in a few short sentences")
        if text is not None and words(text) > SHORT_WORDS:
            raise ValueError(f"has {words(text)} words: cut it to {SHORT_WORDS} or fewer")
        return text

    @validator("more")
    def _more_fits(cls, text: str | None) -> str | None:
        if text is not None and words(text) > MORE_WORDS:
            raise ValueError(f"has {words(text)} words: cut it to {MORE_WORDS} or fewer")
        return text

    @validator("do_now", "do_not")
    def _steps_fit(
        cls, steps: tuple[str, ...] | None, field: Any
    ) -> tuple[str, ...] | None:
        most = 6 if field.name == "do_now" else 5
        if steps is not None and len(steps) > most:
            raise ValueError(f"has {len(steps)} steps: keep the {most} that matter most")
        return steps

    @validator("services")
    def _few_services(cls, keys: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if keys is not None and len(keys) > 4:
            raise ValueError(f"names {len(keys)} services: keep the 4 most fitting")
        return keys


def _several(value: Any) -> Any:
    """`nation: Scotland` and `nation: [Scotland]` mean the same."""
    return (value,) if value is not None and not isinstance(value, (list, tuple)) else value


def _at_least_one(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise ValueError("is empty: add at least one line")
    return value


class Variant(Words):
    """Other words for a nation, an age band, or both; what it leaves out stays as it is."""

    nation: tuple[Nation, ...] | None
    age: tuple[AgeBand, ...] | None

    _nations = validator("nation", pre=True, allow_reuse=True)(_several)
    _ages = validator("age", pre=True, allow_reuse=True)(_several)

    @root_validator(skip_on_failure=True)
    def _says_for_whom(cls, values: dict[str, Any]) -> dict[str, Any]:
        if not values.get("nation") and not values.get("age"):
            raise ValueError("does not say for whom: add `nation:` or `age:`")
        if all(values.get(name) is None for name in Words.__fields__):
            raise ValueError("changes nothing: write `short`, `do_now`, `do_not` or `more`")
        return values

    def fits(self, nation: Nation | None, age: AgeBand | None) -> bool:
        """Whether this variant is for a child of this nation and age."""
        return (not self.nation or nation in self.nation) and (not self.age or age in self.age)


class Source(Part):
    """Where an answer comes from, and when somebody last looked there."""

    title: str = Field(min_length=3)
    url: str
    dated: str
    checked: date
    grade: Grade
    facts: tuple[str, ...] = ()

    @validator("url")
    def _is_a_web_address(cls, url: str) -> str:
        if url and not re.match(r"^https?://\S+$", url):
            raise ValueError('is no web address: begin with https://, or leave it empty ("")')
        return url


class Kept(Part):
    """What every text for parents says of itself: where from, whose, how far, what is open."""

    sources: tuple[Source, ...]
    owner: str
    status: Status
    review_by: date
    open_checks: tuple[str, ...] = ()

    _sourced = validator("sources", allow_reuse=True)(_at_least_one)


class Answer(Words, Kept):
    """One curated reply to one need. The name of its file is its key."""

    key: str
    title: str = Field(min_length=3, max_length=70)
    label: str = Field(min_length=2, max_length=24)
    short: str
    variants: tuple[Variant, ...] = ()
    services: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    next: tuple[str, ...]
    questions: tuple[str, ...]

    _some = validator("questions", allow_reuse=True)(_at_least_one)

    @validator("next")
    def _two_or_three(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        if len(keys) not in (2, 3):
            raise ValueError(f"names {len(keys)} answers: name two or three")
        return keys

    @validator("questions", each_item=True)
    def _question_says_something(cls, question: str) -> str:
        if not question:
            raise ValueError("is an empty question: delete the line")
        return question

    @property
    def topic(self) -> str:
        return self.key.split("/")[0]

    @property
    def nations(self) -> frozenset[Nation]:
        """The nations for which this answer has words of its own."""
        return frozenset(n for variant in self.variants for n in variant.nation or ())

    @property
    def ages(self) -> frozenset[AgeBand]:
        """The age bands for which this answer has words of its own."""
        return frozenset(a for variant in self.variants for a in variant.age or ())


class Reach(Part):
    """One way to reach a service."""

    kind: str
    value: str = Field(min_length=2)

    @validator("kind")
    def _is_known(cls, kind: str) -> str:
        known = ("phone", "text", "email", "web", "chat", "app")
        if kind not in known:
            raise ValueError(f"is {kind!r}: use one of {', '.join(known)}")
        return kind


class Service(Part):
    """A helpline or organisation, written down once."""

    key: str
    name: str
    for_: str = Field(alias="for")
    what: str
    nations: tuple[Nation, ...]
    needs: tuple[str, ...]
    reach: tuple[Reach, ...]
    cost: str
    hours: str = ""
    languages: str = ""
    checked: date
    check_again: date
    grade: Grade
    sources: tuple[str, ...]
    open_checks: tuple[str, ...] = ()

    _some = validator("nations", "sources", allow_reuse=True)(_at_least_one)

    def stale(self, today: date) -> bool:
        """Whether nobody has looked at this contact for too long to show its number."""
        return today > self.check_again
