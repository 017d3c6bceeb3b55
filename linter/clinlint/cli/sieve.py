"""What a run leaves alone: findings that a baseline knows, and text that did not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clinlint.config.discovery import LoadedConfiguration
from clinlint.errors import SourceError
from clinlint.model.diagnostic import LintResult
from clinlint.reports.summary import Failure
from clinlint.run.baseline import Baseline
from clinlint.sources.changes import Changes
from clinlint.sources.files import is_url


@dataclass(frozen=True, slots=True)
class Sieve:
    """Marks what the baseline knows, and takes away what lies in blocks that did not change."""

    baseline: Baseline | None = None
    changes: Changes | None = None

    def names(self, names: Iterable[str | Failure]) -> Iterator[str | Failure]:
        """The names less those of files in which nothing changed."""
        for name in names:
            if self.changes is None or isinstance(name, Failure) or self.changes.lines(name) != ():
                yield name

    def take(self, result: LintResult) -> LintResult:
        """What is left of a result."""
        if self.changes is not None:
            from clinlint.run.changed import in_changed_blocks

            result = in_changed_blocks(result, self.changes.lines(result.source.name))
        return self.baseline.marked(result) if self.baseline is not None else result


def sieve_of(paths: tuple[str, ...], loaded: LoadedConfiguration, options: Mapping[str, Any]) -> Sieve:
    """What the options and the configuration say.

    Raises:
        ClinlintError: when the baseline cannot be read, or the options contradict each other or the paths.
    """
    changes = None
    if options["changed_since"]:
        if options["fix"] or options["fix_only"] or options["diff"]:
            raise SourceError(
                "--changed-since is about what is reported, and files are fixed as a whole; leave one of them out"
            )
        for path in paths:
            if path == "-" or is_url(path):
                raise SourceError(f"--changed-since needs files in a git repository, and {path} is none")
        changes = Changes(options["changed_since"])
    return Sieve(baseline_of(loaded, options["baseline"]), changes)


def baseline_of(loaded: LoadedConfiguration, given: str | None) -> Baseline | None:
    """The baseline that an option or the configuration names; None when neither does.

    Raises:
        ConfigurationError: when it cannot be read.
    """
    if given is not None:
        return Baseline.load(given)
    configured = loaded.values.baseline
    return Baseline.load(loaded.folder / configured) if configured else None
