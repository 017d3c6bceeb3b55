"""``check --fix`` and ``check --diff``: from a result to a fixed file, or to what would be changed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from clinlint.cli.console import say
from clinlint.cli.exits import Exit, exit_code
from clinlint.cli.outputs import STANDARD_OUTPUT, Output, Outputs
from clinlint.config.schema import FailOn
from clinlint.errors import SourceError
from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.fix import Applicability
from clinlint.model.source import Source
from clinlint.reports import Look
from clinlint.reports.closing import counted
from clinlint.reports.style import Style
from clinlint.reports.summary import Summary
from clinlint.sources.files import is_url


@dataclass(frozen=True, slots=True)
class FixMode:
    """What the options of a run say about fixing.

    Attributes:
        level: the least trustworthy fixes that are made.
        writes: False to show a diff and write nothing.
        reports: whether what is left is reported.
        to_stdout: True when standard input is fixed, so that the text goes to standard output.
    """

    level: Applicability
    writes: bool
    reports: bool
    to_stdout: bool


def fixes_of(paths: tuple[str, ...], options: Mapping[str, Any], least: Severity, color: bool) -> Fixes | None:
    """What fixes the sources of a run; None when it only lints.

    Findings below ``least`` are not shown, so they are not fixed either.

    Raises:
        SourceError: when the options contradict each other or the paths.
    """
    mode = _mode(paths, options)
    return Fixes(mode, least, color) if mode is not None else None


def _mode(paths: tuple[str, ...], options: Mapping[str, Any]) -> FixMode | None:
    wanted, shows = options["fix"] or options["fix_only"], options["diff"]
    if not wanted and not shows:
        if options["unsafe_fixes"]:
            raise SourceError("--unsafe-fixes says which fixes are made; give --fix or --diff with it")
        return None
    writes = not shows
    to_stdout = writes and "-" in paths
    if to_stdout and len(paths) > 1:
        raise SourceError("with --fix, standard input is written to standard output; name no other files beside '-'")
    level = Applicability.UNSAFE if options["unsafe_fixes"] else Applicability.SAFE
    return FixMode(level, writes, writes and not options["fix_only"], to_stdout)


@dataclass
class Fixes:
    """Fixes the sources of a run, and counts.

    Attributes:
        least: findings below this severity are not shown, so they are not fixed either.
        changed: how many files are (or would be) different.
        by_rule: how many fixes were made, by rule.
        more: findings that ``--unsafe-fixes`` would fix.
    """

    mode: FixMode
    least: Severity
    color: bool = False
    changed: int = 0
    more: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)

    def take(self, result: LintResult, lint: Callable[[Source], LintResult]) -> LintResult:
        """Fixes one source: writes it or shows the diff.

        Returns:
            what is left, with a note on every fix that was held back.

        Raises:
            SourceError: when the file cannot be written; it is as it was then.
        """
        from clinlint.fixing.fix import fix

        name = result.source.name
        if self.mode.writes and is_url(name):
            raise SourceError(f"{name}: a page on the web cannot be fixed in place; save it as a file, or use --diff")
        if self.mode.writes and result.source.address:
            raise SourceError(f"{name}: a kept page stays as the server sent it; fix a copy elsewhere, or use --diff")
        fixed = fix(result, lint, self.mode.level, self._wanted)
        if self.mode.to_stdout:
            sys.stdout.flush()
            sys.stdout.buffer.write(fixed.after.data)
        elif self.mode.writes and fixed.changed:
            from clinlint.fixing.write import write_atomically

            write_atomically(name, fixed.after.data, expected=fixed.before.data)
        elif fixed.changed:
            self._show(fixed.before, fixed.after)
        self.changed += fixed.changed
        self.by_rule.update(change.diagnostic.rule for change in fixed.made)
        if self.mode.level is Applicability.SAFE:
            self.more += self._left(fixed.result)
        return replace(fixed.result, not_checked=(*fixed.result.not_checked, *fixed.notes()))

    def outputs(self, outputs: tuple[Output, ...], look: Look) -> Outputs:
        """The reports of what is left: not on standard output where that holds a diff or the fixed text."""
        if not self.mode.reports:
            outputs = tuple(output for output in outputs if output.path != STANDARD_OUTPUT)
        return Outputs(outputs, look, sys.stderr if self.mode.to_stdout else None)

    def finish(self, summary: Summary, code: Exit, *, incomplete: bool, quiet: bool) -> Exit:
        """Says on standard error what was done; the exit code.

        A run that reports what is left fails by that, with ``code``; a diff fails when there is one; ``--fix-only``
        does not.
        """
        if not quiet:
            say(self._sentence())
        if self.mode.reports:
            return code
        code = exit_code(replace(summary, under=()), FailOn.NEVER, incomplete=incomplete)
        return Exit.FINDINGS if code is Exit.CLEAN and self.changed and not self.mode.writes else code

    def _sentence(self) -> str:
        done = "fixed" if self.mode.writes else "would fix"
        rules = ", ".join(f"{code} {number}" for code, number in sorted(self.by_rule.items()))
        total = sum(self.by_rule.values())
        said = f"{done} {counted(total, 'finding')} in {counted(self.changed, 'file')}" if total else "nothing to fix"
        if rules:
            said += f" ({rules})"
        if self.more:
            said += f"; {counted(self.more, 'more finding')} can be fixed with --unsafe-fixes"
        return said

    def _wanted(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.severity.rank >= self.least.rank

    def _left(self, result: LintResult) -> int:
        from clinlint.fixing.plan import best_fix

        return sum(
            self._wanted(diagnostic) and best_fix(diagnostic, Applicability.UNSAFE) is not None
            for diagnostic in result.diagnostics
        )

    def _show(self, before: Source, after: Source) -> None:
        from clinlint.fixing.diff import unified_diff
        from clinlint.reports.diff import shown_line

        style = Style(self.color)
        sys.stdout.writelines(shown_line(line, style) for line in unified_diff(before, after))
