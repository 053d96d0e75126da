"""Nation and age are found as parents mention them, and nothing else is taken for them."""

from __future__ import annotations

import pytest

from waymark.nlu.mentions import ages, nations


@pytest.mark.parametrize(("text", "years"), [
    ("she's only 11", 11), ("my 14yo son", 14), ("14 yr old", 14), ("DD15 sent", 15),
    ("DS (13) got", 13), ("he is 15 btw", 15), ("16f here", 16), ("my son is 9", 9),
    ("a thirteen year old", 13), ("shes in year 8", 12), ("he's in Y10", 14),
    ("aged 12", 12), ("she just turned 16", 16), ("my daughter, 12, was", 12),
    ("grade 8", 13), ("he's 10 years old", 10), ("in P7", 11), ("theyre only 8", 8),
])
def test_a_childs_age_is_found(text: str, years: int) -> None:
    """Ages are found in the forms that parents type."""
    assert [m.value for m in ages(text)][:1] == [str(years)]


@pytest.mark.parametrize("text", [
    "I'm 45 and have no idea", "what is outcome 21", "at 11pm last night", "he sent 12 pics",
    "there are 15 boys in it", "173 offences in 2015", "10 years in prison", "it costs 14 quid",
    "ring 101 or 999", "he is 10 times worse", "she is 16 weeks pregnant", "my husband is 40",
])
def test_other_numbers_are_no_age(text: str) -> None:
    """Grown-ups, times, counts and outcomes are not a child's age."""
    assert ages(text) == []


@pytest.mark.parametrize(("text", "nation"), [
    ("and in scotland?", "Scotland"), ("we live in Glasgow", "Scotland"),
    ("what about NI", "Northern Ireland"), ("belfast here", "Northern Ireland"),
    ("we're in wales", "Wales"), ("not england, wales", "Wales"),
    ("sorry I meant england", "England"), ("choice:northern_ireland", "Northern Ireland"),
])
def test_a_nation_is_found(text: str, nation: str) -> None:
    """The nation named last is the one that counts."""
    assert [m.value for m in nations(text)][-1] == nation


@pytest.mark.parametrize("text", ["we moved from New South Wales", "ni idea what to do", "hello"])
def test_no_nation_is_invented(text: str) -> None:
    """A typing mistake or a far country is no nation of ours."""
    assert nations(text) == []
