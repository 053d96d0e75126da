"""Waymark's NLG: the words of the live content, fitted to nation and age.

Staff text is never run through `str.format`, so `{` and `${}` in it stay as they are, and
a slot can never be printed by accident.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from waymark.content import letter
from waymark.content.library import Library, Reading
from waymark.content.schema import Nation
from waymark.dialogue import likely
from waymark.dialogue.local import say
from waymark.dialogue.local.state import home_of, in_passing, named_in
from waymark.dialogue.rehearsal import buttons as practice
from waymark.dialogue.slots import age_of, nation_of
from waymark.live import shelf
from waymark.nlu.choices import answer_button, flow_button, step_button

Response = dict[str, Any]

SURE = 0.95
"""Below this confidence an answer also shows the next likely ones as buttons."""

LIKELY = 0.02
MOST_BUTTONS = 8


class Words(TemplatedNaturalLanguageGenerator):
    """Chooses and lays out what is said. Named in endpoints.yml.

    A subclass of the templated NLG because only those get the domain's responses
    refreshed when a model is loaded; nothing else of it is used.
    """

    def __init__(
        self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None
    ) -> None:
        super().__init__(domain.responses if domain else {})
        self._shelf = shelf()

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Response | None:
        """The response for an action, or None where there is none by that name."""
        library = self._shelf.library
        key = utter_action.removeprefix("utter_")
        slots = tracker.current_slot_values() | (kwargs.get("learnt") or {})
        parse = tracker.latest_message.parse_data if tracker.latest_message else {}
        verdict: Mapping[str, Any] = parse.get("decision") or {}
        if key not in library.answers:
            return self._said(utter_action, slots, library, output_channel, verdict)
        part = kwargs.get("part", "answer")
        said = answer(library, key, slots, verdict, part=part)
        if key == say.KEY:
            return self._local(said, slots, library, tracker, output_channel)
        named = named_in(parse) if part == "answer" else None
        return say.near(said, named) if named else said

    def _local(
        self, said: Response, slots: dict[str, Any], library: Library,
        tracker: DialogueStateTracker, channel: str,
    ) -> Response:
        """The answer on help near the family, as far as we know where they live."""
        home, today, part = home_of(slots), date.today(), said["waymark"]["part"]
        if part == "sources" and home.authority:
            return say.with_sources(said, library, home.authority, today)
        if part != "answer":
            return said
        if home.authority:
            return say.here(said, library, home.authority, today)
        events = [event.as_dict() for event in tracker.events]
        question = say.question(home, events)
        words = self._said(question, slots, library, channel, {}) or {"text": ""}
        if home.possible:
            return say.which(said, home, words)
        if home.abroad:
            return say.abroad(said, words)
        return say.ask(said, words, nation_of(slots), in_passing(events))

    def _said(
        self, utter_action: str, slots: dict[str, Any], library: Library, channel: str,
        verdict: Mapping[str, Any],
    ) -> Response | None:
        chosen = self._random_response_for(utter_action, channel, slots)
        if chosen is None:
            return None
        response: Response = copy.deepcopy(chosen)
        metadata = response.pop("metadata", None) or {}
        nation = nation_of(slots)
        found = letter.services(metadata.get("services", ()), library, nation)
        named = letter.contacts(found, date.today())
        if metadata.get("national"):
            named = say.untold(library, nation, date.today())
        response["text"] = "\n\n".join(filter(None, [response.get("text", "").strip(), named]))
        decision = metadata.get("decision", "small_talk")
        response["waymark"] = {"decision": decision, **metadata.get("said", {})}
        if decision == "unsure":
            _add_maybe(response, library, verdict)
        if slots.get("practising") and decision != "flow":
            response["buttons"] = [*(response.get("buttons") or []), practice.carry_on()]
        return response


def answer(
    library: Library,
    key: str,
    slots: Mapping[str, Any],
    verdict: Mapping[str, Any],
    *,
    part: str = "answer",
) -> Response:
    """An answer, its `more` or its `sources`, as a Rasa response with buttons.

    `waymark` in it tells channels and actions which answer this is and what was offered.
    """
    nation, age = nation_of(slots), age_of(slots)
    reading = library.words(key, nation, age)
    text = {
        "more": lambda: letter.more(reading),
        "sources": lambda: letter.sources(reading),
    }.get(part, lambda: letter.answer(reading, library, nation, today=date.today()))()
    others = [] if part != "answer" else _others(library, key, verdict)
    buttons = _buttons(library, reading, others, nation, part)
    paused = bool(slots.get("practising"))
    if part == "answer" or paused:
        buttons = _with_practice(buttons, library, key, paused=paused)
    return {
        "text": text,
        "buttons": buttons,
        "waymark": {
            "answer": key,
            "decision": "answer",
            "part": part,
            "offered": [b["payload"].removeprefix("answer:") for b in buttons
                        if b["payload"].startswith("answer:")],
        },
    }


def _add_maybe(response: Response, library: Library, verdict: Mapping[str, Any]) -> None:
    """What we decline may be ours after all: the likely answers stand below as buttons."""
    maybe = likely.maybe(verdict, library)
    if maybe:
        response["text"] += "\n\nIf it is about one of these, choose it:"
        response["buttons"] = [answer_button(answer.title, answer.key) for answer in maybe]
        response["waymark"]["offered"] = [answer.key for answer in maybe]


def _others(library: Library, key: str, verdict: Mapping[str, Any]) -> list[str]:
    """What else was asked for or may have been meant, likeliest first."""
    also = list(verdict.get("also") or ())
    if verdict.get("confidence", 1.0) < SURE and verdict.get("kind") == "answer":
        also += [k for k, chance in verdict.get("candidates") or () if chance >= LIKELY]
    return [k for k in dict.fromkeys(also) if k != key and k in library.answers][:2]


def _buttons(
    library: Library, reading: Reading, others: list[str], nation: Nation | None, part: str
) -> list[dict[str, str]]:
    buttons = []
    if reading.more and part == "answer":
        buttons.append(step_button("Tell me more", "more"))
    if reading.answer.topic == "happened" and part == "answer":
        buttons.append(flow_button("Make a plan", "plan", "start"))
    keys = [*others, *(k for k in reading.answer.next if k in library.answers)]
    buttons += [answer_button(library.answers[k].title, k) for k in dict.fromkeys(keys)]
    if part == "more":
        buttons.append(step_button("Where does this come from?", "sources"))
    if nation is None and part == "answer":
        buttons += [
            step_button(f"We live in {n.value}", n.value.lower().replace(" ", "_"))
            for n in (Nation.SCOTLAND, Nation.NORTHERN_IRELAND) if n in reading.answer.nations
        ]
    return buttons[:MOST_BUTTONS]


def _with_practice(
    buttons: list[dict[str, str]], library: Library, key: str, *, paused: bool
) -> list[dict[str, str]]:
    """With a way to practise the talk where there is room, or back to it, which always fits."""
    practise = practice.below_answer(library, key, paused=paused)
    if practise is None or (len(buttons) >= MOST_BUTTONS and not paused):
        return buttons
    return [*buttons[:MOST_BUTTONS - 1], practise]
