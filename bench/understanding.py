"""How well each way of understanding does on the held-out messages, step by step.

    .venv/bin/python bench/understanding.py --step "published encoders" --encoders mpnet,minilm
    .venv/bin/python bench/understanding.py --draw

A step learns from the questions of a checkout (this one, or an older one by `--at`), judges
the held-out messages with the same code as a live message, and adds its scores to
bench/understanding.json; `--draw` makes docs/understanding.svg of them. Encoders that
set-up did not bring are fetched into the models folder.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from waymark.encoder import packages
from waymark.encoder.sentences import JoinedEncoder, VectorCache
from waymark.nlu import decision
from waymark.nlu.reader import load_spacy
from waymark.nlu.sentences import Pieces, split
from waymark.nlu.training import Judge, learn
from waymark.settings import ROOT, settings

RESULTS = ROOT / "bench/understanding.json"
PICTURE = ROOT / "docs/understanding.svg"
PERSONAS = ("frightened", "terse", "roundabout", "plain")
SETS = {"looked at while building": ("personas", "posts", "elsewhere"),
        "fresh": ("fresh_personas", "fresh_posts", "fresh_elsewhere")}
MEASURES = {"personas, right first": 95, "personas, in three": 99, "posts, right first": 80,
            "posts, in three": 92, "near misses declined": 90, "unrelated declined": 98}


def main() -> None:
    """Measure one step, or draw all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", help="a name for what is measured")
    parser.add_argument("--encoders", default="minilm-tuned")
    parser.add_argument("--at", type=Path, default=ROOT, help="the checkout to learn from")
    parser.add_argument("--draw", action="store_true")
    given = parser.parse_args()
    if given.step:
        measure(given.step, given.encoders.split(","), given.at)
    if given.draw:
        draw(json.loads(RESULTS.read_text()))


def measure(step: str, names: list[str], checkout: Path) -> None:
    """Learn, judge, write the scores down."""
    chosen = settings()
    for name in names:
        packages.bring_encoder(packages.ENCODERS[name], chosen.models_folder, chosen.uv, print)
    encoder = JoinedEncoder(names, chosen.models_folder, threads=chosen.threads)
    asked = questions(checkout)
    texts, labels = [text for text, _ in asked], [label for _, label in asked]
    cache = VectorCache(chosen.cache / "vectors.sqlite")
    judge, report = learn(encoder.encode_once(texts, cache), labels, texts)
    language = load_spacy()
    scores = {name: score(files, judge, encoder, language) for name, files in SETS.items()}
    found = json.loads(RESULTS.read_text()) if RESULTS.is_file() else []
    found = [one for one in found if one["step"] != step]
    found.append({"step": step, "encoders": names, "questions": len(texts),
                  "kept_back_right_first": round(report["right_first"], 4), "sets": scores})
    RESULTS.write_text(json.dumps(found, indent=1) + "\n")
    print(json.dumps(found[-1], indent=1))


def questions(checkout: Path) -> list[tuple[str, str]]:
    """Every question with its label, as training sees them."""
    found = []
    for path in sorted((checkout / "content/answers").glob("*/*.yml")):
        key = f"{path.parent.name}/{path.stem}"
        found += [(text, key) for text in yaml.safe_load(path.read_text())["questions"]]
    for path in sorted((checkout / "data/nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text())["nlu"]:
            lines = [row[2:] for row in block["examples"].splitlines() if row.startswith("- ")]
            found += [(re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", line), block["intent"])
                      for line in lines if "intent" in block]
    return found


def score(files: tuple[str, ...], judge: Judge, encoder: JoinedEncoder, language: Any) -> dict[str, float]:
    """The shares of one set of held-out files, in per cent, and the milliseconds a message."""
    lines = [json.loads(row) for name in files
             for row in (ROOT / f"tests/held_out/{name}.jsonl").read_text().splitlines()]
    start = time.monotonic()
    told = [decide(line["text"], judge, encoder, language) for line in lines]
    each = (time.monotonic() - start) / len(lines)
    rows = list(zip(lines, told, strict=True))
    groups = {"personas": [r for r in rows if r[0]["voice"] in PERSONAS],
              "posts": [r for r in rows if r[0]["voice"] == "post"]}
    found: dict[str, float] = {"ms": round(each * 1000, 1)}
    for name, some in groups.items():
        found[f"{name}, right first"] = share(right(t, 1, o) for o, t in some)
        found[f"{name}, in three"] = share(right(t, 3, o) for o, t in some)
        found[f"{name}, wrong with confidence"] = share(
            t.kind == decision.ANSWER and t.label not in o["ok"] for o, t in some)
        found[f"{name}, declined"] = share(t.kind not in (decision.ANSWER, decision.OFFER)
                                           for _, t in some)
    for voice, name in (("near_miss", "near misses"), ("unrelated", "unrelated")):
        some = [r for r in rows if r[0]["voice"] == voice]
        found[f"{name} declined"] = share(t.kind not in (decision.ANSWER, decision.OFFER)
                                          for _, t in some)
        found[f"{name} answered"] = share(t.kind == decision.ANSWER for _, t in some)
    return found


def decide(text: str, judge: Judge, encoder: JoinedEncoder, language: Any) -> decision.Decision:
    """One message, as the classifier reads it."""
    sentences = [sentence.text for sentence in language(text).sents]
    pieces = Pieces(split(text, sentences), encoder.encode)
    return judge.decide(encoder.encode([text])[0], pieces)


def right(told: decision.Decision, among: int, line: dict[str, Any]) -> bool:
    return any(key in line["ok"] for key, _ in told.candidates[:among])


def share(values: Any) -> float:
    return round(100 * float(np.mean([bool(value) for value in values])), 1)


def draw(found: list[dict[str, Any]]) -> None:
    """A line for each measure over the steps, with the goal; one picture for each set."""
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    figure, panels = plt.subplots(1, 2, figsize=(12, 5), sharey=True)
    marks = ("o-", "o--", "s-", "s--", "^-", "v-")
    for panel, name in zip(panels, SETS, strict=True):
        for (measure_name, goal), mark in zip(MEASURES.items(), marks, strict=True):
            values = [one["sets"][name][measure_name] for one in found]
            panel.plot(range(len(found)), values, mark, label=f"{measure_name} (goal {goal})")
            panel.annotate(f"{values[-1]:.0f}", (len(found) - 1, values[-1]), xytext=(6, -3),
                           textcoords="offset points", fontsize=8)
        panel.set_xticks(range(len(found)), [one["step"] for one in found], rotation=20, ha="right")
        panel.set_title(f"held-out messages: {name}")
        panel.spines[["top", "right"]].set_visible(False)
        panel.grid(axis="y", alpha=0.3)
    panels[0].set_ylabel("per cent")
    panels[0].legend(fontsize=8, frameon=False, loc="lower right")
    figure.tight_layout()
    figure.savefig(PICTURE, metadata={"Date": None})


if __name__ == "__main__":
    main()
