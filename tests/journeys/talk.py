"""A conversation over REST, as it happens: what was sent, what came back, how long it took."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, replace
from typing import Any

import httpx

from tests.journeys.journey import Step

LIMIT = 10.0
"""Seconds after which a worried person would think that nobody is there."""

Message = dict[str, Any]
Fault = tuple[int, str]
"""The turn, counted from one, and what is wrong with it."""


@dataclass(frozen=True)
class Turn:
    """One message of the parent and all that was said to it.

    `sent`: what went over the line. `picked`: the answer that they then chose from what was
    offered; `asked` is all that was said before that.
    """

    step: Step
    sent: str
    said: tuple[Message, ...]
    seconds: float
    picked: str = ""
    asked: tuple[Message, ...] = ()

    @property
    def whole(self) -> str:
        return "\n\n".join(message["text"] for message in self.said)

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [button for message in self.said for button in message.get("buttons") or ()]

    @property
    def answers(self) -> list[str]:
        return [key for message in self.said if (key := about(message).get("answer"))]

    @property
    def urgent(self) -> list[str]:
        return [kind for message in self.said for kind in about(message).get("urgent") or ()]


class NoSuchButton(Exception):
    """A journey presses a button that was not there; says which were."""


class Talk:
    """One conversation with a served Waymark."""

    def __init__(self, url: str) -> None:
        self._url = f"{url.rstrip('/')}/webhooks/rest/webhook"
        self._sender = f"journey-{uuid.uuid4().hex}"
        self._buttons: list[dict[str, str]] = []

    def take(self, step: Step) -> Turn:
        """Send one message. Raises `NoSuchButton` and httpx's errors."""
        sent = step.say or self._payload(step.press)
        turn = Turn(step, sent, *self._send(sent))
        picked = offered(turn)
        if picked:
            said, seconds = self._send(picked)
            turn = replace(turn, said=(*turn.said, *said), picked=picked, asked=turn.said,
                           seconds=max(seconds, turn.seconds))
        self._buttons = turn.buttons or self._buttons
        return turn

    def _send(self, sent: str) -> tuple[tuple[Message, ...], float]:
        begun = time.monotonic()
        answer = httpx.post(self._url, timeout=2 * LIMIT,
                            json={"sender": self._sender, "message": sent})
        answer.raise_for_status()
        return tuple(answer.json()), time.monotonic() - begun

    def _payload(self, name: str) -> str:
        """What a button carries that is in sight."""
        for button in self._buttons:
            if name in (button["title"], button["payload"]):
                return button["payload"]
        titles = ", ".join(button["title"] for button in self._buttons) or "none"
        raise NoSuchButton(f"no button {name!r}; there are: {titles}")


def offered(turn: Turn) -> str:
    """The button of an acceptable answer, where Waymark asked which one is meant."""
    if turn.answers or not any(about(m).get("decision") in ("offer", "unsure") for m in turn.said):
        return ""
    wanted = [f"answer:{key}" for key in turn.step.expect.answer]
    return next((b["payload"] for b in turn.buttons if b["payload"] in wanted), "")


def about(message: Message) -> dict[str, Any]:
    """What a message says of itself."""
    return message.get("waymark") or {}
