"""The safe word: a message that is nothing but a call for help."""

from __future__ import annotations

import re

_SAFE = re.compile(
    r"\W*(?:please|pls|plz|sos|urgent)?\W*(?:h+e+l+p+|sos)(?:\W+(?:me|us|now|please|pls|plz|help))*\W*",
    re.IGNORECASE,
)


def is_safe_word(text: str) -> bool:
    """Whether somebody wrote only HELP, `help me` or SOS.

    Nothing can be understood of it, so nothing is guessed: the caller shows the helplines
    and asks whether somebody is in danger.
    """
    return len(text) < 60 and _SAFE.fullmatch(text) is not None
