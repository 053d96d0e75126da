"""`GET /health`: whether Waymark can answer, part by part, for whoever watches over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from waymark.live import shelf


class HealthChannel(InputChannel):
    """No channel to talk through: Rasa mounts routes through channels, so this is one."""

    @classmethod
    def name(cls) -> str:
        return "health"

    def url_prefix(self) -> str:
        return "/"

    def blueprint(
        self, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> Blueprint:
        routes = Blueprint("waymark_health")

        @routes.route("/health", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            live = shelf()
            parts = {
                "model": "ready" if agent and agent.is_ready() else "missing",
                "warm": "ready" if getattr(request.app.ctx, "warm", False) else "warming up",
                "content": "last good kept" if live.complaints else "ready",
                "answers": len(live.library.answers),
            }
            ready = parts["model"] == parts["warm"] == "ready"
            body = {"status": "ready" if ready else "starting", "parts": parts}
            return response.json(body, status=200 if ready else 503)

        return routes
