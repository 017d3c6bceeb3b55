"""Reads a workbook of suggestions, whichever spreadsheet saved it."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from clinlint.errors import DecisionsError
from clinlint.review.tables.columns import (
    COMMENT,
    DECISION,
    FACTS_SHEET,
    HELP_SHEET,
    ID,
    MARKED,
    NEEDED,
    PROPOSAL,
    SHEET,
    WHERE,
    YOUR_NAME,
)
from clinlint.review.tables.facts import Facts
from clinlint.review.tables.rows import Row, Table, same, table_of

_LARGEST = 200_000_000
"""The most bytes that a workbook may unpack to."""

_MOST_PARTS = 2_000
_MOST_COLUMNS = 60
_FOREIGN = "this is no workbook of suggestions ('clinlint check FILE --output xlsx=suggestions.xlsx' writes one)"


def table_from_xlsx(data: bytes, name: str) -> Table:
    """The decisions in a workbook.

    Raises:
        DecisionsError: when it is none of clinlint's, or was damaged.
    """
    if not data:
        raise DecisionsError(f"{name}: the file is empty; save the workbook again")
    _check_size(data, name)
    import openpyxl

    with warnings.catch_warnings():
        # About decorations that openpyxl does not keep; nothing is saved from here.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            sheets = {sheet.title: _cells(sheet) for sheet in book.worksheets}
        except Exception as error:
            raise DecisionsError(f"{name}: the workbook cannot be read ({_brief(error)}); save it again") from error
    if FACTS_SHEET not in sheets and SHEET not in sheets:
        raise DecisionsError(f"{name}: {_FOREIGN}")
    for title in (SHEET, FACTS_SHEET):
        if title not in sheets:
            raise DecisionsError(f"{name}: the sheet “{title}” is missing; export the workbook again")
    known = _facts(sheets[FACTS_SHEET])
    # Without rows there is nothing to decide on: an article in which nothing was found.
    if not known and len(sheets[SHEET]) > 1:
        raise DecisionsError(f"{name}: the sheet “{FACTS_SHEET}” is empty; export the workbook again")
    return table_of(_rows(sheets[SHEET], known, name), _reviewer(sheets.get(HELP_SHEET, [])))


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DecisionsError(f"{name}: this is no workbook in the format .xlsx; save it as one") from error
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise DecisionsError(
            f"{name}: the workbook unpacks to more than {_LARGEST:,} bytes; this is none of clinlint's"
        )


def _cells(sheet: Any) -> list[tuple[int, list[Any]]]:
    """Rows that hold something, with their numbers; cells as openpyxl reads them."""
    found = []
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), 1):
        if any(cell.value is not None for cell in row):
            found.append((number, list(row)))
    return found


def _facts(rows: list[tuple[int, list[Any]]]) -> dict[str, str]:
    """Sealed facts by id; long ones go on in further cells."""
    found = {}
    for _, cells in rows:
        values = [str(cell.value) for cell in cells if cell.value is not None]
        found[values[0]] = "".join(values[1:])
    return found


def _rows(rows: list[tuple[int, list[Any]]], known: dict[str, str], name: str) -> Iterator[Row]:
    heads = (
        {str(cell.value).strip(): at for at, cell in enumerate(rows[0][1]) if cell.value is not None} if rows else {}
    )
    missing = [head for head in NEEDED if head not in heads]
    if missing:
        raise DecisionsError(f"{name}: the columns {', '.join(missing)} are missing; delete none of them")
    for number, cells in rows[1:]:
        where = f"{name}: row {number}"
        texts = {head: _text(cells[at], head, where) for head, at in heads.items() if at < len(cells)}
        if not any(text.strip() for text in texts.values()):
            continue
        key = texts[ID].strip()
        if key not in known:
            raise DecisionsError(f"{where}: there is no finding “{key[:60]}”; leave the column {ID} as it was")
        try:
            facts = Facts.unsealed(known[key])
        except DecisionsError as error:
            raise DecisionsError(f"{where} ({key}): {error}; export the workbook again") from error
        for head, written in ((WHERE, facts.where), (MARKED, facts.marked)):
            if head in texts and not same(texts[head], written):
                raise DecisionsError(f"{where} ({key}): {head} is not what clinlint wrote; sort whole rows only")
        yield Row(where, facts, texts[DECISION], texts[PROPOSAL], texts.get(COMMENT, ""))


def _text(cell: Any, head: str, where: str) -> str:
    value = cell.value
    if value is None:
        return ""
    if head in (PROPOSAL, DECISION, COMMENT, ID):
        if getattr(cell, "data_type", "") == "f":
            raise DecisionsError(f"{where}: {head} holds a formula; write text")
        if isinstance(value, (bool, float, date, datetime, time)) and not _is_whole(value):
            raise DecisionsError(
                f"{where}: the spreadsheet made a number or date of {head} ({value}); format the cell as text and "
                "write it again"
            )
    return str(int(value)) if isinstance(value, float) and _is_whole(value) else str(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, float) and value.is_integer()


def _reviewer(rows: list[tuple[int, list[Any]]]) -> str:
    for _, cells in rows:
        values = [str(cell.value).strip() for cell in cells if cell.value is not None]
        if values and values[0].rstrip(":") == YOUR_NAME:
            return values[1] if len(values) > 1 else ""
    return ""


def _brief(error: Exception) -> str:
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return text if len(text) <= 120 else f"{text[:119]}…"
