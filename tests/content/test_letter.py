"""An answer as it is read: for whom, what to do, who can help, and what it is worth."""

from __future__ import annotations

from datetime import date, timedelta

from waymark.content import letter
from waymark.content.library import Library
from waymark.content.schema import AgeBand, Nation, words

TODAY = date(2026, 11, 23)


def text(library: Library, key: str, nation: Nation | None = None,
         age: AgeBand | None = None) -> str:
    return letter.answer(library.words(key, nation, age), library, nation, today=TODAY)


def test_a_nation_is_named_only_where_its_words_are_used(library: Library) -> None:
    """"For Scotland:" stands exactly where Scottish words follow."""
    assert text(library, "law/is_it_a_crime", Nation.SCOTLAND).startswith("For Scotland:\n")
    assert not text(library, "law/is_it_a_crime", Nation.ENGLAND).startswith("For")


def test_outcome_21_is_not_explained_to_scottish_parents(library: Library) -> None:
    """What holds in England and Wales alone is not said as if it held in Scotland."""
    reading = library.words("law/is_it_a_crime", Nation.SCOTLAND, None)
    assert "only for England and Wales" in reading.more
    assert "Protection of Children Act" not in reading.short + reading.more


def test_an_age_chooses_its_words(library: Library) -> None:
    """An answer that differs by age says for which child it is."""
    found = text(library, "happened/child_sent", None, AgeBand.FROM_8)
    assert found.startswith("For a child of 8 to 10:")


def test_starter_text_says_that_nobody_approved_it(library: Library) -> None:
    """Every answer that is not approved says so, in sight."""
    for key, answer in library.answers.items():
        assert (letter.STARTER in text(library, key)) == (answer.status.value == "starter"), key


def test_a_number_nobody_checked_is_not_shown(library: Library) -> None:
    """Past its check-again date a phone number goes; the web address stays."""
    service = library.services["nspcc_helpline"]
    number = next(r.value for r in service.reach if r.kind == "phone")
    assert number in letter.contact(service, service.check_again)
    late = letter.contact(service, service.check_again + timedelta(days=1))
    assert number not in late and "nspcc.org.uk" in late


def test_services_of_other_nations_are_left_out(library: Library) -> None:
    """A parent in Scotland is not sent to a helpline for Northern Ireland."""
    found = letter.services(library.services, library, Nation.SCOTLAND)
    assert all(Nation.SCOTLAND in service.nations for service in found)
    assert "ni_gateway" not in {service.key for service in found}


def test_every_short_answer_stands_alone(library: Library) -> None:
    """Every short answer of every variant has at most 60 words and ends a sentence."""
    for key, answer in library.answers.items():
        for part in [answer, *answer.variants]:
            if part.short:
                assert words(part.short) <= 60 and part.short[-1] in ".!?)\"'", (key, part.short)


def test_staff_may_write_braces_and_dollars(library: Library) -> None:
    """Signs that computers like are left alone in staff text."""
    reading = library.words("law/is_it_a_crime", None, None)
    odd = reading.answer.copy(update={"short": "Use { here, ${HOME} and {} there."})
    shown = letter.answer(
        type(reading)(**{**reading.__dict__, "answer": odd, "short": odd.short}),
        library, None, today=TODAY)
    assert "Use { here, ${HOME} and {} there." in shown
