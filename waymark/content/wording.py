"""The words we avoid, as staff keep them in content/wording.yml.

In a phrase `*` stands for any ending, `...` for up to four words between, and `|` between
choices in one place: `look|looking at ... picture*`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic import validator

from waymark.content.schema import Part


class Rule(Part):
    """Phrases to avoid, unless the sentence has one of other phrases before them."""

    avoid: tuple[str, ...]
    unless: tuple[str, ...] = ()
    why: str
    instead: str

    @validator("avoid", "unless", each_item=True)
    def _is_a_phrase(cls, phrase: str) -> str:
        if not re.fullmatch(r"[\w '’|*.^%-]+", phrase):
            raise ValueError(f"{phrase!r} has signs that mean nothing here: words, *, ... and | only")
        return phrase

    def find(self, sentence: str) -> str:
        """The words of the sentence that this rule is about, or nothing."""
        plain = sentence.replace("’", "'")
        for phrase in self.avoid:
            match = _pattern(phrase).search(plain)
            if match and not any(_pattern(p).search(plain) for p in self.unless):
                return match.group(0).strip()
        return ""


class Wording(Part):
    """All rules of content/wording.yml."""

    key: str = "wording"
    rules: tuple[Rule, ...] = ()


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    """`^` pins a phrase to the beginning of the sentence."""
    start = r"^\W*" if phrase.startswith("^") else r"\b"
    parts = [_word(word) for word in phrase.lstrip("^").split()]
    text = r"\W+".join(parts).replace(r"\W+...\W+", r"\W+(?:\w+\W+){0,4}?")
    return re.compile(start + text, re.IGNORECASE)


def _word(word: str) -> str:
    if word == "...":
        return word
    choices = "|".join(re.escape(choice).replace(r"\*", r"\w*") for choice in word.split("|"))
    return rf"(?:{choices})(?!\w)"
