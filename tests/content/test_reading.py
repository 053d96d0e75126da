"""Bad content is refused with file, line, fault and cure; good content is read as written."""

from __future__ import annotations

from pathlib import Path

import pytest

from waymark.content.library import load
from waymark.content.reading import Unreadable

ANSWER = "answers/law/is_it_a_crime.yml"


def broken(content: Path, old: str, new: str) -> str:
    path = content / ANSWER
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        load(content)
    return str(caught.value)


def test_a_misspelt_part_is_named_with_its_line(own_content: Path) -> None:
    """A part whose name is misspelt is refused, with the line it stands on."""
    complaint = broken(own_content, "label:", "lable:")
    assert f"content/{ANSWER}:3: `lable` is no part of this kind of file" in complaint


def test_a_long_short_answer_says_how_many_words_to_cut(own_content: Path) -> None:
    """A short answer above 60 words is refused and told its length."""
    assert "words: cut it to 60 or fewer" in broken(
        own_content, "Yes, on paper.", "Yes, on paper. " + "word " * 60)


def test_a_tab_is_found(own_content: Path) -> None:
    """A Tab, which YAML cannot read, is named as what it is."""
    complaint = broken(own_content, "  - Stay calm.", "\t- Stay calm.")
    assert "has a Tab: use spaces" in complaint


def test_a_part_that_stands_twice_is_refused(own_content: Path) -> None:
    """A second `label` would silently win; it is refused instead."""
    assert "has `label` twice" in broken(
        own_content, "label: Is it a crime?", "label: Is it a crime?\nlabel: Crime?")


def test_a_variant_for_nobody_is_refused(own_content: Path) -> None:
    """A variant must say for whom it is."""
    complaint = broken(own_content, "  - nation: Scotland\n    short", "  - short")
    assert "does not say for whom" in complaint


def test_an_unknown_nation_lists_the_known_ones(own_content: Path) -> None:
    """A nation we do not know is answered with those we do."""
    complaint = broken(own_content, "nation: Scotland", "nation: Skotland")
    assert "is not one of: England, Wales, Scotland, Northern Ireland" in complaint


def test_a_wrong_date_shows_a_right_one(own_content: Path) -> None:
    """A date that is none is answered with an example."""
    assert "write it as 2026-11-22" in broken(own_content, "review_by: 2027-02-22",
                                              "review_by: soon")


def test_every_complaint_is_told_at_once(own_content: Path) -> None:
    """Two broken files give two complaints, not one after the other."""
    (own_content / "services/ceop.yml").write_text("name: CEOP\n", encoding="utf-8")
    complaint = broken(own_content, "label:", "lable:")
    assert "services/ceop.yml" in complaint and ANSWER in complaint


def test_no_is_a_word(own_content: Path) -> None:
    """`no` in an answer stays the word no, not YAML's false."""
    path = own_content / ANSWER
    path.write_text(path.read_text(encoding="utf-8").replace("owner: starter content",
                                                             "owner: no"), encoding="utf-8")
    assert load(own_content).answers["law/is_it_a_crime"].owner == "no"


def test_a_file_that_is_not_text_is_named(own_content: Path) -> None:
    """A file in another encoding is refused, not guessed at."""
    (own_content / ANSWER).write_bytes(b"title: caf\xe9\n")
    with pytest.raises(Unreadable, match="is not plain UTF-8"):
        load(own_content)
