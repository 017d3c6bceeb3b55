"""Tables that translators fill in: what they decided comes back, however the table was saved."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.errors import DecisionsError
from clinlint.model.diagnostic import LintResult
from clinlint.review.applying import apply_decisions
from clinlint.review.decisions import Decision, Decisions, FileDecisions, Verdict
from clinlint.review.identity import digest, finding_ids
from clinlint.review.reading import decisions_from_json
from clinlint.review.tables.cells import LONGEST, cut, fits, guarded, unguarded
from clinlint.review.tables.columns import DELETE, HELP_SHEET, SHEET
from clinlint.review.tables.facts import Facts
from clinlint.review.tables.from_csv import table_from_csv
from clinlint.review.tables.from_xlsx import table_from_xlsx
from clinlint.review.writing import decisions_as_json
from review.tables import Filled, filled_csv, filled_xlsx, report

LINTER = Linter(languagetool="off")
PAGE = """<h1>Knee pain</h1><p>The pain &amp; the fever goes away !</p><p>It may <b>hurt the the</b> knee ,often.</p>
<p>Take 1,5 mg (with water.</p><p>It doesnâ€™t last, and the thıck vein “closes “.</p><p>=1+1 is is two !</p>"""
RESULT = LINTER.check_text(PAGE, media_type="text/html", name="page.html")
NAMES = finding_ids(RESULT.diagnostics)
OWN = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1
).map(str.strip)


def decided(result: LintResult, filled: Filled) -> Decisions:
    """What was filled in, as decisions made by hand."""
    found: list[Decision] = []
    for name, diagnostic in zip(finding_ids(result.diagnostics), result.diagnostics, strict=True):
        word, text, comment = filled.get(name, ("", None, ""))
        if not word:
            continue
        more: dict[str, Any] = {"edit": {"text": text}, "accept": {}, "reject": {"reason": comment}}[word]
        if word == "accept":
            more = {"edits": diagnostic.fixes[0].edits}
        if word != "reject":
            more = {**more, "comment": comment}
        found.append(
            Decision(
                name,
                diagnostic.rule,
                diagnostic.fingerprint,
                diagnostic.match,
                diagnostic.ranges,
                Verdict(word),
                **more,
            )
        )
    return Decisions((FileDecisions(result.source.name, digest(result.source), tuple(found)),) if found else ())


def choices(result: LintResult) -> st.SearchStrategy[Filled]:
    rows = {}
    for name, diagnostic in zip(finding_ids(result.diagnostics), result.diagnostics, strict=True):
        spaced = diagnostic.match != diagnostic.match.strip()
        own = OWN.filter(bool).filter(lambda text: text.casefold() != DELETE)
        # What equals the proposal is the proposal, and not a wording of one's own.
        own = own.filter(lambda text: not text.startswith("[") and text.strip("␣") and len(text) > 2)
        options = [
            st.just(("", None, "")),
            st.tuples(st.just("reject"), st.none(), OWN),
            st.tuples(st.just("edit"), own.map(lambda text: f"{text} indeed"), OWN),
        ]
        if diagnostic.fixes:
            options.append(st.tuples(st.just("accept"), st.none(), OWN))
        rows[name] = st.one_of(options)
        assert not spaced or diagnostic.match.isspace()
    return st.fixed_dictionaries(rows)


@settings(max_examples=25)
@given(choices(RESULT), st.sampled_from(["utf-8-sig", "utf-8", "utf-16"]), st.sampled_from(",;\t"))
def test_csv_workbook_and_json_give_the_same_decisions(filled: Filled, codec: str, delimiter: str) -> None:
    expected = decided(RESULT, filled)
    csv_table = table_from_csv(
        filled_csv(report("suggestions-csv", RESULT), filled, codec=codec, delimiter=delimiter), "t.csv"
    )
    assert csv_table.decisions == expected
    xlsx_table = table_from_xlsx(filled_xlsx(report("xlsx", RESULT), filled), "t.xlsx")
    assert xlsx_table.decisions == expected
    assert decisions_from_json(decisions_as_json(expected), "d.json") == expected
    if expected.files:
        entries = expected.files[0].decisions
        assert (
            apply_decisions(RESULT.source, entries).after.data
            == apply_decisions(RESULT.source, xlsx_table.decisions.files[0].decisions[::-1]).after.data
        )


@given(st.text(st.sampled_from("'=+-@\t\ra "), max_size=6))
def test_no_cell_is_a_formula_and_its_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(st.sampled_from("a👩é"), max_size=9).map(lambda text: text * 5_000))
def test_a_long_text_is_cut_to_a_cell(text: str) -> None:
    assert fits(cut(text))
    assert fits(text) == (cut(text) == text)
    assert len(cut(text).encode("utf-16-le")) // 2 <= LONGEST


def only(**filled: tuple[str, str | None, str]) -> Filled:
    """Filled in for the first finding of a rule."""
    by_rule = {name.split("-")[0]: name for name in reversed(NAMES)}
    return {by_rule[rule]: cells for rule, cells in filled.items()}


def read_both(filled: Filled) -> list[Decision]:
    tables = [
        table_from_csv(filled_csv(report("suggestions-csv", RESULT), filled), "t.csv"),
        table_from_xlsx(filled_xlsx(report("xlsx", RESULT), filled), "t.xlsx"),
    ]
    assert tables[0].decisions == tables[1].decisions
    return [entry for file in tables[0].decisions.files for entry in file.decisions]


@pytest.mark.parametrize("word", ["accept", "ACCEPT", " Yes ", "ja", "Evet", "ok"])
def test_the_words_for_yes(word: str) -> None:
    assert [entry.verdict for entry in read_both(only(TY001=(word, None, "")))] == [Verdict.ACCEPT]


@pytest.mark.parametrize("word", ["Reject", "no", "NEIN", "hayır", "HAYIR"])
def test_the_words_for_no(word: str) -> None:
    assert [entry.verdict for entry in read_both(only(TY001=(word, None, "why")))] == [Verdict.REJECT]


def test_accepting_a_changed_proposal_is_a_wording_of_ones_own() -> None:
    (entry,) = read_both(only(MT002=("accept", "swollen", "")))
    assert (entry.verdict, entry.text) == (Verdict.EDIT, "swollen")


def test_editing_without_a_change_is_accepting() -> None:
    assert [entry.verdict for entry in read_both(only(MT002=("edit", None, "")))] == [Verdict.ACCEPT]


def test_delete_takes_the_words_out() -> None:
    (entry,) = read_both(only(MT002=("edit", "[Delete]", "")))
    assert (entry.verdict, entry.text) == (Verdict.EDIT, "")


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (("maybe", None, ""), "“maybe” is none of accept, edit, reject; leave it empty to decide later"),
        (("edit", "", ""), "Proposal is empty; write your wording, or [delete]"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named(cells: tuple[str, str | None, str], sentence: str) -> None:
    for read, fill, form in (
        (table_from_csv, filled_csv, "suggestions-csv"),
        (table_from_xlsx, filled_xlsx, "xlsx"),
    ):
        with pytest.raises(DecisionsError, match=r"t: row \d+ \(MT002-\d+-\d+\): ") as caught:
            read(fill(report(form, RESULT), only(MT002=cells)), "t")  # type: ignore[operator]
        assert sentence in str(caught.value)


def test_a_changed_proposal_without_a_decision_is_told() -> None:
    table = table_from_xlsx(filled_xlsx(report("xlsx", RESULT), only(MT002=("", "swollen", ""))), "t.xlsx")
    assert table.decisions.files == ()
    assert [note.endswith("the proposal was changed, but nothing decided; left out") for note in table.notes] == [True]


def test_the_reviewer_stands_on_the_first_sheet() -> None:
    def sign(book: Any) -> None:
        book[HELP_SHEET].cell(7, 2).value = "Ayşe"

    table = table_from_xlsx(filled_xlsx(report("xlsx", RESULT), only(TY001=("yes", None, "")), sign), "t.xlsx")
    assert table.decisions.files[0].decisions[0].reviewer == "Ayşe"


def test_sorted_and_deleted_rows_and_columns_do_no_harm() -> None:
    def disorder(book: Any) -> None:
        sheet = book[SHEET]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        kept = [row for row in reversed(rows) if row[9]]
        sheet.delete_rows(2, sheet.max_row)
        for row in kept:
            sheet.append(row)
        sheet.delete_cols(4)

    filled = only(TY001=("accept", None, "a"), MT002=("edit", "swollen", ""), MT005=("reject", None, "b"))
    table = table_from_xlsx(filled_xlsx(report("xlsx", RESULT), filled, disorder), "t.xlsx")
    assert set(table.decisions.files[0].decisions) == set(decided(RESULT, filled).files[0].decisions)


def test_several_files_in_one_table_stay_apart() -> None:
    other = LINTER.check_text("<p>It hurts !</p>", media_type="text/html", name="other.html")
    (name,) = [name for name in finding_ids(other.diagnostics) if name.startswith("TY001")]
    filled = {f"{name}@2": ("accept", None, ""), **only(MT002=("reject", None, ""))}
    for table in (
        table_from_csv(filled_csv(report("suggestions-csv", RESULT, other), filled), "t.csv"),
        table_from_xlsx(filled_xlsx(report("xlsx", RESULT, other), filled), "t.xlsx"),
    ):
        assert {file.path: [entry.rule for entry in file.decisions] for file in table.decisions.files} == {
            "page.html": ["MT002"],
            "other.html": ["TY001"],
        }


def test_facts_survive_their_seal() -> None:
    for line in report("suggestions-csv", RESULT).decode().splitlines()[1:]:
        word = line.rpartition(",")[2]
        assert Facts.unsealed(word).sealed() == word
