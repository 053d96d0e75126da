"""Whole conversations with the real model: what a parent asks, what Waymark answers."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]


class Talk:
    """One conversation; `say` returns the last message."""

    def __init__(self, asker: Any) -> None:
        self._asker, self._sender = asker, uuid.uuid4().hex

    def say(self, text: str) -> dict[str, Any]:
        said = asyncio.run(self._asker.say(text, self._sender))
        return dict(said[-1])


@pytest.fixture
def talk(asker: Any) -> Talk:
    return Talk(asker)


def key(message: dict[str, Any]) -> str | None:
    return message["waymark"].get("answer")


@pytest.mark.parametrize(("text", "right"), [
    ("is sending a nude selfie a crime?", "law/is_it_a_crime"),
    ("what is outcome 21", "police/outcome_21"),
    ("how do i start the conversation", "talk/how_to_start"),
    ("my son sent a pic to his gf and now the whole year has it what do i do",
     "happened/image_spreading"),
    ("will it show up on her dbs", "police/dbs_check"),
    ("how many kids in cheshire", "figures/cheshire"),
])
def test_the_promised_questions_are_answered(ask: Ask, text: str, right: str) -> None:
    """The questions Waymark was first asked for get their answer."""
    told = ask(text)
    assert (told["decision"], told["answer"]) == ("answer", right)


def test_scotland_after_an_answer_keeps_the_thread(talk: Talk) -> None:
    """"And if we live in Scotland?" gives the same answer in Scottish words."""
    assert key(talk.say("is sending a nude selfie a crime?")) == "law/is_it_a_crime"
    said = talk.say("and if we live in scotland?")
    assert key(said) == "law/is_it_a_crime" and said["text"].startswith("For Scotland:")
    said = talk.say("sorry I meant england")
    assert key(said) == "law/is_it_a_crime" and not said["text"].startswith("For Scotland")


def test_a_nation_button_does_the_same(talk: Talk) -> None:
    """The button for Northern Ireland gives the words for Northern Ireland."""
    said = talk.say("is sending a nude selfie a crime?")
    button = next(b for b in said["buttons"] if "Northern Ireland" in b["title"])
    assert talk.say(button["payload"])["text"].startswith("For Northern Ireland:")


def test_an_age_chooses_the_words(talk: Talk) -> None:
    """"She's only 9" after an answer that differs by age gives the words for that age."""
    talk.say("answer:happened/child_sent")
    said = talk.say("she's only 9")
    assert key(said) == "happened/child_sent" and said["text"].startswith("For a child of 8 to 10")


def test_more_and_sources_belong_to_the_last_answer(talk: Talk) -> None:
    """"Tell me more" and "where does that come from" are about what was just said."""
    talk.say("what is outcome 21")
    more = talk.say("tell me more")
    assert key(more) == "police/outcome_21" and more["waymark"]["part"] == "more"
    sources = talk.say("where does that come from")
    assert "https://" in sources["text"] and "checked 22 November 2026" in sources["text"]


def test_after_two_misses_people_are_named(talk: Talk) -> None:
    """Guessing stops after two misses, and there is somebody to call."""
    talk.say("flibber the wotsit grommet sideways")
    talk.say("none of these")
    said = talk.say("no, something else")
    assert "NSPCC" in said["text"] and "999" in said["text"]


def test_a_choice_by_number_is_what_was_offered(talk: Talk) -> None:
    """After an offer, "the second one" shows the second."""
    said = talk.say("what about the police?")
    offered = said["waymark"]["offered"]
    assert said["waymark"]["decision"] == "offer" and len(offered) >= 2
    assert key(talk.say("the second one")) == offered[1]


def test_every_button_of_an_answer_leads_somewhere(talk: Talk, library: Any) -> None:
    """No button ends in a shrug."""
    for message in (talk.say("answer:happened/sextortion"), talk.say("choice:topics")):
        for button in message["buttons"]:
            after = talk.say(button["payload"])
            assert after["waymark"]["decision"] in ("answer", "flow"), button


def test_what_is_not_ours_is_declined_with_somebody_to_ask(ask: Ask) -> None:
    """A parenting question of another kind is declined kindly, not answered with a guess."""
    told = ask("my 3 year old won't sleep through the night and i'm exhausted")
    assert told["answer"] is None and told["decision"] == "unsure"


def test_start_over_forgets_the_thread(talk: Talk) -> None:
    """After starting again, "tell me more" has nothing to be about."""
    talk.say("what is outcome 21")
    talk.say("/restart")
    assert talk.say("tell me more")["waymark"].get("answer") is None


def test_a_second_question_in_a_story_is_a_button(ask: Ask) -> None:
    """A story with two questions gets one answer and the other as a button."""
    told = ask("My daughter's picture has been posted on a page at school and everyone is "
               "sharing it, how do we get it taken down? Also will this show on a DBS check?")
    shown = {told["answer"], *told["offered"]}
    assert "police/dbs_check" in shown and shown & {"happened/get_it_removed",
                                                    "happened/image_spreading"}


@pytest.mark.parametrize("text", ["", "😭", "....", "\x00", "5"])
def test_a_message_without_words_is_not_guessed_at(ask: Ask, text: str) -> None:
    """Signs alone are answered kindly, never with an answer that nobody asked for."""
    assert ask(text)["answer"] is None


@pytest.mark.parametrize(("context", "heading"), [
    ({"nation": "Scotland"}, "For Scotland:"), ({"nation": "NI"}, "For Northern Ireland:"),
    ({"nation": "E&W"}, ""), ({"nation": "Atlantis", "age": "old"}, ""), ({"age": 99}, ""),
])
def test_a_context_is_understood_or_left_alone(
    asker: Any, context: dict[str, Any], heading: str
) -> None:
    """A nation is read in its short forms too; what makes no sense changes nothing."""
    sender = uuid.uuid4().hex
    asyncio.run(asker._recall(sender, context))
    said = asyncio.run(asker.say("is sending a nude selfie a crime?", sender))
    text = said[-1]["text"]
    assert text.startswith(heading) if heading else not text.startswith("For ")
