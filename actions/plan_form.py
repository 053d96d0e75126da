"""The form that asks what happened: it takes replies, and steps back for other questions."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT, FormValidationAction

from actions.plan_said import plans, read
from actions.turn import Buttons, Turn
from waymark.nlu.choices import flow_button
from waymark.plan import asking, inference, taking
from waymark.plan.hearing import Heard, hear
from waymark.plan.questions import Option, Phrases
from waymark.plan.situation import FIELDS, slot, slug
from waymark.plan.talk import FORM, Talk

Events = list[dict[str, Any]]

ENDS = ("stop", "show", "more", "professional", "child")
"""Steps after which the form asks no more: `action_plan` does what they ask for."""


class ValidatePlan(FormValidationAction):
    """Reads a message in the form: what it tells is taken, what it asks is answered first."""

    def name(self) -> str:
        return f"validate_{FORM}"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[str]:
        """What has to be known here: what the situation has settled is not asked."""
        return [slot(name) for name in asking.fields(tracker.slots)]

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        turn, talk = Turn(dispatcher, tracker), Talk.of(tracker.events)
        if talk.rejected:  # the other question was answered: ask ours again
            return [_next(tracker)]
        asked = str(tracker.get_slot(REQUESTED_SLOT) or "").removeprefix(slot("")) or None
        said = read(turn, tracker, talk, asked)
        heard = hear(said, asked, plans().talk.questions)
        if heard.leaves:
            return [ActiveLoop(None), SlotSet(REQUESTED_SLOT, None), ActionExecutionRejected(FORM)]
        events = _begin(turn, tracker, talk, heard) if asked is None else []
        if heard.missed or heard.grown_up:
            events += _missed(turn, tracker, talk, heard, str(asked))
        events += _take(turn, tracker, talk, heard)
        if said.abroad and asked == "nation":
            turn.say(plans().talk.phrases.abroad, plan={"note": "abroad"})
        if heard.aside and asked is not None:
            return [*events, ActionExecutionRejected(FORM)]
        # A slot has to be set each time, or Rasa takes the reply for another question.
        events = events or [SlotSet(slot("what"), tracker.get_slot(slot("what")))]
        return [*events, SlotSet(REQUESTED_SLOT, None) if heard.command in ENDS else _next(tracker)]


def _begin(turn: Turn, tracker: Tracker, talk: Talk, heard: Heard) -> Events:
    """What is known already: from the answer shown, dangers found, age and nation told."""
    if heard.command == "again":
        return _set(tracker, taking.cleared())
    known = inference.from_answers(talk.answers) | inference.from_kinds(talk.kinds)
    empty = {name: value for name, value in known.items() if not tracker.slots.get(slot(name))}
    practising = {"practising": "paused"} if tracker.slots.get("practising") == "now" else {}
    return _set(tracker, {slot(name): value for name, value in empty.items()} | practising)


def _take(turn: Turn, tracker: Tracker, talk: Talk, heard: Heard) -> Events:
    """Fill the slots; say what was changed by it, and what cannot wait for the plan."""
    events = _set(tracker, {"age": talk.earlier_age}) if heard.stranger else []
    if heard.command == "again" and tracker.get_slot(REQUESTED_SLOT):
        events += _set(tracker, taking.cleared())
    taken = taking.take(tracker.slots, taking.told(tracker.slots) | dict(heard.facts))
    phrases, folder = plans().talk.phrases, plans()
    for name, old, new in taken.changed:
        if talk.begun and folder.says(name, new):
            turn.say(f"{phrases.changed} {folder.says(name, new)}. {phrases.before} "
                     f"{folder.says(name, old)}.", plan={"note": "changed"})
    for name, value in heard.facts.items():
        reply = _option(name, value).reply
        if reply and not talk.aside and tracker.slots.get(slot(name)) != value:
            turn.say(reply, plan={"note": "danger"})
    return events + _set(tracker, taken.slots)


def _missed(turn: Turn, tracker: Tracker, talk: Talk, heard: Heard, asked: str) -> Events:
    """Ask once more, kindly; the second time leave it out."""
    phrases: Phrases = plans().talk.phrases
    if asked in talk.missed:
        turn.say(phrases.skipped, plan={"note": "skipped"})
        return _set(tracker, {slot(asked): "unknown"})
    turn.say(phrases.adult_age if heard.grown_up else phrases.missed, plan={"missed": asked})
    return []


def _set(tracker: Tracker, found: dict[str, Any] | Any) -> Events:
    """Events that set slots, seen at once by what follows."""
    tracker.slots.update(found)
    return [SlotSet(name, value) for name, value in found.items()]


def _next(tracker: Tracker) -> dict[str, Any]:
    name = asking.missing(tracker.slots)
    event: dict[str, Any] = SlotSet(REQUESTED_SLOT, slot(name) if name else None)
    return event


def _option(field: str, value: str | None) -> Option:
    found = (o for o in plans().talk.questions[field].all_options if o.value == value)
    return next(found, Option(value="unknown", label="--"))


class Asking:
    """Asks for one field of the situation, with a button for each choice."""

    field: str

    def name(self) -> str:
        return f"action_ask_{slot(self.field)}"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        turn, talk = Turn(dispatcher, tracker), Talk.of(tracker.events)
        question = plans().talk.questions[self.field]
        heard = hear(read(turn, tracker, talk, self.field), self.field, plans().talk.questions)
        others = self.field == "what" and heard.others and not talk.rejected
        text = plans().talk.phrases.something_else if others else question.text
        opening = _opening(tracker, talk, afresh=heard.command == "again")
        turn.say("\n\n".join(filter(None, [opening, text])),
                 buttons(self.field, question.more if others else question.options),
                 plan={"asked": self.field})
        return []


def _opening(tracker: Tracker, talk: Talk, *, afresh: bool) -> str:
    """What stands before a question: at first how this works, later that we are back."""
    phrases = plans().talk.phrases
    if (talk.begun or talk.before) and not afresh:
        return phrases.back if talk.aside or talk.away or not talk.begun else ""
    facts = [plans().says(name, tracker.slots.get(slot(name)) or "") for name in FIELDS]
    known = [f"• {says}" for says in facts if says]
    lines = [phrases.known, *known, phrases.known_wrong] if known else []
    return "\n\n".join(filter(None, [phrases.intro, "\n".join(lines)]))


def buttons(field: str, options: tuple[Option, ...]) -> Buttons:
    """The choices, and a way on for who cannot or will not say."""
    phrases = plans().talk.phrases
    found = [flow_button(o.label, "plan", f"{field}/{slug(o.value)}") for o in options]
    if field == "what" and not any(option.value == "unknown" for option in options):
        found.append(flow_button("Something else", "plan", "what/other"))
    if phrases.skip not in [button["title"] for button in found]:
        found.append(flow_button(phrases.skip, "plan", f"{field}/skip"))
    return found


class AskWhat(Asking, Action):
    field = "what"


class AskAge(Asking, Action):
    field = "age"


class AskNation(Asking, Action):
    field = "nation"


class AskAdult(Asking, Action):
    field = "adult"


class AskThreats(Asking, Action):
    field = "threats"


class AskSpread(Asking, Action):
    field = "spread"


class AskMood(Asking, Action):
    field = "mood"
