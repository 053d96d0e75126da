"""Sentences, buttons and the linear head, each by itself."""

from __future__ import annotations

import numpy as np
import pytest

from waymark.nlu import choices, head
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


def test_the_head_learns_and_its_confidence_is_mended() -> None:
    """What is plainly apart is told apart, and the temperature makes confidence honest."""
    random = np.random.default_rng(3)
    centres = random.normal(size=(3, 16))
    labels = [name for name in "abc" for _ in range(40)]
    vectors = np.repeat(centres, 40, axis=0) + random.normal(scale=0.8, size=(120, 16))
    trained = head.fit(vectors.astype(np.float32), labels)
    guessed = [trained.labels[i] for i in trained.logits(vectors).argmax(axis=1)]
    assert np.mean([g == w for g, w in zip(guessed, labels, strict=True)]) > 0.95
    right = np.repeat(np.arange(3), 40)
    overconfident = head.out_of_fold(vectors.astype(np.float32), labels) * 8
    warmth = head.temperature(overconfident, right)
    assert warmth > 2


def test_training_twice_gives_the_same_head() -> None:
    """The same questions give the same weights, so a release can be made again."""
    random = np.random.default_rng(5)
    vectors, labels = random.normal(size=(60, 8)).astype(np.float32), ["x", "y", "z"] * 20
    assert np.array_equal(head.fit(vectors, labels).weights, head.fit(vectors, labels).weights)
