"""One finding of readability in a paragraph, and the level of an article in its result."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint import Linter
from clinlint.errors import ConfigurationError
from clinlint.model.audience import Audience
from clinlint.model.diagnostic import Severity
from clinlint.run.packing import packed, unpacked

CROWDED = (
    "The dressing should be changed prior to the visit of the nurse, who comes to your home every morning in the first "
    "week and looks at the wound, at the stitches, at your oedema and at your leg, which is not uncommon."
)
HARD_SENTENCE = (
    "Preoperative anaesthesiological evaluation encompasses cardiovascular comorbidities, pharmacological therapy and "
    "hypersensitivity reactions, which necessitates individualised interdisciplinary consideration. "
)


def test_a_paragraph_has_one_finding_that_names_the_rules_of_the_others() -> None:
    (found,) = Linter(languagetool="off", select=["RD"]).check_text(CROWDED).diagnostics
    assert found.rule == "RD002"
    assert found.also == ("RD005", "RD006", "RD008", "RD009")


def test_every_paragraph_has_its_own() -> None:
    text = f"{CROWDED}\n\nTreatment commences soon.\n"
    assert [d.rule for d in Linter(languagetool="off", select=["RD"]).check_text(text).diagnostics] == [
        "RD002",
        "RD005",
    ]


def test_the_gravest_stays() -> None:
    linter = Linter(languagetool="off", select=["RD"], config={"severity": {"RD009": "error"}})
    (found,) = linter.check_text(CROWDED).diagnostics
    assert (found.rule, found.severity) == ("RD009", Severity.ERROR)


def test_rules_of_other_families_do_not_count() -> None:
    found = Linter(languagetool="off", select=["RD", "TY003"]).check_text(CROWDED.replace("week and", "week  and"))
    assert sorted(d.rule for d in found.diagnostics) == ["RD002", "TY003"]


@pytest.mark.parametrize(
    ("sentences", "severity"), [(7, Severity.INFO), (20, Severity.WARNING)], ids=["a passage", "an article"]
)
def test_a_grade_far_above_the_audience_is_a_warning_only_for_an_article(sentences: int, severity: Severity) -> None:
    found = Linter(languagetool="off", select=["RD001"]).check_text(HARD_SENTENCE * sentences).diagnostics
    assert [d.severity for d in found] == [severity]
    assert len(found[0].related) == 3


def test_the_audience_decides_what_is_long() -> None:
    text = "We look at your leg " + "and at your arm " * 7 + "."  # 33 words
    by_audience = {
        audience: bool(
            Linter(languagetool="off", select=["RD002"], config={"audience": audience.value})
            .check_text(text)
            .diagnostics
        )
        for audience in Audience
    }
    assert by_audience == {Audience.PATIENT: True, Audience.GENERAL: False, Audience.PROFESSIONAL: False}


def test_the_audience_can_differ_by_file(tmp_path: Path) -> None:
    (tmp_path / "doctors").mkdir()
    for path in (tmp_path / "a.txt", tmp_path / "doctors" / "a.txt"):
        path.write_text(HARD_SENTENCE * 8, encoding="utf-8")
    configuration = tmp_path / "clinlint.toml"
    configuration.write_text('[[overrides]]\nfiles = ["doctors/**"]\naudience = "professional"\n', encoding="utf-8")
    linter = Linter(languagetool="off", select=["RD001"], config=configuration)
    assert [r.audience for r in linter.check_path(tmp_path / "doctors" / "a.txt").readings] == [Audience.PROFESSIONAL]
    assert [r.audience for r in linter.check_path(tmp_path / "a.txt").readings] == [Audience.PATIENT]


def test_an_unknown_audience_is_refused_with_the_choices() -> None:
    with pytest.raises(ConfigurationError, match="patient"):
        Linter(config={"audience": "children"})


def test_reading_time_is_told_only_when_it_is_asked_for_by_name() -> None:
    text = "You will wake up in a quiet room. " * 10
    assert not [d for d in Linter(languagetool="off", select=["RD"]).check_text(text).diagnostics if d.rule == "RD010"]
    (found,) = Linter(languagetool="off", select=["reading-time"]).check_text(text).diagnostics
    assert found.data["words"] == "80"


def test_no_rule_of_the_family_no_reading_level() -> None:
    assert Linter(languagetool="off", select=["TY"]).check_text(CROWDED).readings == ()
    assert Linter(languagetool="off", select=["RD002"]).check_text(CROWDED).readings[0].words == 42


def test_a_kept_result_has_its_reading_levels() -> None:
    result = Linter(languagetool="off", select=["RD"]).check_text(CROWDED)
    assert result.readings
    assert unpacked(result.source, packed(result)).readings == result.readings
