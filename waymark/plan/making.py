"""Makes the plan for a situation: danger first, few steps, somebody to call, the law in two lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waymark.content.library import Library
from waymark.content.schema import Nation, Service
from waymark.plan.folder import Folder
from waymark.plan.schema import Danger, Stage, Step
from waymark.plan.situation import Adult, Age, Mood, Situation, Threats

MOST_STEPS = 4
MOST_CONTACTS = 6
YOUNG = frozenset({Age.UNDER_8, Age.FROM_8, Age.FROM_11})
"""Bands with children under 13 in them."""

_STAGE_DIRECTION = re.compile(r"^\([^)]*\)\s*")


@dataclass(frozen=True)
class Plan:
    """Everything that a parent reads of one plan, as keys and texts of the content."""

    situation: Situation
    stages: Mapping[Stage, tuple[Step, ...]]
    law: tuple[str, ...]
    contacts: tuple[str, ...]
    starter: str
    lines: tuple[int, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for stage in Stage for step in self.stages[stage])

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers behind the steps, each once, the most pressing first."""
        return tuple(dict.fromkeys(step.answer for step in self.steps))


def make(folder: Folder, situation: Situation) -> Plan:
    """The plan for a situation."""
    settled = situation.settled
    fitting = [step for step in folder.steps if step.fits(settled)]
    words = next((one for one in folder.words if one.fits(settled)), None)
    return Plan(
        situation=settled,
        stages={stage: _first(fitting, stage) for stage in Stage},
        law=_law(folder, settled),
        contacts=_contacts(folder, settled),
        starter=words.starter if words else "",
        lines=words.lines if words else (),
    )


def dangers(situation: Situation) -> frozenset[Danger]:
    """The dangers that a situation has for certain, or must be taken for."""
    settled = situation.settled
    due = {
        Danger.VERY_LOW: settled.mood is Mood.VERY_LOW,
        Danger.ADULT: settled.adult is Adult.YES,
        Danger.THREATS: settled.threats in (Threats.YES, Threats.PAID),
        Danger.UNDER_13: settled.age in YOUNG,
    }
    return frozenset(danger for danger, is_due in due.items() if is_due)


def services(plan: Plan, library: Library) -> list[Service]:
    """The plan's contacts that serve the nation."""
    nation: Nation | None = plan.situation.home
    found = [library.services[key] for key in plan.contacts if key in library.services]
    return [service for service in found if nation is None or nation in service.nations]


def words(plan: Plan, library: Library) -> list[str]:
    """What to say tonight, from the conversation starter of the plan."""
    starter = library.starters.get(plan.starter)
    if starter is None:
        return []
    lines = [starter.opening[number - 1] for number in plan.lines
             if number <= len(starter.opening)]
    return [_STAGE_DIRECTION.sub("", line) for line in lines]


def _first(fitting: Iterable[Step], stage: Stage) -> tuple[Step, ...]:
    return tuple(step for step in fitting if step.stage is stage)[:MOST_STEPS]


def _law(folder: Folder, situation: Situation) -> tuple[str, ...]:
    found = [next((law.text for law in folder.law if law.about == about and law.fits(situation)), "")
             for about in ("act", "nation")]
    return tuple(filter(None, found))


def _contacts(folder: Folder, situation: Situation) -> tuple[str, ...]:
    fitting = (one.service for one in folder.contacts if one.fits(situation))
    return tuple(dict.fromkeys(fitting))[:MOST_CONTACTS]
