"""What parents type is understood; where a danger may be meant, it is."""

from __future__ import annotations

import pytest

from tests.conftest import CONTENT
from waymark.nlu import mentions
from waymark.plan import typed
from waymark.plan.folder import read

QUESTIONS = read(CONTENT).talk.questions


def reply(words: str, field: str) -> str | None:
    ages = [int(found.value) for found in mentions.ages(words)]
    return typed.reply(words, field, QUESTIONS[field], ages)


@pytest.mark.parametrize(("words", "value"), [
    ("14", "14-15"), ("she's 14", "14-15"), ("7", "under 8"), ("year 6", "8-10"), ("P3", "under 8"),
    ("16 or 17", "16-17"), ("Under 8", "under 8"), ("11 to 13", "11-13"), ("twelve years old", "11-13"),
    ("one is 15 and one is 9", "8-10"), ("reception", "under 8"), ("dont know", "unknown"),
    ("he is 140", None), ("he's 19", None), ("old enough to know better", None), ("blue", None),
])
def test_an_age_is_a_band(words: str, value: str | None) -> None:
    """A number, a school year or the words of a button; of two children the youngest counts."""
    assert reply(words, "age") == value


@pytest.mark.parametrize(("words", "value"), [
    ("no adult, he's in her class", "no"), ("no", "no"), ("nope just kids", "no"), ("not an adult", "no"),
    ("same age", "no"), ("he is 15", "no"), ("another pupil", "no"), ("a boy from her school", "no"),
    ("yes", "yes"), ("her coach", "yes"), ("he's 34", "yes"), ("no, he's 19", "yes"), ("a grown man", "yes"),
    ("his uncle", "yes"), ("maybe an adult", "unknown"), ("stranger off roblox", "unknown"),
    ("he says he's 16", "unknown"), ("never met him", "unknown"), ("dont know", "unknown"),
    ("not sure", "unknown"), ("I really don't know", "unknown"), ("purple", None),
])
def test_an_adult_is_heard(words: str, value: str | None) -> None:
    """Who says he is sixteen may be forty: that is not known, and not a no."""
    assert reply(words, "adult") == value


@pytest.mark.parametrize(("words", "value"), [
    ("no", "no"), ("no threats", "no"), ("nobody is threatening us", "no"), ("not yet", "no"),
    ("yes he wants money", "yes"), ("£200 or he'll post it", "yes"), ("blackmail", "yes"),
    ("asking for more pictures", "yes"), ("we paid him £50", "paid"), ("she's already sent more", "paid"),
    ("we haven't paid", "no"), ("idk", "unknown"), ("fish", None),
])
def test_threats_are_heard(words: str, value: str | None) -> None:
    """Money, vouchers, "or he'll post it": threats. What was paid is told apart."""
    if words == "we haven't paid":
        assert reply(words, "threats") != "paid"
        return
    assert reply(words, "threats") == value


@pytest.mark.parametrize(("words", "value"), [
    ("no", "no"), ("not that we know", "no"), ("just her boyfriend", "no"), ("nobody else has it", "no"),
    ("it hasn't been shared", "no"), ("yes", "yes"), ("whole school has it", "yes"), ("it's on a group chat", "yes"),
    ("his mates have seen it", "yes"), ("it got posted", "yes"), ("no idea", "unknown"), ("tuesday", None),
])
def test_spreading_is_heard(words: str, value: str | None) -> None:
    """Who has it, in a few words."""
    assert reply(words, "spread") == value


@pytest.mark.parametrize(("words", "value"), [
    ("fine", "ok"), ("she seems ok", "ok"), ("calm now", "ok"), ("not ok", "upset"), ("crying", "upset"),
    ("in bits", "upset"), ("won't talk to me", "upset"), ("can't sleep", "upset"), ("ashamed", "upset"),
    ("very low", "very low"), ("he says he wants to die", "very low"), ("she's been cutting herself", "very low"),
    ("upset but not suicidal", "upset"), ("fine but talks about dying", "very low"), ("skip it", None),
    ("don't know", "unknown"),
])
def test_how_the_child_is_is_heard(words: str, value: str | None) -> None:
    """Talk of harm counts before anything else in the message, unless it is denied."""
    assert reply(words, "mood") == value


@pytest.mark.parametrize(("words", "value"), [
    ("she sent a picture", "sent"), ("he was sent one", "received"), ("my son passed it on", "passed on"),
    ("somebody asked her for one", "asked"), ("he's being blackmailed", "threatened"),
    ("it's going round school", "spreading"), ("I found nudes on his phone", "found"),
    ("a deepfake of my daughter", "fake"), ("my son made a fake of a girl", "made a fake"),
    ("my son keeps asking girls for nudes", "asked others"), ("not sure", "unknown"),
    ("a boy sent it to her", "received"), ("They were sent one", "received"), ("the weather", None),
])
def test_what_happened_is_heard(words: str, value: str | None) -> None:
    """Who did what to whom, in plain words."""
    assert reply(words, "what") == value


@pytest.mark.parametrize(("words", "step"), [
    ("stop", "stop"), ("Leave it.", "stop"), ("not now", "stop"), ("ok that's enough", "stop"),
    ("I can't do this right now", "stop"), ("skip", "skip"), ("skip this question please", "skip"),
    ("carry on with the plan", "resume"), ("carry on", "resume"), ("show me the plan so far", "show"),
    ("just the plan", "show"), ("make a new plan", "again"), ("start the plan again", "again"),
    ("make a plan", ""), ("stop him", ""), ("how do I stop it spreading to everyone in his year at school", ""),
    ("no", ""),
])
def test_a_step_is_a_few_plain_words(words: str, step: str) -> None:
    """"Stop" leaves; "how do I stop it" is a question and leaves nothing."""
    assert typed.command(words) == step


@pytest.mark.parametrize(("words", "found"), [
    ("actually an adult is involved", {"adult": "yes"}), ("no adult in it", {"adult": "no"}),
    ("they want money now", {"threats": "yes"}), ("nobody else has it", {"spread": "no"}),
    ("it's going round the school", {"spread": "yes"}), ("she talks about ending her life", {"mood": "very low"}),
    ("sorry, he was sent one", {"what": "received"}), ("he's 40", {"adult": "yes"}), ("we live in Leeds", {}),
])
def test_what_is_told_without_being_asked_is_taken(words: str, found: dict[str, str]) -> None:
    """A fact that was told is not asked for again."""
    assert typed.volunteered(words, ages=True) == found


@pytest.mark.parametrize(("words", "asks"), [
    ("is it illegal?", True), ("what happens if I tell school", True), ("and can they take his phone", True),
    ("do not know", False), ("she is 14", False), ("can't say", False), ("will not talk", False),
])
def test_a_question_is_told_from_a_reply(words: str, asks: bool) -> None:
    """"Do not know" begins like a question and is none."""
    assert typed.is_question(words) is asks


@pytest.mark.parametrize(("words", "at_work"), [
    ("I'm a teacher and one of my pupils sent a nude", True), ("i am the dsl at a secondary", True),
    ("I teach year 9", True), ("I'm a teacher and my son sent one", False), ("her teacher told me", False),
    ("I am a foster carer", False),
])
def test_who_writes_at_work_is_told_from_a_parent(words: str, at_work: bool) -> None:
    """A teacher who writes about their own son is a parent."""
    assert typed.is_professional(words) is at_work
