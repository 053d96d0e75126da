"""From chances to what Waymark does: answer, offer a few, say not sure, or just talk.

A wrong answer said with confidence is the worst outcome here, so the bar for answering is
set on questions the head did not learn from, and written into the model beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

ANSWER, OFFER, UNSURE, FLOW, SMALL_TALK = "answer", "offer", "unsure", "flow", "small_talk"

SMALL_TALK_TOPIC = "small_talk"
NOT_OURS_TOPIC = "not_ours"
FOREIGN = "out_of_scope"

OFFERED = 3
CANDIDATES = 5


def group(label: str) -> str:
    """What kind of label this is: `answer`, `small_talk`, `flow` or `foreign`.

    A retrieval intent's whole key (`law/forwarding`) is an answer; a plain intent such as
    `tell_age` is a step of a flow.
    """
    topic = label.split("/", maxsplit=1)[0]
    if topic == SMALL_TALK_TOPIC:
        return SMALL_TALK
    if topic == NOT_OURS_TOPIC or label == FOREIGN:
        return "foreign"
    return ANSWER if "/" in label else FLOW


@dataclass(frozen=True)
class Thresholds:
    """From which chance on we answer, offer, or decline."""

    answer: float = 0.5
    offer: float = 0.08
    foreign: float = 0.5


@dataclass(frozen=True)
class Decision:
    """What to do with a message, and why.

    `label` is what is shown or done; for an offer or not sure it is the likeliest answer
    (or what made us decline). `candidates` are answers only, likeliest first. `also` are
    other answers that a part of the message asks for. `ours` is the chance that this is
    about what Waymark knows.
    """

    kind: str
    label: str | None
    confidence: float
    ours: float
    candidates: tuple[tuple[str, float], ...]
    also: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {
            "candidates": [[key, chance] for key, chance in self.candidates],
            "also": list(self.also),
        }


def decide(
    labels: Sequence[str],
    chances: np.ndarray,
    thresholds: Thresholds,
    *,
    wordless: bool = False,
) -> Decision:
    """Decide on one message. `chances`: one for each label; `wordless`: there is nothing
    to read, only signs."""
    order = np.argsort(-chances)
    answers = [i for i in order if group(labels[i]) == ANSWER]
    foreign = float(sum(chances[i] for i in order if group(labels[i]) == "foreign"))
    candidates = tuple((labels[i], round(float(chances[i]), 4)) for i in answers[:CANDIDATES])
    best = labels[order[0]]
    confidence = float(chances[order[0]])
    # "Thanks, bye" and "you're useless" are two kinds of small talk, and surely small talk.
    certain = confidence if group(best) != SMALL_TALK else float(
        sum(chances[i] for i in order if group(labels[i]) == SMALL_TALK))
    kind = _kind(best, certain, foreign, candidates, thresholds)
    if wordless:
        kind, best = UNSURE, None
    elif kind in (ANSWER, OFFER):
        best, confidence = candidates[0]
    return Decision(kind, best, round(confidence, 4), round(1 - foreign, 4), candidates)


def _kind(
    best: str,
    certain: float,
    foreign: float,
    candidates: tuple[tuple[str, float], ...],
    thresholds: Thresholds,
) -> str:
    kind = group(best)
    if kind in (SMALL_TALK, FLOW) and certain >= thresholds.answer:
        return kind
    if foreign >= thresholds.foreign or not candidates:
        return UNSURE
    likely = candidates[0][1]
    if kind == ANSWER and likely >= thresholds.answer:
        return ANSWER
    return OFFER if likely >= thresholds.offer else UNSURE
