"""The command line, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from waymark.settings import ROOT

WAYMARK = Path(sys.executable).parent / "waymark"


def waymark(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([WAYMARK, *arguments], input=given, capture_output=True, text=True,
                          cwd=ROOT, env={**os.environ, **environment}, timeout=300)


def test_help_names_every_command() -> None:
    """`waymark --help` says what there is, in words."""
    shown = waymark("--help").stdout
    for command in ("setup", "train", "serve", "chat", "ask", "check", "evaluate"):
        assert command in shown


def test_check_passes_and_counts_what_waits() -> None:
    """`waymark check` is content with the content, and honest about approval."""
    done = waymark("check")
    assert done.returncode == 0 and "answers wait for" in done.stderr


def test_check_fails_on_a_broken_file(own_content: Path) -> None:
    """A broken file: exit 1, file and line on standard output, no stack trace."""
    (own_content / "answers/law/forwarding.yml").write_text("title: x\nshort: y\n")
    done = waymark("check", WAYMARK_CONTENT=str(own_content))
    assert done.returncode == 1 and "answers/law/forwarding.yml:1" in done.stdout
    assert "Traceback" not in done.stderr


def test_training_on_broken_content_stops(own_content: Path, tmp_path: Path) -> None:
    """Training names file and line and makes no model."""
    (own_content / "answers/law/forwarding.yml").write_text("title: x\n")
    done = waymark("train", WAYMARK_CONTENT=str(own_content), WAYMARK_TRAINED=str(tmp_path))
    assert done.returncode == 1 and "law/forwarding.yml:1" in done.stderr.replace("\n", "")
    assert not list(tmp_path.glob("*.tar.gz"))


def test_ask_reads_lines_and_answers_in_order() -> None:
    """One JSON line out for each line in, in order, with every field of the contract."""
    given = [{"text": "what is outcome 21"},
             {"text": "and in scotland?", "context": {"previous": "law/forwarding"}},
             {"text": "tell me more", "context": {"previous": "law/forwarding", "age": "11-13",
                                                  "nation": "Wales"}},
             {"text": "ring 07700 900123"}]
    done = waymark("ask", "--jsonl", given="\n".join(map(json.dumps, given)) + "\n")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["text"] for one in told] == [one["text"] for one in given]
    assert set(told[0]) == {"text", "decision", "answer", "confidence", "candidates", "offered",
                            "urgent", "redacted"}
    assert told[0]["answer"] == "police/outcome_21"
    assert told[1]["answer"] == "law/forwarding"
    assert told[2]["decision"] == "flow" and told[2]["answer"] == "law/forwarding"
    assert told[3]["redacted"] == "ring [phone]"


@pytest.mark.parametrize("line", ["not json", "[]", '{"text": 5}', "{}"])
def test_a_bad_line_is_named(line: str) -> None:
    """A line that is no message stops with its number, not with a stack trace."""
    done = waymark("ask", "--jsonl", given=line + "\n")
    assert done.returncode == 1 and "line 1" in done.stderr and "Traceback" not in done.stderr


def test_evaluate_writes_a_report(tmp_path: Path) -> None:
    """The report is one HTML file with its plots inside."""
    messages = tmp_path / "some.jsonl"
    messages.write_text(json.dumps({"text": "what is outcome 21", "ok": ["police/outcome_21"],
                                    "voice": "plain"}) + "\n")
    report = tmp_path / "report.html"
    done = waymark("evaluate", str(messages), "--report", str(report))
    assert done.returncode == 0, done.stderr
    text = report.read_text()
    assert "<svg" in text and "police/outcome_21" in text and "100.0%" in text
