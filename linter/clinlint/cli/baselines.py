"""What the subcommands of ``clinlint baseline`` do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from clinlint.cli.console import complain
from clinlint.cli.exits import Exit
from clinlint.cli.inputs import Inputs
from clinlint.cli.run import GIVEN, configured
from clinlint.config.discovery import LoadedConfiguration
from clinlint.config.resolve import Resolver
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import LintResult
from clinlint.reports.closing import counted
from clinlint.reports.summary import Failure
from clinlint.run.baseline import DEFAULT_NAME, Baseline, Comparison
from clinlint.run.registry import installed_rules
from clinlint.storage.atomic import AtomicFile


def create_baseline(paths: tuple[str, ...], options: Mapping[str, Any], *, force: bool) -> Exit:
    """Lints ``paths`` and writes a new baseline.

    Raises:
        ClinlintError: when there is one already, or it cannot be written.
    """
    loaded = _configured(paths, options)
    place = _place(loaded, options)
    if place.exists() and not force:
        raise ConfigurationError(
            f"{place}: there is a baseline already; 'clinlint baseline update' shrinks it, --force replaces it"
        )
    results, failed = _results(paths, loaded)
    empty = Baseline(place)
    made = empty.updated(empty.compared(results), allow_new=True)
    _write(made)
    told = f"{place}: accepts {counted(made.total, 'finding')} in {counted(len(results), 'file')}"
    if not loaded.values.baseline:
        told += f"; 'clinlint check --baseline {place}' leaves them out"
    click.echo(told)
    return Exit.FAILURE if failed else Exit.CLEAN


def update_baseline(paths: tuple[str, ...], options: Mapping[str, Any], *, allow_new: bool) -> Exit:
    """Lints ``paths`` and takes what is gone out of the baseline.

    Raises:
        ClinlintError: when there is none, or it cannot be read or written.
    """
    known, comparison, failed = _compared(paths, options)
    made = known.updated(comparison, allow_new=allow_new)
    if made.text() != known.text():
        _write(made)
    click.echo(_sentence(known, comparison, accepted=allow_new) + f"; it accepts {counted(made.total, 'finding')} now")
    return Exit.FAILURE if failed else Exit.CLEAN


def check_baseline(paths: tuple[str, ...], options: Mapping[str, Any]) -> Exit:
    """Lints ``paths`` and compares.

    Raises:
        ClinlintError: when there is no baseline, or it cannot be read.
    """
    known, comparison, failed = _compared(paths, options)
    click.echo(_sentence(known, comparison, accepted=False))
    if comparison.gone:
        click.echo("'clinlint baseline update' takes out what is gone")
    if failed:
        return Exit.FAILURE
    return Exit.FINDINGS if comparison.new or comparison.gone else Exit.CLEAN


def prune_baseline(options: Mapping[str, Any]) -> Exit:
    """Takes entries of files and rules that are gone out of the baseline.

    Raises:
        ClinlintError: when there is none, or it cannot be read or written.
    """
    loaded = _configured((), options)
    known = Baseline.load(_place(loaded, options))
    made = known.pruned(rule.meta.code for rule in installed_rules())
    if made.total != known.total:
        _write(made)
    click.echo(f"{known.path}: {counted(known.total - made.total, 'finding')} taken out, {made.total:,} left")
    return Exit.CLEAN


def _configured(paths: tuple[str, ...], options: Mapping[str, Any]) -> LoadedConfiguration:
    unset = dict.fromkeys((*GIVEN, "no_cache"))
    return configured(paths, {**unset, "select": (), "ignore": (), **options})


def _place(loaded: LoadedConfiguration, options: Mapping[str, Any]) -> Path:
    if options["baseline"] is not None:
        return Path(options["baseline"])
    return loaded.folder / loaded.values.baseline if loaded.values.baseline else Path(DEFAULT_NAME)


def _compared(paths: tuple[str, ...], options: Mapping[str, Any]) -> tuple[Baseline, Comparison, bool]:
    loaded = _configured(paths, options)
    known = Baseline.load(_place(loaded, options))
    results, failed = _results(paths, loaded)
    return known, known.compared(results), failed


def _results(paths: tuple[str, ...], loaded: LoadedConfiguration) -> tuple[list[LintResult], bool]:
    """The results of all sources, and whether some could not be linted (they are told)."""
    from clinlint.cli.linting import Linting
    from clinlint.run.pool import processors

    inputs = Inputs(loaded)
    inputs.check(paths)
    resolver = Resolver(loaded, installed_rules())
    results: list[LintResult] = []
    failed = False
    jobs = processors() if loaded.values.jobs == "auto" else loaded.values.jobs
    linting = Linting(inputs, resolver, loaded, paths, jobs=jobs)
    for outcome in linting.outcomes(list(inputs.names(paths))):
        if isinstance(outcome, Failure):
            failed = True
            complain(outcome.message)
        elif isinstance(outcome, LintResult):
            results.append(outcome)
    return results, failed


def _sentence(known: Baseline, comparison: Comparison, *, accepted: bool) -> str:
    new = "accepted" if accepted else "not accepted"
    return (
        f"{known.path}: {comparison.kept:,} known, {comparison.gone:,} gone, {comparison.new:,} new"
        + (f" ({new})" if comparison.new else "")
        + f" in {counted(len(comparison.files), 'file')}"
    )


def _write(baseline: Baseline) -> None:
    try:
        file = AtomicFile(baseline.path)
        try:
            file.stream.write(baseline.text())
            file.commit()
        finally:
            file.discard()
    except OSError as error:
        raise ConfigurationError(
            f"{baseline.path}: the baseline cannot be written ({error.strerror or error})"
        ) from error
