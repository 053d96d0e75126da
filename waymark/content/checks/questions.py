"""Questions: enough of them, and each under one answer only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from waymark.content.checks.texts import answers
from waymark.content.library import Library
from waymark.content.reading import Complaint

FEWEST = 20
FEWEST_WHERE_MOST_IS_ASKED = {"happened": 30, "law": 30, "talk": 30}
_TITLE_WORDS = 4


def fold(text: str) -> str:
    """A text without case, accents, punctuation or doubled blanks, to compare questions."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z0-9£]+", plain.replace("'", "").replace("’", "")))


def same_question_twice(library: Library) -> Iterator[Complaint]:
    """No two lines of questions are the same, in one answer or in two."""
    seen: dict[str, str] = {}
    for answer, page in answers(library):
        for number, question in enumerate(answer.questions):
            folded = fold(question)
            if folded in seen:
                text = f"the question {question!r} stands under {seen[folded]} already: keep one"
                yield page.complaint(text, "questions", number)
            seen.setdefault(folded, answer.key)


def too_few_questions(library: Library) -> Iterator[Complaint]:
    """An answer has enough questions for the bot to learn it."""
    for answer, page in answers(library):
        fewest = FEWEST_WHERE_MOST_IS_ASKED.get(answer.topic, FEWEST)
        if len(answer.questions) < fewest:
            text = f"has {len(answer.questions)} questions: write at least {fewest}"
            yield page.complaint(text, "questions")


def says_the_name(library: Library) -> Iterator[Complaint]:
    """Nobody asks in the words of our title; such a question teaches the bot nothing."""
    for answer, page in answers(library):
        title = fold(answer.title)
        for number, question in enumerate(answer.questions):
            if fold(question) == title and len(title.split()) > _TITLE_WORDS:
                text = "is the title word for word: write it as a parent would type it"
                yield page.complaint(text, "questions", number, warning=True)
