"""What is said at each step of a rehearsal: text, buttons, and the place it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from waymark.content import letter
from waymark.content.library import Library
from waymark.content.schema import Answer, Nation, Status
from waymark.content.starter import SITUATIONS, Situation, Turn
from waymark.dialogue import resources
from waymark.dialogue.rehearsal import buttons, phrases, talks
from waymark.dialogue.rehearsal.buttons import Button
from waymark.dialogue.rehearsal.place import Place, Step

MOST_BUTTONS = 8


@dataclass(frozen=True)
class Page:
    """One message of a rehearsal. `place` carries where we are after it; `years`: an age told."""

    text: str
    buttons: tuple[Button, ...]
    place: Place
    years: int | None = None


class Pages:
    """Lays out the words of the starters for a parent's nation."""

    def __init__(self, library: Library, nation: Nation | None) -> None:
        self._library = library
        self._nation = nation

    def has(self, place: Place) -> bool:
        """Whether there is a starter for the talk of this place."""
        return place.starter in self._library.starters

    def situation(self, place: Place, before: str = phrases.WELCOME) -> Page:
        """Ask which talk it is."""
        names = talks.situations(self._library)
        if not names:
            return self.nothing(place)
        return _page([before, phrases.WHICH_TALK], [*buttons.situations(names), buttons.stop()],
                     replace(place, step=Step.SITUATION, situation="", reaction="", played=()))

    def age(self, place: Place, *before: str) -> Page:
        """Ask how old the child is."""
        bands = talks.bands(self._library, place.situation)
        ways = [*buttons.ages(bands), *buttons.other_talk(place), buttons.stop()]
        return _page([*before, phrases.HOW_OLD], ways,
                     replace(place, step=Step.AGE, age="", reaction="", played=()))

    def adult(self, place: Place) -> Page:
        """The age told is no child's: ask again, with the way for a grown-up beside it."""
        page = self.age(place)
        ways = buttons.by_key(self._library, ["law/over_18"])
        return _page([phrases.ADULT], [*page.buttons[:-1], *ways, buttons.stop()], page.place)

    def opening(self, place: Place, *before: str) -> Page:
        """When and where, how to begin, and what the child might do."""
        starter = self._library.starters[place.starter]
        blocks = [
            *before,
            {Status.STARTER: letter.STARTER, Status.DRAFT: letter.DRAFT}.get(starter.status, ""),
            letter.steps(phrases.WHEN, starter.when),
            letter.steps(phrases.OPENING, starter.opening),
            phrases.WHAT_MIGHT,
        ]
        ways = [*buttons.reactions(talks.REACTIONS), *buttons.other_talk(place),
                buttons.other_age(), buttons.stop()]
        return _page(blocks, ways, replace(place, step=Step.REACTION, reaction="", played=()))

    def reactions(self, place: Place, *before: str) -> Page:
        """What the child might do, asked again without the opening."""
        ways = [*buttons.reactions(talks.REACTIONS), buttons.stop()]
        return _page([*before, phrases.WHAT_MIGHT], ways, replace(place, step=Step.REACTION))

    def child(self, place: Place, *before: str) -> Page:
        """The child's turn, and two replies to choose from."""
        turn = self._turn(place)
        replies = _in_order(turn, place)
        blocks = [*before, f"{phrases.CHILD}\n{turn.child}", phrases.WHAT_SAY,
                  *(f"{n}. {reply}" for n, reply in enumerate(replies, 1))]
        return _page(blocks, [*buttons.replies(place), buttons.stop()], replace(place, step=Step.REPLY))

    def picked(self, place: Place, number: int) -> Page:
        """What the chosen reply may do, and the other one beside it."""
        turn = self._turn(place)
        opens, closes = f"{phrases.OPENS} {turn.why}", f"{phrases.CLOSES} {turn.why_not}"
        if self.replies(place)[number] == turn.better:
            blocks = [f"{quoted(turn.better)}\n{opens}",
                      f"{phrases.THE_OTHER} {quoted(turn.worse)}\n{closes}"]
        else:
            blocks = [f"{phrases.NATURAL} {quoted(turn.worse)}\n{closes}",
                      f"{phrases.HELPS_MORE} {quoted(turn.better)}\n{opens}"]
        return self.next(_played(place), *blocks)

    def compared(self, place: Place) -> Page:
        """Thanks for the parent's own words, which are not judged, and one more way beside."""
        turn = self._turn(place)
        return self.next(_played(place), phrases.THANKS,
                         f"{quoted(turn.better)}\n{phrases.OPENS} {turn.why}")

    def replies(self, place: Place) -> tuple[str, str]:
        """The two replies in the order in which they are shown."""
        return _in_order(self._turn(place), place)

    def next(self, place: Place, *before: str) -> Page:
        """What to do next: reactions not yet played come first."""
        done = set(place.played) >= set(talks.REACTIONS)
        names = [name for name in _unplayed_first(place) if name != place.reaction]
        ways = [*buttons.reactions(names), buttons.close(), buttons.take_away(), buttons.stop()]
        return _page([*before, phrases.ALL_PLAYED if done else "", phrases.WHAT_NEXT], ways,
                     replace(place, step=Step.NEXT))

    def close(self, place: Place) -> Page:
        """How to end the talk."""
        starter = self._library.starters[place.starter]
        ways = [*buttons.reactions(_unplayed_first(place)), buttons.take_away(), buttons.stop()]
        return _page([f"{phrases.CLOSE}\n{quoted(starter.close)}", phrases.WHAT_NEXT], ways,
                     replace(place, step=Step.NEXT, reaction=""))

    def take_away(self, place: Place) -> Page:
        """What to keep from this talk, what not to say, and who can help where they live."""
        starter = self._library.starters[place.starter]
        found = letter.services(starter.services, self._library, self._nation)
        found = found or resources.for_need(self._library, self._nation, "talk")
        blocks = [
            letter.steps(phrases.TAKE_AWAY, starter.take_away),
            letter.steps(phrases.NOT_TO_SAY, starter.not_to_say),
            letter.contacts(found, date.today()),
        ]
        ways = [*buttons.reactions(_unplayed_first(place)), buttons.close(), buttons.stop()]
        return _page([*blocks, phrases.WHAT_NEXT], ways,
                     replace(place, step=Step.TAKE_AWAY, reaction=""))

    def stopped(self, place: Place) -> Page:
        """The end: kind, with somewhere to go."""
        starter = self._library.starters.get(place.starter)
        ways = [buttons.take_away(), *buttons.by_key(self._library, starter.next)] if starter else []
        ways += [buttons.button("Practise again", "carry_on"), *buttons.people()]
        return _page([phrases.STOPPED], ways, replace(place, step=Step.STOPPED))

    def nothing(self, place: Place) -> Page:
        """There is no starter at all: people, and the topics."""
        return _page([phrases.NOTHING], buttons.people(), replace(place, step=Step.STOPPED))

    def again(self, place: Place, *before: str) -> Page:
        """The question that stands open, asked again."""
        if place.step is Step.SITUATION or not place.situation:
            return self.situation(place, *before[:1])
        if not self.has(place):
            return self.age(place, *before)
        if place.step is Step.REPLY and place.reaction:
            return self.child(place, *before)
        if place.step in (Step.NEXT, Step.TAKE_AWAY):
            return self.next(place, *before)
        return self.reactions(place, *before)

    def missed(self, place: Place, before: str, maybe: Iterable[Answer]) -> Page:
        """As `again`, with answers that may have been asked for instead."""
        page = self.again(place, before)
        room = MOST_BUTTONS - len(page.buttons)
        ways = buttons.answers(maybe)[:max(0, room)]
        page = _page([page.text], [*page.buttons[:-1], *ways, page.buttons[-1]], page.place)
        return replace(page, place=replace(page.place, missed=True))

    def _turn(self, place: Place) -> Turn:
        turn: Turn = getattr(self._library.starters[place.starter].replies, place.reaction)
        return turn


def talk_name(place: Place) -> str:
    """`after something has happened (14 or 15)`."""
    name = SITUATIONS[Situation(place.situation)]
    return f"{name} ({talks.BANDS[place.age]})" if place.age else name


def quoted(words: str) -> str:
    return f"“{words}”"


def _page(blocks: Sequence[str], ways: Sequence[Button], place: Place) -> Page:
    choices = tuple(way["payload"] for way in ways)
    place = replace(place, choices=choices, missed=False, waiting=True)
    return Page("\n\n".join(filter(None, blocks)), tuple(ways), place)


def _unplayed_first(place: Place) -> list[str]:
    return sorted(talks.REACTIONS, key=lambda name: name in place.played)


def _played(place: Place) -> Place:
    return replace(place, played=tuple(dict.fromkeys([*place.played, place.reaction])))


def _in_order(turn: Turn, place: Place) -> tuple[str, str]:
    if talks.better_first(place.starter, place.reaction):
        return turn.better, turn.worse
    return turn.worse, turn.better
