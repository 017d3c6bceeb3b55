"""What the comments say, and the box above an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.reports.cells import visible
from clinlint.reports.closing import counted, grouped
from clinlint.reports.docx.markup import paragraph, run
from clinlint.reports.docx.placing import Placed
from clinlint.reports.places import path_of

_BOLD = "<w:b/>"
_NAMES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
_MACHINE = "MT000"
_MOST_ALTERNATIVES = 5
_HOW_TO_USE = (
    "Read the comments, accept or reject each tracked change, and write better words where you know them. "
    "Save the file and give it back to whoever sent it: “clinlint apply” brings your decisions into the "
    "article. "
    "What you change beside the marked words is not taken over, and this box is no part of the article."
)
_HOW_TO_USE_OWN = (
    "This is your document with a comment for each finding, and a tracked change where something is proposed. Accept "
    "or reject each change, and write better words where you know them. Then go on with this file; or save it, and "
    "“clinlint apply” brings your decisions into the original (what you change beside the marked words is not taken "
    "over there)."
)
_TAKEN = "another change is proposed for the same words"


def comment(finding: Placed, style: str = "CommentText") -> str:
    """The paragraphs of a comment: what is wrong and why, what is proposed, what else could be written."""
    lines = _comment(finding.diagnostic, bool(finding.edits), finding.obstacle or _TAKEN)
    return "".join(paragraph(content, style) for content in lines)


def _comment(diagnostic: Diagnostic, tracked: bool, obstacle: str) -> Iterator[str]:
    yield run(visible(diagnostic.message))
    titles = [visible(fix.title) for fix in diagnostic.fixes[: _MOST_ALTERNATIVES + 1]]
    if titles:
        yield run("Proposed: " if tracked else "You could: ", _BOLD) + run(_sentence(titles[0]))
    for title in titles[1:]:
        yield run("Or: ", _BOLD) + run(_sentence(title))
    if titles and not tracked and obstacle not in titles[0]:
        yield run(f"This is no tracked change, because {obstacle}.")
    for related in diagnostic.related[:_MOST_ALTERNATIVES]:
        yield run("See also: ", _BOLD) + run(_sentence(visible(related.message)))
    also = f", {', '.join(diagnostic.also)}" if diagnostic.also else ""
    about = f"{_NAMES[diagnostic.severity]} {diagnostic.rule} ({diagnostic.name}){also}"
    yield run(visible(about), '<w:color w:val="595959"/>')


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def box(
    result: LintResult, findings: Iterable[Placed], *, first: bool, mark: str = "", notes: Iterable[str] = ()
) -> str:
    """The paragraphs above an article: what it is, how it stands, how to use the file, what was not checked.

    Args:
        result: of the article's file.
        findings: all that the file shows.
        first: True for the first article of the file, which tells how to use it; others begin on a new page.
        mark: what begins before the first paragraph's text and ends behind it (``{}`` stands for the text).
        notes: what else is to be said.
    """
    head, *lines = _summary(result, list(findings), _HOW_TO_USE if first else "", notes)
    lines = [mark.replace("{}", head) if mark else head, *lines]
    breaks = "" if first else "<w:pageBreakBefore/>"
    return "".join(
        paragraph(line, "ClinlintNote", breaks if not number else "") for number, line in enumerate(lines)
    ) + paragraph("", "", '<w:spacing w:after="0"/>')


def summary_comment(result: LintResult, findings: Iterable[Placed], style: str, notes: Iterable[str] = ()) -> str:
    """The paragraphs of a comment that says the same at the beginning of the author's own document."""
    return "".join(paragraph(line, style) for line in _summary(result, list(findings), _HOW_TO_USE_OWN, notes))


def _summary(result: LintResult, shown: list[Placed], how_to_use: str, notes: Iterable[str]) -> Iterator[str]:
    source = result.source
    name = source.address or path_of(source.name)
    yield run(f"clinlint: {visible(name)}", _BOLD)
    yield run(f"{_figures(shown)} {_score(result)}")
    if how_to_use and shown:
        yield run(how_to_use)
    for note in notes:
        yield run(visible(note))
    for left_out in grouped(result.not_checked):
        yield run(f"Not checked: {visible(left_out)}")
    for error in result.internal_errors:
        yield run(visible(f"The rule {error.rule} crashed (an error of clinlint): {error.message}"))


def _figures(shown: list[Placed]) -> str:
    if not shown:
        return "Nothing was found."
    severities = Counter(finding.diagnostic.severity for finding in shown)
    parts = [
        counted(severities[severity], noun)
        for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))
        if severities[severity]
    ]
    tracked = sum(bool(finding.edits) for finding in shown)
    alone = len(shown) - tracked
    kinds = [counted(tracked, "tracked change")] * bool(tracked)
    kinds += [counted(alone, "comment") + " without a change" * bool(tracked)] * bool(alone)
    text = f"{counted(len(shown), 'finding')} ({', '.join(parts)}): {' and '.join(kinds)}."
    if any(finding.diagnostic.rule == _MACHINE for finding in shown):
        text += " It reads like a machine translation that nobody has edited."
    return text


def _score(result: LintResult) -> str:
    return f"Score {result.score.quality:.1f} of 100." if result.score is not None else ""
