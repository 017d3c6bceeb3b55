"""Readability on texts with a known audience, on good patient information, and on the seed article, where at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clinlint import Linter
from clinlint.analysis.context import Analysis
from clinlint.analysis.readability.difficulty import grade
from clinlint.documents import read_documents
from clinlint.model.diagnostic import Severity
from clinlint.model.source import Source

SHARED = Path(__file__).parents[2].parent / "shared"
AUDIENCE = SHARED / "data" / "readability" / "audience.jsonl"
CLEAN = SHARED / "data" / "clean" / "clean.jsonl"
SEED = SHARED / "seed" / "article.txt"


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def graded(text: str) -> float:
    (document,) = read_documents(Source.from_text(text, name="x", media_type="text/plain"))
    return grade(Analysis(document).reading.article.counts)


@pytest.mark.skipif(not AUDIENCE.exists(), reason="the labelled paragraphs are not at hand")
def test_the_grade_tells_text_for_patients_from_text_for_professionals() -> None:
    grades: dict[str, list[float]] = {"patient": [], "professional": []}
    for row in rows(AUDIENCE):
        grades[row["audience"]].append(graded(row["text"]))
    pairs = [(one, other) for one in grades["professional"] for other in grades["patient"]]
    assert sum((one > other) + (one == other) / 2 for one, other in pairs) / len(pairs) >= 0.95


@pytest.mark.skipif(not CLEAN.exists(), reason="the clean passages are not at hand")
def test_most_patient_information_of_the_nhs_is_left_alone() -> None:
    linter = Linter(languagetool="off", select=["RD"])
    passages = [row for row in rows(CLEAN) if row["origin"].startswith("NHS")]
    found = [linter.check_text(row["text"]).diagnostics for row in passages]
    assert sum(not diagnostics for diagnostics in found) >= 0.6 * len(passages)
    assert not [d for diagnostics in found for d in diagnostics if d.severity is not Severity.INFO]


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not at hand")
def test_the_seed_article_reads_at_grade_nine_and_its_costliest_sentences_are_named() -> None:
    linter = Linter(languagetool="off", select=["RD"])
    text = SEED.read_text(encoding="utf-8")
    result = linter.check_text(text)
    (article, *_) = [d for d in result.diagnostics if d.rule == "RD001"]
    assert 9 <= float(article.data["grade"]) <= 10
    assert article.data["highest_grade"] == "8"
    assert [related.span.of(text)[:24] for related in article.related] == [
        "The exact cause of leg c",
        "The ın 10% Rule ’is a ge",
        "As a result, your medica",
    ]
    assert not [d for d in result.diagnostics if d.severity is not Severity.INFO]
