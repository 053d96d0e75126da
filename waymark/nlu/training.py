"""Learning: the head, its temperature, and the bars for answering, all from questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from waymark.nlu import decision, head
from waymark.nlu.head import Head, softmax
from waymark.nlu.kept_back import kept_back
from waymark.nlu.sentences import Pieces, questions

WRONG_AT_MOST = 0.02
"""Of our questions that were kept back, how many may get a wrong answer with confidence."""

OURS_LOST_AT_MOST = 0.02
"""How many of our own questions may be declined as not ours."""

PIECE_WEIGHT = 0.5
"""How much the likeliest reading of any one sentence counts beside the whole message."""

CLEAR = 0.8
"""From which chance on a whole message is clear; held-out scores are the same from 0.5 up."""

TWO = 2
MOST_ASKED = 3

ALSO = 0.75
"""From which chance on another need in one sentence is offered as a button of its own."""


@dataclass(frozen=True)
class Judge:
    """A trained head and the bars for deciding."""

    head: Head
    thresholds: decision.Thresholds

    def decide(
        self, whole: np.ndarray, pieces: Pieces, *, wordless: bool = False
    ) -> decision.Decision:
        """Decide on a message from its vector (width) and its sentences.

        Reading the sentences doubles the time, so they are read only where they can change
        something: when the whole message is not clear, or when it asks two things.
        """
        chances = softmax(self.head.logits(whole))
        if chances.max() < CLEAR and pieces.texts:
            chances = self._with_pieces(whole, pieces.vectors())
        verdict = decision.decide(
            self.head.labels, chances, self.thresholds, wordless=wordless
        )
        asked = questions(pieces.texts)
        if len(asked) < TWO or verdict.kind not in (decision.ANSWER, decision.OFFER):
            return verdict
        if len(asked) == len(pieces.texts):
            return self._in_turn(verdict, pieces.vectors(asked[:MOST_ASKED]))
        if verdict.kind != decision.ANSWER:
            return verdict
        return replace(verdict, also=self._also(verdict, pieces.vectors(asked[-MOST_ASKED:])))

    def _in_turn(self, verdict: decision.Decision, parts: np.ndarray) -> decision.Decision:
        """A message of nothing but questions: the first is answered, the others offered.

        Where the first is not clear by itself, the whole message counts, as ever.
        """
        chances = softmax(self.head.logits(parts[:1]))[0]
        label, chance = self.head.labels[int(chances.argmax())], float(chances.max())
        clear = decision.group(label) == decision.ANSWER and chance >= self.thresholds.answer
        if not clear:
            whole = verdict.kind == decision.ANSWER
            return replace(verdict, also=self._also(verdict, parts)) if whole else verdict
        found = replace(verdict, kind=decision.ANSWER, label=label, confidence=round(chance, 4))
        return replace(found, also=self._also(found, parts[1:]))

    def _with_pieces(self, whole: np.ndarray, parts: np.ndarray) -> np.ndarray:
        best = softmax(self.head.logits(parts)).max(axis=0)
        return softmax(self.head.logits(whole) + PIECE_WEIGHT * np.log(best + 1e-3))

    def _also(self, verdict: decision.Decision, parts: np.ndarray) -> tuple[str, ...]:
        found = []
        for row in softmax(self.head.logits(parts)):
            label, chance = self.head.labels[int(row.argmax())], float(row.max())
            ours = decision.group(label) == decision.ANSWER
            if ours and chance >= ALSO and label != verdict.label:
                found.append((chance, label))
        return tuple(dict.fromkeys(label for _, label in sorted(found, reverse=True)))[:2]


def learn(
    vectors: np.ndarray, labels: Sequence[str], texts: Sequence[str]
) -> tuple[Judge, dict[str, Any]]:
    """Train on questions (vectors: texts x width) and their labels; report what was measured."""
    names = sorted(set(labels))
    raw, judged = head.logits_of_kept_back(vectors, labels, kept_back(texts, labels))
    right = np.array([names.index(labels[i]) for i in judged])
    warmth = head.temperature(raw, right)
    chances = softmax(raw / warmth)
    thresholds = _thresholds(names, chances, right)
    trained = head.fit(vectors, labels).cooled(warmth)
    report = _report(names, chances, right, thresholds) | {"temperature": warmth}
    return Judge(trained, thresholds), report


def _thresholds(names: list[str], chances: np.ndarray, right: np.ndarray) -> decision.Thresholds:
    """The lowest bars that keep wrong answers and lost questions rare among those kept back."""
    ours = np.array([decision.group(names[i]) == decision.ANSWER for i in right])
    foreign_columns = [i for i, name in enumerate(names) if decision.group(name) == "foreign"]
    best = chances.argmax(axis=1)
    certain = chances.max(axis=1)
    wrong = (best != right) & np.array([decision.group(names[i]) == decision.ANSWER for i in best])
    bars = np.arange(0.20, 0.96, 0.01)
    answer = next(
        (bar for bar in bars if (wrong & (certain >= bar)).mean() <= WRONG_AT_MOST), bars[-1]
    )
    foreign = chances[:, foreign_columns].sum(axis=1) if foreign_columns else np.zeros(len(right))
    bar = float(np.quantile(foreign[ours], 1 - OURS_LOST_AT_MOST)) if ours.any() else 0.5
    return decision.Thresholds(answer=float(answer), foreign=float(np.clip(bar, 0.3, 0.8)))


def _report(
    names: list[str], chances: np.ndarray, right: np.ndarray, thresholds: decision.Thresholds
) -> dict[str, Any]:
    order = np.argsort(-chances, axis=1)
    certain = chances.max(axis=1) >= thresholds.answer
    hit = order[:, 0] == right
    return {
        "questions_judged": len(right),
        "labels": len(names),
        "right_first": float(hit.mean()),
        "right_in_three": float((order[:, :3] == right[:, None]).any(axis=1).mean()),
        "answered": float(certain.mean()),
        "wrong_and_certain": float((~hit & certain).mean()),
    }
