"""What many tests need: content in a folder of their own, the trained model, a server."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from waymark.content.library import Library, load
from waymark.settings import ROOT, settings

BIN = Path(sys.executable).parent
CONTENT = ROOT / "content"


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content."""
    return load(CONTENT)


@pytest.fixture
def own_content(tmp_path: Path) -> Path:
    """A copy of the real content that a test may break."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture(scope="session")
def asker() -> Any:
    """The real Waymark, loaded once."""
    from waymark.asking import Asker

    return asyncio.run(Asker.load(settings()))


@pytest.fixture(scope="session")
def ask(asker: Any) -> Any:
    """`ask(text, **context)`: what one message comes to."""

    def asked(text: str, **context: Any) -> dict[str, Any]:
        return asyncio.run(asker.ask(text, context))

    return asked


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A running `waymark serve`."""

    def __init__(self, port: int, log: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.log = log

    def say(self, message: Any, sender: Any = "a test") -> httpx.Response:
        return httpx.post(f"{self.url}/webhooks/rest/webhook",
                          json={"sender": sender, "message": message}, timeout=30)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Waymark as it is served, with its content in a folder that tests may change."""
    folder = tmp_path_factory.mktemp("served")
    content = Path(shutil.copytree(CONTENT, folder / "content"))
    port, log = free_port(), folder / "log"
    environment = {**os.environ, "WAYMARK_PORT": str(port), "WAYMARK_CONTENT": str(content)}
    with log.open("wb") as out:
        process = subprocess.Popen([BIN / "waymark", "serve"], env=environment, cwd=ROOT,
                                   stdout=out, stderr=subprocess.STDOUT)
    running = Server(port, log)
    running.content = content  # type: ignore[attr-defined]
    try:
        _wait(running, process)
        yield running
    finally:
        process.terminate()
        process.wait(20)


def _wait(running: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{running.url}/health", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise AssertionError(f"Waymark did not start:\n{running.log.read_text()}")
