"""The HTML report of an evaluation: one file that opens anywhere, pictures inside."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape

from waymark.evaluation import measure
from waymark.evaluation.measure import Judged


def write(judged: Sequence[Judged], target: Path, *, files: Sequence[str]) -> None:
    """Write the report. The messages in it are test messages, never a parent's."""
    from waymark.evaluation.run import COLUMNS, groups

    pages = Environment(loader=PackageLoader("waymark.evaluation"),
                        autoescape=select_autoescape())
    ours = [one for one in judged if one.ok]
    text = pages.get_template("report.html").render(
        made=f"{datetime.now():%d %B %Y, %H:%M}",
        files=files,
        columns=COLUMNS,
        groups=groups(list(judged)),
        urgent=measure.urgent_score(judged),
        error=measure.calibration_error(judged),
        calibration=_calibration(ours),
        confidence=_confidence(ours),
        confusions=measure.confusions(judged),
        answers=measure.by_answer(judged),
        wrong=[one for one in judged if one.wrong],
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _calibration(judged: Sequence[Judged]) -> str:
    """How sure against how often right, as SVG."""
    rows = measure.calibration(judged)
    figure, axes = _figure("how sure", "how often right")
    axes.plot([0, 1], [0, 1], "--", color="#888", label="honest")
    axes.plot([r[0] for r in rows], [r[1] for r in rows], "o-", color="#1d5e8c", label="Waymark")
    for sure, right, count in rows:
        axes.annotate(str(count), (sure, right), textcoords="offset points", xytext=(6, -11))
    axes.legend(loc="upper left", frameon=False)
    return _svg(figure)


def _confidence(judged: Sequence[Judged]) -> str:
    """What answering from each confidence on would cost and bring, as SVG."""
    figure, axes = _figure("answer from this confidence on", "share of messages")
    bars = [step / 50 for step in range(10, 50)]
    sure = [(one.told["candidates"] or [["", 0.0]])[0][1] for one in judged]
    total = max(len(judged), 1)
    answered = [sum(c >= bar for c in sure) / total for bar in bars]
    wrong = [sum(c >= bar and not j.right_first for c, j in zip(sure, judged, strict=True)) / total
             for bar in bars]
    axes.plot(bars, answered, color="#1d5e8c", label="answered")
    axes.plot(bars, wrong, "--", color="#a33", label="wrong with confidence")
    axes.legend(frameon=False)
    return _svg(figure)


def _figure(x: str, y: str) -> tuple[Any, Any]:
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(5, 3.6))
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.set_ylim(0, 1.02)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _svg(figure: Any) -> str:
    import matplotlib.pyplot as plt

    out = io.StringIO()
    figure.tight_layout()
    figure.savefig(out, format="svg")
    plt.close(figure)
    text = out.getvalue()
    return text[text.index("<svg"):]
