"""The words by which `roles` knows who is meant, and what was done."""

from __future__ import annotations

import re

GIRL = r"daughter|girl|lass(?:ie)?|niece|granddaughter|stepdaughter|sister|goddaughter"
BOY = r"son|boy|lad(?:die)?|nephew|grandson|stepson|brother|godson"
OURS = re.compile(
    rf"\b(?:(?:my|our|own)\s+(?:\w+\s+)?(?:{GIRL}|{BOY}|child|kid|bairn|wean|teen\w*|eldest|"
    r"youngest|\d+\s?yo?)|d[ds]\s?\d*|mine)\b"
)
OTHERS = re.compile(
    rf"\b(?:some(?:one|body)|every(?:one|body)|people|strangers?|others|"
    rf"(?:the\s+)?(?:other|all the|these|those)\s+(?:\w+\s+)?(?:{GIRL}|{BOY}|kid|child|pupil|one)(?:s|ren)?|"
    rf"(?:a|an|another|the|this|that|some|one of the|two)\s+(?:\w+\s+)?(?:{GIRL}|{BOY}|kid|child|"
    r"friend|mate|pupil|man|woman|bloke|adult|class|ex|girlfriend|boyfriend)s?|"
    r"(?:his|her|their|my (?:son|daughter)'?s?)\s+(?:\w+\s+)?(?:girlfriend|boyfriend|gf|bf|ex|"
    r"friend|mate|class|team)(?:mate)?s?)\b"
)
PRONOUN = re.compile(r"\b(?:he|him|she|her|they|them)\b(?:'(?:s|d|ve|re))?")
WHO = re.compile("|".join(f"(?P<{name}>{form.pattern})" for name, form in
                           (("ours", OURS), ("others", OTHERS), ("pronoun", PRONOUN))))
VERB = re.compile(
    r"\b(?P<passed>pass(?:ed|es|ing)?\b(?:\s\w+){0,2}?\s(?:on|round|around|about)\b|forward(?:ed|ing|s)?\b|"
    r"(?:sen[dt]|show(?:ed|n|ing)?)\s(?:it|them|that|one|the \w+)\s(?:on|round|around)\b|"
    r"sen[dt](?:ing)?\son(?=\sto\b|$)|shar(?:ed|es|ing)\b|spread(?:ing)?\b|leaked\b)|"
    r"\b(?P<received>rec[ei]+ve?d?\b|rec(?:ei|ie|i)v\w*|got\s(?:it|one|them|that)\b|had\sit\ssent)|"
    r"\b(?P<asked>ask(?:ed|ing|s)?)\b|\b(?P<sent>sen[dt](?:ing|s)?|took|taken)\b"
)
THING = (
    r"(?:it|ones?|them|that|those|these|anything|nothing|some|more|lots|loads|many|several|two|three|"
    r"(?:(?:the|a|an|his|her|their|that|this|of) )*(?:\w+ )?(?:pic|picture|photo|image|nude|video|snap|selfie)s?)\b"
)
AFTER = {
    "sent": rf"(?:{THING}|(?:to|from|by|off|via|round|around|who|first|too|himself|herself)\b|$)",
    "asked": rf"(?:for (?:{THING}|$)|to(?: (?:send|take|show|share)\b|$)|by\b|$)",
}
"""What may follow, so that other things that are sent or asked for are left out."""

NOT_IT = re.compile(
    r"\b(?:i|we|us|me|home|hospital|room|bed|prison|court|mum|dad|teacher|police|help|"
    r"advice|back)\b"
)
"""Signs that something else was done, or by somebody else."""

PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|gets|get|getting|he's|she's)\s+(?:only|just|actually|both|the one)?\s*"
    r"(?:being\s+)?$"
)
NOT = re.compile(
    r"\b(?:do|did|does|has|have|had|is|are|was|were|wo|would|ca|could|ai)n'?t\b|\bnot\b|"
    r"\bnever\b|\bno ?(?:body|one)\b|\bnone of\b"
)
NOT_WHO = re.compile(r",?\s*\bnot (?:him|her|them|me|my \w+)\b,?")
"""Who it was not says nothing of what was not done: "it was her, not him, who sent it"."""

CLAUSE = re.compile(
    r"[,;.!]+\s*|\s+but\s+|"
    r"\s+(?:and|then)\s+(?=(?:then\s+)?(?:he|she|they|it|pass|forward|shar|sent|show)\w*\b)|"
    r"\s+(?=not\s+(?:sent|sending|received?|asked)\b)|"
    # "He didn't send it he was sent it", but not "I don't think he was sent it".
    r"(?<!think)(?<!thought)(?<!believe)(?<!reckon)(?<!say)(?<!said)(?<!sure)(?<!that)(?<!mean)"
    r"(?<!know)(?<!if)(?<!who)(?<!what)(?<!true)"
    r"\s+(?=(?:he|she|they)(?:'s|'d|'ve)?\s+(?:has|have|was|were|is|only|just|got|sent|did|never|"
    r"forwarded|shared|passed|rec\w+|asked|been)\b)"
)
MANY = re.compile(r"\b(?:friends|mates|people|everyone|everybody|others|class|group|chat|lads|girls|kids)\b")
OWN = re.compile(r"\b(?:her|him|them|their)(?:self|selves)\b")
