"""Makes rules of the files ready to use, or says which line of which file cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from waymark.content.reading import Complaint, Page, Unreadable
from waymark.urgent.grammar import Grammar, Unclear
from waymark.urgent.patterns import Pattern, pattern
from waymark.urgent.rules import Compiled
from waymark.urgent.schema import Rule, Urgent, Words
from waymark.urgent.sentences import fold
from waymark.urgent.spelling import Speller

Loc = tuple[int | str, ...]


class Compiler:
    """Reads every pattern once, so that the same words in two rules are one pattern."""

    def __init__(self, words: Words, pages: Mapping[str, Page]) -> None:
        self.speller = Speller(words.spellings)
        self._words = words
        self._pages = pages
        self._complaints: list[Complaint] = []
        self._made: dict[tuple[str, bool], Pattern] = {}
        self._loose = self._grammar(loose=True)
        self._strict = self._grammar(loose=False)

    def rules(self, kinds: Iterable[Urgent]) -> tuple[Compiled, ...]:
        """The rules of all kinds. Raises `Unreadable` with every complaint."""
        self._check_lists()
        made = [self._rule(urgent, number, rule)
                for urgent in kinds for number, rule in enumerate(urgent.rules)]
        if self._complaints:
            raise Unreadable(sorted(set(self._complaints)))
        vocabulary = {word for one in self._made.values() for need in one.piece.needs for word in need}
        self.speller.learn(vocabulary | set(self._written()), self._words.not_mistakes)
        for one in self._made.values():
            _ = one.regex
        return tuple(made)

    def never_alike(self, urgent: Urgent) -> tuple[Pattern, ...]:
        """What takes back a kind that only likeness found. Call it before `rules`."""
        page = self._pages[urgent.kind.value]
        return (*self._read(page, urgent.never_with, ("never_with",), loose=True),
                *self._read(page, urgent.never_alike, ("never_alike",), loose=True))

    def _grammar(self, *, loose: bool) -> Grammar:
        return Grammar(self._words.lists, self._words.gap_stops,
                       lambda text: fold(text, self.speller), loose=loose)

    def _check_lists(self) -> None:
        for name in self._words.lists:
            try:
                self._strict.named(name)
            except Unclear as error:
                text = f"the list `{name}` {error}"
                self._complaints.append(self._pages["words"].complaint(text, "lists", name))

    def _rule(self, urgent: Urgent, number: int, rule: Rule) -> Compiled:
        page, loc = self._pages[urgent.kind.value], ("rules", number)
        spared = set(rule.even_if)
        unless = [*self._read(page, [u for u in urgent.unless if u not in spared], ("unless",)),
                  *self._read(page, rule.unless, (*loc, "unless"))]
        for strange in spared - set(urgent.unless):
            text = f"`even_if` names {strange}, which is not under `unless` of this file: correct it"
            self._complaints.append(page.complaint(text, *loc, "even_if"))
        return Compiled(
            urgent.kind,
            rule.name,
            says=tuple(self._read(page, rule.says, (*loc, "says"), loose=True)),
            near=tuple(self._read(page, rule.near, (*loc, "near"), loose=True)),
            with_=tuple(self._read(page, rule.with_, (*loc, "with"), loose=True)),
            unless=tuple(unless),
            never_with=(*self._read(page, urgent.never_with, ("never_with",), loose=True),
                        *self._read(page, rule.never_with, (*loc, "never_with"), loose=True)),
        )

    def _read(
        self, page: Page, texts: Iterable[str], loc: Loc, *, loose: bool = False
    ) -> Iterator[Pattern]:
        for number, text in enumerate(texts):
            try:
                if (text, loose) not in self._made:
                    grammar = self._loose if loose else self._strict
                    self._made[text, loose] = pattern(grammar, text)
                yield self._made[text, loose]
            except Unclear as error:
                self._complaints.append(page.complaint(f"{text!r} {error}", *loc, number))

    def _written(self) -> Iterator[str]:
        """Every plain word of the word lists, so that slips in them are known."""
        for items in self._words.lists.values():
            for item in items:
                yield from fold(item, self.speller).split()


