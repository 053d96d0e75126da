"""The first look at a message: spaCy's tokens and sentences; a place and an age in it."""

from __future__ import annotations

from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

from waymark import places
from waymark.encoder.packages import SPACY_MODEL, ModelError, is_complete
from waymark.nlu import choices, home, mentions
from waymark.nlu.mentions import Mention
from waymark.nlu.sentences import split
from waymark.settings import settings

SENTENCES = "sentences"
"""Message property: the sentences of a message, list of str. It stays in memory."""

PLACE = "place"
"""Message property: the `home.Place` in it as plain data, codes only."""


def load_spacy() -> Language:
    """spaCy's English model, with no more of it than we use. Raises `ModelError`."""
    place = settings().models_folder / SPACY_MODEL
    if not is_complete(place):
        raise ModelError(f"spaCy's model is not in {place}: run `make setup`")
    # Its statistical parts cost 240 MB and split unpunctuated stories no better than rules:
    # the tokenizer stays, full stops end sentences, and `split` finds the questions.
    unused = ["tagger", "parser", "attribute_ruler", "lemmatizer", "ner", "senter", "tok2vec",
              "vocab"]
    language = spacy.load(place, exclude=unused)
    language.add_pipe("sentencizer")
    return language


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=False,
)
class Reader(Tokenizer):
    """Sets tokens, sentences and the entities of a message: nation, age, authority."""

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._spacy = load_spacy()
        places.warm()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Reader:
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave questions as they are: nothing learns from tokens, and Rasa's fingerprints
        of a million of them would take longer than all the learning."""
        return training_data

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """spaCy's tokens of a text."""
        return _tokens(self._spacy.make_doc(message.get(attribute)))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            document = self._spacy(text)
            message.set(TOKENS_NAMES[TEXT], _tokens(document))
            message.set(SENTENCES, split(text, [s.text for s in document.sents]))
            place = _place(text)
            if place:
                message.set(PLACE, place.as_dict(), add_to_output=True)
            # The child is named first, others after ("DD14 was messaging a 17yo").
            found = [*_where(text, place), *mentions.ages(text)[:1]]
            entities = [entity(m, type(self).__name__) for m in found]
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages


def entity(mention: Mention, extractor: str) -> dict[str, Any]:
    """A mention as Rasa has it."""
    return {"entity": mention.entity, "value": mention.value, "start": mention.start,
            "end": mention.end, "confidence_entity": 1.0, "extractor": extractor}


def where(place: home.Place) -> list[Mention]:
    """Where the family lives. It stands nowhere in the text: nobody can read back what was typed."""
    return [Mention(name, value, 0, 0) for name, value in home.entities(place).items()]


def _place(text: str) -> home.Place | None:
    chosen = choices.read(text)
    if chosen:
        return home.of_code(chosen[1]) if chosen[0] == "place" else None
    return home.read(text)


def _where(text: str, place: home.Place | None) -> list[Mention]:
    """The home, where one is told; else every nation that is named."""
    told = where(place) if place and place.told else []
    if any(mention.entity == "nation" for mention in told):
        return told
    return [*told, *mentions.nations(text)]


def _tokens(document: Any) -> list[Token]:
    return [Token(t.text, t.idx, lemma=t.text.lower()) for t in document if t.text.strip()]
