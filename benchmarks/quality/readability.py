"""Fits clinlint's grade, and says how well it tells text for patients from text for professionals.

usage: CLINLINT_EVAL_DATA=FOLDER python benchmarks/quality/readability.py

Reads ``readability/audience.jsonl`` below that folder: paragraphs of the US National Cancer Institute's summaries
(public domain) with ``audience`` (``patient`` or ``professional``), ``topic`` and ``text``. Prints the area under the
ROC curve (AUC) of the published formulas, of the grade as it is built in, and of a fit that never saw the topic that
it judges; then the weights of a fit on everything, which ``clinlint.analysis.readability.difficulty`` holds.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clinlint.analysis.context import Analysis
from clinlint.analysis.readability.difficulty import features, grade
from clinlint.analysis.readability.formulas import Counts, dale_chall, flesch_ease, flesch_kincaid
from clinlint.documents import read_documents
from clinlint.model.source import Source

PENALTY = 1.0
STEPS = 25


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the set."""

    professional: bool
    topic: str
    counts: Counts


@dataclass(frozen=True)
class Fit:
    """A logistic regression: the bias and a weight for each feature."""

    bias: float
    weights: tuple[float, ...]

    def odds(self, values: Sequence[float]) -> float:
        """The log-odds for these values."""
        return self.bias + sum(weight * value for weight, value in zip(self.weights, values, strict=True))


def paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs of a file, counted."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (document,) = read_documents(Source.from_text(row["text"], name="paragraph", media_type="text/plain"))
        counts = Analysis(document).reading.article.counts
        found.append(Paragraph(row["audience"] == "professional", row["topic"], counts))
    return found


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """How often a professional paragraph has a higher score than one for patients."""
    high = [score for score, professional in scored if professional]
    low = [score for score, professional in scored if not professional]
    wins = sum((one > other) + (one == other) / 2 for one in high for other in low)
    return wins / (len(high) * len(low))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small system of linear equations (Gauss and Jordan)."""
    size = len(right)
    rows = [[*matrix[number], right[number]] for number in range(size)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [rows[number][size] / rows[number][number] for number in range(size)]


def fitted(values: list[tuple[float, ...]], labels: list[bool]) -> Fit:
    """Ridge logistic regression by Newton's method, both audiences weighing the same."""
    width = len(values[0])
    means = [sum(column) / len(values) for column in zip(*values, strict=True)]
    spreads = [
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(values))
        for column, mean in zip(zip(*values, strict=True), means, strict=True)
    ]
    rows = [[1.0, *((v - m) / s for v, m, s in zip(row, means, spreads, strict=True))] for row in values]
    positive = sum(labels)
    share = {True: len(labels) / (2 * positive), False: len(labels) / (2 * (len(labels) - positive))}
    weights = [0.0] * (width + 1)
    for _ in range(STEPS):
        gradient = [-PENALTY * weight if number else 0.0 for number, weight in enumerate(weights)]
        hessian = [[PENALTY * (a == b and a > 0) for b in range(width + 1)] for a in range(width + 1)]
        for row, label in zip(rows, labels, strict=True):
            probability = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, row, strict=True))))
            for a in range(width + 1):
                gradient[a] += share[label] * (label - probability) * row[a]
                for b in range(width + 1):
                    hessian[a][b] += share[label] * probability * (1 - probability) * row[a] * row[b]
        weights = [w + step for w, step in zip(weights, solved(hessian, gradient), strict=True)]
    scaled = tuple(weight / spread for weight, spread in zip(weights[1:], spreads, strict=True))
    return Fit(weights[0] - sum(w * m for w, m in zip(scaled, means, strict=True)), scaled)


def fit_of(rows: list[Paragraph], values_of: Callable[[Counts], tuple[float, ...]]) -> Fit:
    """The fit on these paragraphs."""
    return fitted([values_of(row.counts) for row in rows], [row.professional for row in rows])


def held_out(rows: list[Paragraph], values_of: Callable[[Counts], tuple[float, ...]]) -> list[tuple[float, bool]]:
    """Every paragraph with the odds of a fit on all other topics."""
    scored = []
    for topic in sorted({row.topic for row in rows}):
        fit = fit_of([row for row in rows if row.topic != topic], values_of)
        scored += [(fit.odds(values_of(row.counts)), row.professional) for row in rows if row.topic == topic]
    return scored


def main() -> None:
    """Prints one line a figure."""
    folder = os.environ.get("CLINLINT_EVAL_DATA")
    if not folder:
        sys.exit("CLINLINT_EVAL_DATA names no folder with readability/audience.jsonl")
    rows = paragraphs(Path(folder) / "readability/audience.jsonl")
    topics = len({row.topic for row in rows})
    print(f"{len(rows)} paragraphs of {topics} topics, {sum(row.professional for row in rows)} for professionals")
    formulas = {"Flesch-Kincaid": flesch_kincaid, "Flesch ease": lambda c: -flesch_ease(c), "Dale-Chall": dale_chall}
    for name, formula in formulas.items():
        print(f"AUC {auc([(formula(row.counts), row.professional) for row in rows]):.3f}  {name}, our sentences")
    print(f"AUC {auc([(grade(row.counts), row.professional) for row in rows]):.3f}  clinlint's grade as built in")
    print(f"AUC {auc(held_out(rows, features)):.3f}  the same, fitted without the topic that is judged")
    fit = fit_of(rows, features)
    print("weights", ", ".join(f"{weight:.3g}" for weight in fit.weights), f"bias {fit.bias:.2f}")
    line = fit_of(rows, lambda counts: (flesch_kincaid(counts),))
    print(f"even odds at Flesch-Kincaid {-line.bias / line.weights[0]:.1f}; {1 / line.weights[0]:.2f} grades a unit")


if __name__ == "__main__":
    main()
