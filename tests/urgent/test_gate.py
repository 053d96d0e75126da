"""The gate as a whole: its order, what it says of a finding, and that nothing stops it."""

from __future__ import annotations

import time

import pytest
from conftest import Editor
from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.settings import ROOT
from waymark.urgent.gate import Gate
from waymark.urgent.kinds import Kind

WORDS = st.sampled_from([
    "she", "he", "my daughter", "wants", "to", "die", "not", "said", "if", "a man", "pictures",
    "pay", "or", "£200", "now", "14yo", "I'm", "don't", ",", ".", "...", "?", "\n", "‘", "😭", "ﷺ",
])
ANYTHING = st.one_of(st.text(), st.lists(WORDS, max_size=60).map(" ".join))
SHIPPED = Gate.from_folder(ROOT / "content")


def test_the_most_pressing_comes_first(gate: Gate) -> None:
    """Life before everything, then who can reach a child, then money."""
    text = ("They want £300 or they will post his pictures. A man of 40 has been messaging him. "
            "He says he wants to die. He has gone missing since last night.")
    assert [finding.kind for finding in gate.find(text)] == [
        Kind.IMMEDIATE_DANGER, Kind.SUICIDE_SELF_HARM, Kind.ADULT_CONTACT, Kind.BLACKMAIL]


def test_a_finding_names_its_rule_and_its_sentence(gate: Gate) -> None:
    """Staff can see which rule spoke and at which words of the message."""
    text = "Good evening. She says she wants to die. What do I do?"
    finding = gate.find(text)[0]
    assert finding.rule == "wants to die"
    assert text[slice(*finding.where)].strip() == "She says she wants to die"


def test_each_kind_is_found_once(gate: Gate) -> None:
    """A parent who says it five times is helped once."""
    assert len(gate.find("She wants to die. " * 5)) == 1


@settings(max_examples=300, deadline=None)
@given(ANYTHING)
def test_no_text_stops_the_gate(text: str) -> None:
    """Whatever a parent sends, the gate answers; it may never be the reason for silence."""
    kinds = [finding.kind for finding in SHIPPED.find(text)]
    assert kinds == sorted(set(kinds), key=lambda kind: kind.pressing)


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
def test_where_lies_in_the_text(text: str) -> None:
    """`where` always cuts a piece out of the message as it was sent."""
    for finding in SHIPPED.find(text):
        start, end = finding.where
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("piece", [
    "she said ", "my daughter said he will not ", "kill ", "a", "don't ", ", ", "not ", "'", "£",
    "he wants to send her pictures and ", "man asking my daughter for pictures or pay ", "... ",
])
def test_hostile_text_does_not_hang_the_gate(gate: Gate, piece: str) -> None:
    """Ten thousand letters made to confuse the rules are read in seconds at the very most."""
    started = time.process_time()
    gate.find((piece * 10_000)[:10_000])
    assert time.process_time() - started < 5


def test_a_long_message_is_read_to_its_end(gate: Gate) -> None:
    """Danger in the last line of a long story is found."""
    story = "We talked about the picture and the school was kind about it all. " * 80
    assert [f.kind for f in gate.find(story + "Now she says she wants to die.")] == [
        Kind.SUICIDE_SELF_HARM]


def test_staff_add_a_rule_without_code(gate: Gate, editor: Editor) -> None:
    """A line written under `says:` works as soon as the file is read again."""
    text = "she keeps singing the song of the drowned"
    assert gate.find(text) == ()
    editor.change("suicide_self_harm", "    says:\n",
                  '    says:\n      - "{young} ... song of the drowned"\n')
    assert [f.kind for f in Gate.from_folder(editor.content).find(text)] == [Kind.SUICIDE_SELF_HARM]


def test_staff_take_a_false_alarm_back_without_code(gate: Gate, editor: Editor) -> None:
    """A line written under `unless:` silences a rule at once."""
    text = "she wants to die in the second act of the school musical"
    assert gate.find(text) != ()
    editor.change("words", "  idiom:\n", '  idiom:\n    - "THIS in the (first|second) act"\n')
    assert Gate.from_folder(editor.content).find(text) == ()


def test_staff_teach_a_spelling_without_code(gate: Gate, editor: Editor) -> None:
    """A way of writing added under `spellings:` is understood at once."""
    text = "she says she wants to go bye byes"
    assert gate.find(text) == ()
    editor.change("words", "spellings:\n", 'spellings:\n  "wants to die": ["wants to go bye byes"]\n')
    assert Gate.from_folder(editor.content).find(text) != ()


def test_a_parent_is_never_taken_for_a_child_by_likeness(gate: Gate) -> None:
    """Who writes "my daughter" is a grown-up, whatever else the message is like."""
    assert Kind.CHILD_USER in gate.taken_back("my daughter 14 sent a pic to a lad in her class")
    assert Kind.CHILD_USER not in gate.taken_back("im 14 and i sent my bf a pic")
