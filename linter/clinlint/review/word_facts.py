"""What clinlint writes into a Word file beside the text, to find its findings again when the file comes back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.version import VERSION

PART_NAMESPACE = "urn:clinlint:review"
FORMAT_VERSION = 1
_PREFIX = "clinlint_"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One place of a finding.

    Attributes:
        bookmark: what stands around it in the Word file.
        ranges: what it is in the source.
        text: the document's text there.
        original, proposal: the text that can be read from the Word file when the change is rejected, and accepted.
    """

    bookmark: str
    ranges: tuple[Span, ...]
    text: str
    original: str
    proposal: str


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """One finding; see ``review.decisions.Decision``. ``edits`` are empty where nothing is proposed in the text."""

    finding: str
    rule: str
    fingerprint: str
    match: str
    ranges: tuple[Span, ...]
    edits: tuple[Edit, ...]
    places: tuple[PlaceFacts, ...]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The findings of one state of one file."""

    path: str
    digest: str
    findings: tuple[FindingFacts, ...]


def bookmark_name(number: int, place: int) -> str:
    """The bookmark of a finding's place; places are counted from 0."""
    return f"{_PREFIX}{number}_{place}" if place else f"{_PREFIX}{number}"


def facts_as_json(files: Iterable[FileFacts]) -> str:
    """The facts, in ASCII."""
    return json.dumps(
        {
            "version": FORMAT_VERSION,
            "tool": {"name": "clinlint", "version": VERSION},
            "files": [
                {"path": file.path, "digest": file.digest, "findings": [_finding(facts) for facts in file.findings]}
                for file in files
            ],
        },
        separators=(",", ":"),
    )


def as_part(facts: str) -> bytes:
    """The facts as a part of the Word file."""
    return f'<clinlint xmlns="{PART_NAMESPACE}">{escape(facts)}</clinlint>'.encode("ascii")


def _finding(facts: FindingFacts) -> dict[str, object]:
    return {
        "finding": facts.finding,
        "rule": facts.rule,
        "fingerprint": facts.fingerprint,
        "match": facts.match,
        "ranges": [_span(part) for part in facts.ranges],
        "edits": [{**_span(edit.span), "text": edit.text} for edit in facts.edits],
        "places": [
            {
                "bookmark": place.bookmark,
                "ranges": [_span(part) for part in place.ranges],
                "text": place.text,
                "original": place.original,
                "proposal": place.proposal,
            }
            for place in facts.places
        ],
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
