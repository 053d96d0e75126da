"""How fast a place is found and how much memory the tables take.

    .venv/bin/python bench/places.py
"""

from __future__ import annotations

import csv
import statistics
import time
import tracemalloc
from pathlib import Path

from waymark.places import authority, find, tables, warm

TESTS = Path(__file__).parent.parent / "tests" / "places"
TABLES = (
    authority.authorities, authority.places_by_code, authority.codes_by_gss, tables.names,
    tables.first_words, tables.joined_names, tables.how_ordinary, tables.postcodes, tables.sector_digits,
    tables.districts,
)
ROUNDS = 5
LONG = 60


def texts() -> list[str]:
    """The places and sentences of the tests, and each sentence again inside a long story."""
    with (TESTS / "places.csv").open(encoding="utf-8", newline="") as file:
        places = [row["said"] for row in csv.DictReader(file)]
    sentences = (TESTS / "no_place.txt").read_text(encoding="utf-8").splitlines()
    story = ". ".join(sentences[:LONG])
    return places + sentences + [f"{story}. {place}" for place in places[::10]]


def memory() -> tuple[float, float]:
    """Megabytes that the tables keep, and the most while they are read."""
    for table in TABLES:
        table.cache_clear()
    tracemalloc.start()
    warm()
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept / 1e6, most / 1e6


def times(said: list[str]) -> list[float]:
    """Milliseconds of every look-up, sorted."""
    found = []
    for text in said * ROUNDS:
        start = time.perf_counter()
        find(text)
        found.append((time.perf_counter() - start) * 1000)
    return sorted(found)


def main() -> None:
    start = time.perf_counter()
    warm()
    print(f"load      {(time.perf_counter() - start) * 1000:6.0f} ms")
    taken = times(texts())
    print(f"look-up   {statistics.mean(taken):6.2f} ms mean")
    print(f"          {taken[int(len(taken) * 0.99)]:6.2f} ms p99 ({len(taken)} look-ups)")
    print(f"          {taken[-1]:6.2f} ms at most")
    kept, most = memory()
    print(f"memory    {kept:6.1f} MB kept, {most:.1f} MB at most while loading")


if __name__ == "__main__":
    main()
