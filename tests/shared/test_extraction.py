"""The figures that the project promises for extraction, on the shared set of pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "extraction"
SCORER = ROOT.parent / "shared" / "tools" / "score_extraction.py"

pytestmark = pytest.mark.skipif(not (DATA.is_dir() and SCORER.is_file()), reason="the shared pages are not here")


def test_list_items_are_kept_and_chrome_is_left_out(tmp_path: Path) -> None:
    output = tmp_path / "predictions.jsonl"
    with output.open("w", encoding="utf-8") as out:
        program = [sys.executable, "benchmarks/quality/extraction.py", str(DATA)]
        subprocess.run(program, cwd=ROOT, stdout=out, check=True, env={"PYTHONPATH": str(ROOT / "linter")})
    program = [sys.executable, str(SCORER), str(DATA / "truth.jsonl"), str(output), "--html", str(DATA), "--json"]
    scores = json.loads(subprocess.run(program, capture_output=True, check=True, text=True).stdout)
    assert scores["all"]["f1"] >= 0.96
    assert scores["body blocks found"]["li"] >= 0.99
    assert scores["chrome leaked overall"] <= 0.03
    assert scores["offsets: slice exact"] == 1.0
