"""Questions that lie closer to another answer are found, worst first."""

from __future__ import annotations

import numpy as np
import pytest

from waymark.content.library import Library
from waymark.nlu.nearness import strays
from waymark.settings import settings
from waymark.strays import complaints


def groups() -> tuple[np.ndarray, list[str]]:
    """Two answers far apart, ten questions each."""
    random = np.random.default_rng(1)
    centres = np.repeat(np.eye(2, 8), 10, axis=0)
    return centres + random.normal(scale=0.05, size=centres.shape), ["law/a"] * 10 + ["law/b"] * 10


def test_questions_in_their_place_are_let_be() -> None:
    """Where every question is closest to its own answer nothing is said."""
    assert strays(*groups()) == []


def test_a_question_under_the_wrong_answer_is_found() -> None:
    """The stray is named with the answer it belongs to and the question there most like it."""
    vectors, labels = groups()
    labels[3] = "law/b"
    found = strays(vectors, labels)
    assert [(stray.place, stray.label) for stray in found] == [(3, "law/a")]
    assert labels[found[0].like] == "law/a" and found[0].like != 3 and found[0].by > 0.5


def test_one_lonely_question_is_no_error() -> None:
    """An answer with a single question has no neighbours of its own; nothing breaks."""
    vectors, labels = groups()
    assert [s.place for s in strays(vectors[:11], labels[:11])] in ([], [10])


def test_a_stray_names_file_line_and_both_answers(library: Library) -> None:
    """Staff see where the question stands and which answer it resembles."""
    answer = library.answers["law/forwarding"]
    asked = library.answers["figures/cumbria"].questions[:2]
    changed = answer.copy(update={"questions": (*answer.questions, *(f"{q} please" for q in asked))})
    moved = type(library)({**library.answers, "law/forwarding": changed}, library.services,
                          library.starters, library.wording, library.pages)
    said = [str(c) for c in complaints(moved, settings()) if "figures/cumbria, for" in str(c)]
    assert any("answers/law/forwarding.yml:" in line and "worth a look" in line for line in said)


@pytest.mark.parametrize("margin", [0.0, 0.1])
def test_a_wider_margin_never_finds_more(margin: float) -> None:
    """The margin only ever makes us quieter."""
    vectors, labels = groups()
    labels[3], labels[14] = "law/b", "law/a"
    assert len(strays(vectors, labels, margin=margin + 0.2)) <= len(strays(vectors, labels, margin=margin))
