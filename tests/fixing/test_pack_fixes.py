"""Which replacements of packs a run may make unseen."""

from __future__ import annotations

import pytest

from clinlint import Linter
from clinlint.model.fix import Applicability

LINTER = Linter(languagetool="off", source_language="tr")


@pytest.mark.parametrize(
    ("text", "rule", "applicability"),
    [
        ("You should give weight before the operation.", "MT102", Applicability.UNSAFE),
        # "Lose weight protects the knee." would be what a run makes of it.
        ("Giving weight protects the knee.", "MT102", Applicability.DISPLAY),
        ("Hunger blood sugar is measured first.", "MT102", Applicability.UNSAFE),
        ("Eye bottom bleeding threatens the sight.", "MT102", Applicability.DISPLAY),
    ],
)
def test_replacements_of_packs(text: str, rule: str, applicability: Applicability) -> None:
    fixes = [d.fixes[0].applicability for d in LINTER.check_text(text).diagnostics if d.rule == rule and d.fixes]
    assert fixes == [applicability]


def test_what_was_measured_after_a_meal_is_never_called_fasting() -> None:
    found = LINTER.check_text("The satiety blood sugar is measured too.").diagnostics
    titles = [fix.title for diagnostic in found for fix in diagnostic.fixes]
    assert titles == ["Write “blood sugar after a meal”"]
