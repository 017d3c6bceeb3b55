"""What a reader took as what: every block of a source with its role."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from clinlint.model.document import Block, Document, Role
from clinlint.model.span import Position
from clinlint.reports.cells import visible
from clinlint.reports.style import Style

_COLORS = {Role.BODY: ("green",), Role.TEASER: ("yellow",), Role.CHROME: ("dim",)}


def _blocks(document: Document, roles: Collection[str]) -> Iterator[Block]:
    return (block for block in document.blocks if not roles or block.role.value in roles)


def _start(document: Document, block: Block) -> Position:
    return document.source.position(document.offsets.source_range(block.span).start)


def extraction_as_text(documents: Iterable[Document], roles: Collection[str], style: Style) -> str:
    """One block a line: place, role, kind, the reason where there is one, and the text."""
    lines: list[str] = []
    for number, document in enumerate(documents):
        if number:
            lines.append("")
        what = "a whole page" if document.whole_page else "a draft or fragment"
        lines.append(style(f"{visible(document.source.name)}: {what}, language {visible(document.language)}", "bold"))
        for block in _blocks(document, roles):
            at = _start(document, block)
            kind = block.kind.value + (f" {block.level}" if block.level else "")
            why = f"[{block.attrs['why']}] " if block.attrs.get("why") else ""
            text = visible(why + (" ".join(block.text.split()) or "(no text)"))
            place = f"{at.line}:{at.column}"
            lines.append(
                f"{place:>9}  {style(f'{block.role.value:<6}', *_COLORS[block.role])}  {kind:<12}  {text}".rstrip()
            )
    return "\n".join(lines) + "\n"


def extraction_as_json(documents: Iterable[Document], roles: Collection[str]) -> str:
    """A list of documents with their blocks."""
    return json.dumps([_record(document, roles) for document in documents], indent=2) + "\n"


def _record(document: Document, roles: Collection[str]) -> dict[str, Any]:
    return {
        "path": document.source.name,
        "language": document.language,
        "whole_page": document.whole_page,
        "metadata": dict(document.metadata),
        "blocks": [_block(document, block) for block in _blocks(document, roles)],
    }


def _block(document: Document, block: Block) -> dict[str, Any]:
    source = document.offsets.source_range(block.span)
    at = document.source.position(source.start)
    return {
        "role": block.role.value,
        "kind": block.kind.value,
        "level": block.level,
        "why": block.attrs.get("why"),
        "path": list(block.path),
        "range": {"start": source.start, "end": source.end},
        "start": {"line": at.line, "column": at.column},
        "text": block.text,
    }
