"""The sentence encoders as a Rasa featurizer: one vector for a message, its sentences on demand."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.encoder import network, packages, sentences
from waymark.encoder.sentences import JoinedEncoder, VectorCache
from waymark.nlu import lead
from waymark.nlu.reader import SENTENCES
from waymark.nlu.sentences import Pieces
from waymark.nlu.sources import source_hash
from waymark.progress import progress
from waymark.settings import settings

PIECES = "pieces"
"""Message property: the `Pieces` of a message, in the order of `SENTENCES`; in memory only."""


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False
)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Encodes messages in memory; in training, only what the cache has not seen."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder = JoinedEncoder(
            config["encoders"], settings().models_folder, threads=settings().threads
        )

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Other code that writes or runs the network gives other vectors."""
        marks = [packages.identity(packages.ENCODERS[name]) for name in {**cls.get_default_config(), **config}["encoders"]]
        return source_hash(network, packages, sentences) + "".join(marks)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        return cls(config, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to validate beyond the name, which the encoder checks when it loads."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "encoders": ["mpnet", "minilm"]}

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        messages = [m for m in training_data.training_examples if m.get(TEXT)]
        texts = [m.get(TEXT) for m in messages]
        cache = VectorCache(settings().cache / "vectors.sqlite")
        with progress("encoding questions") as seen:
            vectors = self._encoder.encode_once(texts, cache, seen)
        for message, vector in zip(messages, vectors, strict=True):
            self._add(message, vector)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if not text:
                continue
            self._add(message, self._encoder.encode([lead.rest(text)])[0])
            pieces = lead.pieces(text, message.get(SENTENCES, []))
            message.set(PIECES, Pieces(pieces, self._encoder.encode))
        return messages

    def _add(self, message: Message, vector: np.ndarray) -> None:
        features = Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
        message.add_features(features)


def sentence_vector(message: Message) -> np.ndarray:
    """The vector of a whole message: width."""
    _, sentence = message.get_dense_features(TEXT, [])
    vector: np.ndarray = sentence.features[0]
    return vector
