"""What a parent reads, piece by piece, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waymark.content.library import Library
from waymark.content.reading import Complaint, Loc, Page
from waymark.content.schema import Answer, Kept, Service, Words
from waymark.content.starter import Starter, Turn

_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"”’)]*\s+|\n+")


@dataclass(frozen=True)
class Text:
    """One text of one file. `ours` are words that we say to a parent or suggest saying;
    the others are quoted: what a child may say, what not to say."""

    words: str
    page: Page
    loc: Loc
    ours: bool = True

    def complaint(self, text: str, *, warning: bool = False) -> Complaint:
        return self.page.complaint(text, *self.loc, warning=warning)

    @property
    def sentences(self) -> list[str]:
        return [s.strip() for s in _SENTENCE_END.split(self.words) if s.strip()]


def answers(library: Library) -> Iterator[tuple[Answer, Page]]:
    """Every answer with its page."""
    for key, answer in library.answers.items():
        yield answer, library.pages[f"answer:{key}"]


def kept(library: Library) -> Iterator[tuple[Kept | Service, Page]]:
    """Everything that says where it comes from and what is still open."""
    for kind, found in (("answer", library.answers), ("starter", library.starters),
                        ("service", library.services), ("programme", library.programmes)):
        for key, part in found.items():
            yield part, library.pages[f"{kind}:{key}"]


def texts(library: Library) -> Iterator[Text]:
    """Everything that a parent may read, of every file."""
    for answer, page in answers(library):
        yield Text(answer.title, page, ("title",))
        yield from of_words(answer, page, ())
        for number, variant in enumerate(answer.variants):
            yield from of_words(variant, page, ("variants", number))
    for key, service in library.services.items():
        page = library.pages[f"service:{key}"]
        yield Text(service.for_, page, ("for",))
        yield Text(service.what, page, ("what",))
    for key, starter in library.starters.items():
        yield from of_starter(starter, library.pages[f"starter:{key}"])
    for key, programme in library.programmes.items():
        page = library.pages[f"programme:{key}"]
        for name in ("title", "by", "what", "ask"):
            yield Text(getattr(programme, name), page, (name,))


def of_words(part: Words, page: Page, loc: Loc) -> Iterator[Text]:
    """The texts of an answer or of one of its variants."""
    for name in ("short", "more"):
        if getattr(part, name):
            yield Text(getattr(part, name), page, (*loc, name))
    for name in ("do_now", "do_not"):
        for number, text in enumerate(getattr(part, name) or ()):
            yield Text(text, page, (*loc, name, number))


def of_starter(starter: Starter, page: Page) -> Iterator[Text]:
    """The texts of a conversation starter; a child's words and bad examples are quoted."""
    yield Text(starter.title, page, ("title",))
    yield Text(starter.close, page, ("close",))
    for name in ("when", "opening", "not_to_say", "take_away"):
        for number, text in enumerate(getattr(starter, name)):
            yield Text(text, page, (name, number), ours=name != "not_to_say")
    for name in type(starter.replies).__fields__:
        turn: Turn = getattr(starter.replies, name)
        for part in Turn.__fields__:
            yield Text(getattr(turn, part), page, ("replies", name, part),
                       ours=part not in ("child", "worse"))
