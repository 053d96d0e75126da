"""Content becomes training data: retrieval intents, their examples and their responses.

Named in config.yml, so that `rasa train`, `rasa data validate`, `rasa shell` and
`rasa test` see the answers like any other training data, and no generated file exists.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from waymark.content.check import complaints
from waymark.content.library import Library, load
from waymark.content.reading import Unreadable
from waymark.settings import settings
from waymark.urgent import folder
from waymark.urgent.check import complaints as urgent_complaints


class BrokenContent(RasaException):
    """Content that must not be trained on; names file, line, fault and cure."""


class ContentImporter(TrainingDataImporter):
    """Reads `content/` and nothing else; a `RasaFileImporter` beside it reads the rest."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **_: Any,
    ) -> None:
        self._content = settings().content

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Every question as an example of its answer. Raises `BrokenContent`."""
        library = self._library()
        examples = [
            Message.build(text=question, intent=key)
            for key, answer in library.answers.items()
            for question in answer.questions
        ]
        # Rasa wants one text for each response; what a parent sees is chosen by the NLG.
        responses = {
            f"utter_{key}": [{"text": answer.short}] for key, answer in library.answers.items()
        }
        return TrainingData(examples, responses=responses)

    def get_domain(self) -> Domain:
        """Empty: Rasa derives intents, actions and responses from the training data."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        return StoryGraph([])

    def get_conversation_tests(self) -> StoryGraph:
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        return None

    @cached_method
    def _library(self) -> Library:
        try:
            library = load(self._content)
            found = [*complaints(library), *urgent_complaints(folder.read(self._content), library)]
            faults = [fault for fault in found if not fault.warning]
        except Unreadable as error:
            faults = error.complaints
        if faults:
            lines = "\n".join(f"  {fault}" for fault in faults)
            raise BrokenContent(f"content is not ready to train on:\n{lines}")
        return library
