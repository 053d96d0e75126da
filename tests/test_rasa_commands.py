"""Every command a Rasa developer knows works, and sees the answers in content/."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pexpect
import pytest

from tests.conftest import BIN, free_port
from waymark.settings import ROOT, settings

QUIET = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "LOG_LEVEL": "WARNING",
         "TF_CPP_MIN_LOG_LEVEL": "3"}


def rasa(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([BIN / "rasa", *arguments], cwd=ROOT, env={**QUIET, **environment},
                          capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def model() -> str:
    """The newest trained model."""
    found = sorted(settings().trained.glob("*.tar.gz"), key=lambda p: p.stat().st_mtime)
    return str(found[-1])


def test_data_validate_finds_no_error() -> None:
    """`rasa data validate` reads the content and finds nothing that would stop training."""
    done = rasa("data", "validate")
    assert done.returncode == 0, done.stderr[-3000:]
    assert "multiple different intents" not in done.stderr


def test_data_validate_names_a_broken_content_file(own_content: Path) -> None:
    """`rasa data validate` stops at broken content with file and line."""
    (own_content / "answers/law/forwarding.yml").write_text("title: x\n")
    done = rasa("data", "validate", WAYMARK_CONTENT=str(own_content))
    assert done.returncode != 0 and "answers/law/forwarding.yml:1" in done.stdout + done.stderr


def test_train_learns_what_content_says(tmp_path: Path, own_content: Path) -> None:
    """`rasa train` on changed content makes a model that knows the new question."""
    path = own_content / "answers/figures/cumbria.yml"
    path.write_text(path.read_text() + '  - "wibbleforth numbers please"\n')
    done = rasa("train", "--out", str(tmp_path), "--fixed-model-name", "own",
                WAYMARK_CONTENT=str(own_content))
    assert done.returncode == 0, done.stderr[-3000:]
    asked = subprocess.run(
        [BIN / "waymark", "ask", "wibbleforth numbers please"], cwd=ROOT, capture_output=True,
        text=True, env={**QUIET, "WAYMARK_TRAINED": str(tmp_path),
                        "WAYMARK_CONTENT": str(own_content)}, timeout=120)
    assert json.loads(asked.stdout)["candidates"][0][0] == "figures/cumbria"


def test_test_nlu_reads_held_out_messages(tmp_path: Path, model: str) -> None:
    """`rasa test nlu` on held-out messages in Rasa's format reports intents and answers."""
    lines = (ROOT / "tests/held_out/personas.jsonl").read_text().splitlines()
    plain = [line for line in map(json.loads, lines) if line["voice"] == "plain"][:60]
    blocks = [f"- intent: {line['ok'][0]}\n  examples: |\n    - {line['text']}" for line in plain]
    file = tmp_path / "test_nlu.yml"
    file.write_text('version: "3.1"\nnlu:\n' + "\n".join(blocks) + "\n")
    done = rasa("test", "nlu", "--nlu", str(file), "--model", model, "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr[-3000:]
    report = json.loads((tmp_path / "response_selection_report.json").read_text())
    assert report["accuracy"] > 0.8 if "accuracy" in report \
        else report["weighted avg"]["recall"] > 0.8


def test_test_core_walks_the_journeys(tmp_path: Path, model: str) -> None:
    """`rasa test core` walks our test stories and every step is predicted."""
    done = rasa("test", "core", "--stories", "tests/test_stories", "--model", model,
                "--endpoints", "endpoints.yml", "--out", str(tmp_path), "--fail-on-prediction-errors")
    assert done.returncode == 0, done.stderr[-3000:]
    report = json.loads((tmp_path / "story_report.json").read_text())
    assert report["conversation_accuracy"]["accuracy"] == 1.0


def test_shell_answers_from_content(model: str) -> None:
    """`rasa shell` talks with the words of the content."""
    shell = pexpect.spawn(str(BIN / "rasa"), ["shell", "--model", model, "--port", str(free_port())],
                          cwd=str(ROOT), env=QUIET, timeout=120, encoding="utf-8",
                          dimensions=(50, 200))
    try:
        shell.expect("Your input")
        shell.sendline("what is outcome 21")
        shell.expect("Outcome 21 is a way for police")
    finally:
        shell.close(force=True)


def test_actions_run_over_http() -> None:
    """`rasa run actions` serves our actions, as any Rasa action server does."""
    port = free_port()
    server = subprocess.Popen([BIN / "rasa", "run", "actions", "-p", str(port)], cwd=ROOT,
                              env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        names = _actions(port)
        assert "action_people" in names and "action_offer" in names
        body: dict[str, Any] = {
            "next_action": "action_people", "sender_id": "x", "version": "3.6.21", "domain": {},
            "tracker": {"sender_id": "x", "slots": {"nation": "Scotland"}, "events": [],
                        "latest_message": {"text": "somebody to talk to"}, "paused": False,
                        "latest_event_time": 0, "followup_action": None, "active_loop": {},
                        "latest_action_name": None},
        }
        said = httpx.post(f"http://127.0.0.1:{port}/webhook", json=body, timeout=30).json()
        text = said["responses"][0]["text"]
        assert "NSPCC Helpline" in text and "Children First" in text and "Scotland" in text
        assert not re.search("Lifeline", text), "a helpline for Northern Ireland alone"
    finally:
        server.terminate()
        server.wait(20)


def _actions(port: int) -> set[str]:
    for _ in range(120):
        try:
            found = httpx.get(f"http://127.0.0.1:{port}/actions", timeout=5).json()
            return {one["name"] for one in found}
        except httpx.HTTPError:
            time.sleep(0.5)
    raise AssertionError("the action server did not start")


def test_the_terminal_chat_is_pleasant() -> None:
    """`waymark chat` greets, answers, lets a number choose and leaves with a kind word."""
    chat = pexpect.spawn(str(BIN / "waymark"), ["chat"], cwd=str(ROOT),
                         env={**QUIET, "TERM": "xterm"}, timeout=120, encoding="utf-8",
                         dimensions=(50, 90))
    try:
        chat.expect("computer program, not a person")
        chat.sendline("what is outcome 21")
        chat.expect("Outcome 21 is a way for police")
        chat.expect("Tell me more")
        chat.sendline("1")
        chat.expect("Where it comes from")
        chat.sendline("exit")
        chat.expect("Take care of yourself")
    finally:
        chat.close(force=True)


assert sys.version_info[:2] == (3, 10), "Rasa 3.6 needs Python 3.10"
