"""The one live shelf of answers of this process, opened when it is first asked for."""

from __future__ import annotations

from functools import lru_cache

from waymark.content.shelf import Shelf
from waymark.settings import settings


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The live answers. Raises `Unreadable` if there is no good content at all."""
    return Shelf(settings().content)
