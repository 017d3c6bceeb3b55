"""Where the reports of a run go: standard output, and files named with ``--output``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

from clinlint.cli.console import complain
from clinlint.errors import ClinlintError
from clinlint.model.diagnostic import LintResult
from clinlint.reports import FORMATS, Look, Report, open_report
from clinlint.reports.notes import brief_notes
from clinlint.reports.summary import Summary
from clinlint.storage.atomic import AtomicFile

STANDARD_OUTPUT = "-"


class OutputError(ClinlintError):
    """A report that cannot be written where it should go."""


@dataclass(frozen=True, slots=True)
class Output:
    """One report of the run: a format, and a path or ``-``."""

    form: str
    path: str


def outputs_of(values: Iterable[str], configured: str, *, given: bool) -> tuple[Output, ...]:
    """What ``--output`` and ``--format`` ask for.

    The configured format goes to standard output where nothing else does; ``given`` says that the user named it for
    this run.

    Raises:
        OutputError: when a value cannot be used, or two of them contradict each other.
    """
    found = [output_of(value) for value in values]
    places = [output.path if output.path == STANDARD_OUTPUT else os.path.realpath(output.path) for output in found]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise OutputError(f"--output: two reports cannot both go to {found[number].path}; give each its own place")
    if STANDARD_OUTPUT in places:
        if given:
            raise OutputError("--format and an --output to - both write to standard output; leave one of them out")
        return tuple(found)
    if FORMATS[configured].binary:
        raise OutputError(f"the format {configured} is no text; write it to a file with --output {configured}=PATH")
    return (Output(configured, STANDARD_OUTPUT), *found)


def report_places(outputs: Iterable[Output], arguments: Iterable[str]) -> frozenset[str]:
    """The real paths of the reports, so that a later run does not take them for articles.

    Raises:
        OutputError: when a report would overwrite a file that the run is asked to lint.
    """
    places = {os.path.realpath(output.path): output for output in outputs if output.path != STANDARD_OUTPUT}
    for argument in arguments:
        output = places.get(os.path.realpath(argument)) if argument != STANDARD_OUTPUT else None
        if output is not None and Path(argument).is_file():
            raise OutputError(
                f"--output {output.form}={output.path}: the report would overwrite a file that is linted; "
                "name another file"
            )
    return frozenset(places)


def output_of(value: str) -> Output:
    """What one ``FORMAT=PATH`` asks for.

    Raises:
        OutputError: when it cannot be used.
    """
    form, equals, path = value.partition("=")
    if not equals or not path:
        raise OutputError(f"--output {value}: write FORMAT=PATH, such as sarif=clinlint.sarif (- is standard output)")
    if form not in FORMATS:
        from clinlint.config.origin import near

        raise OutputError(f"--output {value}: there is no format {form!r}; {near(form, FORMATS)}")
    if path == STANDARD_OUTPUT:
        if FORMATS[form].binary:
            raise OutputError(f"--output {value}: {form} is no text; name a file")
        return Output(form, path)
    parent = Path(path).parent
    if not parent.is_dir():
        raise OutputError(f"--output {value}: the folder {parent} does not exist; make it first")
    if Path(path).is_dir():
        raise OutputError(f"--output {value}: {path} is a folder; name a file in it")
    return Output(form, path)


@dataclass
class Outputs:
    """All reports of a run as one; leaving its context without ``finish`` leaves no file behind.

    Raises:
        OutputError: when one of the files cannot be written.
    """

    outputs: tuple[Output, ...]
    look: Look
    console: TextIO | None = None
    """Takes what goes to standard output, where that is needed for something else."""
    _reports: list[Report] = field(default_factory=list)
    _files: list[tuple[Output, AtomicFile]] = field(default_factory=list)

    def __enter__(self) -> Outputs:
        """Opens every file, so that a place that cannot be written is told before the run."""
        try:
            for output in self.outputs:
                self._reports.append(self._open(output))
        except BaseException:
            self._discard()
            raise
        return self

    def _open(self, output: Output) -> Report:
        if output.path == STANDARD_OUTPUT:
            return open_report(output.form, self.console or sys.stdout, self.look)
        try:
            file = AtomicFile(output.path, binary=FORMATS[output.form].binary)
        except OSError as error:
            raise _cannot_write(output, error) from error
        self._files.append((output, file))
        look = replace(self.look, color=False, width=100, quiet=False, full_page=self._full_page(output))
        return open_report(output.form, file.stream, look)

    def _full_page(self, seen_from: Output) -> str:
        """The address of the run's page with the articles, from where another report lies."""
        page = next((o.path for o in self.outputs if o.form == "html" and o.path != STANDARD_OUTPUT), None)
        if page is None:
            return ""
        folder = Path(os.path.realpath(seen_from.path)).parent
        try:
            return quote(Path(os.path.relpath(os.path.realpath(page), folder)).as_posix())
        except ValueError:
            # Another drive.
            return Path(os.path.realpath(page)).as_uri()

    def begin(self) -> None:
        """Begins every report."""
        for report in self._reports:
            report.begin()

    def add(self, result: LintResult) -> None:
        """Adds a result to every report."""
        for report in self._reports:
            report.add(result)

    def finish(self, summary: Summary) -> None:
        """Finishes every report and puts the files in their places.

        Raises:
            OutputError: when one of them cannot be written.
        """
        for report in self._reports:
            report.finish(summary)
        while self._files:
            output, file = self._files.pop(0)
            try:
                file.commit()
            except OSError as error:
                raise _cannot_write(output, error) from error
        if not self.look.quiet and not any(FORMATS[output.form].complete for output in self.outputs):
            # Failures have been told as they came.
            for note in brief_notes(summary):
                if note.level != "error":
                    complain(note.text)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Takes away what was not finished."""
        self._discard()

    def _discard(self) -> None:
        for _, file in self._files:
            with suppress(OSError):
                file.discard()
        self._files.clear()


def _cannot_write(output: Output, error: OSError) -> OutputError:
    return OutputError(f"{output.path}: the {output.form} report cannot be written ({error.strerror or error})")
