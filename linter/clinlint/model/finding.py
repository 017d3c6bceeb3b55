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
    """Another place that belongs to a finding, such as the first of two headings that are the same.

    Attributes:
        source: a range of ``Source.text``, where the place is markup and no text of the document; ``span`` is then
            unused.
    """

    span: Span
    message: str
    source: Span | None = None

    @classmethod
    def in_markup(cls, source: Span, message: str) -> Related:
        """Another place that is a range of ``Source.text``."""
        return cls(Span(0, 0), message, source)


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
        source: a range of ``Source.text``, where the defect is markup and no text of the document (a title that is
            missing, a script that cannot be read); ``span`` is then unused, and there is no fix.
    """

    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    confidence: Confidence | None = None
    data: Mapping[str, str] = field(default_factory=no_attributes)
    source: Span | None = None

    @classmethod
    def in_markup(
        cls, source: Span, message: str, *, related: tuple[Related, ...] = (), confidence: Confidence | None = None
    ) -> Finding:
        """A finding at a range of ``Source.text``."""
        return cls(Span(0, 0), message, (), related, confidence, source=source)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What all other rules found in one document, for rules that judge it as a whole.

    Attributes:
        findings: pairs of rule code and finding, in order of position.
    """

    document: Document
    findings: tuple[tuple[str, Finding], ...]
