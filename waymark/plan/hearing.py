"""What one message means while a plan is made: facts, a step, another question, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from waymark.plan import asking, typed
from waymark.plan.inference import ANSWERS, WITHDRAWN, from_kinds
from waymark.plan.questions import Question
from waymark.plan.situation import Threats
from waymark.urgent.kinds import Kind

LIKELY = 0.3
"""From which chance on the likeliest answer to a story tells us what happened."""

PROFESSIONALS = "support/for_professionals"

FEW = 8
"""So few words say plainly what they say; a longer story is better left to the classifier."""

COMMANDS = ("start", "stop", "again", "show", "more", "resume", "parent")
"""The steps that buttons of the plan may ask for, beside facts."""

ELSEWHERE = ("rehearsal", "new_question")
"""Intents with which the parent turns to something else; the plan waits."""

REPLIES = ("", "affirm", "deny", "choose", "tell_age", "tell_nation", "out_of_scope",
           "nlu_fallback", "none_of_these", "plan")
"""Intents that are no question of their own: as replies they are understood or missed."""


@dataclass(frozen=True)
class Said:
    """A message as Waymark understood it. `words` are read here and not kept.

    `intent` is the last part of its label. `likely` is the likeliest answer with its
    chance. `ages` and `nation` are those found in the words; `withdrawn` is a danger of
    which the parent says that it is none. `shown` is the answer shown last; `by_child`:
    somebody under 18 seems to be writing.
    """

    words: str = ""
    chosen: tuple[str, str] | None = None
    intent: str = ""
    answered: bool = False
    likely: tuple[str, float] = ("", 0.0)
    ages: tuple[int, ...] = ()
    nation: str = ""
    abroad: bool = False
    kinds: tuple[Kind, ...] = ()
    withdrawn: Kind | None = None
    shown: str = ""
    by_child: bool = False


@dataclass(frozen=True)
class Heard:
    """What a message means. `aside`: it asks something else, which is answered first.

    `leaves`: the parent goes to another flow. `others`: none of the first options fits.
    `stranger`: an age that was named is not the child's.
    """

    facts: Mapping[str, str | None] = field(default_factory=dict)
    command: str = ""
    aside: bool = False
    leaves: bool = False
    missed: bool = False
    others: bool = False
    stranger: bool = False
    grown_up: bool = False


def hear(said: Said, asked: str | None, questions: Mapping[str, Question]) -> Heard:
    """What a message means when we have asked for a field; `asked` is None at the beginning."""
    if said.chosen:
        return _pressed(said, said.chosen)
    if said.intent in ELSEWHERE:
        return Heard(leaves=True)
    not_for = _not_for_them(said, begins=asked is None)
    if not_for:
        return Heard(command=not_for)
    step = typed.command(said.words) or ("stop" if said.intent == "stop" else "")
    if asked is None:
        return Heard(_unasked(said, None, questions), step)
    if step and step != "skip":
        return Heard(command=step)
    return _reply(said, asked, questions, skips=step == "skip")


def _pressed(said: Said, chosen: tuple[str, str]) -> Heard:
    flow, value = chosen
    if flow == "choice" and said.nation:
        return Heard({"nation": said.nation})
    if flow != "plan":
        taken_back = WITHDRAWN.get(said.withdrawn, {}) if said.withdrawn else {}
        return Heard(taken_back, leaves=flow == "rehearsal", aside=flow != "rehearsal")
    if value in COMMANDS:
        not_for = _not_for_them(said, begins=True) if value == "start" else ""
        return Heard(command=not_for or value)
    fact = asking.fact(value)
    return Heard(dict([fact]) if fact else {}, others=value == "what/other")


def _not_for_them(said: Said, *, begins: bool) -> str:
    """Whether somebody writes for whom the plan is not made: a professional, or a child."""
    at_work = typed.is_professional(said.words) or (begins and said.shown == PROFESSIONALS)
    if at_work or (said.answered and said.likely[0] == PROFESSIONALS):
        return "professional"
    return "child" if Kind.CHILD_USER in said.kinds or (begins and said.by_child) else ""


def _reply(
    said: Said, asked: str, questions: Mapping[str, Question], *, skips: bool
) -> Heard:
    facts: dict[str, str | None] = dict(_unasked(said, asked, questions))
    value = "unknown" if skips else _value(said, asked, questions[asked])
    question = typed.is_question(said.words)
    if value and not (question and value == "unknown"):
        facts[asked] = value if value == Threats.PAID.value else facts.get(asked, value)
    grown_up = asked == "age" and "age" not in facts and typed.grown_up(said.words)
    stranger = bool(said.ages) and "age" not in facts
    if said.abroad and asked == "nation":
        facts.setdefault("nation", "unknown")
    if question and asked not in facts:
        return Heard(facts, aside=True, stranger=stranger)
    if asked == "what" and "what" not in facts and said.intent == "none_of_these":
        return Heard(facts, others=True)
    aside = not facts and said.intent not in REPLIES and not grown_up
    missed = not facts and not aside and said.intent != "plan"
    return Heard(facts, aside=aside, missed=missed, stranger=stranger, grown_up=grown_up)


def _unasked(
    said: Said, asked: str | None, questions: Mapping[str, Question]
) -> dict[str, str]:
    """What a message says beside the reply: a danger, the nation, the age of the child."""
    facts = typed.volunteered(said.words, ages=asked != "age") | from_kinds(said.kinds)
    if asked is None:
        what = _what(said, questions["what"], told=False)
        facts |= {"what": what} if what else {}
    if said.nation:
        facts["nation"] = said.nation
    others_age = asked == "adult" or typed.of_another(said.words)
    if said.ages and asked != "age" and not others_age:
        found = typed.reply(f"{said.ages[0]}", "age", questions["age"], said.ages[:1])
        facts |= {"age": found} if found else {}
    return facts


def _value(said: Said, asked: str, question: Question) -> str | None:
    if asked == "nation":
        found = typed.reply(said.words, asked, question, ())
        return said.nation or found
    if asked == "what":
        return _what(said, question, told=True)
    by_place = _by_place(said, asked, question)
    return by_place or typed.reply(said.words, asked, question, said.ages)


def _what(said: Said, question: Question, *, told: bool) -> str | None:
    """What happened, from the classifier and from plain words; of a few words these count more.

    `told`: we asked for it, so that the words are about nothing else.
    """
    sure = ANSWERS.get(said.likely[0], {}).get("what") if said.answered else None
    if not told:
        return sure
    words = _by_place(said, "what", question) or typed.reply(said.words, "what", question, ())
    likely = ANSWERS.get(said.likely[0], {}).get("what") if said.likely[1] >= LIKELY else None
    few = len(said.words.split()) <= FEW
    return (words or sure if few else sure or words) or likely


_PLACES = {"1": 0, "one": 0, "first": 0, "1st": 0, "2": 1, "two": 1, "second": 1, "2nd": 1, "3": 2,
           "three": 2, "third": 2, "3rd": 2, "4": 3, "four": 3, "fourth": 3, "5": 4, "five": 4,
           "fifth": 4, "6": 5, "six": 5, "sixth": 5}


def _by_place(said: Said, asked: str, question: Question) -> str | None:
    """What "2" or "the first one" means, except where a number is an age."""
    if asked == "age":
        return None
    words = typed.plain(said.words).removeprefix("the ").removeprefix("number ").removeprefix("option ")
    place = _PLACES.get(words.removesuffix(" one").removesuffix(" please"))
    if place is None or place >= len(question.options):
        return None
    return question.options[place].value
