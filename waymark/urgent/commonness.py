"""How little a word says: patterns are looked up by their rarer words."""

from __future__ import annotations

COMMON = frozenset((
    "a", "about", "after", "all", "an", "and", "are", "at", "be", "been", "but", "by", "can", "do",
    "does", "for", "from", "get", "go", "had", "has", "have", "he", "her", "him", "his", "how", "i",
    "if", "in", "is", "it", "me", "my", "no", "not", "now", "of", "on", "or", "our", "out", "she",
    "so", "that", "the", "their", "them", "then", "there", "they", "this", "to", "up", "us", "was",
    "we", "what", "when", "who", "will", "with", "would", "you", "your",
))
"""Words that say little of what a sentence is about."""


def commonness(words: frozenset[str]) -> int:
    """How often one of these words may be expected in a sentence, roughly."""
    return len(words) + 100 * len(words & COMMON)
