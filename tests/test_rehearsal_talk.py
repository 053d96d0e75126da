"""Whole rehearsals with the real model: a parent practises a talk, asks, comes back, stops."""

from __future__ import annotations

import asyncio
import uuid
from typing import Any

import pytest

from waymark.content.library import Library
from waymark.dialogue.rehearsal import phrases, talks


class Talk:
    """One conversation. `say` returns the last message, `press` the one after a button."""

    def __init__(self, asker: Any) -> None:
        self._asker, self._sender = asker, uuid.uuid4().hex
        self.last: dict[str, Any] = {}

    def say(self, text: str) -> dict[str, Any]:
        self.said = asyncio.run(self._asker.say(text, self._sender))
        self.last = dict(self.said[-1])
        return self.last

    def press(self, title: str) -> dict[str, Any]:
        button = next(b for b in self.last["buttons"] if b["title"] == title)
        return self.say(button["payload"])

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.last.get("buttons") or []]

    def slot(self, name: str) -> Any:
        tracker = asyncio.run(self._asker._agent.tracker_store.retrieve(self._sender))
        return tracker.get_slot(name)


@pytest.fixture
def talk(asker: Any) -> Talk:
    return Talk(asker)


def key(message: dict[str, Any]) -> str | None:
    found: str | None = message["waymark"].get("answer")
    return found


def opening(library: Library, starter: str) -> str:
    return library.starters[starter].opening[0]


def test_a_rehearsal_by_buttons_alone(talk: Talk, library: Library) -> None:
    """From an answer through opening, two turns, the end and the take-away to the next answer."""
    talk.say("answer:happened/child_sent")
    talk.press("Practise this talk")
    assert opening(library, "after/14_15") in talk.press("14 or 15")["text"]
    turns = library.starters["after/14_15"].replies
    assert turns.tears.child in talk.press("Cries")["text"]
    assert turns.tears.why in talk.press("The second")["text"]
    assert turns.anger.child in talk.press("Gets angry")["text"]
    assert turns.anger.why_not in talk.press("The first")["text"]
    assert library.starters["after/14_15"].close in talk.press("How to end the talk")["text"]
    assert library.starters["after/14_15"].take_away[0] in talk.press("The take-away")["text"]
    assert talk.press("Stop practising")["text"] == phrases.STOPPED
    title = library.answers["happened/child_sent"].title
    assert key(talk.press(title)) == "happened/child_sent"
    assert "Carry on practising" not in talk.titles


def test_a_rehearsal_by_typing_alone(talk: Talk, library: Library) -> None:
    """Everything can be typed: which talk, the age, the reaction, the reply, the end."""
    talk.say("can we rehearse")
    talk.say("before anything happens")
    assert opening(library, "before/11_13") in talk.say("he is in year 7")["text"]
    turns = library.starters["before/11_13"].replies
    assert turns.anger.child in talk.say("angry")["text"]
    assert turns.anger.why in talk.say("the first one")["text"]
    assert turns.tears.child in talk.say("he'd cry")["text"]
    assert turns.tears.why_not in talk.say("2")["text"]
    assert talk.say("that's enough")["text"] == phrases.STOPPED


def test_a_question_in_the_middle_is_answered_and_practising_goes_on(
    talk: Talk, library: Library
) -> None:
    """"Is it illegal?" gets the law; "carry on practising" comes back to the child's turn."""
    talk.say("rehearsal:after/14_15")
    child = library.starters["after/14_15"].replies.tears.child
    talk.say("rehearsal:tears")
    said = talk.say("is it illegal?")
    assert key(said) == "law/is_it_a_crime" and "Carry on practising" in talk.titles
    assert key(talk.say("tell me more")) == "law/is_it_a_crime"
    assert child in talk.say("carry on practising")["text"]
    assert key(talk.say("will it show up on her dbs")) == "police/dbs_check"
    assert child in talk.press("Carry on practising")["text"]


def test_the_talk_that_fits_is_taken_and_can_be_changed(talk: Talk, library: Library) -> None:
    """After a story of what happened the age it named and the fitting talk are taken, and said."""
    talk.say("my son is 15, he sent a pic to his gf and now the whole year has it what do i do")
    assert "after something has happened (14 or 15)" in talk.say("how would that go")["text"]
    talk.press("A different talk")
    assert opening(library, "asking/14_15") in talk.press("Asking for pictures")["text"]
    talk.press("A different age")
    assert opening(library, "asking/16_17") in talk.press("16 or 17")["text"]
    assert talk.slot("age") == "16"


def test_an_impossible_age_is_asked_again(talk: Talk, library: Library) -> None:
    """"He is 140" is asked again kindly, with the way for adults; the right age goes on."""
    talk.say("rehearsal:asking")
    said = talk.say("he is 140")
    assert said["text"] == phrases.ADULT
    assert library.answers["law/over_18"].title in talk.titles
    assert opening(library, "asking/16_17") in talk.say("17")["text"]
    assert talk.slot("age") == "17"


def test_own_words_are_thanked_for(talk: Talk, library: Library) -> None:
    """A reply of the parent's own gets thanks and the better one to compare, nothing else."""
    talk.say("rehearsal:special_needs/11_13")
    talk.say("rehearsal:everyone_does_it")
    turn = library.starters["special_needs/11_13"].replies.everyone_does_it
    text = talk.say("I'd tell him that I love him and we will sort it out together")["text"]
    assert text.startswith(phrases.THANKS) and turn.better in text and turn.worse not in text
    assert talk.titles[0] == "Says nothing"


def test_danger_in_the_middle_is_helped_first(talk: Talk) -> None:
    """"She wants to die" is no move: its help comes, and practising is only put aside."""
    talk.say("rehearsal:after/14_15")
    talk.say("she is crying and says she wants to die")
    assert "999" in talk.said[0]["text"]
    assert all("rehearsal" not in said["waymark"] for said in talk.said)
    assert phrases.WHAT_MIGHT in talk.say("carry on practising")["text"]


def test_what_is_not_followed_never_traps_a_parent(talk: Talk) -> None:
    """Nonsense is asked about once, then answered as ever; the rehearsal can still go on."""
    talk.say("rehearsal:before/8_10")
    assert talk.say("flibber the wotsit grommet sideways")["text"].startswith(phrases.MISSED)
    assert "rehearsal" not in talk.say("blorp grunt snorkel pudding")["waymark"]
    assert phrases.WHAT_MIGHT in talk.say("rehearsal:carry_on")["text"]


def test_after_stopping_the_talk_is_ordinary_again(talk: Talk, library: Library) -> None:
    """A number after the end chooses what stood there; words like "crying" play nothing."""
    talk.say("rehearsal:before/16_17")
    talk.say("stop")
    first = library.starters["before/16_17"].next[0]
    assert key(talk.say("2")) == first
    talk.say("rehearsal:stop")
    said = talk.say("how do i start the conversation")
    assert key(said) == "talk/how_to_start" and talk.titles[-1] == "Practise this talk"
    assert talk.slot("practising") is None


def test_every_button_of_a_rehearsal_leads_somewhere(talk: Talk) -> None:
    """No button anywhere in a rehearsal ends in a shrug."""
    for step in ("rehearsal:start", "rehearsal:asking", "rehearsal:after/11_13", "rehearsal:anger",
                 "rehearsal:anger/first", "rehearsal:close", "rehearsal:take_away", "rehearsal:stop"):
        for button in talk.say(step)["buttons"]:
            talk.say(step if step.count("/") or step.endswith("start") else "rehearsal:after/11_13")
            after = talk.say(button["payload"])
            assert after["waymark"]["decision"] in ("answer", "flow"), button


def test_every_starter_can_be_played_through(talk: Talk, library: Library) -> None:
    """All twenty talks open, play and end in the real conversation too."""
    for starter in library.starters:
        assert opening(library, starter) in talk.say(f"rehearsal:{starter}")["text"]
        reaction = list(talks.REACTIONS)[len(starter) % 5]
        talk.press(talks.REACTIONS[reaction])
        turn = getattr(library.starters[starter].replies, reaction)
        assert turn.why in talk.press("The first")["text"]
        assert talk.press("Stop practising")["text"] == phrases.STOPPED


def test_starting_over_forgets_the_rehearsal(talk: Talk) -> None:
    """After starting again nothing is practised, and typed words are read as ever."""
    talk.say("rehearsal:after/14_15")
    talk.say("start again")
    assert talk.slot("practising") is None
    assert "rehearsal" not in talk.say("she'd cry")["waymark"]
