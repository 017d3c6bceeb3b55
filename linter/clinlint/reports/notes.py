"""What every report owes its reader beside findings: what was left out, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clinlint.reports.closing import grouped
from clinlint.reports.summary import Summary


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence about the run; ``name`` is the source that it is about, where it is about one."""

    level: Literal["error", "warning", "note"]
    text: str
    name: str = ""


def notes_of(summary: Summary) -> Iterator[Note]:
    """Failures, rules that crashed, scores that are too low, and what was not checked, in this order."""
    for failure in summary.failures:
        yield Note("error", failure.message, failure.name)
    for name, error in summary.internal_errors:
        yield Note("error", f"the rule {error.rule} crashed (an error of clinlint): {error.message}", name)
    for name, low in summary.under:
        yield Note("warning", f"the score {low.quality:.1f} is below the one that was asked for", name)
    for left_out in summary.not_checked:
        yield Note("note", f"not checked: {left_out.what}: {left_out.why}")


def brief_notes(summary: Summary) -> Iterator[Note]:
    """The same for people: one note for all that was left out for the same reason."""
    yield from (note for note in notes_of(summary) if note.level != "note")
    for line in grouped(summary.not_checked):
        yield Note("note", f"not checked: {line}")
