"""What is found in blocks that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clinlint.documents import read_documents
from clinlint.model.diagnostic import LintResult
from clinlint.model.span import Span


def in_changed_blocks(result: LintResult, lines: Sequence[tuple[int, int]] | None) -> LintResult:
    """The result with what lies in blocks of changed lines alone; all of it when ``lines`` is None.

    A finding that no block holds (of the page as a whole, or of a comment) counts by its own lines.
    """
    if lines is None:
        return result
    source = result.source
    if source.parts and lines:
        # Lines of an archive say nothing of its paragraphs: a document that changed counts as a whole.
        return result
    documents = (result.documents or read_documents(source)) if lines else ()
    changed: list[Span] = []
    for document in documents:
        for block in document.blocks:
            whole = document.offsets.source_range(block.span)
            if _touches(lines, source.position(whole.start).line, source.position(whole.end).line):
                changed.append(whole)
    kept = tuple(
        d
        for d in result.diagnostics
        if any(d.range.start <= span.end and span.start <= d.range.end for span in changed)
        or _touches(lines, d.position.line, d.position.line)
    )
    return replace(result, diagnostics=kept)


def _touches(lines: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    return any(start <= last and first <= end for start, end in lines)
