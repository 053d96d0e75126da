"""Who did what, as a short correction says it: "she was sent it, she didn't send it".

Only plain words of a few forms are read. Whatever else is said is nobody's deed here, so
that nothing is guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from waymark.dialogue import role_words as wording


class Deed(str, Enum):
    """What happened, seen from the parent's child. `SPREAD`: others passed on its picture."""

    PASSED_ON = "passed_on"
    SPREAD = "spread"
    SENT = "sent"
    RECEIVED = "received"
    WAS_ASKED = "was_asked"
    ASKED = "asked"


Deeds = frozenset[Deed]


@dataclass(frozen=True)
class Told:
    """What a correction says was done, and what it says was not.

    Of several `done` deeds one is meant, and the words do not say which.
    """

    done: Deeds = frozenset()
    denied: Deeds = frozenset()


def sex(texts: Sequence[str]) -> str:
    """Whether earlier words call the child `she` or `he`; nothing where they say both or neither."""
    found = {name for text in texts for name, words in (("she", wording.GIRL), ("he", wording.BOY))
             if re.search(rf"\b(?:my|our)\s+(?:\w+\s+){{0,3}}(?:{words})\b|"
                          rf"\bd{'d' if name == 'she' else 's'}\s?\d*\b|"
                          rf"\b\d\d\s?{'f' if name == 'she' else 'm'}\b", text)}
    return found.pop() if len(found) == 1 else ""


def read(words: str, child: str = "") -> Told:
    """Read plain lower-case words. `child`: `he` or `she`, where that is known."""
    child = child or sex([words])
    both = not child and all(re.search(form, words) for form in (r"\bhe\b", r"\bshe\b"))
    done: list[Deeds] = []
    denied: set[Deed] = set()
    subject = ""
    for clause in filter(None, wording.CLAUSE.split(wording.NOT_WHO.sub(" ", words))):
        negative = bool(wording.NOT.search(clause))
        found, subject = _deeds(clause, child, subject)
        if found == {Deed.SENT} and both:
            found = frozenset((Deed.SENT, Deed.RECEIVED))
        if negative:
            denied |= found
        elif found:
            done.append(found)
    certain = next((found for found in done if found == {Deed.PASSED_ON}), None)
    return Told(certain or (done[-1] if done else frozenset()), frozenset(denied))


def _deeds(clause: str, child: str, earlier: str) -> tuple[Deeds, str]:
    """The deed of one clause, and whose it is. `earlier`: whose deed the clause before told."""
    verb = wording.VERB.search(clause)
    if verb is None or wording.NOT_IT.search(clause):
        return frozenset(), _who(clause, child, last=True) or earlier
    before, after = clause[:verb.start()], clause[verb.end():]
    act = next(name for name, found in verb.groupdict().items() if found)
    if not _is_about_it(act, verb.group(), after):
        return frozenset(), earlier
    passive = bool(wording.PASSIVE.search(before)) and not verb.group().endswith("ing")
    subject, target = _who(before, child, last=True), _who(after, child)
    if not before.strip(" '") or re.fullmatch(r"(?:\W|only|just|then|and|also)*", before):
        subject = subject or earlier
    own = wording.OWN.search(clause) and not re.search(r"\bon\b|\bround\b", verb.group())
    if act == "passed" and own:
        act = "sent"  # "she shared it herself"
    if act == "sent" and wording.MANY.search(after) and (_is_ours(subject) or passive):
        first = Deed.SPREAD if passive else Deed.SENT  # "it was sent to everyone"
        return frozenset((first, Deed.PASSED_ON)), subject
    if passive and act != "received":
        by = re.search(r"\bby\s(.*)", after)
        agent = _who(by.group(1), child) if by else ""
        receiver = subject or _who(after[:by.start()] if by else after, child)
        return _MEANT[act](agent, receiver, True), subject
    return _MEANT[act](subject, target, False), subject


def _is_about_it(act: str, verb: str, after: str) -> bool:
    """Whether what follows the verb may be a picture, or nothing else is named."""
    if re.search(r"\s", verb):
        return True  # "passed it on", "got one": the thing is in it already
    rest = re.sub(rf"^(?:{wording.WHO.pattern})\s*", "", after.strip())
    form = wording.AFTER["asked" if act == "asked" else "sent"]
    return any(re.match(form, words) for words in (rest, after.strip()))


def _who(words: str, child: str, *, last: bool = False) -> str:
    """`ours`, `others`, or `he`, `she`, `they` where it is not known whose child that is."""
    found = list(wording.WHO.finditer(words))
    if not found:
        return ""
    match = found[-1 if last else 0]
    if match.lastgroup != "pronoun":
        return str(match.lastgroup)
    said = match.group()[:3]
    said = {"he": "he", "him": "he", "he'": "he", "she": "she", "her": "she"}.get(said, "they")
    if not child or said == "they":
        return said
    return "ours" if said == child else "others"


def _is_ours(who: str) -> bool:
    return who in ("ours", "he", "she", "they")


def _sent(agent: str, receiver: str, passive: bool) -> Deeds:
    if {agent, receiver} == {"he", "she"}:
        return frozenset((Deed.SENT, Deed.RECEIVED))
    if agent == "others" or (agent == "they" and _is_ours(receiver)):
        sure = _is_ours(receiver)
        return frozenset((Deed.RECEIVED,) if sure else (Deed.RECEIVED, Deed.SPREAD))
    if _is_ours(agent):
        return frozenset((Deed.SENT,))
    if not passive or not receiver:
        return frozenset()
    return frozenset((Deed.SENT if receiver == "others" else Deed.RECEIVED,))


def _passed(agent: str, receiver: str, passive: bool) -> Deeds:
    if agent == "others":
        return frozenset((Deed.SPREAD,))
    if _is_ours(agent):
        return frozenset((Deed.PASSED_ON,))
    if passive and _is_ours(receiver):
        return frozenset((Deed.RECEIVED,))
    return frozenset((Deed.SPREAD, Deed.PASSED_ON))


def _received(agent: str, _receiver: str, _passive: bool) -> Deeds:
    return frozenset((Deed.SENT if agent == "others" else Deed.RECEIVED,))


def _asked(agent: str, receiver: str, passive: bool) -> Deeds:
    if passive:
        return frozenset((Deed.ASKED if receiver == "others" else Deed.WAS_ASKED,))
    if agent == "others" or agent in ("", "they"):
        return frozenset((Deed.WAS_ASKED,))
    if agent == "ours" or receiver:
        both = agent != "ours" and receiver not in ("", "others", agent)
        return frozenset((Deed.ASKED, Deed.WAS_ASKED) if both else (Deed.ASKED,))
    return frozenset((Deed.ASKED, Deed.WAS_ASKED))


_MEANT = {"sent": _sent, "passed": _passed, "received": _received, "asked": _asked}
