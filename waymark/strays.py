"""Questions that lie closer to another answer than to their own, as complaints for staff."""

from __future__ import annotations

import yaml

from waymark.content.library import Library
from waymark.content.reading import Complaint
from waymark.encoder.sentences import JoinedEncoder, VectorCache
from waymark.nlu.nearness import strays
from waymark.progress import progress
from waymark.settings import ROOT, Settings

_SHOWN = 70


def encoders() -> list[str]:
    """The encoders that config.yml names, in their order."""
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    return [name for part in config["pipeline"] for name in part.get("encoders", ())]


def complaints(library: Library, chosen: Settings) -> list[Complaint]:
    """Every stray question, worst first, with the other answer and its closest question.

    Only questions that were not seen before are encoded, so the second time takes
    seconds. Raises `ModelError` where set-up has not brought the encoder.
    """
    asked = [(key, number, question) for key, answer in library.answers.items()
             for number, question in enumerate(answer.questions)]
    encoder = JoinedEncoder(encoders(), chosen.models_folder, threads=chosen.threads)
    with progress("comparing questions") as seen:
        cache = VectorCache(chosen.cache / "vectors.sqlite")
        vectors = encoder.encode_once([text for *_, text in asked], cache, seen)
    found = []
    for stray in strays(vectors, [key for key, *_ in asked]):
        key, number, text = asked[stray.place]
        said = (f"“{_cut(text)}” is closer to {stray.label}, for example to "
                f"“{_cut(asked[stray.like][2])}”: move it, or say what makes it different")
        page = library.pages[f"answer:{key}"]
        found.append(page.complaint(said, "questions", number, warning=True))
    return found


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} ..."
