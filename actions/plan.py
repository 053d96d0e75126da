"""Shows the plan, or says how to come back to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.plan_said import plans, read
from actions.turn import Buttons, Turn
from waymark.channels.pages import address
from waymark.content import letter as content_letter
from waymark.dialogue.local.page import GATEWAY, gateway_number
from waymark.dialogue.local.state import home_of
from waymark.nlu.choices import answer_button, flow_button, step_button
from waymark.plan import code, letter, making
from waymark.plan.hearing import PROFESSIONALS, hear
from waymark.plan.making import Plan
from waymark.plan.situation import Situation
from waymark.plan.talk import Talk

FIRST_ANSWERS = 6


class ShowPlan(Action):
    """After the form: the plan; or what was asked for instead of it."""

    def name(self) -> str:
        return "action_plan"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        turn, talk = Turn(dispatcher, tracker), Talk.of(tracker.events)
        heard = hear(read(turn, tracker, talk, None), None, plans().talk.questions)
        plan = making.make(plans(), Situation.of(tracker.slots))
        steps = {"stop": _leave, "professional": _professional, "child": _child}
        if heard.command == "more":
            _more(turn, plan)
        elif heard.command in steps:
            steps[heard.command](turn)
        else:
            _show(turn, plan, tracker)
        return []


def _show(turn: Turn, plan: Plan, tracker: Tracker) -> None:
    """The plan in four messages, the last with its page and the answers behind it."""
    folder, library, today = plans(), turn.library, date.today()
    for text in (letter.first(plan, folder), letter.second(plan, folder),
                 letter.third(plan, folder, library, local=_local(turn, tracker), today=today)):
        turn.say(text, plan={"part": "ready"})
    found = code.encode(plan.situation)
    keys = [key for key in plan.answers if key in library.answers]
    turn.say(letter.last(folder, address(found)), _answers(turn, keys),
             offered=keys[:FIRST_ANSWERS], plan={"step": "ready", "code": found})


def _answers(turn: Turn, keys: list[str]) -> Buttons:
    found = [answer_button(turn.library.answers[key].label, key) for key in keys[:FIRST_ANSWERS]]
    if len(keys) > FIRST_ANSWERS:
        found.append(flow_button("More", "plan", "more"))
    return [*found, flow_button("Make the plan again", "plan", "again")]


def _more(turn: Turn, plan: Plan) -> None:
    keys = [key for key in plan.answers if key in turn.library.answers][FIRST_ANSWERS:]
    phrases = plans().talk.phrases
    buttons = [answer_button(turn.library.answers[key].label, key) for key in keys[:7]]
    turn.say(phrases.more if keys else phrases.nothing_more,
             [*buttons, step_button("Show me the topics", "topics")], offered=keys[:7],
             plan={"step": "ready", "code": code.encode(plan.situation)})


def _leave(turn: Turn) -> None:
    turn.say(plans().talk.phrases.left, [
        flow_button("Carry on with the plan", "plan", "resume"),
        flow_button("The plan so far", "plan", "show"),
        step_button("Someone to talk to", "people"),
        step_button("Show me the topics", "topics"),
    ], plan={"step": "left"})


def _professional(turn: Turn) -> None:
    """A teacher's duties are other ones: their own answer, and the plan only for a parent."""
    turn.answer(PROFESSIONALS)
    turn.say(plans().talk.phrases.professional,
             [flow_button("I ask as a parent", "plan", "parent"),
              step_button("Show me the topics", "topics")], plan={"step": "left"})


def _child(turn: Turn) -> None:
    """Somebody under 18 writes: the plan is not for them; Childline is."""
    found = content_letter.services(("childline", "report_remove"), turn.library, turn.nation)
    contacts = content_letter.contacts(found, date.today())
    turn.say(f"{plans().talk.phrases.child}\n\n{contacts}",
             [flow_button("I ask as a parent", "plan", "parent")], plan={"step": "left"})


def _local(turn: Turn, tracker: Tracker) -> str:
    """Who runs children's services where the family lives, if we know where."""
    authority = home_of(tracker.slots).authority
    if authority is None:
        return ""
    if not authority.trust:
        body = authority.childrens_services_body or authority.official_name
        return f"Children's services where you live: {body}, {authority.url}"
    service = turn.library.services.get(GATEWAY)
    number = gateway_number(service, authority, date.today()) if service else ""
    return f"Your Trust: {authority.trust}, Gateway team by day {number or authority.url}"
