"""The authorities that run children's services in the UK, and what is known of each."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Authority:
    """A council, or a Health and Social Care Trust of Northern Ireland.

    In Northern Ireland the Trusts run children's services: there `url` is the page of the
    Trust, `trust` its name, and a council that lies in two Trusts has a row for each `part`.
    A Trust itself has no `gss`. `url` is the start page of the council or Trust; `url_source`
    says where it was read and when.
    """

    code: str
    gss: str
    name: str
    official_name: str
    nation: str
    region: str
    county: str
    former_counties: tuple[str, ...]
    police_force: str
    url: str
    url_source: str
    childrens_services_body: str
    trust: str
    part: str

    @property
    def label(self) -> str:
        """A short name that tells it from the others: `Newport (Wales)`, `Bury (Greater Manchester)`."""
        name = self._plain_name()
        if self.part:
            name = f"{name}: {self.part}"
        where = self.county or self.nation
        return name if where in name or not self.gss else f"{name} ({where})"

    def _plain_name(self) -> str:
        """`Bristol` for `Bristol, City of`."""
        last, _, first = self.name.partition(", ")
        return last if first.endswith(" of") else self.name


@lru_cache(maxsize=1)
def authorities() -> tuple[Authority, ...]:
    """Every row, in the order of the file; a council that lies in two Trusts stands twice."""
    return tuple(_authority(row) for row in rows("authorities.csv"))


@lru_cache(maxsize=1)
def places_by_code() -> dict[str, int]:
    """Where in `authorities()` each code stands."""
    return {authority.code: number for number, authority in enumerate(authorities())}


@lru_cache(maxsize=1)
def codes_by_gss() -> dict[str, tuple[int, ...]]:
    """Where in `authorities()` each council stands."""
    found: dict[str, tuple[int, ...]] = {}
    for number, authority in enumerate(authorities()):
        found[authority.gss] = (*found.get(authority.gss, ()), number)
    return found


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one file of the data."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _authority(row: dict[str, str]) -> Authority:
    values: dict[str, Any] = dict(row)
    former = row["former_counties"]
    values["former_counties"] = tuple(former.split("; ")) if former else ()
    return Authority(**values)
