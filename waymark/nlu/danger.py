"""Every message is scanned for danger, whatever else it asks: rules first, then likeness."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.encoder import packages
from waymark.encoder.sentences import JoinedEncoder, VectorCache
from waymark.live import urgent
from waymark.nlu import choices, head, kept_back, likeness
from waymark.nlu.featurizer import PIECES
from waymark.nlu.head import Head
from waymark.nlu.likeness import Likeness, learn
from waymark.nlu.sentences import Pieces
from waymark.nlu.sources import source_hash
from waymark.progress import progress
from waymark.settings import settings
from waymark.urgent import folder
from waymark.urgent.kinds import Kind
from waymark.urgent.schema import NONE

URGENT = "urgent"
"""Message property: `[{"kind", "by", "chance", "ends"}]`, most pressing first: the kind, the
rule that found it, and whether nothing may follow its help. No words of the message."""

CALM_TOPICS = ("law", "police", "figures", "school", "prevent", "about", "why", "small_talk",
               "not_ours", "out_of_scope", "more", "sources", "topics", "tell_age", "tell_nation")
"""Topics whose questions tell of no danger, so that the classifier may learn calm from them."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Danger(GraphComponent, EntityExtractorMixin):
    """Finds the kinds of danger that a message tells of. It never keeps a word of it."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource,
        trained: Likeness | None = None,
    ) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._likeness = trained
        # An encoder of its own: what tells two answers apart is not what tells danger apart.
        self._encoder = JoinedEncoder(config["encoders"], settings().models_folder,
                                      threads=settings().threads)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"encoders": []}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Other examples, or another way of learning, give another classifier."""
        words = sorted((text, kind) for text, kind in _examples())
        marks = [packages.identity(packages.ENCODERS[name]) for name in {**cls.get_default_config(), **config}["encoders"]]
        return source_hash(head, kept_back, likeness) + json.dumps([words, marks])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Danger:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> Danger:
        with model_storage.read_from(resource) as place:
            arrays = np.load(place / "danger.npz", allow_pickle=False)
            facts = json.loads((place / "danger.json").read_text(encoding="utf-8"))
        trained = Head(tuple(facts["kinds"]), arrays["weights"], arrays["offsets"],
                       facts["temperature"])
        return cls(config, model_storage, resource, Likeness(trained, facts["bars"]))

    def train(self, training_data: TrainingData) -> Resource:
        calm = [m for m in training_data.intent_examples if m.get(TEXT) and _is_calm(m)]
        dangers = _examples()
        texts = [text for text, _ in dangers] + [m.get(TEXT) for m in calm]
        kinds = [kind for _, kind in dangers] + [NONE] * len(calm)
        cache = VectorCache(settings().cache / "vectors.sqlite")
        with progress("encoding messages about danger") as seen:
            vectors = self._encoder.encode_once(texts, cache, seen)
        self._likeness = learn(vectors.astype(np.float32), kinds, texts)
        self._persist()
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            found = self._find(message, message.get(TEXT) or "")
            message.set(URGENT, found, add_to_output=True)
        return messages

    def _find(self, message: Message, text: str) -> list[dict[str, Any]]:
        if not text or choices.read(text):
            return []
        live = urgent()
        found = {finding.kind: (finding.rule, 1.0) for finding in live.gate.find(text)}
        alike = {Kind(name): chance for name, chance in self._alike(message).items()}
        for kind in alike.keys() - (live.gate.taken_back(text) if alike else set()):
            found.setdefault(kind, ("likeness", alike[kind]))
        return [{"kind": kind.value, "by": by, "chance": chance,
                 "ends": not live.kinds[kind].answer_follows}
                for kind, (by, chance) in sorted(found.items(), key=lambda one: one[0].pressing)]

    def _alike(self, message: Message) -> dict[str, float]:
        if self._likeness is None:
            return {}
        pieces: Pieces = message.get(PIECES) or Pieces()
        return self._likeness.find(self._encoder.encode([message.get(TEXT), *pieces.texts]))

    def _persist(self) -> None:
        trained = self._likeness
        if trained is None:
            raise RuntimeError("the danger classifier is kept before it was trained")
        facts = {"kinds": trained.head.labels, "temperature": trained.head.temperature,
                 "bars": trained.bars}
        with self._storage.write_to(self._resource) as place:
            np.savez(place / "danger.npz", weights=trained.head.weights,
                     offsets=trained.head.offsets)
            (place / "danger.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def _examples() -> list[tuple[str, str]]:
    """Every message about danger with its kind, every message that only sounds so with `none`."""
    read = folder.read(settings().content)
    found = [(text, kind.value) for kind, part in read.kinds.items() for text in part.examples]
    found += [(text, NONE) for lines in read.look_alikes.lines.values() for text in lines]
    return found + [(text, kind) for kind, lines in read.in_other_words.lines.items()
                    for text in lines]


def _is_calm(message: Message) -> bool:
    label = message.get(INTENT_RESPONSE_KEY) or message.get(INTENT)
    return label.split("/")[0] in CALM_TOPICS and not urgent().gate.find(message.get(TEXT))
