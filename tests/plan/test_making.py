"""Every possible plan: danger first, something to do, somebody to call, nothing harmful."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest

from tests.conftest import CONTENT
from waymark.content.checks.plainness import reading_age
from waymark.content.library import Library
from waymark.plan import making
from waymark.plan.folder import Folder, read
from waymark.plan.making import MOST_CONTACTS, MOST_STEPS, Plan, dangers, make
from waymark.plan.schema import Danger, Stage
from waymark.plan.situation import FIELDS, Age, Home, Situation, What

HELP = {
    Danger.VERY_LOW: ("999", "Papyrus"),
    Danger.ADULT: ("police", "CEOP", "999"),
    Danger.THREATS: ("police", "CEOP", "999"),
    Danger.UNDER_13: ("school", "today"),
}
OWN_BEHAVIOUR = (What.PASSED_ON, What.MADE_FAKE, What.ASKED_OTHERS)


@pytest.fixture(scope="module")
def folder() -> Folder:
    return read(CONTENT)


@pytest.fixture(scope="module")
def plans(folder: Folder) -> list[Plan]:
    """The plan of every combination of facts, unknown ones too."""
    return [make(folder, Situation(*facts)) for facts in product(*FIELDS.values())]


def situation(**facts: str) -> Situation:
    found: dict[str, Any] = {name: FIELDS[name](value) for name, value in facts.items()}
    return Situation(**found)


def test_there_is_a_plan_for_everything(plans: list[Plan]) -> None:
    """Whatever is known or not, there is something to do now, today, this week, and not to do."""
    assert len(plans) == 47_520
    for plan in plans:
        for stage in Stage:
            assert 2 <= len(plan.stages[stage]) <= MOST_STEPS, (plan.situation, stage)


def test_every_plan_ends_in_help(plans: list[Plan], library: Library) -> None:
    """The NSPCC and Childline or Papyrus are named in each, and every service serves the nation."""
    for plan in plans:
        assert "nspcc_helpline" in plan.contacts and len(plan.contacts) <= MOST_CONTACTS
        assert len(making.services(plan, library)) == len(plan.contacts), plan.situation


def test_danger_has_its_step_on_top(plans: list[Plan]) -> None:
    """An adult, threats, a child under 13, a child who is very low: their help comes first."""
    for plan in plans:
        now = plan.stages[Stage.NOW]
        first = [step for step in now if step.danger]
        assert list(now[:len(first)]) == first, plan.situation
        assert {danger for step in first for danger in step.danger} == dangers(plan.situation)
        for danger in dangers(plan.situation):
            text = next(step.text for step in first if danger in step.danger)
            assert all(word in text for word in HELP[danger]), (danger, text)


def test_danger_has_its_people(plans: list[Plan]) -> None:
    """Who can help with a danger that was named is among the people to call."""
    for plan in plans:
        found, due = set(plan.contacts), dangers(plan.situation)
        if Danger.VERY_LOW in due:
            assert "papyrus" in found
        if due & {Danger.ADULT, Danger.THREATS}:
            assert {"police_101", "ceop"} <= found, plan.situation
        if Danger.UNDER_13 in due:
            assert found & {"council_social_care", "ni_gateway"}, plan.situation


def test_social_care_is_named_as_it_is_where_they_live(plans: list[Plan]) -> None:
    """In Northern Ireland it is the Trust, in Scotland social work, elsewhere the council."""
    named = {Home.NORTHERN_IRELAND: "Gateway", Home.SCOTLAND: "social work team",
             Home.ENGLAND: "council's children's social care",
             Home.WALES: "council's children's social care", Home.UNKNOWN: "Gateway"}
    for plan in plans:
        for step in plan.stages[Stage.NOW]:
            if Danger.UNDER_13 in step.danger:
                assert named[plan.situation.nation] in step.text, (plan.situation, step.text)


def test_the_picture_is_left_alone(plans: list[Plan]) -> None:
    """Each plan says not to look, copy or send it on, and to delete nothing without advice."""
    for plan in plans:
        not_to_do = " ".join(step.text for step in plan.stages[Stage.DO_NOT])
        assert "Do not look at" in not_to_do and "copy it" in not_to_do, plan.situation
        assert "Do not delete" in not_to_do or "Do not wipe" in not_to_do, plan.situation
    for text in {step.text for plan in plans for stage in (Stage.NOW, Stage.TODAY, Stage.WEEK)
                 for step in plan.stages[stage] if "delete" in step.text.lower()}:
        assert "elete nothing" in text or "when the picture may be deleted" in text, text


def test_who_was_hurt_and_who_did_it_get_other_words(plans: list[Plan]) -> None:
    """A child who passed one on is not told the words for a child who was wronged, nor the other way."""
    for plan in plans:
        text = " ".join(step.text for step in plan.steps)
        did_it = plan.situation.what in OWN_BEHAVIOUR
        assert ("not in trouble" if did_it else "It stops now") not in text, plan.situation


def test_a_young_child_gets_words_for_a_young_child(plans: list[Plan]) -> None:
    """Under 8: no talk of suicide, no form to fill in alone; under 11: asked only once."""
    for plan in plans:
        text = " ".join(step.text for step in plan.steps)
        if plan.situation.age is Age.UNDER_8 and plan.situation.mood.value != "very low":
            assert "hurting themselves" not in text and "dying" not in text
            assert "while they use Report Remove" not in text
        if plan.situation.age in (Age.UNDER_8, Age.FROM_8):
            assert "again and again" in text or "only once" in text, plan.situation


def test_the_law_is_two_sentences_of_that_nation(plans: list[Plan]) -> None:
    """Outcome 21 and the age of 10 never stand in a Scottish plan; other nations are not named."""
    for plan in plans:
        assert len(plan.law) == 2
        text, home = " ".join(plan.law), plan.situation.nation
        if home is Home.SCOTLAND:
            assert "under 10" not in text and "England" not in text
        elif home in (Home.ENGLAND, Home.WALES):
            assert "Scotland" not in text and "Northern Ireland" not in text
        elif home is Home.NORTHERN_IRELAND:
            assert "England" not in text and "Scotland" not in text


def test_there_are_words_to_say_tonight(plans: list[Plan], library: Library) -> None:
    """Two or three lines of a conversation starter for this age, without stage directions."""
    for plan in plans:
        lines = making.words(plan, library)
        assert 2 <= len(lines) <= 3 and not any(line.startswith("(") for line in lines)
        bands = {"unknown": "11_13"}
        band = plan.situation.age.value.replace("-", "_").replace(" ", "_")
        assert plan.starter.endswith(bands.get(band, band))


def test_a_plan_reads_easily(plans: list[Plan]) -> None:
    """As a whole it suits a reading age of 11, and it is short: 16 steps of few words."""
    for plan in random.Random(7).sample(plans, 120):
        text = "\n".join(step.text for step in plan.steps)
        assert reading_age(text) <= 11, plan.situation
        assert len(text.split()) <= 330, plan.situation


def test_blackmail_means_threats_and_going_round_means_spread() -> None:
    """What was chosen settles what is not asked; what was paid stays paid."""
    assert situation(what="threatened").settled.threats.value == "yes"
    assert situation(what="threatened", threats="paid").settled.threats.value == "paid"
    assert situation(what="spreading", spread="no").settled.spread.value == "yes"
    assert situation(what="sent").settled == situation(what="sent")


def test_a_plan_names_each_answer_once(folder: Folder, library: Library) -> None:
    """The answers behind the steps exist, the first step's first, none twice."""
    plan = make(folder, situation(what="sent", age="14-15", adult="yes"))
    assert plan.answers[0] == "happened/adult_involved"
    assert len(set(plan.answers)) == len(plan.answers) and set(plan.answers) <= set(library.answers)
