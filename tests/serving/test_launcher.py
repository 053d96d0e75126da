"""Starting: refused with a reason rather than half alive; logs that cannot tell tales."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from waymark.serving import logs
from waymark.settings import ROOT

WAYMARK = Path(sys.executable).parent / "waymark"


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([WAYMARK, "serve"], env={**os.environ, **environment}, cwd=ROOT,
                          capture_output=True, text=True, timeout=120)


def test_without_a_model_it_does_not_start(tmp_path: Path) -> None:
    """No trained model: one clear line and exit 1, not a server that answers nothing."""
    done = start(WAYMARK_TRAINED=str(tmp_path))
    assert done.returncode == 1 and "no trained model" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_store_is_refused() -> None:
    """A store that Rasa would silently replace by memory is refused instead."""
    done = start(WAYMARK_TRACKER_STORE="mongdb")
    assert done.returncode == 1 and "unknown tracker store 'mongdb'" in done.stderr


def test_an_unknown_setting_is_refused() -> None:
    """A misspelt setting is told, with those there are."""
    done = start(WAYMARK_PROT="5006")
    assert done.returncode == 1 and "unknown setting WAYMARK_PROT" in done.stderr


def test_an_exception_is_logged_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    """The type and the place of an error are logged; what it said may quote a parent."""
    try:
        raise ValueError("my daughter is called Example")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "it failed", (),
                                   sys.exc_info())
    line = logs.SafeFormatter("%(message)s").format(record)
    assert "ValueError" in line and "test_launcher" in line and "Example" not in line


def test_structured_events_lose_every_unknown_field() -> None:
    """Rasa's events carry texts in their fields; only the event's name gets through."""
    event = logs.only_known_fields(None, "error", {"event": "rest.failure", "text": "secret",
                                                   "tracker_states": "secret"})
    assert dict(event) == {"event": "rest.failure"}
