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


def comment(finding: Placed) -> str:
    """The paragraphs of a comment: what is wrong and why, what is proposed, what else could be written."""
    return "".join(paragraph(content, "CommentText") for content in _comment(finding.diagnostic, bool(finding.edits)))


def _comment(diagnostic: Diagnostic, tracked: bool) -> Iterator[str]:
    yield run(visible(diagnostic.message))
    titles = [visible(fix.title) for fix in diagnostic.fixes[: _MOST_ALTERNATIVES + 1]]
    if titles:
        yield run("Proposed: " if tracked else "You could: ", _BOLD) + run(_sentence(titles[0]))
    for title in titles[1:]:
        yield run("Or: ", _BOLD) + run(_sentence(title))
    if titles and not tracked:
        yield run("This is no tracked change, because another change is proposed for the same words.")
    for related in diagnostic.related[:_MOST_ALTERNATIVES]:
        yield run("See also: ", _BOLD) + run(_sentence(visible(related.message)))
    also = f", {', '.join(diagnostic.also)}" if diagnostic.also else ""
    about = f"{_NAMES[diagnostic.severity]} {diagnostic.rule} ({diagnostic.name}){also}"
    yield run(visible(about), '<w:color w:val="595959"/>')


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def box(result: LintResult, findings: Iterable[Placed], *, first: bool, mark: str = "") -> str:
    """The paragraphs above an article: what it is, how it stands, how to use the file, what was not checked.

    Args:
        result: of the article's file.
        findings: all that the file shows.
        first: True for the first article of the file, which tells how to use it; others begin on a new page.
        mark: what begins before the first paragraph's text and ends behind it (``{}`` stands for the text).
    """
    shown = list(findings)
    source = result.source
    name = source.address or path_of(source.name)
    head = run(f"clinlint: {visible(name)}", _BOLD)
    lines = [mark.replace("{}", head) if mark else head, run(f"{_figures(shown)} {_score(result)}")]
    if first and shown:
        lines.append(
            run(
                "Read the comments, accept or reject each tracked change, and write better words where you know them. "
                "Save the file and give it back to whoever sent it: “clinlint apply” brings your decisions into the "
                "article. "
                "What you change beside the marked words is not taken over, and this box is no part of the article."
            )
        )
    lines += [run(f"Not checked: {visible(note)}") for note in grouped(result.not_checked)]
    lines += [
        run(visible(f"The rule {e.rule} crashed (an error of clinlint): {e.message}")) for e in result.internal_errors
    ]
    breaks = "" if first else "<w:pageBreakBefore/>"
    return "".join(
        paragraph(line, "ClinlintNote", breaks if not number else "") for number, line in enumerate(lines)
    ) + paragraph("", "", '<w:spacing w:after="0"/>')


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
