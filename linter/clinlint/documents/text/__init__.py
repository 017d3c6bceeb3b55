"""Plain text: paragraphs, headings and list items told apart by blank lines, bullets and shape."""

from __future__ import annotations

from clinlint.documents.assembly import DocumentAssembly
from clinlint.documents.text.layout import drafts_of
from clinlint.documents.text.lines import lines_of
from clinlint.documents.wording import Passage, verdicts
from clinlint.model.document import Document
from clinlint.model.source import Source
from clinlint.model.span import Span


def read(source: Source) -> tuple[Document, ...]:
    """The one document of a plain-text source; the whole file is the author's.

    Lines that an editor wrapped are one block, with a space for each line break. Page furniture and
    excerpts of other articles that were pasted along are told by their words alone.
    """
    assembly = DocumentAssembly(source)
    drafts = drafts_of(lines_of(source.text))
    passages = [Passage(draft.kind, draft.text, draft.place) for draft in drafts]
    for draft, verdict in zip(drafts, verdicts(passages), strict=True):
        assembly.open()
        for number, line in enumerate(draft.lines):
            if number:
                assembly.builder.decoded(" ", Span(draft.lines[number - 1].end, line.start))
            assembly.builder.copied(line.text, line.start)
        level = draft.place.depth if draft.place else draft.level
        assembly.close(draft.kind, verdict.role, level=level, list=draft.place, attrs=verdict.attributes)
    return (assembly.document(),)
