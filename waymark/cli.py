"""The command `waymark`: thin; each command asks the package and prints."""

from __future__ import annotations

import asyncio
import json
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from waymark.content.check import complaints, open_checks
from waymark.content.library import Library, load
from waymark.content.reading import Unreadable
from waymark.plan import check as plan
from waymark.plan import folder as plan_folder
from waymark.settings import Settings, SettingsError, settings
from waymark.urgent import check as urgent
from waymark.urgent import folder

app = typer.Typer(
    help="Waymark: answers for UK parents worried about children and nude pictures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
tell = Console(stderr=True, highlight=False)


@app.command()
def setup(
    exact: bool = typer.Option(False, help="full-precision networks as well, for comparing"),
) -> None:
    """Bring the models that are missing, and train if anything changed."""
    from waymark import strays, trainer
    from waymark.encoder import packages

    chosen = settings()
    folder = chosen.models_folder
    packages.bring_spacy(folder, chosen.uv, tell.print)
    for name in strays.encoders():
        packages.bring_encoder(packages.ENCODERS[name], folder, chosen.uv, tell.print, exact=exact)
    model = trainer.current(chosen)
    if model:
        model.touch()  # the newest is served: after going back to older content, this one
    else:
        _train(chosen)
    tell.print("[green]ready:[/green] `make run` starts Waymark, `waymark chat` talks to it")


@app.command()
def train() -> None:
    """Train the model on today's content, even if nothing changed."""
    _train(settings())


@app.command()
def serve() -> None:
    """Start the service on the address in WAYMARK_HOST and WAYMARK_PORT."""
    from waymark.serving import launcher

    launcher.serve(settings())


@app.command()
def chat() -> None:
    """Talk to Waymark in this terminal."""
    from waymark import terminal

    asyncio.run(terminal.chat(settings()))


@app.command()
def ask(
    text: str = typer.Argument("", help="one message; without it, lines of JSON are read"),
    jsonl: bool = typer.Option(False, "--jsonl", help="read {\"text\": ...} lines on stdin"),
) -> None:
    """Tell what Waymark decides for a message, or for each line of JSON on standard input."""
    from waymark.asking import Asker

    async def run() -> None:
        asker = await Asker.load(settings())
        if not jsonl:
            _print(await asker.ask(text))
            return
        for number, line in enumerate(sys.stdin, 1):
            if line.strip():
                message, context = _read_line(line, number)
                _print(await asker.ask(message, context))

    if not jsonl and not text:
        raise typer.BadParameter("give a message, or --jsonl with lines on standard input")
    asyncio.run(run())


@app.command()
def check(
    open_: bool = typer.Option(False, "--open", help="list what nobody has confirmed yet"),
    questions: bool = typer.Option(False, "--questions", help="list every stray question"),
) -> None:
    """Check the content: every complaint with file, line, fault and cure."""
    try:
        library, dangers = load(settings().content), folder.read(settings().content)
        plans = plan_folder.read(settings().content)
        found = [*complaints(library), *urgent.complaints(dangers, library),
                 *plan.complaints(plans, library)]
        waiting_facts = [*open_checks(library), *urgent.open_checks(dangers),
                         *plan.open_checks(plans)]
    except Unreadable as error:
        found = error.complaints
    for complaint in found:
        print(complaint)
    faults = [complaint for complaint in found if not complaint.warning]
    if faults:
        tell.print(f"[red]{len(faults)} to mend[/red]")
        raise typer.Exit(1)
    _show_strays(library, FEW_STRAYS if not questions else None)
    if open_:
        for complaint in waiting_facts:
            print(complaint)
    waiting = sum(answer.status.value != "approved" for answer in library.answers.values())
    tell.print(
        f"[green]{len(library.answers)} answers, {len(library.starters)} starters and "
        f"{len(library.services)} services are in order[/green]; {waiting} answers wait for "
        f"approval, {len(waiting_facts)} facts for confirmation (`waymark check --open`)"
    )


@app.command()
def book(
    folder: Path = typer.Option(Path("reports"), "--to", help="where the two documents go"),
) -> None:
    """Write all content as two documents that print well: for review, and for parents."""
    from datetime import date

    from waymark.book.write import write

    plans = plan_folder.read(settings().content)
    for path in write(load(settings().content), folder, today=date.today(), plans=plans):
        print(path)


@app.command()
def evaluate(
    files: list[Path] = typer.Argument(..., exists=True, help="files of JSON lines"),
    report: Path = typer.Option(Path("reports/evaluation.html"), help="the HTML report"),
) -> None:
    """Judge Waymark on messages with known right answers; writes an HTML report."""
    from waymark.evaluation import run

    asyncio.run(run.evaluate(settings(), files, report, tell))


def main() -> None:
    """Run a command; say plainly what went wrong where it can be mended."""
    # Rasa's libraries warn in hundreds of lines, and reset every filter while they load.
    warnings.showwarning = lambda *_, **__: None
    try:
        app()
    except Exception as error:
        if type(error).__name__ not in _EXPECTED:
            raise
        tell.print(f"[red]Waymark stopped:[/red] {error}", markup=True)
        sys.exit(1)


_EXPECTED = {cls.__name__ for cls in (Unreadable, SettingsError)} | {
    "CannotStart", "ModelError", "TrainingFailed", "BadLine", "BadFile"
}


FEW_STRAYS = 10
"""How many stray questions `waymark check` shows when it is not asked for all."""


def _show_strays(library: Library, most: int | None) -> None:
    """Questions that lie closer to another answer, the worst first."""
    from waymark import strays
    from waymark.encoder.packages import ModelError

    try:
        found = strays.complaints(library, settings())
    except ModelError as error:
        tell.print(f"questions were not compared with each other: {error}")
        return
    for complaint in found[:most]:
        print(complaint)
    if len(found) > FEW_STRAYS and most:
        tell.print(f"{len(found) - FEW_STRAYS} more questions lie closer to another answer: "
                   "`waymark check --questions` lists them")


class BadLine(Exception):
    """A line of JSON that cannot be used; says which and why."""


def _train(chosen: Settings) -> None:
    from waymark import trainer

    tell.print("training: a minute or two at first, seconds after one changed answer")
    start = time.monotonic()
    path = trainer.train(chosen)
    tell.print(f"trained in {time.monotonic() - start:.0f} s: {path.name}")


def _read_line(line: str, number: int) -> tuple[str, dict[str, Any]]:
    try:
        data = json.loads(line)
        text, context = data["text"], data.get("context") or {}
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadLine(f"line {number} is not {{\"text\": ...}}: {type(error).__name__}") from error
    if not isinstance(text, str) or not isinstance(context, dict):
        raise BadLine(f"line {number}: `text` must be text and `context` an object")
    return text, context


def _print(result: dict[str, Any]) -> None:
    print(json.dumps(result, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
