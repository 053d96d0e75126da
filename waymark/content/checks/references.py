"""Keys lead somewhere: next answers, services, starters; nothing is kept for nobody."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.content.checks.texts import answers
from waymark.content.library import Library
from waymark.content.reading import Complaint, Loc, Page


def dead_next(library: Library) -> Iterator[Complaint]:
    """`next` names answers that exist, each once, and not the answer itself."""
    for own, keys, page in _next(library):
        for number, key in enumerate(keys):
            if key not in library.answers:
                text = f"`next` names {key}, which is no answer: correct it or choose another"
                yield page.complaint(text, "next", number)
            elif key == own:
                yield page.complaint("`next` names the answer itself", "next", number)
            elif key in keys[:number]:
                yield page.complaint(f"`next` names {key} twice", "next", number)


def dead_services(library: Library) -> Iterator[Complaint]:
    """`services` names services that exist."""
    for keys, page, loc in _named_services(library):
        for number, key in enumerate(keys):
            if key not in library.services:
                text = f"`services` names {key}, but content/services/{key}.yml is missing"
                yield page.complaint(text, *loc, number)


def dead_starters(library: Library) -> Iterator[Complaint]:
    """`starters` names conversation starters that exist."""
    for answer, page in answers(library):
        for number, key in enumerate(answer.starters):
            if key not in library.starters:
                text = f"`starters` names {key}, but content/starters/{key}.yml is missing"
                yield page.complaint(text, "starters", number)


def unreferenced_services(library: Library) -> Iterator[Complaint]:
    """A service that nothing names is checked again and again for nobody."""
    named = {key for keys, *_ in _named_services(library) for key in keys}
    for key in library.services.keys() - named:
        text = "is named by no answer and no starter: name it where it helps, or delete the file"
        yield library.pages[f"service:{key}"].complaint(text, warning=True)


def _next(library: Library) -> Iterator[tuple[str, tuple[str, ...], Page]]:
    for answer, page in answers(library):
        yield answer.key, answer.next, page
    for key, starter in library.starters.items():
        yield key, starter.next, library.pages[f"starter:{key}"]
    for key, programme in library.programmes.items():
        yield key, programme.next, library.pages[f"programme:{key}"]


def _named_services(library: Library) -> Iterator[tuple[tuple[str, ...], Page, Loc]]:
    for answer, page in answers(library):
        yield answer.services, page, ("services",)
        for number, variant in enumerate(answer.variants):
            yield variant.services or (), page, ("variants", number, "services")
    for key, starter in library.starters.items():
        yield starter.services, library.pages[f"starter:{key}"], ("services",)
