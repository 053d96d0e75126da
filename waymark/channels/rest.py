"""REST as in Rasa, without its faults: a bad request is told why, a failure still answers.

`POST /webhooks/rest/webhook` with `{"sender": "...", "message": "..."}` answers a list of
`{"recipient_id", "text", "buttons"}`. Who gives no sender gets one of their own back.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from waymark.channels import incoming
from waymark.channels.sorry import sorry

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]
LONGEST_SENDER = 128


class BadRequest(Exception):
    """A request that cannot be a message; says what to mend."""


class RestChannel(InputChannel):
    """The REST webhook."""

    @classmethod
    def name(cls) -> str:
        return "rest"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        webhook = Blueprint("waymark_rest")

        @webhook.route("/", methods=["GET"])
        async def alive(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @webhook.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            try:
                sender, message = read(request)
            except BadRequest as error:
                return response.json({"error": str(error)}, status=400)
            return response.json(await reply(on_new_message, sender, message, self.name()))

        return webhook


class Replies(CollectingOutputChannel):
    """Collects what is said, each message whole, with what it is in `waymark`."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        said = {
            "recipient_id": recipient_id,
            "text": message.get("text") or "",
            "buttons": message.get("buttons") or None,
            "waymark": message.get("waymark") or None,
        }
        self.messages.append({name: value for name, value in said.items() if value is not None})


def read(request: Request) -> tuple[str, str]:
    """Sender and message of a request. Raises `BadRequest`."""
    try:
        body = request.json
    except SanicException as error:
        raise BadRequest("the body is not JSON: send {\"sender\": ..., \"message\": ...}") \
            from error
    if not isinstance(body, dict):
        raise BadRequest("the body is not a JSON object with `sender` and `message`")
    message, sender = body.get("message"), body.get("sender")
    if not isinstance(message, str):
        raise BadRequest("`message` is missing or is not text")
    if sender is None:
        return uuid.uuid4().hex, message
    if not isinstance(sender, str) or not 0 < len(sender) <= LONGEST_SENDER:
        raise BadRequest(f"`sender` is not a text of 1 to {LONGEST_SENDER} letters")
    return sender, message


async def reply(
    on_new_message: Handler, sender: str, raw: str, channel: str
) -> list[dict[str, Any]]:
    """What Waymark says to one message. There is always at least one reply."""
    cleaned = incoming.clean(raw)
    out = Replies()
    try:
        await on_new_message(UserMessage(cleaned.text, out, sender, input_channel=channel))
    except Exception:
        logger.exception("a message was not answered")
        out.messages.append({"recipient_id": sender, "text": sorry()})
    said = out.messages or [{"recipient_id": sender, "text": sorry()}]
    if cleaned.notes:
        note = {"recipient_id": sender, "text": "\n\n".join(cleaned.notes)}
        said = [note, *said]
    return said
