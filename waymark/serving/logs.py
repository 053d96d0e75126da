"""Logs that cannot hold a parent's words.

Rasa's own set-up prints local variables and message texts. Here an event keeps its name
and a few known fields, and an error keeps its type and where it was raised: never what it
said, because what it said may quote a message.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

KNOWN_FIELDS = frozenset(("event", "level", "logger", "timestamp"))
QUIET = ("rasa", "rasa_sdk", "sanic", "sanic.root", "sanic.access", "apscheduler", "asyncio",
         "matplotlib", "tensorflow", "absl")

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def set_up(level: int = logging.INFO) -> None:
    """Send everything to stderr, one safe line at a time."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SafeFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.WARNING)
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, only_known_fields, _render],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


class SafeFormatter(logging.Formatter):
    """Formats an exception as its type and frames, without its message."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 (logging's name)
        return where(ei)

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have cached one with the message
        return super().format(record)


def only_known_fields(
    _: Any, __: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Drop every field that is not known to be harmless."""
    info = event.get("exc_info")
    kept = {name: value for name, value in event.items() if name in KNOWN_FIELDS}
    if info:
        current = sys.exc_info() if info is True else info
        kept["event"] = f"{kept.get('event')} {where(current)}"
    return kept


def where(info: Any) -> str:
    """An exception's type and the places it came through: no message, no variables."""
    kind, _, trace = info if isinstance(info, tuple) else (type(info), info, info.__traceback__)
    if kind is None:
        return ""
    frames = [f"{f.filename}:{f.lineno} in {f.name}" for f in traceback.extract_tb(trace)]
    return "\n  ".join([kind.__name__, *frames[-6:]])


def _render(_: Any, __: str, event: MutableMapping[str, Any]) -> str:
    return str(event.get("event"))
