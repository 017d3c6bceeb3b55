"""The fingerprint that a finding has once other findings beside it are corrected."""

from __future__ import annotations

from collections.abc import Sequence

from clinlint.documents import read_documents
from clinlint.fixing.apply import apply_edits
from clinlint.model.document import Document
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.review.applying import Applied
from clinlint.review.decisions import Decision
from clinlint.run.fingerprints import fingerprint


def lasting_fingerprints(applied: Applied) -> dict[str, str]:
    """Of each rejected finding, by name, the fingerprint in the corrected file.

    It is made of the text around the finding too, so a correction nearby gives another one. It stays what it was
    where the place cannot be told for sure: in markup, and in words that were changed themselves.
    """
    found = {decision.finding: decision.fingerprint for decision in applied.rejected}
    edits = sorted(applied.edits, key=lambda edit: edit.span)
    if not edits or not found:
        return found
    grown = sum(len(edit.text) - len(edit.span) for edit in edits)
    exact = len(applied.after.text) == len(applied.before.text) + grown
    before, after = read_documents(applied.before), read_documents(applied.after)
    for decision in applied.rejected:
        if _made(decision, decision.ranges, before) != decision.fingerprint:
            continue
        if exact:
            moved = _moved(decision.ranges, edits)
            lasting = _made(decision, moved, after) if moved is not None else None
        else:
            lasting = _made_by_text(decision, edits, before, after)
        found[decision.finding] = lasting or decision.fingerprint
    return found


def _made_by_text(
    decision: Decision, edits: Sequence[Edit], before: Sequence[Document], after: Sequence[Document]
) -> str | None:
    """By the text that a reader sees, for XML that was rearranged; None where the edits do not explain the new text."""
    for old, new in zip(before, after, strict=False):
        span = old.offsets.to_text(decision.ranges)
        if span is None:
            continue
        places = ((old.offsets.to_text([edit.span]), edit.text) for edit in edits)
        shown = [Edit(place, text) for place, text in places if place is not None]
        moved = _moved([span], shown)
        if moved is not None and apply_edits(old.text, shown) == new.text:
            return fingerprint(decision.rule, new, moved[0])
    return None


def _made(decision: Decision, ranges: Sequence[Span], documents: Sequence[Document]) -> str | None:
    for document in documents:
        span = document.offsets.to_text(ranges)
        if span is not None:
            return fingerprint(decision.rule, document, span)
    return None


def _moved(ranges: Sequence[Span], edits: Sequence[Edit]) -> list[Span] | None:
    """The ranges behind the edits; None when one of them is edited."""
    moved: list[Span] = []
    for part in ranges:
        by = 0
        for edit in edits:
            if edit.span.end <= part.start:
                by += len(edit.text) - len(edit.span)
            elif edit.span.start < part.end:
                return None
        moved.append(part.shifted(by))
    return moved
