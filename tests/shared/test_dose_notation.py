"""No dangerous notation of the shared list of error-prone doses is missed."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from clinlint import Linter
from clinlint.model.diagnostic import Severity

TABLE = Path(__file__).parents[3] / "shared/data/terms/error_prone_dose_notation.tsv"
pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the shared data is not here")

MADE_UP = {
    "dose-u": [
        "Inject 10U before lunch.",
        "She got 4 u of insulin.",
        "The pen gives 12.5 U at a time.",
        "Take 100U, then wait.",
    ],
    "dose-iu": ["The injection holds 5000 IU of heparin.", "Give 300 I.U. at once."],
    "dose-qd": ["Take it QD.", "Take 5 mg q.d. for a week.", "One tablet qd, with food."],
    "dose-qod": ["Take it QOD.", "Give 20 mg q.o.d. in the morning."],
    "dose-trailing-zero": [
        "Take 1.0 mg.",
        "Give 5.00 mL.",
        "Inject 10.0 units.",
        "The dose is 2.0 mcg a day.",
        "Take 25.0mg at night.",
    ],
    "dose-naked-decimal": ["Take .5 mg.", "Give .25 mL.", "It is .1% of the dose.", "Start with .05 mcg."],
    "dose-ms": ["She was given MS 4 mg."],
    "dose-mso4": ["MSO4 was given.", "Give MgSO4 over an hour."],
    "dose-ug": ["Take 50 µg.", "Take 100μg a day."],
    "dose-ug-ascii": ["Take 50 ug.", "Take 100ug a day."],
    "dose-bid": ["Take 5 mg BID.", "Take one tablet t.i.d.", "Take 250 mg qid for a week."],
    "dose-sq": ["Inject 5 mg SQ.", "Give 5 mg sub q."],
    "dose-eye-ear": ["Put drops in A.D. at night.", "One drop into the eye, O.S."],
    "dose-dc": ["D/C the tablets tomorrow."],
    "dose-big-number": ["Give 100000 units.", "Take 50000 IU once a week."],
    "dose-m-units": ["Give 5 M units."],
    "dose-decimal-comma": ["Take 1,5 mg.", "Give 2,5 mL.", "Wait 7,5 hours.", "It rose to 38,5 °C."],
    "dose-percent-first": ["It helps %20 of women.", "About %5 have it."],
    "dose-degree": ["A fever above 39° is high."],
    "dose-temp-implausible": [
        "Her fever was 104 °C.",
        "A body temperature above 38 °F is a fever.",
        "His temperature was 375 °C with fever.",
    ],
    "dose-range-reversed": ["Take 10–5 mg.", "It lasts 20-5 days.", "It is seen in 30–10% of men."],
    "dose-mg-mcg-same-drug": [
        "Take 100 mcg of digoxin. Later take 100 mg of digoxin.",
        "Warfarin 5 mg. Then warfarin 5 mcg.",
    ],
    "dose-glucose-units": ["A glucose of 126 mmol/L is diabetes.", "The blood sugar was 7 mg/dL."],
    "dose-vague": ["Give a spoon of syrup.", "Take two spoons twice a day."],
}
"""Sentences of our own for each notation of the list whose risk is high or medium."""


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_dangerous_notation_has_sentences() -> None:
    dangerous = {row["id"] for row in rows() if row["severity"] in {"high", "medium"}}
    assert dangerous == set(MADE_UP)


def test_none_is_missed() -> None:
    linter = Linter(languagetool="off", select=["MD", "MT005"])
    missed = []
    for row in rows():
        for sentence in MADE_UP.get(row["id"], []):
            pattern = re.compile(row["regex"], re.IGNORECASE if row["id"] == "dose-bid" else 0)
            place = pattern.search(sentence) if row["regex"] else None
            found = [d for d in linter.check_text(sentence).diagnostics if d.severity is not Severity.INFO]
            if place is not None:
                found = [d for d in found if d.start < place.end() and place.start() < d.end]
            if not found:
                missed.append((row["id"], sentence))
    assert not missed
