"""What a person typed, made safe to read: no links, no control signs, no commands, no flood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 2000
"""Letters read of one message; a story longer than this says its need before."""

TOO_LONG = "Your message was long, so I read only the first part of it."
LINK = (
    "Please do not send links or pictures here. I have not kept the link. If it leads to a "
    "picture of a child, do not open it or pass it on."
)

_LINK = re.compile(
    r"(?:https?://|ftp://|www\.)\S+|\b[\w.-]+\.(?:com|co\.uk|org|net|gg|ly|me|io|tv|uk)/\S+",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,200}>")
_KEPT = "\n"


@dataclass(frozen=True)
class Incoming:
    """A cleaned message, and what the person should be told about it."""

    text: str
    notes: tuple[str, ...] = ()


def clean(raw: str) -> Incoming:
    """Clean a message.

    Null bytes, control and direction signs and tags go; links go before anything else can
    read them; a leading slash goes, so that a typed `/intent{...}` is only words.
    """
    notes = []
    if len(raw) > LONGEST:
        raw, notes = raw[:LONGEST], [TOO_LONG]
    text = "".join(sign for sign in unicodedata.normalize("NFC", raw) if _is_readable(sign))
    if _LINK.search(text):
        text = _LINK.sub(" ", text)
        notes.append(LINK)
    text = _TAG.sub(" ", text)
    text = "\n".join(" ".join(line.split()) for line in text.splitlines())
    return Incoming(text.strip().lstrip("/\\ ").strip(), tuple(notes))


def _is_readable(sign: str) -> bool:
    return sign in _KEPT or sign == "\t" or unicodedata.category(sign) not in (
        "Cc", "Cf", "Cs", "Co", "Cn")
