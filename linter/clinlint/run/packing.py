"""Results as bytes: what is sent between processes, and kept between runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinlint.model.diagnostic import Diagnostic, InternalError, LintResult, NotChecked
from clinlint.model.page_facts import PageFacts
from clinlint.model.reading import ReadingLevel
from clinlint.model.score import Score
from clinlint.model.source import Source
from clinlint.model.source_language import SourceLanguage
from clinlint.storage.codec import decode, encode


@dataclass(frozen=True, slots=True)
class Essence:
    """The fields of a ``LintResult`` but for its source, which is read again in no time, and the documents."""

    diagnostics: tuple[Diagnostic, ...]
    not_checked: tuple[NotChecked, ...]
    internal_errors: tuple[InternalError, ...]
    origins: tuple[SourceLanguage, ...]
    score: Score | None
    day: str | None
    readings: tuple[ReadingLevel, ...]
    incomplete: bool
    pages: tuple[PageFacts, ...]


def packed(result: LintResult) -> bytes:
    """All of a result that :func:`unpacked` needs beside its source.

    Raises:
        TypeError: when a finding holds something that is neither text nor a number.
    """
    essence = Essence(
        result.diagnostics,
        result.not_checked,
        result.internal_errors,
        result.origins,
        result.score,
        result.day.isoformat() if result.day else None,
        result.readings,
        result.incomplete,
        result.pages,
    )
    return encode(Essence, essence)


def unpacked(source: Source, data: bytes) -> LintResult:
    """The result again, without documents.

    Raises:
        ValueError: when ``data`` is no packed result.
    """
    essence = decode(Essence, data)
    return LintResult(
        source,
        (),
        essence.diagnostics,
        essence.not_checked,
        essence.internal_errors,
        essence.origins,
        essence.score,
        date.fromisoformat(str(essence.day)) if essence.day is not None else None,
        essence.readings,
        essence.incomplete,
        essence.pages,
    )
