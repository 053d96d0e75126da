"""The encoder: the network we write is the one that was published, and stays exact in eight bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from waymark.encoder.network import relative_buckets
from waymark.encoder.packages import ENCODERS, SPACY, ModelError, _expect, is_complete
from waymark.encoder.sentences import JoinedEncoder, SentenceEncoder, VectorCache
from waymark.settings import settings

# The vectors that PyTorch 2.13 and transformers 5.23 give for these texts.
REFERENCE = np.load(Path(__file__).parent / "reference.npz")
TEXTS = [
    "is it illegal",
    "my son sent a pic to his girlfriend and now the whole year has it what do i do, i am so "
    "worried about him and he won't talk to me at all. school hasnt called yet",
    "hi",
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder("mpnet", settings().models_folder, threads=2)


def test_eight_bits_agree_with_the_published_network(encoder: SentenceEncoder) -> None:
    """The eight-bit network gives the published vectors, to a cosine of 0.999."""
    cosines = (encoder.encode(TEXTS) * REFERENCE["mpnet"]).sum(axis=1)
    assert cosines.min() > 0.999, cosines


def test_both_encoders_agree_with_what_was_published() -> None:
    """Joined, each encoder's part is its own published vectors, in the order of the names."""
    joined = JoinedEncoder(["mpnet", "minilm"], settings().models_folder, threads=2)
    vectors = joined.encode(TEXTS)
    width = REFERENCE["mpnet"].shape[1]
    assert (vectors[:, :width] * REFERENCE["mpnet"]).sum(axis=1).min() > 0.999
    assert (vectors[:, width:] * REFERENCE["minilm"]).sum(axis=1).min() > 0.998


def test_a_batch_gives_what_single_texts_give(encoder: SentenceEncoder) -> None:
    """Padding in a batch does not change a text's vector."""
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert (alone * encoder.encode(TEXTS)).sum(axis=1).min() > 0.9999


def test_vectors_have_length_one(encoder: SentenceEncoder) -> None:
    """Every vector has length one, whatever the text."""
    vectors = encoder.encode(["", "x", "word " * 2000])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_the_cache_encodes_a_text_once_and_holds_no_text(
    encoder: SentenceEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time nothing is encoded, and the file holds hashes and numbers only."""
    path = tmp_path / "vectors.sqlite"
    first = VectorCache(path).encode(encoder, TEXTS)
    monkeypatch.setattr(encoder, "encode", lambda *_: pytest.fail("encoded again"))
    assert np.array_equal(first, VectorCache(path).encode(encoder, TEXTS))
    assert b"girlfriend" not in path.read_bytes()


def test_an_unknown_encoder_names_the_known_ones(tmp_path: Path) -> None:
    """A misspelt encoder is answered with those there are."""
    with pytest.raises(ModelError, match="mpnet, minilm"):
        SentenceEncoder("mpent", tmp_path, threads=1)


def test_a_missing_encoder_says_what_to_do(tmp_path: Path) -> None:
    """Without its files the encoder says which command brings them."""
    with pytest.raises(ModelError, match="make setup"):
        SentenceEncoder("mpnet", tmp_path, threads=1)


def test_a_replaced_file_is_refused(tmp_path: Path) -> None:
    """A weights file that is not the one we know is not used."""
    file = tmp_path / "model.safetensors"
    file.write_bytes(b"something else")
    with pytest.raises(ModelError, match="not the file we know"):
        _expect(file, ENCODERS["mpnet"].weights_sha256)


def test_every_package_is_pinned_to_its_hash() -> None:
    """Nothing is fetched by name alone."""
    packages = [SPACY, *(p for e in ENCODERS.values() for p in e.packages)]
    assert all(len(p.sha256) == 64 and p.version for p in packages)


def test_a_broken_download_is_not_complete(tmp_path: Path) -> None:
    """A folder without its last mark counts as missing."""
    (tmp_path / "model-8bit.onnx").write_bytes(b"half")
    assert not is_complete(tmp_path)


def test_near_positions_have_buckets_of_their_own() -> None:
    """Distances up to seven either way are told apart, far ones share; both directions differ."""
    buckets = relative_buckets(200)
    assert buckets[100, 100] == 0 and buckets[100, 103] == 16 + 3 and buckets[100, 97] == 3
    assert buckets[0, 199] == 31 and buckets[199, 0] == 15
