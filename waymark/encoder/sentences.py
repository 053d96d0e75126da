"""Turns texts into vectors with the encoder on disk; remembers what it has seen."""

from __future__ import annotations

import ctypes
import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from waymark.encoder.packages import ENCODERS, ModelError, identity, is_complete

BATCH = 32
LONGEST = 256
Progress = Callable[[int, int], None]


class SentenceEncoder:
    """One encoder, loaded. `encode` gives float32, texts x width, each row of length one.

    Texts stay in memory: nothing here writes them anywhere or asks anybody.
    """

    def __init__(self, name: str, folder: Path, *, threads: int, exact: bool = False) -> None:
        if name not in ENCODERS:
            raise ModelError(f"no encoder {name!r}: choose one of {', '.join(ENCODERS)}")
        place = folder / name
        file = place / ("model.onnx" if exact else "model-8bit.onnx")
        if not is_complete(place, identity(ENCODERS[name])) or not file.is_file():
            raise ModelError(f"the encoder {name} of this version is not in {folder}: run `make setup`")
        self.name = name
        self.identity = f"{name}-{file.stem}-{(place / 'complete').read_text()[:16]}"
        self._padding = ENCODERS[name].padding
        self._tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
        give_back_memory()

    @property
    def width(self) -> int:
        return int(self._session.get_outputs()[0].shape[1])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> np.ndarray:
        """The vectors of some texts. Texts of like length go together, to waste no padding."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        vectors = np.zeros((len(texts), self.width), np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self._run([tokens[i] for i in batch])
            if progress:
                progress(min(start + BATCH, len(order)), len(order))
        return vectors

    def _run(self, tokens: list[list[int]]) -> np.ndarray:
        longest = max(map(len, tokens))
        ids = np.full((len(tokens), longest), self._padding, np.int64)
        mask = np.zeros_like(ids)
        for row, some in enumerate(tokens):
            ids[row, : len(some)] = some
            mask[row, : len(some)] = 1
        result: np.ndarray = self._session.run(
            None, {"input_ids": ids, "attention_mask": mask}
        )[0]
        return result


class JoinedEncoder:
    """Several encoders side by side: their vectors end to end, in the order of the names.

    Each reads a text in its own way; where one stumbles another often does not.
    """

    def __init__(self, names: Sequence[str], folder: Path, *, threads: int) -> None:
        # Only the first has threads of its own: two pools that spin on the same cores make
        # each message twice as slow (41 ms against 20 for thirty words on two cores).
        self._encoders = [
            SentenceEncoder(name, folder, threads=1 if place else threads)
            for place, name in enumerate(names)
        ]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """As `SentenceEncoder.encode`; rows have the length of the root of their number."""
        return np.concatenate([encoder.encode(texts) for encoder in self._encoders], axis=1)

    def encode_once(
        self, texts: Sequence[str], cache: VectorCache, progress: Progress | None = None
    ) -> np.ndarray:
        """As `encode`, through the cache, for training."""
        each = [cache.encode(encoder, texts, progress) for encoder in self._encoders]
        return np.concatenate(each, axis=1)


def give_back_memory() -> None:
    """Return what loading left unused (some 50 MB) to the machine, where glibc can."""
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):  # another C library: nothing is lost but memory
        return


class VectorCache:
    """Vectors of training questions on disk, by hash of encoder and text.

    It makes retraining after one edited answer take seconds. It holds no text, and only
    training questions pass through it: a parent's message never does.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path

    def encode(
        self, encoder: SentenceEncoder, texts: Sequence[str], progress: Progress | None = None
    ) -> np.ndarray:
        """As `SentenceEncoder.encode`, for the price of the texts not seen before."""
        keys = [self._key(encoder.identity, text) for text in texts]
        with sqlite3.connect(self._path) as base:
            base.execute("create table if not exists vectors (key blob primary key, vector blob)")
            known = self._known(base, keys)
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            if new:
                vectors = encoder.encode(list(new.values()), progress)
                known |= dict(zip(new, vectors, strict=True))
                rows = [(key, known[key].astype(np.float32).tobytes()) for key in new]
                base.executemany("insert or replace into vectors values (?, ?)", rows)
        return np.stack([known[key] for key in keys]) if keys else np.zeros((0, encoder.width))

    @staticmethod
    def _key(identity: str, text: str) -> bytes:
        return hashlib.sha256(f"{identity}\0{text}".encode()).digest()

    @staticmethod
    def _known(base: sqlite3.Connection, keys: list[bytes]) -> dict[bytes, np.ndarray]:
        known = {}
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            marks = ",".join("?" * len(some))
            query = f"select key, vector from vectors where key in ({marks})"  # noqa: S608
            for key, blob in base.execute(query, some):
                known[key] = np.frombuffer(blob, np.float32)
        return known
