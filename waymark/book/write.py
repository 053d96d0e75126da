"""Writes the content as two documents that print well.

`book.html` is for review: every answer with all its variants, sources, and what nobody has
confirmed yet. `starters.html` is for parents: each conversation starter on a page of its own.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from waymark.book.chapters import chapters, for_whom, to_confirm
from waymark.content import letter
from waymark.content.library import Library
from waymark.content.starter import SITUATIONS
from waymark.plan.check import open_checks
from waymark.plan.folder import Folder
from waymark.plan.situation import FIELDS

TURNS = {
    "silence": "If they say nothing",
    "anger": "If they get angry",
    "tears": "If they cry",
    "everyone_does_it": "If they say everyone does it",
    "looked_at_phone": "If they say you looked at their phone",
}
"""What stands over each of the five replies of a starter."""


def write(
    library: Library, folder: Path, *, today: date, plans: Folder | None = None
) -> tuple[Path, Path]:
    """Write both documents into `folder`; returns their paths. `plans`: content/plan."""
    folder.mkdir(parents=True, exist_ok=True)
    book, starters = folder / "book.html", folder / "starters.html"
    book.write_text(_render("book.html", library, today, plans), encoding="utf-8")
    starters.write_text(_render("starters.html", library, today, plans), encoding="utf-8")
    return book, starters


def _render(name: str, library: Library, today: date, plans: Folder | None) -> str:
    pages = Environment(loader=PackageLoader("waymark.book"), autoescape=select_autoescape(),
                        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.filters["day"] = letter.day
    pages.filters["paragraphs"] = _paragraphs
    return pages.get_template(name).render(
        library=library,
        chapters=chapters(library),
        open_checks=to_confirm(library) + (len(open_checks(plans)) if plans else 0),
        plans=plans,
        fields=list(FIELDS),
        situations=SITUATIONS,
        turns=TURNS,
        for_whom=for_whom,
        letter=letter,
        starter_note=letter.STARTER,
        today=today,
    )


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
