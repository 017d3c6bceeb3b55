"""What reports show: a finding at its place in the author's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clinlint.model.document import Document, no_attributes
from clinlint.model.finding import Confidence, Related
from clinlint.model.fix import Fix
from clinlint.model.page_facts import PageFacts
from clinlint.model.reading import ReadingLevel
from clinlint.model.score import Score
from clinlint.model.source import Source
from clinlint.model.source_language import SourceLanguage
from clinlint.model.span import Position, Span


class Severity(StrEnum):
    """``error`` blocks a publish, ``warning`` an editor fixes, ``info`` is shown on demand."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for errors, 1 for warnings, 0 for information."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]

    @classmethod
    def of_rank(cls, rank: int) -> Severity:
        """The severity of a rank, clamped to the range 0 to 2."""
        return (cls.INFO, cls.WARNING, cls.ERROR)[max(0, min(2, rank))]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentence around a diagnostic, as the reader sees it.

    Attributes:
        text: the sentence (or the part of a long one), without line breaks.
        marked: the diagnostic's range in ``text``.
        proposed: ``text`` with the diagnostic's first fix applied; None where there is no fix, or
            it changes nothing in ``text``.
        cut_before, cut_after: whether the sentence goes on before or behind ``text``.
    """

    text: str
    marked: Span
    proposed: str | None = None
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A defect at exact characters of the author's file.

    Attributes:
        rule: the rule's code, such as ``ST001``; ``name`` its slug, such as ``unclosed-bracket``.
        range: from the first to the last character in ``Source.text``.
        ranges: the parts of ``range`` that hold the marked text, without markup between them.
        start, end: the bounds of ``range`` (code points).
        position, end_position: the same as lines and columns.
        match: the marked text as the reader sees it (entities decoded).
        fingerprint: the same for this defect after edits elsewhere in the file.
        fixes: edits of the source, in its own syntax.
        suppressed_by: what silenced it, if anything; ``baselined`` when a baseline knows it.
        also: codes of rules that saw the same thing and were folded into this one.
        place: what people call the place in a file without lines ("paragraph 12"); else empty.
        in_markup: True when the range is markup (a ``<title>`` that stands for the page) and no text.
    """

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    range: Span
    ranges: tuple[Span, ...]
    position: Position
    end_position: Position
    message: str
    match: str
    excerpt: Excerpt
    fingerprint: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    suppressed_by: str | None = None
    baselined: bool = False
    also: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=no_attributes)
    in_markup: bool = False
    place: str = ""

    @property
    def start(self) -> int:
        """First code point of the range in ``Source.text``."""
        return self.range.start

    @property
    def end(self) -> int:
        """One behind the last code point of the range in ``Source.text``."""
        return self.range.end


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that was left out, and why: one sentence each, shown by every report."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class InternalError:
    """A rule that crashed; the file went on without it."""

    rule: str
    message: str


@dataclass(frozen=True, eq=False)
class LintResult:
    """All that was found in one source.

    Attributes:
        diagnostics: in order of position, then code.
        documents: what was read; several for an export of several articles, none where the result was kept from an
            earlier run or comes from another process.
        not_checked: what was left out, and why.
        internal_errors: rules that crashed.
        origins: for each document, the language that it was translated from, as far as it is known;
            nothing is known when no translation rule was run.
        score: error points by severity, for all documents together.
        day: the day on which the source was judged, where a rule asked for it; None when the day does not matter.
        readings: how each document with running text reads; empty when no readability rule was run.
        pages: what the page of each document says about itself and its versions in other languages.
        incomplete: True when an engine that should have checked the text was not there, or stopped working.
    """

    source: Source
    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    not_checked: tuple[NotChecked, ...] = ()
    internal_errors: tuple[InternalError, ...] = ()
    origins: tuple[SourceLanguage, ...] = ()
    score: Score | None = None
    day: date | None = None
    readings: tuple[ReadingLevel, ...] = ()
    incomplete: bool = False
    pages: tuple[PageFacts, ...] = ()
