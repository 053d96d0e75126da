"""Conversations are kept in memory, and only as long as somebody is talking."""

from __future__ import annotations

import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from waymark.serving import memory
from waymark.serving.memory import ForgetfulStore


def talk(store: ForgetfulStore, sender: str) -> None:
    asyncio.run(store.save(DialogueStateTracker(sender, [])))


def test_a_talk_that_goes_on_is_kept() -> None:
    """What is still talked about can be found again."""
    store = ForgetfulStore(Domain.empty())
    talk(store, "a")
    assert asyncio.run(store.retrieve("a")) is not None


def test_a_silent_talk_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two hours of silence nothing of a talk is left."""
    store = ForgetfulStore(Domain.empty())
    talk(store, "silent")
    monkeypatch.setattr(memory, "IDLE_SECONDS", -1.0)
    talk(store, "other")
    assert "silent" not in store.store


def test_a_silent_talk_is_forgotten_even_if_nobody_else_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Forgetting does not wait for the next parent."""
    monkeypatch.setattr(memory, "IDLE_SECONDS", -0.9)

    async def run() -> ForgetfulStore:
        store = ForgetfulStore(Domain.empty())
        await store.save(DialogueStateTracker("alone", []))
        store.store["alone"], store._seen["alone"] = "words", 0.0
        await asyncio.sleep(0.3)
        return store

    assert "alone" not in asyncio.run(run()).store


def test_a_flood_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many talk, only so many talks are held; the longest silent goes first."""
    monkeypatch.setattr(memory, "MOST", 3)
    store = ForgetfulStore(Domain.empty())
    for sender in "abcabd":
        talk(store, sender)
    assert set(store.store) == {"a", "b", "d"}
