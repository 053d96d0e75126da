# /// script
# requires-python = ">=3.10"
# dependencies = ["torch>=2.9", "transformers>=4.57", "peft>=0.17", "safetensors>=0.5", "tokenizers>=0.20", "pyyaml>=6", "numpy>=1.26"]
# ///
"""Tunes a sentence encoder to our own questions; writes waymark/encoder/tuned/NAME-tuned.safetensors.

Needs PyTorch, so it runs in an environment of its own, never in Waymark's:

    uv run --script tools/tune_encoder.py minilm --weights FOLDER

FOLDER holds the published `model.safetensors` and `tokenizer.json`; `.venv/bin/python
tools/bring_weights.py minilm FOLDER` brings them, checked by sha256. On one idle core
MiniLM takes about a second and a half a step; mpnet takes several times that.

What it does: low-rank adaptation (LoRA, Hu et al. 2021) of every linear layer, trained to
tell our answers apart, and the kinds of danger, each by cosine softmax. A third term keeps
each vector near where the published encoder puts it, so that what parents write in other
words than ours is still understood. Questions that are kept back (waymark/nlu/kept_back.py) are never seen here.
Training texts are roughened now and then: no signs, typing mistakes, missing words.
Order and noise come from one seed; whether two runs give the same bytes was not tried.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import re
import sys
import time
from pathlib import Path

import numpy as np
import torch
import yaml
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from waymark.nlu.kept_back import is_kept_back  # noqa: E402 (numpy alone, no Rasa)

SEED = 21
BATCH = 32
DANGERS = 16
"""Messages about danger, or like it, that are read beside each batch of questions."""

REFERENCE_TEXTS = [
    "is it illegal",
    "my son sent a pic to his girlfriend and now the whole year has it what do i do, i am so "
    "worried about him and he won't talk to me at all. school hasnt called yet",
    "hi",
]
"""The texts of tests/encoder/test_encoder.py."""

NONE = "none"
CALM_TOPICS = ("law", "police", "figures", "school", "prevent", "about", "why", "small_talk",
               "not_ours", "out_of_scope")
"""As in waymark/nlu/danger.py: topics whose questions tell of no danger."""

LONGEST = 128
SHARPNESS = 16.0
SMOOTHING = 0.05
ROUGHENED = 0.3


def main() -> None:
    """Read the questions, tune, write the matrices."""
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(SEED)
    random.seed(SEED)
    np.random.seed(SEED)  # noqa: NPY002 (peft draws from it)
    asked = questions()
    learn = [(text, label) for text, label in asked if not is_kept_back(text)]
    danger = [(text, kind) for text, kind in dangers() if not is_kept_back(text)]
    if given.danger_alone:
        learn, danger = danger + calm(learn), []
    print(f"{len(learn)} questions and {len(danger)} messages about danger to learn from, "
          f"{len(asked) - len(learn)} questions kept back", flush=True)
    model, padding = published(given.encoder, given.weights)
    reader = Reader(given.weights / "tokenizer.json", padding, bf16=not given.exact)
    tuned = tune(model, reader, learn, danger, given)
    name = f"{given.encoder}-{'danger' if given.danger_alone else 'tuned'}"
    target = given.to or ROOT / f"waymark/encoder/tuned/{name}.safetensors"
    target.parent.mkdir(parents=True, exist_ok=True)
    facts = {"questions": str(len(learn)), "seed": str(SEED), "rank": str(given.rank),
             "epochs": str(given.epochs), "rate": str(given.rate), "keep": str(given.keep),
             "start": hashlib.sha256(given.start.read_bytes()).hexdigest() if given.start else "",
             "danger": str(given.danger),
             "data_sha256": hashlib.sha256(json.dumps(sorted(learn + danger)).encode()).hexdigest()}
    save_file(thin_matrices(tuned, given.rank), target, metadata=facts)
    if not given.to:
        write_reference(given, name, target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB", flush=True)


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", choices=("minilm", "mpnet"))
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--rank", type=int, default=32)
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--keep", type=float, default=0.5)
    parser.add_argument("--danger", type=float, default=0.5, help="how much danger counts")
    parser.add_argument("--danger-alone", action="store_true",
                        help="tune for danger and nothing else: NAME-danger instead of NAME-tuned")
    parser.add_argument("--start", type=Path, help="go on from these matrices instead of nothing")
    parser.add_argument("--exact", action="store_true", help="32-bit floats throughout")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads(),
                        help="no more than there are idle cores: threads wait for each other")
    parser.add_argument("--to", type=Path, help="write somewhere else")
    return parser.parse_args()


def questions() -> list[tuple[str, str]]:
    """Every question with its label: from content/, and from data/nlu/ in Rasa's format."""
    found = []
    for path in sorted((ROOT / "content/answers").glob("*/*.yml")):
        key = f"{path.parent.name}/{path.stem}"
        found += [(text, key) for text in yaml.safe_load(path.read_text())["questions"]]
    for path in sorted((ROOT / "data/nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text())["nlu"]:
            lines = [row[2:] for row in block["examples"].splitlines() if row.startswith("- ")]
            bare = [re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", line) for line in lines]
            found += [(text, block["intent"]) for text in bare if "intent" in block]
    return found


def dangers() -> list[tuple[str, str]]:
    """Every example of danger with its kind, and every look-alike with none."""
    found = []
    for path in sorted((ROOT / "content/urgent").glob("*.yml")):
        data = yaml.safe_load(path.read_text())
        found += [(text, path.stem) for text in data.get("examples", ())]
        for group, lines in data.get("lines", {}).items():
            kind = NONE if path.stem == "look_alikes" else group
            found += [(text, kind) for text in lines]
    return found


def calm(learn: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Every sixth question in which there is no danger, so that ordinary words stay ordinary."""
    some = [text for text, label in learn if label.split("/")[0] in CALM_TOPICS]
    return [(text, NONE) for text in sorted(some)[::6]]


def published(name: str, folder: Path) -> tuple[torch.nn.Module, int]:
    """The encoder as it was published, and its padding token."""
    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"].shape[0]
    if name == "mpnet":
        model = MPNetModel(MPNetConfig(vocab_size=words, max_position_embeddings=514,
                                       layer_norm_eps=1e-5), add_pooling_layer=False)
    else:
        model = BertModel(BertConfig(vocab_size=words, hidden_size=384, num_hidden_layers=6,
                                     intermediate_size=1536), add_pooling_layer=False)
    missing = model.load_state_dict(
        {key: value for key, value in weights.items() if not key.startswith("pooler")}, strict=False
    ).missing_keys
    if missing:
        raise SystemExit(f"{folder} is not {name}: it lacks {', '.join(missing[:3])}")
    return model, 1 if name == "mpnet" else 0


class Reader:
    """Turns texts into vectors of length one, as waymark/encoder does: mean of the tokens."""

    def __init__(self, tokenizer: Path, padding: int, *, bf16: bool) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._padding = padding
        self._bf16 = bf16

    def read(self, model: torch.nn.Module, texts: list[str]) -> torch.Tensor:
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        ids = torch.full((len(tokens), max(map(len, tokens))), self._padding)
        mask = torch.zeros_like(ids)
        for row, some in enumerate(tokens):
            ids[row, : len(some)] = torch.tensor(some)
            mask[row, : len(some)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self._bf16):
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weight = mask[:, :, None].float()
        return functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)

    def read_all(self, model: torch.nn.Module, texts: list[str]) -> torch.Tensor:
        model.eval()
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        with torch.no_grad():
            rows = [self.read(model, [texts[i] for i in order[start : start + BATCH]])
                    for start in range(0, len(order), BATCH)]
        vectors = torch.cat(rows)
        return vectors[torch.tensor(order).argsort()]


class Centres:
    """One direction for each label; texts are drawn to theirs and pushed from the others."""

    def __init__(self, vectors: torch.Tensor, labels: list[str]) -> None:
        self.names = sorted(set(labels))
        self.right = torch.tensor([self.names.index(label) for label in labels])
        means = [functional.normalize(vectors[self.right == n].mean(0), dim=0)
                 for n in range(len(self.names))]
        self.centres = torch.nn.Parameter(torch.stack(means))
        weight = torch.bincount(self.right).float().rsqrt()
        self._weight = weight / weight.mean()

    def loss(self, vectors: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
        chances = SHARPNESS * vectors @ functional.normalize(self.centres, dim=-1).T
        return functional.cross_entropy(chances, right, weight=self._weight,
                                        label_smoothing=SMOOTHING)


def tune(
    model: torch.nn.Module, reader: Reader, learn: list[tuple[str, str]],
    danger: list[tuple[str, str]], given: argparse.Namespace,
) -> torch.nn.Module:
    """The encoder with low-rank matrices that tell our answers, and dangers, apart."""
    asked, told = [text for text, _ in learn], [text for text, _ in danger]
    before = reader.read_all(model, asked + told)
    answers = Centres(before[: len(asked)], [label for _, label in learn])
    kinds = Centres(before[len(asked) :], [kind for _, kind in danger]) if danger else None
    calm = torch.tensor([label.split("/")[0] in CALM_TOPICS for _, label in learn])
    heads = [answers.centres] + ([kinds.centres] if kinds else [])
    layers = [name for name, part in model.named_modules() if isinstance(part, torch.nn.Linear)
              and name != "encoder.relative_attention_bias"]
    model = get_peft_model(model, LoraConfig(
        r=given.rank, lora_alpha=2 * given.rank, lora_dropout=0.05, target_modules=layers))
    if given.start:
        go_on_from(model, load_file(given.start))
    optimiser = torch.optim.AdamW([
        {"params": [p for p in model.parameters() if p.requires_grad], "lr": given.rate},
        {"params": heads, "lr": 10 * given.rate, "weight_decay": 0.0},
    ], fused=True)
    steps = int(given.epochs * (len(asked) // BATCH))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1, (n + 1) / (0.06 * steps)) * max(0.02, 1 - n / steps))
    start = time.monotonic()
    others = batches(told, DANGERS) if danger else itertools.repeat([])
    for number, rows, feared in zip(range(1, steps + 1), batches(asked, BATCH), others,
                                    strict=False):
        model.train()
        texts = [roughened(text) for text in ([asked[i] for i in rows] + [told[i] for i in feared])]
        vectors = reader.read(model, texts)
        wrong = answers.loss(vectors[: len(rows)], answers.right[rows])
        missed = torch.tensor(0.0)
        if kinds:
            none = torch.full((int(calm[rows].sum()),), kinds.names.index(NONE))
            seen = torch.cat([vectors[len(rows) :], vectors[: len(rows)][calm[rows]]])
            missed = kinds.loss(seen, torch.cat([kinds.right[feared], none]))
        places = [*rows, *(len(asked) + i for i in feared)]
        moved = (1 - (vectors * before[places]).sum(1)).mean()
        (wrong + given.danger * missed + given.keep * moved).backward()
        optimiser.step()
        optimiser.zero_grad()
        rate.step()
        if number % 20 == 0:
            print(f"step {number} of {steps}, {time.monotonic() - start:.0f} s: answers "
                  f"{wrong.item():.3f}, dangers {missed.item():.3f}, moved {moved.item():.3f}",
                  flush=True)
    return model


def batches(texts: list[str], size: int):
    """Places of texts in batches of like length, in a new order each round, without end."""
    places = list(range(len(texts)))
    while True:
        random.shuffle(places)
        found = []
        for start in range(0, len(places), 20 * size):
            some = sorted(places[start : start + 20 * size], key=lambda i: len(texts[i]))
            found += [some[n : n + size] for n in range(0, len(some), size)]
        random.shuffle(found)
        yield from found


def roughened(text: str) -> str:
    """Now and then a text as it is typed at night: no signs, slips of the finger, words missing."""
    if random.random() > ROUGHENED:
        return text
    kind = random.random()
    if kind < 0.35:
        return re.sub(r"[.,?!'’]", "", text).lower() or text
    if kind < 0.7:
        return slips(text)
    return " ".join(word for word in text.split() if random.random() > 0.1) or text


def slips(text: str) -> str:
    """A letter lost, doubled or swapped for about every thirtieth."""
    letters = list(text)
    for _ in range(max(1, len(letters) // 30)):
        place, kind = random.randrange(len(letters)), random.random()
        if kind < 0.4 and len(letters) > 4:
            del letters[place]
        elif kind < 0.7 and place + 1 < len(letters):
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        else:
            letters.insert(place, letters[place])
    return "".join(letters)


def go_on_from(model: torch.nn.Module, matrices: dict[str, torch.Tensor]) -> None:
    """Put matrices that were tuned before into their places (see `thin_matrices`)."""
    state = model.state_dict()
    for name, value in matrices.items():
        layer, part = name.rsplit(".", 1)
        place = f"base_model.model.{layer}.lora_{'A' if part == 'down' else 'B'}.default.weight"
        state[place] = value.float() / (1.0 if part == "down" else 2.0)
    model.load_state_dict(state)


def write_reference(given: argparse.Namespace, name: str, tuned: Path) -> None:
    """What PyTorch makes of a few texts with the tuned weights; tests/encoder compares with it."""
    model, padding = published(given.encoder, given.weights)
    changes = load_file(tuned)
    weights = model.state_dict()
    for layer in {name.rsplit(".", 1)[0] for name in changes}:
        product = changes[f"{layer}.up"].float() @ changes[f"{layer}.down"].float()
        weights[f"{layer}.weight"] += product
    model.load_state_dict(weights)
    reader = Reader(given.weights / "tokenizer.json", padding, bf16=False)
    vectors = reader.read_all(model, REFERENCE_TEXTS).numpy()
    place = ROOT / "tests/encoder/reference.npz"
    np.savez(place, **{**np.load(place), name: vectors})


def thin_matrices(model: torch.nn.Module, rank: int) -> dict[str, torch.Tensor]:
    """`<layer>.down` and `<layer>.up` in half precision; peft's scale of two multiplied in."""
    found = {}
    for name, value in model.state_dict().items():
        match = re.fullmatch(r"base_model\.model\.(.+)\.lora_([AB])\.default\.weight", name)
        if match:
            part = "down" if match[2] == "A" else "up"
            scale = 1.0 if part == "down" else 2.0
            found[f"{match[1]}.{part}"] = (scale * value).half().contiguous()
    return found


if __name__ == "__main__":
    main()
