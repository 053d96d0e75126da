"""Content that is live: read again when staff change a file, the last good one kept."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from waymark.content.library import Library, files, load
from waymark.content.reading import Unreadable

logger = logging.getLogger(__name__)

EVERY_SECONDS = 2.0
Stamp = tuple[tuple[str, int, int], ...]
Thing = TypeVar("Thing")


class Reloaded(Generic[Thing]):
    """Holds what was read from files, and reads it again when one of them changes.

    A broken file never reaches a parent and never stops us. Raises `Unreadable` only when
    made, if there is no good content to begin with.
    """

    def __init__(
        self, root: Path, read: Callable[[Path], Thing], files: Callable[[Path], Iterable[Path]]
    ) -> None:
        self._root, self._read, self._files = root, read, files
        self._stamp = self._look()
        self._good = read(root)
        self._looked = time.monotonic()
        self.complaints: list[str] = []

    @property
    def current(self) -> Thing:
        """The newest that could be read."""
        if time.monotonic() - self._looked >= EVERY_SECONDS:
            self._looked = time.monotonic()
            self._refresh()
        return self._good

    def _refresh(self) -> None:
        stamp = self._look()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._good = self._read(self._root)
            self.complaints = []
            logger.info("content read again: %s", type(self._good).__name__)
        except (Unreadable, OSError) as error:
            self.complaints = str(error).splitlines()
            logger.error("content not read again, the last good one stays:\n%s", error)  # noqa: TRY400

    def _look(self) -> Stamp:
        found = []
        for file in self._files(self._root):
            try:
                status = file.stat()
            except FileNotFoundError:  # saved by an editor that replaces files
                continue
            found.append((str(file), status.st_mtime_ns, status.st_size))
        return tuple(found)


class Shelf(Reloaded[Library]):
    """The live library of answers, services and starters."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, load, files)

    @property
    def library(self) -> Library:
        """The newest content that could be read."""
        return self.current
