"""What is said of an article as a whole, and of all together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from clinlint.model.diagnostic import LintResult
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.languages import language_name
from clinlint.reports.closing import READERS
from clinlint.reports.html.numbered import Numbered
from clinlint.reports.html.text import one_line

_MACHINE = "MT000"
_MOST_EVIDENCE = 4
_LONGEST_TITLE = 100
_WHOLE = {
    "machine": "{} of {} read like a machine translation that nobody edited",
    "errors": "{} of {} have errors that must be corrected before publishing",
    "warnings": "{} of {} should be corrected in places",
}


def verdict_of(severities: Mapping[str, int], items: Iterable[Numbered], *, has_words: bool) -> tuple[str, str]:
    """The verdict on one article: a kind (``machine``, ``errors``, ``warnings``, ``clean``) and a sentence."""
    if any(item.diagnostic.rule == _MACHINE for item in items):
        return "machine", "Reads like a machine translation that nobody edited"
    if not has_words:
        return "errors", "No article: there is no text in it"
    if severities["error"]:
        return "errors", "Not ready: errors must be corrected before publishing"
    if severities["warning"]:
        return "warnings", "Nearly ready: some places should be corrected"
    return "clean", "Nothing to correct" if not severities["info"] else "Ready, with a few hints"


def verdict_of_all(kinds: Iterable[str]) -> tuple[str, str]:
    """The verdict on several articles by the kinds of their own."""
    counts = Counter(kinds)
    number = sum(counts.values())
    if not number:
        return "errors", "Nothing could be checked"
    for kind, told in _WHOLE.items():
        if counts[kind]:
            return kind, told.format(f"{counts[kind]:,}", f"{number:,}")
    return "clean", "Nothing that must be corrected in any of them"


def title_of(result: LintResult, documents: tuple[Document, ...]) -> str:
    """The article's main heading, its title, a short first line, or the file's name."""
    blocks = [block for document in documents[:1] for block in document.blocks if block.role is Role.BODY]
    shown = [block for block in blocks if block.text.strip()]
    named = [block for block in shown if block.kind is BlockKind.HEADING and block.level == 1]
    named += [block for block in shown if block.kind is BlockKind.TITLE]
    named += [block for block in shown[:1] if len(block.text) <= _LONGEST_TITLE]
    return one_line(" ".join(named[0].text.split()) if named else result.source.name)


def facts_of(result: LintResult) -> list[tuple[str, str, str]]:
    """What is known of the article as a whole: a name, a value, and what it means."""
    facts: list[tuple[str, str, str]] = []
    score = result.score
    if score is not None and score.words:
        sample = "" if score.is_sample else " Fewer than 500 words: take it as a rough guide."
        told = "100 is faultless; errors weigh more than warnings "
        told += f"(MQM-mapped: {score.per_thousand:g} points in 1,000 words)."
        facts.append(("Quality score", f"{score.quality:.1f}", told + sample))
    for reading in result.readings:
        limit = reading.audience.highest_grade
        how = "harder than" if reading.is_too_hard else "within"
        told = f"School grade; {how} the limit of {limit:g} for {READERS[reading.audience]}."
        if not reading.is_sample:
            told += " Too short for a sure judgement."
        facts.append(("Reading level", f"grade {reading.grade:.1f}", told))
    for origin in result.origins:
        if origin.code:
            how = "As given." if origin.given else f"Evidence: {', '.join(origin.evidence[:_MOST_EVIDENCE])}."
            name = language_name(origin.code)
            told = name if origin.given else f"{'probably' if origin.established else 'perhaps'} {name}"
            facts.append(("Translated from", told, one_line(how)))
    if score is not None:
        minutes = sum(reading.minutes for reading in result.readings)
        facts.append(
            ("Length", f"{score.words:,} words", f"About {max(1, round(minutes))} min to read." if minutes else "")
        )
    return facts
