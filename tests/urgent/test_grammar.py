"""The plain language of rules, sign by sign."""

from __future__ import annotations

import pytest

from waymark.urgent.grammar import Grammar
from waymark.urgent.patterns import Said, pattern
from waymark.urgent.sentences import split
from waymark.urgent.spelling import Speller

LISTS = {"child": ["(son|daughter)", "little one"], "ages": ["8-10"], "small": ["a", "really"]}
SPELLER = Speller()
SPELLER.learn(["threat*"])


def grammar(*, loose: bool) -> Grammar:
    return Grammar(LISTS, ["not", "never"], str.lower, loose=loose)


def says(line: str, text: str) -> bool:
    return pattern(grammar(loose=True), line).within(split(text, SPELLER)[0])


@pytest.mark.parametrize(("line", "text", "fits"), [
    ("wants to die", "she wants to die", True),
    ("wants to die", "she wants to diet", False),
    ("wants to die", "wants , to die", True),
    ("threat* him", "they threatened him", True),
    ("my {child} left", "my little one left", True),
    ("my {child} left", "my dog left", False),
    ("is {ages}", "he is 9", True),
    ("is {ages}", "he is 11", False),
    ("[very] sad", "sad", True),
    ("very [very] sad", "very very sad", True),
    ("(pay|send) now", "send now", True),
    ("is {small ...} sad", "is really a really sad", True),
    ("is {small ...} sad", "is not sad", False),
    ("says ... die", "says one two three four five six seven eight die", True),
    ("says ... die", "says one two three four five six seven eight nine die", False),
    ("says ...2 die", "says one two die", True),
    ("says ...2 die", "says one two three die", False),
    ("says ... die", "says he does not die", False),
    ("START help", "help me", True),
    ("START help", "please help", False),
    ("help END", "please help", True),
    ("help END", "help me", False),
])
def test_what_a_sign_stands_for(line: str, text: str, fits: bool) -> None:
    """Each sign means what the head of words.yml says that it means."""
    assert says(line, text) is fits


@pytest.mark.parametrize(("line", "text", "back"), [
    ("not THIS", "she is not suicidal", True),
    ("not ... THIS", "she is not at all suicidal", True),
    ("not ... THIS", "she is not well , suicidal", False),
    ("THIS ... ago", "suicidal two years ago", True),
    ("START THIS", "suicidal", True),
    ("START THIS", "now suicidal", False),
    ("the news", "suicidal people in the news", True),
    ("the news", "suicidal " + "and so on " * 5 + "the news", False),
])
def test_what_takes_a_finding_back(line: str, text: str, back: bool) -> None:
    """THIS is what was found; a gap stops at a comma; far away does not count."""
    sentence = split(text, SPELLER)[0]
    start = sentence.text.index("suicidal")
    said = Said(sentence, start, start + len("suicidal "))
    assert pattern(grammar(loose=False), line).takes_back(said) is back


@pytest.mark.parametrize("line", ["a (b|c) [d] {child}", "{child} ... wants to {ages}"])
def test_a_pattern_is_tried_only_where_its_words_are(line: str) -> None:
    """A sentence without a needed word is ruled out before any regular expression runs."""
    assert not pattern(grammar(loose=True), line).possible(split("nothing of it here", SPELLER)[0])
