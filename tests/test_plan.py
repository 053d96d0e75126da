"""Whole conversations with the real model that lead a parent to a plan."""

from __future__ import annotations

import asyncio
import json
import uuid
from typing import Any

import pytest

from waymark.plan.code import decode
from waymark.plan.situation import Situation

Message = dict[str, Any]

TEXTS = {
    "what": "What has happened?", "age": "How old is your child?", "nation": "Which nation do you live in?",
    "adult": "Is an adult part of it", "threats": "Does anybody make threats",
    "spread": "Has the picture gone further", "mood": "How is your child right now?",
}


class Talk:
    """One conversation; `say` returns all that Waymark says to a message."""

    def __init__(self, asker: Any) -> None:
        self._asker, self._sender = asker, uuid.uuid4().hex
        self.asked: list[str] = []

    def say(self, text: str) -> list[Message]:
        said: list[Message] = asyncio.run(self._asker.say(text, self._sender))
        self.asked += [question for message in said if (question := asks(message))]
        return said

    def last(self, *texts: str) -> Message:
        for text in texts:
            said = self.say(text)
        return said[-1]

    def slots(self) -> dict[str, Any]:
        tracker = asyncio.run(self._asker._agent.tracker_store.retrieve(self._sender))
        return dict(tracker.current_slot_values())


@pytest.fixture
def talk(asker: Any) -> Talk:
    return Talk(asker)


def asks(message: Message) -> str:
    """The field that a message asks for, if it does."""
    return str((message["waymark"].get("plan") or {}).get("asked") or "")


def plan_of(message: Message) -> Situation:
    """The situation of the plan that ends with this message."""
    assert message["waymark"]["plan"]["step"] == "ready", message["text"]
    return decode(message["waymark"]["plan"]["code"])


def whole(said: list[Message]) -> str:
    return "\n\n".join(message["text"] for message in said)


def test_a_plan_is_made_with_buttons_alone(talk: Talk) -> None:
    """Seven presses, and the plan stands: now, today, this week, not to do, words, law, people, link."""
    talk.say("help me with what happened")
    for press in ("what/sent", "age/14_15", "nation/england", "adult/no", "threats/no", "spread/no"):
        assert asks(talk.say(f"plan:{press}")[-1])
    said = talk.say("plan:mood/upset")
    assert talk.asked == list(TEXTS)
    for part in ("Now:", "Today:", "This week:", "What not to do:", "Words to say tonight:", "The law:",
                 "NSPCC Helpline", "call 999", "/plan/"):
        assert part in whole(said), part
    chosen = [value for _, value in plan_of(said[-1]).chosen]
    assert chosen == ["sent", "14-15", "England", "no", "no", "no", "upset"]


def test_everything_can_be_skipped(talk: Talk) -> None:
    """A parent who says nothing still gets a plan that asks about danger and ends in help."""
    talk.say("i don't know where to start")
    said = talk.last("skip", "dont know", "pass", "i don't know", "skip", "not sure", "skip it please")
    assert plan_of(said) == Situation()
    assert any("999" in message["text"] for message in talk.say("plan:show"))


def test_nothing_is_asked_twice(talk: Talk) -> None:
    """The answer shown, the age and the nation that were told before are known."""
    talk.say("answer:happened/child_sent")
    talk.say("she's 12 and we live in Belfast")
    first = talk.say("plan:start")[-1]
    assert asks(first) == "adult"
    for known in ("your child sent a picture", "your child is 11 to 13", "you live in Northern Ireland"):
        assert known in first["text"]
    said = talk.last("no", "no", "just him, nobody else", "crying")
    assert talk.asked == ["adult", "threats", "spread", "mood"]
    assert plan_of(said).nation.value == "Northern Ireland"


def test_what_is_told_in_passing_is_not_asked(talk: Talk) -> None:
    """One message may answer several questions."""
    talk.say("make a plan")
    talk.say("plan:what/received")
    talk.say("he's 15, we live in Cardiff and nobody else has it")
    assert talk.asked == ["what", "age", "adult"]
    assert plan_of(talk.last("a lad in his class", "no", "he's ok")).spread.value == "no"


def test_typed_answers_are_understood(talk: Talk) -> None:
    """"She's 14", "Crewe", "no adult, he's in her class", "dont know", "in bits"."""
    talk.say("make a plan with me")
    said = talk.last("she sent a picture to a boy", "she's 14", "Crewe", "no adult, he's in her class",
                     "dont know", "only him", "in bits")
    values = [value for _, value in plan_of(said).chosen]
    assert values == ["sent", "14-15", "England", "no", "no", "upset"]
    assert "Cheshire East" in whole(talk.say("show me the plan"))


def test_what_makes_no_sense_is_asked_once_more_then_left(talk: Talk) -> None:
    """"He is 140" is asked again kindly, and the second time skipped."""
    talk.last("make a plan", "plan:what/sent")
    again = talk.say("he is 140")
    assert "did not quite follow" in again[0]["text"] and asks(again[-1]) == "age"
    left = talk.say("he is 140")
    assert "leave that one out" in left[0]["text"] and asks(left[-1]) == "nation"


def test_a_grown_up_child_is_asked_about_once_more(talk: Talk) -> None:
    """"He's 19" is no age of a child: the plan is for under 18, and no adult is made of him."""
    talk.last("make a plan", "plan:what/sent")
    said = talk.say("he's 19")
    assert "under 18" in said[0]["text"] and asks(said[-1]) == "age"
    assert talk.slots()["plan_adult"] is None


def test_a_question_in_the_middle_is_answered_and_the_plan_goes_on(talk: Talk) -> None:
    """"Is it illegal?" gets its answer for Scotland, then our question comes again."""
    talk.last("make a plan", "plan:what/sent", "13", "scotland")
    said = talk.say("is sending a nude selfie a crime?")
    assert said[0]["waymark"]["answer"] == "law/is_it_a_crime"
    assert said[0]["text"].startswith("For Scotland:")
    assert asks(said[-1]) == "adult" and "back to your plan" in said[-1]["text"]
    assert asks(talk.say("thanks")[-1]) == "adult" and asks(talk.say("topics")[-1]) == "adult"
    assert asks(talk.say("no")[-1]) == "threats"


def test_leaving_and_coming_back(talk: Talk) -> None:
    """"Leave it" leaves with a way back and somebody to call; what was said is kept."""
    talk.last("make a plan", "plan:what/received", "plan:age/14_15")
    left = talk.say("leave it")[-1]
    assert "999" in left["text"] and "plan:resume" in [b["payload"] for b in left["buttons"]]
    assert talk.last("what is outcome 21")["waymark"]["answer"] == "police/outcome_21"
    assert asks(talk.say("carry on with the plan")[-1]) == "nation"
    assert plan_of(talk.last("stop", "plan:show")).what.value == "received"


def test_danger_in_the_middle_comes_first(talk: Talk) -> None:
    """Help is shown, the danger is in the plan, and the question comes again."""
    talk.last("make a plan", "plan:what/sent", "plan:age/11_13", "plan:nation/wales")
    said = talk.say("she told me she wants to kill herself")
    assert said[0]["waymark"]["urgent"] == ["suicide_self_harm"] and "999" in said[0]["text"]
    assert asks(said[-1]) == "adult"
    said = talk.say("no")
    assert asks(said[-1]) == "threats"
    done = [*talk.say("no"), *talk.say("no")]
    assert "mood" not in talk.asked and plan_of(done[-1]).mood.value == "very low"
    now = next(message["text"] for message in done if "Now:" in message["text"])
    assert now.index("call 999 now") < now.index("Is any child in this under 13?")


def test_danger_with_an_answer_of_its_own_does_not_stop_the_plan(talk: Talk) -> None:
    """Help, then the answer to what was asked, then our question: nothing goes round in circles."""
    talk.last("make a plan", "plan:what/sent", "plan:age/14_15", "plan:nation/england", "plan:adult/no")
    said = talk.say("someone is threatening to send her pictures to everyone unless she pays, "
                    "will they really post it?")
    assert said[0]["waymark"]["urgent"] == ["blackmail"]
    assert 2 <= len(said) <= 4 and asks(said[-1]) == "spread"


def test_a_danger_taken_back_leaves_the_plan(talk: Talk) -> None:
    """"No, no adult is in touch" is believed, said, and the plan goes on without it."""
    talk.last("make a plan", "plan:what/sent", "plan:age/14_15", "plan:nation/england")
    assert talk.say("a man of 40 she met online wants to meet her")[0]["waymark"]["urgent"] == ["adult_contact"]
    said = talk.say("choice:no_danger")
    assert "no adult is part of it" in whole(said) and asks(said[-1])
    assert talk.slots()["plan_adult"] == "no"


def test_the_later_fact_wins_and_is_said(talk: Talk) -> None:
    """"Actually an adult is involved" after a no: changed, said, and on top of the plan."""
    talk.last("make a plan", "plan:what/sent", "plan:age/14_15", "plan:nation/england", "no", "no", "no")
    said = talk.say("actually an adult is involved, her coach, he's 34")
    assert "an adult is part of it" in whole(said) and "no adult is part of it" in whole(said)
    assert asks(said[-1]) == "mood"
    assert plan_of(talk.last("ok")).adult.value == "yes"


def test_the_age_of_the_other_one_is_not_the_childs(talk: Talk) -> None:
    """"No, he's 16" about the other one leaves a child of 12 a child of 12."""
    talk.last("make a plan", "plan:what/sent", "she is 12", "plan:nation/england", "no, he's 16")
    slots = talk.slots()
    assert (slots["age"], slots["plan_age"], slots["plan_adult"]) == ("12", "11-13", "no")


def test_northern_ireland_has_its_own_people(talk: Talk) -> None:
    """The Trust of the town that was told, Lifeline for a child who is very low, no Outcome 21."""
    talk.last("make a plan", "plan:what/sent", "plan:age/8_10", "Derry")
    said = [*talk.say("no"), *talk.say("no"), *talk.say("no"), *talk.say("plan:mood/very_low")]
    text = whole(said)
    assert "Gateway team" in text and "Lifeline" in text and "Western HSC Trust" in text
    assert "In Northern Ireland a child under 10 cannot commit a crime." in text
    assert "council's" not in text and "Outcome 21" not in text


def test_scotland_under_twelve(talk: Talk) -> None:
    """Social work, the age of 12, and Children First; nothing of England."""
    talk.last("make a plan", "he passed it on", "he's 9", "Glasgow", "no", "no", "no")
    text = whole(talk.say("he's ok"))
    assert "In Scotland a child under 12 cannot be held responsible for a crime." in text
    assert "social work team" in text and "Clan Childlaw" in text
    assert "under 10" not in text and "In England" not in text


def test_a_teacher_gets_the_answer_for_their_work(talk: Talk) -> None:
    """The plan is for parents; who works with children is shown what holds for them."""
    talk.say("make a plan")
    said = talk.say("i'm a teacher and one of my pupils sent a nude")
    assert "support/for_professionals" in [message["waymark"].get("answer") for message in said]
    assert "plan:parent" in [button["payload"] for button in said[-1]["buttons"]]
    assert asks(talk.say("plan:parent")[-1]) == "what"


def test_going_to_practise_a_talk_leaves_the_plan_in_peace(talk: Talk) -> None:
    """The rehearsal takes over; later the plan goes on where it was."""
    talk.last("make a plan", "plan:what/sent")
    said = talk.say("rehearsal:after")
    assert not asks(said[-1]) and "practise" in said[-1]["text"]
    assert asks(talk.last("rehearsal:stop", "carry on with the plan")) == "age"


def test_a_plan_can_be_made_anew(talk: Talk) -> None:
    """"Make the plan again" asks from the beginning and keeps only where the family lives."""
    talk.last("make a plan", "plan:what/sent", "14", "wales", "no", "no", "no", "ok")
    first = talk.say("plan:again")[-1]
    assert asks(first) == "what" and "you live in Wales" in first["text"]
    slots = talk.slots()
    assert slots["plan_age"] is None and slots["age"] is None


def test_the_answers_behind_the_plan_are_buttons(talk: Talk) -> None:
    """Six answers, the rest under "More", and each leads to its answer."""
    end = talk.last("make a plan", "plan:what/sent", "14", "wales", "no", "no", "no", "ok")
    keys = [b["payload"] for b in end["buttons"] if b["payload"].startswith("answer:")]
    assert len(keys) == 6 and len(end["buttons"]) <= 8
    assert all(len(button["title"]) <= 24 for button in end["buttons"])
    more = talk.say("plan:more")[-1]
    others = [b["payload"] for b in more["buttons"] if b["payload"].startswith("answer:")]
    assert others and not set(others) & set(keys)
    for key in (keys[0], others[-1]):
        assert talk.last(key)["waymark"]["answer"] == key.removeprefix("answer:")


def test_there_is_a_button_under_what_happened_and_the_topics(talk: Talk) -> None:
    """Who does not know where to begin finds it."""
    for place in ("answer:happened/child_sent", "topic:happened", "choice:topics"):
        assert "plan:start" in [button["payload"] for button in talk.say(place)[-1]["buttons"]], place


def test_nothing_that_was_typed_is_kept_for_the_plan(talk: Talk) -> None:
    """Slots hold kinds and codes, never a word of the parent's."""
    talk.last("make a plan", "my Poppy sent one to Jayden from Oak Lane", "she's 14", "Crewe",
              "no adult, Jayden is in her class")
    kept = json.dumps({name: value for name, value in talk.slots().items() if value})
    assert not any(word in kept for word in ("Poppy", "Jayden", "Oak", "Crewe", "class"))
    assert '"plan_what": "sent"' in kept and '"plan_adult": "no"' in kept


def test_starting_over_forgets_the_plan(talk: Talk) -> None:
    """After "start over" nothing of it is left."""
    talk.last("make a plan", "plan:what/sent", "14", "start over")
    assert not any(value for name, value in talk.slots().items() if name.startswith("plan_"))
