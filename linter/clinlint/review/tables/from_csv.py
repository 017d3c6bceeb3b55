"""Reads a table of suggestions that was saved as CSV, in whatever way a spreadsheet saves it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import partial

from clinlint.errors import DecisionsError
from clinlint.review.tables.cells import unguarded
from clinlint.review.tables.columns import COLUMNS, COMMENT, DECISION, MACHINE, MARKED, NEEDED, PROPOSAL, WHERE
from clinlint.review.tables.facts import Facts
from clinlint.review.tables.rows import Row, Table, same, table_of

_DELIMITERS = (",", ";", "\t")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_OLD = ("cp1252", "cp1254", "cp1250")
"""What German, Turkish and Polish spreadsheets save as plain CSV; they differ in some letters."""

_OLD_MAC = ("mac_roman", "mac_turkish", "mac_latin2")
"""The same for “CSV (Macintosh)”, which ends its lines with a carriage return alone."""

_LINE_END = re.compile(r"\r\n?|\n")
_LOST = re.compile(r"\w\?\w|(?<!\w)\?\w")
_AGAIN = "save the table as “CSV UTF-8”, or use the .xlsx file"


def table_from_csv(data: bytes, name: str) -> Table:
    """The decisions in a CSV file.

    Raises:
        DecisionsError: when it is none of clinlint's, was damaged, or its encoding cannot be told for sure.
    """
    if not data.strip():
        raise DecisionsError(f"{name}: the file is empty; save the table again")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _table(_decoded(data[len(mark) :], codec, name), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _from_old(data, name)
    return _table(text, name)


def _decoded(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{name}: the file is damaged (byte {error.start:,} is not {codec}); {_AGAIN}") from error


def _table(text: str, name: str) -> Table:
    return table_of(_rows(text, name, same), "")


def _from_old(data: bytes, name: str) -> Table:
    """A file in an encoding of one byte a character, if it does not matter in which, or only one fits."""
    found: list[Table] = []
    for codec in _OLD if b"\n" in data else _OLD_MAC:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        is_same = partial(_same_but_for_losses, codec)
        try:
            rows = list(_rows(text, name, is_same))
        except _OtherTextError:
            continue
        for row in rows:
            cells = (row.comment, "" if is_same(row.proposal, row.facts.proposal) else row.proposal)
            if any(_LOST.search(cell) for cell in cells):
                raise DecisionsError(f"{row.where}: a “?” may stand for a lost letter ({codec}); {_AGAIN}")
        table = table_of(rows, "", is_same)
        if table not in found:
            found.append(table)
    if len(found) != 1:
        raise DecisionsError(f"{name}: in which encoding the file was saved cannot be told; {_AGAIN}")
    return found[0]


def _same_but_for_losses(codec: str, cell: str, written: str) -> bool:
    return same(cell, written) or same(cell, written.encode(codec, "replace").decode(codec))


class _OtherTextError(DecisionsError):
    """A row whose text is not the one that its facts name."""


def _rows(text: str, name: str, is_same: object) -> Iterator[Row]:
    assert callable(is_same)  # noqa: S101
    for number, cells in _records(text, name):
        word = cells.get(MACHINE, "").strip()
        if not any(cell.strip() for cell in cells.values()):
            continue
        where = f"{name}: row {number}"
        if not word and not cells[DECISION].strip():
            continue  # A remark of the reader's, or a finding that was too large for the table.
        try:
            facts = Facts.unsealed(word)
        except DecisionsError as error:
            raise DecisionsError(f"{where}: {error}; export the table again") from error
        plain = {head: unguarded(cell) for head, cell in cells.items()}
        for head, written in ((WHERE, facts.where), (MARKED, facts.marked)):
            if head in plain and not is_same(plain[head], written):
                raise _OtherTextError(
                    f"{where} ({facts.finding}): {head} is not what clinlint wrote; sort and save whole rows only"
                )
        yield Row(where, facts, plain[DECISION], plain[PROPOSAL], plain.get(COMMENT, ""))


def _records(text: str, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows behind the head, by head, with the number that a spreadsheet shows."""
    first = 1
    if text[:4].lower() == "sep=":
        text = _LINE_END.split(text, maxsplit=1)[-1]
        first = 2
    delimiter = _delimiter(text, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heads = [cell.strip() for cell in next(reader)]
        for number, cells in enumerate(reader, first + 1):
            if len(cells) < len(heads) and any(cells):
                raise DecisionsError(f"{name}: row {number} has {len(cells)} cells, not {len(heads)}; {_AGAIN}")
            yield number, dict(zip(heads, cells, strict=False))
    except csv.Error as error:
        raise DecisionsError(f"{name}: the file is damaged ({error}); {_AGAIN}") from error


def _delimiter(text: str, name: str) -> str:
    if text.startswith("\ufeff".encode().decode("cp1252")):
        raise DecisionsError(
            f"{name}: the table was opened in a wrong encoding, so its letters are damaged; open it as UTF-8"
        )
    line = _LINE_END.split(text, maxsplit=1)[0]
    for delimiter in _DELIMITERS:
        try:
            heads = {cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])}
        except csv.Error:
            continue
        if heads.issuperset({*NEEDED, MACHINE}):
            return delimiter
        if len(heads & set(COLUMNS)) > 2:
            missing = ", ".join(head for head in (*NEEDED, MACHINE) if head not in heads)
            raise DecisionsError(f"{name}: the columns {missing} are missing; delete none of them")
    raise DecisionsError(
        f"{name}: this is no table of suggestions ('clinlint check FILE --output suggestions-csv={name}' writes one)"
    )
