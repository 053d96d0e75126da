"""Every check that content must pass before it may be trained on or shown.

Each check is a small function from the library to complaints; `CHECKS` is their list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from waymark.content.library import Library, load
from waymark.content.reading import Complaint, Page, Unreadable
from waymark.content.schema import Answer, Grade, Service

FEWEST_QUESTIONS = {"law": 15, "police": 15, "figures": 15, "happened": 15, "about": 15}
FEWEST_ELSEWHERE = 8

Check = Callable[[Library], Iterator[Complaint]]


def check(root: Path) -> list[Complaint]:
    """Everything wrong in the content folder, in the order of files and lines."""
    try:
        return complaints(load(root))
    except Unreadable as error:
        return sorted(error.complaints)


def complaints(library: Library) -> list[Complaint]:
    """Everything wrong in content that could be read, in the order of files and lines."""
    return sorted(complaint for rule in CHECKS for complaint in rule(library))


def open_checks(library: Library) -> list[Complaint]:
    """What nobody has confirmed yet, as a list of work for staff."""
    return sorted(
        page.complaint(text, "open_checks", number)
        for _, part, page in _parts(library)
        for number, text in enumerate(part.open_checks)
    )


def fold(text: str) -> str:
    """A text without case, accents, punctuation or doubled blanks, to compare questions."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z0-9£]+", plain.replace("'", "").replace("’", "")))


def dead_next(library: Library) -> Iterator[Complaint]:
    """`next` names answers that exist, each once, and not the answer itself."""
    for answer, page in _answers(library):
        for number, key in enumerate(answer.next):
            if key not in library.answers:
                text = f"`next` names {key}, which is no answer: correct it or choose another"
                yield page.complaint(text, "next", number)
            elif key == answer.key:
                yield page.complaint("`next` names the answer itself", "next", number)
            elif key in answer.next[:number]:
                yield page.complaint(f"`next` names {key} twice", "next", number)


def dead_services(library: Library) -> Iterator[Complaint]:
    """`services` names services that exist."""
    for answer, page in _answers(library):
        places: list[tuple[tuple[int | str, ...], tuple[str, ...]]]
        places = [(("services",), answer.services)]
        places += [(("variants", n, "services"), v.services or ())
                   for n, v in enumerate(answer.variants)]
        for loc, keys in places:
            for number, key in enumerate(keys):
                if key not in library.services:
                    text = f"`services` names {key}, but content/services/{key}.yml is missing"
                    yield page.complaint(text, *loc, number)


def same_question_twice(library: Library) -> Iterator[Complaint]:
    """No two lines of questions are the same, in one answer or in two."""
    seen: dict[str, str] = {}
    for answer, page in _answers(library):
        for number, question in enumerate(answer.questions):
            folded = fold(question)
            if folded in seen:
                text = f"the question {question!r} stands under {seen[folded]} already: keep one"
                yield page.complaint(text, "questions", number)
            seen.setdefault(folded, answer.key)


def too_few_questions(library: Library) -> Iterator[Complaint]:
    """An answer has enough questions for the bot to learn it."""
    for answer, page in _answers(library):
        fewest = FEWEST_QUESTIONS.get(answer.topic, FEWEST_ELSEWHERE)
        if len(answer.questions) < fewest:
            text = f"has {len(answer.questions)} questions: write at least {fewest}"
            yield page.complaint(text, "questions")


def unmarked_doubt(library: Library) -> Iterator[Complaint]:
    """What rests on general knowledge stands under `open_checks` too."""
    for _, part, page in _parts(library):
        doubtful = (
            part.grade is Grade.UNCHECKED
            if isinstance(part, Service)
            else any(source.grade is Grade.UNCHECKED for source in part.sources)
        )
        if doubtful and not part.open_checks:
            text = "rests on a fact of grade G: say under `open_checks` what must be confirmed"
            yield page.complaint(text, "sources")


def empty_variant(library: Library) -> Iterator[Complaint]:
    """A variant says something else than the default does."""
    for answer, page in _answers(library):
        for number, variant in enumerate(answer.variants):
            for name in ("short", "do_now", "do_not", "more"):
                text = getattr(variant, name)
                if text is not None and text == getattr(answer, name):
                    yield page.complaint(
                        f"`{name}` of this variant repeats the default: delete it here",
                        "variants", number, name,
                    )


_CONTACT = re.compile(r"\b0[\d ]{9,12}\b|\b\S+@\S+\.\w+|https?://|\bwww\.", re.IGNORECASE)


def contact_in_words(library: Library) -> Iterator[Complaint]:
    """Phone numbers, e-mails and links live in services and sources, never in the words."""
    for answer, page in _answers(library):
        for loc, text in _texts(answer):
            if _CONTACT.search(text):
                yield page.complaint(
                    "has a phone number, e-mail or link in its words: name the service under "
                    "`services` instead, so that it is checked and kept in one place",
                    *loc,
                )


def past_dates(library: Library) -> Iterator[Complaint]:
    """Dates of checking lie in the past; what is overdue is worth a look."""
    today = date.today()
    for answer, page in _answers(library):
        for number, source in enumerate(answer.sources):
            if source.checked > today:
                yield page.complaint("`checked` lies in the future", "sources", number, "checked")
        if answer.review_by < today:
            yield page.complaint("was due for review: read it again", "review_by", warning=True)
    for key, service in library.services.items():
        page = library.pages[f"service:{key}"]
        if service.checked > today:
            yield page.complaint("`checked` lies in the future", "checked")
        if service.stale(today):
            text = "its number is not shown any more: check it and move `check_again` on"
            yield page.complaint(text, "check_again", warning=True)


CHECKS: tuple[Check, ...] = (
    dead_next,
    dead_services,
    same_question_twice,
    too_few_questions,
    unmarked_doubt,
    empty_variant,
    contact_in_words,
    past_dates,
)


def _answers(library: Library) -> Iterator[tuple[Answer, Page]]:
    for key, answer in library.answers.items():
        yield answer, library.pages[f"answer:{key}"]


def _parts(library: Library) -> Iterator[tuple[str, Answer | Service, Page]]:
    for key, answer in library.answers.items():
        yield key, answer, library.pages[f"answer:{key}"]
    for key, service in library.services.items():
        yield key, service, library.pages[f"service:{key}"]


def _texts(answer: Answer) -> Iterator[tuple[tuple[int | str, ...], str]]:
    places: list[tuple[tuple[int | str, ...], object]] = [((), answer)]
    places += [(("variants", n), v) for n, v in enumerate(answer.variants)]
    for loc, part in places:
        for name in ("short", "more"):
            if getattr(part, name):
                yield (*loc, name), getattr(part, name)
        for name in ("do_now", "do_not"):
            for number, text in enumerate(getattr(part, name) or ()):
                yield (*loc, name, number), text
