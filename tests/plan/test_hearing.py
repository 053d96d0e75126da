"""One message in the making of a plan: facts, a step, another question, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import CONTENT
from waymark.plan import asking, inference, taking
from waymark.plan.folder import read
from waymark.plan.hearing import Heard, Said, hear
from waymark.plan.situation import FIELDS, slot, slug, values
from waymark.urgent.kinds import Kind

QUESTIONS = read(CONTENT).talk.questions


def heard(words: str, asked: str | None, **said: Any) -> Heard:
    return hear(Said(words=words, **said), asked, QUESTIONS)


def pressed(value: str, flow: str = "plan", **said: Any) -> Heard:
    return hear(Said(words=f"{flow}:{value}", chosen=(flow, value), **said), "adult", QUESTIONS)


def test_every_button_means_its_fact() -> None:
    """Each choice of each question is read back from its button; "Skip" means not known."""
    for name in FIELDS:
        for value in values(name):
            assert pressed(f"{name}/{slug(value)}").facts == {name: value}
        assert pressed(f"{name}/skip").facts == {name: "unknown"}
    assert asking.fact("adult/perhaps") is asking.fact("colour/red") is asking.fact("stop") is None


def test_a_question_is_put_aside_with_what_it_tells() -> None:
    """"Is it illegal, she's 12?" is answered first, and the age is taken all the same."""
    found = heard("is it illegal, she's 12?", "spread", ages=(12,), answered=True)
    assert found.aside and found.facts == {"age": "11-13"}


def test_an_age_in_the_question_about_an_adult_is_not_the_childs() -> None:
    """"No, he's 16" tells of the other one; the child's age stays as it was."""
    found = heard("no, he's 16", "adult", ages=(16,))
    assert found.facts == {"adult": "no"} and found.stranger


def test_danger_in_a_reply_is_a_fact() -> None:
    """What the gate found is taken for the plan too, whatever was asked."""
    found = heard("he wants pictures of her", "spread", kinds=(Kind.ADULT_CONTACT,))
    assert found.facts["adult"] == "yes" and not found.missed


def test_a_story_tells_what_happened() -> None:
    """Where we asked for it, the answer that fits the story says what happened; the likeliest will do."""
    long = "well it started in the summer with a lad from swimming and it all went wrong from there on"
    assert heard(long, "what", likely=("happened/child_sent", 0.4)).facts == {"what": "sent"}
    assert heard(long, "what", likely=("happened/child_sent", 0.2)).missed


def test_what_was_paid_counts_more_than_that_it_was_asked_for() -> None:
    """"They want money, he has paid" is paid, not only threatened."""
    assert heard("they want money, he's paid £50", "threats").facts == {"threats": "paid"}


@pytest.mark.parametrize(("words", "asked"), [("he is 140", "age"), ("banana", "adult"), ("no", "what")])
def test_what_makes_no_sense_is_missed(words: str, asked: str) -> None:
    """Nothing is guessed: it is missed, and asked once more."""
    found = heard(words, asked, intent="out_of_scope")
    assert found.missed and not found.facts and not found.aside


def test_the_plan_is_not_made_for_somebody_at_work_or_a_child() -> None:
    """A teacher and a child get their own help; a parent may say so and go on."""
    assert heard("I'm a teacher, a pupil of mine sent one", None).command == "professional"
    assert pressed("start", shown="support/for_professionals").command == "professional"
    assert heard("hi", "age", kinds=(Kind.CHILD_USER,)).command == "child"
    assert pressed("start", by_child=True).command == "child"
    assert pressed("parent", by_child=True, shown="support/for_professionals").command == "parent"


def test_a_danger_that_is_none_is_taken_back() -> None:
    """"No, no adult is in touch" is a fact, and its kind reply is said by its own rule."""
    found = pressed("no_danger", flow="choice", withdrawn=Kind.ADULT_CONTACT)
    assert found.aside and found.facts == {"adult": "no"}


def test_turning_to_something_else_leaves_the_plan() -> None:
    """Two flows at once would tire anybody; a question that has no words yet needs room."""
    assert pressed("after", flow="rehearsal").leaves
    assert all(heard("x", "age", intent=intent).leaves for intent in ("rehearsal", "new_question"))
    assert heard("leave me be will you", "age", intent="stop").command == "stop"


@pytest.mark.parametrize(("what", "not_asked"), [
    ("threatened", {"threats"}), ("spreading", {"spread"}), ("asked", {"spread"}),
    ("asked others", {"spread"}), ("sent", set()), ("unknown", set()), (None, set()),
])
def test_what_is_settled_is_not_asked(what: str | None, not_asked: set[str]) -> None:
    """Blackmail needs no question about threats; what was never sent cannot have spread."""
    assert set(FIELDS) - set(asking.fields({"plan_what": what})) == not_asked


def test_the_last_answer_says_what_happened() -> None:
    """Of the answers shown the last that tells what happened counts, with what it implies."""
    shown = ["happened/child_sent", "law/is_it_a_crime", "happened/paid_blackmailer", "police/outcome_21"]
    assert inference.from_answers(shown) == {"what": "threatened", "threats": "paid"}
    assert inference.from_answers(["law/scotland"]) == {}
    both = inference.from_kinds([Kind.BLACKMAIL, Kind.SUICIDE_SELF_HARM, Kind.CHILD_USER])
    assert both == {"threats": "yes", "mood": "very low"}


def test_every_answer_we_infer_from_exists(library: Any) -> None:
    """A renamed answer would silently stop telling us what happened."""
    assert set(inference.ANSWERS) <= set(library.answers)


def test_the_later_fact_wins_and_is_named() -> None:
    """A changed fact is told with the old one; what only fills a gap is not."""
    slots = {slot("adult"): "no", slot("mood"): "unknown"}
    taken = taking.take(slots, {"adult": "yes", "mood": "ok", "spread": "no"})
    assert taken.changed == (("adult", "no", "yes"),)
    assert taken.slots == {slot("adult"): "yes", slot("mood"): "ok", slot("spread"): "no"}


def test_what_cannot_be_true_any_more_is_asked_again() -> None:
    """"Nobody threatens us" after blackmail was chosen: what happened is open again."""
    taken = taking.take({slot("what"): "threatened"}, {"threats": "no"})
    assert taken.slots[slot("what")] is None
    assert slot("what") not in taking.take({slot("what"): "sent"}, {"threats": "no"}).slots


def test_age_and_nation_are_told_to_all_answers() -> None:
    """A band chosen here sets the age that answers use, unless a number in it is known already."""
    assert taking.take({"age": "12"}, {"age": "11-13"}).slots == {slot("age"): "11-13"}
    assert taking.take({"age": "12"}, {"age": "16-17"}).slots["age"] == "16"
    assert taking.take({}, {"nation": "Scotland"}).slots["nation"] == "Scotland"
    assert taking.told({"age": "12", "nation": "Wales"}) == {"age": "11-13", "nation": "Wales"}
    assert taking.told({"age": "old", "nation": "Atlantis"}) == {}
