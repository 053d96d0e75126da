"""Sentences, buttons and the linear head, each by itself."""

from __future__ import annotations

import numpy as np
import pytest

from waymark.nlu import choices, head
from waymark.nlu.kept_back import is_kept_back, kept_back
from waymark.nlu.sentences import MOST, split


def test_a_question_in_the_last_words_is_a_piece_of_its_own() -> None:
    """An unpunctuated story gives up the question at its end."""
    text = "my son sent a pic to his gf and now the whole year has it what do i do"
    assert split(text, [text])[-1] == "what do i do"


def test_one_sentence_has_no_pieces() -> None:
    """A single sentence is read whole and not twice."""
    assert split("is it against the law", ["is it against the law"]) == []


def test_a_very_long_story_is_read_from_its_end() -> None:
    """No more than so many pieces are read, and the last ones are."""
    sentences = [f"this is sentence number {n}." for n in range(50)]
    assert split(" ".join(sentences), sentences) == sentences[-MOST:]


@pytest.mark.parametrize(("text", "chosen"), [
    ("answer:law/forwarding", ("answer", "law/forwarding")),
    ("choice:more", ("choice", "more")), ("topic:law", ("topic", "law")),
    ("choice:delete_everything", None), ("answer:law", None), ("/law{}", None),
    ("the answer: law/forwarding", None), ("answer:law/forwarding please", None),
])
def test_only_a_whole_button_is_a_button(text: str, chosen: tuple[str, str] | None) -> None:
    """A button is read exactly; anything else is words."""
    assert choices.read(text) == chosen


def test_a_button_for_an_unknown_step_is_a_mistake() -> None:
    """A step that nobody wrote cannot be put on a button."""
    with pytest.raises(ValueError, match="no step"):
        choices.step_button("Go", "away")


def test_the_head_learns() -> None:
    """What is plainly apart is told apart."""
    random = np.random.default_rng(3)
    labels = [name for name in "abc" for _ in range(40)]
    vectors = np.repeat(random.normal(size=(3, 16)), 40, axis=0)
    vectors = (vectors + random.normal(scale=0.8, size=vectors.shape)).astype(np.float32)
    back = np.arange(120) % 3 == 0
    logits, judged = head.logits_of_kept_back(vectors, labels, back)
    assert judged.tolist() == list(range(0, 120, 3))
    assert (logits.argmax(axis=1) == np.repeat(np.arange(3), 40)[judged]).mean() > 0.9


def test_the_temperature_makes_confidence_honest() -> None:
    """A head that says "certain" and is right seven times in ten comes to say 70%."""
    logits = np.tile([9.0, 0.0, 0.0], (100, 1))
    right = np.array([0] * 70 + [1] * 15 + [2] * 15)
    warmth = head.temperature(logits, right)
    assert head.softmax(logits / warmth)[0, 0] == pytest.approx(0.7, abs=0.01)


def test_training_twice_gives_the_same_head() -> None:
    """The same questions give the same weights, so a release can be made again."""
    random = np.random.default_rng(5)
    vectors, labels = random.normal(size=(60, 8)).astype(np.float32), ["x", "y", "z"] * 20
    assert np.array_equal(head.fit(vectors, labels).weights, head.fit(vectors, labels).weights)


def test_one_question_in_five_is_kept_back_whatever_stands_beside_it() -> None:
    """The text alone says whether a question is kept back; case and blanks do not count."""
    texts = [f"question number {n}" for n in range(2000)]
    assert 0.17 < np.mean([is_kept_back(text) for text in texts]) < 0.23
    assert all(is_kept_back(text) == is_kept_back(f" {text.upper()} ") for text in texts[:50])


def test_every_answer_keeps_something_to_learn_from() -> None:
    """Where all questions of an answer would be kept back, one stays."""
    unlucky = [text for text in (f"ask {n}" for n in range(99)) if is_kept_back(text)][:3]
    assert kept_back(unlucky, ["law/forwarding"] * 3).tolist() == [False, True, True]
