"""Writes a BERT-like sentence encoder as one ONNX file, from its published weights.

The weights come as safetensors; no package carries mpnet as ONNX, and PyTorch (several
hundred megabytes) would be needed only to convert it. The network is small enough to
write down: embeddings, twelve times attention and feed-forward, the mean of the tokens,
length one. `tests/encoder/test_network.py` holds it against reference vectors.

Sources: Song et al. 2020, MPNet (relative position buckets as in T5); Devlin et al. 2018,
BERT; operators of the com.microsoft domain as documented by ONNX Runtime.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Weights = dict[str, np.ndarray]

LONGEST = 256
"""Tokens read of one text; what is longer is read sentence by sentence as well."""

STEPS = 127
"""Weights are whole numbers from -127 to 127 (stored from 1 to 255) times a scale."""

BLOCK = 32
"""Weights in a row that share a scale. Larger is no faster here, and less exact."""

WHOLE_NUMBERS = 4
"""ONNX Runtime's `accuracy_level`: what flows in is quantised too, block by block."""


@dataclass(frozen=True)
class Layout:
    """Where a family of encoders keeps its weights, and the few numbers that differ."""

    heads: int
    epsilon: float
    first_position: int
    query: str
    key: str
    value: str
    projection: str
    attention_norm: str
    relative: str | None = None
    token_types: str | None = None


MPNET = Layout(
    heads=12,
    epsilon=1e-5,
    first_position=2,
    query="attention.attn.q",
    key="attention.attn.k",
    value="attention.attn.v",
    projection="attention.attn.o",
    attention_norm="attention.LayerNorm",
    relative="encoder.relative_attention_bias.weight",
)
BERT = Layout(
    heads=12,
    epsilon=1e-12,
    first_position=0,
    query="attention.self.query",
    key="attention.self.key",
    value="attention.self.value",
    projection="attention.output.dense",
    attention_norm="attention.output.LayerNorm",
    token_types="embeddings.token_type_embeddings.weight",  # noqa: S106 (no password)
)
LAYOUTS = {"mpnet": MPNET, "bert": BERT}


def write(weights: Weights, layout: Layout, path: Path, *, eight_bit: bool) -> None:
    """Write the encoder to `path`.

    Inputs of the file: `input_ids` and `attention_mask`, int64, batch x tokens.
    Output: `vectors`, float32, batch x width, each of length one.
    With `eight_bit` the weights of every linear layer are whole numbers of one byte with
    a scale for each 32 of them, and what flows in is quantised in the same blocks;
    embeddings are kept in half precision. A third of the memory, nearly twice the speed,
    and vectors that agree with the exact ones to a cosine of 0.9996. (One scale for a
    whole activation, as in ONNX Runtime's dynamic quantisation, falls to 0.87: mpnet has
    a few very large activations that spoil it for all others.)
    """
    network = _Network(weights, layout, eight_bit=eight_bit)
    onnx.save(network.model(), str(path))


class _Network:
    def __init__(self, weights: Weights, layout: Layout, *, eight_bit: bool) -> None:
        self.weights = weights
        self.layout = layout
        self.eight_bit = eight_bit
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.width = weights["embeddings.LayerNorm.weight"].shape[0]
        self.head_width = self.width // layout.heads
        self.layers = 1 + max(
            int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer.")
        )

    def model(self) -> onnx.ModelProto:
        hidden = self._embeddings()
        bias = self._attention_bias()
        for number in range(self.layers):
            hidden = self._layer(hidden, bias, f"encoder.layer.{number}")
        self._mean_of_tokens(hidden)
        graph = helper.make_graph(
            self.nodes,
            "sentence_encoder",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
                for name in ("input_ids", "attention_mask")
            ],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", self.width])],
            self.constants,
        )
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
            ir_version=8,
        )

    # The parts of the network, in the order in which a text flows through them.

    def _embeddings(self) -> str:
        words = self._table("embeddings.word_embeddings.weight", "input_ids")
        start = self.layout.first_position
        table = self.weights["embeddings.position_embeddings.weight"][start : start + LONGEST]
        if self.layout.token_types:
            table = table + self.weights[self.layout.token_types][0]
        positions = self._upto_tokens(self._constant("positions", table), axis=0)
        summed = self._node("Add", [words, positions])
        return self._norm(summed, "embeddings.LayerNorm")

    def _attention_bias(self) -> str:
        """What is added to every attention score: position, and minus infinity for padding."""
        mask = self._node("Cast", ["attention_mask"], to=TensorProto.FLOAT)
        missing = self._node("Sub", [self._constant("one", np.float32(1)), mask])
        penalty = self._node("Mul", [missing, self._constant("far", np.float32(-1e4))])
        bias = self._node("Unsqueeze", [penalty, self._constant("axes_12", np.array([1, 2]))])
        if not self.layout.relative:
            return bias
        table = self.weights[self.layout.relative][relative_buckets(LONGEST)]
        positions = self._constant("relative", table.transpose(2, 0, 1)[None])
        for axis in (2, 3):
            positions = self._upto_tokens(positions, axis=axis)
        return self._node("Add", [positions, bias])

    def _layer(self, hidden: str, bias: str, name: str) -> str:
        attended = self._attention(hidden, bias, name)
        hidden = self._norm(
            self._node("Add", [attended, hidden]), f"{name}.{self.layout.attention_norm}"
        )
        wide = self._linear(hidden, [f"{name}.intermediate.dense"])
        active = self._node("Gelu", [wide], domain="com.microsoft")
        narrow = self._linear(active, [f"{name}.output.dense"])
        return self._norm(self._node("Add", [narrow, hidden]), f"{name}.output.LayerNorm")

    def _attention(self, hidden: str, bias: str, name: str) -> str:
        layout = self.layout
        parts = [f"{name}.{part}" for part in (layout.query, layout.key, layout.value)]
        together = self._linear(hidden, parts)
        thirds = self._split(together, 3)
        query = self._heads(thirds[0], [0, 2, 1, 3])
        key = self._heads(thirds[1], [0, 2, 3, 1])
        value = self._heads(thirds[2], [0, 2, 1, 3])
        scores = self._node("MatMul", [query, key])
        scale = self._constant("scale", np.float32(1 / math.sqrt(self.head_width)))
        scores = self._node("Add", [self._node("Mul", [scores, scale]), bias])
        mixed = self._node("MatMul", [self._node("Softmax", [scores], axis=-1), value])
        mixed = self._node("Transpose", [mixed], perm=[0, 2, 1, 3])
        flat = self._node(
            "Reshape", [mixed, self._constant("flat", np.array([0, 0, self.width]))]
        )
        return self._linear(flat, [f"{name}.{layout.projection}"])

    def _mean_of_tokens(self, hidden: str) -> None:
        mask = self._node("Cast", ["attention_mask"], to=TensorProto.FLOAT)
        mask = self._node("Unsqueeze", [mask, self._constant("axis_2", np.array([2]))])
        axis = self._constant("axis_1", np.array([1]))
        total = self._node("ReduceSum", [self._node("Mul", [hidden, mask]), axis], keepdims=0)
        count = self._node("ReduceSum", [mask, axis], keepdims=0)
        mean = self._node("Div", [total, count])
        self.nodes.append(
            helper.make_node("LpNormalization", [mean], ["vectors"], axis=-1, p=2)
        )

    # The tools they are written with.

    def _linear(self, value: str, names: list[str]) -> str:
        matrix = np.concatenate([self.weights[f"{n}.weight"].T for n in names], axis=1)
        offset = np.concatenate([self.weights[f"{n}.bias"] for n in names])
        bias = self._constant(f"{names[0]}.offset", offset)
        if not self.eight_bit:
            product = self._node("MatMul", [value, self._constant(f"{names[0]}.matrix", matrix)])
            return self._node("Add", [product, bias])
        blocks = matrix.T.reshape(matrix.shape[1], -1, BLOCK)
        scale = np.maximum(np.abs(blocks).max(axis=2), 1e-8) / STEPS
        whole = np.rint(blocks / scale[:, :, None]) + STEPS + 1
        inputs = [
            value,
            self._constant(f"{names[0]}.matrix", whole.astype(np.uint8)),
            self._constant(f"{names[0]}.steps", scale.astype(np.float32).ravel()),
        ]
        product = self._node(
            "MatMulNBits",
            inputs,
            domain="com.microsoft",
            K=matrix.shape[0],
            N=matrix.shape[1],
            bits=8,
            block_size=BLOCK,
            accuracy_level=WHOLE_NUMBERS,
        )
        return self._node("Add", [product, bias])

    def _table(self, name: str, indices: str) -> str:
        if not self.eight_bit:
            return self._node("Gather", [self._constant(name, self.weights[name]), indices])
        halves = self._constant(name, self.weights[name].astype(np.float16))
        return self._node(
            "Cast", [self._node("Gather", [halves, indices])], to=TensorProto.FLOAT
        )

    def _norm(self, value: str, name: str) -> str:
        inputs = [value, *(self._constant(f"{name}.{p}", self.weights[f"{name}.{p}"])
                           for p in ("weight", "bias"))]
        return self._node(
            "LayerNormalization", inputs, axis=-1, epsilon=self.layout.epsilon
        )

    def _heads(self, value: str, order: list[int]) -> str:
        shape = self._constant("heads", np.array([0, 0, self.layout.heads, self.head_width]))
        return self._node("Transpose", [self._node("Reshape", [value, shape])], perm=order)

    def _upto_tokens(self, value: str, *, axis: int) -> str:
        shape = self._node("Shape", ["input_ids"], start=1, end=2)
        zero = self._constant("zero", np.array([0]))
        return self._node(
            "Slice", [value, zero, shape, self._constant(f"axis_{axis}", np.array([axis]))]
        )

    def _split(self, value: str, parts: int) -> list[str]:
        outputs = [f"{value}_{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [value], outputs, axis=-1))
        return outputs

    def _node(self, kind: str, inputs: list[str], *, domain: str = "", **settings: Any) -> str:
        output = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **settings))
        return output

    def _constant(self, name: str, value: np.ndarray | np.generic) -> str:
        if all(constant.name != name for constant in self.constants):
            array = np.ascontiguousarray(value).reshape(np.shape(value))
            self.constants.append(numpy_helper.from_array(array, name))
        return name


def relative_buckets(tokens: int, buckets: int = 32, furthest: int = 128) -> np.ndarray:
    """The bucket of the distance between every two positions: int, tokens x tokens.

    Near distances have a bucket each, far ones share one by the logarithm (T5, MPNet).
    """
    positions = np.arange(tokens)
    distance = positions[None, :] - positions[:, None]
    half = buckets // 2
    after = np.where(distance > 0, half, 0)
    distance = np.abs(distance)
    near = half // 2
    with np.errstate(divide="ignore"):
        far = near + (
            np.log(distance / near) / math.log(furthest / near) * (half - near)
        )
    far = np.minimum(np.where(distance < near, 0, far).astype(int), half - 1)
    bucket: np.ndarray = after + np.where(distance < near, distance, far)
    return bucket
