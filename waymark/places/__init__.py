"""From what a parent types about where they live to the authority that can help them.

`find("we're just outside Crewe")` gives a `Found`. Stands on the ground: nothing of Rasa, of
Django or of the other packages is used here, and nothing that was typed is kept.
"""

from __future__ import annotations

from waymark.places.authority import Authority, authorities
from waymark.places.finder import find, warm
from waymark.places.found import Candidate, Found, Outcome, Reason

__all__ = ["Authority", "Candidate", "Found", "Outcome", "Reason", "authorities", "find", "warm"]
