"""The blocks of an article as paragraphs, lists and tables of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import quoteattr

from clinlint.model.document import Block, BlockKind, Document, Role
from clinlint.reports.docx.markup import paragraph

LABELS = {BlockKind.TITLE: "ClinlintTitle", BlockKind.META: "ClinlintDescription", BlockKind.ALT: "ClinlintPicture"}
"""Styles of what is not in the running text; the label before each is a list number, so that it is no text."""
_STYLES = {BlockKind.CAPTION: "Caption", BlockKind.QUOTE: "Quote", BlockKind.CODE: "ClinlintCode"}
_DEEPEST_LIST = 8
_TABLE_WIDTH = 9000


def shown_blocks(document: Document, marked: Iterable[int]) -> list[Block]:
    """The article's blocks, and of the page around it only those with findings."""
    wanted = frozenset(marked)
    return [
        b
        for b in document.blocks
        if b.role is Role.BODY or not document.whole_page or b.index in wanted or b.attrs.get("evidence") == "text"
    ]


def body(
    blocks: Sequence[Block], rows: Collection[str], content: Callable[[Block], str], number_of: Callable[[Block], int]
) -> Iterator[str]:
    """The elements of the body, in order.

    Args:
        blocks: what is shown.
        rows: those that make tables (``reports.tables.rows_of``).
        content: the runs of a block.
        number_of: the list definition of a list item.
    """
    for in_table, group in groupby(blocks, key=lambda block: block.attrs.get("row") in rows):
        if in_table:
            yield _table(list(group), content)
            # A document cannot end with a table.
            yield paragraph("", "", '<w:spacing w:after="0"/>')
        else:
            for block in group:
                yield _paragraph(block, content(block), number_of)


def _paragraph(block: Block, content: str, number_of: Callable[[Block], int]) -> str:
    if block.kind is BlockKind.HEADING:
        return paragraph(content, f"Heading{max(1, min(block.level, 9))}")
    if block.list is not None:
        level = min(block.list.depth - 1, _DEEPEST_LIST)
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_of(block)}"/></w:numPr>'
        return paragraph(content, "ListParagraph", number)
    if block.role is not Role.BODY:
        return paragraph(content, "ClinlintAround")
    if block.kind in LABELS:
        return paragraph(content, LABELS[block.kind])
    if "li" in block.path and block.kind is BlockKind.PARAGRAPH:
        return paragraph(content, "ListContinue")
    return paragraph(content, _STYLES.get(block.kind, ""))


def _table(blocks: Sequence[Block], content: Callable[[Block], str]) -> str:
    rows = [
        [list(cell) for _, cell in groupby(row, key=lambda block: block.attrs.get("cell"))]
        for _, row in groupby(blocks, key=lambda block: block.attrs["row"])
    ]
    columns = max(map(len, rows))
    width = _TABLE_WIDTH // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    made = ["".join(_cell(cell, width, content) for cell in _filled(row, columns)) for row in rows]
    properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def _filled(row: list[list[Block]], columns: int) -> list[list[Block]]:
    return row + [[] for _ in range(columns - len(row))]


def _cell(blocks: Sequence[Block], width: int, content: Callable[[Block], str]) -> str:
    held = "".join(paragraph(content(b), "ClinlintCell") for b in blocks) or paragraph("", "ClinlintCell")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{held}</w:tc>'


def language_of(tag: str) -> str:
    """A run's property that names its language, as Word writes it."""
    regions = {"en": "en-US", "tr": "tr-TR", "de": "de-DE", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "ar": "ar-SA"}
    return f"<w:lang w:val={quoteattr(regions.get(tag.lower(), tag))}/>"


def is_header(block: Block) -> bool:
    """True for the head of a table's column or row."""
    return "th" in block.path or "thead" in block.path
