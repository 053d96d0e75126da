"""A plan as a parent reads it in a chat: three messages that stand alone."""

from __future__ import annotations

from datetime import date

from waymark.content import letter
from waymark.content.library import Library
from waymark.content.schema import Service
from waymark.plan import making
from waymark.plan.folder import Folder
from waymark.plan.making import Plan
from waymark.plan.schema import Stage

HEADINGS = {Stage.NOW: "Now:", Stage.TODAY: "Today:", Stage.WEEK: "This week:"}
WORDS = "Words to say tonight:"
LAW = "The law:"
HELPERS = "Who can help:"

MOST_NUMBERS = 2
"""More numbers than these are those of one service in several places."""


def for_whom(plan: Plan, folder: Folder) -> list[str]:
    """The facts that the plan was made for, in words."""
    found = (folder.says(name, value) for name, value in plan.situation.chosen)
    return [says for says in found if says]


def first(plan: Plan, folder: Folder) -> str:
    """What to do now, and what not to do."""
    phrases = folder.talk.phrases
    return _joined(
        phrases.ready,
        _steps(plan, Stage.NOW),
        letter.steps(phrases.do_not, [step.text for step in plan.stages[Stage.DO_NOT]]),
    )


def second(plan: Plan, folder: Folder) -> str:
    """What to do today and this week."""
    return _joined(_steps(plan, Stage.TODAY), _steps(plan, Stage.WEEK))


def third(plan: Plan, folder: Folder, library: Library, *, local: str, today: date) -> str:
    """Words to say, the law, and who helps. `local`: the council or Trust, with its address."""
    found = [contact(service, today) for service in making.services(plan, library)]
    return _joined(
        letter.steps(WORDS, making.words(plan, library)),
        letter.steps(LAW, plan.law),
        letter.steps(HELPERS, [*found, *filter(None, [local])]),
        folder.talk.phrases.help,
    )


def contact(service: Service, today: date) -> str:
    """One service in one line; of one with a number for each Trust, all of them."""
    phones = [reach.value for reach in service.reach if reach.kind == "phone"]
    if len(phones) <= MOST_NUMBERS or service.stale(today):
        return letter.contact(service, today)
    return f"{service.name}: {', '.join(phones)}. {service.what}"


def last(folder: Folder, address: str) -> str:
    """Where the plan can be printed, and what its words are worth."""
    return _joined(
        f"{folder.talk.phrases.print_it}\n{address}",
        "" if folder.approved else letter.STARTER,
    )


def _steps(plan: Plan, stage: Stage) -> str:
    return letter.steps(HEADINGS[stage], [step.text for step in plan.stages[stage]])


def _joined(*blocks: str) -> str:
    return "\n\n".join(filter(None, blocks))
