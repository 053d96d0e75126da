"""What we claim, measured: Waymark beside Rasa's default pipeline on the same content.

`make bench` writes bench/results.json. Both are served on this machine one after the other
and asked the same questions by one user over REST; only ratios mean much, since machines
differ. Training the default pipeline to its end takes hours on 7,800 questions and two
cores, so by default it trains for a few epochs, and the time for all 100 is reckoned from
the time for each: `--full` trains all 100.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
EPOCHS = 100
FEW = (1, 3)
ASKED = 200
QUESTIONS = [
    json.loads(line)["text"]
    for line in (ROOT / "tests/held_out/personas.jsonl").read_text().splitlines()
]
PLAIN = ["WhitespaceTokenizer", "RegexFeaturizer", "LexicalSyntacticFeaturizer",
         "CountVectorsFeaturizer"]


def main() -> None:
    """Measure, print, write results.json."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--full", action="store_true", help="train the default to its end")
    arguments.add_argument("--encoders", default="mpnet+minilm,mpnet,minilm",
                           help="which to measure; + joins two")
    given = arguments.parse_args()
    results: dict[str, Any] = {"asked": ASKED, "questions": len(set(QUESTIONS))}
    for encoder in given.encoders.split(","):
        results[encoder] = waymark(encoder)
        print(encoder, results[encoder], flush=True)
    results["default"] = default(full=given.full)
    print("default", results["default"], flush=True)
    ours, plain = results[given.encoders.split(",")[0]], results["default"]
    results["p50_ratio"] = ours["p50_ms"] / plain["p50_ms"]
    results["train_ratio"] = ours["train_s"] / plain["train_s"]
    results["idle_memory_ratio"] = ours["idle_mb"] / plain["idle_mb"]
    (ROOT / "bench/results.json").write_text(json.dumps(results, indent=1) + "\n")
    print(json.dumps(results, indent=1))


def waymark(encoder: str) -> dict[str, Any]:
    """Train from nothing, train after one edit, serve, ask."""
    with project(encoder) as (folder, environment):
        clock = time.monotonic()
        run([BIN / "waymark", "train"], folder, environment)
        train = time.monotonic() - clock
        edited = Path(environment["WAYMARK_CONTENT"]) / "answers/law/forwarding.yml"
        edited.write_text(edited.read_text() + '  - "so can he be done for handing it round then"\n')
        clock = time.monotonic()
        run([BIN / "waymark", "train"], folder, environment)
        retrain = time.monotonic() - clock
        with served([BIN / "waymark", "serve"], folder, environment) as (url, process):
            return {"train_s": train, "retrain_s": retrain, "idle_mb": memory(process.pid),
                    **asked(url), "ready_s": ready[0]}


def default(*, full: bool) -> dict[str, Any]:
    """The same content through Rasa's default pipeline and policies, stock server."""
    with project("minilm") as (folder, environment):
        took = {}
        for epochs in (EPOCHS,) if full else FEW:
            shutil.rmtree(folder / ".rasa", ignore_errors=True)
            (folder / "config.yml").write_text(yaml.safe_dump(plain_config(epochs)))
            clock = time.monotonic()
            run([BIN / "rasa", "train", "--out", "plain"], folder, environment)
            took[epochs] = time.monotonic() - clock
        if full:
            train = took[EPOCHS]
        else:
            each = (took[FEW[1]] - took[FEW[0]]) / (FEW[1] - FEW[0])
            train = took[FEW[0]] + (EPOCHS - FEW[0]) * each
        model = str(next((folder / "plain").glob("*.tar.gz")))
        (folder / "endpoints.yml").write_text("")
        (folder / "credentials.yml").write_text("rest:\n")
        command = [BIN / "rasa", "run", "--model", model, "-i", "127.0.0.1",
                   "-p", environment["WAYMARK_PORT"]]
        with served(command, folder, environment, health="/") as (url, process):
            return {"train_s": train, "epochs_trained": max(took), "idle_mb": memory(process.pid),
                    **asked(url), "ready_s": ready[0]}


def plain_config(epochs: int) -> dict[str, Any]:
    """What `rasa init` suggests in Rasa 3.6, with the number of epochs set."""
    ngrams = {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1,
              "max_ngram": 4}
    return {
        "recipe": "default.v1", "assistant_id": "plain", "language": "en",
        "importers": [{"name": "RasaFileImporter"},
                      {"name": "waymark.nlu.importer.ContentImporter"}],
        "pipeline": [
            *({"name": name} for name in PLAIN), ngrams,
            {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True},
            {"name": "EntitySynonymMapper"},
            {"name": "ResponseSelector", "epochs": epochs, "constrain_similarities": True},
            {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
        ],
        "policies": [
            {"name": "MemoizationPolicy"}, {"name": "RulePolicy"},
            {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": epochs},
            {"name": "TEDPolicy", "max_history": 5, "epochs": epochs,
             "constrain_similarities": True},
        ],
    }


@contextmanager
def project(encoder: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """A copy of the project with empty caches; the models set-up brought are shared."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("content", "data", "waymark", "actions"):
            shutil.copytree(ROOT / part, folder / part)
        for part in ("domain.yml", "endpoints.yml", "credentials.yml"):
            shutil.copy(ROOT / part, folder / part)
        config = (ROOT / "config.yml").read_text()
        (folder / "config.yml").write_text(re.sub(r"encoders: \[.*?\]", f"encoders: [{encoder.replace('+', ', ')}]", config))
        environment = {
            **os.environ, "PYTHONPATH": str(folder), "RASA_TELEMETRY_ENABLED": "false",
            "LOG_LEVEL": "WARNING", "WAYMARK_PORT": str(free_port()),
            "WAYMARK_MODELS": str(ROOT / ".waymark/models"),
            "WAYMARK_PRIVATE": str(folder / ".waymark"), "WAYMARK_TRAINED": str(folder / "models"),
            "WAYMARK_CONTENT": str(folder / "content"),
        }
        yield folder, environment


ready = [0.0]


@contextmanager
def served(
    command: list[Any], folder: Path, environment: dict[str, str], health: str = "/health"
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server until it answers; `ready[0]` holds how long that took."""
    url = f"http://127.0.0.1:{environment['WAYMARK_PORT']}"
    clock = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                if httpx.get(url + health, timeout=2).status_code == 200:
                    break
            except httpx.HTTPError:
                pass
            if process.poll() is not None or time.monotonic() - clock > 300:
                raise SystemExit(f"{command[0]} did not start")
            time.sleep(0.1)
        ready[0] = time.monotonic() - clock
        yield url, process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def asked(url: str) -> dict[str, float]:
    """Ask one question after the other, each by a new person; milliseconds."""
    took = []
    with httpx.Client(timeout=60) as client:
        for number in range(ASKED + 10):
            body = {"sender": f"bench {number}", "message": QUESTIONS[number % len(QUESTIONS)]}
            clock = time.perf_counter()
            client.post(f"{url}/webhooks/rest/webhook", json=body).raise_for_status()
            took.append((time.perf_counter() - clock) * 1000)
    took = sorted(took[10:])
    return {"p50_ms": statistics.median(took), "p95_ms": took[int(len(took) * 0.95)]}


def memory(pid: int) -> float:
    """Resident memory in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found.group(1)) / 1024 if found else 0.0


def run(command: list[Any], folder: Path, environment: dict[str, str]) -> None:
    """Run to the end, or stop with what it said."""
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True,
                          check=False)
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
