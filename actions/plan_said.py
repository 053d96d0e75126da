"""A message in the making of a plan, as the tracker has it, and the live content of plans."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk import Tracker

from actions.turn import Turn
from waymark.dialogue import danger
from waymark.nlu import home, mentions
from waymark.nlu.decision import ANSWER
from waymark.plan import folder
from waymark.plan.folder import Folder
from waymark.plan.hearing import Said
from waymark.plan.taking import nation
from waymark.plan.talk import Talk
from waymark.settings import settings
from waymark.urgent.kinds import Kind

FALLBACK = "nlu_fallback"


def plans() -> Folder:
    """The live content/plan."""
    return folder.shelf(settings().content).current


def read(turn: Turn, tracker: Tracker, talk: Talk, asked: str | None) -> Said:
    """The latest message. A place is looked up where we asked for it; only codes remain."""
    latest = tracker.latest_message or {}
    intent = str((latest.get("intent") or {}).get("name") or "")
    label = str(turn.verdict.get("label") or intent)
    candidates = turn.verdict.get("candidates") or [["", 0.0]]
    said = Said(
        words=turn.words,
        chosen=turn.chosen,
        intent=FALLBACK if intent == FALLBACK else label.rsplit("/", maxsplit=1)[-1],
        answered=turn.verdict.get("kind") == ANSWER,
        likely=(str(candidates[0][0]), float(candidates[0][1])),
        ages=tuple(int(found.value) for found in mentions.ages(turn.words)),
        nation=nation(talk.nation_told) or _named(tracker),
        kinds=danger.found(latest),
        withdrawn=danger.last_told(tracker.events) if intent == "no_danger" else None,
        shown=_spoken_of(turn),
        by_child=Kind.CHILD_USER in talk.kinds,
    )
    return _where(said) if asked == "nation" and not (said.nation or said.chosen) else said


def _spoken_of(turn: Turn) -> str:
    """What was just talked about: the last answer, or the likeliest one after an offer."""
    thread = turn.thread
    return (thread.offered[0] if thread.misses and thread.offered else thread.last_answer) or ""


def _named(tracker: Tracker) -> str:
    return nation(next(tracker.get_latest_entity_values("nation"), ""))


def _where(said: Said) -> Said:
    place = home.read(said.words, asked=True)
    if place is None:
        return said
    return replace(said, nation=nation(place.nation), abroad=place.outcome == home.ABROAD)
