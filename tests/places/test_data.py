"""The files of the data, and the tool that makes them."""

from __future__ import annotations

import ast
import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from waymark.places import tables
from waymark.places.authority import DATA, rows
from waymark.places.words import fold

ROOT = Path(__file__).parents[2]
MADE = ["authorities", "names", "outcodes", "sectors", "sector_digits", "districts"]


def test_the_data_is_small() -> None:
    """All files together stay under two and a half megabytes."""
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 2_500_000


def test_every_file_is_named_with_its_source() -> None:
    """README.md tells of each file where it is from."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(file.name in text for file in DATA.glob("*.csv"))


def test_names_are_folded_as_messages_are() -> None:
    """A name that folds to something else could never be found."""
    assert not [key for key in tables.names() if fold(key) != key]


def test_hand_kept_names_mean_something() -> None:
    """Every short name stands for known names, and no name is listed twice."""
    short = list(rows("short_names.csv"))
    assert all(tables.names()[row["said"]].spots for row in short)
    assert len({row["said"] for row in short}) == len(short)
    assert {row["how"] for row in [*short, *rows("abroad.csv")]} <= HOW
    assert {row["how"] for row in rows("ordinary.csv")} <= HOW | {"never"}


HOW = {"", "cue", "capital", "wary", "home"}


def test_shares_of_an_outcode_are_almost_all_of_it() -> None:
    """What was left out of an outcode is small."""
    for key, spots in tables.postcodes().items():
        assert 90 <= sum(share for _, share in spots) <= 101, key


def test_every_sector_belongs_to_an_outcode() -> None:
    """A split sector is among the digits of its outcode."""
    for key in tables.postcodes():
        outcode, _, digit = key.partition(" ")
        assert digit in tables.sector_digits()[outcode]


def test_the_package_stands_on_the_ground() -> None:
    """It uses the standard library and itself; msgpack and brotli only if they are there."""
    for file in DATA.parent.glob("*.py"):
        for name in imported(ast.parse(file.read_text(encoding="utf-8"))):
            ours = name.startswith("waymark.places")
            assert ours or name.partition(".")[0] in sys.stdlib_module_names, (file, name)


def imported(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, writing elsewhere."""
    spec = importlib.util.spec_from_file_location("build_places", ROOT / "tools/build_places.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "DATA", str(tmp_path))
    return module


AUTHORITIES = """\
gss_code,name,official_name,nation,region,police_force,url,url_source,ceremonial_county,childrens_services_body,former_authorities,alt_names
E1,"Hull, City of",Hull City Council,England,North,Humberside Police,https://a.example,read 2026,East Riding,,Humberside (to 1996); Hull (to 1996),
N09000009,Mid Ulster,Mid Ulster District Council,Northern Ireland,,PSNI,https://b.example,read 2026,,Northern,,
,Northern HSC Trust,Northern Trust,Northern Ireland,,PSNI,https://n.example,read 2026,,Northern HSC Trust,,NHSCT
,Southern HSC Trust,Southern Trust,Northern Ireland,,PSNI,https://s.example,read 2026,,Southern HSC Trust,,SHSCT
"""
PLACES = """\
place,key,type,gss_code,district_code,share,outcode,population
HU1,hu1,outcode,E1,,0.99,HU1,
HU1,hu1,outcode,E2,,0.01,HU1,
HU1 2,hu1 2,sector,E1,,1.0,HU1,
HU1 3,hu1 3,sector,E1,,0.6,HU1,
HU1 3,hu1 3,sector,E2,,0.4,HU1,
BT71,bt71,outcode,N09000009,,1.0,BT71,
Dungannon,dungannon,place,N09000009,,,,11935
Cookstown,cookstown,place,N09000009,,,,11081
Pomeroy,pomeroy,place,N09000009,,,BT71,
High Street,high street,place,E1,,,HU1,
Anlaby,anlaby,place,E1,E07,,HU1,9883
"""
TRUSTS = "outcode,gss_code,hsc_trust\nBT71,N09000009,Southern HSC Trust\n"


@pytest.fixture
def built(tool: ModuleType, tmp_path: Path) -> dict[str, list[list[str]]]:
    """What the tool makes of a small country."""
    sources = []
    for name, text in (("a", AUTHORITIES), ("p", PLACES), ("t", TRUSTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        sources.append(str(tmp_path / name))
    tool.main(*sources)
    made = {}
    for name in MADE:
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            made[name] = list(csv.reader(file))[1:]
    return made


def test_the_tool_gives_a_split_council_two_rows(built: dict[str, list[list[str]]]) -> None:
    """Each half has its own Trust and the address of that Trust."""
    halves = [row for row in built["authorities"] if row[1] == "N09000009"]
    assert [(row[0], row[9]) for row in halves] == [
        ("N09000009-N", "https://n.example"), ("N09000009-S", "https://s.example"),
    ]


def test_the_tool_puts_places_into_their_half(built: dict[str, list[list[str]]]) -> None:
    """By its name or by its outcode a place falls to one Trust."""
    codes = {row[0]: row[2] for row in built["names"] if row[1] == "place"}
    assert codes["dungannon"] == codes["pomeroy"] == "N09000009-S"
    assert codes["cookstown"] == "N09000009-N"


def test_the_tool_leaves_specks_and_streets_out(built: dict[str, list[list[str]]]) -> None:
    """A neighbour's hundredth of an outcode and a hamlet called like a street are left out."""
    assert [row for row in built["outcodes"] if row[0] == "HU1"] == [["HU1", "E1", "1"]]
    assert "high street" not in {row[0] for row in built["names"]}


def test_the_tool_keeps_only_sectors_that_differ(built: dict[str, list[list[str]]]) -> None:
    """A sector that agrees with its outcode stands only among the digits."""
    assert {row[0] for row in built["sectors"]} == {"HU1 3"}
    assert ["HU1", "23"] in built["sector_digits"]


def test_the_tool_knows_names_and_former_counties(built: dict[str, list[list[str]]]) -> None:
    """`Hull, City of` is found as Hull and as City of Hull; Humberside is a former county."""
    keys = {row[0] for row in built["names"] if row[2] == "E1"}
    assert {"hull", "city of hull", "hull city of", "hull city council", "anlaby"} <= keys
    assert built["authorities"][0][7] == "Humberside"
    assert built["districts"] == [["E07", "E1"]]
