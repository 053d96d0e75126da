"""All answers, services, starters and programmes together, as read from the content folder at one moment."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waymark.content.programme import Programme
from waymark.content.reading import Complaint, Page, Unreadable, parse, read_page
from waymark.content.schema import AgeBand, Answer, Nation, Part, Service, Words
from waymark.content.starter import Starter
from waymark.content.wording import Wording

NAME = re.compile(r"^[a-z0-9_]+$")


@dataclass(frozen=True)
class Reading:
    """An answer's words for one child: what is shown, and for whom it was chosen."""

    answer: Answer
    short: str
    do_now: tuple[str, ...]
    do_not: tuple[str, ...]
    more: str
    services: tuple[str, ...]
    nation: Nation | None
    age: AgeBand | None


@dataclass(frozen=True)
class Library:
    """Every answer, service, starter and programme by key; read once, never changed."""

    answers: Mapping[str, Answer]
    services: Mapping[str, Service]
    starters: Mapping[str, Starter]
    wording: Wording
    pages: Mapping[str, Page]
    programmes: Mapping[str, Programme] = field(default_factory=dict)

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(answer.topic for answer in self.answers.values()))

    def words(self, key: str, nation: Nation | None, age: AgeBand | None) -> Reading:
        """The words of an answer for a nation and an age; the last fitting variant wins.

        `nation` and `age` of what is returned are set only where a variant was used, so
        that a parent is told "For Scotland:" exactly when it is so.
        """
        answer = self.answers[key]
        chosen: dict[str, object] = {
            name: getattr(answer, name) for name in Words.__fields__
        }
        used_nation, used_age = None, None
        for variant in answer.variants:
            if variant.fits(nation, age):
                chosen |= {n: v for n, v in variant.dict(include=set(Words.__fields__)).items()
                           if v is not None}
                used_nation = nation if variant.nation else used_nation
                used_age = age if variant.age else used_age
        return Reading(
            answer=answer,
            short=str(chosen["short"]),
            do_now=tuple(chosen["do_now"] or ()),  # type: ignore[arg-type]
            do_not=tuple(chosen["do_not"] or ()),  # type: ignore[arg-type]
            more=str(chosen["more"] or ""),
            services=tuple(chosen["services"] or ()),  # type: ignore[arg-type]
            nation=used_nation,
            age=used_age,
        )


KINDS: Mapping[str, tuple[str, type[Part]]] = {
    "answer": ("answers/*/*.yml", Answer),
    "service": ("services/*.yml", Service),
    "starter": ("starters/*/*.yml", Starter),
    "programme": ("programmes/*.yml", Programme),
    "wording": ("wording.yml", Wording),
}
"""The kinds of content: where their files are, and what each file is read as."""


def load(root: Path) -> Library:
    """Read the content folder. Raises `Unreadable` with every complaint of every file."""
    complaints: list[Complaint] = []
    found: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    pages: dict[str, Page] = {}
    if not (root / "answers").is_dir():
        raise Unreadable([Complaint(str(root), 1, "has no folder `answers`")])
    for path, kind, key in _files(root):
        try:
            _expect_name(path, root)
            page = read_page(path, root)
            pages[f"{kind}:{key}"] = page
            found[kind][key] = parse(page, KINDS[kind][1], key)
        except Unreadable as error:
            complaints.extend(error.complaints)
    if complaints:
        raise Unreadable(sorted(complaints))
    wording = found["wording"].get("wording", Wording())
    return Library(found["answer"], found["service"], found["starter"], wording, pages,
                   found["programme"])


def fingerprint(root: Path) -> str:
    """A hash of every content file's name and bytes: it changes when anything does."""
    digest = hashlib.sha256()
    for path, kind, key in _files(root):
        digest.update(f"{kind}:{key}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def files(root: Path) -> list[Path]:
    """Every content file, in the order in which it is read."""
    return [path for path, *_ in _files(root)]


def _files(root: Path) -> Iterator[tuple[Path, str, str]]:
    for kind, (pattern, _) in KINDS.items():
        for path in sorted(root.glob(pattern)):
            yield path, kind, path.relative_to(root).with_suffix("").as_posix().split("/", 1)[-1]


def _expect_name(path: Path, root: Path) -> None:
    if not NAME.match(path.stem):
        name = path.relative_to(root.parent).as_posix()
        raise Unreadable(
            [Complaint(name, 1, "has a name with other signs than a-z, 0-9 and _: rename it")]
        )
