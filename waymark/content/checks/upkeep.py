"""Doubt is marked, and what nobody has looked at for too long is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from waymark.content.checks.texts import kept
from waymark.content.library import Library
from waymark.content.programme import Programme
from waymark.content.reading import Complaint
from waymark.content.schema import Grade, Kept, Service


def unmarked_doubt(library: Library) -> Iterator[Complaint]:
    """What rests on general knowledge stands under `open_checks` too."""
    for part, page in kept(library):
        grades = [part.grade] if isinstance(part, Service) else [s.grade for s in part.sources]
        if Grade.UNCHECKED in grades and not part.open_checks:
            text = "rests on a fact of grade G: say under `open_checks` what must be confirmed"
            yield page.complaint(text, "sources")


def checked_in_the_future(library: Library) -> Iterator[Complaint]:
    """The day somebody looked lies in the past."""
    today = date.today()
    for part, page in kept(library):
        if isinstance(part, Service):
            if part.checked > today:
                yield page.complaint("`checked` lies in the future", "checked")
            continue
        for number, source in enumerate(part.sources):
            if source.checked > today:
                yield page.complaint("`checked` lies in the future", "sources", number, "checked")


def overdue(library: Library) -> Iterator[Complaint]:
    """What is past its review, or not shown any more since it is past its date, is told to staff."""
    today = date.today()
    for part, page in kept(library):
        if isinstance(part, Kept) and part.review_by < today:
            yield page.complaint("was due for review: read it again", "review_by", warning=True)
        if isinstance(part, Service) and part.stale(today):
            text = "its number is not shown any more: check it and move `check_again` on"
            yield page.complaint(text, "check_again", warning=True)
        if isinstance(part, Programme) and part.stale(today):
            text = "is not shown any more: ask whether it still runs and move `check_again` on"
            yield page.complaint(text, "check_again", warning=True)
