"""A baseline: findings that are accepted as they are, so that new ones alone fail."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import Diagnostic, LintResult

DEFAULT_NAME = "clinlint-baseline.json"
VERSION = 1
_LONGEST_TEXT = 60


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that is accepted, so often in one file; rule and text are for people who read the baseline."""

    path: str
    rule: str
    fingerprint: str
    count: int = 1
    text: str = ""


@dataclass(frozen=True)
class Baseline:
    """Accepted findings by file and fingerprint. Lines and columns do not count, so edits elsewhere change nothing.

    Attributes:
        path: the file; the paths in it are relative to its folder.
        entries: in order.
    """

    path: Path
    entries: tuple[Known, ...] = ()

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Baseline:
        """Reads a baseline.

        Raises:
            ConfigurationError: when there is none, or it cannot be read; says so when it holds a merge conflict.
        """
        file = Path(path)
        try:
            text = file.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            raise ConfigurationError(
                f"{file}: there is no such baseline; 'clinlint baseline create' makes one"
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{file}: the baseline cannot be read ({error})") from error
        if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in text.splitlines()):
            raise ConfigurationError(
                f"{file}: the baseline holds a merge conflict; keep the lines of both sides (or either) and take the "
                "markers out, then run 'clinlint baseline update'"
            )
        try:
            return cls(file, tuple(sorted(_entries(json.loads(text)))))
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigurationError(f"{file}: this is no baseline of clinlint ({error})") from error

    def text(self) -> str:
        """The file's content: one finding a line in a fixed order, so that versions merge well."""
        lines = ",\n".join(f"  {json.dumps(_record(entry), ensure_ascii=False)}" for entry in sorted(self.entries))
        return f'{{"clinlint-baseline": {VERSION}, "findings": [\n{lines}{"" if not lines else chr(10)}]}}\n'

    def name_of(self, source: str) -> str:
        """A source's name as the baseline writes it: relative to its folder, with ``/``; addresses as they are."""
        if "://" in source or source.startswith("<"):
            return source
        try:
            return Path(os.path.relpath(source, self.path.parent)).as_posix()
        except ValueError:
            # Another drive.
            return Path(source).as_posix()

    def is_gone(self, name: str) -> bool:
        """True for a file of the baseline that is no more."""
        return "://" not in name and not name.startswith("<") and not (self.path.parent / name).exists()

    def counts(self, name: str) -> Mapping[str, int]:
        """How often each fingerprint is accepted in a file."""
        return self._counts.get(name, self._orphans)

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for entry in self.entries:
            found.setdefault(entry.path, Counter())[entry.fingerprint] += entry.count
        return found

    @cached_property
    def _orphans(self) -> Counter[str]:
        """What was accepted in files that are gone: a file that was renamed takes it along."""
        gone = (counts for name, counts in self._counts.items() if self.is_gone(name))
        return sum(gone, Counter[str]())

    def marked(self, result: LintResult) -> LintResult:
        """The result, what the baseline accepts marked as ``baselined``."""
        left = Counter(self.counts(self.name_of(result.source.name)))
        if not left:
            return result
        diagnostics: list[Diagnostic] = []
        for diagnostic in result.diagnostics:
            known = diagnostic.suppressed_by is None and left[diagnostic.fingerprint] > 0
            left[diagnostic.fingerprint] -= known
            diagnostics.append(replace(diagnostic, baselined=True) if known else diagnostic)
        return replace(result, diagnostics=tuple(diagnostics))

    def compared(self, results: Iterable[LintResult]) -> Comparison:
        """What is new, and what is gone, in some files."""
        comparison = Comparison()
        for result in results:
            name = self.name_of(result.source.name)
            found = known_in(name, result)
            accepted = Counter(self.counts(name))
            there = Counter({entry.fingerprint: entry.count for entry in found})
            comparison.files.append(name)
            comparison.found.extend(found)
            comparison.kept += (accepted & there).total()
            comparison.new += (there - accepted).total()
            comparison.gone += (accepted - there).total() if name in self._counts else 0
        return comparison

    def updated(self, comparison: Comparison, *, allow_new: bool) -> Baseline:
        """The baseline after some files were linted: what is gone goes; what is new comes only when allowed."""
        entries = [entry for entry in self.entries if entry.path not in comparison.files]
        for entry in comparison.found:
            accepted = self.counts(entry.path).get(entry.fingerprint, 0)
            count = entry.count if allow_new else min(entry.count, accepted)
            if count:
                entries.append(replace(entry, count=count))
        renamed = {entry.fingerprint for entry in comparison.found if entry.path not in self._counts}
        return Baseline(
            self.path,
            tuple(sorted(e for e in entries if not (e.fingerprint in renamed and self.is_gone(e.path)))),
        )

    def pruned(self, rules: Iterable[str]) -> Baseline:
        """The baseline without files that are gone and rules that do not exist any more."""
        known = frozenset(rules)
        return Baseline(
            self.path,
            tuple(e for e in self.entries if not self.is_gone(e.path) and (e.rule in known or ":" in e.rule)),
        )

    @property
    def total(self) -> int:
        """How many findings are accepted."""
        return sum(entry.count for entry in self.entries)


@dataclass
class Comparison:
    """What some files hold against a baseline: names, entries, and how many findings are kept, new and gone."""

    files: list[str] = field(default_factory=list)
    found: list[Known] = field(default_factory=list)
    kept: int = 0
    new: int = 0
    gone: int = 0


def known_in(name: str, result: LintResult) -> Sequence[Known]:
    """The findings of a result as entries; suppressed ones need none."""
    first: dict[str, Diagnostic] = {}
    counts: Counter[str] = Counter()
    for diagnostic in result.diagnostics:
        if diagnostic.suppressed_by is None:
            first.setdefault(diagnostic.fingerprint, diagnostic)
            counts[diagnostic.fingerprint] += 1
    return [
        Known(name, first[print_].rule, print_, count, _short(first[print_].match)) for print_, count in counts.items()
    ]


def _short(text: str) -> str:
    text = " ".join(text.split()).encode("utf-8", "replace").decode()
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"


def _record(entry: Known) -> dict[str, Any]:
    return {
        "path": entry.path,
        "rule": entry.rule,
        "fingerprint": entry.fingerprint,
        "count": entry.count,
        "text": entry.text,
    }


def _entries(data: Any) -> Iterator[Known]:
    if not isinstance(data, dict) or "clinlint-baseline" not in data:
        raise ValueError("the key clinlint-baseline is missing")
    if data["clinlint-baseline"] != VERSION:
        raise ValueError(f"version {data['clinlint-baseline']} is unknown; this clinlint knows {VERSION}")
    for record in data["findings"]:
        count = record["count"]
        if not isinstance(count, int) or count < 1:
            raise ValueError(f"the count {count!r} is no number of findings")
        yield Known(str(record["path"]), str(record["rule"]), str(record["fingerprint"]), count, str(record["text"]))
