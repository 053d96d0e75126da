"""Where the making of a plan stands is read from the conversation's events alone."""

from __future__ import annotations

from typing import Any

from waymark.plan.talk import Talk
from waymark.urgent.kinds import Kind


def said(**words: Any) -> dict[str, Any]:
    return {"event": "bot", "metadata": {"waymark": words}}


def user(intent: str = "", *urgent: str) -> dict[str, Any]:
    kinds = [{"kind": kind} for kind in urgent]
    return {"event": "user", "parse_data": {"intent": {"name": intent}, "urgent": kinds}}


def set_to(name: str, value: str | None) -> dict[str, Any]:
    return {"event": "slot", "name": name, "value": value}


def test_a_plan_begins_with_its_first_question() -> None:
    """Before it nothing was begun; after a plan was ready or left, nothing is begun again."""
    asked = said(plan={"asked": "age"})
    assert not Talk.of([user()]).begun and Talk.of([user(), asked, user()]).begun
    done = Talk.of([asked, said(plan={"step": "ready"}), user()])
    assert done.before and not done.begun


def test_a_reply_that_was_missed_once_is_remembered_until_the_plan_ends() -> None:
    """Each field is asked once more; in a new plan the count starts again."""
    events = [said(plan={"asked": "age"}), user(), said(plan={"missed": "age"}), user()]
    assert Talk.of(events).missed == {"age"}
    assert Talk.of([*events, said(plan={"step": "left"}), user()]).missed == set()


def test_another_question_since_the_message_is_seen() -> None:
    """What others said, and that the form stood back, are of the latest message alone."""
    aside = [user(), {"event": "action_execution_rejected"}, said(answer="law/forwarding")]
    assert Talk.of(aside).aside and Talk.of(aside).rejected
    later = Talk.of([*aside, user(), said(plan={"note": "changed"})])
    assert not later.aside and not later.rejected and later.answers == ("law/forwarding",)
    assert later.away and not Talk.of([*aside, said(plan={"asked": "age"}), user()]).away


def test_only_whole_answers_tell_what_happened() -> None:
    """The rest of an answer and its sources are no new answer."""
    events = [said(answer="a/b", part="answer"), said(answer="c/d", part="more")]
    assert Talk.of(events).answers == ("a/b",)


def test_a_danger_taken_back_is_none() -> None:
    """After "No, nobody threatens us" blackmail is not a fact; other dangers stay."""
    events = [user("", "suicide_self_harm", "blackmail"), said(urgent=["suicide_self_harm"]),
              said(urgent=["blackmail"]), user("no_danger")]
    assert Talk.of(events[:3]).kinds == (Kind.SUICIDE_SELF_HARM, Kind.BLACKMAIL)
    assert Talk.of(events).kinds == (Kind.SUICIDE_SELF_HARM,)
    assert Talk.of([*events, user("", "blackmail")]).kinds[-1] is Kind.BLACKMAIL


def test_the_age_before_the_message_is_kept() -> None:
    """So that the age of somebody else, named in a reply, can be put right."""
    talk = Talk.of([set_to("age", "12"), user(), set_to("age", "16"), set_to("nation", "Wales")])
    assert (talk.earlier_age, talk.nation_told) == ("12", "Wales")
    assert Talk.of([set_to("age", "12"), set_to("age", None), user()]).earlier_age is None
