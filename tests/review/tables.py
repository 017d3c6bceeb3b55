"""Fills in tables of suggestions as a translator does."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from clinlint.model.diagnostic import LintResult, Severity
from clinlint.reports import Look, open_report
from clinlint.reports.summary import Tally
from clinlint.review.tables.cells import guarded
from clinlint.review.tables.columns import COMMENT, DECISION, ID, PROPOSAL, SHEET

Filled = Mapping[str, tuple[str, str | None, str]]
"""By id: the decision, the proposal (None to leave it as it is), the comment."""


def report(form: str, *results: LintResult) -> bytes:
    """What a format makes of results, as the bytes of its file."""
    binary = form == "xlsx"
    stream: Any = io.BytesIO() if binary else io.StringIO(newline="")
    writer = open_report(form, stream, Look())
    tally = Tally(Severity.INFO)
    writer.begin()
    for result in results:
        writer.add(tally.take(result))
    writer.finish(tally.summary())
    return stream.getvalue() if binary else stream.getvalue().encode("utf-8")


def filled_csv(data: bytes, filled: Filled, *, codec: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """The table with some rows filled in, saved in some way of saving CSV."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]) if rows else [], delimiter=delimiter)
    writer.writeheader()
    for row in rows:
        decision, proposal, comment = filled.get(row[ID], ("", None, ""))
        row[DECISION], row[COMMENT] = decision, guarded(comment)
        row[PROPOSAL] = row[PROPOSAL] if proposal is None else guarded(proposal)
        writer.writerow(row)
    return stream.getvalue().encode(codec, "replace")


def filled_xlsx(data: bytes, filled: Filled, change: Callable[[Any], object] | None = None) -> bytes:
    """The workbook with some rows filled in; ``change`` may do more to it."""
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    sheet: Any = book[SHEET]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        decision, proposal, comment = filled.get(sheet.cell(row, heads[ID]).value, ("", None, ""))
        for head, text in ((DECISION, decision), (PROPOSAL, proposal), (COMMENT, comment)):
            if text is not None:
                cell = sheet.cell(row, heads[head])
                cell.value = text
                if text:
                    cell.data_type = "s"
    if change is not None:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write(path: Path, data: bytes) -> Path:
    """The path, with the data in it."""
    path.write_bytes(data)
    return path
