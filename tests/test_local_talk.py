"""Help near the family, as whole talks with the real model."""

from __future__ import annotations

import asyncio
import re
import uuid
from typing import Any

import pytest


class Talk:
    """One conversation: what is said last, and what is remembered of the family."""

    def __init__(self, asker: Any) -> None:
        self._asker, self._sender = asker, uuid.uuid4().hex

    def say(self, text: str) -> dict[str, Any]:
        return dict(asyncio.run(self._asker.say(text, self._sender))[-1])

    def press(self, title: str, message: dict[str, Any]) -> dict[str, Any]:
        payload = next(b["payload"] for b in message["buttons"] if title in b["title"])
        return self.say(payload)

    @property
    def tracker(self) -> Any:
        return asyncio.run(self._asker._agent.tracker_store.retrieve(self._sender))

    @property
    def slots(self) -> dict[str, Any]:
        return dict(self.tracker.current_slot_values())


@pytest.fixture
def talk(asker: Any) -> Talk:
    return Talk(asker)


def titles(message: dict[str, Any]) -> list[str]:
    return [button["title"] for button in message["buttons"]]


def first_line(message: dict[str, Any]) -> str:
    return str(message["text"].split("\n")[0])


def test_a_family_in_england_is_asked_and_helped(talk: Talk) -> None:
    """Asked where they live, a parent says a town and is told who helps there."""
    asked = talk.say("where can I get help near me")
    assert asked["waymark"]["asked"] == "place" and "Where do you live?" in asked["text"]
    found = talk.say("Crewe")
    assert first_line(found) == "Help near Cheshire East:"
    for part in ("Cheshire East Council", "https://www.cheshireeast.gov.uk", "Cheshire Constabulary",
                 "0808 800 5000", "Early Help", "Safer Schools Partnership", "as reported in 2019"):
        assert part in found["text"]
    assert titles(found)[-1] == "Somewhere else"
    assert talk.slots["authority"] == "E06000049" and talk.slots["nation"] == "England"


def test_a_family_in_scotland_by_its_nation(talk: Talk) -> None:
    """The button of a nation gives its words and asks for the town; then the council helps."""
    asked = talk.say("answer:support/local")
    scottish = talk.press("Scotland", asked)
    assert scottish["text"].startswith("For Scotland:") and scottish["waymark"]["asked"] == "place"
    found = talk.say("Oban")
    assert first_line(found) == "Help near Argyll and Bute:"
    assert "Police Scotland" in found["text"] and "08000 28 22 33" in found["text"]


def test_a_family_in_wales_by_a_postcode(talk: Talk) -> None:
    """The first half of a postcode is enough at any time."""
    found = talk.say("LL13")
    assert first_line(found) == "Help near Wrexham:"
    assert "North Wales Police" in found["text"] and "Meic" in found["text"]


def test_a_family_in_northern_ireland_has_its_trust(talk: Talk) -> None:
    """In Northern Ireland it is the Trust, with the number of its own Gateway team."""
    found = talk.say("we're in Omagh")
    assert "Western HSC Trust" in found["text"] and "028 7131 4090" in found["text"]
    assert "028 9050 7000" not in found["text"] and "028 9504 9999" in found["text"]


def test_a_place_with_namesakes_is_asked_about(talk: Talk) -> None:
    """Of two towns of that name the parent chooses by button, or by a word."""
    asked = talk.say("Bangor")
    assert titles(asked)[:2] == ["Ards and North Down (Northern Ireland)", "Gwynedd (Wales)"]
    assert first_line(talk.press("Gwynedd", asked)) == "Help near Gwynedd:"


def test_namesakes_are_told_apart_in_words(talk: Talk) -> None:
    """"The one in Wales" is enough."""
    talk.say("answer:support/local")
    talk.say("Newport")
    assert first_line(talk.say("the one in Wales")) == "Help near Newport:"


def test_a_family_abroad_is_told_what_still_works(talk: Talk) -> None:
    """Outside the UK we say so kindly, and no UK number is given as if it would do."""
    talk.say("answer:support/local")
    found = talk.say("we live in Spain now")
    assert "only know who helps inside the UK" in found["text"]
    assert "takeitdown.ncmec.org" in found["text"] and "0808" not in found["text"]
    assert talk.slots["authority"] == "abroad"
    assert "Where do you live?" in talk.press("We live in the UK", found)["text"]


def test_a_slip_in_a_town_is_forgiven(talk: Talk) -> None:
    """"kendel" is Kendal."""
    talk.say("answer:support/local")
    assert first_line(talk.say("kendel")) == "Help near Westmorland and Furness:"


def test_who_would_rather_not_say_is_helped(talk: Talk) -> None:
    """Refusing is all right, typed or pressed, and gets help that is there for all."""
    asked = talk.say("answer:support/local")
    pressed = talk.press("rather not", asked)
    assert "That is all right" in pressed["text"] and "NSPCC Helpline: 0808 800 5000" in pressed["text"]
    talk.say("answer:support/local")
    assert talk.say("I'd prefer not to say")["text"] == pressed["text"]
    talk.say("answer:support/local")
    assert talk.say("no")["text"] == pressed["text"]


def test_a_family_that_moves_is_followed(talk: Talk) -> None:
    """The home that is told last counts, for a correction as for a move."""
    talk.say("answer:support/local")
    assert first_line(talk.say("Crewe")) == "Help near Cheshire East:"
    assert first_line(talk.say("no, Stoke")) == "Help near Stoke-on-Trent:"
    talk.say("answer:law/is_it_a_crime")
    talk.say("actually we moved to Kendal last month")
    assert talk.slots["authority"] == "E06000064"
    assert first_line(talk.say("answer:support/local")) == "Help near Westmorland and Furness:"


def test_a_home_is_remembered_for_the_talk(talk: Talk) -> None:
    """A home told beside a question is known later, without being asked."""
    answer = talk.say("we live in Perth, what is outcome 21")
    assert answer["waymark"]["answer"] == "police/outcome_21"
    assert answer["text"].startswith("For Scotland:") and "Help near Perth and Kinross" in titles(answer)
    assert first_line(talk.say("help near me")) == "Help near Perth and Kinross:"


def test_a_town_after_an_answer_says_it_again_for_the_nation(talk: Talk) -> None:
    """What differs in Scotland is said again, with the help near them one press away."""
    talk.say("answer:law/is_it_a_crime")
    again = talk.say("glasgow")
    assert again["waymark"]["answer"] == "law/is_it_a_crime"
    assert again["text"].startswith("For Scotland:")
    assert first_line(talk.press("Help near Glasgow City", again)) == "Help near Glasgow City:"


def test_scotland_after_a_home_in_england_keeps_the_thread(talk: Talk) -> None:
    """"And in Scotland?" is a question; the home in England is not taken for a Scottish one."""
    talk.say("answer:support/local")
    talk.say("Crewe")
    scottish = talk.say("and in Scotland?")
    assert scottish["text"].startswith("For Scotland:") and "Cheshire" not in scottish["text"]
    assert first_line(talk.say("and in England?")) == "Help near Cheshire East:"


def test_a_place_in_passing_is_not_taken_for_the_home(talk: Talk) -> None:
    """"Police in Crewe took his phone" is about the phone; whether they live there is asked."""
    talk.say("police in crewe took his phone")
    verdict = talk.tracker.latest_message.parse_data["decision"]
    assert verdict["candidates"][0][0] == "police/phone_seized"
    assert talk.slots["authority"] is None
    asked = talk.say("answer:support/local")
    assert "Do you live in Cheshire East?" in asked["text"]
    assert first_line(talk.say("yes")) == "Help near Cheshire East:"


def test_no_to_a_place_in_passing_asks_for_the_right_one(talk: Talk) -> None:
    """"No" to the place we guessed is no refusal to say."""
    talk.say("police in crewe took his phone")
    talk.say("answer:support/local")
    assert "Where do you live?" in talk.say("no")["text"]


def test_a_postcode_that_does_not_exist_is_asked_for_again(talk: Talk) -> None:
    """A slip in a postcode is said, and the next try is heard."""
    talk.say("answer:support/local")
    assert "cannot find that postcode" in talk.say("CW99 9ZZ")["text"]
    assert first_line(talk.say("CW1 2AB")) == "Help near Cheshire East:"


def test_a_place_that_nobody_knows_is_asked_for_again(talk: Talk) -> None:
    """An unknown name leads to another try, with ways out."""
    talk.say("answer:support/local")
    asked = talk.say("wibbleton")
    assert "do not know that place" in asked["text"] and "I'd rather not say" in titles(asked)


@pytest.mark.parametrize(("said", "help_near"), [("Street", "Somerset"), ("deal", "Kent")])
def test_who_was_asked_may_live_in_a_place_with_an_ordinary_name(
    talk: Talk, said: str, help_near: str
) -> None:
    """After our question "Street" and "deal" are places."""
    talk.say("answer:support/local")
    assert first_line(talk.say(said)) == f"Help near {help_near}:"


def test_a_big_city_is_asked_about_more_closely(talk: Talk) -> None:
    """London has 33 councils: we ask which."""
    talk.say("answer:support/local")
    assert "borough" in talk.say("London")["text"]
    assert first_line(talk.say("Hackney")) == "Help near Hackney:"


def test_a_question_in_between_is_answered(talk: Talk) -> None:
    """Who asks something else instead of saying a place gets the answer, and may say it later."""
    talk.say("answer:support/local")
    assert talk.say("what is outcome 21")["waymark"]["answer"] == "police/outcome_21"
    talk.say("answer:support/local")
    assert talk.say("tell me more")["waymark"]["part"] == "more"


@pytest.mark.parametrize("said", ["help in crewe", "need sum1 local not a helpline im in merthyr",
                                  "who do I ring in Dundee", "anything in Swansea for parents"])
def test_help_asked_for_in_a_place_is_given_at_once(talk: Talk, said: str) -> None:
    """Who names the place in asking is not asked again."""
    assert first_line(talk.say(said)).startswith("Help near ")


def test_the_local_help_says_where_it_comes_from(talk: Talk) -> None:
    """The address of the council and the reports are named as sources."""
    talk.say("cheshire west")
    found = talk.say("where does that come from")["text"]
    assert "cheshirewestandchester.gov.uk" in found and "2019" in found


def test_practising_can_go_on_after_the_local_help(talk: Talk) -> None:
    """The way back to a rehearsal stands below the question and below the help."""
    talk.say("rehearsal:start")
    assert "Carry on practising" in titles(talk.say("answer:support/local"))
    assert "Carry on practising" in titles(talk.say("Kendal"))


def test_no_place_that_was_typed_is_kept(talk: Talk) -> None:
    """Apart from the words themselves, nothing in the conversation holds a postcode or a place."""
    for text in ("Tarporley", "CW1 2AB", "LA9 4DQ", "bogus CW99 9ZZ", "we live in Majorca",
                 "police in Nantwich took his phone", "Bangor"):
        talk.say(text)
    for event in talk.tracker.events:
        kept = event.as_dict()
        if kept["event"] == "bot":
            kept = kept["metadata"]
        kept.pop("text", None)
        kept.get("parse_data", {}).pop("text", None)
        found = re.search(r"tarporley|cw1|2ab|la9|4dq|cw99|9zz|majorca|spain|nantwich|bangor",
                          str(kept).lower())
        assert found is None, (found, kept)
