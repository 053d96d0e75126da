"""The thread of whole talks with the real model: corrections, changes of mind, kindness, leaving."""

from __future__ import annotations

import asyncio
import uuid
from itertools import pairwise
from typing import Any

import pytest

from waymark.content.library import Library


class Talk:
    """One conversation. `say` returns the last message; `said` holds all of the last turn."""

    def __init__(self, asker: Any) -> None:
        self._asker, self.sender = asker, uuid.uuid4().hex
        self.said: list[dict[str, Any]] = []

    def say(self, *texts: str) -> dict[str, Any]:
        for text in texts:
            self.said = asyncio.run(self._asker.say(text, self.sender))
        return dict(self.said[-1])

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.said[-1].get("buttons") or []]

    @property
    def payloads(self) -> list[str]:
        return [button["payload"] for button in self.said[-1].get("buttons") or []]

    @property
    def store(self) -> Any:
        """Where conversations are really kept, under Rasa's own wrapping."""
        kept = self._asker._agent.tracker_store
        return getattr(kept, "_tracker_store", kept)

    def slots(self) -> dict[str, Any]:
        tracker = asyncio.run(self._asker._agent.tracker_store.retrieve(self.sender))
        return dict(tracker.current_slot_values()) if tracker else {}


@pytest.fixture
def talk(asker: Any) -> Talk:
    return Talk(asker)


def key(message: dict[str, Any]) -> str | None:
    found: str | None = message["waymark"].get("answer")
    return found


SENT = "answer:happened/child_sent"


@pytest.mark.parametrize(("before", "words", "right", "line"), [
    (SENT, "no, he received it", "happened/child_received", "your child was sent it"),
    (SENT, "no she was sent it, she didnt send it", "happened/child_received",
     "your child was sent it"),
    (SENT, "it was him who passed it on", "happened/child_shared_someone_else",
     "your child passed it on"),
    ("my daughter sent a nude to a boy", "it was him who passed it on",
     "happened/image_spreading", "somebody else passed it on"),
    (SENT, "they didn't send it, only asked", "happened/asked_for_pics",
     "your child was only asked"),
    (SENT, "no its a fake, its not really her", "happened/deepfake_of_child",
     "the picture is a fake"),
    ("answer:law/forwarding", "no, he received it", "law/having_received",
     "your child was sent it"),
])
def test_a_correction_shows_what_fits(
    talk: Talk, before: str, words: str, right: str, line: str
) -> None:
    """Who did what is corrected in a few words, said back in one line, and answered."""
    assert key(talk.say(before, words)) == right
    assert talk.said[-2]["text"] == f"All right: {line}."


def test_a_real_picture_and_no_fake_is_asked_about(talk: Talk) -> None:
    """"It's real" does not say what happened to it: two needs are offered, and can be chosen."""
    said = talk.say("answer:happened/deepfake_of_child", "no it's not a fake, it's real")
    assert said["text"].startswith("All right: the picture is real.")
    assert said["waymark"]["offered"] == ["happened/child_sent", "happened/image_spreading"]
    assert key(talk.say("the second one")) == "happened/image_spreading"


def test_another_child_is_taken_in(talk: Talk) -> None:
    """"Not my son, my niece": what was said holds, and who else must know is said."""
    said = talk.say(SENT, "not my son, my niece")
    assert talk.said[0]["text"] == "All right: it is about your niece."
    assert "999" in said["text"] and talk.payloads[0].startswith("answer:")
    assert key(talk.say("no, she was sent it")) == "happened/child_received"


def test_a_corrected_age_changes_the_words_at_once(talk: Talk) -> None:
    """"Sorry, she's 12 not 14" says the same answer again for a child of twelve."""
    said = talk.say("my 14 year old daughter sent a nude to a boy", "sorry, she's 12 not 14")
    assert said["text"].startswith("For a child of 11 to 13:")
    assert talk.slots()["age"] == "12"
    assert talk.say("not 12, nine")["text"].startswith("For a child of 8 to 10:")


def test_a_corrected_nation_changes_the_words_at_once(talk: Talk) -> None:
    """"I meant Scotland" says the same answer again in Scottish words."""
    talk.say("we live in england", "answer:law/is_it_a_crime")
    assert talk.say("sorry, I meant Scotland")["text"].startswith("For Scotland:")
    assert not talk.say("no, I meant Wales")["text"].startswith("For Scotland:")
    assert talk.slots()["nation"] == "Wales"


def test_a_no_never_brings_the_same_answer_again(talk: Talk) -> None:
    """What was wrong is not said twice: its neighbours are offered."""
    offered = talk.say(SENT, "no that's wrong")["waymark"]["offered"]
    assert offered and "happened/child_sent" not in offered
    assert key(talk.say("no he was sent it")) == "happened/child_received"


def test_a_change_of_mind_leads_to_the_new_question(talk: Talk) -> None:
    """"Actually forget that, what about school" goes to school; a question to its answer."""
    offered = talk.say("answer:law/is_it_a_crime", "actually forget that, what about school")
    assert offered["waymark"]["offered"]
    assert all(one.startswith("school/") for one in offered["waymark"]["offered"])
    assert key(talk.say("the second one")) == offered["waymark"]["offered"][1]
    assert key(talk.say("never mind school, what is outcome 21")) == "police/outcome_21"


def test_a_different_question_keeps_the_family_and_drops_the_thread(talk: Talk) -> None:
    """"Different question" asks for it; nation and age stay, "tell me more" has nothing before."""
    talk.say("we live in scotland", "what is outcome 21")
    assert talk.say("different question")["text"].endswith("?")
    assert talk.slots()["nation"] == "Scotland"
    assert key(talk.say("tell me more")) is None
    assert key(talk.say("different question: is it a crime to send a nude selfie")) \
        == "law/is_it_a_crime"


@pytest.mark.parametrize(("text", "first", "others"), [
    ("What is outcome 21? Will it show on a dbs check?", "police/outcome_21",
     ["police/dbs_check"]),
    ("Will he get a criminal record? Can the school exclude him?", "police/criminal_record",
     ["school/exclusion"]),
    ("what is outcome 21 and will it show on a dbs check?", "police/outcome_21",
     ["police/dbs_check"]),
    ("Will she get a criminal record? Can the school exclude her? What is Report Remove?",
     "police/criminal_record", ["school/exclusion", "happened/report_remove"]),
    ("Thank you. Will he get a criminal record? And can the school exclude him?",
     "police/criminal_record", ["school/exclusion"]),
    ("thanks, and what is outcome 21", "police/outcome_21", []),
    ("ok cheers for that, will it show on her dbs", "police/dbs_check", []),
])
def test_of_several_questions_the_first_is_answered(
    talk: Talk, text: str, first: str, others: list[str]
) -> None:
    """The first question is answered and each other one is a button; thanks stand in no way."""
    assert key(talk.say(text)) == first
    assert {f"answer:{other}" for other in others} <= set(talk.payloads)


def test_thanks_after_hard_news_are_warm_and_lead_on(talk: Talk, library: Library) -> None:
    """One useful next step is offered, once each; "yes" takes it."""
    first, second, *_ = library.answers["happened/child_sent"].next
    talk.say(SENT, "thanks")
    assert talk.payloads == [f"answer:{first}"]
    words = talk.said[-1]["text"]
    assert talk.say("thank you so much")["text"] != words
    assert key(talk.say("yes please")) == first
    talk.say(SENT, "goodbye")
    assert "999" in talk.said[-1]["text"] and talk.payloads == [f"answer:{second}"]


def test_thanks_without_hard_news_stay_short(talk: Talk) -> None:
    """Who asked about figures is thanked back, no more."""
    talk.say("answer:figures/national")
    assert "buttons" not in talk.say("thanks")


def test_anger_is_met_kindly_and_never_with_the_same_words(talk: Talk) -> None:
    """Sorry once; a person and other doors each time; no two replies in a row alike."""
    talk.say(SENT)
    texts = []
    for words in ("this is useless", "you stupid fucking thing", "for fucks sake", "useless"):
        texts.append(talk.say(words)["text"])
        assert {"choice:people", "choice:topics"} <= set(talk.payloads)
        assert "NSPCC" in texts[-1]
    assert all(one != other for one, other in pairwise(texts))
    assert [("sorry" in text.lower()) for text in texts] == [True, False, False, False]


@pytest.mark.parametrize("words", [
    "I want to talk to a person", "can i talk to someone", "human please", "give me a number to ring",
    "want to talk 2 a real person", "I want speak with real person please",
])
def test_a_person_is_named_to_who_asks_for_one(talk: Talk, words: str) -> None:
    """However it is asked for, there are people to call."""
    said = talk.say(words)
    assert "NSPCC" in said["text"] and "999" in said["text"]


@pytest.mark.parametrize("words", ["stop", "STOP", "stop it", "leave me alone", "unsubscribe",
                                   "i dont want to carry on", "end this chat please"])
def test_stop_stops_and_asks_nothing(talk: Talk, words: str) -> None:
    """We stop kindly, say how to come back, and ask no more; the next message is answered."""
    said = talk.say(SENT, words)
    assert "I will stop here" in said["text"] and "999" in said["text"]
    assert "?" not in said["text"] and "buttons" not in said
    assert key(talk.say("what is outcome 21")) == "police/outcome_21"


@pytest.mark.parametrize("words", ["please make it stop", "how do i stop him",
                                   "please stop this from spreading"])
def test_a_cry_to_make_it_stop_is_not_leaving(talk: Talk, words: str) -> None:
    """"Make it stop" is about the child: ways on are shown, nobody is seen off."""
    said = talk.say(words)
    assert "I will stop here" not in said["text"] and said["buttons"]


def test_starting_again_clears_everything(talk: Talk) -> None:
    """After "start again" no slot, no flow and no form is left, even from the middle of a plan."""
    talk.say("we live in scotland", "my 12 year old sent a nude", "rehearsal:after/14_15",
             "plan:start", "plan:what/sent")
    assert "start again" in talk.say("start again")["text"]
    assert not any(talk.slots().values())
    assert key(talk.say("tell me more")) is None


@pytest.mark.parametrize(("order", "yes"), [
    ("delete my chat", "yes please delete it"), ("delete everything i wrote", "yes"),
    ("please wipe this conversation, I put her name in", "choice:delete_yes"),
    ("choice:delete_chat", "ok do it"),
])
def test_a_deleted_chat_is_gone_from_the_store(talk: Talk, order: str, yes: str) -> None:
    """Asked once, then done: not one event of the sender is left, and the talk begins anew."""
    talk.say("we live in wales", "my daughter sent a nude")
    said = talk.say(order)
    assert said["text"].startswith("Do you want me to delete this chat?")
    assert talk.titles == ["Yes, delete it", "No, keep it"]
    assert talk.sender in talk.store.store
    assert talk.say(yes)["text"].startswith("It is done.")
    assert talk.sender not in talk.store.store and talk.sender not in talk.store._seen
    assert talk.slots() == {}
    assert key(talk.say("tell me more")) is None and talk.slots().get("nation") is None


@pytest.mark.parametrize("no", ["no keep it", "no", "choice:delete_no"])
def test_a_kept_chat_is_kept(talk: Talk, no: str) -> None:
    """No keeps everything, and the thread goes on where it was."""
    talk.say("what is outcome 21", "delete my chat")
    assert "nothing is deleted" in talk.say(no)["text"]
    assert key(talk.say("tell me more")) == "police/outcome_21"


def test_another_question_drops_the_question_of_deleting(talk: Talk) -> None:
    """What is neither yes nor no is answered, and a later "yes" deletes nothing."""
    talk.say("delete my chat")
    assert key(talk.say("what is outcome 21")) == "police/outcome_21"
    talk.say("yes")
    assert talk.sender in talk.store.store


@pytest.mark.parametrize("words", [
    "should we delete the picture", "delete my account on Snapchat", "i want to delete her account",
    "delete everything off her phone", "how do i delete my chat",
])
def test_only_an_order_to_delete_the_chat_asks(talk: Talk, words: str) -> None:
    """Pictures, phones, accounts and questions how it works are not taken for the order."""
    assert "Do you want me to delete" not in talk.say(words)["text"]


def test_the_question_how_deleting_works_is_answered(talk: Talk) -> None:
    """Who asks how, is told how; the order then works."""
    said = talk.say("how do i delete my chat")
    assert key(said) == "about/delete_my_chat" and 'Type "delete my chat"' in said["text"]
    assert "Do you want me" in talk.say("delete my chat")["text"]


def test_deleting_works_in_the_middle_of_a_flow(talk: Talk) -> None:
    """A plan or a rehearsal holds nobody back from deleting."""
    for flow in ("plan:start", "rehearsal:after/14_15"):
        talk.say(flow, "delete my chat", "yes")
        assert talk.sender not in talk.store.store, flow


def test_danger_in_a_correction_is_helped_first(talk: Talk) -> None:
    """"No, he says he will share it if she doesn't pay" gets its help, whatever it corrects."""
    talk.say(SENT, "no, she wants to die because he passed it on")
    assert "999" in talk.said[0]["text"] and talk.said[0]["waymark"].get("urgent")
