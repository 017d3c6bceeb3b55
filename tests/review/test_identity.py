"""The names of findings, which decisions are tied to."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.model.diagnostic import Severity
from clinlint.review.identity import finding_ids

(FOUND,) = (
    d for d in Linter(languagetool="off").check_text("It may hurt the the knee.").diagnostics if d.rule == "TY006"
)


def test_findings_of_one_rule_at_one_place_are_counted_on_the_gravest_first() -> None:
    hint, warning, error = (replace(FOUND, severity=severity) for severity in (Severity.INFO, *list(Severity)[1::-1]))
    name = f"TY006-{FOUND.start}-{FOUND.end}"
    severities = [finding.severity for finding in (hint, warning, error)]
    ranks = sorted(severities, key=lambda severity: -severity.rank)
    names = dict(zip(severities, finding_ids([hint, warning, error]), strict=True))
    assert [names[severity] for severity in ranks] == [name, f"{name}-2", f"{name}-3"]


@given(st.lists(st.tuples(st.sampled_from(Severity), st.sampled_from([0, 3])), max_size=8), st.sampled_from(Severity))
def test_what_is_left_out_as_less_severe_changes_no_name(found: list[tuple[Severity, int]], least: Severity) -> None:
    diagnostics = [replace(FOUND, severity=severity, range=FOUND.range.shifted(by)) for severity, by in found]
    names = dict(zip(map(id, diagnostics), finding_ids(diagnostics), strict=True))
    assert len(set(names.values())) == len(diagnostics)
    shown = [diagnostic for diagnostic in diagnostics if diagnostic.severity.rank >= least.rank]
    assert finding_ids(shown) == [names[id(diagnostic)] for diagnostic in shown]
