"""How a message becomes plain words before rules are tried on it."""

from __future__ import annotations

import pytest

from waymark.urgent.sentences import fold, split
from waymark.urgent.spelling import Speller, one_slip_apart

SPELLER = Speller({
    "want to": ["wanna"], "year old": ["yr old", "y o"], "herself": ["her self"],
    "do not": ["dont"], "she is": ["she's", "shes"],
})
SPELLER.learn(["blackmailed", "threat*", "suicidal", "please", "killing"], ordinary=["willing"])


@pytest.mark.parametrize(("text", "plain"), [
    ("She’s 14yo, don't", "she is 14 year old , do not"),
    ("dd13 wanna go", "daughter 13 want to go"),
    ("14 yr old HER SELF", "14 year old herself"),
    ("self-harm/cuts", "self harm cuts"),
    ("can't won't I'd he'll", "can not will not i would he will"),
    ("pleeeease", "please"),
    ("blackmaild", "blackmailed"),
    ("blakcmailed", "blackmailed"),
    ("willing", "willing"),
    ("he's gone and he's sad", "he has gone and he is sad"),
    ("crème brûlée", "creme brulee"),
])
def test_words_are_brought_to_one_form(text: str, plain: str) -> None:
    """Short forms are opened, ages read, slips mended, ordinary words left alone."""
    assert fold(text, SPELLER) == plain


@pytest.mark.parametrize(("text", "sentences"), [
    ("One. Two! Three? Four", 4),
    ("He left... he came back", 1),
    ("at 3.30 on snapchat.com", 1),
    ("Crying.She is upset", 2),
    ("first line\nsecond line", 2),
    ("", 0),
    ("?!...", 0),
])
def test_sentences_end_where_people_end_them(text: str, sentences: int) -> None:
    """Full stops inside times and addresses end nothing; a lost blank after one does."""
    assert len(split(text, SPELLER)) == sentences


def test_a_sentence_knows_where_it_stood() -> None:
    """Its place in the message as sent is kept, whatever folding made of it."""
    text = "Hello. She’s wanna go!"
    assert [text[s.start:s.end].strip() for s in split(text, SPELLER)] == ["Hello", "She’s wanna go"]


def test_beginnings_are_known() -> None:
    """`threatening` counts for a rule that says `threat*`."""
    assert "threat*" in split("they are threatening him", SPELLER)[0].words


@pytest.mark.parametrize(("one", "other", "apart"), [
    ("suicidal", "suicidla", True), ("suicidal", "sucidal", True), ("suicidal", "suicidall", True),
    ("suicidal", "suicibal", True), ("suicidal", "suicidal", False), ("suicidal", "sucidla", False),
    ("killing", "kiting", False), ("a", "bc", False),
])
def test_one_slip_is_one_letter(one: str, other: str, apart: bool) -> None:
    """One letter more, fewer, other, or two changed round; no more than that."""
    assert one_slip_apart(one, other) is apart
    assert one_slip_apart(other, one) is apart
