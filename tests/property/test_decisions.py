"""Decisions on real findings in files of every format and encoding: what is applied is what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.fixing.changes import make_changes
from clinlint.fixing.own_words import in_own_words
from clinlint.fixing.plan import Change
from clinlint.fixing.rewrite import rewritten
from clinlint.model.diagnostic import LintResult
from clinlint.review.applying import apply_decisions, misfits
from clinlint.review.decisions import Decision, Decisions
from clinlint.review.identity import finding_ids
from clinlint.review.reading import decisions_from_json
from clinlint.review.tables.from_csv import table_from_csv
from clinlint.review.tables.from_xlsx import table_from_xlsx
from clinlint.review.writing import decisions_as_json
from property.test_fixing import FILES, lint
from review.reviewers import accepted, file_of, rejected, reworded
from review.tables import filled_csv, filled_xlsx, report

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
WORDS = st.sampled_from(["", "muscle", "R&D <b>", "5 mg", "a\\b", "“x”", "*y*", '"q"', " z"])


def everything_accepted(result: LintResult) -> list[Decision]:
    return [accepted(result, d, number) for d in result.diagnostics for number in range(len(d.fixes))]


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.*")), ids=lambda path: path.name)
def test_every_fix_of_the_articles_can_be_accepted(path: Path) -> None:
    if path.name.endswith(".expected.json"):
        return
    result = Linter(languagetool="off").check_path(path)
    assert misfits(result.source, everything_accepted(result), result.documents) == ()


@settings(max_examples=60)
@given(FILES, st.data())
def test_what_is_applied_is_what_was_decided(file: tuple[str, str, str, bool], data: st.DataObject) -> None:
    result = lint(file)
    if result is None or not result.diagnostics:
        return
    assert misfits(result.source, everything_accepted(result), result.documents) == ()
    decisions: list[Decision] = []
    changes: list[Change] = []
    for diagnostic in result.diagnostics:
        kind = data.draw(st.sampled_from(["accept", "edit", "reject", "later"]))
        if kind == "accept" and diagnostic.fixes:
            decisions.append(accepted(result, diagnostic))
            changes.append(Change(diagnostic, diagnostic.fixes[0]))
        elif kind == "edit":
            text = data.draw(WORDS)
            decisions.append(reworded(result, diagnostic, text))
            change = in_own_words(result.documents, diagnostic, text)
            changes += [change] if change is not None else []
        elif kind == "reject":
            decisions.append(rejected(result, diagnostic, "no"))
    assert decisions_from_json(decisions_as_json(Decisions((file_of(result, *decisions),))), "d").files[
        0
    ].decisions == (tuple(decisions))
    done = apply_decisions(result.source, data.draw(st.permutations(decisions)))
    assert done.after.data == apply_decisions(result.source, decisions, result.documents).after.data
    assert len(done.made) + len(done.not_made) + len(done.rejected) == len(decisions)
    # Order among changes that begin together is the rule's; with one of them at most, ours is the engine's own.
    outcome = make_changes(result.source, result.documents, changes, by_person=True)
    if not outcome.waiting:
        assert done.after.data == outcome.after.data
    made = [edit for entry in done.made for edit in entry.edits]
    if all(entry.edits for entry in done.made):
        # No byte outside of the edits changes (test_fixing holds that for rewritten).
        assert done.after.data == rewritten(result.source, made).data


@settings(max_examples=15)
@given(FILES, st.data())
def test_tables_of_any_file_come_back(file: tuple[str, str, str, bool], data: st.DataObject) -> None:
    result = lint(file)
    if result is None or not result.diagnostics:
        return
    filled = {}
    expected = []
    for name, diagnostic in zip(finding_ids(result.diagnostics), result.diagnostics, strict=True):
        if diagnostic.suppressed_by:
            continue
        kind = data.draw(st.sampled_from(["accept", "reject", "later"]))
        if kind == "accept" and diagnostic.fixes:
            filled[name] = ("accept", None, "")
            expected.append(accepted(result, diagnostic))
        elif kind == "reject":
            filled[name] = ("reject", None, "=why")
            expected.append(rejected(result, diagnostic, "=why"))
    for table in (
        table_from_csv(filled_csv(report("suggestions-csv", result), filled), "t.csv"),
        table_from_xlsx(filled_xlsx(report("xlsx", result), filled), "t.xlsx"),
    ):
        found = [entry for part in table.decisions.files for entry in part.decisions]
        assert found == expected
