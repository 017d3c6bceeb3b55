"""What a rule yields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from clinlint.model.document import Document, no_attributes
from clinlint.model.fix import Fix
from clinlint.model.span import Span


class Confidence(IntEnum):
    """How sure a rule is; larger is surer."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, such as the first of two headings that are the same."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect in the document's text: where, what and what to write instead.

    Attributes:
        span: a range of ``Document.text``.
        message: one or two sentences for an editor: what is odd and why.
        fixes: the best first.
        confidence: where this finding is less sure than the rule in general; every step below the
            rule's own confidence lowers the severity by one.
        data: further facts by name, such as ``source_word``.
    """

    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    confidence: Confidence | None = None
    data: Mapping[str, str] = field(default_factory=no_attributes)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What all other rules found in one document, for rules that judge it as a whole.

    Attributes:
        findings: pairs of rule code and finding, in order of position.
    """

    document: Document
    findings: tuple[tuple[str, Finding], ...]
