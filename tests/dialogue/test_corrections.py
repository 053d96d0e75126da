"""A short correction shows the answer that fits, and says what was taken; nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from waymark.content.library import Library
from waymark.dialogue import corrections, neighbours, roles
from waymark.dialogue.corrections import due, missed, read

SENT, RECEIVED = "happened/child_sent", "happened/child_received"
SHARED, SPREADS = "happened/child_shared_someone_else", "happened/image_spreading"
ASKED, FAKE, MADE = ("happened/asked_for_pics", "happened/deepfake_of_child",
                     "happened/child_made_deepfake")


def bot(**words: Any) -> dict[str, Any]:
    return {"event": "bot", "metadata": {"waymark": words}}


def user(text: str, kind: str = "", label: str = "") -> dict[str, Any]:
    parse = {"decision": {"kind": kind, "label": label}} if kind else {}
    return {"event": "user", "text": text, "parse_data": parse}


@pytest.mark.parametrize(("words", "last", "key", "taken"), [
    ("no, he received it", SENT, RECEIVED, "your child was sent it"),
    ("no she was sent it, she didnt send it", SENT, RECEIVED, "your child was sent it"),
    ("No – my lad was sent the picture", SENT, RECEIVED, "your child was sent it"),
    ("he did not send it he got it off a girl", SENT, RECEIVED, "your child was sent it"),
    ("nope, a girl sent it to him", SENT, RECEIVED, "your child was sent it"),
    ("it was him who passed it on", SENT, SHARED, "your child passed it on"),
    ("sorry, he received it and forwarded it", SENT, SHARED, "your child passed it on"),
    ("he sent it to his mates", RECEIVED, SHARED, "your child passed it on"),
    ("they didn't send it, only asked", SENT, ASKED, "your child was only asked"),
    ("no she never sent anything, she was asked", SENT, ASKED, "your child was only asked"),
    ("no, my son asked a girl for one", RECEIVED, "talk/boys_and_asking", "your child asked for it"),
    ("no, she took it herself", RECEIVED, SENT, "your child sent it"),
    ("it was another lad that shared it", SHARED, SPREADS, "somebody else passed it on"),
    ("no wait it was the other way round", RECEIVED, SENT, "your child sent it"),
    ("no he didn't ask for it", RECEIVED, "happened/unsolicited", "your child did not ask for it"),
    ("no, he received it", "law/forwarding", "law/having_received", "your child was sent it"),
    ("no it's ai", SENT, FAKE, "the picture is a fake"),
    ("it's fake, my son made it", SENT, MADE, "the picture is a fake"),
    ("not a kid, a grown man", SENT, "happened/adult_involved", "an adult may be involved"),
    ("no it was a stranger online", SENT, "happened/adult_involved",
     "your child does not really know them"),
    ("sorry she's 18 not 17", SENT, "law/over_18", "the age is 18"),
    ("it's a pupil of mine", SENT, "support/for_professionals", "it is about a pupil"),
])
def test_what_is_said_plainly_is_taken(words: str, last: str, key: str, taken: str) -> None:
    """One plain correction has one answer, and a short line that says what was taken."""
    found = read(words, last)
    assert found is not None and found.is_plain
    assert (found.keys, found.taken) == ((key,), taken)


@pytest.mark.parametrize(("words", "last", "keys"), [
    ("no it's not a fake, it's real", FAKE, {SENT, SPREADS}),
    ("wrong way round, she sent it to him", SHARED, {SENT, RECEIVED}),
    ("no he only asked", SENT, {ASKED, "talk/boys_and_asking"}),
    ("he sent it to his friends", FAKE, {SENT, SHARED}),
    ("no he only received it", "police/criminal_record", {"law/having_received", RECEIVED}),
    ("she didn't send it", SENT, {RECEIVED, ASKED, FAKE}),
    ("nobody has passed it on", SPREADS, {SENT, RECEIVED}),
    ("no it was another kid", "happened/adult_involved", {ASKED, SENT, RECEIVED}),
    ("nothing has happened, just asking", SENT, set(neighbours.NOTHING_YET)),
])
def test_what_may_mean_two_things_is_offered(words: str, last: str, keys: set[str]) -> None:
    """Nothing is shown with confidence where the words leave it open."""
    found = read(words, last)
    assert found is not None and not found.is_plain and set(found.keys) == keys


@pytest.mark.parametrize(("story", "keys"), [
    ("my daughter sent a picture to a boy", (SPREADS,)), ("my son sent a picture", (SHARED,)),
    ("my son and my daughter both have phones", (SHARED,)), ("help", (SHARED,)),
])
def test_him_is_the_child_unless_the_child_is_a_girl(story: str, keys: tuple[str, ...]) -> None:
    """Who "him" is follows from how the parent spoke of the child before."""
    found = read("it was him who passed it on", SENT, roles.sex([story]))
    assert found is not None and found.keys == keys


@pytest.mark.parametrize(("words", "years"), [
    ("sorry, she's 12 not 14", 12), ("not 14, 12", 12), ("12 not 14", 12), ("i meant 13", 13),
    ("no he's only eleven", 11), ("no, year 8 not year 9", 12), ("I said 14 but she's 13", 13),
    ("she's 12 actually, not 14", 12),
])
def test_a_corrected_age_is_the_one_that_holds(words: str, years: int) -> None:
    """Of two ages the one that is not taken back counts."""
    found = read(words, SENT)
    assert found is not None and found.years == years and str(years) in found.taken


def test_an_age_that_ends_an_answer_offers_others() -> None:
    """The answer for under 13 does not hold for 14: what fits a teenager is offered."""
    found = read("sorry he's 14 not 12", "happened/under_13")
    assert found is not None and found.keys == neighbours.TEENAGER and found.years == 14
    assert read("the boy is 15 not 14", SENT) is None


@pytest.mark.parametrize(("words", "whose"), [
    ("not my son, my niece", "niece"), ("no it's my nephew", "nephew"),
    ("not my son, my daughter", "daughter"), ("sorry i meant my step son", "stepson"),
    ("it's my friend's daughter", "somebody else's child"), ("it isn't my child",
                                                             "somebody else's child"),
])
def test_another_child_keeps_the_answer(words: str, whose: str) -> None:
    """Whose child it is changes who must be told, not what is to be done."""
    found = read(words, SENT)
    assert found is not None and found.whose == whose and found.keys == ()


@pytest.mark.parametrize("words", [
    "no thanks", "not sure", "not yet, he is asleep", "no, what about school", "I meant Wales",
    "no I want a real person", "she was sent home", "no the police sent us a letter",
    "no, i sent the school an email", "she took an overdose", "he asked his dad",
    "she asked me not to tell dad", "it's not my fault", "i don't think he was sent it",
    "no my son told the school about it", "he's not talking to me",
    "no, she received threats", "no he shared his location", "he asked her out",
    "she asked him to meet her", "no he sent flowers", "she took a knife to school",
    "should he have sent it?", "no but what do we do now that he received it",
    "so my daughter was sent it by a boy at school and then her friend told a teacher and now "
    "the whole thing has blown up and I am lost",
])
def test_what_is_no_correction_is_left_alone(words: str) -> None:
    """Other news, questions, stories and refusals go to the classifier as ever."""
    assert read(words, SHARED) is None


def test_a_no_that_would_bring_the_same_again_offers_others() -> None:
    """A "no" that nobody can read never shows the very answer it rejects."""
    again = {"kind": "answer", "label": SENT}
    assert missed("no that's wrong", SENT, {"kind": "unsure"}) == neighbours.instead(SENT)
    assert missed("no she sent it last week", SENT, again) == neighbours.instead(SENT)
    assert missed("no that's wrong", "law/forwarding", again | {"label": "law/forwarding"})
    assert missed("no", SENT, {"kind": "answer", "label": RECEIVED}) == ()
    assert missed("yes that's it", SENT, again) == ()
    assert missed("no", "school/lessons", {"kind": "unsure"}) == ()


def test_it_must_follow_an_answer() -> None:
    """Only what was just shown or offered can be corrected, and not in the middle of a flow."""
    words = user("no, he received it")
    assert due([user("x"), bot(answer=SENT, decision="answer"), words])
    assert due([user("x"), bot(decision="offer", offered=[SENT]), words])
    assert not due([user("x"), bot(answer=SENT), user("thanks"), bot(decision="small_talk"), words])
    assert not due([words])
    assert not due([user("x"), bot(answer=SENT), {"event": "restart"}, words])
    for flow in ("rehearsal", "plan", "asked", "confirm"):
        assert not due([user("x"), bot(answer=SENT, **{flow: "x"}), words])


def test_a_button_is_no_correction() -> None:
    """What was pressed is exactly what is meant."""
    pressed = user("choice:none_of_these") | {"parse_data": {"chosen": ["choice", "x"]}}
    assert not due([user("x"), bot(answer=SENT), pressed])


def test_a_correction_can_be_corrected() -> None:
    """After "which comes nearest?" it is still the rejected answer that is corrected."""
    offered = bot(decision="offer", offered=[RECEIVED], corrected=SENT)
    assert corrections.corrected([user("x"), offered, user("no")]) == SENT


def test_every_answer_that_a_correction_names_exists(library: Library) -> None:
    """No correction leads to an answer that nobody wrote."""
    named = {*neighbours.HAPPENED.values(), *neighbours.LAW.values(), neighbours.FAKED,
             neighbours.MADE, neighbours.ADULT, neighbours.UNDER_13, *neighbours.RECEIVED_KIND,
             *neighbours.NOTHING_YET, *neighbours.NO_ADULT, *neighbours.TEENAGER,
             "happened/unsolicited", "law/ai_deepfakes", "law/over_18",
             "support/for_professionals"}
    for keys in (*neighbours.INSTEAD.values(), *neighbours.REAL.values()):
        named |= set(keys)
    assert named <= set(library.answers)
