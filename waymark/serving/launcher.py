"""Starts Waymark around Rasa's own `serve_application`: quiet, warm and on loopback."""

from __future__ import annotations

import logging
import os
from asyncio import AbstractEventLoop
from pathlib import Path
from typing import Any

from waymark.serving import logs
from waymark.settings import ROOT, Settings, settings

logger = logging.getLogger("waymark")

REQUEST_BYTES = 64 * 1024
TRACKER_STORES = ("memory",)


class CannotStart(Exception):
    """Waymark cannot start as it is; says why and what to do."""


def prepare() -> None:
    """Set what must be set before Rasa is imported: telemetry off, small requests."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["SANIC_REQUEST_MAX_SIZE"] = str(REQUEST_BYTES)
    os.environ["SANIC_ACCESS_LOG"] = "false"
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # Rasa's bars for three files are noise
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")


def newest_model(folder: Path) -> Path:
    """The model that was trained last. Raises `CannotStart`."""
    models = sorted(folder.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        raise CannotStart(f"there is no trained model in {folder}: run `make setup`")
    return models[-1]


def endpoints(chosen: Settings) -> Any:
    """Rasa's endpoints: our words, our actions in process, conversations in memory."""
    if chosen.tracker_store not in TRACKER_STORES:
        raise CannotStart(
            f"unknown tracker store {chosen.tracker_store!r} in WAYMARK_TRACKER_STORE: "
            f"use {' or '.join(TRACKER_STORES)}"
        )
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.endpoints import EndpointConfig

    from waymark.serving.inprocess import InProcessActions

    return AvailableEndpoints(
        nlg=EndpointConfig(type="waymark.serving.words.Words"),
        action=InProcessActions(),
        tracker_store=EndpointConfig(type="waymark.serving.memory.ForgetfulStore"),
    )


def serve(chosen: Settings | None = None) -> None:
    """Serve until told to stop. Raises `CannotStart` before it listens, never after."""
    chosen = chosen or settings()
    prepare()
    logs.set_up()
    model = newest_model(chosen.trained)
    available = endpoints(chosen)
    import rasa.core.run

    rasa.core.run.serve_application(
        model_path=str(model),
        interface=chosen.host,
        port=chosen.port,
        credentials=str(ROOT / "credentials.yml"),
        enable_api=False,
        endpoints=available,
        server_listeners=[(warm_up, "after_server_start"), (say_ready, "after_server_start")],
    )


async def warm_up(app: Any, loop: AbstractEventLoop) -> None:
    """Answer one message before anybody asks, so that the first parent does not wait."""
    from waymark.channels.rest import reply
    from waymark.encoder.sentences import give_back_memory

    agent = app.ctx.agent
    if agent is None or not agent.is_ready():
        raise CannotStart("the model could not be loaded: run `make setup`, then try again")
    said = await reply(agent.handle_message, "warm-up", "is it a crime", "rest")
    app.ctx.warm = bool(said)
    give_back_memory()


async def say_ready(app: Any, loop: AbstractEventLoop) -> None:
    """Tell whoever started us where we listen."""
    chosen = settings()
    logger.info("ready on http://%s:%s (REST: /webhooks/rest/webhook, health: /health)",
                chosen.host, chosen.port)
