"""Tables that were damaged, are hostile, or are none: what is wrong is told, and nothing is guessed."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import openpyxl
import pytest

from clinlint.errors import DecisionsError
from clinlint.review.identity import finding_ids
from clinlint.review.tables.columns import FACTS_SHEET, SHEET
from clinlint.review.tables.from_csv import table_from_csv
from clinlint.review.tables.from_xlsx import table_from_xlsx
from reports.sample import result_of, word_rule
from reports.test_schemas import HOSTILE, RULE
from review.tables import Filled, filled_csv, filled_xlsx, report
from review.test_tables import LINTER, RESULT, only


def changed(change: Any) -> bytes:
    return filled_xlsx(report("xlsx", RESULT), only(TY001=("accept", None, "")), change)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/{number}.xml", b"\0" * 50_000_000)
    return stream.getvalue()


def foreign() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "t.xlsx: the file is empty"),
        (b"Id,Where", "t.xlsx: this is no workbook in the format .xlsx"),
        (foreign(), "t.xlsx: this is no workbook of suggestions"),
        (bomb(), "t.xlsx: the workbook unpacks to more than 200,000,000 bytes"),
        (changed(lambda book: book.remove(book[SHEET])), "the sheet “Suggestions” is missing"),
        (changed(lambda book: book.remove(book[FACTS_SHEET])), "the sheet “clinlint” is missing"),
        (changed(lambda book: book[SHEET].delete_cols(10)), "the columns Decision are missing; delete none of them"),
        (changed(lambda book: setattr(book[SHEET]["A3"], "value", "X")), "row 3: there is no finding “X”"),
        (changed(lambda book: setattr(book[SHEET]["E3"], "value", "X")), "Marked words is not what clinlint wrote"),
        (changed(lambda book: setattr(book[SHEET]["I3"], "value", 1.5)), "made a number or date of Proposal (1.5)"),
        (changed(lambda book: setattr(book[SHEET]["I3"], "value", "=1+1")), "row 3: Proposal holds a formula"),
        (
            changed(lambda book: setattr(book[FACTS_SHEET]["B2"], "value", "c1.0.x")),
            "was changed, so it cannot be used",
        ),
    ],
)
def test_what_is_wrong_with_a_workbook_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(DecisionsError) as caught:
        table_from_xlsx(data, "t.xlsx")
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def as_csv(*, codec: str = "utf-8-sig", filled: Filled = only(TY001=("accept", None, "ok"))) -> bytes:  # noqa: B008
    return filled_csv(report("suggestions-csv", RESULT), filled, codec=codec, delimiter=";")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "t.csv: the file is empty"),
        (b"name,age\nx,1\n", "t.csv: this is no table of suggestions"),
        (b"Id,Proposal,Decision,Comment\nx,,,\n", "the columns clinlint are missing"),
        (as_csv().replace(b"c1.", b"c2."), "row 2: what clinlint wrote about this row is missing"),
        (as_csv()[:-9], "was changed, so it cannot be used; export the table again"),
        (as_csv().rpartition(b";")[0], "t.csv: row"),
        (as_csv() + b'"', "the file is damaged"),
        (b"\xff\xfe\x00", "is not utf-16-le"),
        (as_csv(codec="cp1252", filled=only(MT002=("edit", "ödem kısa", ""))), "a “?” may stand for a lost letter"),
        (as_csv(codec="utf-8").replace(b"accept", b"acc\xfft"), "cannot be told"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(DecisionsError) as caught:
        table_from_csv(data, "t.csv")
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_german_spreadsheet_saves_semicolons_and_its_own_encoding() -> None:
    filled = only(MT002=("Ja", "größer", ""), TY001=("accept", None, "Grüße"))
    saved = as_csv(codec="cp1252", filled=filled)
    (file,) = table_from_csv(saved, "t.csv").decisions.files
    assert {entry.text or entry.comment for entry in file.decisions} == {"größer", "Grüße"}


def test_turkish_letters_in_the_sentences_tell_the_encoding() -> None:
    (file,) = table_from_csv(as_csv(codec="cp1254", filled=only(MT002=("edit", "kısa", ""))), "t.csv").decisions.files
    assert file.decisions[0].text == "kısa"


def test_a_spreadsheet_of_a_mac_saves_returns_and_its_own_encoding() -> None:
    filled = only(MT002=("Ja", "größer", ""), TY001=("accept", None, "Grüße"))
    for codec in ("mac_roman", "utf-8"):
        saved = as_csv(codec=codec, filled=filled).replace(b"\r\n", b"\r")
        (file,) = table_from_csv(saved, "t.csv").decisions.files
        assert {entry.text or entry.comment for entry in file.decisions} == {"größer", "Grüße"}


def test_where_nothing_tells_the_encoding_letters_are_not_guessed() -> None:
    plain = LINTER.check_text("<p>It may hurt !</p>", media_type="text/html", name="page.html")
    (name,) = [name for name in finding_ids(plain.diagnostics) if name.startswith("TY001")]
    saved = filled_csv(report("suggestions-csv", plain), {name: ("edit", "kısa", "")}, codec="cp1254")
    with pytest.raises(DecisionsError, match="in which encoding the file was saved cannot be told"):
        table_from_csv(saved, "t.csv")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_neither_a_formula_nor_in_the_way(text: str) -> None:
    result = result_of(text, RULE, name="=cmd.txt")
    book = openpyxl.load_workbook(io.BytesIO(report("xlsx", result)))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "inlineStr"}
    rows = list(csv.reader(io.StringIO(report("suggestions-csv", result).decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    names = finding_ids(result.diagnostics)
    filled = dict.fromkeys(names, ("accept", None, ""))
    for table in (
        table_from_csv(filled_csv(report("suggestions-csv", result), filled), "t.csv"),
        table_from_xlsx(filled_xlsx(report("xlsx", result), filled), "t.xlsx"),
    ):
        (file,) = table.decisions.files
        assert [(entry.finding, entry.match) for entry in file.decisions] == [(name, "strech") for name in names]


def test_changes_that_are_too_large_for_a_cell_go_into_the_workbook_alone() -> None:
    noise = "".join(f"{number * number % 99991:x}" for number in range(30_000))
    result = result_of("A strech.", word_rule("strech", noise))
    (name,) = finding_ids(result.diagnostics)
    saved = report("suggestions-csv", result)
    assert b"too large for this table; decide on it in the workbook" in saved
    assert table_from_csv(saved, "t.csv").decisions.files == ()
    with pytest.raises(DecisionsError, match="row 2: what clinlint wrote about this row is missing"):
        table_from_csv(filled_csv(saved, {name: ("accept", None, "")}), "t.csv")
    table = table_from_xlsx(filled_xlsx(report("xlsx", result), {name: ("accept", None, "")}), "t.xlsx")
    assert table.decisions.files[0].decisions[0].edits == result.diagnostics[0].fixes[0].edits
    with pytest.raises(DecisionsError, match="Proposal was too long for a cell and is cut"):
        table_from_xlsx(filled_xlsx(report("xlsx", result), {name: ("edit", "shorter", "")}), "t.xlsx")
