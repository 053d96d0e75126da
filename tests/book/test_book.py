"""The content on paper: nothing left out, doubts in sight, and pages that fit."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser import print_to_pdf
from waymark.book.chapters import to_confirm
from waymark.book.write import write
from waymark.content.library import Library

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def written(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write(library, tmp_path_factory.mktemp("book"), today=TODAY)


def words(path: Path) -> str:
    """The text of a page as somebody reads it."""
    bare = re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", path.read_text(), flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


def test_the_book_holds_every_word_of_every_answer(
    library: Library, written: tuple[Path, Path]
) -> None:
    """A safeguarding lead signs what she has read: no text and no variant is left out."""
    book = words(written[0])
    for answer in library.answers.values():
        for part in (answer, *answer.variants):
            for text in (part.short, part.more, *(part.do_now or ()), *(part.do_not or ())):
                for line in (text or "").split("\n\n"):
                    assert " ".join(line.split()) in book, (answer.key, line)


def test_what_nobody_confirmed_stands_in_the_book(
    library: Library, written: tuple[Path, Path]
) -> None:
    """Every open check is printed beside its text, and their number stands on the first page."""
    book = words(written[0])
    for part in (*library.answers.values(), *library.starters.values(), *library.services.values()):
        for line in part.open_checks:
            assert " ".join(line.split()) in book
    assert f"{to_confirm(library)} facts are still to be confirmed" in book


def test_every_link_inside_the_book_leads_somewhere(written: tuple[Path, Path]) -> None:
    """A link to another answer or a service finds its place."""
    text = written[0].read_text()
    places = set(re.findall(r'id="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= places


def test_the_documents_ask_nobody_else_for_anything(written: tuple[Path, Path]) -> None:
    """Nothing is loaded from anywhere: no script, no font, no picture."""
    for path in written:
        assert not re.search(r"<script|<img|<link|url\(|@import|src=", path.read_text())


def test_each_starter_prints_on_one_page(
    library: Library, written: tuple[Path, Path], tmp_path: Path
) -> None:
    """A take-away is one A4 page, with what to say, what not, and whom to call."""
    pages = PdfReader(print_to_pdf(written[1], tmp_path / "starters.pdf")).pages
    assert len(pages) == len(library.starters)
    for page, starter in zip(pages, library.starters.values(), strict=True):
        text = unicodedata.normalize("NFKC", " ".join(page.extract_text().split()))
        assert starter.title in text and "call 999" in text
        assert round(float(page.mediabox.width)) == 595


def test_starter_pages_say_that_nobody_approved_them(
    library: Library, written: tuple[Path, Path]
) -> None:
    """Each page carries the note as long as its status is not approved."""
    waiting = sum(s.status.value != "approved" for s in library.starters.values())
    assert words(written[1]).count("has not approved it yet") == waiting
