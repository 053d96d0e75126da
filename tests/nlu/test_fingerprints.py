"""Rasa's cache asks each component for a fingerprint, sometimes with no settings at all."""

from __future__ import annotations

import pytest

from waymark.nlu.danger import Danger
from waymark.nlu.featurizer import SentenceFeaturizer


@pytest.mark.parametrize("component", [Danger, SentenceFeaturizer])
def test_a_fingerprint_needs_no_settings(component: type) -> None:
    """Without settings the defaults count: training on a warm cache must not stop."""
    assert component.fingerprint_addon({})  # type: ignore[attr-defined]


@pytest.mark.parametrize("component", [Danger, SentenceFeaturizer])
def test_another_encoder_gives_another_fingerprint(component: type) -> None:
    """What was learnt with one encoder is never taken for another's."""
    prints = {component.fingerprint_addon({"encoders": [name]})  # type: ignore[attr-defined]
              for name in ("minilm", "minilm-tuned", "minilm-danger")}
    assert len(prints) == 3
