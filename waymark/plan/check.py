"""What `waymark check` says of content/plan: its words, its keys, its doubts, and gaps in plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from waymark.content.check import of_texts
from waymark.content.checks.plainness import READING_AGE, TOO_HARD, reading_age
from waymark.content.checks.texts import Text
from waymark.content.library import Library
from waymark.content.reading import Complaint, Loc, Page
from waymark.content.schema import Grade, Kept
from waymark.plan.folder import QUESTIONS, Folder
from waymark.plan.schema import Sheet, Stage


def complaints(folder: Folder, library: Library) -> list[Complaint]:
    """Everything wrong in content/plan, in the order of files and lines."""
    return sorted([
        *_dead_keys(folder, library),
        *of_texts(texts(folder), library.wording),
        *_hard_to_read(folder),
        *_doubts(folder),
    ])


def open_checks(folder: Folder) -> list[Complaint]:
    """What nobody has confirmed yet in content/plan."""
    return [page.complaint(text, "open_checks", number) for part, page in _parts(folder)
            for number, text in enumerate(part.open_checks)]


def texts(folder: Folder) -> Iterator[Text]:
    """Everything that a parent reads of content/plan."""
    for key, sheet in folder.sheets.items():
        for number, step in enumerate(sheet.steps):
            yield Text(step.text, folder.pages[key], ("steps", number, "text"))
        for number, law in enumerate(sheet.law):
            yield Text(law.text, folder.pages[key], ("law", number, "text"))
    page = folder.pages[QUESTIONS]
    for name, phrase in folder.talk.phrases.dict().items():
        yield Text(phrase, page, ("phrases", name))
    for name, question in folder.talk.questions.items():
        yield Text(question.text, page, ("questions", name, "text"))
        for option in question.all_options:
            for words in filter(None, (option.says, option.reply)):
                yield Text(words, page, ("questions", name))


def _parts(folder: Folder) -> Iterator[tuple[Kept, Page]]:
    for key, sheet in folder.sheets.items():
        yield sheet, folder.pages[key]
    yield folder.talk, folder.pages[QUESTIONS]


def _dead_keys(folder: Folder, library: Library) -> Iterator[Complaint]:
    for key, sheet in folder.sheets.items():
        for text, loc in _dead(sheet, library):
            yield folder.pages[key].complaint(text, *loc)


def _dead(sheet: Sheet, library: Library) -> Iterator[tuple[str, Loc]]:
    for number, step in enumerate(sheet.steps):
        if step.answer not in library.answers:
            yield f"`answer` names {step.answer}, which is no answer", ("steps", number, "answer")
    for number, contact in enumerate(sheet.contacts):
        if contact.service not in library.services:
            text = f"`service` names {contact.service}, but there is no such file in content/services"
            yield text, ("contacts", number)
    for number, words in enumerate(sheet.words):
        starter = library.starters.get(words.starter)
        if starter is None:
            yield f"`starter` names {words.starter}, which is no starter", ("words", number)
        elif max(words.lines) > len(starter.opening):
            text = f"names line {max(words.lines)}: {words.starter} opens with {len(starter.opening)}"
            yield text, ("words", number)


def _hard_to_read(folder: Folder) -> Iterator[Complaint]:
    """The steps of each stage of a file suit a reading age of 9 to 11."""
    for key, sheet in folder.sheets.items():
        for stage in Stage:
            lines = [step.text for step in sheet.steps if step.stage is stage]
            age = reading_age("\n".join(lines)) if lines else 0
            if age > READING_AGE:
                text = f"the steps for `{stage.value}` need a reading age of {age:.0f}: use shorter words"
                yield folder.pages[key].complaint(text, "steps", warning=age <= TOO_HARD)


def _doubts(folder: Folder) -> Iterator[Complaint]:
    today = date.today()
    for part, page in _parts(folder):
        if any(source.grade is Grade.UNCHECKED for source in part.sources) and not part.open_checks:
            yield page.complaint("rests on a fact of grade G: say under `open_checks` what must be "
                                 "confirmed", "sources")
        for number, source in enumerate(part.sources):
            if source.checked > today:
                yield page.complaint("`checked` lies in the future", "sources", number, "checked")
        if part.review_by < today:
            yield page.complaint("was due for review: read it again", "review_by", warning=True)
