"""Who did what, as a short correction says it: "she was sent it, she didn't send it".

Only plain words of a few forms are read. Whatever else is said is nobody's deed here, so
that nothing is guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Deed(str, Enum):
    """What happened, seen from the parent's child. `SPREAD`: others passed on its picture."""

    PASSED_ON = "passed_on"
    SPREAD = "spread"
    SENT = "sent"
    RECEIVED = "received"
    WAS_ASKED = "was_asked"
    ASKED = "asked"


Deeds = frozenset[Deed]

_GIRL = r"daughter|girl|lass(?:ie)?|niece|granddaughter|stepdaughter|sister|goddaughter"
_BOY = r"son|boy|lad(?:die)?|nephew|grandson|stepson|brother|godson"
_OURS = re.compile(
    rf"\b(?:(?:my|our|own)\s+(?:\w+\s+)?(?:{_GIRL}|{_BOY}|child|kid|bairn|wean|teen\w*|eldest|"
    r"youngest|\d+\s?yo?)|d[ds]\s?\d*|mine)\b"
)
_OTHERS = re.compile(
    rf"\b(?:some(?:one|body)|every(?:one|body)|people|strangers?|others|"
    rf"(?:the\s+)?(?:other|all the|these|those)\s+(?:\w+\s+)?(?:{_GIRL}|{_BOY}|kid|child|pupil|one)(?:s|ren)?|"
    rf"(?:a|an|another|the|this|that|some|one of the|two)\s+(?:\w+\s+)?(?:{_GIRL}|{_BOY}|kid|child|"
    r"friend|mate|pupil|man|woman|bloke|adult|class|ex|girlfriend|boyfriend)s?|"
    r"(?:his|her|their|my (?:son|daughter)'?s?)\s+(?:\w+\s+)?(?:girlfriend|boyfriend|gf|bf|ex|"
    r"friend|mate|class|team)(?:mate)?s?)\b"
)
_PRONOUN = re.compile(r"\b(?:he|him|she|her|they|them)\b(?:'(?:s|d|ve|re))?")
_WHO = re.compile("|".join(f"(?P<{name}>{form.pattern})" for name, form in
                           (("ours", _OURS), ("others", _OTHERS), ("pronoun", _PRONOUN))))
_VERB = re.compile(
    r"\b(?P<passed>pass(?:ed|es|ing)?\b(?:\s\w+){0,2}?\s(?:on|round|around|about)\b|forward(?:ed|ing|s)?\b|"
    r"(?:sen[dt]|show(?:ed|n|ing)?)\s(?:it|them|that|one|the \w+)\s(?:on|round|around)\b|"
    r"sen[dt](?:ing)?\son(?=\sto\b|$)|shar(?:ed|es|ing)\b|spread(?:ing)?\b|leaked\b)|"
    r"\b(?P<received>rec[ei]+ve?d?\b|rec(?:ei|ie|i)v\w*|got\s(?:it|one|them|that)\b|had\sit\ssent)|"
    r"\b(?P<asked>ask(?:ed|ing|s)?)\b(?!\s(?:me|us|if|why|about|what|the school|(?:her|his|their|my) "
    r"(?:mum|dad|teacher|school)|for (?:help|advice|it back))\b)|"
    r"\b(?P<sent>sen[dt](?:ing|s)?|(?:took|taken)(?=\s(?:it|one|them|that|(?:the|a) (?:pic|photo)\w*)\b))\b"
)
_NOT_IT = re.compile(
    r"\b(?:i|we|home|letters?|e-?mails?|messages?|texts?|links?|money|hospital|room|bed|prison|court|"
    r"report|not to|n't to|help|us|me)\b"
)
"""Signs that something else was sent or asked for than a picture, or by somebody else."""

_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|gets|get|getting|he's|she's)\s+(?:only|just|actually|both|the one)?\s*"
    r"(?:being\s+)?$"
)
_NOT = re.compile(
    r"\b(?:do|did|does|has|have|had|is|are|was|were|wo|would|ca|could|ai)n'?t\b|\bnot\b|"
    r"\bnever\b|\bno ?(?:body|one)\b|\bnone of\b"
)
_NOT_WHO = re.compile(r",?\s*\bnot (?:him|her|them|me|my \w+)\b,?")
"""Who it was not says nothing of what was not done: "it was her, not him, who sent it"."""

_CLAUSE = re.compile(
    r"[,;.!]+\s*|\s+but\s+|"
    r"\s+(?:and|then)\s+(?=(?:then\s+)?(?:he|she|they|it|pass|forward|shar|sent|show)\w*\b)|"
    r"\s+(?=not\s+(?:sent|sending|received?|asked)\b)|"
    # "He didn't send it he was sent it", but not "I don't think he was sent it".
    r"(?<!think)(?<!thought)(?<!believe)(?<!reckon)(?<!say)(?<!said)(?<!sure)(?<!that)(?<!mean)"
    r"(?<!know)(?<!if)(?<!who)(?<!what)(?<!true)"
    r"\s+(?=(?:he|she|they)(?:'s|'d|'ve)?\s+(?:has|have|was|were|is|only|just|got|sent|did|never|"
    r"forwarded|shared|passed|rec\w+|asked|been)\b)"
)
_MANY = re.compile(r"\b(?:friends|mates|people|everyone|everybody|others|class|group|chat|lads|girls|kids)\b")
_OWN = re.compile(r"\b(?:her|him|them|their)(?:self|selves)\b")


@dataclass(frozen=True)
class Told:
    """What a correction says was done, and what it says was not.

    Of several `done` deeds one is meant, and the words do not say which.
    """

    done: Deeds = frozenset()
    denied: Deeds = frozenset()


def sex(texts: Sequence[str]) -> str:
    """Whether earlier words call the child `she` or `he`; nothing where they say both or neither."""
    found = {name for text in texts for name, words in (("she", _GIRL), ("he", _BOY))
             if re.search(rf"\b(?:my|our)\s+(?:\w+\s+)?(?:{words})\b|"
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
    for clause in filter(None, _CLAUSE.split(_NOT_WHO.sub(" ", words))):
        negative = bool(_NOT.search(clause))
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
    verb = _VERB.search(clause)
    if verb is None or _NOT_IT.search(clause):
        return frozenset(), _who(clause, child, last=True) or earlier
    before, after = clause[:verb.start()], clause[verb.end():]
    passive = bool(_PASSIVE.search(before)) and not verb.group().endswith("ing")
    act = next(name for name, found in verb.groupdict().items() if found)
    subject, target = _who(before, child, last=True), _who(after, child)
    if not before.strip(" '") or re.fullmatch(r"(?:\W|only|just|then|and|also)*", before):
        subject = subject or earlier
    if act == "passed" and _OWN.search(clause) and not re.search(r"\bon\b|\bround\b", verb.group()):
        act = "sent"  # "she shared it herself"
    if act == "sent" and _MANY.search(after) and (_is_ours(subject) or passive):
        first = Deed.SPREAD if passive else Deed.SENT  # "it was sent to everyone"
        return frozenset((first, Deed.PASSED_ON)), subject
    if passive and act != "received":
        by = re.search(r"\bby\s(.*)", after)
        agent = _who(by.group(1), child) if by else ""
        receiver = subject or _who(after[:by.start()] if by else after, child)
        return _MEANT[act](agent, receiver, True), subject
    return _MEANT[act](subject, target, False), subject


def _who(words: str, child: str, *, last: bool = False) -> str:
    """`ours`, `others`, or `he`, `she`, `they` where it is not known whose child that is."""
    found = list(_WHO.finditer(words))
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
