"""A run of ``clinlint check``: sources in, a report and an exit code out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from clinlint.cli.console import complain, complaining
from clinlint.cli.exits import Exit, exit_code
from clinlint.cli.fixing import fixes_of
from clinlint.cli.history import Remembering, history_at
from clinlint.cli.inputs import Inputs, configuration
from clinlint.cli.linting import Linting
from clinlint.cli.options import split
from clinlint.cli.outputs import Outputs, outputs_of, report_places
from clinlint.cli.progress import FEWEST, Progress
from clinlint.cli.sieve import Sieve, sieve_of
from clinlint.config.discovery import LoadedConfiguration
from clinlint.config.origin import COMMAND_LINE
from clinlint.config.resolve import Resolver
from clinlint.config.schema import Configuration, FailOn
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import NotChecked, Severity
from clinlint.reports import Look, Report
from clinlint.reports.style import is_terminal, wants_color
from clinlint.reports.summary import Failure, Tally
from clinlint.run.history import History
from clinlint.run.pool import processors
from clinlint.run.registry import installed_rules
from clinlint.run.similar import Likeness

if TYPE_CHECKING:
    from clinlint.engines.languagetool.grammar import Grammar
    from clinlint.run.result_cache import ResultCache

GIVEN = (
    "format",
    "fail_on",
    "fail_under",
    "max_findings",
    "min_severity",
    "min_confidence",
    "language",
    "source_language",
    "audience",
    "languagetool",
    "jobs",
)


def run_check(paths: tuple[str, ...], options: Mapping[str, Any]) -> Exit:
    """Lints ``paths``; the report goes to standard output, failures to standard error.

    Raises:
        ClinlintError: when the run cannot begin.
    """
    with history_at(options["history"]) as history:
        return _run(paths, options, history)


def _run(paths: tuple[str, ...], options: Mapping[str, Any], history: History | None) -> Exit:
    loaded = configured(paths, options)
    inputs = Inputs(loaded, options["stdin_filename"], options["allow_private"], options["ignore_robots"])
    inputs.check(paths)
    values = loaded.values
    outputs = outputs_of(options["outputs"], values.format, given="format" in loaded.given)
    inputs = replace(inputs, reports=report_places(outputs, paths))
    resolver = Resolver(loaded, installed_rules())
    tally = Tally(least_shown(values), values.fail_under)
    tally.not_checked.extend(resolver.expired())
    look = Look(
        color=wants_color(options["color"], sys.stdout),
        width=shutil.get_terminal_size((100, 24)).columns,
        quiet=options["quiet"],
        rules={rule.meta.code: rule for rule in installed_rules()},
        history=history,
        likeness=Likeness(),
    )
    sieve = sieve_of(paths, loaded, options)
    fixes = fixes_of(paths, options, least_shown(values), look.color)
    with Outputs(outputs, look) if fixes is None else fixes.outputs(outputs, look) as opened:
        report = opened if history is None else Remembering(opened, history)
        report.begin()
        with _cache(values, options["quiet"]) if fixes is None else nullcontext() as cache:
            jobs = processors() if values.jobs == "auto" else values.jobs
            linting = Linting(inputs, resolver, loaded, paths, cache, jobs, fixes, grammar_of(values, resolver))
            if cache is not None:
                cache.engines = linting.engines
            _lint_all(linting, paths, tally, report, options["progress"], sieve)
        summary = tally.summary()
        report.finish(summary)
    incomplete = options["require_complete"] and summary.incomplete
    code = exit_code(summary, values.fail_on, incomplete=incomplete, most=values.max_findings)
    return code if fixes is None else fixes.finish(summary, code, incomplete=incomplete, quiet=options["quiet"])


def configured(paths: tuple[str, ...], options: Mapping[str, Any]) -> LoadedConfiguration:
    """The configuration of the run, with what the command line says.

    Raises:
        ConfigurationError: when either cannot be used.
    """
    places = [path for path in paths if path != "-"]
    loaded = configuration(options["config_file"], options["isolated"], places)
    ignored = split(options["ignore"])
    loaded = loaded.with_given(
        COMMAND_LINE,
        select=split(options["select"]),
        ignore=(*loaded.values.ignore, *ignored) if ignored else None,
        cache=False if options["no_cache"] else None,
        **{name: options[name] for name in GIVEN},
    )
    address = loaded.values.languagetool
    if address not in ("auto", "off") and not address.startswith(("http://", "https://")):
        raise ConfigurationError(
            f'{loaded.origin("languagetool")}: languagetool must be auto, off or an http address, not "{address}"'
        )
    return loaded


def least_shown(values: Configuration) -> Severity:
    """What is shown: as configured, and always what makes the run fail."""
    if values.fail_on is FailOn.NEVER:
        return values.min_severity
    return min(values.min_severity, Severity(values.fail_on.value), key=lambda severity: severity.rank)


def grammar_of(values: Configuration, resolver: Resolver) -> Callable[[], Grammar] | None:
    """What opens LanguageTool; None where it is not wanted, and then nothing of it is loaded."""
    if values.languagetool == "off" or not resolver.wants_grammar:
        return None
    from clinlint.engines.languagetool.opening import open_grammar, restarts_of_a_run

    restarts = restarts_of_a_run() if values.languagetool == "auto" else None
    return partial(open_grammar, values.languagetool, complaining, restarts)


def _lint_all(
    linting: Linting, paths: tuple[str, ...], tally: Tally, report: Report, show: bool | None, sieve: Sieve
) -> None:
    names = list(sieve.names(linting.inputs.names(paths)))
    enabled = show if show is not None else is_terminal(sys.stderr) and len(names) >= FEWEST
    progress = Progress(sys.stderr, len(names), enabled=enabled)
    progress.step()
    # Closed here, whatever happens: processes that still work are ended before the reports are.
    with closing(linting.outcomes(names)) as outcomes:
        for outcome in outcomes:
            progress.clear()
            if isinstance(outcome, Failure):
                tally.failures.append(outcome)
                complain(outcome.message)
            elif isinstance(outcome, NotChecked):
                tally.not_checked.append(outcome)
            else:
                report.add(tally.take(sieve.take(outcome)))
            progress.step()
    progress.clear()


def _cache(values: Configuration, quiet: bool) -> AbstractContextManager[ResultCache | None]:
    """The results of earlier runs; what is wrong with them is told, and is no failure."""
    if not values.cache:
        return nullcontext()
    from clinlint.run.result_cache import ResultCache, open_store
    from clinlint.storage.folder import cache_folder

    return ResultCache(open_store(cache_folder(), _ignore if quiet else complaining))


def _ignore(message: str) -> None:
    """Says nothing."""
