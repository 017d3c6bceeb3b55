"""The paragraphs of a Word file: what stands in the text, in tables, notes, text boxes and on the edges of pages."""

from __future__ import annotations

from dataclasses import replace

from clinlint.model.document import BlockKind
from clinlint.model.manuscript import Border, Manuscript
from clinlint.model.source import Source
from clinlint.office.collecting import Collector, Draft, Item, Where
from clinlint.office.docx.content import chosen, control_border
from clinlint.office.docx.inline import Inline
from clinlint.office.docx.numbering import Numbering
from clinlint.office.docx.parts import WordParts, parts_of
from clinlint.office.docx.styles import Styles, is_on, value_of
from clinlint.office.package import Package
from clinlint.office.parts import tree_in, tree_of
from clinlint.office.xml import Node

CONTENTS = "table of contents"
_TRANSPARENT = frozenset({"w:ins", "w:moveTo", "w:customXml", "w:smartTag"})
_CHANGES = frozenset({"w:ins", "w:moveTo"})
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def layout(source: Source) -> Manuscript:
    """The paragraphs of a Word file.

    Raises:
        SourceError: when its XML is broken.
    """
    package = Package(source.data, source.name)
    paths = parts_of(package, source.name) or WordParts(source.parts[0].name)
    trees = {part.name: tree_in(source.text, part, source.name) for part in source.parts}

    def other(path: str) -> Node | None:
        return tree_of(package, path, source.name) if path else None

    story = _Story(Styles(other(paths.styles)), other(paths.numbering))
    if (body := trees[paths.main].child("w:body")) is not None:
        story.read(body, Where())
    for path, kind in ((paths.footnotes, "footnote"), (paths.endnotes, "endnote")):
        if path in trees:
            story.notes(trees[path], kind)
    for path in paths.furniture:
        # The root element is w:hdr or w:ftr.
        edge = "page header" if trees[path].name == "w:hdr" else "page footer"
        story.read(trees[path], Where(name=edge, furniture=edge, path=(edge.split()[1],)))
    core = other(paths.core)
    title = core.child("dc:title") if core is not None else None
    return story.collector.manuscript(" ".join(title.text().split()) if title is not None else "")


class _Story:
    """Walks through blocks: paragraphs, tables, and what holds them."""

    def __init__(self, styles: Styles, numbering: Node | None) -> None:
        self.collector = Collector()
        self._styles = styles
        self._numbering = Numbering(numbering)
        self._inline = Inline(styles, self.collector)
        self._pending: Draft | None = None
        self._boxes: list[tuple[Node, Where]] = []

    def read(self, node: Node, where: Where) -> None:
        """Reads what an element holds as a text of its own."""
        self._blocks(node, where)
        self._end()

    def notes(self, tree: Node, kind: str) -> None:
        """Reads footnotes or endnotes; those that the text does not refer to are not shown."""
        for note in tree.elements():
            number = self._inline.notes.get((kind, note.get("w:id")))
            if number is not None and note.get("w:type") not in _NO_NOTES:
                self.read(note, Where(name=f"{kind} {number}", path=(kind,)))

    def _end(self) -> None:
        """Ends a text: a paragraph whose end is deleted has no other to join here."""
        if self._pending is not None:
            draft, self._pending = self._pending, None
            self._add(draft)

    def _add(self, draft: Draft) -> None:
        self.collector.add(draft)
        boxes, self._boxes = self._boxes, []
        for box, where in boxes:
            self.read(box, where)

    def _blocks(self, node: Node, where: Where) -> None:
        for child in node.elements():
            name = child.name
            if name == "w:p":
                self._paragraph(child, where)
            elif name == "w:tbl":
                self._end()
                self._table(child, where)
            elif name in _TRANSPARENT:
                if name in _CHANGES:
                    self.collector.borders.append(Border(child.span, "a tracked change"))
                self._blocks(child, where)
            elif name == "w:sdt":
                self._control(child, where)
            elif name == "mc:AlternateContent" and (variant := chosen(child)) is not None:
                self._blocks(variant, where)

    def _control(self, node: Node, where: Where) -> None:
        properties, content = node.child("w:sdtPr"), node.child("w:sdtContent")
        if content is None or is_on(properties, "w:showingPlcHdr"):
            return
        if border := control_border(node, properties):
            self.collector.borders.append(border)
        gallery = next(properties.all("w:docPartGallery"), None) if properties is not None else None
        if gallery is not None and gallery.get("w:val") == "Table of Contents":
            where = replace(where, furniture=where.furniture or CONTENTS)
        self._blocks(content, where)

    def _table(self, node: Node, where: Where) -> None:
        number = self.collector.table()
        rows = _parts(node, "w:tr")
        if len(rows) == 1 and len(_parts(rows[0], "w:tc")) == 1:
            # A frame around some text.
            self.read(_parts(rows[0], "w:tc")[0], where.within("box"))
            return
        for row_number, row in enumerate(rows, 1):
            properties = row.child("w:trPr")
            if properties is not None and properties.child("w:del") is not None:
                continue
            column = 1
            for cell in _parts(row, "w:tc"):
                about = cell.child("w:tcPr")
                if about is None or about.child("w:cellDel") is None:
                    self.read(cell, self.collector.cell(where, number, row_number, column))
                span = value_of(about, "w:gridSpan")
                column += int(span) if span.isdecimal() and len(span) < 4 else 1

    def _paragraph(self, node: Node, where: Where) -> None:
        properties = node.child("w:pPr")
        style = self._styles.of_paragraph(properties)
        pending, self._pending = self._pending, None
        draft = Draft(node.start, where) if pending is None else replace(pending, where=where)
        if pending is not None:
            self.collector.borders.append(Border(node.span, "paragraphs that a tracked change joins"))
        self._describe(draft, properties, style)
        contents = self._inline.read(node, draft, style)
        if contents or self._styles.is_contents(style):
            draft.furniture = draft.furniture or CONTENTS
        inside = replace(where, inside="in a text box", path=(*where.path, "text box"))
        self._boxes += [(box, inside) for box in self._inline.taken_boxes()]
        mark = properties.child("w:rPr") if properties is not None else None
        if mark is not None and (mark.child("w:del") is not None or mark.child("w:moveFrom") is not None):
            self._pending = draft
        else:
            self._add(draft)

    def _describe(self, draft: Draft, properties: Node | None, style: str) -> None:
        level = self._styles.heading_level(style, properties)
        draft.level = level
        draft.kind = BlockKind.HEADING if level else self._styles.kind(style)
        draft.continues_list = self._styles.continues_list(style)
        draft.item = None
        if draft.kind is BlockKind.PARAGRAPH:
            place = self._numbering.place(properties, style, self._styles)
            draft.item = Item(*place) if place is not None else None


def _parts(node: Node, name: str) -> list[Node]:
    """The rows of a table or the cells of a row; content controls and the like may stand around them."""
    found: list[Node] = []
    for child in node.elements():
        if child.name == name:
            found.append(child)
        elif child.name == "w:sdt" and (content := child.child("w:sdtContent")) is not None:
            found += _parts(content, name)
        elif child.name in _TRANSPARENT:
            found += _parts(child, name)
    return found
