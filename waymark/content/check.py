"""Every check that content must pass before it may be trained on or shown.

Each check is a small function in `checks/`, from the library or from one text to complaints;
`CHECKS` and `TEXT_CHECKS` are their lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from waymark.content.checks import plainness, questions, references, shape, upkeep, wording
from waymark.content.checks.texts import Text, kept, texts
from waymark.content.library import Library, load
from waymark.content.reading import Complaint, Unreadable
from waymark.content.wording import Wording

Check = Callable[[Library], Iterator[Complaint]]
TextCheck = Callable[[Text, Wording], Iterator[Complaint]]

CHECKS: tuple[Check, ...] = (
    references.dead_next,
    references.dead_services,
    references.dead_starters,
    references.unreferenced_services,
    questions.same_question_twice,
    questions.too_few_questions,
    questions.says_the_name,
    upkeep.unmarked_doubt,
    upkeep.checked_in_the_future,
    upkeep.overdue,
    shape.empty_variant,
    shape.too_long_for_a_chat,
    plainness.hard_to_read,
)
TEXT_CHECKS: tuple[TextCheck, ...] = (
    shape.contact_in_words,
    shape.melted_lines,
    shape.too_long_for_a_text,
    plainness.long_sentences,
    wording.unwanted_words,
)


def check(root: Path) -> list[Complaint]:
    """Everything wrong in the content folder, in the order of files and lines."""
    try:
        return complaints(load(root))
    except Unreadable as error:
        return sorted(error.complaints)


def complaints(library: Library) -> list[Complaint]:
    """Everything wrong in content that could be read, in the order of files and lines."""
    found = [complaint for rule in CHECKS for complaint in rule(library)]
    return sorted([*found, *of_texts(texts(library), library.wording)])


def of_texts(some: Iterable[Text], words: Wording) -> list[Complaint]:
    """Everything wrong in the wording of some texts."""
    return [complaint for text in some for rule in TEXT_CHECKS for complaint in rule(text, words)]


def open_checks(library: Library) -> list[Complaint]:
    """What nobody has confirmed yet, as a list of work for staff."""
    return sorted(
        page.complaint(text, "open_checks", number)
        for part, page in kept(library)
        for number, text in enumerate(part.open_checks)
    )
