"""Reads content/urgent: the seven kinds, the shared words, the look-alikes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from waymark.content.reading import Complaint, Page, Unreadable, parse, read_page
from waymark.content.schema import Part
from waymark.urgent.compiling import Compiler
from waymark.urgent.kinds import Kind
from waymark.urgent.patterns import Pattern
from waymark.urgent.rules import Compiled
from waymark.urgent.schema import InOtherWords, LookAlikes, Urgent, Words
from waymark.urgent.spelling import Speller

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True)
class Folder:
    """Everything in content/urgent as read at one moment; never changed."""

    kinds: Mapping[Kind, Urgent]
    words: Words
    look_alikes: LookAlikes
    in_other_words: InOtherWords
    rules: tuple[Compiled, ...]
    never_alike: Mapping[Kind, tuple[Pattern, ...]]
    speller: Speller
    pages: Mapping[str, Page]


def read(content: Path) -> Folder:
    """Read `content/urgent`. Raises `Unreadable` with every complaint of every file."""
    complaints: list[Complaint] = []
    pages: dict[str, Page] = {}

    def one(name: str, model: type[Model]) -> Model | None:
        path = content / "urgent" / f"{name}.yml"
        try:
            pages[name] = _page(path, content)
            return parse(pages[name], model, name)
        except Unreadable as error:
            complaints.extend(error.complaints)
            return None

    words = one("words", Words)
    look_alikes = one("look_alikes", LookAlikes)
    others = one("in_other_words", InOtherWords)
    found = [one(kind.value, Urgent) for kind in Kind]
    complaints.extend(_strangers(content))
    if words is None or look_alikes is None or others is None or complaints:
        raise Unreadable(sorted(complaints))
    kinds = {urgent.kind: urgent for urgent in found if urgent}
    compiler = Compiler(words, pages)
    never_alike = {kind: compiler.never_alike(urgent) for kind, urgent in kinds.items()}
    rules = compiler.rules(kinds.values())
    return Folder(kinds, words, look_alikes, others, rules, never_alike, compiler.speller, pages)


def _page(path: Path, content: Path) -> Page:
    if not path.is_file():
        name = path.relative_to(content.parent).as_posix()
        raise Unreadable([Complaint(name, 1, "is missing: bring the file back")])
    return read_page(path, content)


def _strangers(content: Path) -> Iterator[Complaint]:
    known = {"words", "look_alikes", "in_other_words", *(kind.value for kind in Kind)}
    for path in sorted((content / "urgent").glob("*.yml")):
        if path.stem not in known:
            name = path.relative_to(content.parent).as_posix()
            kinds = ", ".join(kind.value for kind in Kind)
            yield Complaint(name, 1, f"is no kind of urgency: rename it to one of {kinds}")
