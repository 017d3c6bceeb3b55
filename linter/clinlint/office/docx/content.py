"""Elements that stand around text: content in several variants, and content controls."""

from __future__ import annotations

from clinlint.model.manuscript import Border
from clinlint.office.docx.styles import value_of
from clinlint.office.xml import Node


def chosen(node: Node) -> Node | None:
    """The variant of content that exists in several, of which a program shows one: Word the first."""
    return node.child("mc:Choice") or node.child("mc:Fallback")


def control_border(node: Node, properties: Node | None) -> Border | None:
    """What a content control forbids: text that comes from elsewhere, or is locked."""
    if properties is None:
        return None
    lock = value_of(properties, "w:lock")
    if properties.child("w:dataBinding") is not None or lock in {"contentLocked", "sdtContentLocked"}:
        return Border(node.span, "a locked content control", closed=True)
    return Border(node.span, "a content control")
