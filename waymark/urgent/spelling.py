"""Text-speak, short forms and slips of the finger, brought to the spelling the rules use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

LONG_ENOUGH = 7
"""Letters from which on a word with one wrong letter is still that word and no other."""
TOO_LONG = 24

_AGE = re.compile(r"(?:(d[ds]|son|daughter|[mf])?(\d{1,2})(yr|yrs|yo|yos|y|f|m|g|b|yrold|th|st|nd|rd)?)")
_RUN = re.compile(r"([a-z])\1{2,}")
_ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_WHOLE = {"can't": "can not", "won't": "will not", "shan't": "will not", "let's": "let us"}
_IS = frozenset((
    "he", "she", "it", "that", "there", "who", "what", "where", "here", "how", "they", "everyone",
    "someone", "somebody", "everybody", "nobody",
))
_SUBJECTS = frozenset(("he", "she", "it", "someone", "who", "everyone", "nobody"))
_DONE = frozenset((
    "got", "been", "taken", "gone", "sent", "told", "had", "run", "paid", "given", "made", "started",
    "done", "met", "found", "asked", "threatened", "locked", "left", "hit", "beaten", "stopped",
    "said", "shared", "posted", "lost", "hidden",
))
_OF_AGE = frozenset(("yr", "yrs", "yo", "yos", "y", "f", "m", "g", "b", "yrold"))


class Speller:
    """Brings words to one spelling: short forms, a list of known slips, one-letter slips."""

    def __init__(self, spellings: Mapping[str, Iterable[str]] | None = None) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        self._known: set[str] = set()
        self._slips: dict[str, set[str]] = {}
        self._beginnings: dict[str, list[str]] = {}
        for right, wrongs in (spellings or {}).items():
            for wrong in wrongs:
                first, *rest = wrong.lower().split()
                self._phrases.setdefault(first, []).append((tuple(rest), tuple(right.split())))
        for options in self._phrases.values():
            options.sort(key=lambda option: -len(option[0]))

    def learn(self, words: Iterable[str], ordinary: Iterable[str] = ()) -> None:
        """Take slips of these words for the words; `ordinary` words are never slips."""
        for word in words:
            if word.endswith("*"):
                self._beginnings.setdefault(word[0], []).append(word[:-1])
                continue
            self._known.add(word)
            if len(word) >= LONG_ENOUGH and word.isalpha():
                for short in _without_a_letter(word):
                    self._slips.setdefault(short, set()).add(word)
        self._known.update(ordinary)

    def spell(self, words: list[str]) -> list[str]:
        """The words, each in the spelling the rules use."""
        plain = [piece for word in words for piece in self._short_forms(word)]
        spelt: list[str] = []
        place = 0
        while place < len(plain):
            taken, right = self._phrase(plain, place)
            spelt.extend(right)
            place += taken
        return _has_done(spelt)

    def beginnings(self, words: Iterable[str]) -> set[str]:
        """The `threat*` of the rules with which these words begin."""
        return {
            f"{beginning}*" for word in set(words)
            for beginning in self._beginnings.get(word[0], ()) if word.startswith(beginning)
        }

    def _phrase(self, words: list[str], place: int) -> tuple[int, tuple[str, ...]]:
        for rest, right in self._phrases.get(words[place], ()):
            if tuple(words[place + 1:place + 1 + len(rest)]) == rest:
                return 1 + len(rest), right
        return 1, (self._one(words[place]),)

    def _short_forms(self, word: str) -> list[str]:
        if word in self._phrases:
            return [word]
        if "'" in word:
            return self._opened(word)
        if word[-1:].isdigit() or word[:1].isdigit() or word[1:2].isdigit():
            return _age(word)
        return [word]

    def _opened(self, word: str) -> list[str]:
        if word in _WHOLE:
            return _WHOLE[word].split()
        for ending, right in _ENDINGS.items():
            if word.endswith(ending):
                return [word[:-len(ending)], right]
        base, _, rest = word.rpartition("'")
        if rest == "s" and base in _IS:
            return [base, "is"]
        return [word.replace("'", "")]

    def _one(self, word: str) -> str:
        if word in self._known:
            return word
        if _RUN.search(word):
            twice = _RUN.sub(r"\1\1", word)
            return twice if twice in self._known else self._one(_RUN.sub(r"\1", word))
        if LONG_ENOUGH - 1 <= len(word) <= TOO_LONG and word.isalpha():
            return self._slip(word)
        return word

    def _slip(self, word: str) -> str:
        if self.beginnings([word]):
            return word
        near = {right for short in _without_a_letter(word) for right in self._slips.get(short, ())}
        right = sorted(other for other in near if one_slip_apart(word, other))
        return right[0] if right else word


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter is missing, added, wrong, or two neighbours have changed places."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1:]
    swapped = one[start + 1:start + 2] + one[start:start + 1] == other[start:start + 2]
    return one[start + 1:] == other[start + 1:] or (swapped and one[start + 2:] == other[start + 2:])


def _has_done(words: list[str]) -> list[str]:
    """`he's gone` was opened as "he is gone": where something was done, it is "he has"."""
    for place in range(len(words) - 2):
        subject, verb, done = words[place:place + 3]
        if verb == "is" and subject in _SUBJECTS and done in _DONE:
            words[place + 1] = "has"
    return words


def _without_a_letter(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1:] for i in range(len(word))}


def _age(word: str) -> list[str]:
    """`14yo` and `dd14` as words; other words with figures as they are."""
    match = _AGE.fullmatch(word)
    if not match:
        return [word]
    child, number, ending = match.groups()
    before = {"dd": ["daughter"], "ds": ["son"]}.get(child, [child] if child and len(child) > 1 else [])
    return [*before, number, *(["year", "old"] if ending in _OF_AGE or child in {"m", "f"} else [])]
