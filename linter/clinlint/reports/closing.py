"""The end of a report for people: figures, what was not checked, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clinlint.model.audience import Audience
from clinlint.model.diagnostic import NotChecked, Severity
from clinlint.model.reading import ReadingLevel
from clinlint.model.score import SMALLEST_SAMPLE
from clinlint.reports.cells import visible
from clinlint.reports.style import SEVERITY_COLORS, Style
from clinlint.reports.summary import Summary

READERS = {Audience.PATIENT: "patients", Audience.GENERAL: "the public", Audience.PROFESSIONAL: "professionals"}

MOST_NAMES = 3
"""How many files a note names before it counts the others."""

MOST_EVIDENCE = 3
"""How many pieces of evidence for a source language are named."""


def counted(number: int, noun: str) -> str:
    """``1 file``, ``1,200 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def closing_lines(summary: Summary, style: Style) -> Iterator[str]:
    """The lines below the last finding; none when nothing could be read."""
    if not summary.files and summary.failures:
        return
    yield _figures(summary, style)
    yield from _score(summary)
    yield from _readings(summary)
    yield from _origins(summary)
    if summary.not_checked:
        yield style("Not checked:", "bold")
        for note in grouped(summary.not_checked):
            yield f"  {visible(note)}"
    if summary.internal_errors:
        yield style("Rules that crashed (an error of clinlint; please report it):", "bold", "red")
        for name, error in summary.internal_errors:
            yield f"  {visible(name)}: {visible(error.rule)}: {visible(error.message)}"


def _figures(summary: Summary, style: Style) -> str:
    parts = [
        style(counted(number, noun), "bold", SEVERITY_COLORS[severity.value])
        for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "info"))
        if (number := summary.shown.get(severity, 0))
    ]
    text = f"{counted(summary.files, 'file')}, {counted(summary.words, 'word')}: "
    text += ", ".join(parts) if parts else style("nothing found", "bold", "green")
    if summary.fixable:
        text += f"; {summary.fixable:,} with a fix, {summary.safe:,} of them safe"
    if summary.suppressed:
        text += f"; {summary.suppressed:,} suppressed"
    if summary.baselined:
        text += f"; {summary.baselined:,} known from the baseline"
    hidden = sum(summary.hidden.values())
    if hidden:
        least = min(summary.hidden, key=lambda severity: severity.rank)
        text += f"; {hidden:,} hidden (--min-severity {least.value} shows them)"
    if summary.failures:
        text += f"; {counted(len(summary.failures), 'source')} could not be read"
    return text


def _score(summary: Summary) -> Iterator[str]:
    score = summary.score
    sample = "" if score.is_sample else f"; fewer than {SMALLEST_SAMPLE} words are no sample"
    if score.words:
        yield f"MQM-mapped score {score.quality:.1f} ({score.per_thousand:,.1f} error points in 1,000 words{sample})"
    for name, low in summary.under:
        yield f"  {visible(name)}: {low.quality:.1f} is below the score that was asked for"


def _readings(summary: Summary) -> Iterator[str]:
    """How hard and how long the articles are to read."""
    judged = [(name, reading) for name, reading in summary.readings if reading.is_sample]
    places = f"; {counted(summary.harder, 'place')} to make easier (--select RD --min-severity info)"
    if len(judged) == 1:
        ((_, reading),) = judged
        minutes = max(1, round(reading.minutes))
        text = f"Reading level: grade {reading.grade:.1f} ({_target(reading)}), about {counted(minutes, 'minute')}"
        yield text + (places if summary.harder else "")
    elif judged:
        hard = sum(reading.is_too_hard for _, reading in judged)
        text = (
            f"Reading level: {hard:,} of {counted(len(judged), 'article')} harder than the audience should be asked for"
        )
        yield text + (places if summary.harder else "")


def _target(reading: ReadingLevel) -> str:
    most = reading.audience.highest_grade
    return f"{'above the' if reading.is_too_hard else 'at most'} {most:g} for {READERS[reading.audience]}"


def _origins(summary: Summary) -> Iterator[str]:
    """What is known of the languages that the articles were translated from: a guess is never kept to ourselves."""
    guessed = [(name, origin) for name, origin in summary.origins if origin.code and not origin.given]
    for name, origin in guessed[:MOST_NAMES]:
        sure = "probably" if origin.established else "perhaps"
        evidence = ", ".join(origin.evidence[:MOST_EVIDENCE])
        yield visible(f"{name}: {sure} translated from {origin.code}: {evidence} (--source-language sets it)")
    if len(guessed) > MOST_NAMES:
        yield f"and {counted(len(guessed) - MOST_NAMES, 'more file')} with a guessed source language"


def grouped(notes: Iterable[NotChecked]) -> Iterator[str]:
    """One line for every reason, naming what it holds for."""
    names: dict[str, list[str]] = {}
    for note in notes:
        names.setdefault(note.why, []).append(note.what)
    for why, whats in names.items():
        whats = list(dict.fromkeys(whats))
        more = len(whats) - MOST_NAMES
        listed = ", ".join(whats[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")
        yield f"{listed}: {why}"
