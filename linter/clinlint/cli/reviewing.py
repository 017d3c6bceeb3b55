"""What ``clinlint review`` does: lints once, serves the page, and says at the end what was written."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from clinlint.cli.console import say
from clinlint.cli.inputs import Inputs
from clinlint.cli.linting import Linting
from clinlint.cli.run import GIVEN, configured, grammar_of, least_shown
from clinlint.config.resolve import Resolver
from clinlint.errors import SourceError
from clinlint.model.diagnostic import LintResult, NotChecked
from clinlint.reports import Look
from clinlint.reports.cells import visible
from clinlint.reports.closing import counted
from clinlint.reports.html.report import HtmlReport
from clinlint.reports.summary import Failure, Summary, Tally
from clinlint.review.server import ReviewServer
from clinlint.review.session import Session
from clinlint.run.registry import installed_rules
from clinlint.sources.files import is_url


def run_review(path: str, options: Mapping[str, Any]) -> None:
    """Serves the review of one file until the reviewer finishes.

    Raises:
        ClinlintError: when the file or the decisions kept for it cannot be read.
    """
    for name in ("output", "decisions"):
        if options[name] == "":
            raise SourceError(f"--{name}: the name is empty; name a file, or leave --{name} out")
    article, kept_in, corrected = _places(path, options)
    result, summary = _linted(path, {**dict.fromkeys(GIVEN), "no_cache": True, **options})
    session = Session.begin(result.source, kept_in, corrected)
    server = ReviewServer(session, partial(_page, result, summary, session))
    shown = counted(sum(summary.shown.values()), "finding")
    _tell(f"{article}: {shown}. The review is open at\n  {server.address}")
    _tell("“Finish” in the page, or Ctrl-C here, ends it.")
    if not options["no_browser"]:
        import webbrowser

        if not webbrowser.open(server.address):
            say("no browser could be started; open the address above in one")
    try:
        server.run()
    except KeyboardInterrupt:
        _tell("")
    _tell(_outcome(session))


def _places(path: str, options: Mapping[str, Any]) -> tuple[Path, Path, Path]:
    """The article, the file of decisions and the corrected article."""
    if path == "-" or is_url(path):
        raise SourceError(f"{path}: a review writes a corrected file; save the article as one first")
    article = Path(path)
    if article.is_dir():
        raise SourceError(f"{path}: this is a folder; a review takes one article, so name the file")
    if options["in_place"] and options["output"]:
        raise SourceError("--in-place and --output contradict each other; give one of them")
    kept_in = Path(options["decisions"] or article.with_suffix(".decisions.json"))
    corrected = Path(options["output"] or article.with_suffix(f".reviewed{article.suffix}"))
    if options["in_place"]:
        corrected = article
    elif corrected.exists() and article.exists() and corrected.samefile(article):
        raise SourceError(f"--output {corrected}: this is the article itself; say --in-place to change it")
    for place in (kept_in, corrected):
        if not place.parent.is_dir():
            raise SourceError(f"{place}: the folder {place.parent} does not exist; create it first")
        if place.is_dir():
            raise SourceError(f"{place}: this is a folder; name a file in it")
    if kept_in.resolve() in (article.resolve(), corrected.resolve()):
        raise SourceError(f"--decisions {kept_in}: an article goes there; keep the decisions in a file of their own")
    return article, kept_in, corrected


def _linted(path: str, options: Mapping[str, Any]) -> tuple[LintResult, Summary]:
    """The article with what is to be shown of its findings."""
    loaded = configured((path,), options)
    values = loaded.values
    resolver = Resolver(loaded, installed_rules())
    linting = Linting(Inputs(loaded), resolver, loaded, (path,), grammar=grammar_of(values, resolver))
    outcome = next(iter(list(linting.outcomes([path]))))
    if isinstance(outcome, Failure):
        raise SourceError(outcome.message)
    if isinstance(outcome, NotChecked):
        raise SourceError(f"{outcome.what}: {outcome.why}")
    tally = Tally(least_shown(values))
    shown = tally.take(outcome)
    return shown, tally.summary()


def _page(result: LintResult, summary: Summary, session: Session) -> str:
    """The report's page, with the decisions that are kept."""
    stream = io.StringIO()
    review = {
        "decisions": session.kept_in.name,
        "corrected": session.corrected.name,
        "record": json.loads(session.kept()),
    }
    look = Look(rules={rule.meta.code: rule for rule in installed_rules()})
    report = HtmlReport(stream, look, review)
    report.begin()
    report.add(result)
    report.finish(summary)
    return stream.getvalue()


def _outcome(session: Session) -> str:
    if not session.kept_in.exists():
        return "Nothing was decided, and nothing was written."
    decided = counted(len(session.decisions), "decision")
    told = f"{decided} in {session.kept_in}"
    if session.written is None:
        return f"{told}; no corrected article was written."
    return f"{told}; {session.written.place} has {counted(session.written.made, 'change')}."


def _tell(text: str) -> None:
    sys.stdout.write(f"{visible(text) if text.count(chr(10)) == 0 else text}\n")
    sys.stdout.flush()
