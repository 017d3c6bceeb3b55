"""A rule and results for the tests of reports, apart from the rules that are installed."""

from __future__ import annotations

import io
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    LintResult,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Source,
    rule,
)
from clinlint.reports import Look, open_report
from clinlint.reports.summary import Failure, Tally
from clinlint.run.pipeline import lint
from clinlint.run.settings import Settings

NAME = "page.txt"


def word_rule(word: str, better: str | None = None, severity: Severity = Severity.WARNING, **more: object) -> Rule:
    """A rule that reports ``word``, with ``better`` as its fix."""
    facts: dict[str, object] = {
        "code": "TY900",
        "name": "odd-word",
        "summary": "an odd word",
        "severity": severity,
        "mqm_type": "Style/Other",
        "its_type": "style",
        **more,
    }

    @rule(RuleMeta(**facts))  # type: ignore[arg-type]
    def check(block: Block, context: Context) -> Iterator[Finding]:
        """An odd word."""
        first = None
        at = block.text.find(word)
        while at >= 0:
            span = block.at(at, at + len(word))
            fixes = (Fix(f"Write “{better}”", (Edit(span, better),), Applicability.SAFE),) if better is not None else ()
            related = (Related(first, "the first of its kind"),) if first else ()
            first = first or span
            yield Finding(span, f"The word “{word}” is odd here.", fixes, related)
            at = block.text.find(word, at + len(word))

    return check


def result_of(text: str, *rules: Rule, name: str = NAME) -> LintResult:
    """``text`` linted with ``rules``."""
    return lint(Source.from_text(text, name=name, media_type="text/plain"), Settings(rules))


def report_of(
    form: str,
    *results: LintResult,
    look: Look = Look(),  # noqa: B008
    least: Severity = Severity.INFO,
    failures: tuple[Failure, ...] = (),
) -> str:
    """What a format makes of ``results``."""
    stream = io.StringIO()
    report = open_report(form, stream, look)
    tally = Tally(least)
    tally.failures.extend(failures)
    report.begin()
    for result in results:
        report.add(tally.take(result))
    report.finish(tally.summary())
    return stream.getvalue()
