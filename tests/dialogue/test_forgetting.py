"""Deleting a chat: an order is told from a question, yes from no, and gone is gone."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from waymark.dialogue import forgetting
from waymark.dialogue.forgetting import ASK, DELETE, HOW, KEEP, asks_to_forget, is_order, reply


def talk(text: str, kind: str = "unsure", label: str = "", *, asked: bool) -> list[dict[str, Any]]:
    parse = {"decision": {"kind": kind, "label": label}, "intent": {"name": "nlu_fallback"}}
    said = forgetting.QUESTION if asked else {"answer": HOW}
    return [{"event": "user", "text": "x"}, {"event": "bot", "metadata": {"waymark": said}},
            {"event": "user", "text": text, "parse_data": parse}]


@pytest.mark.parametrize("words", [
    "delete my chat", "delete everything i wrote", "please delete this conversation",
    "can you wipe my messages to you", "plz delete wat i sed", "erase my data",
    "I put her name in, please get rid of everything I've said to you",
    "forget what i told you", "i want this chat gone",
])
def test_an_order_is_asked_about_once(words: str) -> None:
    """Who wants the chat gone is asked once, whatever words they use."""
    assert reply(talk(words, "answer", HOW, asked=False)) == ASK


@pytest.mark.parametrize("words", [
    "how do i delete my chat", "Is there a way to clear my history on here?",
    "can I have this conversation removed", "how long till you forget all this?",
    "if I shut the laptop now, is all of this gone?",
])
def test_a_question_about_deleting_is_answered(words: str) -> None:
    """Who only asks how it works gets the answer, and nothing is set going."""
    assert reply(talk(words, "answer", HOW, asked=False)) is None


@pytest.mark.parametrize("words", [
    "delete the picture", "should we delete the picture", "delete my account on Snapchat",
    "delete everything off her phone", "wipe everything off his phone", "delete her messages",
    "get rid of the photo", "delete what i sent him", "delete it",
])
def test_other_things_to_delete_are_not_the_chat(words: str) -> None:
    """A picture, a phone or an account is never taken for this chat."""
    assert not is_order(words, "happened/should_i_delete")
    assert reply(talk(words, "offer", HOW, asked=False)) is None


@pytest.mark.parametrize("words", [
    "yes", "Yes please delete it", "yeah do it", "go ahead", "ok", "I'm sure", "delete it",
    "delete my chat", "aye",
])
def test_yes_deletes(words: str) -> None:
    """A plain yes after the question, or the order again, deletes."""
    assert reply(talk(words, asked=True)) == DELETE


@pytest.mark.parametrize("words", ["no", "no keep it", "don't delete it", "no thanks", "cancel"])
def test_no_keeps(words: str) -> None:
    """A plain no keeps the chat."""
    assert reply(talk(words, asked=True)) == KEEP


@pytest.mark.parametrize("words", [
    "what about the police", "yes but first what about school", "no delete the picture",
    "my son sent a picture", "yes he sent it to her", "what happens if i do",
])
def test_anything_else_drops_the_question(words: str) -> None:
    """What is neither yes nor no is answered as ever, and nothing is deleted."""
    assert reply(talk(words, asked=True)) is None


def test_a_yes_to_nothing_deletes_nothing() -> None:
    """Only right after our question does "yes" mean deleting."""
    asked = talk("hello", asked=True)
    later = [*asked, {"event": "bot", "metadata": {"waymark": {"decision": "small_talk"}}},
             {"event": "user", "text": "yes", "parse_data": {}}]
    assert reply(later) is None
    assert reply(talk("yes", asked=False)) is None


def test_the_mark_holds_for_the_latest_message_only() -> None:
    """A store removes a conversation when its last reply says so, and not after that."""
    gone = BotUttered("Done", metadata={"waymark": {forgetting.MARK: True}})
    said = [UserUttered("delete my chat"), gone]
    assert asks_to_forget(DialogueStateTracker.from_events("a", said))
    assert not asks_to_forget(DialogueStateTracker.from_events("a", [*said, UserUttered("hi")]))
    assert not asks_to_forget(DialogueStateTracker.from_events("a", [UserUttered("hi")]))
