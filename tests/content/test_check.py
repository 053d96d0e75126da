"""`waymark check`: what staff must mend before a parent may see it."""

from __future__ import annotations

import re
from pathlib import Path

from waymark.content.check import check, open_checks
from waymark.content.checks.questions import fold
from waymark.content.library import Library, load

ANSWER = "answers/law/is_it_a_crime.yml"


def complaints(content: Path, old: str, new: str, file: str = ANSWER) -> str:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return "\n".join(map(str, check(content)))


def test_the_content_is_in_order(library: Library) -> None:
    """Nothing in the content we ship is to be mended."""
    assert [c for c in check(Path(__file__).parents[2] / "content") if not c.warning] == []


def test_a_dead_next_answer_is_found(own_content: Path) -> None:
    """`next` may only name answers that exist."""
    found = complaints(own_content, "next: [police/outcome_21", "next: [police/outcome_99")
    assert re.search(rf"{ANSWER}:\d+: `next` names police/outcome_99, which is no answer", found)


def test_a_missing_service_is_found(own_content: Path) -> None:
    """`services` may only name services that exist."""
    found = complaints(own_content, "services: [nspcc_helpline", "services: [nspc_helpline")
    assert "content/services/nspc_helpline.yml is missing" in found


def test_the_same_question_under_two_answers_is_found(own_content: Path) -> None:
    """The bot cannot learn from a question that means two things; case and signs do not count."""
    other = load(own_content).answers["police/outcome_21"].questions[0]
    found = complaints(own_content, "questions:\n", f'questions:\n  - "{other.upper()}!!"\n')
    assert "stands under" in found


def test_a_phone_number_in_the_words_is_found(own_content: Path) -> None:
    """Contacts live in services, where they are checked and expire."""
    found = complaints(own_content, "- Stay calm.", "- Stay calm and ring 0808 800 5000.")
    assert "has a phone number" in found


def test_a_variant_that_repeats_the_default_is_found(own_content: Path) -> None:
    """A variant that changes nothing hides that nobody wrote it."""
    short = load(own_content).answers["law/is_it_a_crime"].short
    path = own_content / ANSWER
    text = re.sub(r"(nation: Scotland\n    short: >-\n)(      .*\n)+", rf"\1      {short}\n",
                  path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    assert "repeats the default" in "\n".join(map(str, check(own_content)))


def test_doubt_without_an_open_check_is_found(own_content: Path) -> None:
    """A fact of grade G must stand under open checks, so that staff see it."""
    path = own_content / ANSWER
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"open_checks:\n(  - .*\n)+", "", text).replace("grade: V2", "grade: G", 1)
    path.write_text(text, encoding="utf-8")
    assert "rests on a fact of grade G" in "\n".join(map(str, check(own_content)))


def test_open_checks_name_file_and_line(library: Library) -> None:
    """Staff are told where each unconfirmed fact stands."""
    found = open_checks(library)
    assert len(found) > 100
    assert all(re.match(r"content/\w+/", str(one)) for one in found)


def test_all_the_needs_have_an_answer(library: Library) -> None:
    """The 98 keys are a promise to other tools: none is missing or renamed."""
    keys = (Path(__file__).parent / "keys.txt").read_text().split()
    assert len(keys) == 98 and set(keys) <= set(library.answers)


def test_folding_forgets_case_signs_and_accents() -> None:
    """Two questions that only look different are the same question."""
    assert fold("  Is it a CRIME?! ") == fold("is it a crime") and fold("it’s") == fold("its")
