"""The encoder: the network we write is the one that was published, and stays exact in eight bits."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from waymark.encoder import tuned
from waymark.encoder.network import relative_buckets
from waymark.encoder.packages import ENCODERS, SPACY, ModelError, _expect, is_complete
from waymark.encoder.sentences import JoinedEncoder, SentenceEncoder, VectorCache
from waymark.settings import settings

# The vectors that PyTorch gives for these texts, written by tools/tune_encoder.py.
REFERENCE = np.load(Path(__file__).parent / "reference.npz")
TEXTS = [
    "is it illegal",
    "my son sent a pic to his girlfriend and now the whole year has it what do i do, i am so "
    "worried about him and he won't talk to me at all. school hasnt called yet",
    "hi",
]


NAME = "minilm-tuned"


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(NAME, settings().models_folder, threads=2)


def test_eight_bits_agree_with_the_tuned_network(encoder: SentenceEncoder) -> None:
    """The network we write, in eight bits, gives PyTorch's vectors to a cosine of 0.995."""
    cosines = (encoder.encode(TEXTS) * REFERENCE[NAME]).sum(axis=1)
    assert cosines.min() > 0.995, cosines


def test_joined_encoders_stand_in_the_order_of_their_names(encoder: SentenceEncoder) -> None:
    """Joined, each encoder's part is its own vectors."""
    joined = JoinedEncoder([NAME, NAME], settings().models_folder, threads=1).encode(TEXTS)
    width = encoder.width
    assert joined.shape[1] == 2 * width
    assert np.allclose(joined[:, :width], joined[:, width:], atol=1e-5)


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


def test_an_encoder_of_another_tuning_is_refused(
    tmp_path: Path, encoder: SentenceEncoder
) -> None:
    """Vectors of another tuning mean something else: a folder left from before is not used."""
    place = Path(shutil.copytree(settings().models_folder / NAME, tmp_path / NAME))
    (place / "complete").write_text("another tuning")
    with pytest.raises(ModelError, match="of this version is not in"):
        SentenceEncoder(NAME, tmp_path, threads=1)


def test_tuning_adds_its_matrices_to_the_published_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each changed layer is the published one plus the product of its two thin matrices."""
    monkeypatch.setattr(tuned, "FOLDER", tmp_path)
    down, up = np.ones((2, 3), np.float16), np.full((4, 2), 0.5, np.float16)
    save_file({"layer.down": down, "layer.up": up}, tmp_path / "some.safetensors")
    weights = {"layer.weight": np.zeros((4, 3), np.float32), "other.weight": np.ones(2, np.float32)}
    changed = tuned.add(weights, "some")
    assert np.allclose(changed["layer.weight"], 1.0) and changed["other.weight"].sum() == 2
    assert weights["layer.weight"].sum() == 0 and tuned.add(weights, "untuned") is weights


def test_tuning_for_another_network_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changes a layer that is not there is no file for this encoder."""
    monkeypatch.setattr(tuned, "FOLDER", tmp_path)
    save_file({"strange.down": np.ones((1, 1), np.float16), "strange.up": np.ones((1, 1), np.float16)},
              tmp_path / "some.safetensors")
    with pytest.raises(ValueError, match="which some has not"):
        tuned.add({}, "some")


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
