"""A message as words: folded for looking up, with what they looked like as typed."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# A dot joins single letters only (N.I.), so that "Crewe.He" stays two words.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|&|[^\W_]+(?:['’`][^\W_]+)*")
_DROPPED = str.maketrans("", "", "'’`.")
_SAME = {"&": "and", "saint": "st"}
_STOP = re.compile(r"[.!?;:()\n]")


class Word(NamedTuple):
    """A folded word; whether it began with a capital; what stood before it.

    `stop` is a sentence's end or a bracket, `comma` a comma; `owner` is a word with 's.
    """

    text: str
    capital: bool
    stop: bool
    comma: bool
    owner: bool = False


def words(text: str) -> list[Word]:
    """The words of a message. Capitals say nothing where all letters are capitals."""
    text = plain(text)
    shouted = text.upper() == text
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        folded = fold_word(match.group())
        between = text[end : match.start()]
        stop = between != " " and bool(_STOP.search(between)) and not _joins(found, between)
        capital = match.group()[0].isupper() and not shouted
        owner = match.group()[-2:].lower() in ("'s", "’s")
        found.append(Word(folded, capital, stop, "," in between, owner))
        end = match.end()
    return found


def fold(name: str) -> str:
    """A name as the data has it: `Saint Helen's` and `st. helens` are one."""
    return " ".join(word.text for word in words(name))


def fold_word(word: str) -> str:
    word = word.lower().translate(_DROPPED)
    return _SAME.get(word, word)


def plain(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _joins(found: list[Word], between: str) -> bool:
    """The dot of `St. Helens` and `Co. Down` ends nothing."""
    short = bool(found) and found[-1].text in ("st", "co", "n", "s", "e", "w", "nr")
    return short and between.strip() == "."
