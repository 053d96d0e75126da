"""Asks Waymark every message of some files, prints the score, writes the report."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from waymark.asking import Asker
from waymark.evaluation import measure, report
from waymark.evaluation.measure import Judged, Score
from waymark.progress import progress
from waymark.settings import Settings

COLUMNS = ("messages", "right first", "in three", "shown or offered", "answered", "wrong",
           "declined")


class BadFile(Exception):
    """A line of a test file that cannot be used; says which and why."""


async def evaluate(
    chosen: Settings, files: list[Path], target: Path, console: Console
) -> list[Judged]:
    """Judge Waymark on JSON lines `{"text", "ok": [keys], "urgent": [kinds], "voice"}`."""
    lines = [line for file in files for line in read(file)]
    asker = await Asker.load(chosen)
    judged, start = [], time.monotonic()
    with progress("asking") as seen:
        for number, line in enumerate(lines, 1):
            told = await asker.ask(line["text"], line.get("context"))
            judged.append(Judged(line["text"], tuple(line["ok"]), line.get("voice", ""),
                                 frozenset(line.get("urgent") or ()), told))
            seen(number, len(lines))
    seconds = (time.monotonic() - start) / max(len(lines), 1)
    _print(judged, seconds, console)
    report.write(judged, target, files=[file.name for file in files])
    console.print(f"report: {target}")
    return judged


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The lines of a test file. Raises `BadFile` with file, line and fault."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadFile(f"{file}:{number}: is not JSON ({error.msg})") from error
        if not isinstance(data.get("text"), str) or not isinstance(data.get("ok"), list):
            raise BadFile(f"{file}:{number}: needs `text` and a list `ok`")
        yield data


def groups(judged: list[Judged]) -> list[tuple[str, Score]]:
    """All messages with a right answer, then each voice by itself."""
    ours = [one for one in judged if one.ok]
    voices = dict.fromkeys(one.voice for one in judged)
    rows = [("all that are ours", measure.score(ours))]
    rows += [(voice, measure.score([j for j in judged if j.voice == voice]))
             for voice in voices if voice]
    return rows


def _print(judged: list[Judged], seconds: float, console: Console) -> None:
    table = Table(*("", *COLUMNS))
    for name, row in groups(judged):
        shares = [f"{value:.1%}" for value in (row.right_first, row.right_in_three,
                  row.offered_right, row.answered, row.wrong, row.declined)]
        table.add_row(name, str(row.messages), *shares)
    console.print(table)
    found, false = measure.urgent_score(judged)
    if found is not None:
        console.print(f"urgent: found {found:.1%}, false alarms {false or 0:.1%}")
    console.print(f"calibration error {measure.calibration_error(judged):.3f}; "
                  f"{seconds * 1000:.0f} ms a message")
