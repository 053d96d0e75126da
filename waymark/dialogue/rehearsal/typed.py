"""What typed words mean in a rehearsal. Only short, plain words are taken for a move.

A frightened story may hold the same words ("she is crying"); it must reach the answers
and the urgent help, never be played with.
"""

from __future__ import annotations

import re

from waymark.content.starter import Situation
from waymark.nlu import mentions

LONGEST_MOVE = 9
"""A message of more words than this tells something; it is no choice."""

_SERIOUS = re.compile(
    r"\b(?:die|dying|dead|death|kill\w*|suicid\w*|hurt\w*|harm\w*|cut\w*|overdos\w*|threat\w*|"
    r"blackmail\w*|money|pay|paid|police|999|help|missing|gone|adult|stranger)\b"
)
_REACTIONS = {
    "looked_at_phone": r"\b(?:looked|been|went|gone|going|read|reading|checked|checking)\b.*"
    r"\b(?:phone|messages|tablet|ipad|stuff|chats?)|snoop|spying|privacy|"
    r"^(?:my|her|his|their|the) phone$|^phone$|trust",
    "everyone_does_it": r"every ?(?:one|body)|\ball (?:do|doing|of them)|(?:it'?s|its|is) normal|"
    r"^normal$|no big deal|not a big deal",
    "anger": r"\bang(?:er|ry)\b|\bmad\b|shout|scream|yell|\bslam|kick off|furious|\bswear|storm|"
    r"\brag(?:e|ing)\b|explode|go (?:mental|off on one)|lose (?:it|her|his|their)|\bcross\b",
    "tears": r"\bcr(?:y|ies|ying)\b|\btears?\b|\bsob|\bweep|\bupset\b|break down|in bits",
    "silence": r"\bnothing\b|silen|\bquiet|clam up|shut(?:s)? down|\bshrug|blank|"
    r"(?:not|n'?t|never) (?:say|talk|speak|answer)|\bignor|walk (?:off|out|away)|goes to (?:her|his)",
}
_PLACES = {
    "1": 0, "one": 0, "first": 0, "1st": 0, "a": 0, "top": 0, "2": 1, "two": 1, "second": 1,
    "2nd": 1, "b": 1, "3": 2, "three": 2, "third": 2, "3rd": 2, "c": 2, "4": 3, "four": 3,
    "fourth": 3, "4th": 3, "d": 3, "5": 4, "five": 4, "fifth": 4, "5th": 4, "e": 4, "6": 5,
    "six": 5, "sixth": 5, "7": 6, "seven": 6, "8": 7, "eight": 7, "last": -1, "bottom": -1,
}
_PLACE = re.compile(
    r"(?:(?:i(?:'?d| would|'?ll| will)?|let'?s|probably|maybe|um+|well|ok) )*"
    r"(?:(?:say|pick|choose|try|take|do|go (?:with|for)|think) )?(?:the )?"
    r"(?:(?:option|number|reply|answer|choice) )?(?P<place>" + "|".join(_PLACES) + r")"
    r"(?: (?:one|reply|option|answer))?(?: (?:please|pls|then|i think|probably))*"
)
_COMMANDS = {
    "stop": r"(?:please |ok |can we |i want to |i'?d like to |let'?s )*(?:stop|quit|exit|finish|end)"
    r"(?: (?:it|this|here|now|there|please|the practi[sc]e|practi[sc]ing|the rehearsal|the role ?play))*|"
    r"(?:ok |right )?(?:that'?s |thats |i'?ve had )?(?:enough|it for now|all for now)"
    r"(?: (?:now|thanks|thank you|for now|for today|please))*|i'?m done|done|no more|leave it there",
    "close": r".*\b(?:how (?:do|should|would|can|to) (?:i )?(?:end|finish|close)|end(?:ing)? the talk|"
    r"wrap (?:it )?up)\b.*",
    "take_away": r".*\b(?:take ?-?away|summary|what to (?:keep|remember)|what not to say)\b.*",
    "other_talk": r".*\b(?:different|another|other|wrong|change the) (?:talk|situation|one to practi[sc]e)\b.*",
    "other_age": r".*\b(?:different|another|other|wrong|change the) age\b.*",
    "carry_on": r"(?:ok |yes |please |let'?s |can we )*(?:carry|keep|go) (?:on|going)(?: .*\bpracti[sc]ing)?|"
    r"continue|resume|back to (?:it|practi[sc]ing|the practi[sc]e)",
    "another": r"(?:ok |yes |can we |let'?s |try )*(?:do |try )?(?:another|next|a different|the next)"
    r"(?: (?:one|reaction|go))?(?: please)?",
}
_PLAIN_SITUATIONS = {
    Situation.SPECIAL_NEEDS.value: r"special|needs|\bsend?\b",
    Situation.BEFORE.value: r"\bbefore\b|nothing|not yet|hasn'?t",
    Situation.ASKING.value: r"\bask(?:ed|ing|s)?\b|pester",
    Situation.AFTER.value: r"\bafter\b|happened|already|\bsent\b",
}
_SITUATIONS = {
    Situation.SPECIAL_NEEDS.value: r"special needs|\bsen child|autis|\basd\b|\badhd\b|"
    r"learning (?:disab|diffic|needs)|additional needs|disabilit|down'?s syndrome|\behcp\b",
    Situation.BEFORE.value: r"before (?:anything|something|it|there)|nothing(?:'?s| has)? happened|"
    r"n'?t happened|just in case",
    Situation.ASKING.value: r"asking for|asking (?:girls|boys|people|someone|other)|"
    r"(?:he|she|they)(?:'?s| has| is|'?ve)? (?:been )?ask(?:ed|ing)|shar(?:ed|ing) (?:some|a )|passed it on",
    Situation.AFTER.value: r"(?:has|'s|already|what|it) happened|about the (?:picture|pic|photo|nude)|"
    r"(?:he|she|they)(?:'?s| has|'?ve)? sent",
}
_LEAD = re.compile(
    r"(?:(?:so|well|ok|um+|maybe|perhaps|probably) )*(?:i(?:'?d| would|'?ll| will|'?m going to)"
    r"(?: (?:just|probably|maybe|then|always|try to))* (?:say|"
    r"(?:tell|ask) (?:her|him|them|my (?:son|daughter|child|kid|girl|boy|lad))|hug|give|let|sit|"
    r"stay|listen|apologi[sz]e)\b|something like\b|[\"'“‘])"
)
_TO_CHILD = re.compile(
    r"\b(?:you|your|you'?re|you'?ve|you'?ll|u|ur|yourself|sweetheart|darling|mate|we'?ll)\b|"
    r"^(?:i'?m (?:not|here|sorry|glad|so)|i love|come here|it'?s ok|thank)"
)
_OF_CHILD = re.compile(
    r"\b(?:she|he|they|her|him|them|his|their|my (?:\w+ )?(?:son|daughter|child|kid|girl|boy|lad))\b"
)
_TO_US = re.compile(
    r"\b(?:can|could|do|are|will|would|did) (?:you|u) (?:please )?(?:help|explain|mean|tell me|show|"
    r"say|real|a |an |keep|store|know|understand|give|human)|what (?:do|does|did) (?:you|that|this) mean|"
    r"i (?:don'?t|dont|do not) (?:get|understand|know)|are you (?:sure|there)"
)
_QUESTION = re.compile(
    r"\?|^(?:and |but |so )?(?:what|how|should|can|could|is|does|will|where|who|why|when|am) "
)


def plain(words: str) -> str:
    """The words in lower case with straight quotes, without outer signs."""
    folded = " ".join(words.lower().replace("’", "'").split())
    return folded.strip(" .!,;:…")


def command(words: str) -> str | None:
    """The button that these words stand for at any step: `stop`, `close`, `another`, ..."""
    said = plain(words)
    if not _is_short(said):
        return None
    return next((name for name, form in _COMMANDS.items() if re.fullmatch(form, said)), None)


def chosen_place(words: str) -> int | None:
    """The place in a list that "2", "the first one" or "last" means; -1 is the last."""
    match = _PLACE.fullmatch(plain(words))
    return _PLACES[match["place"]] if match else None


def reaction(words: str) -> str | None:
    """The reaction of a child that these words name; of several, the one named first."""
    said = plain(words)
    if not _is_short(said) or _QUESTION.search(said):
        return None
    found = [(match.start(), name) for name, form in _REACTIONS.items()
             if (match := re.search(form, said))]
    return min(found)[1] if found else None


def situation(words: str, *, asked: bool) -> str | None:
    """The situation that these words name. `asked`: we asked for it, so one word is enough."""
    said = plain(words)
    for forms in (_SITUATIONS, _PLAIN_SITUATIONS)[:1 + (asked and _is_short(said))]:
        for name, form in forms.items():
            if re.search(form, said):
                return name
    return None


def years(words: str) -> int | None:
    """The age told when we asked for one, of a child or of somebody older."""
    below = re.search(r"\b(?:under|below|younger than|not yet) (\d{1,2})\b", plain(words))
    if below:
        return int(below.group(1)) - 1
    found = mentions.ages(words) or mentions.ages(f"aged {plain(words)}")
    if found:
        return int(found[0].value)
    number = re.search(r"\b\d{1,3}\b", words)
    return int(number.group()) if number else None


def copies(words: str, reply: str) -> bool:
    """Whether the parent typed (a piece of) this reply instead of pressing its button."""
    said = plain(words).strip("\"'“”")
    return len(said.split()) >= 3 and said in plain(reply)


def own_reply(words: str, *, answered: bool) -> bool:
    """Whether these are words to the child. `answered`: we have a sure answer to them.

    In doubt it is a question to us, and that gets its answer.
    """
    said = " ".join(words.lower().replace("’", "'").split())
    if _LEAD.match(said):
        return True
    if not _TO_CHILD.search(said) or _TO_US.search(said):
        return False
    return not answered or not (_OF_CHILD.search(said) or _QUESTION.search(said))


def afresh(words: str) -> bool:
    """Whether the parent wants to begin another rehearsal, not the one that was left."""
    return bool(re.search(r"\b(?:another|different|new|other|afresh|begin|start)\b", plain(words)))


def is_brief(words: str) -> bool:
    """Whether a message is so short and plain that it answers what we just asked."""
    said = plain(words)
    return len(said.split()) <= 6 and not _SERIOUS.search(said) and not _QUESTION.search(words)


def _is_short(said: str) -> bool:
    return len(said.split()) <= LONGEST_MOVE and not _SERIOUS.search(said)
