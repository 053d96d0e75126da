"""Words we do not use: blame, fear, promises, advice to look at or copy a picture."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.content.checks.texts import Text
from waymark.content.reading import Complaint
from waymark.content.wording import Wording


def unwanted_words(text: Text, wording: Wording) -> Iterator[Complaint]:
    """No text has words that content/wording.yml tells us to avoid."""
    if not text.ours:
        return
    for sentence in text.sentences:
        for rule in wording.rules:
            found = rule.find(sentence)
            if found:
                yield text.complaint(f"says “{found}”: {rule.why}. Say instead: {rule.instead}")
