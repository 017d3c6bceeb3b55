"""What the page says of one finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.diagnostic import Diagnostic, Excerpt
from clinlint.model.fix import Applicability
from clinlint.model.languages import language_name
from clinlint.model.source import Source
from clinlint.reports.html.changed_words import Part, changed_words
from clinlint.reports.html.numbered import FAMILIES, Numbered
from clinlint.reports.html.text import one_line, sentence

SEVERITIES = {"error": "Error", "warning": "Warning", "info": "Hint"}
"""What an editor calls the severities, and in which order they are shown."""

TRUST = {
    Applicability.SAFE: "safe to take over",
    Applicability.UNSAFE: "read it before you take it over",
    Applicability.DISPLAY: "a suggestion: check it first",
}
_LONGEST_NAME = 60
_MOST_RELATED = 5


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words, each as it stands on the page.

    Attributes:
        name: the marked words, shortened; empty where there are none.
        before: the sentence with its marked words; ``after`` the same with the proposal, where there is one.
        instead: what the first fix does, in words.
        others: what further fixes do.
        trust: how far the first fix may be trusted.
        source_word: the word of the source language that explains the finding, in ``source_language``.
        related: other places that belong to the finding.
        place: where in the file.
    """

    numbered: Numbered
    name: str
    summary: str
    severity: str
    family: str
    message: str
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    cut_before: bool
    cut_after: bool
    instead: str
    others: tuple[str, ...]
    trust: str
    source_word: str
    source_language: str
    related: tuple[str, ...]
    more: str
    place: str
    unsure: bool
    in_text: bool


def finding_text(item: Numbered, source: Source, summary: str) -> FindingText:
    """All that is said of a finding; ``summary`` is its rule's."""
    diagnostic = item.diagnostic
    before, after = _before_and_after(diagnostic.excerpt)
    data = diagnostic.data
    return FindingText(
        numbered=item,
        name="" if diagnostic.in_markup else _shortened(one_line(" ".join(diagnostic.match.split()))),
        summary=one_line(sentence(summary)),
        severity=SEVERITIES[item.severity],
        family=FAMILIES.get(item.family, item.family),
        message=one_line(diagnostic.message),
        before=before,
        after=after,
        cut_before=diagnostic.excerpt.cut_before,
        cut_after=diagnostic.excerpt.cut_after,
        instead=one_line(diagnostic.fixes[0].title) if diagnostic.fixes else "",
        others=tuple(one_line(fix.title) for fix in diagnostic.fixes[1:]),
        trust=TRUST[diagnostic.fixes[0].applicability] if diagnostic.fixes else "",
        source_word=one_line(data.get("source_word", "")),
        source_language=language_name(item.language) if item.language else "",
        related=tuple(_related(diagnostic, source)),
        more=f"and {len(diagnostic.related) - _MOST_RELATED:,} more" if len(diagnostic.related) > _MOST_RELATED else "",
        place=diagnostic.place or f"line {diagnostic.position.line:,}",
        unsure=diagnostic.confidence.name == "LOW",
        in_text=not diagnostic.in_markup,
    )


def _before_and_after(excerpt: Excerpt) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    text = excerpt.text
    if excerpt.proposed is not None and excerpt.proposed != text:
        before, after = changed_words(text, excerpt.proposed)
        return _visible(before), _visible(after)
    marked = excerpt.marked
    parts = (Part(text[: marked.start]), Part(marked.of(text), changed=True), Part(text[marked.end :]))
    return _visible(tuple(part for part in parts if part.text)), ()


def _visible(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(Part(one_line(part.text), part.changed) for part in parts)


def _related(diagnostic: Diagnostic, source: Source) -> Iterator[str]:
    for related in diagnostic.related[:_MOST_RELATED]:
        at = related.span.start
        place = source.place(at) or f"line {source.position(at).line:,}"
        yield f"{place}: {one_line(related.message)}"


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_NAME:
        return text
    cut = text[: _LONGEST_NAME - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[_LONGEST_NAME // 2 :] else cut) + "…"
