"""A progress bar on a terminal, and nothing but a line now and then anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far `what` has come: call what is given with (done, of all)."""
    console = Console(file=sys.stderr)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        told = 0

        def seen(done: int, total: int) -> None:
            nonlocal told
            bar.update(task, completed=done, total=total)
            quarter = 4 * done // max(total, 1)
            if not console.is_terminal and total > 500 and quarter > told:
                told = quarter
                console.print(f"{what}: {done} of {total}")

        yield seen
