"""A message cut into sentences and folded into plain words, so that rules need one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from waymark.urgent.spelling import Speller

_END = re.compile(
    r"(?P<pause>\.{2,}|…)"
    r"|[!?;\n\r]+"
    r"|(?<!\d)\.(?=\s|$|[\"'’”)])|(?<=\d)\.(?=\s|$)"
    r"|(?<=[a-z]{2})\.(?=[A-Z][a-z])"
)
_WORD = re.compile(r"[a-z0-9£$*]+(?:'[a-z]+)*|[,:()–—]|(?<=\s)-+(?=\s)|\.{2,}")
_QUOTES = str.maketrans("‘’ʼ´`“”", "''''''\"")


@dataclass(frozen=True)
class Sentence:
    """Folded words with a blank after each, a comma as a word of its own, and where it stood."""

    text: str
    words: frozenset[str]
    start: int
    end: int


def split(text: str, speller: Speller) -> list[Sentence]:
    """The sentences of a message; those without a word are left out."""
    found = []
    for start, end in _spans(text):
        words = speller.spell(_words(text[start:end]))
        if any(word != "," for word in words):
            folded = " ".join(words) + " "
            found.append(Sentence(folded, frozenset(words) | speller.beginnings(words), start, end))
    return found


def fold(text: str, speller: Speller) -> str:
    """A phrase of a rule in the form in which sentences are compared."""
    return " ".join(speller.spell(_words(text)))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _END.finditer(text):
        if match["pause"] is None:
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES)).lower()
    if not plain.isascii():
        plain = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})
    return [word if word[0].isalnum() or word[0] in "£$*" else "," for word in _WORD.findall(plain)]
