"""Which blocks of an article make its tables."""

from __future__ import annotations

from clinlint.model.document import BlockKind, Document


def rows_of(document: Document) -> frozenset[str]:
    """The rows that hold a table's text: those of cells, or of several cells without headings."""
    cells: dict[str, set[str]] = {}
    plain: set[str] = set()
    headed: set[str] = set()
    for block in document.blocks:
        row = block.attrs.get("row")
        if row is not None:
            cells.setdefault(row, set()).add(block.attrs.get("cell", ""))
            if block.kind is BlockKind.CELL:
                plain.add(row)
            elif block.kind is BlockKind.HEADING:
                headed.add(row)
    return frozenset(row for row, found in cells.items() if row in plain or (len(found) > 1 and row not in headed))
