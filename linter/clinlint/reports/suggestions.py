"""The rows of a table that translators fill in: one a finding, what a spreadsheet shows and the facts behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.model.span import Span
from clinlint.reports.escaping import in_xml
from clinlint.reports.places import path_of
from clinlint.review.identity import digest, finding_ids
from clinlint.review.tables.cells import cut, fits
from clinlint.review.tables.columns import DELETE
from clinlint.review.tables.facts import Facts

_LONGEST_MARKED = 300


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row before anybody filled it in.

    Attributes:
        id: unique in its table.
        before, marked_in, behind: the sentence, in three parts around what is marked.
        source_word: of the original's language, where the rule knows it.
        facts: with the texts of the other cells, and what leads back to the finding.
    """

    id: str
    severity: str
    before: str
    marked_in: str
    behind: str
    rule: str
    why: str
    source_word: str
    facts: Facts


def suggestions(result: LintResult, number: int) -> Iterator[Suggestion]:
    """The rows of one source, the ``number``-th of the run (from 1); what is silenced is left out."""
    source, found = result.source, result.diagnostics
    if not found:
        return
    path, state = path_of(source.name), digest(source)
    for name, diagnostic in zip(finding_ids(found), found, strict=True):
        if diagnostic.suppressed_by or diagnostic.baselined:
            continue
        proposal = in_xml(_proposal(diagnostic))
        excerpt, marked = diagnostic.excerpt, diagnostic.excerpt.marked
        text = excerpt.text
        facts = Facts(
            path=path,
            digest=state,
            finding=name,
            rule=diagnostic.rule,
            fingerprint=diagnostic.fingerprint,
            match=diagnostic.match,
            ranges=diagnostic.ranges,
            edits=diagnostic.fixes[0].edits if diagnostic.fixes else (),
            where=cut(in_xml(f"{path}, {diagnostic.place or f'line {diagnostic.position.line}'}")),
            marked=cut(_seen(in_xml(" ".join(diagnostic.match.splitlines()))), _LONGEST_MARKED),
            proposal=cut(_seen(proposal)),
            whole=fits(proposal),
        )
        yield Suggestion(
            id=name if number == 1 else f"{name}@{number}",
            severity=diagnostic.severity.value,
            before=in_xml(("… " if excerpt.cut_before else "") + text[: marked.start]),
            marked_in=in_xml(marked.of(text)),
            behind=in_xml(text[marked.end :] + (" …" if excerpt.cut_after else "")),
            rule=f"{diagnostic.rule} {diagnostic.name}",
            why=cut(in_xml(diagnostic.message)),
            source_word=cut(in_xml(diagnostic.data.get("source_word", ""))),
            facts=facts,
        )


def _proposal(diagnostic: Diagnostic) -> str:
    """What stands in place of the marked words after the first fix, or what the fix does, in brackets."""
    if not diagnostic.fixes:
        return ""
    words = _replacement(diagnostic)
    if words is None:
        return f"[{diagnostic.fixes[0].title}]"
    return words or DELETE


def _replacement(diagnostic: Diagnostic) -> str | None:
    """The marked words after the first fix; None where it changes something beside them, or their excerpt is cut."""
    text, marked, proposed = diagnostic.excerpt.text, diagnostic.excerpt.marked, diagnostic.excerpt.proposed
    if proposed is None or len(marked) != len(diagnostic.match) or not _inside(diagnostic):
        return None
    before, behind = text[: marked.start], text[marked.end :]
    if not proposed.startswith(before) or not proposed.endswith(behind) or len(proposed) < len(before) + len(behind):
        return None
    return proposed[len(before) : len(proposed) - len(behind)]


def _inside(diagnostic: Diagnostic) -> bool:
    whole = Span(diagnostic.ranges[0].start, diagnostic.ranges[-1].end)
    return all(whole.contains(edit.span) for edit in diagnostic.fixes[0].edits)


def _seen(text: str) -> str:
    """Spaces alone, which nobody sees in a cell, as open boxes."""
    return "␣" * len(text) if text.isspace() else text
