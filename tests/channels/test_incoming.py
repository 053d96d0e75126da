"""What is typed is made safe before anything reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.channels.incoming import LINK, LONGEST, TOO_LONG, clean


@pytest.mark.parametrize(("raw", "text"), [
    ("/restart", "restart"),
    ('/law{"nation":"x"}', 'law{"nation":"x"}'),
    ("  / / hello", "hello"),
    ("<b>help</b> me<script>alert(1)</script>", "help me alert(1)"),
    ("he\x00llo\x07", "hello"),
    ("a\u202eb\u200bc", "abc"),
    ("two  spaces\n\n\nand lines", "two spaces\n\n\nand lines"),
    ("", ""),
])
def test_what_could_steer_or_hide_is_taken_out(raw: str, text: str) -> None:
    """Commands, tags, control and direction signs are gone; the words stay."""
    assert clean(raw).text == text


def test_a_link_is_dropped_and_the_person_told() -> None:
    """A link may lead to a picture: it is not read, not kept, and kindly refused."""
    cleaned = clean("look https://pics.example/abc123 what do i do")
    assert cleaned.text == "look what do i do" and cleaned.notes == (LINK,)


def test_a_bare_address_is_a_link_too() -> None:
    """An address without https:// is dropped as well."""
    assert "example" not in clean("it is on snap.example.com/add/kid99 now").text


def test_a_flood_is_cut_and_the_person_told() -> None:
    """Only the first part of a very long message is read."""
    cleaned = clean("a " * 5000)
    assert len(cleaned.text) <= LONGEST and cleaned.notes == (TOO_LONG,)


@given(st.text(max_size=3000))
def test_any_text_at_all_comes_out_harmless(raw: str) -> None:
    """Whatever comes in: no leading slash, no null byte, no flood, and no exception."""
    text = clean(raw).text
    assert not text.startswith("/") and "\x00" not in text and len(text) <= LONGEST
