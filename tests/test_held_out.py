"""The held-out messages: as hard as life, never seen in training, and understood well enough.

Two sets. The first was looked at while building; the files named `fresh_` were written by
hands that had seen neither the questions nor the first set, and only judge the result.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from waymark.content.checks.questions import fold
from waymark.content.library import Library
from waymark.evaluation.measure import Judged, Score, score
from waymark.settings import settings
from waymark.urgent import folder

HERE = Path(__file__).parent / "held_out"
DATA = Path(__file__).parents[1] / "data/nlu"
PERSONAS = ("frightened", "terse", "roundabout", "plain")
SETS = ("", "fresh_")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text().splitlines()]


def everything() -> list[dict[str, Any]]:
    return [line for file in sorted(HERE.glob("*.jsonl")) for line in lines(file.stem)]


@pytest.fixture(scope="module")
def judged(asker: Any) -> dict[str, list[Judged]]:
    """Every message of every file, asked once; by file."""
    async def run(name: str) -> list[Judged]:
        return [Judged(line["text"], tuple(line["ok"]), line["voice"],
                       frozenset(line.get("urgent") or ()), await asker.ask(line["text"]))
                for line in lines(name)]

    async def all_of_them() -> dict[str, list[Judged]]:
        return {file.stem: await run(file.stem) for file in sorted(HERE.glob("*.jsonl"))}

    return asyncio.run(all_of_them())


def of_voices(judged: list[Judged], *voices: str) -> Score:
    return score([one for one in judged if one.voice in voices])


def training_texts(library: Library) -> set[str]:
    texts = [q for answer in library.answers.values() for q in answer.questions]
    for file in DATA.glob("*.yml"):
        for block in yaml.safe_load(file.read_text())["nlu"]:
            texts += [line[2:] for line in block["examples"].splitlines()]
    dangers = folder.read(settings().content)
    texts += [text for part in dangers.kinds.values() for text in part.examples]
    for groups in (dangers.look_alikes.lines, dangers.in_other_words.lines):
        texts += [text for group in groups.values() for text in group]
    return set(map(fold, texts))


def test_no_held_out_message_is_in_training(library: Library) -> None:
    """A test that was learnt by heart measures nothing; only greetings may coincide."""
    known = training_texts(library)
    shared = [line["text"] for line in everything()
              if line["voice"] != "small_talk" and fold(line["text"]) in known]
    assert shared == []


def test_every_right_answer_exists(library: Library) -> None:
    """The held-out sets ask only for answers there are."""
    assert {key for line in everything() for key in line["ok"]} <= set(library.answers)


def test_there_are_enough_of_them() -> None:
    """At least 300 messages that are ours in each set, in every voice."""
    for prefix in SETS:
        some = [*lines(f"{prefix}personas"), *lines(f"{prefix}posts")]
        assert sum(bool(line["ok"]) for line in some) >= 300
        assert {line["voice"] for line in some} == {*PERSONAS, "post"}


@pytest.mark.parametrize("prefix", SETS, ids=("looked at", "fresh"))
def test_persona_messages_are_understood(judged: dict[str, list[Judged]], prefix: str) -> None:
    """Frightened, terse, roundabout and plain messages: right first, in three, rarely wrong."""
    found = of_voices(judged[f"{prefix}personas"], *PERSONAS)
    assert found.right_first >= 0.92 and found.right_in_three >= 0.97 and found.wrong <= 0.04


@pytest.mark.parametrize("prefix", SETS, ids=("looked at", "fresh"))
def test_posts_are_understood(judged: dict[str, list[Judged]], prefix: str) -> None:
    """Messages like forum posts: right first, in three, wrong with confidence at most 8%."""
    found = of_voices(judged[f"{prefix}posts"], "post")
    assert found.right_first >= 0.77 and found.right_in_three >= 0.90 and found.wrong <= 0.08


@pytest.mark.parametrize("prefix", SETS, ids=("looked at", "fresh"))
def test_what_is_not_ours_is_declined(judged: dict[str, list[Judged]], prefix: str) -> None:
    """Unrelated messages and parenting near misses are hardly ever answered."""
    assert of_voices(judged[f"{prefix}elsewhere"], "unrelated").wrong <= 0.03
    assert of_voices(judged[f"{prefix}elsewhere"], "near_miss").wrong <= 0.06
    assert of_voices(judged[f"{prefix}elsewhere"], "unrelated").declined >= 0.93
    assert of_voices(judged[f"{prefix}elsewhere"], "near_miss").declined >= 0.85


@pytest.mark.parametrize("prefix", SETS, ids=("looked at", "fresh"))
def test_small_talk_is_never_an_answer(judged: dict[str, list[Judged]], prefix: str) -> None:
    """A greeting gets a greeting."""
    assert of_voices(judged[f"{prefix}elsewhere"], "small_talk").wrong <= 0.04
