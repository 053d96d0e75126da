"""What was taken back is not read; what is asked then is."""

from __future__ import annotations

import pytest

from waymark.nlu.lead import pieces, rest


@pytest.mark.parametrize(("text", "asked"), [
    ("actually forget that, what about school", "what about school"),
    ("never mind the law, how do i talk to him", "how do i talk to him"),
    ("Different question: will it show on a DBS check?", "will it show on a DBS check?"),
    ("ok scrap that what about the police", "what about the police"),
    ("no wait, forget what I asked. who can I ring", "who can I ring"),
    ("changed my mind, how do I get it taken down", "how do I get it taken down"),
])
def test_only_the_new_question_is_read(text: str, asked: str) -> None:
    """A change of mind before a question does not blur the question."""
    assert rest(text) == asked


@pytest.mark.parametrize("text", [
    "different question", "forget it", "never mind", "Forget that he's 15, what do I do",
    "never mind what the school says, is it legal", "is it illegal",
    "she wants to forget it and I do too, what now",
])
def test_all_else_is_read_whole(text: str) -> None:
    """Where nothing is taken back, or nothing follows, no word is dropped."""
    assert rest(text) == text


def test_the_sentences_lose_it_too() -> None:
    """What was taken back counts in no sentence either."""
    text = "never mind the police, does he need a lawyer? and can school exclude him?"
    parts = ["never mind the police, does he need a lawyer?", "and can school exclude him?"]
    assert pieces(text, parts) == ["does he need a lawyer?", "and can school exclude him?"]
    assert pieces("one. two", ["one.", "two"]) == ["one.", "two"]
