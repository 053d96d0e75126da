"""A pleasant chat in the terminal: wrapped text, a typing hint, choices by number."""

from __future__ import annotations

import asyncio
import uuid
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import HTML
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from waymark.asking import Asker
from waymark.settings import Settings

WIDTH = 78
LEAVE = frozenset(("exit", "quit", "/exit", "/quit", "/stop"))
Button = dict[str, str]


async def chat(chosen: Settings) -> None:
    """Talk until the person leaves with `exit`, Ctrl-D or Ctrl-C."""
    console = Console(highlight=False, width=min(WIDTH, Console().width))
    with console.status("Waymark is getting ready…"):
        asker = await Asker.load(chosen)
        await asker.say("hello", "warm-up")
    console.print("[bold]Waymark[/bold]  ask in your own words · a number chooses · exit leaves\n")
    session: PromptSession[str] = PromptSession()
    sender, buttons = uuid.uuid4().hex, list[Button]()
    for message in await asker.say("hello", sender):
        buttons = show(console, message)
    while True:
        try:
            typed = (await session.prompt_async(HTML("<b>You</b> "))).strip()
        except (EOFError, KeyboardInterrupt):
            break
        if typed.lower() in LEAVE:
            break
        with console.status("…"):
            said = await asker.say(payload(typed, buttons), sender)
            await asyncio.sleep(0.3)
        for message in said:
            buttons = show(console, message)
    console.print("\nTake care of yourself.")


def payload(typed: str, buttons: list[Button]) -> str:
    """What is sent: the button of that number, or the words as they are."""
    if typed.isdigit() and 1 <= int(typed) <= len(buttons):
        return buttons[int(typed) - 1]["payload"]
    return typed


def show(console: Console, message: dict[str, Any]) -> list[Button]:
    """Print one message and its choices; returns the choices."""
    console.print()
    for line in str(message.get("text", "")).splitlines():
        hang = 2 if line.startswith("•") else 0
        body = Text(line[2:] if hang else line)
        if hang:
            console.print(Text("  • "), end="")
            lines = body.wrap(console, console.width - 6)
            console.print(lines[0] if lines else "")
            for rest in lines[1:]:
                console.print(Padding(rest, (0, 0, 0, 4)))
        else:
            console.print(Padding(body, (0, 0, 0, 2)) if line else "")
    buttons: list[Button] = message.get("buttons") or []
    if buttons:
        console.print()
    for number, button in enumerate(buttons, 1):
        console.print(f"  [cyan]{number}[/cyan]  ", Text(button["title"]), sep="")
    console.print()
    return buttons
