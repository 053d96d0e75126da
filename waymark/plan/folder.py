"""Reads content/plan: the curated steps, and the questions that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from waymark.content.reading import Complaint, Page, Unreadable, parse, read_page
from waymark.content.schema import Status
from waymark.content.shelf import Reloaded
from waymark.plan.questions import Questions
from waymark.plan.schema import Contact, Law, Sheet, Step, Words

QUESTIONS = "questions"


@dataclass(frozen=True)
class Folder:
    """Everything in content/plan as read at one moment, in order; never changed."""

    sheets: Mapping[str, Sheet]
    talk: Questions
    steps: tuple[Step, ...]
    law: tuple[Law, ...]
    contacts: tuple[Contact, ...]
    words: tuple[Words, ...]
    pages: Mapping[str, Page]

    @property
    def approved(self) -> bool:
        """Whether a safeguarding lead has approved every file."""
        kept = (*self.sheets.values(), self.talk)
        return all(part.status is Status.APPROVED for part in kept)

    def says(self, field: str, value: str) -> str:
        """A fact in words: "your child sent a picture"."""
        options = self.talk.questions[field].all_options
        return next((o.says for o in options if o.value == value), "")


def read(content: Path) -> Folder:
    """Read `content/plan`. Raises `Unreadable` with every complaint of every file."""
    complaints: list[Complaint] = []
    pages: dict[str, Page] = {}
    sheets: dict[str, Sheet] = {}
    talk: Questions | None = None
    for path in files(content):
        try:
            page = pages[path.stem] = read_page(path, content)
            if path.stem == QUESTIONS:
                talk = parse(page, Questions, path.stem)
            else:
                sheets[path.stem] = parse(page, Sheet, path.stem)
        except Unreadable as error:
            complaints.extend(error.complaints)
    if talk is None and QUESTIONS not in pages:
        complaints.append(Complaint("content/plan/questions.yml", 1, "is missing: bring it back"))
    if complaints or talk is None:
        raise Unreadable(sorted(complaints))
    return _sorted(sheets, talk, pages)


def files(content: Path) -> list[Path]:
    """Every file of content/plan."""
    return sorted((content / "plan").glob("*.yml"))


@lru_cache(maxsize=2)
def shelf(content: Path) -> Reloaded[Folder]:
    """The live content/plan. Raises `Unreadable` if there is no good content at all."""
    return Reloaded(content, read, files)


def _sorted(
    sheets: Mapping[str, Sheet], talk: Questions, pages: Mapping[str, Page]
) -> Folder:
    """Danger first, then by `order`; of two alike the one of the earlier file stands first."""
    every = sheets.values()
    return Folder(
        sheets, talk,
        tuple(sorted((s for sheet in every for s in sheet.steps),
                     key=lambda s: (not s.danger, s.order))),
        tuple(sorted((s for sheet in every for s in sheet.law), key=lambda s: s.order)),
        tuple(sorted((s for sheet in every for s in sheet.contacts), key=lambda s: s.order)),
        tuple(sorted((s for sheet in every for s in sheet.words), key=lambda s: s.order)),
        pages,
    )
