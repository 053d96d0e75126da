"""Plain enough: reading age and the length of sentences, measured by textstat."""

from __future__ import annotations

from collections.abc import Iterator

import textstat

from waymark.content.checks.texts import Text, answers, of_words
from waymark.content.library import Library
from waymark.content.reading import Complaint
from waymark.content.schema import words
from waymark.content.wording import Wording

LONGEST_SENTENCE = 25
READING_AGE = 11
TOO_HARD = 12
SCHOOL_STARTS = 5
"""A Flesch-Kincaid grade is a year of school; a child of grade 1 is five or six."""


def reading_age(text: str) -> float:
    """The age in years at which a child at school reads this with ease (Flesch-Kincaid)."""
    return float(textstat.flesch_kincaid_grade(text)) + SCHOOL_STARTS


def hard_to_read(library: Library) -> Iterator[Complaint]:
    """What a parent reads first, and the whole of an answer, suit a reading age of 9 to 11."""
    for answer, page in answers(library):
        places: list[tuple[tuple[int | str, ...], object]] = [((), answer)]
        places += [(("variants", n), variant) for n, variant in enumerate(answer.variants)]
        for loc, part in places:
            whole = [text.words for text in of_words(part, page, loc)]  # type: ignore[arg-type]
            age = reading_age("\n".join(whole))
            if age > READING_AGE:
                name = f"variant {loc[1] + 1}" if loc else "the answer"  # type: ignore[operator]
                yield page.complaint(
                    f"{name} needs a reading age of {age:.0f}: shorter sentences and everyday "
                    f"words bring it to {READING_AGE} or less",
                    *(loc or ("short",)), warning=age <= TOO_HARD,
                )


def long_sentences(text: Text, wording: Wording) -> Iterator[Complaint]:
    """No sentence has more than 25 words."""
    for sentence in text.sentences:
        if words(sentence) > LONGEST_SENTENCE:
            yield text.complaint(
                f"has a sentence of {words(sentence)} words: make two of it "
                f"(\"{' '.join(sentence.split()[:6])} ...\")"
            )
