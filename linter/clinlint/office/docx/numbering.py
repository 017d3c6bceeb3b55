"""Whether the items of a list are numbered, and how deep they stand."""

from __future__ import annotations

from clinlint.office.docx.styles import Styles, value_of
from clinlint.office.xml import Node


class Numbering:
    """The lists that a file defines.

    Args:
        tree: ``numbering.xml``; None for a file without.
    """

    def __init__(self, tree: Node | None) -> None:
        abstract: dict[str, Node] = {}
        self._lists: dict[str, tuple[Node | None, Node]] = {}
        for node in tree.elements() if tree is not None else ():
            if node.name == "w:abstractNum":
                abstract[node.get("w:abstractNumId")] = node
            elif node.name == "w:num":
                self._lists[node.get("w:numId")] = (abstract.get(value_of(node, "w:abstractNumId")), node)
        # A definition can stand for that of a style.
        self._of_style = {link: node for node in abstract.values() if (link := value_of(node, "w:styleLink"))}

    def place(self, properties: Node | None, style: str, styles: Styles) -> tuple[str, int, bool] | None:
        """The list's key, the item's depth (1 and more) and whether it is numbered; None for what is no item."""
        own = properties.child("w:numPr") if properties is not None else None
        inherited = styles.numbering(style)
        key = value_of(own, "w:numId") or value_of(inherited, "w:numId")
        if not key or key == "0":
            return None
        level = value_of(own, "w:ilvl") or value_of(inherited, "w:ilvl") or "0"
        depth = min(9, int(level)) if level.isdecimal() else 0
        form = self._form(key, depth)
        if form is None:
            return key, depth + 1, False
        if form == "none":
            return None
        return key, depth + 1, form != "bullet"

    def _form(self, key: str, level: int) -> str | None:
        """The form of the numbers on a level; None when the file does not define the list."""
        abstract, own = self._lists.get(key, (None, None))
        if abstract is not None and (link := value_of(abstract, "w:numStyleLink")):
            abstract = self._of_style.get(link, abstract)
        overrides = [node.child("w:lvl") for node in own.elements()] if own is not None else []
        levels = [
            *(node for node in overrides if node is not None),
            *(abstract.elements() if abstract is not None else ()),
        ]
        for node in levels:
            if node.name == "w:lvl" and node.get("w:ilvl") == str(level):
                return value_of(node, "w:numFmt") or "decimal"
        return None
