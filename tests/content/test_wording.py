"""The words we avoid: found where they blame, frighten, promise or advise; let be where they do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waymark.content.check import check
from waymark.content.library import Library

UNWANTED = [
    "Why on earth did she do it?",
    "You should have checked the phone.",
    "That is your own fault.",
    "It was a stupid thing to do.",
    "This can ruin a life.",
    "It is every parent's worst nightmare.",
    "There are predators on every app.",
    "He may have child porn on his phone.",
    "Teenagers commit suicide over this.",
    "We guarantee that it goes away.",
    "It is definitely not recorded.",
    "It will never show on a DBS check.",
    "Your child will not be in trouble.",
    "He won't get a criminal record.",
    "Look at the picture to see who it is.",
    "Open her last video and check.",
    "First look at the photo.",
    "Screenshot the nude so that you have proof.",
    "Forward the picture to the school.",
    "Take a screenshot of the image before it goes.",
    "You should save the picture for the police.",
    "Send the photo to the school as evidence.",
    "Wipe the phone before anybody comes.",
    "Do not tell the police about the first one.",
    "Get rid of the phone.",
]
FINE = [
    "It is not your fault.",
    "Your child is not to blame.",
    "Do not look at the picture.",
    "Never forward the picture, not even to the police.",
    "You should not save the picture.",
    "A screenshot of the chat without the picture helps the police.",
    "It is unlikely to show on an enhanced check, but nobody can promise it.",
    "Nobody can promise that the picture is gone for ever.",
    "You are not in trouble with me.",
    "Delete nothing until the police or the school have said so.",
    "Look at the app's settings with your child.",
    "Show your child how to report somebody in the app.",
    "Your child can send the picture to Report Remove themselves.",
    "Save the number of Childline in the phone.",
    "It is against the law to take, send or keep such a picture.",
    "The Revenge Porn Helpline is for people of 18 or over.",
    "Keep the name, the app and the messages.",
]


def found(library: Library, sentence: str) -> list[str]:
    return [said for rule in library.wording.rules if (said := rule.find(sentence))]


@pytest.mark.parametrize("sentence", UNWANTED)
def test_what_harms_a_parent_is_found(library: Library, sentence: str) -> None:
    """Blame, fear, promises, and advice to look at or copy a picture are found."""
    assert found(library, sentence), sentence


@pytest.mark.parametrize("sentence", FINE)
def test_what_helps_is_let_be(library: Library, sentence: str) -> None:
    """Warnings against it, honest doubt, and other senses of a word are no fault."""
    assert not found(library, sentence), sentence


def test_an_unwanted_word_names_file_line_and_cure(own_content: Path) -> None:
    """The complaint says where it stands, why it harms and what to say instead."""
    path = own_content / "answers/law/is_it_a_crime.yml"
    path.write_text(path.read_text().replace("- Stay calm.", "- Look at the picture.", 1))
    said = "\n".join(map(str, check(own_content)))
    assert re.search(r"answers/law/is_it_a_crime.yml:\d+: says “Look at the picture”: it tells somebody", said)
    assert "Say instead:" in said


def test_quoted_words_are_no_advice(own_content: Path) -> None:
    """What a child may say, and what not to say, is quoted in a starter and may stand there."""
    path = own_content / "starters/before/14_15.yml"
    text = path.read_text()
    line = next(row for row in text.splitlines() if row.strip().startswith("worse:"))
    path.write_text(text.replace(line, '    worse: "That was a stupid thing to do."', 1))
    assert "stupid" not in "\n".join(map(str, check(own_content)))


def test_a_phrase_with_unknown_signs_is_refused(own_content: Path) -> None:
    """A phrase that nobody can read as words is told, with its line."""
    path = own_content / "wording.yml"
    path.write_text(path.read_text().replace('"foolish*"', '"fool(ish"', 1))
    assert "has signs that mean nothing here" in "\n".join(map(str, check(own_content)))
