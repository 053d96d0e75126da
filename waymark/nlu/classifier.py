"""One flat classifier over all answers, small talk and what is not ours.

It speaks Rasa's language: the topic is the intent, the whole key the response key, so
that retrieval actions, `rasa test nlu` and stories work as every Rasa developer expects.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_RANKING_KEY,
    INTENT_RESPONSE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.nlu import choices, decision, head, kept_back, told, training
from waymark.nlu.featurizer import PIECES, sentence_vector
from waymark.nlu.head import Head
from waymark.nlu.home import Place
from waymark.nlu.reader import PLACE, entity, where
from waymark.nlu.sentences import Pieces
from waymark.nlu.sources import source_hash
from waymark.nlu.training import Judge, learn
from waymark.urgent.safeword import is_safe_word

FALLBACK = "nlu_fallback"
CHOSEN = "chosen"
_WORD = re.compile(r"[^\W\d_]{2,}|\d")


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True
)
class AnswerClassifier(IntentClassifier, GraphComponent):
    """Learns from questions; reads whole messages and their sentences; decides."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource,
        judge: Judge | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._judge = judge

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Rasa's cache looks at this class alone: a change in how it learns counts too."""
        return source_hash(head, training, decision, kept_back)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnswerClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> AnswerClassifier:
        with model_storage.read_from(resource) as folder:
            arrays = np.load(folder / "head.npz", allow_pickle=False)
            facts = json.loads((folder / "head.json").read_text(encoding="utf-8"))
        trained = Head(tuple(facts["labels"]), arrays["weights"], arrays["offsets"],
                       facts["temperature"])
        judge = Judge(trained, decision.Thresholds(**facts["thresholds"]))
        return cls(config, model_storage, resource, judge)

    def train(self, training_data: TrainingData) -> Resource:
        messages = [m for m in training_data.intent_examples if m.get(TEXT)]
        labels = [m.get(INTENT_RESPONSE_KEY) or m.get(INTENT) for m in messages]
        texts = [m.get(TEXT) for m in messages]
        self._judge, report = learn(np.stack([sentence_vector(m) for m in messages]), labels, texts)
        self._persist(report)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        text = message.get(TEXT) or ""
        chosen = choices.read(text)
        if chosen and self._is_known(chosen):
            verdict = _chosen(chosen)
            message.set(CHOSEN, list(chosen), add_to_output=True)
        elif is_safe_word(text):
            verdict = decision.Decision(decision.FLOW, "safe_word", 1.0, 1.0, ())
        else:
            place = Place.of({PLACE: message.get(PLACE)})
            verdict = told.settle(self._judge_message(message, text), place, text)
            self._rely(message, told.rely(verdict, place))
        _write(message, verdict)

    def _rely(self, message: Message, place: Place | None) -> None:
        """Remember the place in which help was asked for, though they did not say it is home."""
        if place and not place.told:
            others = [e for e in message.get(ENTITIES) or [] if e["entity"] != "nation"]
            found = [entity(mention, type(self).__name__) for mention in where(place)]
            message.set(ENTITIES, [*others, *found], add_to_output=True)

    def _is_known(self, chosen: tuple[str, str]) -> bool:
        return chosen[0] != "answer" or chosen[1] in self._trained().head.labels

    def _judge_message(self, message: Message, text: str) -> decision.Decision:
        wordless = not _WORD.search(text)
        whole = sentence_vector(message) if text else None
        if whole is None:
            return decision.Decision(decision.UNSURE, None, 0.0, 0.0, ())
        return self._trained().decide(whole, message.get(PIECES) or Pieces(), wordless=wordless)

    def _trained(self) -> Judge:
        if self._judge is None:
            raise RuntimeError("the classifier is used before it was trained or loaded")
        return self._judge

    def _persist(self, report: dict[str, Any]) -> None:
        judge = self._trained()
        trained = judge.head
        facts = {
            "labels": trained.labels,
            "temperature": trained.temperature,
            "thresholds": asdict(judge.thresholds),
            "kept_back": report,
        }
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / "head.npz", weights=trained.weights, offsets=trained.offsets)
            (folder / "head.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def _chosen(chosen: tuple[str, str]) -> decision.Decision:
    kind, value = chosen
    if kind == "answer":
        return decision.Decision(decision.ANSWER, value, 1.0, 1.0, ((value, 1.0),))
    return decision.Decision(decision.FLOW, choices.step_of(chosen), 1.0, 1.0, ())


def _write(message: Message, verdict: decision.Decision) -> None:
    """Say it in Rasa's words: intent, ranking, and the response for a retrieval intent."""
    declined = verdict.kind == decision.UNSURE and verdict.label is not None \
        and decision.group(verdict.label) == "foreign"
    falls_back = verdict.kind in (decision.OFFER, decision.UNSURE) and not declined
    label = FALLBACK if falls_back or verdict.label is None else verdict.label
    topic = label.split("/")[0]
    message.set(INTENT, {"name": topic, "confidence": verdict.confidence}, add_to_output=True)
    ranking = [{"name": key, "confidence": chance} for key, chance in verdict.candidates]
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
    message.set("decision", verdict.as_dict(), add_to_output=True)
    if "/" in label:
        prediction = {
            "responses": None,
            "confidence": verdict.confidence,
            "intent_response_key": label,
            "utter_action": f"utter_{label}",
        }
        selector = {"all_retrieval_intents": [topic],
                    topic: {"response": prediction, "ranking": []}}
        message.set("response_selector", selector, add_to_output=True)
