"""What the page's script knows: every finding with its edits, as JSON inside the page."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Any

from clinlint.fixing.apply import apply_edits
from clinlint.model.diagnostic import Diagnostic
from clinlint.model.document import Document
from clinlint.model.fix import Edit, Fix
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.reports.html.numbered import Numbered
from clinlint.reports.html.places import Places
from clinlint.review.identity import digest
from clinlint.version import VERSION

Record = dict[str, Any]


def data_file(source: Source, documents: Sequence[Document], found: Sequence[Numbered]) -> Record:
    """One article with its findings; offsets are code points of the decoded file."""
    readers = [Replacements(document) for document in documents]
    return {
        "path": source.name,
        "digest": digest(source),
        "findings": [_finding(item, readers) for item in found],
    }


def data_script(files: Sequence[Record], review: Record | None = None) -> str:
    """The content of the page's data element: ASCII, and nothing that could end the element."""
    served = {"review": review} if review is not None else {}
    text = json.dumps({"version": VERSION, "files": files, **served}, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _finding(item: Numbered, readers: Sequence[Replacements]) -> Record:
    diagnostic = item.diagnostic
    return {
        "index": item.number,
        "id": item.id,
        "rule": diagnostic.rule,
        "fingerprint": diagnostic.fingerprint,
        "match": diagnostic.match,
        "editable": not diagnostic.in_markup,
        "ranges": [{"start": part.start, "end": part.end} for part in diagnostic.ranges],
        "fixes": [
            {
                "title": fix.title,
                "edits": [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits],
                "replacement": replacement(diagnostic, fix, readers),
                "applicability": fix.applicability.name.lower(),
            }
            for fix in diagnostic.fixes
        ],
    }


def replacement(diagnostic: Diagnostic, fix: Fix, readers: Sequence[Replacements]) -> str | None:
    """The marked words as the reader sees them after the fix; None where it changes others, or cannot be told."""
    for reader in readers:
        found = reader.of(diagnostic, fix)
        if found is not None:
            return found
    return None


class Replacements:
    """Reads what fixes write into the file as the document's reader would."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = Places(document)

    def of(self, diagnostic: Diagnostic, fix: Fix) -> str | None:
        """As ``replacement``; None also for another document's finding."""
        marked = self._places.spans(diagnostic.ranges)
        if not marked or diagnostic.in_markup:
            return None
        whole = Span(marked[0].start, marked[-1].end)
        edits: list[Edit] = []
        for edit in fix.edits:
            spans = self._places.spans((edit.span,))
            text = self._plain(edit.text)
            if len(spans) != 1 or text is None or not (whole.start <= spans[0].start and spans[0].end <= whole.end):
                return None
            edits.append(Edit(spans[0].shifted(-whole.start), text))
        return apply_edits(whole.of(self._document.text), edits)

    def _plain(self, text: str) -> str | None:
        """What the reader makes of an edit's text: it must be what the document would write for it."""
        escape = self._document.escape
        return next((plain for plain in (text, html.unescape(text)) if escape(plain) == text), None)
