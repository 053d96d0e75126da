"""What staff write in content/plan is checked like everything else, and says where it is wrong."""

from __future__ import annotations

import html
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from waymark.book.write import write
from waymark.content.library import Library
from waymark.content.reading import Unreadable
from waymark.plan.check import complaints, open_checks, texts
from waymark.plan.folder import Folder, read
from waymark.plan.situation import FIELDS, values


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of content/plan that a test may break."""
    shutil.copytree(CONTENT / "plan", tmp_path / "content/plan")
    return tmp_path / "content"


def change(content: Path, name: str, old: str, new: str) -> Path:
    path = content / "plan" / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return content


def test_our_own_plan_is_in_order(library: Library) -> None:
    """Words, keys, dates and doubts of content/plan pass every check."""
    assert complaints(read(CONTENT), library) == []


def test_every_file_says_what_is_open() -> None:
    """Starter text names what nobody has confirmed yet, in each file."""
    folder = read(CONTENT)
    assert all(part.open_checks for part in (*folder.sheets.values(), folder.talk))
    assert not folder.approved and len(open_checks(folder)) > len(folder.sheets)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("answer: happened/should_i_delete", "answer: happened/nothing", "which is no answer"),
    ("Delete nothing yet.", "You can look at the picture.", "look at"),
    ("Delete nothing yet.", "Call 0800 800 5000.", "phone number"),
    ("Delete nothing yet.", "a " * 27 + ".", "a sentence of"),
])
def test_a_fault_is_named_with_its_line(
    own: Path, library: Library, old: str, new: str, said: str
) -> None:
    """A dead key, unwanted words, a number or a long sentence: file, line, fault."""
    found = complaints(read(change(own, "picture.yml", old, new)), library)
    assert any(said in str(complaint) and complaint.file == "content/plan/picture.yml"
               and complaint.line > 1 for complaint in found)


@pytest.mark.parametrize(("name", "old", "new", "said"), [
    ("danger.yml", "when: {mood: very low}", "when: {mood: sad}", "is not one of"),
    ("danger.yml", "stage: now", "stage: soon", "is not one of"),
    ("law.yml", "about: act", "about: deed", "use act or nation"),
    ("tonight.yml", "lines: [1, 5, 6]", "lines: [1]", "two or three"),
    ("questions.yml", "{value: ok,", "{value: fine,", "offer ok, upset, very low, unknown"),
])
def test_what_cannot_be_meant_is_refused(
    own: Path, name: str, old: str, new: str, said: str
) -> None:
    """A kind of fact that does not exist is named together with those that do."""
    with pytest.raises(Unreadable, match=said):
        read(change(own, name, old, new))


def test_a_missing_question_file_is_named(own: Path) -> None:
    """Without the questions there is no plan."""
    (own / "plan/questions.yml").unlink()
    with pytest.raises(Unreadable, match=r"questions.yml:1: is missing"):
        read(own)


def test_every_choice_fits_its_button() -> None:
    """At most eight buttons a question, each of 24 letters; what is known is said in words."""
    folder = read(CONTENT)
    for field, question in folder.talk.questions.items():
        assert len(question.options) <= 6 and len(question.more) <= 6
        for value in values(field):
            assert bool(folder.says(field, value)) == (value != "unknown"), (field, value)
    assert list(folder.talk.questions) == list(FIELDS)


def test_nothing_a_parent_reads_is_left_out_of_the_checks() -> None:
    """Each step, sentence of the law, phrase, question and reply is among the checked texts."""
    folder = read(CONTENT)
    checked = {text.words for text in texts(folder)}
    said = [step.text for step in folder.steps] + [law.text for law in folder.law]
    said += list(folder.talk.phrases.dict().values())
    said += [question.text for question in folder.talk.questions.values()]
    assert set(said) <= checked


def test_the_plan_stands_in_the_book(library: Library, tmp_path: Path) -> None:
    """A safeguarding lead signs every step, sentence and phrase, and sees what is still open."""
    folder = read(CONTENT)
    book, _ = write(library, tmp_path, today=date(2026, 11, 24), plans=folder)
    page = book.read_text()
    bare = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    for text in [*(text.words for text in texts(folder)),
                 *(check for sheet in folder.sheets.values() for check in sheet.open_checks)]:
        assert " ".join(text.split()) in bare or text in folder_says(folder), text
    places = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= places


def folder_says(folder: Folder) -> set[str]:
    """How a fact is said back stands on the button already."""
    return {option.says for question in folder.talk.questions.values()
            for option in question.all_options}
