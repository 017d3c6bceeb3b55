"""Articles made by hand, block by block, for rules that must not depend on how a format is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clinlint.analysis.context import Analysis, Context
from clinlint.documents.assembly import DocumentAssembly
from clinlint.model.document import Block, BlockKind, Document, ListPlace, Role
from clinlint.model.finding import Finding
from clinlint.model.fix import Fix
from clinlint.model.rule import Rule
from clinlint.model.source import Source


@dataclass(frozen=True)
class Piece:
    """One block to be."""

    kind: BlockKind
    text: str
    role: Role = Role.BODY
    level: int = 0
    list_id: int = -1
    depth: int = 1
    attrs: dict[str, str] = field(default_factory=dict)
    path: tuple[str, ...] = ()


def heading(text: str, level: int = 2, role: Role = Role.BODY) -> Piece:
    return Piece(BlockKind.HEADING, text, role, level)


def paragraph(text: str, role: Role = Role.BODY, **attrs: str) -> Piece:
    return Piece(BlockKind.PARAGRAPH, text, role, attrs=attrs)


def alt(text: str, role: Role = Role.BODY, *path: str) -> Piece:
    return Piece(BlockKind.ALT, text, role, path=path)


def items(*texts: str, list_id: int = 0, depth: int = 1, **attrs: str) -> list[Piece]:
    return [Piece(BlockKind.LIST_ITEM, text, list_id=list_id, depth=depth, attrs=attrs) for text in texts]


def cells(*texts: str) -> list[Piece]:
    return [Piece(BlockKind.CELL, text) for text in texts]


def chrome(text: str, evidence: str = "text", kind: BlockKind = BlockKind.PARAGRAPH) -> Piece:
    return Piece(kind, text, Role.CHROME, attrs={"evidence": evidence})


def article(*pieces: Piece | Sequence[Piece], media_type: str = "text/html", whole_page: bool = False) -> Document:
    """A document of these blocks, whose source holds each on a line of its own."""
    flat: list[Piece] = []
    for piece in pieces:
        flat.extend([piece] if isinstance(piece, Piece) else piece)
    source = Source.from_text("\n".join(piece.text for piece in flat), name="<test>", media_type=media_type)
    assembly = DocumentAssembly(source)
    at, positions = 0, dict[int, int]()
    for piece in flat:
        place = None
        if piece.kind is BlockKind.LIST_ITEM:
            positions[piece.list_id] = positions.get(piece.list_id, -1) + 1
            place = ListPlace(piece.list_id, positions[piece.list_id], depth=piece.depth)
        assembly.open()
        assembly.builder.copied(piece.text, at)
        assembly.close(piece.kind, piece.role, level=piece.level, path=piece.path, list=place, attrs=piece.attrs)
        at += len(piece.text) + 1
    return assembly.document(whole_page=whole_page)


def findings(rule: Rule, document: Document) -> list[Finding]:
    """What the rule says about the document, in order."""
    context = Context(Analysis(document), {})
    if rule.unit is Document:
        return list(rule.check(document, context))
    read: Iterable[Block] = (
        block for block in document.blocks if block.kind in rule.meta.kinds and block.role in rule.meta.roles
    )
    return [finding for block in read for finding in rule.check(block, context)]


def marked(rule: Rule, document: Document) -> list[str]:
    """The texts that the rule marks, in order."""
    return [finding.span.of(document.text) for finding in findings(rule, document)]


def first_fix(rule: Rule, document: Document) -> Fix:
    """The first fix of the rule's only finding."""
    (finding,) = findings(rule, document)
    return finding.fixes[0]
