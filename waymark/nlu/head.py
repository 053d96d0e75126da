"""The linear layer over the encoder: one weight vector for each need, calibrated.

Trained anew each time, in seconds. What it learns from is written by people, so its
confidence is measured on questions that were kept back and corrected by one
temperature (Guo et al. 2017, On Calibration of Modern Neural Networks).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

STRENGTH = 10.0
"""Inverse of the regularisation, sklearn's C."""

ITERATIONS = 25
"""Enough: from 20 to 150 the held-out score moves by less than half a point, and back."""


@dataclass(frozen=True)
class Head:
    """Labels, weights (width x labels), offsets and the temperature of their softmax."""

    labels: tuple[str, ...]
    weights: np.ndarray
    offsets: np.ndarray
    temperature: float = 1.0

    def logits(self, vectors: np.ndarray) -> np.ndarray:
        """Calibrated logits: texts x labels."""
        result: np.ndarray = (vectors @ self.weights + self.offsets) / self.temperature
        return result

    def cooled(self, temperature: float) -> Head:
        return Head(self.labels, self.weights, self.offsets, temperature)


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities, row by row."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: np.ndarray = powers / powers.sum(axis=-1, keepdims=True)
    return result


def fit(vectors: np.ndarray, labels: Sequence[str]) -> Head:
    """Train on vectors (texts x width) and their labels. Deterministic."""
    model = LogisticRegression(C=STRENGTH, max_iter=ITERATIONS, class_weight="balanced")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopped early on purpose
        model.fit(vectors.astype(np.float32), np.asarray(labels))
    if len(model.classes_) == 2:  # sklearn keeps one row for two classes
        weights = np.concatenate([-model.coef_, model.coef_]) / 2
        offsets = np.concatenate([-model.intercept_, model.intercept_]) / 2
    else:
        weights, offsets = model.coef_, model.intercept_
    return Head(
        tuple(map(str, model.classes_)),
        np.ascontiguousarray(weights.T, np.float32),
        offsets.astype(np.float32),
    )


def logits_of_kept_back(
    vectors: np.ndarray, labels: Sequence[str], kept_back: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Raw logits of the texts that are kept back, from a head that did not learn from them.

    `kept_back` is a mask over the texts. Returns logits (texts x sorted labels) and the
    places of those texts.
    """
    names = np.array(sorted(set(labels)))
    learn, judge = np.flatnonzero(~kept_back), np.flatnonzero(kept_back)
    head = fit(vectors[learn], [labels[i] for i in learn])
    logits = np.full((len(judge), len(names)), -30.0, np.float32)
    logits[:, np.searchsorted(names, head.labels)] = head.logits(vectors[judge])
    return logits, judge


def temperature(logits: np.ndarray, right: np.ndarray) -> float:
    """The temperature at which the confidence of `logits` is most honest.

    `right` holds the column of the right label for each row.
    """

    def surprise(log_temperature: float) -> float:
        chances = softmax(logits / np.exp(log_temperature))
        return float(-np.log(chances[np.arange(len(right)), right] + 1e-12).mean())

    best = minimize_scalar(surprise, bounds=(-3.0, 3.0), method="bounded")
    return float(np.exp(best.x))
