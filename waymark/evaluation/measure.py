"""The numbers: right first, right among those offered, wrong with confidence, declined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

BINS = 10


@dataclass(frozen=True)
class Judged:
    """One message, the keys that are right for it, and what Waymark made of it."""

    text: str
    ok: tuple[str, ...]
    voice: str
    urgent: frozenset[str]
    told: dict[str, Any]

    @property
    def ranked(self) -> list[str]:
        """Likeliest first; what was shown comes before what was only thought."""
        keys = [key for key, _ in self.told["candidates"]]
        shown = self.told["answer"]
        return list(dict.fromkeys([shown, *keys] if shown else keys))

    @property
    def right_first(self) -> bool:
        return bool(self.ranked) and self.ranked[0] in self.ok

    @property
    def right_in_three(self) -> bool:
        return any(key in self.ok for key in self.ranked[:3])

    @property
    def offered_right(self) -> bool:
        """Whether a right answer was shown or stood among the buttons."""
        return any(key in self.ok for key in [self.told["answer"], *self.told["offered"]])

    @property
    def wrong(self) -> bool:
        """Answered, and not with a right answer: the worst outcome."""
        return self.told["decision"] == "answer" and self.told["answer"] not in self.ok

    @property
    def declined(self) -> bool:
        """Neither answered nor offered."""
        return self.told["decision"] not in ("answer", "offer")


@dataclass(frozen=True)
class Score:
    """Shares of a set of messages, each from 0 to 1; `messages` is how many there were."""

    messages: int
    right_first: float
    right_in_three: float
    offered_right: float
    answered: float
    wrong: float
    declined: float


def score(judged: Sequence[Judged]) -> Score:
    """The score of a set. An empty set scores 0 everywhere."""
    def share(name: str) -> float:
        return sum(getattr(j, name) for j in judged) / len(judged) if judged else 0.0

    answered = sum(j.told["decision"] == "answer" for j in judged) / max(len(judged), 1)
    return Score(len(judged), share("right_first"), share("right_in_three"),
                 share("offered_right"), answered, share("wrong"), share("declined"))


def urgent_score(judged: Sequence[Judged]) -> tuple[float | None, float | None]:
    """Share of urgent messages found at all, and of the others with a false alarm."""
    urgent = [j for j in judged if j.urgent]
    calm = [j for j in judged if not j.urgent]
    found = sum(bool(j.told["urgent"]) for j in urgent) / len(urgent) if urgent else None
    false = sum(bool(j.told["urgent"]) for j in calm) / len(calm) if calm else None
    return found, false


def confusions(judged: Sequence[Judged], most: int = 40) -> list[tuple[str, str, int, str]]:
    """Which answer was taken for which, how often, with one example, most often first."""
    pairs: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    for one in judged:
        if one.ok and one.ranked and not one.right_first:
            pair = (one.ok[0], one.ranked[0])
            pairs[pair] += 1
            example.setdefault(pair, one.text)
    return [(*pair, count, example[pair]) for pair, count in pairs.most_common(most)]


def by_answer(judged: Sequence[Judged]) -> list[tuple[str, Score]]:
    """The score of each answer, weakest first."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        for key in one.ok[:1]:
            groups.setdefault(key, []).append(one)
    scores = [(key, score(group)) for key, group in groups.items()]
    return sorted(scores, key=lambda pair: (pair[1].right_first, pair[0]))


def calibration(judged: Sequence[Judged]) -> list[tuple[float, float, int]]:
    """For each tenth of confidence: its mean, the share that was right, how many."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        if one.ok and one.told["candidates"]:
            chance = one.told["candidates"][0][1]
            bins[min(int(chance * BINS), BINS - 1)].append(one)
    return [
        (sum(j.told["candidates"][0][1] for j in group) / len(group),
         sum(j.right_first for j in group) / len(group), len(group))
        for group in bins if group
    ]


def calibration_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error: how far confidence is from the truth, on average."""
    rows = calibration(judged)
    total = sum(count for *_, count in rows)
    return sum(abs(sure - right) * count for sure, right, count in rows) / max(total, 1)
