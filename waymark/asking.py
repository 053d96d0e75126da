"""Asks Waymark a message and tells what it decided: the same code as a live message."""

from __future__ import annotations

import logging
import re
import uuid
from pathlib import Path
from typing import Any

from waymark.channels import incoming
from waymark.channels.rest import Replies
from waymark.nlu.decision import ANSWER, FLOW, OFFER, SMALL_TALK, UNSURE
from waymark.privacy.redaction import redact
from waymark.serving import launcher, logs
from waymark.settings import Settings


class Asker:
    """A loaded Waymark to ask messages of, one after the other, each its own talk."""

    def __init__(self, agent: Any) -> None:
        self._agent = agent

    @classmethod
    async def load(cls, chosen: Settings, model: Path | None = None) -> Asker:
        """Load the newest model. Raises `CannotStart`."""
        launcher.prepare()
        logs.set_up(logging.WARNING)
        available = launcher.endpoints(chosen)
        model = model or launcher.newest_model(chosen.trained)
        from rasa.core.agent import load_agent

        agent = await load_agent(model_path=str(model), endpoints=available)
        if not agent.is_ready():
            raise launcher.CannotStart(f"{model} could not be loaded: run `make setup`")
        return cls(agent)

    async def say(self, text: str, sender: str) -> list[dict[str, Any]]:
        """What Waymark says in a talk that goes on."""
        from waymark.channels.rest import reply

        return await reply(self._agent.handle_message, sender, text, "terminal")

    async def ask(self, text: str, context: dict[str, Any] | None = None) -> dict[str, Any]:
        """What one message comes to. `context`: `nation`, `age`, `previous` (an answer key)."""
        from rasa.core.channels.channel import UserMessage

        sender = uuid.uuid4().hex
        await self._recall(sender, context or {})
        cleaned = incoming.clean(text)
        out = Replies()
        await self._agent.handle_message(
            UserMessage(cleaned.text, out, sender, input_channel="rest")
        )
        tracker = await self._agent.tracker_store.retrieve(sender)
        parse = tracker.latest_message.parse_data if tracker.latest_message else {}
        return _told(text, parse, out.messages)

    async def dangers(self, text: str) -> list[dict[str, Any]]:
        """What danger one message tells of, as `waymark.nlu.danger` found it; nothing is said."""
        from rasa.core.channels.channel import UserMessage

        message = UserMessage(incoming.clean(text).text)
        parsed = await self._agent.processor.parse_message(message)
        return list(parsed.get("urgent") or ())

    async def _recall(self, sender: str, context: dict[str, Any]) -> None:
        """Begin the talk where the context says it stands."""
        from rasa.shared.core.events import BotUttered, SlotSet

        store, domain = self._agent.tracker_store, self._agent.domain
        tracker = await store.get_or_create_tracker(sender)
        for slot in ("nation", "age"):
            if context.get(slot) is not None:
                tracker.update(SlotSet(slot, _slot(slot, context[slot])), domain)
        if context.get("previous"):
            said = {"answer": context["previous"], "decision": ANSWER}
            tracker.update(BotUttered("", metadata={"waymark": said}), domain)
        if context:
            await store.save(tracker)


SHORT_NATIONS = {"ni": "Northern Ireland", "s": "Scotland", "w": "Wales", "e": "England",
                 "e&w": "England", "england and wales": "England"}


def _slot(name: str, value: Any) -> str:
    """A context's value as the slot holds it: a nation's name, or an age in years.

    An age band stands for its first year; what is neither is left as it is and changes
    no words.
    """
    text = str(value).strip()
    if name == "nation":
        return SHORT_NATIONS.get(text.lower(), text.title())
    if text.lower().startswith("under"):
        return "7"
    years = re.search(r"\d+", text)
    return years.group() if years else text


def _told(text: str, parse: dict[str, Any], said: list[dict[str, Any]]) -> dict[str, Any]:
    verdict = parse.get("decision") or {}
    words = [message.get("waymark") or {} for message in said]
    answer = next((w["answer"] for w in words if w.get("answer")), None)
    decision = _decision(verdict.get("kind", UNSURE), words)
    return {
        "text": text,
        "decision": decision,
        "answer": answer,
        "confidence": verdict.get("confidence", 0.0),
        "candidates": verdict.get("candidates", []),
        "offered": list(dict.fromkeys(key for w in words for key in w.get("offered") or ())),
        "urgent": [one["kind"] for one in parse.get("urgent") or ()],
        "redacted": redact(text),
    }


def _decision(kind: str, words: list[dict[str, Any]]) -> str:
    """What was done in the end: a follow-up that shows an answer is an answer."""
    shown = {w.get("part") for w in words if w.get("answer")}
    if "answer" in shown:
        return ANSWER
    if kind in (SMALL_TALK, FLOW):
        return kind
    if any(w.get("decision") == FLOW for w in words):
        return FLOW
    return OFFER if any(w.get("decision") == OFFER for w in words) else UNSURE
