"""What the urgent files say to a parent or a child, before anybody has approved it."""

from __future__ import annotations

import re

import pytest

from waymark.content.library import Library
from waymark.content.schema import Nation
from waymark.urgent.folder import Folder
from waymark.urgent.kinds import Kind
from waymark.urgent.schema import Urgent

HARM = re.compile(r"\b(look at|open|copy|forward|save|screenshot)\b", re.IGNORECASE)
FORBIDS = re.compile(r"\b(do not|never|stop)\b", re.IGNORECASE)


def sentences(urgent: Urgent) -> list[str]:
    texts = [urgent.understood, urgent.short, urgent.for_child or "", urgent.wrong.reply,
             *urgent.now, *urgent.do_not]
    return [s.strip() for text in texts for s in re.split(r"(?<=[.?!'\"])\s+", text) if s.strip()]


@pytest.mark.parametrize("kind", list(Kind))
def test_sentences_are_short(folder: Folder, kind: Kind) -> None:
    """A frightened reader gets no sentence above 25 words."""
    assert [s for s in sentences(folder.kinds[kind]) if len(s.split()) > 25] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_nobody_is_told_to_handle_the_picture(folder: Folder, kind: Kind) -> None:
    """Looking, opening, copying, saving stand only in sentences that forbid them."""
    bad = [s for s in sentences(folder.kinds[kind]) if HARM.search(s) and not FORBIDS.search(s)]
    assert bad == []


@pytest.mark.parametrize("kind", list(Kind))
def test_999_is_named_in_the_short_text(folder: Folder, kind: Kind) -> None:
    """The text message alone tells what to do if it is danger now."""
    assert "999" in folder.kinds[kind].short


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("nation", list(Nation))
def test_every_nation_has_a_service(
    folder: Folder, library: Library, kind: Kind, nation: Nation
) -> None:
    """Wherever a family lives, the urgent help names somebody who is there for them."""
    services = [library.services[key] for key in folder.kinds[kind].services]
    assert [service for service in services if nation in service.nations]


def test_a_crisis_line_for_northern_ireland(folder: Folder) -> None:
    """NHS 111 is not there for a crisis in Northern Ireland; Lifeline is."""
    for kind in (Kind.SUICIDE_SELF_HARM, Kind.PARENT_CRISIS):
        assert "lifeline_ni" in folder.kinds[kind].services


def test_a_child_has_words_of_its_own(folder: Folder) -> None:
    """Where a child may be the one who writes, there is a text for the child."""
    for kind in Kind:
        if kind is not Kind.PARENT_CRISIS:
            assert folder.kinds[kind].for_child


def test_an_adult_with_an_interest_in_children_gets_no_answer(folder: Folder) -> None:
    """Nothing follows but Stop It Now."""
    concern = folder.kinds[Kind.ADULT_CONCERN]
    assert not concern.answer_follows
    assert concern.services[0] == "stop_it_now"
