"""Replaces what has a pattern and identifies somebody: links, numbers, postcodes, handles.

Names and places in running text need more than patterns and are not found here. Until
they are, conversations are kept in memory only and nothing a parent types is written.
"""

from __future__ import annotations

import re

_KINDS = {
    "link": r"(?:https?://|www\.)\S+",
    "email": r"[\w.+-]+@[\w-]+\.[\w.-]+",
    "handle": r"(?<!\w)@\w[\w.]{2,}",
    "phone": r"(?<![\w£])(?:\+44|0044|0)[\s-]?\d(?:[\s-]?\d){7,10}\b",
    "nhs number": r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b",
    "postcode": r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b",
    "date of birth": r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b",
}
_PATTERNS = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS.items()]


def redact(text: str) -> str:
    """The text with each such item replaced by its kind: `[phone]`."""
    for kind, pattern in _PATTERNS:
        text = pattern.sub(f"[{kind}]", text)
    return text
