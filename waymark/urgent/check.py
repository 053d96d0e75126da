"""What `waymark check` says of the urgent help: its words, its keys, and rules that fail."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.content.check import of_texts
from waymark.content.checks.texts import Text
from waymark.content.library import Library
from waymark.content.reading import Complaint, Page
from waymark.urgent.folder import Folder
from waymark.urgent.gate import Gate
from waymark.urgent.schema import Urgent


def complaints(folder: Folder, library: Library) -> list[Complaint]:
    """Everything wrong in content/urgent, in the order of files and lines."""
    return sorted([
        *_dead_keys(folder, library),
        *of_texts(_texts(folder), library.wording),
        *_missed_examples(folder),
        *_false_alarms(folder),
    ])


def open_checks(folder: Folder) -> list[Complaint]:
    """What nobody has confirmed yet in the urgent help."""
    return [page.complaint(text, "open_checks", number) for part, page in _parts(folder)
            for number, text in enumerate(part.open_checks)]


def _parts(folder: Folder) -> Iterator[tuple[Urgent, Page]]:
    for kind, part in folder.kinds.items():
        yield part, folder.pages[kind.value]


def _dead_keys(folder: Folder, library: Library) -> Iterator[Complaint]:
    for part, page in _parts(folder):
        for number, key in enumerate(part.services):
            if key not in library.services:
                yield page.complaint(f"`services` names {key}, but content/services/{key}.yml is "
                                     "missing", "services", number)
        for number, key in enumerate(part.next):
            if key not in library.answers:
                yield page.complaint(f"`next` names {key}, which is no answer", "next", number)


def _texts(folder: Folder) -> Iterator[Text]:
    for part, page in _parts(folder):
        for name in ("understood", "short", "for_child"):
            if getattr(part, name):
                yield Text(getattr(part, name), page, (name,))
        for name in ("now", "do_not"):
            for number, line in enumerate(getattr(part, name)):
                yield Text(line, page, (name, number))
        yield Text(part.wrong.reply, page, ("wrong", "reply"))


def _missed_examples(folder: Folder) -> Iterator[Complaint]:
    """Every example is found, and its kind among what is found."""
    gate = Gate.of(folder)
    for part, page in _parts(folder):
        for number, line in enumerate(part.examples):
            if part.kind not in {finding.kind for finding in gate.find(line)}:
                text = (f"no rule finds “{line}”: add a rule, or move the line to "
                        "in_other_words.yml, from which the bot learns without rules")
                yield page.complaint(text, "examples", number)


def _false_alarms(folder: Folder) -> Iterator[Complaint]:
    """No look-alike is found."""
    gate = Gate.of(folder)
    page = folder.pages["look_alikes"]
    for group, lines in folder.look_alikes.lines.items():
        for number, line in enumerate(lines):
            for finding in gate.find(line):
                text = (f"“{line}” sets off {finding.kind.value}, rule “{finding.rule}”: "
                        "add an `unless` there")
                yield page.complaint(text, "lines", group, number)
