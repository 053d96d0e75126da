"""The held-out messages: as hard as life, never seen in training, and understood well enough."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from waymark.content.checks.questions import fold
from waymark.content.library import Library
from waymark.evaluation.measure import Judged, score

HERE = Path(__file__).parent / "held_out"
DATA = Path(__file__).parents[1] / "data/nlu"


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text().splitlines()]


def everything() -> list[dict[str, Any]]:
    return [line for file in sorted(HERE.glob("*.jsonl")) for line in lines(file.name)]


@pytest.fixture(scope="module")
def judged(asker: Any) -> list[Judged]:
    async def run() -> list[Judged]:
        return [Judged(line["text"], tuple(line["ok"]), line["voice"], frozenset(),
                       await asker.ask(line["text"])) for line in everything()]

    return asyncio.run(run())


def training_texts(library: Library) -> set[str]:
    texts = [q for answer in library.answers.values() for q in answer.questions]
    for file in DATA.glob("*.yml"):
        for block in yaml.safe_load(file.read_text())["nlu"]:
            texts += [line[2:] for line in block["examples"].splitlines()]
    return set(map(fold, texts))


def test_no_held_out_message_is_in_training(library: Library) -> None:
    """A test that was learnt by heart measures nothing."""
    known = training_texts(library)
    shared = [line["text"] for line in everything()
              if line["ok"] and fold(line["text"]) in known]
    assert shared == []


def test_every_right_answer_exists(library: Library) -> None:
    """The held-out set asks only for answers there are."""
    assert {key for line in everything() for key in line["ok"]} <= set(library.answers)


def test_there_are_enough_of_them() -> None:
    """At least 300 messages that are ours, and as many voices."""
    assert sum(bool(line["ok"]) for line in everything()) >= 300


def test_persona_messages_are_understood(judged: list[Judged]) -> None:
    """Frightened, terse, roundabout and plain messages: right first 90%, in three 96%, wrong 4%."""
    found = score([j for j in judged if j.voice in ("frightened", "terse", "roundabout", "plain")])
    assert found.right_first >= 0.90 and found.right_in_three >= 0.96 and found.wrong <= 0.04


def test_posts_are_understood(judged: list[Judged]) -> None:
    """Messages like forum posts: right first 75%, in three 92%, wrong with confidence at most 8%."""
    found = score([j for j in judged if j.voice == "post"])
    assert found.right_first >= 0.75 and found.right_in_three >= 0.92 and found.wrong <= 0.08


def test_unrelated_messages_are_declined(judged: list[Judged]) -> None:
    """What is not ours is not answered: unrelated 95%, parenting near misses 90%."""
    assert score([j for j in judged if j.voice == "unrelated"]).wrong <= 0.05
    assert score([j for j in judged if j.voice == "near_miss"]).wrong <= 0.10


def test_small_talk_is_never_an_answer(judged: list[Judged]) -> None:
    """A greeting gets a greeting."""
    assert score([j for j in judged if j.voice == "small_talk"]).wrong <= 0.04
