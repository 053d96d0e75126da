"""Writes docs/conversations.md: six whole conversations as they happen with a served Waymark.

    .venv/bin/waymark serve                                # in another window
    .venv/bin/python tools/show_conversations.py http://127.0.0.1:5005 [FILE]

The parents' words are those of the journeys in tests/journeys that are marked `shown`; the
replies are what came back. A long message is cut after its first lines, with "..." for the
rest. FILE is written instead of docs/conversations.md.
"""

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.journeys.journey import load, names  # noqa: E402 (found only now)
from tests.journeys.talk import Talk  # noqa: E402

PAGE = ROOT / "docs/conversations.md"
LINES = 4
"""So many lines of a message are shown."""

LONGEST = 320
"""So many letters of one line are shown."""

HEAD = """# Six conversations

As they happened on {day} with a Waymark served from this repository. The parents are made up; \
every reply is what came back, and nothing was mended by hand. Long messages are cut after \
their first lines, with "..." for the rest. The answers are starter content that no \
safeguarding lead has approved yet.

`tools/show_conversations.py` writes this page from the journeys in tests/journeys, which are tests too.
"""


def main(url, path=PAGE):
    """Walks each journey that is shown and writes the page."""
    shown = [journey for journey in map(load, names()) if journey.shown]
    parts = [HEAD.format(day=f"{date.today().day} {date.today():%B %Y}")]
    parts += [conversation(journey, Talk(url)) for journey in shown]
    Path(path).write_text("\n".join(parts), encoding="utf-8")


def conversation(journey, talk):
    """One journey, as it is read."""
    blocks = [f"## {journey.title}", journey.who]
    sight = []
    for step in journey.steps:
        turn = talk.take(step)
        blocks.append(parent(step.say) if step.say else presses(turn.sent, sight))
        if turn.picked:
            blocks += [*map(message, turn.asked), presses(turn.picked, buttons(turn.asked))]
        blocks += map(message, turn.said[len(turn.asked):])
        sight = turn.buttons or sight
    return "\n\n".join(blocks) + "\n"


def parent(words):
    return f"**Parent:** {words}"


def presses(payload, sight):
    """A pressed button, by its title."""
    title = next(button["title"] for button in sight if button["payload"] == payload)
    return f"**Parent** presses [{title}]"


def message(said):
    """What Waymark says: its first lines, and its buttons in one."""
    quote = "\n".join(f"> {line}".rstrip() for line in first_lines(said["text"]))
    titles = " ".join(f"[{button['title']}]" for button in said.get("buttons") or ())
    return "**Waymark:**\n" + quote + (f"\n>\n> Buttons: {titles}" if titles else "")


def first_lines(text):
    """The first lines of a text, a blank line between them, and "..." where more came."""
    lines = [line.replace("• ", "- ") for line in text.splitlines() if line.strip()]
    found = [line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} ..."
             for line in lines[:LINES]]
    spaced = []
    for line in found:
        listed = line.startswith("- ") and spaced and spaced[-1].startswith("- ")
        spaced += [line] if not spaced or listed else ["", line]
    return [*spaced, *(["", "..."] if len(lines) > LINES else [])]


def buttons(said):
    return [button for one in said for button in one.get("buttons") or ()]


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
