"""Postcodes: read with slips, judged to be one, looked up whole where the package is there."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import msgpack
import pytest

from waymark.places import Outcome, Reason, find, units, warm
from waymark.places.postcodes import Postcode, read


@pytest.mark.parametrize(
    ("typed", "outcode", "digit", "unit"),
    [
        ("CW1 2AB", "CW1", "2", "AB"), ("cw12ab", "CW1", "2", "AB"), ("cwi 2ab", "CW1", "2", "AB"),
        ("L1O 2AB", "L10", "2", "AB"), ("SWIA 1AA", "SW1A", "1", "AA"), ("M1 lAE", "M1", "1", "AE"),
        ("0L1 1AA", "OL1", "1", "AA"), ("EC1A 1BB", "EC1A", "1", "BB"), ("W1A 1AA", "W1A", "1", "AA"),
        ("CW1 2", "CW1", "2", ""), ("CW1", "CW1", "", ""), ("CW12", "CW12", "", ""),
    ],
)
def test_slips_are_put_right(typed: str, outcode: str, digit: str, unit: str) -> None:
    """O for 0, I and L for 1, blanks and small letters are forgiven."""
    assert read(typed) == Postcode(outcode, digit, unit)


@pytest.mark.parametrize("typed", ["crewe", "12", "CWI", "boils", "help15", "999", "101", ""])
def test_other_words_are_no_postcode(typed: str) -> None:
    """Words and numbers alone are not bent into postcodes."""
    assert read(typed) is None


@pytest.mark.parametrize("said", ["ZZ99 9ZZ", "my postcode is CW99 1AB", "CW1 8AB", "SW1A 9AA"])
def test_a_postcode_that_does_not_exist_is_told(said: str) -> None:
    """An outcode or a sector that is not there says so."""
    assert find(said).reason is Reason.NO_SUCH_POSTCODE


def test_a_place_beside_a_wrong_postcode_still_counts() -> None:
    """A slip in the postcode does not lose the town."""
    found = find("we live in Crewe, CW99 1AB")
    assert found.authority is not None and found.authority.name == "Cheshire East"


@pytest.mark.parametrize(
    "said", ["on the M6 near junction 17", "he takes B12 tablets", "CO2 from the car", "DN 14 and DD 11"]
)
def test_motorways_and_ages_are_no_postcodes(said: str) -> None:
    """What looks like an outcode is one only where it is meant so."""
    assert find(said).outcome is Outcome.NOTHING


@pytest.mark.parametrize(
    ("said", "name"), [("Liverpool L8", "Liverpool"), ("im in Glasgow, G41", "Glasgow City")]
)
def test_an_outcode_may_follow_its_town(said: str, name: str) -> None:
    """A short outcode is one where the town stands before it."""
    found = find(said)
    assert found.home and found.authority is not None and found.authority.name == name


def test_a_london_district_means_all_its_letters() -> None:
    """`EC1` stands for EC1A, EC1M and so on."""
    assert {"Islington", "Camden"} <= {c.authority.name for c in find("EC1").candidates}


def test_a_sector_decides_where_its_outcode_is_split() -> None:
    """`CH4` lies in England and Wales, `CH4 7` in England only."""
    assert find("CH4").outcome is Outcome.ASK
    found = find("CH4 7")
    assert found.authority is not None and found.authority.nation == "England"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A small package of whole postcodes, squeezed in another way that needs no brotli."""
    data = {
        "pcd": ["HU5 1AA", "HU5 1AB", "HU5 9ZZ"], "laua": ["E06000011", "E06000010", None],
        "oseast1m": [1.0, 2.0, 3.0],
    }
    packed = msgpack.packb({"columns": list(data), "data": data})
    (tmp_path / "postcodes_H.msgpack.br").write_bytes(zlib.compress(packed))
    (tmp_path / "__init__.py").write_text("")
    squeezed = SimpleNamespace(
        Decompressor=lambda: SimpleNamespace(process=zlib.decompressobj().decompress)
    )
    monkeypatch.setitem(sys.modules, "brotli", squeezed)
    monkeypatch.setattr(units, "_folder", lambda: tmp_path)
    units._letter.cache_clear()
    yield
    units._letter.cache_clear()


@pytest.mark.usefixtures("package")
def test_a_whole_postcode_decides_where_the_package_is_installed() -> None:
    """Two neighbours in one sector are told apart."""
    assert [find(p).authority.gss for p in ("HU5 1AA", "hu51ab")] == ["E06000011", "E06000010"]


@pytest.mark.usefixtures("package")
def test_a_postcode_newer_than_the_package_falls_back_on_its_sector() -> None:
    """One that the package lacks, or has without a district, is looked up by sector."""
    assert find("HU5 1ZZ") == find("HU5 1")
    assert units.district("HU5", "9ZZ") == ""


@pytest.mark.usefixtures("package")
def test_all_letters_can_be_loaded_ahead() -> None:
    """Letters that the package does not have are no fault."""
    warm(whole_postcodes=True)
    assert units.district("HU5", "1AA") == "E06000011"
    assert units.district("CW1", "2AB") == ""


def test_without_the_package_the_sector_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package may be missing."""
    monkeypatch.setattr(units, "find_spec", lambda _: None)
    units._folder.cache_clear()
    found = find("CW1 2AB")
    units._folder.cache_clear()
    assert found.authority is not None and found.authority.name == "Cheshire East"
