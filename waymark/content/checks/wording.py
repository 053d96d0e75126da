"""Words we do not use: blame, fear, promises, advice to look at or copy a picture."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.content.checks.texts import texts
from waymark.content.library import Library
from waymark.content.reading import Complaint


def unwanted_words(library: Library) -> Iterator[Complaint]:
    """No text has words that content/wording.yml tells us to avoid."""
    for text in texts(library):
        if not text.ours:
            continue
        for sentence in text.sentences:
            for rule in library.wording.rules:
                found = rule.find(sentence)
                if found:
                    yield text.complaint(f"says “{found}”: {rule.why}. Say instead: {rule.instead}")
