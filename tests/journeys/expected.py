"""What one step of a journey expects, beside what happened."""

from __future__ import annotations

from collections.abc import Iterator

from tests.journeys.journey import NONE, Choice
from tests.journeys.talk import Turn


def faults(turn: Turn) -> Iterator[str]:
    """What is wrong with a turn, each in one line."""
    yield from _answer(turn)
    yield from _offers(turn)
    yield from _urgent(turn)
    yield from _words(turn)
    yield from _buttons(turn)


def _answer(turn: Turn) -> Iterator[str]:
    """Every answer that is shown is one of those that will do."""
    wanted = turn.step.expect.answer
    wrong = [key for key in turn.answers or [NONE] if key not in wanted]
    if wanted and wrong:
        yield f"answer: {', '.join(wrong)}, not {_any(wanted)}{_instead(turn)}"


def _instead(turn: Turn) -> str:
    """What was done where no answer was shown."""
    offered = [b["payload"] for b in turn.buttons if b["payload"].startswith("answer:")]
    return "" if turn.answers else f"; offered: {', '.join(offered) or 'nothing'}"


def _offers(turn: Turn) -> Iterator[str]:
    within_reach = {*turn.answers, *(b["payload"].removeprefix("answer:") for b in turn.buttons)}
    for wanted in turn.step.expect.offers:
        if not within_reach & set(wanted):
            yield f"offers: {_any(wanted)} is not within reach{_instead(turn)}"


def _urgent(turn: Turn) -> Iterator[str]:
    wanted = turn.step.expect.urgent
    fits = len(wanted) == len(turn.urgent) and all(
        kind in choice for kind, choice in zip(turn.urgent, wanted, strict=True))
    if wanted and not fits:
        named = ", ".join(_any(choice) for choice in wanted)
        yield f"urgent: {turn.urgent or 'nothing'}, not {named}"
    if turn.step.expect.no_urgent and turn.urgent:
        yield f"urgent: {', '.join(turn.urgent)}, and nobody is in danger"


def _words(turn: Turn) -> Iterator[str]:
    expect, whole = turn.step.expect, plain(turn.whole)
    for wanted in expect.says:
        if not _has(whole, wanted):
            yield f"says: nothing of {_any(wanted)}"
    for phrase in expect.never:
        if _has(whole, (phrase,)):
            yield f"never: it says {phrase!r}"
    if expect.first and not _has(plain(turn.said[0]["text"]), expect.first):
        yield f"first: nothing of {_any(expect.first)} in the first message"


def _buttons(turn: Turn) -> Iterator[str]:
    names = {name for button in turn.buttons for name in (button["title"], button["payload"])}
    for wanted in turn.step.expect.buttons:
        if not names & set(wanted):
            yield f"buttons: {_any(wanted)} is not among {', '.join(sorted(names)) or 'none'}"


def plain(words: str) -> str:
    """In lower case with straight quotes, on one line."""
    return " ".join(words.lower().replace("’", "'").split())


def _has(whole: str, wanted: Choice) -> bool:
    return any(plain(phrase) in whole for phrase in wanted)


def _any(wanted: Choice) -> str:
    return " or ".join(getattr(one, "value", one) for one in wanted)
