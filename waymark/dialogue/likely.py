"""Which answers are likely next, given what was just talked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from waymark.content.library import Library
from waymark.content.schema import Answer, Nation

NATION_ANSWERS = {
    Nation.SCOTLAND: "law/scotland",
    Nation.NORTHERN_IRELAND: "law/northern_ireland",
}

MAYBE = 0.05
"""From which chance on an answer is shown as a button below a message we decline."""


def offers(
    candidates: Sequence[tuple[str, float]], library: Library, previous: str | None, most: int = 3
) -> list[Answer]:
    """The answers to offer: the likeliest, those that follow the last answer favoured.

    "What about the police?" after `happened/child_sent` means one of its next answers.
    """
    last = library.answers.get(previous or "")
    follow = last.next if last else ()
    known = [(key, chance) for key, chance in candidates if key in library.answers]
    ranked = sorted(known, key=lambda pair: pair[1] * (2 if pair[0] in follow else 1),
                    reverse=True)
    return [library.answers[key] for key, _ in ranked[:most]]


def maybe(verdict: Mapping[str, Any], library: Library) -> list[Answer]:
    """The answers that a declined message may be about after all, likeliest first."""
    return [library.answers[key] for key, chance in verdict.get("candidates") or ()
            if chance >= MAYBE and key in library.answers][:3]


def for_nation(nation: Nation, library: Library, previous: str | None) -> str | None:
    """The answer to show when somebody tells us where they live, or None to only note it."""
    answer = library.answers.get(previous or "")
    if answer and (nation in answer.nations or answer.nations):
        return answer.key
    key = NATION_ANSWERS.get(nation)
    return key if key in library.answers else None
