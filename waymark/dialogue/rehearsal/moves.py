"""The next page of a rehearsal, for what the parent pressed or typed; None where it is not ours."""

from __future__ import annotations

from dataclasses import replace

from waymark.content.library import Library
from waymark.content.schema import AgeBand, Nation
from waymark.dialogue import likely
from waymark.dialogue.rehearsal import buttons, phrases, talks, typed
from waymark.dialogue.rehearsal.heard import Elsewhere, Heard
from waymark.dialogue.rehearsal.pages import Page, Pages, talk_name
from waymark.dialogue.rehearsal.place import Place, Step
from waymark.nlu import choices

NOT_UNDERSTOOD = ("nlu_fallback", "out_of_scope", "not_ours")
REPEATED = ("more", "choose", "small_talk/affirm")
"""Words that only ask us to go on: the open question is asked again."""


class Rehearsal:
    """One turn: the place we are at, and what is known of the family."""

    def __init__(
        self, library: Library, place: Place | None, *, nation: Nation | None,
        age: AgeBand | None, last_answer: str | None,
    ) -> None:
        self._library = library
        self._place = place
        self._age = talks.band_of(age)
        self._last = last_answer
        self._pages = Pages(library, nation)

    def hear(self, heard: Heard) -> Page | Elsewhere | None:
        """The next page; `Elsewhere` for a choice that is not ours to show; None to pass on."""
        if heard.pressed:
            return self._pressed(heard.pressed[1]) if heard.pressed[0] == buttons.FLOW else None
        place = self._place
        if place and place.waiting and not heard.danger:
            found = self._typed(place, heard)
            if found:
                return found
        return self._asked(heard) if heard.intent == buttons.FLOW else None

    def _pressed(self, value: str) -> Page:
        """Take the step that a button names. Old buttons stay good as long as the talk is known."""
        head, _, tail = value.partition("/")
        place = self._place or Place(Step.SITUATION)
        if head in talks.SITUATIONS:
            return self._begin(place, head, tail or self._age or place.age)
        if head == "age":
            return self._aged(place, tail)
        if head == "start":
            return self._fitted(Place(Step.SITUATION))
        if head in ("other_talk", "other_age", "stop", "carry_on"):
            return self._around(place, head)
        if not self._pages.has(place):
            return self._pages.again(place) if place.situation else self._fitted(place)
        return self._played(place, head, tail)

    def _played(self, place: Place, head: str, tail: str) -> Page:
        if head == "close":
            return self._pages.close(place)
        if head == "take_away":
            return self._pages.take_away(place)
        if head not in talks.REACTIONS:
            return self._pages.again(place)
        place = replace(place, reaction=head)
        if tail in (buttons.FIRST, buttons.SECOND):
            return self._pages.picked(place, int(tail == buttons.SECOND))
        return self._pages.child(place)

    def _around(self, place: Place, head: str) -> Page:
        """Steps that stand beside the play itself."""
        if head == "stop":
            return self._pages.stopped(place)
        if head == "other_talk":
            return self._pages.situation(place, "")
        if not place.situation:
            return self._fitted(place)
        if head == "other_age":
            return self._pages.age(place)
        return self._pages.again(place, phrases.WE_WERE.format(talk=talk_name(place)))

    def _typed(self, place: Place, heard: Heard) -> Page | Elsewhere | None:
        """The move that typed words make from this place, if they make one."""
        chosen = self._by_place(place, heard)
        if chosen or place.step is Step.STOPPED:
            return chosen
        command = typed.command(heard.words)
        if command == "another":
            return self._another(place)
        if command:
            return self._pressed(command)
        if place.step not in (Step.SITUATION, Step.AGE) and not self._pages.has(place):
            return self._pages.again(place)  # its file was taken away meanwhile
        return self._step(place, heard) or self._aside(place, heard)

    def _by_place(self, place: Place, heard: Heard) -> Page | Elsewhere | None:
        """"2" or "the last one". A bare number is an age where we asked for one."""
        number = typed.chosen_place(heard.words)
        if number is None or (place.step is Step.AGE and typed.plain(heard.words).isdigit()):
            return None
        # "The last one" is the last of what was asked, not the way out below it.
        asked = {Step.REPLY: 2, Step.REACTION: len(talks.REACTIONS)}
        count = asked.get(place.step, len(place.choices) - 1)
        number = count - 1 if number == -1 else number
        if number >= len(place.choices):
            return None
        kind, value = choices.read(place.choices[number]) or ("", "")
        return self._pressed(value) if kind == buttons.FLOW else Elsewhere(place.choices[number])

    def _step(self, place: Place, heard: Heard) -> Page | None:
        """Words that answer what this step asks."""
        if place.step is Step.SITUATION:
            name = typed.situation(heard.words, asked=True) if self._may_be_told(heard) else None
            return self._pressed(name) if name else None
        if place.step is Step.AGE:
            years = typed.years(heard.words) if self._may_be_told(heard) else None
            return None if years is None else self._told(place, years)
        if place.step is Step.REPLY:
            return self._replied(place, heard)
        name = typed.reaction(heard.words)
        return self._pressed(name) if name else None

    @staticmethod
    def _may_be_told(heard: Heard) -> bool:
        """Whether it may tell what we asked, and is not a question or a story of its own."""
        return typed.is_brief(heard.words) or not heard.is_answered

    def _replied(self, place: Place, heard: Heard) -> Page | None:
        for number, reply in enumerate(self._pages.replies(place)):
            if typed.copies(heard.words, reply):
                return self._pages.picked(place, number)
        small = heard.intent == "small_talk"
        if typed.own_reply(heard.words, answered=heard.is_answered or small):
            return self._pages.compared(place)
        return None

    def _aside(self, place: Place, heard: Heard) -> Page | None:
        """What is no move: a changed mind, or something that only asks us to go on."""
        if heard.intent == "deny":
            return self._pages.stopped(place)
        if heard.intent in REPEATED or heard.label in REPEATED:
            return self._pages.again(place)
        return self._family(place, heard) or self._lost(place, heard)

    def _family(self, place: Place, heard: Heard) -> Page | None:
        """Where they live, or another age than we took: the words follow it."""
        if heard.intent == "tell_nation":
            if place.step is Step.TAKE_AWAY:
                return self._pages.take_away(place)
            return self._pages.again(place, phrases.NOTED)
        if heard.intent == "tell_age" and self._age and self._age != place.age:
            return self._aged(place, self._age)
        return None

    def _lost(self, place: Place, heard: Heard) -> Page | None:
        """What we did not follow. The second time in a row others may do better."""
        if heard.intent == "none_of_these":
            five = place.step in (Step.REACTION, Step.NEXT, Step.TAKE_AWAY)
            return self._pages.again(place, phrases.ONLY_FIVE if five else phrases.MISSED)
        if heard.intent in NOT_UNDERSTOOD and not place.missed:
            maybe = likely.maybe(heard.verdict or {}, self._library)[:2]
            return self._pages.missed(place, phrases.MISSED, maybe)
        return None

    def _asked(self, heard: Heard) -> Page:
        """The parent asks to practise: the talk they name, the one we were at, or the fitting one."""
        place = self._place
        command = typed.command(heard.words)
        if place and command:
            return self._another(place) if command == "another" else self._pressed(command)
        name = typed.situation(heard.words, asked=False)
        if name:
            return self._begin(Place(Step.SITUATION), name, self._age)
        if place is None or typed.afresh(heard.words):
            return self._fitted(Place(Step.SITUATION))
        if not place.goes_on and not place.waiting:
            return self._fitted(Place(Step.SITUATION))
        return self._around(place, "carry_on")

    def _fitted(self, place: Place) -> Page:
        """Begin with the situation that fits the last answer, and the age we know."""
        name = talks.fitting(self._library, self._last)
        if name is None:
            return self._pages.situation(replace(place, age=self._age or place.age))
        return self._begin(place, name, self._age or place.age, fitted=True)

    def _begin(self, place: Place, name: str, age: str, *, fitted: bool = False) -> Page:
        place = replace(place, situation=name, age=age)
        if not talks.bands(self._library, name):
            return self._pages.situation(place)
        known = self._pages.has(place)
        said = phrases.FITTED if fitted else phrases.CHOSEN
        talk = talk_name(place if known else replace(place, age=""))
        page = self._pages.opening if known else self._pages.age
        return page(place, self._welcome(), said.format(talk=talk))

    def _welcome(self) -> str:
        """How practising works, for who is not in the middle of it."""
        return "" if self._place and self._place.goes_on else phrases.WELCOME

    def _aged(self, place: Place, age: str) -> Page:
        if age not in talks.BANDS:
            return self._pages.again(place)
        if not place.situation:
            return self._pages.situation(replace(place, age=age))
        return self._begin(place, place.situation, age)

    def _told(self, place: Place, years: int) -> Page:
        """An age in years, which may be that of an adult, or a slip."""
        band = talks.band_of(AgeBand.of(years))
        if not band:
            return self._pages.adult(place)
        return replace(self._aged(place, band), years=years)

    def _another(self, place: Place) -> Page:
        unplayed = [name for name in talks.REACTIONS
                    if name not in (*place.played, place.reaction)]
        if place.step is Step.REACTION or not unplayed or not self._pages.has(place):
            return self._pages.again(place)
        return self._pressed(unplayed[0])
