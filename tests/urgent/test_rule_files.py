"""A rule file with a mistake is refused with file, line, fault and cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Editor

from waymark.content.reading import Unreadable
from waymark.urgent.folder import read

FIRST_LINE = '      - "START (sextortion|blackmail|extortion) END"\n'


def complaint(editor: Editor, name: str, old: str, new: str) -> str:
    editor.change(name, old, new)
    with pytest.raises(Unreadable) as caught:
        read(editor.content)
    return str(caught.value)


def line_of(editor: Editor, name: str, text: str) -> int:
    lines = (editor.content / "urgent" / f"{name}.yml").read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(("pattern", "fault"), [
    ("{dauhgter} ... blackmailed", "names {dauhgter}, which is no list in words.yml"),
    ("(threat|blackmail", "has '(' without its closing bracket"),
    ("threat) money", "has ')' without its opening bracket"),
    ("[please] [help]", "has no word that must be there"),
    ("a ... b ... c ... d ... e", "has 4 `...`: keep 3"),
    ("a ...40 b", "a gap is 1 to 15 words wide"),
    ("th* money", "needs three letters before it"),
    ("{my child} money", "write a list as {name}"),
    ("(pay|) money", "has an empty place"),
])
def test_a_pattern_that_cannot_be_read_is_named(
    editor: Editor, pattern: str, fault: str
) -> None:
    """The complaint has the file, the line, the pattern, what is wrong and how to mend it."""
    text = complaint(editor, "blackmail", FIRST_LINE, f'      - "{pattern}"\n')
    line = line_of(editor, "blackmail", f'- "{pattern}"')
    assert f"content/urgent/blackmail.yml:{line}: " in text
    assert fault in text


def test_a_fault_in_a_word_list_names_the_list(editor: Editor) -> None:
    """A list that names a missing list is told at its own line."""
    text = complaint(editor, "words", "  his_her: [", "  his_her: [\"{hers}\", ")
    assert f"content/urgent/words.yml:{line_of(editor, 'words', '  his_her: [')}: " in text
    assert "the list `his_her` names {hers}" in text


def test_lists_in_a_circle_are_found(editor: Editor) -> None:
    """A list that contains itself would never end."""
    text = complaint(editor, "words", "  he_she: [he, she, they]",
                     '  he_she: [he, she, they, "{young}"]')
    assert "is caught in a circle" in text


def test_even_if_names_what_is_there(editor: Editor) -> None:
    """`even_if` can only spare a line that stands under the file's `unless`."""
    text = complaint(editor, "child_user", '    even_if: ["{somebody_says_it}"]',
                     '    even_if: ["{nobody_says_it}"]')
    assert "`even_if` names {nobody_says_it}, which is not under `unless`" in text


def test_a_part_that_is_misspelt_is_refused(editor: Editor) -> None:
    """A rule with `saying` for `says` would silently find nothing."""
    text = complaint(editor, "blackmail", "    says:\n", "    saying:\n")
    assert "`saying` of rules 1 is no part of this kind of file" in text


def test_two_rules_of_one_name_are_refused(editor: Editor) -> None:
    """Reports name rules, so a name stands for one rule."""
    text = complaint(editor, "blackmail", "  - name: or else", "  - name: threatens to share")
    assert "has two rules named 'threatens to share'" in text


def test_a_long_text_message_is_told_its_length(editor: Editor) -> None:
    """`short` stands alone as a text message: sixty words."""
    text = complaint(editor, "blackmail", "  This is blackmail.", "  " + "word " * 60)
    assert "content/urgent/blackmail.yml" in text and "words: write 1 to 60" in text


def test_a_button_has_room_for_24_letters(editor: Editor) -> None:
    """The words of the button that corrects us fit on a phone."""
    text = complaint(editor, "blackmail", 'label: "No, nobody threatens us"',
                     'label: "No, nobody has ever threatened us"')
    assert "`label`" in text and "at most 24 letters" in text


def test_a_file_of_no_kind_is_refused(own_content: Path) -> None:
    """A rule file whose name is no kind of danger would never be read."""
    (own_content / "urgent/bullying.yml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"urgent/bullying.yml:1: is no kind of urgency"):
        read(own_content)


def test_a_missing_kind_is_told(own_content: Path) -> None:
    """All seven kinds are there, or none is used."""
    (own_content / "urgent/blackmail.yml").unlink()
    with pytest.raises(Unreadable, match=r"urgent/blackmail.yml:1: is missing"):
        read(own_content)
