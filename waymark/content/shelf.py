"""The answers that are live: read again when staff change a file, the last good ones kept."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from waymark.content.library import Library, files, load
from waymark.content.reading import Unreadable

logger = logging.getLogger(__name__)

EVERY_SECONDS = 2.0
Stamp = tuple[tuple[str, int, int], ...]


class Shelf:
    """Holds the live library. A broken file never reaches a parent and never stops us.

    Raises `Unreadable` only when made, if there is no good content to begin with.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamp = self._look()
        self._library = load(root)
        self._looked = time.monotonic()
        self.complaints: list[str] = []

    @property
    def library(self) -> Library:
        """The newest content that could be read."""
        if time.monotonic() - self._looked >= EVERY_SECONDS:
            self._looked = time.monotonic()
            self._refresh()
        return self._library

    def _refresh(self) -> None:
        stamp = self._look()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._library = load(self._root)
            self.complaints = []
            logger.info("content read again: %d answers", len(self._library.answers))
        except (Unreadable, OSError) as error:
            self.complaints = str(error).splitlines()
            logger.error("content not read again, the last good one stays:\n%s", error)  # noqa: TRY400

    def _look(self) -> Stamp:
        found = []
        for file in files(self._root):
            try:
                status = file.stat()
            except FileNotFoundError:  # saved by an editor that replaces files
                continue
            found.append((str(file), status.st_mtime_ns, status.st_size))
        return tuple(found)
