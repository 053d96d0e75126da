"""A change of mind before a question: "actually forget that, what about school".

Only the question says what is wanted now; with the words before it, it is read as neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SOFT = r"(?:(?:ok(?:ay)?|right|actually|no|well|so|oh|um+|wait|sorry|hang on|anyway)[\s,.!:-]+)*"
_THAT = (
    r"(?:about |all )?(?:that|it|this|what i (?:just )?(?:said|asked|wrote|put)|"
    r"the (?:last|other) (?:one|question|thing|bit))"
)
_LEAD = re.compile(
    rf"^{_SOFT}(?:"
    rf"(?:let'?s |just )?(?:forget|scrap|ignore|leave|drop|never ?mind|skip|stuff|park) {_THAT}(?: for (?:now|a (?:minute|moment|sec)))?"
    r"|(?:never ?mind|forget) (?:about )?(?:the |my |all the )?\w+(?: \w+)?(?=\s*[,.;:-])"
    r"|(?:i(?:'ve| have)? )?changed my mind"
    r"|(?:a |an |one )?(?:completely |totally )?(?:different|another|new|other|separate|next|quick) (?:question|thing|one|topic|subject)"
    r"|(?:change|changing) (?:of )?(?:the )?(?:subject|topic)"
    r"|(?:i(?:'ve| have) )?got (?:a|another) (?:different |new )?question"
    rf")(?: (?:now|then|please|instead))*\s*(?:[,.;:!?-]+|(?=\s(?:and|but|what|how|can|could|is|are|do|does|should|will|where|who|why|when|tell|instead)\b))"
    r"\s*(?:(?:and|but|so|instead|now|then|ok)\s+)*",
    re.IGNORECASE,
)
FEWEST_WORDS = 2


def rest(text: str) -> str:
    """What is asked after a change of mind; the whole text where nothing is taken back."""
    match = _LEAD.match(text)
    asked = text[match.end():].strip() if match else ""
    return asked if len(asked.split()) >= FEWEST_WORDS else text


def pieces(text: str, sentences: Sequence[str]) -> list[str]:
    """The sentences of a text without what was taken back."""
    asked = rest(text)
    if asked == text:
        return list(sentences)
    kept = [rest(sentence) for sentence in sentences]
    return [sentence for sentence in kept if sentence in asked]
