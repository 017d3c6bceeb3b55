"""From a kept JSON report to any other report."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from clinlint.cli.inputs import Inputs
from clinlint.cli.outputs import Outputs, output_of, report_places
from clinlint.config.discovery import LoadedConfiguration
from clinlint.errors import SourceError
from clinlint.model.diagnostic import Severity
from clinlint.model.source import Source
from clinlint.reports import Look
from clinlint.reports.kept import KeptFile, KeptReport, KeptReportError, read_kept
from clinlint.reports.style import wants_color
from clinlint.reports.summary import Tally
from clinlint.review.identity import digest
from clinlint.run.registry import installed_rules
from clinlint.sources.files import is_url

MOST_NAMES = 20
"""How many files one sentence names."""


def write_report(results: str, output: str, form: str, color: str) -> None:
    """Writes the report; nothing is written when one of the articles is no longer what it was.

    Raises:
        ClinlintError: when that is so, the report cannot be read, or the output cannot be written.
    """
    kept = _read(results)
    outputs = (output_of(f"{form}={output}"),)
    report_places(outputs, [results, *(file.path for file in kept.files)])
    sources = list(_sources(kept))
    look = Look(
        color=wants_color(color, sys.stdout),
        width=shutil.get_terminal_size((100, 24)).columns,
        rules={rule.meta.code: rule for rule in installed_rules()},
    )
    tally = Tally(Severity.INFO)
    with Outputs(outputs, look) as opened:
        opened.begin()
        for file, source in sources:
            opened.add(tally.take(kept.result(file, source)))
        opened.finish(kept.summary(tally))


def _read(results: str) -> KeptReport:
    try:
        data = sys.stdin.buffer.read() if results == "-" else Path(results).read_bytes()
    except FileNotFoundError as error:
        raise KeptReportError(f"{results}: there is no such file; check the path") from error
    except IsADirectoryError as error:
        raise KeptReportError(f"{results}: this is a folder; name the report in it") from error
    except OSError as error:
        raise KeptReportError(f"{results}: the report cannot be read ({error.strerror or error})") from error
    return read_kept(results, data)


def _sources(kept: KeptReport) -> Iterator[tuple[KeptFile, Source]]:
    """Every source as it was.

    Raises:
        KeptReportError: naming all that are not.
    """
    inputs = Inputs(LoadedConfiguration())
    found: list[tuple[KeptFile, Source]] = []
    away: list[str] = []
    gone: list[str] = []
    changed: list[str] = []
    for file in kept.files:
        if is_url(file.path):
            away.append(file.path)
        elif not Path(file.path).is_file():
            gone.append(file.path)
        else:
            try:
                source = inputs.read(file.path)
            except SourceError as error:
                raise KeptReportError(f"{kept.name}: {error}") from error
            if digest(source) == file.digest:
                found.append((file, source))
            else:
                changed.append(file.path)
    reasons = [
        told
        for names, told in (
            (changed, f"changed since the run: {_named(changed)}"),
            (gone, f"not there: {_named(gone)}"),
            (away, f"pages that are not fetched again ('clinlint scrape' keeps pages): {_named(away)}"),
        )
        if names
    ]
    if reasons:
        raise KeptReportError(f"{kept.name}: {'; '.join(reasons)}; run 'clinlint check' again, or in the same folder")
    yield from found


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")
