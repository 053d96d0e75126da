"""The thread of a talk is read from its events; likely answers follow from it."""

from __future__ import annotations

from typing import Any

from actions.follow_up import picked
from waymark.content.library import Library
from waymark.content.schema import Nation
from waymark.dialogue import likely, resources
from waymark.dialogue.thread import Thread


def said(**words: Any) -> dict[str, Any]:
    return {"event": "bot", "metadata": {"waymark": words}}


def test_the_last_answer_and_offer_are_remembered() -> None:
    """What was shown and offered last is what "tell me more" and "the second" mean."""
    thread = Thread.of([
        {"event": "user", "text": "x"},
        said(answer="law/forwarding", decision="answer", offered=["law/scotland"]),
        said(decision="offer", offered=["a/b", "c/d"]),
    ])
    assert thread == Thread("law/forwarding", ("a/b", "c/d"), 1)


def test_two_misses_in_a_row_are_enough() -> None:
    """After two misses guessing stops; an answer between them starts the count again."""
    miss = said(decision="unsure")
    assert Thread.of([miss, miss]).lost
    assert not Thread.of([miss, said(answer="law/forwarding", decision="answer"), miss]).lost


def test_a_choice_by_place_means_what_was_offered() -> None:
    """"2", "the second one" and "last" pick from the offer; anything else picks nothing."""
    offered = ("a/b", "c/d", "e/f")
    assert picked("2", offered) == picked("the second one please", offered) == "c/d"
    assert picked("last", offered) == "e/f" and picked("5", offered) is None
    assert picked("one", ()) is None


def test_what_follows_the_last_answer_is_favoured(library: Library) -> None:
    """"What about the police?" after an answer means one of that answer's next ones."""
    key = library.answers["happened/child_sent"].next[-1]
    candidates = [("prevent/right_age", 0.30), (key, 0.20)]
    assert likely.offers(candidates, library, "happened/child_sent")[0].key == key
    assert likely.offers(candidates, library, None)[0].key == "prevent/right_age"


def test_scotland_after_figures_is_the_scottish_answer(library: Library) -> None:
    """Where the last answer has no nations, "and in Scotland?" shows how Scotland works."""
    assert likely.for_nation(Nation.SCOTLAND, library, "figures/cheshire") == "law/scotland"
    assert likely.for_nation(Nation.SCOTLAND, library, "law/forwarding") == "law/forwarding"
    assert likely.for_nation(Nation.ENGLAND, library, None) is None


def test_somebody_to_call_is_always_named(library: Library) -> None:
    """Whatever the nation and the need, the NSPCC is first and nobody is left without help."""
    for nation in [None, *Nation]:
        for topic in [None, *library.topics]:
            found = resources.for_need(library, nation, topic)
            assert found[0].key == "nspcc_helpline"
            assert all("professional" not in service.needs for service in found)
