"""The urgent help gate: finds danger in every message, by rules that staff write and test."""
