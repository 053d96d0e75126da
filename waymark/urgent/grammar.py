"""The plain language in which rules are written, and how it becomes one regular expression.

A part of a pattern is a regex and the words without which it cannot hold: a pattern whose
words are absent is never tried, and that is what makes hundreds of rules cheap.

Every regex here walks word by word and every gap is bounded, so that no text, however
hostile, makes it go over the same words again and again without end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from waymark.urgent.commonness import commonness

GAP = 8
"""How many words `...` stands for at most."""
WIDEST_GAP = 15
MOST_GAPS = 3
STRICT_STOPS = (",", "but", "now")
"""Words over which `...` never steps in what takes a line back."""
REPEATS = 6
"""How often `{list ...}` may repeat at most."""

_SIGN = re.compile(r"\{[^{}]*\}|\.\.\.\d*|[\[\]()|]|[^\s\[\]()|{}]+")
_NAME = re.compile(r"\{([a-z0-9_]+)( \.\.\.)?\}")
_GAP = re.compile(r"\.\.\.(\d*)")
_RANGE = re.compile(r"(\d+)-(\d+)")


class Unclear(ValueError):
    """A pattern that cannot be read. Its words say what is wrong and how to mend it."""


@dataclass(frozen=True)
class Piece:
    """A part of a pattern: its regex, word sets of which each must be met, its gaps.

    `stem` is the regex without what follows a word, where the part is one word or a choice
    of words: a choice of many then has that end once.
    """

    regex: str
    needs: tuple[frozenset[str], ...] = ()
    gaps: int = 0
    stem: str = ""


class Grammar:
    """Reads patterns against one set of word lists.

    `loose` patterns (what people say) step over commas but not over a `stop` word such as
    "not" in a gap; strict ones (what takes it back) the other way round.
    """

    def __init__(
        self,
        lists: Mapping[str, Iterable[str]],
        stops: Iterable[str],
        fold: Callable[[str], str],
        *,
        loose: bool,
    ) -> None:
        self._lists = lists
        self._fold = fold
        self._made: dict[str, Piece] = {}
        self._open: list[str] = []
        self._comma = "(?:, )?" if loose else ""
        never = "|".join(sorted(map(re.escape, stops if loose else STRICT_STOPS)))
        self._step = rf"(?:(?!(?:{never}) )\S+ )" if never else r"(?:\S+ )"

    def read(self, pattern: str) -> Piece:
        """A pattern as a piece. Raises `Unclear`."""
        signs = _SIGN.findall(pattern)
        piece, rest = self._choice(signs)
        if rest:
            raise Unclear(f"has {rest[0]!r} without its opening bracket: delete it")
        if not piece.needs and "THIS" not in piece.regex:
            raise Unclear("has no word that must be there: write at least one outside [brackets]")
        if piece.gaps > MOST_GAPS:
            raise Unclear(f"has {piece.gaps} `...`: keep {MOST_GAPS} or split it in two")
        return piece

    def named(self, name: str) -> Piece:
        """All items of a word list as one piece. Raises `Unclear`."""
        if name in self._open:
            raise Unclear(f"is caught in a circle: {' > '.join([*self._open, name])}")
        if name not in self._lists:
            raise Unclear(f"names {{{name}}}, which is no list in words.yml: is it misspelt?")
        if name not in self._made:
            self._open.append(name)
            try:
                items = [item for line in self._lists[name] for item in _ranged(line)]
                self._made[name] = _either([self.read(item) for item in items])
            finally:
                self._open.pop()
        return self._made[name]

    def _choice(self, signs: list[str]) -> tuple[Piece, list[str]]:
        options = []
        while True:
            piece, signs = self._sequence(signs)
            options.append(piece)
            if not signs or signs[0] != "|":
                return _either(options), signs
            signs = signs[1:]

    def _sequence(self, signs: list[str]) -> tuple[Piece, list[str]]:
        pieces = []
        while signs and signs[0] not in "|])":
            piece, signs = self._part(signs)
            pieces.append(piece)
        if not pieces:
            raise Unclear("has an empty place: write a word there or delete the sign beside it")
        return _row(pieces), signs

    def _part(self, signs: list[str]) -> tuple[Piece, list[str]]:
        sign, rest = signs[0], signs[1:]
        if sign in "[(":
            piece, rest = self._choice(rest)
            if not rest or rest[0] != {"[": "]", "(": ")"}[sign]:
                raise Unclear(f"has {sign!r} without its closing bracket: add it")
            return (_maybe(piece) if sign == "[" else piece), rest[1:]
        if sign[0] == "{":
            return self._list(sign), rest
        if gap := _GAP.fullmatch(sign):
            return self._gap(int(gap[1] or GAP)), rest
        if sign in {"THIS", "START", "END"}:
            return Piece({"THIS": "THIS ", "START": r"\A", "END": r"\Z"}[sign]), rest
        return self._word(sign), rest

    def _list(self, sign: str) -> Piece:
        match = _NAME.fullmatch(sign)
        if not match:
            raise Unclear(f"has {sign}: write a list as {{name}} or {{name ...}}")
        piece = self.named(match[1])
        return Piece(f"(?:{piece.regex}){{0,{REPEATS}}}") if match[2] else piece

    def _gap(self, width: int) -> Piece:
        if not 1 <= width <= WIDEST_GAP:
            raise Unclear(f"has ...{width}: a gap is 1 to {WIDEST_GAP} words wide")
        return Piece(f"{self._step}{{0,{width}}}?", (), 1)

    def _word(self, sign: str) -> Piece:
        beginning = sign.endswith("*")
        words = self._fold(sign.rstrip("*")).split()
        if not words or (beginning and words[-1].isalpha() and len(words[-1]) < 3):
            raise Unclear(f"has {sign!r}, which is no word: `*` needs three letters before it")
        regex = "".join(f"{re.escape(word)} {self._comma}" for word in words[:-1])
        last = re.escape(words[-1]) + (r"\S*" if beginning else "")
        keys = [*words[:-1], words[-1] + ("*" if beginning else "")]
        needs = tuple(frozenset([key]) for key in keys)
        return Piece(f"{regex}{last} {self._comma}", needs, stem=f"{regex}{last}")


def _ranged(item: str) -> list[str]:
    """`14-17` stands for each of its numbers."""
    match = _RANGE.fullmatch(item.strip())
    return [str(n) for n in range(int(match[1]), int(match[2]) + 1)] if match else [item]


def _row(pieces: list[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    before = "".join(p.regex for p in pieces[:-1])
    last = pieces[-1]
    return Piece(before + last.regex, tuple(n for p in pieces for n in p.needs),
                 sum(p.gaps for p in pieces), before + last.stem if last.stem else "")


def _maybe(piece: Piece) -> Piece:
    return Piece(f"(?:{piece.regex})?", (), piece.gaps)


def _either(pieces: list[Piece]) -> Piece:
    """One of several; it needs one word of each, where each needs one."""
    if len(pieces) == 1:
        return pieces[0]
    stems = list(dict.fromkeys(p.stem for p in pieces if p.stem))
    others = dict.fromkeys(p.regex for p in pieces if not p.stem)
    stem = "(?:" + "|".join(stems) + ")"
    end = next((p.regex[len(p.stem):] for p in pieces if p.stem), "")
    regex = stem + end
    if others:
        regex = "(?:" + "|".join([*([regex] if stems else []), *others]) + ")"
    needs: tuple[frozenset[str], ...] = ()
    if all(p.needs for p in pieces):
        needs = (frozenset[str]().union(*(min(p.needs, key=commonness) for p in pieces)),)
    return Piece(regex, needs, max(p.gaps for p in pieces), "" if others else stem)
