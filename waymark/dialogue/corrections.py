"""A short correction of what was just shown: what it says in truth, and what fits instead.

"No, he received it" after the answer for a child who sent a picture means another answer.
What is read plainly is said back in one line and shown; what may mean two things is
offered; what is not read is left to the classifier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from waymark.dialogue import details, roles, turns
from waymark.dialogue import neighbours as near
from waymark.dialogue.roles import Deed
from waymark.dialogue.turns import Event

ACTION = "action_correct"
OWN = details.OWN

LONGEST = 20
"""A message of more words than this tells a story, and stories are the classifier's."""

BARE = 6
"""Of so few words a message is a correction without a "no": "he was sent it"."""

_CUE = re.compile(
    r"^(?:no|nope|nah|sorry|oops|wait|hang on|actually|not|wrong|it was|it'?s)\b|\bi meant?\b|n't\b|\b(?:not|never|only)\b|"
    r"\b(?:did|has|have|was|is|were)nt\b|\b(?:other|wrong) way\b"
)
_NO = re.compile(r"^(?:no|nope|nah|wrong|that'?s (?:wrong|not)|you(?:'ve| have)? (?:got|misread|misunderstood))\b")
_NO_CORRECTION = re.compile(
    r"^(?:no|not) (?:thanks?|thank you|idea|problem|worries|sure|yet|really|now|today|one|need)\b"
)
_ASKS = re.compile(
    r"\?|\b(?:what (?:do|can|should|now|about|is|will|if)|how (?:do|can|does|long|is)|should (?:i|we)|"
    r"(?:can|could|do|will) (?:i|we|you)|will (?:he|she|they|it)|is (?:it|this|that) (?:a|still|against|illegal))\b"
)

@dataclass(frozen=True)
class Correction:
    """What was `taken`, in a few words, and the answers that fit it.

    What was plainly taken and has one key is shown, else the keys are offered. With none,
    what was said last holds for this too: `whose` then says for whose child.
    """

    taken: str = ""
    keys: near.Keys = ()
    years: int | None = None
    whose: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether there is one answer to show, and no doubt."""
        return bool(self.taken) and len(self.keys) == 1


def read(words: str, last: str, child: str = "") -> Correction | None:
    """What a short message corrects about the answer `last`; None where nothing is plain.

    `child`: `he` or `she`, where earlier words say so.
    """
    words = plain(words)
    if not 0 < len(words.split()) <= LONGEST or _ASKS.search(words) or _NO_CORRECTION.search(words):
        return None
    if not _CUE.search(words) and len(words.split()) > BARE:
        return None
    for look in (_age, _nothing_yet, _picture, _other_side, _deed, _whose, _unwanted, _denied):
        found = look(words, last, child)
        if found and found.keys != (last,):
            return replace(found, keys=tuple(key for key in found.keys if key != last))
    return None


def missed(words: str, last: str, verdict: Mapping[str, Any]) -> near.Keys:
    """For a "no" that we cannot read, and that brings the same answer again or none: what else
    it may be. `verdict`: the decision on the message."""
    words = plain(words)
    if not _NO.search(words) or len(words.split()) > LONGEST or _ASKS.search(words):
        return ()
    again = verdict.get("kind") == "answer" and verdict.get("label") == last
    return near.instead(last) if again or verdict.get("kind") == "unsure" else ()


def due(events: Sequence[Event]) -> bool:
    """Whether the latest message corrects what was said just before it."""
    now, last = turns.latest(events), corrected(events)
    if now is None or last is None or turns.parse(now).get("chosen"):
        return False
    words, verdict = turns.typed(now), turns.parse(now).get("decision") or {}
    return read(words, last, sex(events)) is not None or bool(missed(words, last, verdict))


def corrected(events: Sequence[Event]) -> str | None:
    """The answer that our last words showed, held to, or offered first."""
    found = None
    for said in turns.of_last_turn(events):
        if any(said.get(flow) for flow in ("rehearsal", "plan", "asked", "confirm")):
            return None
        shown = said.get("answer") or said.get("corrected")
        offered = said.get("offered") or () if said.get("decision") in ("offer", "unsure") else ()
        found = shown or next(iter(offered), None) or found
    return found


def sex(events: Sequence[Event]) -> str:
    """`he` or `she`, where the parent's earlier words say so."""
    return roles.sex([plain(turns.typed(event)) for event in turns.before_latest(events)
                      if event.get("event") == "user"])


def plain(words: str) -> str:
    """In lower case, with straight quotes and single blanks."""
    return " ".join(words.lower().replace("’", "'").split()).strip(" .!")


def _taken(name: str, *keys: str, **details: Any) -> Correction:
    return Correction(near.SAID[name].format(**details), keys, **details)


def _age(words: str, last: str, child: str) -> Correction | None:
    years = details.years(words)
    if years is None:
        return None
    if years >= details.ADULT_YEARS:
        return Correction(near.SAID["adult_age"].format(years=years), ("law/over_18",))
    grown = last == near.UNDER_13 and years >= near.NOT_UNDER_13
    return _taken("age", *(near.TEENAGER if grown else ()), years=years)


def _nothing_yet(words: str, last: str, child: str) -> Correction | None:
    said = last.startswith("happened/") and details.nothing_yet(words)
    return _taken("nothing_yet", *near.NOTHING_YET) if said else None


def _picture(words: str, last: str, child: str) -> Correction | None:
    """A fake, or a real one."""
    faked = details.faked(words)
    if faked is False:
        return _taken("real", *near.REAL.get(last, ()))
    maker = details.maker(words) if faked or last in (near.FAKED, near.MADE) else ""
    if not faked and not maker:
        return None
    if last.startswith("law/"):
        return _taken("fake", "law/ai_deepfakes")
    return _taken("fake", *_whose_fake(maker, last, child))


def _whose_fake(maker: str, last: str, child: str) -> near.Keys:
    """The child's own doing, a fake of the child, or both where the words do not say."""
    ours = maker.startswith("my ") or maker == child
    if maker and (ours or child or last == near.FAKED):
        return (near.MADE,) if ours or not child else (near.FAKED,)
    if maker or last == near.HAPPENED[Deed.PASSED_ON]:
        return (near.MADE, near.FAKED)
    return () if last == near.MADE else (near.FAKED,)


def _other_side(words: str, last: str, child: str) -> Correction | None:
    side = details.other_side(words)
    if side == "peer":
        return _taken(side, *near.NO_ADULT) if last == near.ADULT else None
    if side is None:
        return None
    by_law = last.startswith("law/") and side == "adult"
    return _taken(side, "law/over_18" if by_law else near.ADULT)


def _deed(words: str, last: str, child: str) -> Correction | None:
    done, before = roles.read(words, child).done, near.deed_of(last)
    if not done and before and details.OTHER_WAY.search(words):
        done = frozenset((near.OTHER_WAY[before],))
    if done == {Deed.SENT, Deed.PASSED_ON} and before in (Deed.RECEIVED, Deed.PASSED_ON):
        done = frozenset((Deed.PASSED_ON,))  # "he sent it to his mates" what he was sent
    if done == {Deed.SPREAD, Deed.PASSED_ON} and before in (Deed.SENT, Deed.SPREAD):
        done = frozenset((Deed.SPREAD,))  # "it's spread round the school"
    if not done:
        return None
    keys = dict.fromkeys(key for deed in sorted(done) for key in near.keys(deed, last))
    return Correction(near.TAKEN[next(iter(done))] if len(done) == 1 else "", tuple(keys))


def _whose(words: str, last: str, child: str) -> Correction | None:
    whose = details.whose(words)
    if whose == details.PUPIL:
        return _taken("pupil", "support/for_professionals")
    if whose is None:
        return None
    return _taken("somebody" if whose == details.SOMEBODY else "relative", whose=whose)


def _unwanted(words: str, last: str, child: str) -> Correction | None:
    if last not in near.RECEIVED_KIND or not details.UNWANTED.search(words):
        return None
    by_law = last.startswith("law/")
    return _taken("unwanted", "law/cyberflashing" if by_law else "happened/unsolicited")


def _denied(words: str, last: str, child: str) -> Correction | None:
    """It was not that; what it was is not said."""
    denied = roles.read(words, child).denied
    return Correction(keys=near.instead(last)) if near.deed_of(last) in denied else None
