"""The answer `support/local`, once we know where the family lives, or have asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from waymark.content import letter
from waymark.content.library import Library
from waymark.content.schema import Nation
from waymark.dialogue.local import page, phrases
from waymark.dialogue.local.state import PLACE, THIS_PLACE, Event, Home, is_missing
from waymark.nlu.choices import answer_button, place_button, step_button
from waymark.places import Authority

Response = dict[str, Any]
Button = dict[str, str]
KEY = page.KEY

MOST_BUTTONS = 8
NATIONS = [step_button(n.value, n.value.lower().replace(" ", "_")) for n in Nation]
NOT_SAID = step_button("I'd rather not say", "rather_not_say")
ELSEWHERE = step_button(phrases.ELSEWHERE, "somewhere_else")


def question(home: Home, events: Sequence[Event]) -> str:
    """The name of the response that goes with what is known of the home."""
    if home.possible:
        return "utter_where_which"
    if home.abroad:
        return "utter_where_abroad"
    if is_missing(events):
        return "utter_where_no_postcode"
    return "utter_where_closer" if home.wide else "utter_where"


def here(general: Response, library: Library, authority: Authority, today: date) -> Response:
    """The help near the family, in place of the general words."""
    running = page.programmes(library, authority, today)
    keys = dict.fromkeys(key for one in running for key in one.next if key in library.answers)
    others = {key for one in library.programmes.values() for key in one.next} - keys.keys()
    ways = [b for b in _plain(general) if b["payload"].removeprefix("answer:") not in others]
    ways += [answer_button(library.answers[key].title, key) for key in keys]
    ways = [*fit(_once(ways), MOST_BUTTONS - 1), ELSEWHERE]
    return _with(general, page.page(library, authority, today=today), ways)


def which(general: Response, home: Home, question: Response) -> Response:
    """Several places are called that: which is theirs?"""
    ways = [place_button(one.label, one.code) for one in home.possible[:MOST_BUTTONS - 1]]
    return _with(general, question["text"], [*ways, ELSEWHERE], asked=PLACE)


def abroad(general: Response, words: Response) -> Response:
    """Outside the UK: what still works."""
    return _with(general, words["text"], words.get("buttons") or [])


def ask(
    general: Response, question: Response, nation: Nation | None, passing: Authority | None
) -> Response:
    """The general words, and the question where they live; is it the place they named?"""
    words, ways = question["text"], [*([] if nation else NATIONS), NOT_SAID, *_plain(general)]
    if passing:
        words = phrases.IS_IT.format(name=page.name(passing))
        yes = phrases.YES.format(name=page.name(passing))
        ways = [place_button(yes, passing.code), ELSEWHERE, NOT_SAID, *_plain(general)]
    return _with(general, f"{general['text']}\n\n{words}", fit(ways),
                 asked=THIS_PLACE if passing else PLACE)


def with_sources(general: Response, library: Library, authority: Authority, today: date) -> Response:
    """Where the answer comes from, the local part first."""
    local = page.sources(library, authority, today)
    return general | {"text": f"{local}\n\n{general['text']}"}


def untold(library: Library, nation: Nation | None, today: date) -> str:
    """Whom to call for those who would rather not say where they live."""
    title = phrases.NATIONAL_IN.format(nation=nation.value) if nation else phrases.NATIONAL
    found = page.national(library, nation)
    everywhere = [s for s in found if nation or set(s.nations) == set(Nation)]
    return letter.contacts(everywhere, today, title)


def near(response: Response, authority: Authority) -> Response:
    """An answer in which a place was named, with a way to the help there."""
    title = phrases.NEAR.format(name=page.name(authority))
    ways = [place_button(title, authority.code), *(response.get("buttons") or [])]
    return response | {"buttons": fit(ways)}


def fit(ways: Sequence[Button], most: int = MOST_BUTTONS) -> list[Button]:
    """As many buttons as fit, the first before others; a way back to practising is never lost."""
    back = [b for b in ways[most:] if b["payload"].startswith("rehearsal:")]
    return [*ways[:most - len(back)], *back]


def _once(ways: Sequence[Button]) -> list[Button]:
    return list({button["payload"]: button for button in ways}.values())


def _plain(general: Response) -> list[Button]:
    """The buttons of the general answer, without those that tell a nation."""
    nations = {button["payload"] for button in NATIONS}
    return [b for b in general.get("buttons") or [] if b["payload"] not in nations]


def _with(
    general: Response, text: str, buttons: Sequence[Button], **marks: str
) -> Response:
    """The general answer with other words and buttons; it stays that answer in the thread."""
    offered = [b["payload"].removeprefix("answer:") for b in buttons
               if b["payload"].startswith("answer:")]
    said: Mapping[str, Any] = general["waymark"]
    return general | {"text": text, "buttons": list(buttons),
                      "waymark": {**said, "offered": offered, **marks}}
