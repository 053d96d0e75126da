"""HELP and nothing else."""

from __future__ import annotations

import pytest

from waymark.urgent.safeword import is_safe_word


@pytest.mark.parametrize("text", ["HELP", "help", "help me", "Help!!", "please help", "pls help me now",
                                  "hellllp", "SOS", "help help help", " help us please. "])
def test_a_bare_call_for_help_is_heard(text: str) -> None:
    """Nothing but a call for help is a call for help."""
    assert is_safe_word(text)


@pytest.mark.parametrize("text", ["", "help with settings", "can you help me talk to him", "helpline",
                                  "helpful", "help " * 40, "selfhelp"])
def test_a_question_with_help_in_it_is_a_question(text: str) -> None:
    """Who says what they need help with is answered as usual."""
    assert not is_safe_word(text)
