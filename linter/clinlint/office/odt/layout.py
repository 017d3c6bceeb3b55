"""The paragraphs of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinlint.model.document import BlockKind
from clinlint.model.manuscript import Border, Chunk, Manuscript
from clinlint.model.source import Source
from clinlint.office.collecting import Collector, Draft, Item, Where
from clinlint.office.odt.styles import Styles
from clinlint.office.package import Package
from clinlint.office.parts import tree_in, tree_of
from clinlint.office.xml import Node, Text

TEXT_PARTS = ("content.xml", "styles.xml")
"""The members that hold text: the article, and what stands on the edges of pages."""

_CORE = "meta.xml"
_MOST_SPACES = 1_000
_SECTIONS = frozenset({"text:section", "text:numbered-paragraph", "office:text"})
_INDEXES = frozenset(
    {
        "text:table-of-content",
        "text:alphabetical-index",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
    }
)
_UNSEEN = frozenset(
    {"text:tracked-changes", "office:annotation", "office:annotation-end", "text:note-citation", "text:hidden-text"}
    | {
        "text:hidden-paragraph",
        "text:ruby-text",
        "office:event-listeners",
        "text:variable-decls",
        "text:sequence-decls",
    }
    | {"office:forms", "text:user-field-decls", "text:index-title-template", "title", "desc", "text:bookmark"}
)
_SIGNS = frozenset({"text:s", "text:tab", "text:line-break"})
_INLINE = frozenset({"text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base"})


def layout(source: Source) -> Manuscript:
    """The paragraphs of an OpenDocument text.

    Raises:
        SourceError: when its XML is broken.
    """
    package = Package(source.data, source.name)
    trees = {part.name: tree_in(source.text, part, source.name) for part in source.parts}
    walk = _Walk(Styles(trees[name] for name in reversed(TEXT_PARTS) if name in trees))
    for body in trees[source.parts[0].name].all("office:text"):
        walk.blocks(body, Where())
    if "styles.xml" in trees:
        for edge in trees["styles.xml"].all("style:header", "style:footer"):
            name = f"page {edge.name.partition(':')[2]}"
            walk.blocks(edge, Where(name=name, furniture=name, path=(name.split()[1],)))
    title = None
    if _CORE in package:
        title = next(tree_of(package, _CORE, source.name).all("dc:title"), None)
    return walk.collector.manuscript(" ".join(title.text().split()) if title is not None else "")


class _Walk:
    def __init__(self, styles: Styles) -> None:
        self.collector = Collector()
        self._styles = styles
        self._notes = {"footnote": 0, "endnote": 0}
        self._inside: list[tuple[Node, Where]] = []
        self._spaced = True

    def blocks(self, node: Node, where: Where) -> None:
        """Reads paragraphs, lists and tables."""
        for child in node.elements():
            name = child.name
            if name in {"text:p", "text:h"}:
                self._paragraph(child, where, None)
            elif name == "text:list":
                self._list(child, where, "", 1)
            elif name == "table:table":
                self._table(child, where)
            elif name in _INDEXES:
                contents = replace(where, furniture=where.furniture or "table of contents")
                for body in child.all("text:index-body"):
                    self.blocks(body, contents)
            elif name in _SECTIONS or name in {"text:index-title", "text:list-header"}:
                if child.get("text:display") != "none":
                    self.blocks(child, where)
            elif name in {"draw:frame", "draw:custom-shape", "draw:text-box"}:
                self.blocks(child, replace(where, inside="in a text box"))

    def _list(self, node: Node, where: Where, style: str, depth: int) -> None:
        style = node.get("text:style-name") or style
        ordered = self._styles.is_ordered(style, depth)
        for entry in node.elements():
            item: Item | None = Item(str(node.start), depth, ordered) if entry.name == "text:list-item" else None
            for child in entry.elements():
                if child.name in {"text:p", "text:h"}:
                    self._paragraph(child, where, item, in_list=True)
                    item = None
                elif child.name == "text:list":
                    self._list(child, where, style, depth + 1)

    def _table(self, node: Node, where: Where) -> None:
        number = self.collector.table()
        rows = list(node.all("table:table-row"))
        if len(rows) == 1 and len(cells := list(rows[0].all("table:table-cell"))) == 1:
            # A frame around some text.
            self.blocks(cells[0], where.within("box"))
            return
        for row_number, row in enumerate(rows, 1):
            column = 1
            for cell in row.elements():
                if cell.name == "table:table-cell":
                    self.blocks(cell, self.collector.cell(where, number, row_number, column))
                repeated = cell.get("table:number-columns-repeated", "1")
                column += int(repeated) if repeated.isdecimal() and len(repeated) < 5 else 1

    def _paragraph(self, node: Node, where: Where, item: Item | None, *, in_list: bool = False) -> None:
        style = node.get("text:style-name")
        draft = Draft(node.start, where, self._styles.kind(style), item=item, continues_list=in_list)
        if node.name == "text:h":
            level = node.get("text:outline-level", "1")
            draft.kind, draft.item = BlockKind.HEADING, None
            draft.level = min(6, max(1, int(level))) if level.isdecimal() and len(level) < 3 else 1
        elif draft.kind is BlockKind.HEADING:
            draft.level = 1
        outer, self._inside = self._inside, []
        self._spaced = True
        self._content(node, draft, (style,))
        inside, self._inside = self._inside, outer
        self.collector.add(draft)
        for box, place in inside:
            self.blocks(box, place)

    def _content(self, node: Node, draft: Draft, styles: tuple[str, ...]) -> None:
        hidden = self._styles.is_hidden(*styles)
        bold = self._styles.is_bold(*styles)
        language = self._styles.language(*styles)
        for child in node.children:
            if isinstance(child, Text) or child.name in _SIGNS:
                for chunk in () if hidden else self._characters(child, bold):
                    draft.add(chunk, language)
            elif child.name in _INLINE:
                if child.name == "text:a":
                    self.collector.borders.append(Border(child.span, "a link"))
                self._content(child, draft, (child.get("text:style-name"), *styles))
            else:
                self._element(child, draft, styles)

    def _element(self, node: Node, draft: Draft, styles: tuple[str, ...]) -> None:
        """What stands in a paragraph and is none of its own characters."""
        if node.name == "text:note":
            self._note(node, draft.where)
        elif node.name.startswith("draw:"):
            self._boxes(node, draft.where)
        elif node.name.startswith("text:") and node.name not in _UNSEEN and node.children:
            # All other elements with text are fields.
            self.collector.borders.append(Border(node.span, "a field that the program computes", closed=True))
            self._content(node, draft, styles)

    def _characters(self, text: Text | Node, bold: bool) -> Iterator[Chunk]:
        """White space of the XML is one space, and none at the beginning of a paragraph or behind another."""
        if isinstance(text, Node):
            yield Chunk(_sign(text), text.start, text.end, False, bold)
            self._spaced = False
            return
        if not text.copied:
            yield Chunk(text.text, text.start, text.end, False, bold)
            self._spaced = False
            return
        done = 0
        words = text.text
        for at, character in enumerate(words):
            if character not in " \t\r\n":
                self._spaced = False
                continue
            if self._spaced or character != " ":
                if at > done:
                    yield Chunk(words[done:at], text.start + done, text.start + at, True, bold)
                if not self._spaced:
                    yield Chunk(" ", text.start + at, text.start + at + 1, False, bold)
                done = at + 1
            self._spaced = True
        if done < len(words):
            yield Chunk(words[done:], text.start + done, text.end, True, bold)

    def _note(self, node: Node, where: Where) -> None:
        kind = "endnote" if node.get("text:note-class") == "endnote" else "footnote"
        self._notes[kind] += 1
        place = Where(name=f"{kind} {self._notes[kind]}", furniture=where.furniture, path=(kind,))
        if (body := node.child("text:note-body")) is not None:
            self._inside.append((body, place))

    def _boxes(self, node: Node, where: Where) -> None:
        inside = replace(where, inside="in a text box", path=(*where.path, "text box"))
        self._inside += [(box, inside) for box in ([node] if node.child("text:p") else node.all("draw:text-box"))]


def _sign(node: Node) -> str:
    if node.name != "text:s":
        return "\t" if node.name == "text:tab" else "\n"
    count = node.get("text:c", "1")
    return " " * min(_MOST_SPACES, int(count) if count.isdecimal() and len(count) < 6 else 1)
