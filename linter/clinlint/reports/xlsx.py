"""Suggestions to decide on as a workbook: a sheet that explains, one to fill in, and a hidden one for the way back."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look
from clinlint.reports.suggestions import Suggestion, suggestions
from clinlint.reports.summary import Summary
from clinlint.review.tables.columns import (
    COLUMNS,
    COMMENT,
    DECISION,
    DELETE,
    FACTS_SHEET,
    HELP_SHEET,
    ID,
    MARKED,
    PROPOSAL,
    RULE,
    SENTENCE,
    SEVERITY,
    SHEET,
    SOURCE_WORD,
    WHERE,
    WHY,
    YOUR_NAME,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {
    ID: 17, WHERE: 18, SEVERITY: 12, SENTENCE: 50, MARKED: 20, RULE: 20, WHY: 40, SOURCE_WORD: 13, PROPOSAL: 24,
    DECISION: 12, COMMENT: 24,
}  # fmt: skip
_SEVERITIES = {
    # Fill, letters, and a word that tells them apart without colours.
    "error": ("FFC7362B", "FFFFFFFF", "● error"),
    "warning": ("FFFFE2A8", "FF5A3B00", "▲ warning"),
    "info": ("FFE3ECF7", "FF1F3A5F", "○ info"),
}
_TO_FILL_IN = "FFFFFBE6"
_HEAD = "FF1F3A5F"
_LINE = "FFD0D7E2"
_A4 = 9
_LINE_HEIGHT = 15
_HIGHEST = 400
_FILLED = 0.88
"""How much of a column's width a line fills before its next word is wrapped."""

_FONT = "Calibri"
_PART = 30_000
"""Characters of sealed facts in one cell."""

_HELP = f"""\
How to fill this in
1. On the sheet “{SHEET}”, choose accept, edit or reject in the column {DECISION}; leave it empty where you are unsure.
2. For a wording of your own, change the {PROPOSAL} and choose edit; {DELETE} takes the marked words out, and other \
words in [brackets] say what accept does.
3. When you reject, write why into {COMMENT}; then save the workbook and send it back.
“clinlint apply ARTICLE WORKBOOK” makes the changes in the article.""".splitlines()


def open_report(stream: IO[bytes], look: Look) -> XlsxReport:
    """The report, writing to the binary ``stream``."""
    return XlsxReport(stream)


class XlsxReport:
    """Collects the rows and writes the workbook at the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._rows: list[Suggestion] = []
        self._files = 0

    def begin(self) -> None:
        """A workbook is written at once, at the end."""

    def add(self, result: LintResult) -> None:
        """Takes the findings of one source."""
        self._files += 1
        self._rows.extend(suggestions(result, self._files))

    def finish(self, summary: Summary) -> None:
        """Writes the workbook."""
        import openpyxl

        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        _write_help(book.create_sheet(HELP_SHEET), len(self._rows))
        _write_suggestions(book.create_sheet(SHEET), self._rows)
        _write_facts(book.create_sheet(FACTS_SHEET), self._rows)
        book.active = 1 if self._rows else 0
        for number, sheet in enumerate(book.worksheets):
            sheet.sheet_view.tabSelected = number == (1 if self._rows else 0)
        book.properties.creator = "clinlint"
        book.properties.title = "Suggestions"
        book.save(self._stream)


def _put(cell: Cell | MergedCell, value: Any) -> None:
    """Writes text as text: what begins like a formula is none, and stays none when somebody edits the cell."""
    written: Any = cell
    written.value = value
    if isinstance(value, str) and value:
        written.data_type = "s"
        written.quotePrefix = value[0] in "=+-@'"


def _write_help(sheet: Worksheet, number: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 14
    sheet.column_dimensions["B"].width = 84
    for row, text in enumerate(_HELP, 1):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        cell = sheet.cell(row, 1)
        _put(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.font = Font(name=_FONT, bold=row == 1, size=16 if row == 1 else 12, color=_HEAD if row == 1 else None)
        sheet.row_dimensions[row].height = 36
    _put(sheet.cell(7, 1), f"{YOUR_NAME}:")
    name = sheet.cell(7, 2)
    name.fill = PatternFill("solid", fgColor=_TO_FILL_IN)
    name.border = Border(bottom=Side("thin", color=_HEAD))
    name.number_format = "@"
    sheet.cell(7, 1).font = Font(name=_FONT, bold=True)
    _put(sheet.cell(9, 1), "Suggestions:")
    sheet.cell(9, 2, number).alignment = Alignment(horizontal="left")
    _for_print(sheet)


def _write_suggestions(sheet: Worksheet, rows: list[Suggestion]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, head in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS[head]
        _put(sheet.cell(1, number), head)
    look = _Look()
    look.head(sheet)
    for number, row in enumerate(rows, 2):
        for column, head in enumerate(COLUMNS, 1):
            look.dress(sheet.cell(number, column), head, row)
        sheet.row_dimensions[number].height = _height(row)
    sheet.freeze_panes = "B2"
    last = max(2, len(rows) + 1)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    decision = get_column_letter(COLUMNS.index(DECISION) + 1)
    choice = DataValidation("list", formula1='"accept,edit,reject"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = "Decision", "Choose accept, edit or reject, or leave the cell empty."
    choice.add(f"{decision}2:{decision}{last}")
    sheet.add_data_validation(choice)
    sheet.print_title_rows = "1:1"
    _for_print(sheet)


def _for_print(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = True, False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.4)


def _write_facts(sheet: Worksheet, rows: list[Suggestion]) -> None:
    sheet.sheet_state = "hidden"
    for number, row in enumerate(rows, 1):
        sealed = row.facts.sealed()
        _put(sheet.cell(number, 1), row.id)
        for part in range(0, len(sealed), _PART):
            _put(sheet.cell(number, 2 + part // _PART), sealed[part : part + _PART])


def _height(row: Suggestion) -> float:
    """Points for all lines of a row: not every spreadsheet finds the height of wrapped cells itself."""
    texts = {head: str(text(row) or "") for head, text in _TEXTS.items()}
    texts[SENTENCE] = row.before + row.marked_in + row.behind
    lines = [_lines(text, _WIDTHS[head] * _FILLED) for head, text in texts.items()]
    return min(_HIGHEST, max(lines) * _LINE_HEIGHT + 5)


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) // width) for line in text.split("\n"))


class _Look:
    """Styles that all rows share, made once."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._centred = Alignment(vertical="top", horizontal="center")
        self._line = Border(bottom=Side("thin", color=_LINE))
        self._to_fill_in = PatternFill("solid", fgColor=_TO_FILL_IN)
        self._head = PatternFill("solid", fgColor=_HEAD)
        self._head_font = Font(name=_FONT, bold=True, color="FFFFFFFF")
        self._small = Font(name=_FONT, size=9, color="FF5B6675")
        self._bold = Font(name=_FONT, bold=True)
        self._severity = {
            name: (PatternFill("solid", fgColor=fill), Font(name=_FONT, bold=True, color=letters))
            for name, (fill, letters, _) in _SEVERITIES.items()
        }

    def head(self, sheet: Worksheet) -> None:
        """The first row."""
        from openpyxl.styles import Alignment

        sheet.row_dimensions[1].height = 24
        for cell in sheet[1]:
            cell.fill, cell.font = self._head, self._head_font
            cell.alignment = Alignment(vertical="center")

    def dress(self, cell: Cell | MergedCell, head: str, row: Suggestion) -> None:
        """Writes what stands in a column of a row, and how it looks."""
        cell.alignment, cell.border = self._wrapped, self._line
        if head == SENTENCE:
            _put(cell, _sentence(row))
        elif head == SEVERITY:
            _put(cell, _SEVERITIES[row.severity][2])
            cell.fill, cell.font = self._severity[row.severity]
            cell.alignment = self._centred
        else:
            _put(cell, _TEXTS[head](row))
        if head in (ID, WHERE, RULE):
            cell.font = self._small
        if head in (PROPOSAL, DECISION, COMMENT):
            cell.fill, cell.number_format = self._to_fill_in, "@"
        if head in (MARKED, DECISION):
            cell.font = self._bold


_TEXTS: dict[str, Any] = {
    ID: lambda row: row.id,
    WHERE: lambda row: row.facts.where,
    MARKED: lambda row: row.facts.marked,
    RULE: lambda row: row.rule,
    WHY: lambda row: row.why,
    SOURCE_WORD: lambda row: row.source_word,
    PROPOSAL: lambda row: row.facts.proposal,
    DECISION: lambda row: None,
    COMMENT: lambda row: None,
}


def _sentence(row: Suggestion) -> Any:
    """The sentence with its marked words in bold, red and underlined."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    if not row.marked_in:
        return row.before + row.behind
    marked = InlineFont(rFont=_FONT, sz=11, b=True, color=Color("FFB3261E"), u="single")
    # A plain part among formatted ones loses its outer spaces in some spreadsheets.
    plain = InlineFont(rFont=_FONT, sz=11)
    parts = [(row.before, plain), (row.marked_in, marked), (row.behind, plain)]
    return CellRichText(*(TextBlock(font, text) for text, font in parts if text))
