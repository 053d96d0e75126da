"""Every example is found with its kind, and nothing that only looks like danger is."""

from __future__ import annotations

import pytest

from waymark.content.reading import read_page
from waymark.settings import ROOT
from waymark.urgent.folder import Folder
from waymark.urgent.gate import Gate
from waymark.urgent.kinds import Kind

CONTENT = ROOT / "content"
GROUPS = list(read_page(CONTENT / "urgent/look_alikes.yml", CONTENT).data["lines"])


def kinds(gate: Gate, text: str) -> list[str]:
    return [finding.kind.value for finding in gate.find(text)]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_example_is_found_with_its_kind(folder: Folder, gate: Gate, kind: Kind) -> None:
    """What staff wrote as an example of a danger is found as that danger."""
    missed = [line for line in folder.kinds[kind].examples if kind.value not in kinds(gate, line)]
    assert missed == []


@pytest.mark.parametrize("group", GROUPS)
def test_no_look_alike_is_found(folder: Folder, gate: Gate, group: str) -> None:
    """Idioms, general questions, denials, things long over: none of them is danger."""
    found = [(line, gate.find(line)) for line in folder.look_alikes.lines[group]]
    assert [(line, findings) for line, findings in found if findings] == []


@pytest.mark.parametrize(("text", "expected"), [
    ("She says she wants to die", ["suicide_self_harm"]),
    ("I want to die", ["parent_crisis"]),
    ("im 13 and i want to die", ["suicide_self_harm", "child_user"]),
    ("He is being blackmailed and says he wants to kill himself", ["suicide_self_harm", "blackmail"]),
    ("The man who has been messaging my daughter is at our door now",
     ["immediate_danger", "adult_contact"]),
])
def test_who_speaks_decides_whose_danger_it_is(gate: Gate, text: str, expected: list[str]) -> None:
    """The same words are a child's danger, a parent's, or a child's own, by who says them."""
    assert kinds(gate, text) == expected


@pytest.mark.parametrize(("plain", "taken_back"), [
    ("she is suicidal", "she is not suicidal"),
    ("he is being blackmailed", "he was blackmailed two years ago and is fine now"),
    ("my daughter is self harming", "what are the signs that a daughter is self harming"),
    ("a man asked my son for nudes", "what should my son do if a man ever asked him for nudes"),
    ("she wants to die", "she nearly died of embarrassment"),
    ("i am 14", "she said i am 14"),
    ("my son is missing", "my son is missing school"),
])
def test_what_takes_a_line_back(gate: Gate, plain: str, taken_back: str) -> None:
    """Denied, asked in general, long over, an idiom, somebody else's words: no danger."""
    assert gate.find(plain) != ()
    assert gate.find(taken_back) == ()


@pytest.mark.parametrize("text", [
    "she cant stop cutting herself",
    "I don't know if she is suicidal but she has been cutting her arms",
    "he won't eat, he won't talk, he says he wants to die",
    "No, she said she is going to kill herself",
    "it isn't only the picture, she has taken an overdose",
])
def test_a_not_beside_danger_does_not_hide_it(gate: Gate, text: str) -> None:
    """Only a "not" that belongs to the danger takes it back."""
    assert "suicide_self_harm" in kinds(gate, text)


@pytest.mark.parametrize("text", [
    "SHE SAYS SHE WANTS TO DIE",
    "she says she wanna die",
    "she sed she wants 2 die",
    "shes sucidal",
    "shes suicidle",
    "she wants to kms she says kill herself",
    "she is slef harming",
    "hes gonna unalive himself",
    "my dauhgter is self-harming",
    "she says she wants to diiiie",
    "she’s been “self-harming”",
    "he is being blackmaled",
    "theyre threatning to post his nudes",
    "its sextorsion, they want money for my sons pics",
])
def test_spelling_does_not_hide_danger(gate: Gate, text: str) -> None:
    """Capitals, text-speak, curly quotes and slips of the finger are read as they are meant."""
    assert gate.find(text) != ()
