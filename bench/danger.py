"""How well danger is found: by rules, by likeness, by both, on messages written blind to both.

    .venv/bin/python bench/danger.py

Prints a table and writes bench/danger.json. The model is the one that `waymark setup` made.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import Any

from waymark.asking import Asker
from waymark.settings import ROOT, settings

HELD_OUT = ROOT / "tests/held_out"
CALM = ("urgent_look_alikes", "urgent_ordinary", "elsewhere", "fresh_elsewhere")
OURS = ("personas", "posts", "fresh_personas", "fresh_posts")
DANGEROUS = {"happened/sextortion", "happened/paid_blackmailer", "happened/adult_involved"}
"""Answers whose messages tell of danger by themselves; they are left out of the calm ones."""


async def measure() -> dict[str, Any]:
    """The share found of each set, and how."""
    asker = await Asker.load(settings())
    found = await _found(asker, lines("urgent_found"))
    results: dict[str, Any] = {"found": _by(found), "kinds": _kinds(found)}
    results["right kind first"] = _share(
        bool(told) and told[0]["kind"] == line["urgent"][0] for line, told in found)
    for name in CALM:
        results[name] = _by(await _found(asker, lines(name)))
    calm = [line for name in OURS for line in lines(name) if not DANGEROUS & set(line["ok"])]
    results["held-out messages without danger answers"] = _by(await _found(asker, calm))
    return results


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (HELD_OUT / f"{name}.jsonl").read_text().splitlines()]


async def _found(asker: Asker, some: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Any]]:
    return [(line, await asker.dangers(line["text"])) for line in some]


def _by(found: list[tuple[dict[str, Any], Any]]) -> dict[str, float]:
    ways = Counter("likeness alone" if told[0]["by"] == "likeness" else "rules"
                   for _, told in found if told)
    return {"messages": len(found), "found": _share(bool(told) for _, told in found),
            **{way: round(100 * count / len(found), 1) for way, count in ways.items()}}


def _kinds(found: list[tuple[dict[str, Any], Any]]) -> dict[str, float]:
    kinds = dict.fromkeys(line["urgent"][0] for line, _ in found)
    return {kind: _share(bool(told) for line, told in found if line["urgent"][0] == kind)
            for kind in kinds}


def _share(values: Any) -> float:
    some = list(values)
    return round(100 * sum(some) / max(len(some), 1), 1)


if __name__ == "__main__":
    told = asyncio.run(measure())
    (ROOT / "bench/danger.json").write_text(json.dumps(told, indent=1) + "\n")
    print(json.dumps(told, indent=1))
