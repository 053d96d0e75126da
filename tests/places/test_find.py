"""From what parents type to the authority."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from waymark.places import Authority, Found, Outcome, Reason, authorities, find

HERE = Path(__file__).parent
NATIONS = {"E": "England", "S": "Scotland", "W": "Wales", "N": "Northern Ireland"}


def table() -> list[dict[str, str]]:
    with (HERE / "places.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sentences() -> list[str]:
    return (HERE / "no_place.txt").read_text(encoding="utf-8").splitlines()


def code(authority: Authority) -> str:
    """A council by its GSS code, a Trust by its row."""
    return authority.gss or authority.code


def answer(found: Found) -> str:
    """What the table calls the expected answer."""
    if found.authority:
        return code(found.authority)
    return found.country or found.nation or (found.reason.value if found.reason else "")


@pytest.mark.parametrize("row", table(), ids=lambda row: row["said"])
def test_a_place_leads_where_the_table_says(row: dict[str, str]) -> None:
    """Real places, typed anyhow, lead to their authority, question, nation or country."""
    found = find(row["said"])
    assert found.outcome.value == row["outcome"]
    if row["outcome"] == "ask":
        assert set(row["expected"].split()) <= {code(c.authority) for c in found.candidates}
    else:
        assert answer(found) == row["expected"]
    if row["trust"]:
        assert found.authority is not None and found.authority.trust == row["trust"]


def test_the_table_covers_all_four_nations() -> None:
    """At least sixty places of each nation are tried."""
    count = Counter(row["expected"][0] for row in table() if row["outcome"] == "authority")
    assert all(count[letter] >= 60 for letter in NATIONS)


@pytest.mark.parametrize("authority", authorities(), ids=lambda authority: authority.code)
def test_every_authority_is_reached_by_its_own_name(authority: Authority) -> None:
    """The name and the official name reach it, alone or among a few to choose from."""
    for name in (authority.name, authority.official_name, authority.name.upper()):
        found = find(name)
        reached = [found.authority] if found.authority else [c.authority for c in found.candidates]
        assert authority in reached
    assert len(reached) == 1 or authority.name == "Newport" or authority.part


@pytest.mark.parametrize("authority", authorities(), ids=lambda authority: authority.code)
def test_a_label_typed_back_is_understood(authority: Authority) -> None:
    """A parent who answers with the words that were offered has answered."""
    assert find(authority.label, asked=True).authority == authority


@pytest.mark.parametrize("sentence", sentences())
def test_an_ordinary_sentence_names_no_place(sentence: str) -> None:
    """Words like reading, bath, deal and hope are no places, nor is where somebody else lives."""
    assert find(sentence) == Found(Outcome.NOTHING, reason=Reason.NO_PLACE)


@pytest.mark.parametrize("said", ["hope", "over", "street", "box", "tarporly", "dd11"])
def test_a_bare_word_is_a_place_once_we_asked(said: str) -> None:
    """`hope` says nothing by itself and answers the question where they live."""
    assert find(said).outcome is Outcome.NOTHING
    assert find(said, asked=True).outcome in (Outcome.AUTHORITY, Outcome.ASK)


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("we live in Leeds", True), ("Leeds", True), ("im from leeds", True),
        ("LS11", True), ("my council is Leeds", True), ("my daughter lives in Leeds", True),
        ("will it rain in Leeds", False), ("is Leeds any better", False),
    ],
)
def test_home_says_whether_they_live_there(said: str, home: bool) -> None:
    """A place named in passing is found but not called home."""
    found = find(said)
    assert found.authority is not None and found.authority.name == "Leeds"
    assert found.home is home


def test_the_home_comes_before_other_places() -> None:
    """Of several places the one where they live is meant."""
    said = "It was all over Stockport, then Bolton. We live in Crewe."
    assert answer(find(said)) == answer(find("Crewe"))


def test_a_county_narrows_a_name() -> None:
    """`Newport` is asked about, `Newport, Isle of Wight` is not."""
    assert find("Newport").outcome is Outcome.ASK
    assert answer(find("Newport, Isle of Wight")) == "E06000046"


def test_what_is_asked_is_likeliest_first() -> None:
    """The larger place stands first."""
    first = find("Bangor").candidates[0]
    assert first.authority.name == "Ards and North Down"
    assert first.label == "Ards and North Down (Northern Ireland)"


def test_too_many_namesakes_are_not_listed() -> None:
    """A name of many places in several nations asks for more instead of a list."""
    assert find("im in Newton") == Found(Outcome.NOTHING, reason=Reason.TOO_MANY)


def test_a_region_is_told() -> None:
    """London and Yorkshire say the nation and the region."""
    assert (find("London").nation, find("London").region) == ("England", "London")
    assert find("im in yorkshire").region == "Yorkshire and The Humber"


def test_one_nation_is_told_where_all_candidates_share_it() -> None:
    """The law of the nation can be given before the council is known."""
    assert find("Cumbria").nation == "England"
    assert find("Clwyd").nation == "Wales"
    assert not find("Bangor").nation


@pytest.mark.parametrize(
    "said", ["we live in Tarporley, CW6 0AA", "CW6 0AA", "Tarporley", "near Hope", "Dublin"]
)
def test_nothing_typed_is_in_the_answer(said: str) -> None:
    """What is found says facts of authorities; place and postcode are not kept."""
    shown = repr(find(said))
    assert not any(word in shown for word in ("Tarporley", "CW6", "0AA", "Hope", "Dublin"))


def test_a_very_long_message_is_read_in_part() -> None:
    """Only the first 4,000 signs are read."""
    assert find("x " * 2_000 + "we live in Crewe").outcome is Outcome.NOTHING
    assert find("we live in Crewe " + "x " * 4_000).outcome is Outcome.AUTHORITY


@pytest.mark.parametrize("said", ["", " ", "?!", "…", "\n\n", "🙁", "'", "ß", "٣"])
def test_odd_signs_are_no_place(said: str) -> None:
    """Nothing, or signs only, is nothing."""
    assert find(said).reason is Reason.NO_PLACE
