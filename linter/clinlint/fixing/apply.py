"""Applies edits to text."""

from __future__ import annotations

from collections.abc import Iterable

from clinlint.model.fix import Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all edits made; of two that overlap the earlier one counts.

    No character outside the edits' spans changes.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if edit.span.start < at:
            continue
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))
