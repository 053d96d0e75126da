"""The live answers: changed without a restart, never broken by a bad file."""

from __future__ import annotations

from pathlib import Path

import pytest

from waymark.content import shelf as shelf_module
from waymark.content.shelf import Shelf

ANSWER = "answers/law/is_it_a_crime.yml"


@pytest.fixture
def shelf(own_content: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(shelf_module, "EVERY_SECONDS", 0.0)
    return Shelf(own_content)


def test_a_changed_answer_is_live_at_once(shelf: Shelf, own_content: Path) -> None:
    """A text that staff change is read again without a restart."""
    path = own_content / ANSWER
    path.write_text(path.read_text().replace("Yes, on paper.", "Yes, in law.", 1))
    assert shelf.library.answers["law/is_it_a_crime"].short.startswith("Yes, in law.")


def test_a_broken_file_keeps_the_last_good_content(shelf: Shelf, own_content: Path) -> None:
    """A broken file is told in the log and never reaches a parent."""
    path = own_content / ANSWER
    good = path.read_text()
    path.write_text("title: [broken")
    assert shelf.library.answers["law/is_it_a_crime"].short.startswith("Yes, on paper.")
    assert ANSWER in shelf.complaints[0]
    path.write_text(good.replace("Yes, on paper.", "Mended.", 1))
    assert shelf.library.answers["law/is_it_a_crime"].short.startswith("Mended.")
    assert shelf.complaints == []
