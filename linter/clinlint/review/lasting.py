"""The fingerprint that a finding has once other findings beside it are corrected."""

from __future__ import annotations

from collections.abc import Sequence

from clinlint.documents import read_documents
from clinlint.model.document import Document
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.review.applying import Applied
from clinlint.review.decisions import Decision
from clinlint.run.fingerprints import fingerprint


def lasting_fingerprints(applied: Applied) -> dict[str, str]:
    """Of each rejected finding, by name, the fingerprint in the corrected file.

    It is made of the text around the finding too, so a correction nearby gives another one. It stays what it was
    where the place cannot be told for sure: in markup, in words that were changed themselves, in files of word
    processors whose XML was rearranged.
    """
    found = {decision.finding: decision.fingerprint for decision in applied.rejected}
    edits = sorted(applied.edits, key=lambda edit: edit.span)
    grown = sum(len(edit.text) - len(edit.span) for edit in edits)
    if not edits or len(applied.after.text) != len(applied.before.text) + grown:
        return found
    before, after = read_documents(applied.before), read_documents(applied.after)
    for decision in applied.rejected:
        moved = _moved(decision.ranges, edits)
        if moved is not None and _made(decision, decision.ranges, before) == decision.fingerprint:
            found[decision.finding] = _made(decision, moved, after) or decision.fingerprint
    return found


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
